import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";
import type { GeneratedFile } from "./source-file.ts";

export interface Difference {
  readonly path: string;
  readonly state: "missing" | "changed" | "stray";
}

/** How a folder differs from what the generator gives; empty when not at all. */
export async function compare(folder: string, files: readonly GeneratedFile[]): Promise<Difference[]> {
  const present = new Set(await listFiles(folder));
  const differences: Difference[] = [];
  for (const { path, text } of files) {
    if (!present.delete(path)) differences.push({ path, state: "missing" });
    else if ((await readFile(join(folder, path), "utf8")) !== text)
      differences.push({ path, state: "changed" });
  }
  for (const path of present) differences.push({ path, state: "stray" });
  return differences;
}

/** Makes the folder hold exactly the given files; touches only what differs. */
export async function write(folder: string, files: readonly GeneratedFile[]): Promise<Difference[]> {
  const differences = await compare(folder, files);
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  for (const { path, state } of differences) {
    const target = join(folder, path);
    if (state === "stray") {
      await rm(target);
      continue;
    }
    await mkdir(dirname(target), { recursive: true });
    // A watcher or a compiler that looks now sees the old file or the new one, never half of it.
    await writeFile(`${target}.tmp`, texts.get(path) ?? "");
    await rename(`${target}.tmp`, target);
  }
  return differences;
}

async function listFiles(folder: string): Promise<string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll(sep, "/"))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}
