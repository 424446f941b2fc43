import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, onTestFinished } from "vitest";
import type { NaiveBar } from "../../gateway/test/engine/naive/index.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));

/** 5,105 daily bars of the S&P 500, 2000-01-03 to 2020-04-17. */
export const sp500File = join(repository, "node_modules/vega-datasets/data/sp500-2000.csv");

/** The same bars, read without any of the project's code. */
export function sp500Bars(): NaiveBar[] {
  const [, ...lines] = readFileSync(sp500File, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [date, open, high, low, close, , volume] = line.split(",");
    const number = (text: string | undefined) => Number.parseFloat(text ?? "");
    return {
      ts: Date.parse(`${date}T00:00:00Z`),
      open: number(open),
      high: number(high),
      low: number(low),
      close: number(close),
      volume: number(volume),
    };
  });
}

/** A folder that goes with the test. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "tradepose-test-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** A folder that goes with the test file. */
export function suiteFolder(): { readonly path: string } {
  const path = mkdtempSync(join(tmpdir(), "tradepose-test-"));
  afterAll(() => rm(path, { recursive: true, force: true }));
  return { path };
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program of the repository from its sources, as `npm run` does. */
export function runSource(
  file: string,
  args: readonly string[],
  cwd: string,
): { child: ChildProcess; ended: Promise<Ended> } {
  const tsx = join(repository, "node_modules/tsx/dist/cli.mjs");
  const child = spawn(process.execPath, [tsx, "--conditions=source", join(repository, file), ...args], {
    cwd,
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
    // A group of its own: killing it takes the runner and the program it started.
    detached: true,
  });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk) => {
    stdout += chunk;
  });
  child.stderr.on("data", (chunk) => {
    stderr += chunk;
  });
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code, signal) => resolve({ code, signal, stdout, stderr }));
  });
  return { child, ended };
}

export function killGroup(child: ChildProcess): void {
  if (child.pid !== undefined) process.kill(-child.pid, "SIGKILL");
}
