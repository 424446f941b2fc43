import { dependencyOrder } from "../graph.ts";
import type { Contract } from "../ir.ts";
import { type GeneratedFile, sourceFile } from "../source-file.ts";
import { OPEN_OBJECT, zodExpression } from "./zod.ts";

/** The function of schemas.ts by which the generated code makes what nobody may need. */
export const MAKE = "make";

const HELPER = `
/**
 * Makes a value by a call that bundlers take for pure, so that one nobody uses is left out. A function called where it
 * stands would do, but rolldown unwraps it and forgets the mark.
 */
export function ${MAKE}<T>(maker: () => T): T {
  return maker();
}
`;

/**
 * `schemas.ts`: the zod schemas with their exact types, each made on its own so that a bundle holds only those in use.
 * Outside src/generated everything goes through the annotated models.
 */
export function emitSchemas(contract: Contract): GeneratedFile {
  const made = new Set<string>();
  // A schema that is made further down is part of a cycle: it is looked up when first needed, under its known type.
  const reference = (name: string): string => (made.has(name) ? `${name}Schema` : lazy(name));
  const statements = dependencyOrder(contract.schemas).map(([name, schema]) => {
    const expression = zodExpression(schema, { reference });
    made.add(name);
    return `export const ${name}Schema = /* @__PURE__ */ ${MAKE}(() => ${expression});`;
  });
  const imports = [
    { from: "zod", names: "z" },
    { from: "./open-object.ts", names: [OPEN_OBJECT] },
    { from: "./types.ts", names: ["components"], typeOnly: true },
  ];
  return sourceFile("schemas.ts", imports, [HELPER, ...statements]);
}

/** Gives and takes the named type: without its second argument the model would say that it takes anything. */
function lazy(name: string): string {
  const type = `components["schemas"]["${name}"]`;
  return `z.lazy((): z.ZodType<${type}, ${type}> => ${name}Schema)`;
}
