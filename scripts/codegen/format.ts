import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { GeneratedFile } from "./source-file.ts";

const biome = biomeCommand();

/** Biome's program itself where npm installed one for this machine, otherwise the script that looks for it: a node more. */
function biomeCommand(): readonly [program: string, ...args: string[]] {
  const script = createRequire(import.meta.url).resolve("@biomejs/biome/bin/biome");
  const program = process.platform === "win32" ? "biome.exe" : "biome";
  try {
    return [createRequire(script).resolve(`@biomejs/cli-${process.platform}-${process.arch}/${program}`)];
  } catch {
    return [process.execPath, script];
  }
}

/** The project's formatter settings; its file list leaves src/generated out, so they are handed over alone. */
async function settings(): Promise<string> {
  const config: unknown = JSON.parse(await readFile(new URL("../../biome.json", import.meta.url), "utf8"));
  const { formatter, javascript } = config as { formatter: unknown; javascript: unknown };
  return JSON.stringify({
    root: true,
    formatter,
    javascript,
    linter: { enabled: false },
    assist: { enabled: true, actions: { recommended: false, source: { organizeImports: "on" } } },
  });
}

/** Formats all files in one run of Biome. */
export async function formatFiles(files: readonly GeneratedFile[]): Promise<GeneratedFile[]> {
  const folder = await mkdtemp(join(tmpdir(), "codegen-"));
  try {
    await writeFile(join(folder, "biome.json"), await settings());
    for (const { path, text } of files) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    await run(folder);
    return await Promise.all(
      files.map(async ({ path }) => ({ path, text: await readFile(join(folder, path), "utf8") })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function run(folder: string): Promise<void> {
  const options = ["check", "--write", "--max-diagnostics=1", "--files-max-size=10000000", "."];
  const [program, ...args] = biome;
  try {
    await promisify(execFile)(program, [...args, ...options], { cwd: folder });
  } catch (error) {
    const { stderr } = error as { stderr?: string };
    throw new Error(`an emitter wrote what is no TypeScript:\n${stderr ?? String(error)}`);
  }
}
