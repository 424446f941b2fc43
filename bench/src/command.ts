import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const benchFolder = fileURLToPath(new URL("../", import.meta.url));
export const repository = fileURLToPath(new URL("../../", import.meta.url));

/** The Node of the npm package `node`, for tools that refuse the oldest Node we support. */
export const newerNode = `${benchFolder}node_modules/node/bin/node`;

/** Runs a command in `bench/` to its end; a failure carries what the command said. */
export async function run(command: string, args: readonly string[]): Promise<string> {
  try {
    // NODE_OPTIONS of the caller would be measured too.
    const env = { ...process.env, NODE_OPTIONS: "" };
    const options = { cwd: benchFolder, env, maxBuffer: 64 * 2 ** 20 };
    return (await promisify(execFile)(command, [...args], options)).stdout;
  } catch (error) {
    const { stdout = "", stderr = "" } = error as { stdout?: string; stderr?: string };
    throw new Error(`${command} ${args.join(" ")}\n${stdout}${stderr}`, { cause: error });
  }
}

/** Milliseconds from the start of each of `runs` processes to its end. */
export async function timeRuns(runs: number, command: string, args: readonly string[]): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    await run(command, args);
    times.push(performance.now() - start);
  }
  return times;
}

/** What users install is measured, not the sources. */
export function requireBuild(): void {
  if (!existsSync(`${repository}dist/index.mjs`))
    throw new Error("there is no dist/: run `npm run build` first");
}
