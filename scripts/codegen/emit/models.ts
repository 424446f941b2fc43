import type { Contract } from "../ir.ts";
import { describe, documented, type GeneratedFile, sourceFile } from "../source-file.ts";
import { enumsOf } from "./enums.ts";

/**
 * `models.ts`: a type and a zod model per schema. The annotation keeps declaration files as small as the types;
 * type-tests.ts proves that both say the same.
 */
export function emitModels(contract: Contract): GeneratedFile {
  const enums = enumsOf(contract).map(([name]) => name);
  const statements = [...contract.schemas].flatMap(([name, { notes }]) => {
    const model = documented(
      `Checks a \`${name}\`.`,
      `export const ${name}Model: z.ZodType<${name}> = ${name}Schema;`,
    );
    if (enums.includes(name)) return [model];
    return [documented(describe(notes), `export type ${name} = components["schemas"]["${name}"];`), model];
  });
  const imports = [
    { from: "zod", names: "z", typeOnly: true },
    { from: "./enums.ts", names: enums, typeOnly: true },
    { from: "./schemas.ts", names: [...contract.schemas.keys()].map((name) => `${name}Schema`) },
    { from: "./types.ts", names: ["components"], typeOnly: true },
  ];
  return sourceFile("models.ts", imports, statements);
}
