import { type ImportDeclarationStructure, Project, StructureKind, ts } from "ts-morph";
import type { Notes } from "./ir.ts";

export interface GeneratedFile {
  /** Relative to the output folder, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** What a file may import; it imports what its statements mention. */
export interface Import {
  readonly from: string;
  /** Names to import, or the one name that stands for the whole module. */
  readonly names: readonly string[] | string;
  readonly typeOnly?: boolean;
}

export const HEADER =
  "// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.\n\n";

const project = new Project({ useInMemoryFileSystem: true, skipLoadingLibFiles: true });

/** Builds a file of statements, once; the formatter lays it out afterwards. */
export function sourceFile(
  path: string,
  imports: readonly Import[],
  statements: readonly string[],
): GeneratedFile {
  const code = statements.join("\n\n");
  const mentioned = identifiersOf(code);
  const head = imports.flatMap((it) => importDeclaration(it, mentioned) ?? []);
  // The code was parsed once, for its names; as part of the file it would be parsed again.
  const file = project.createSourceFile(path, { statements: head }, { overwrite: true });
  return { path, text: `${HEADER}${file.getFullText()}\n${code}\n` };
}

/** Every name the code mentions. Reads compiler nodes: wrapping each of a large file costs seconds. */
function identifiersOf(code: string): ReadonlySet<string> {
  const names = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node)) names.add(node.text);
    ts.forEachChild(node, visit);
  };
  const languageVersion = ts.ScriptTarget.Latest;
  const jsDocParsingMode = ts.JSDocParsingMode.ParseNone;
  visit(ts.createSourceFile("code.ts", code, { languageVersion, jsDocParsingMode }));
  return names;
}

function importDeclaration(
  { from, names, typeOnly = false }: Import,
  mentioned: ReadonlySet<string>,
): ImportDeclarationStructure | undefined {
  const declaration = {
    kind: StructureKind.ImportDeclaration,
    moduleSpecifier: from,
    isTypeOnly: typeOnly,
  } as const;
  if (typeof names === "string")
    return mentioned.has(names) ? { ...declaration, namespaceImport: names } : undefined;
  const used = [...new Set(names)].filter((name) => mentioned.has(name));
  return used.length === 0 ? undefined : { ...declaration, namedImports: used };
}

/** A statement under its doc comment; undefined and empty paragraphs are left out. */
export function documented(
  paragraphs: string | undefined | readonly (string | undefined)[],
  statement: string,
): string {
  const text = [paragraphs]
    .flat()
    .filter((paragraph) => paragraph !== undefined && paragraph !== "")
    .join("\n");
  const lines = text.replaceAll("*/", "*\\/").trim().split("\n");
  if (text === "") return statement;
  if (lines.length === 1) return `/** ${lines[0]} */\n${statement}`;
  return `/**\n${lines.map((line) => ` * ${line}`.trimEnd()).join("\n")}\n */\n${statement}`;
}

/** An object literal of lines that each end in a comma. */
export function block(lines: readonly string[]): string {
  return `{\n${lines.join("\n")}\n}`;
}

/** Description, default and standing of a value, in one sentence each. */
export function describe(notes: Notes, description = notes.description): string {
  const parts = [
    description,
    notes.default === undefined ? undefined : `Default: ${JSON.stringify(notes.default)}.`,
    notes.extension ? "An extension: not every server knows it." : undefined,
    notes.secret ? "Secret: never logged." : undefined,
  ];
  return parts.filter((part) => part !== undefined && part !== "").join(" ");
}
