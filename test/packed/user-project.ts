import { execFile } from "node:child_process";
import { copyFile, mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

/** Runs a command to its end; a failure carries all that the command said. */
export async function run(cwd: string, command: string, args: readonly string[]): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)(command, [...args], { cwd, maxBuffer: 64 * 2 ** 20 });
    return stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")}, in ${cwd}\n${stdout}${stderr}`, { cause: error });
  }
}

export interface Packed {
  /** Path of the tarball. */
  readonly tarball: string;
  /** Paths inside it. */
  readonly files: readonly string[];
}

export async function pack(packageFolder: string, destination: string): Promise<Packed> {
  const [packed] = JSON.parse(
    await run(packageFolder, "npm", ["pack", "--json", "--pack-destination", destination]),
  ) as [{ filename: string; files: { path: string }[] }];
  return { tarball: join(destination, packed.filename), files: packed.files.map(({ path }) => path) };
}

/** An empty project in a temporary folder of its own, with these packages installed. */
export async function install(name: string, parent: string, packages: readonly string[]): Promise<string> {
  const folder = join(parent, name);
  await mkdir(folder);
  await writeFile(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", private: true }));
  await run(folder, "npm", ["install", "--no-audit", "--no-fund", ...packages]);
  return folder;
}

export const temporaryFolder = (): Promise<string> => mkdtemp(join(tmpdir(), "tradepose-packed-"));

/** The subpaths that a package as installed offers, as a program writes them. */
export async function subpathsOf(project: string, name: string): Promise<string[]> {
  const manifest = await readFile(join(project, "node_modules", name, "package.json"), "utf8");
  const { exports } = JSON.parse(manifest) as { exports: Record<string, unknown> };
  return Object.keys(exports).map((subpath) => name + subpath.slice(1));
}

export async function copyInto(folder: string, files: readonly string[]): Promise<void> {
  for (const file of files) await copyFile(file, join(folder, file.slice(file.lastIndexOf("/") + 1)));
}
