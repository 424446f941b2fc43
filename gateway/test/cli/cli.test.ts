import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { main } from "../../src/cli/main.ts";
import { call, sp500File, temporaryDataDir } from "../gateway/support.ts";
import { run, serve } from "./command.ts";

let folder: Awaited<ReturnType<typeof temporaryDataDir>>;
beforeAll(async () => {
  folder = await temporaryDataDir();
}, 120_000);
afterAll(() => folder.remove());

describe("tradepose-gateway", () => {
  it("imports, serves with a key that it shows once, and ends on a signal", async () => {
    const importing = ["import", sp500File, "--data", folder.path, "--instrument", "SP500", "--freq", "1D"];
    const imported = await run(...importing);
    expect(imported).toMatchObject({ code: 0, stderr: "" });
    expect(imported.stdout).toMatch(
      /^SP500 1D \(UTC\): 5105 bars from 2000-01-03.* to 2020-04-17.*\n5105 bars added\n$/,
    );

    const first = await serve(folder.path);
    await expect.poll(() => first.lines).toContainEqual(expect.stringMatching(/tp_live_/));
    const apiKey = /tp_live_[\w-]+/.exec(first.lines.join())?.[0];
    const { json } = await call({ url: first.url, apiKey }, "instruments.list");
    expect(json).toMatchObject({ total: 1 });

    const second = await run("serve", "--data", folder.path, "--port", "0");
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`in use by process ${first.process.pid}`);
    expect(second.stderr).toContain("[GATEWAY_DATA_LOCKED]");

    expect(await run(...importing)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/nothing changed/),
    });
    expect(await first.stop("SIGTERM")).toBe(0);

    const created = await run("keys", "create", "--data", folder.path, "--user", "ann");
    expect(created).toMatchObject({ code: 0, stdout: expect.stringMatching(/^tp_live_\S+\n$/) });
    const third = await serve(folder.path);
    for (const key of [apiKey, created.stdout.trim()]) {
      expect((await call({ url: third.url, apiKey: key }, "strategies.list")).status).toBe(200);
    }
    expect(await third.stop("SIGINT")).toBe(0);
    expect(third.lines.join()).not.toContain("tp_live_");
  }, 180_000);

  it("names file, line and rule of a bad file", async () => {
    const file = join(folder.path, "bad.csv");
    await writeFile(file, "date,open,high,low,close\n2020-01-02,1,2,1,2\n2020-01-03,1,x,1,2\n");
    const { code, printed } = await inProcess(
      "import",
      file,
      "--data",
      folder.path,
      "--instrument",
      "BAD",
      "--freq",
      "1D",
    );
    expect(code).toBe(1);
    expect(printed).toMatch(/bad\.csv:3: .*number.*\[INVALID_FILE\]/);
    expect(printed).not.toMatch(/\n *at /);
  });

  it.each([
    [["serve"], 1, /--data/],
    [["serve", "--data", "x", "--port", "70000"], 1, /65535/],
    [["serve", "--data", "x", "--workers", "0"], 1, /1 or more/],
    [["serve", "--data", "x", "--plan", "no-such-plan.json"], 1, /no-such-plan.*\[GATEWAY_PLAN\]/],
    [["import", "a.csv", "--data", "x", "--instrument", "A", "--freq", "2D"], 1, /1min.*1M/],
    [["nothing"], 1, /unknown command/],
    [["serve", "--help"], 0, /--database-url/],
    [["--version"], 0, /^0\.1\.0$/m],
  ])("explains %j", async (args, code, message) => {
    expect(await inProcess(...args)).toEqual({ code, printed: expect.stringMatching(message) });
  });
});

/** Runs the command in this process, without the seconds it takes to start another one. */
async function inProcess(...args: string[]) {
  let printed = "";
  const keep = (text: unknown) => {
    printed += `${String(text)}\n`;
    return true;
  };
  const spies = [
    vi.spyOn(console, "error").mockImplementation(keep),
    vi.spyOn(process.stderr, "write").mockImplementation(keep),
    vi.spyOn(process.stdout, "write").mockImplementation(keep),
  ];
  try {
    return { code: await main(["node", "tradepose-gateway", ...args]), printed };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}
