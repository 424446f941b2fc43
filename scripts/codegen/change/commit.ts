import { mkdir, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";

/** A file as it shall be; without a text it shall be gone. */
export interface Target {
  readonly path: string;
  readonly text: string | undefined;
}

/**
 * Writes all files or none. Every text is on the disk before the first file is touched, and a step that fails puts
 * back what the steps before it replaced. The order is the given one: whoever is killed half-way has the first files.
 */
export async function commit(targets: readonly Target[]): Promise<void> {
  const staged = targets.filter(({ text }) => text !== undefined).map(({ path }) => path);
  try {
    for (const { path, text } of targets) {
      if (text === undefined) continue;
      await mkdir(dirname(path), { recursive: true });
      await writeFile(fresh(path), text);
    }
    await replace(targets);
  } finally {
    await Promise.all(staged.map((path) => rm(fresh(path), { force: true })));
  }
}

async function replace(targets: readonly Target[]): Promise<void> {
  const undo: (() => Promise<void>)[] = [];
  const saved: string[] = [];
  try {
    for (const { path, text } of targets) {
      if (await exists(path)) {
        await rename(path, old(path));
        saved.push(old(path));
        undo.push(() => rename(old(path), path));
      }
      if (text === undefined) continue;
      await rename(fresh(path), path);
      undo.push(() => rm(path, { force: true }));
    }
  } catch (error) {
    for (const step of undo.reverse()) await step();
    throw error;
  }
  await Promise.all(saved.map((path) => rm(path)));
}

const fresh = (path: string): string => `${path}.new`;
const old = (path: string): string => `${path}.old`;

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
