import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "node:util";
import ts from "typescript";
import { expect, vi } from "vitest";
import { compile, compilerOptions } from "../types/compiler.ts";
import * as preamble from "./preamble.ts";
import { withPromises } from "./promises.ts";
import type { FromServer } from "./server.ts";

/** A piece of code as a reader sees it, and where it stands. */
export interface Example {
  readonly where: string;
  readonly code: string;
  /** Whether it begins with nothing but the library. Default false: with the names of the preamble. */
  readonly isWhole?: boolean;
}

const { begin, writeFiles, ...library } = preamble;
const fromServer = ["client", "tester", "batch", "apiKey", "ids"] satisfies (keyof FromServer)[];

/** A gateway, which examples say is at http://127.0.0.1:8420. */
export interface Server {
  readonly url: string;
  readonly given: FromServer;
}

/** The examples with what their compiler says of them, which is nothing when they are right. */
export function compileExamples(examples: readonly Example[]): ReadonlyMap<Example, readonly string[]> {
  const imports = `import { ${exportedNames().join(", ")} } from "../docs/preamble.ts";`;
  const beginning = `const { ${Object.keys(begin()).join(", ")} } = begin();`;
  const found = compile(
    examples.map(({ code, isWhole = false }) =>
      [imports, isWhole ? "" : beginning, asFunction(code)].join("\n"),
    ),
  );
  return new Map(
    examples.map((example, index) => [
      example,
      (found[index] ?? []).map(({ message, underlined }) => `\`${underlined}\`: ${message}`),
    ]),
  );
}

/** Everything that the preamble exports, values and types. */
function exportedNames(): readonly string[] {
  const file = fileURLToPath(new URL("preamble.ts", import.meta.url));
  const program = ts.createProgram([file], compilerOptions());
  const checker = program.getTypeChecker();
  const source = program.getSourceFile(file);
  const module = source && checker.getSymbolAtLocation(source);
  if (module === undefined) throw new Error(`${file} is no module`);
  const values = new Set([...Object.keys(preamble), ...fromServer]);
  return checker.getExportsOfModule(module).map(({ name }) => (values.has(name) ? name : `type ${name}`));
}

/** Whether an example can do without a server. */
export function isRunnable({ code }: Example): boolean {
  const text = code.replace(/(?<!\S)\/\/.*$/gm, "");
  const declared = new Set([...text.matchAll(/\b(?:const|let) (\w+)/g)].map(([, name]) => name));
  return !fromServer.some(
    (name) => !declared.has(name) && new RegExp(`(?<![.\\w"])${name}\\b(?!:)`).test(text),
  );
}

/**
 * Runs an example on what it may use, in a folder with the files of the preamble, and compares the values that its
 * comments promise.
 */
export async function runExample({ code, isWhole = false }: Example, server?: Server): Promise<void> {
  const here = code.replaceAll("http://127.0.0.1:8420", server?.url ?? "http://127.0.0.1:8420");
  const { outputText } = ts.transpileModule(asFunction(withPromises(here)), {
    compilerOptions: { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext },
  });
  const given = { ...library, ...(isWhole ? {} : begin()), ...server?.given, promised, promisedText };
  const run = new Function(...Object.keys(given), `"use strict";\n${outputText}\nreturn example();`);
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const before = process.cwd();
  const folder = await mkdtemp(join(tmpdir(), "tradepose-test-"));
  try {
    process.chdir(folder);
    await writeFiles();
    await run(...Object.values(given));
  } finally {
    process.chdir(before);
    await rm(folder, { recursive: true, force: true });
    log.mockRestore();
  }
}

function promised(value: unknown, expected: unknown): void {
  expect(value).toEqual(expected);
}

function promisedText(printed: readonly unknown[], expected: string): void {
  expect(format(...printed)).toBe(expected);
}

/** A function lets an example declare names that the preamble has too. */
function asFunction(code: string): string {
  return `async function example() {\n${code}\n}`;
}
