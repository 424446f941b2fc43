import { mkdir, readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { resultsInFolder } from "../../src/tasks/results.ts";
import { temporaryFolder } from "../gateway/support.ts";

const task = "0b54e1c0-4a4e-4f6e-9d2c-3b1f4f0c9a11";
const bytes = (text: string) => new TextEncoder().encode(text);

describe("results in a folder", () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  it("reads back what was stored, and undefined for what was not", async () => {
    const results = resultsInFolder(folder.path);
    expect(await results.read(task, "trades")).toBeUndefined();
    await results.stage(task, { trades: bytes("t"), performance: bytes("p") });
    expect(Buffer.from((await results.read(task, "performance")) ?? []).toString()).toBe("p");
    expect(await results.read(task, "enhanced_ohlcv")).toBeUndefined();
  });

  it("replaces whatever an execution left that died before its end was recorded", async () => {
    const home = join(folder.path, task.slice(0, 2));
    await mkdir(join(home, `${task}.draft`), { recursive: true });
    await writeFile(join(home, `${task}.draft`, "trades"), "half");
    await mkdir(join(home, task));
    await writeFile(join(home, task, "latest_trades"), "old");
    const results = resultsInFolder(folder.path);
    await results.stage(task, { trades: bytes("whole") });
    expect(await readdir(home)).toEqual([task]);
    expect(await readdir(join(home, task))).toEqual(["trades"]);
    expect(Buffer.from((await results.read(task, "trades")) ?? []).toString()).toBe("whole");
  });

  it.each(["../trades", "a/b", "", "Trades", ".."])("never takes %j for a file", async (type) => {
    const results = resultsInFolder(folder.path);
    await expect(results.stage(task, { [type]: bytes("x") })).rejects.toThrow("is not a result type");
    await expect(results.read(task, type)).rejects.toThrow("is not a result type");
  });
});
