import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The examples in TypeScript of a page in `docs/`. */
export function examplesOf(page: string): readonly string[] {
  const text = readFileSync(`${root}docs/${page}`, "utf8");
  return [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, code = ""]) => code);
}

export interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a program from the sources, in a process of its own, with nothing in its environment but what is given. */
export function runProgram(program: string, env: Readonly<Record<string, string>>): Promise<Ended> {
  const { outputText } = ts.transpileModule(program, {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const args = ["--conditions=source", "--import", "tsx", "--input-type=module", "--eval", outputText];
  const { PATH = "" } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd: root, env: { PATH, ...env } }, (error, stdout, stderr) => {
      resolve({ exitCode: typeof error?.code === "number" ? error.code : error ? 1 : 0, stdout, stderr });
    });
  });
}
