import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { beforeAll, describe, expect, it } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));

/** The declaration files of the subpath `/models`, as a consumer's compiler reads them: from its entry on. */
function declarations(): Map<string, string> {
  const { config } = ts.readConfigFile(join(root, "tsconfig.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const program = ts.createProgram([join(root, "src/models.ts")], {
    ...options,
    noEmit: false,
    allowImportingTsExtensions: false,
    rewriteRelativeImportExtensions: true,
    declaration: true,
    emitDeclarationOnly: true,
    noCheck: true,
    rootDir: join(root, "src"),
    outDir: "/",
  });
  const emitted = new Map<string, string>();
  program.emit(undefined, (file, text) => emitted.set(file, text));
  const reached = new Map<string, string>();
  const follow = (file: string): void => {
    const text = emitted.get(file);
    if (text === undefined || reached.has(file)) return;
    reached.set(file, text);
    for (const { fileName } of ts.preProcessFile(text).importedFiles) {
      follow(join(dirname(file), fileName.replace(/\.[jt]s$/, ".d.ts")));
    }
  };
  follow("/models.d.ts");
  return reached;
}

describe("the declarations of the models", () => {
  let files: Map<string, string>;
  beforeAll(() => {
    files = declarations();
  }, 120_000);

  const size = (...names: string[]): number =>
    names.reduce((sum, name) => sum + (files.get(`/generated/${name}.d.ts`)?.length ?? Number.NaN), 0);

  it("are no larger than 1.2 times the types that they describe", () => {
    const all = [...files.values()].reduce((sum, text) => sum + text.length, 0);
    expect(all / size("types", "enums")).toBeLessThanOrEqual(1.2);
  });

  it("do not hold the inner types of zod's schemas", () => {
    expect([...files.keys()]).not.toContain("/generated/schemas.d.ts");
  });

  it("know no any", () => {
    for (const [file, text] of files) expect(anyIn(file, text), file).toEqual([]);
  });
});

describe("the generated code", () => {
  it("knows no any", async () => {
    const folder = join(root, "src/generated");
    const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith(".ts"));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files)
      expect(anyIn(file, await readFile(join(folder, file), "utf8")), file).toEqual([]);
  });
});

/** The lines at which a file says `any` as a type. */
function anyIn(name: string, text: string): number[] {
  const lines: number[] = [];
  const source = ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword)
      lines.push(source.getLineAndCharacterOfPosition(node.pos).line + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return lines;
}
