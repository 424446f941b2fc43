import type { Contract, EnumSchema } from "../ir.ts";
import { camelCase } from "../names.ts";
import { block, documented, type GeneratedFile, sourceFile } from "../source-file.ts";

/** The named enums of the contract, in its order. */
export function enumsOf(contract: Contract): [name: string, schema: EnumSchema][] {
  return [...contract.schemas].flatMap(([name, schema]) => (schema.kind === "enum" ? [[name, schema]] : []));
}

/** `enums.ts`: a constant object and a union type of the same name per named enum, and its codes in result columns. */
export function emitEnums(contract: Contract): GeneratedFile {
  const statements = enumsOf(contract).flatMap(([name, schema]) => [
    ...enumStatements(name, schema),
    ...codeStatements(name, schema),
  ]);
  return sourceFile("enums.ts", [], statements);
}

function enumStatements(name: string, { members, notes }: EnumSchema): string[] {
  const lines = members.map(({ name: member, value, description }) =>
    documented(description, `${member}: ${JSON.stringify(value)},`),
  );
  return [
    documented(notes.description, `export const ${name} = ${block(lines)} as const;`),
    documented(notes.description, `export type ${name} = (typeof ${name})[keyof typeof ${name}];`),
  ];
}

function codeStatements(name: string, { members }: EnumSchema): string[] {
  if (members.every(({ code }) => code === undefined)) return [];
  const lines = members.map(({ value, code }) => `${JSON.stringify(value)}: ${code ?? null},`);
  const type = members.some(({ code }) => code === null) ? "number | null" : "number";
  return [
    documented(
      `The number that result columns hold for each \`${name}\`.`,
      `export const ${camelCase(name)}Code = ${block(lines)} as const satisfies Readonly<Record<${name}, ${type}>>;`,
    ),
  ];
}
