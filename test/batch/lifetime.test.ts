import { spawn } from "node:child_process";
import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { contractServer } from "./contract-server.ts";

const root = new URL("../..", import.meta.url).pathname;
const open: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of open.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

/** Runs a program as a user would and gives what it printed and how long it lived. */
async function run(
  program: string,
  environment: Record<string, string>,
): Promise<{ output: string; code: number | null }> {
  const prelude = `
    import { BatchTester, Period } from "tradepose-client/batch";
    import { strategy } from "./test/batch/strategies.ts";
    const tester = new BatchTester({ serverUrl: process.env.SERVER, apiKey: "key", maxRetries: 0, progress: "silent" });
    const batch = tester.submit({ strategies: [strategy("a"), strategy("b")], periods: [Period.Q1(2020), Period.Q2(2020)] });
  `;
  const child = spawn(
    process.execPath,
    ["--conditions=source", "--import", "tsx", "--input-type=module", "--eval", `${prelude}\n${program}`],
    { cwd: root, env: { ...process.env, ...environment }, stdio: ["ignore", "pipe", "pipe"] },
  );
  let output = "";
  child.stdout.on("data", (text) => {
    output += text;
  });
  child.stderr.on("data", (text) => {
    output += text;
  });
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { output, code };
}

describe("a process", () => {
  it("ends by itself once everything is submitted when nobody waits", async () => {
    const server = await contractServer({ course: () => ({ looks: 1_000_000 }) });
    open.push(server);
    const { output, code } = await run(
      `process.on("exit", () => console.log(JSON.stringify(batch.status)))`,
      {
        SERVER: server.url,
      },
    );
    expect(server.submitted).toHaveLength(4);
    expect(code).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ completed: 0, failed: 0 });
  });

  it.each([
    ["wait()", "await batch.wait()"],
    ["for await", "for await (const _ of batch);"],
  ])("stays as long as somebody waits by %s, then ends without being closed", async (_, waiting) => {
    const server = await contractServer({ course: () => ({ looks: 5 }) });
    open.push(server);
    const { output, code } = await run(`${waiting}; console.log(batch.status.completed)`, {
      SERVER: server.url,
    });
    expect(output.trim()).toBe("4");
    expect(code).toBe(0);
  });

  it("takes its temporary folder along", async () => {
    const server = await contractServer();
    open.push(server);
    const temporary = await mkdtemp(join(tmpdir(), "lifetime-"));
    open.push({ [Symbol.asyncDispose]: () => rm(temporary, { recursive: true, force: true }) });
    const program = `
      import { readdirSync } from "node:fs";
      const small = new BatchTester({ serverUrl: process.env.SERVER, apiKey: "key", cacheMemory: 1, progress: "silent" });
      const spilled = await small.submit({ strategies: [strategy("a")], periods: [Period.Q1(2020)] }).wait();
      console.log(readdirSync(process.env.TMPDIR).filter((name) => name.startsWith("tradepose-")).length);
    `;
    const { output } = await run(program, { SERVER: server.url, TMPDIR: temporary });
    expect(output.trim()).toBe("1");
    expect((await readdir(temporary)).filter((name) => name.startsWith("tradepose-"))).toEqual([]);
  });
});
