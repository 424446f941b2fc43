import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A folder of its own for the running test, removed after it. */
export async function tempDir(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tradepose-market-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file into a new folder and gives its path. */
export async function fileOf(content: string | Uint8Array, name = "bars.csv"): Promise<string> {
  const path = join(await tempDir(), name);
  await writeFile(path, content);
  return path;
}
