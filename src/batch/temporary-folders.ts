import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders = new Set<string>();

/** A folder of our own below the system's temporary one; what is left of it goes when the process ends. */
export async function makeTemporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tradepose-"));
  if (folders.size === 0) process.on("exit", removeAll);
  folders.add(folder);
  return folder;
}

export async function removeTemporaryFolder(folder: string): Promise<void> {
  folders.delete(folder);
  if (folders.size === 0) process.off("exit", removeAll);
  await rm(folder, { recursive: true, force: true });
}

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}
