import { copyFile, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Change } from "../../../scripts/codegen/change/change.ts";
import { compareContracts } from "../../../scripts/codegen/change/compare/contracts.ts";
import { emit, understand } from "../../../scripts/codegen/generate.ts";
import { write } from "../../../scripts/codegen/output.ts";
import { cases, type Editable } from "./edits.ts";
import { replayOld, replayRecompiled, resourceName, type Sdk } from "./replay.ts";

/**
 * Each contract edit is generated; a consumer written against the old code is compiled against the new one, and its
 * calls are replayed. The report, the compiler and the calls must say the same.
 */
const here = fileURLToPath(new URL("./", import.meta.url));
const root = fileURLToPath(new URL("../../../", import.meta.url));
let folder: string;
let shop: string;
let old: Sdk;
let sdks: Sdk[];
let program: ts.Program;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-change-"));
  await symlink(join(root, "node_modules"), join(folder, "node_modules"), "dir");
  shop = await readFile(join(here, "shop.yaml"), "utf8");
  old = await make("old", () => {});
  sdks = [];
  for (const [index, [, , , , edit]] of cases.entries()) sdks.push(await make(String(index), edit));
  program = compile(["old", ...cases.keys()].map((name) => join(folder, String(name), "consumer.ts")));
}, 240_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** Generates the code of an edited contract and loads it. */
async function make(name: string, edit: (document: Editable) => void): Promise<Sdk> {
  const home = join(folder, name);
  await mkdir(home);
  const document: unknown = parse(shop);
  edit(document);
  const contractFile = join(home, "shop.json");
  await writeFile(contractFile, JSON.stringify(document));
  const understood = await understand([contractFile]);
  await write(join(home, "sdk"), await emit(understood));
  await copyFile(join(here, "consumer.ts.txt"), join(home, "consumer.ts"));
  const load = (path: string): Promise<Record<string, never>> =>
    import(pathToFileURL(join(home, "sdk", path)).href);
  const { contract } = understood;
  const modules = new Map<string, Record<string, never>>();
  for (const { tag } of contract.operations) modules.set(tag, await load(`resources/${tag}.ts`));
  const { operations } = (await load("operations.ts")) as unknown as Pick<Sdk, "operations">;
  const resource: Sdk["resource"] = (tag) => {
    const found: ReturnType<Sdk["resource"]> | undefined = modules.get(tag)?.[resourceName(tag)];
    if (found === undefined) throw new Error(`there is no resource ${tag}`);
    return found;
  };
  return { contract, operations, resource };
}

/** One program for all consumers: the library files and zod are read once. */
function compile(files: readonly string[]): ts.Program {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, folder);
  return ts.createProgram(files, { ...options, typeRoots: [join(root, "node_modules/@types")] });
}

function compilerSays(name: string): string[] {
  const path = join(folder, name, "consumer.ts");
  const file = program.getSourceFile(path);
  if (file === undefined) throw new Error(`${path} was not compiled`);
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map(
    ({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"),
  );
}

const verdict = (breaking: boolean): string => (breaking ? "breaks" : "-");

describe("nothing changed", () => {
  it("gives an empty report, a build without errors, and calls that pass", async () => {
    expect(compareContracts(old.contract, old.contract)).toEqual([]);
    expect(compilerSays("old")).toEqual([]);
    expect([...replayOld(old, old), ...replayRecompiled(old, old)]).toEqual([]);
  });
});

describe.each(cases.map((row, index) => [...row, index] as const))(
  "%s",
  (_, compiles, runs, says, _edit, index) => {
    const report = (): Change[] => compareContracts(old.contract, sdk().contract);
    const sdk = (): Sdk => {
      const made = sdks[index];
      if (made === undefined) throw new Error("not generated");
      return made;
    };

    it(`is reported; compile ${compiles}, runtime ${runs}`, () => {
      const lines = report().map(({ place, what }) => `${place}: ${what}`);
      expect(
        lines.find((line) => line.startsWith(says)),
        lines.join("\n"),
      ).toBeDefined();
      expect(verdict(report().some(({ compile }) => compile.breaking))).toBe(compiles);
      expect(verdict(report().some(({ runtime }) => runtime.breaking))).toBe(runs);
    });

    it(`the compiler agrees: ${compiles}`, () => {
      const problems = compilerSays(String(index));
      expect(verdict(problems.length > 0), problems.join("\n")).toBe(compiles);
    });

    it(`the calls agree: ${runs}`, () => {
      const problems = [...replayOld(old, sdk()), ...(compiles === "-" ? replayRecompiled(old, sdk()) : [])];
      expect(verdict(problems.length > 0), problems.join("\n")).toBe(runs);
    });
  },
);
