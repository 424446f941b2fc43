import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const bin = join(import.meta.dirname, "../../bin/tradepose-gateway.mjs");

function start(args: readonly string[]): ChildProcess {
  const { DATABASE_URL: _none, ...env } = process.env;
  return spawn(process.execPath, [bin, ...args], { env, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs the command to its end. */
export async function run(...args: string[]) {
  const child = start(args);
  const output = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => (output.stdout += chunk));
  child.stderr?.on("data", (chunk) => (output.stderr += chunk));
  const [code] = (await once(child, "close")) as [number];
  return { code, ...output };
}

export interface Server {
  readonly url: string;
  readonly process: ChildProcess;
  /** What it has printed so far. */
  readonly lines: readonly string[];
  /** Ends it with a signal and gives its exit code; null when the signal did it. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts `serve` without waiting for it. */
export function startServer(dataDir: string): ChildProcess {
  return start(["serve", "--data", dataDir, "--port", "0"]);
}

/** Starts `serve` on a free port and waits until it answers. */
export async function serve(dataDir: string): Promise<Server> {
  const child = startServer(dataDir);
  let errors = "";
  child.stderr?.on("data", (chunk) => (errors += chunk));
  const lines: string[] = [];
  const reader = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  const url = await new Promise<string>((resolve, reject) => {
    reader.on("line", (line) => {
      lines.push(line);
      const found = /listens on (http:\S+)/.exec(line)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", (code) => reject(new Error(`serve ended with ${code}: ${errors}`)));
  });
  return {
    url,
    process: child,
    lines,
    async stop(signal) {
      const exit = once(child, "exit");
      child.kill(signal);
      const [code] = (await exit) as [number | null];
      return code;
    },
  };
}
