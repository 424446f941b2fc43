import { dependencyOrder } from "../graph.ts";
import type { Contract } from "../ir.ts";
import { type GeneratedFile, sourceFile } from "../source-file.ts";
import { enumsOf } from "./enums.ts";
import { OPEN_OBJECT, zodExpression } from "./zod.ts";

/**
 * `schemas.ts`: the zod schemas with their exact types. Each is made in a function of its own that is marked pure, so
 * that a bundler keeps only those in use. Outside src/generated everything goes through the annotated models.
 */
export function emitSchemas(contract: Contract): GeneratedFile {
  const enums = new Map(enumsOf(contract));
  const made = new Set<string>();
  // A schema that is made further down is part of a cycle: it is looked up when first needed, under its known type.
  const reference = (name: string): string => (made.has(name) ? `${name}Schema` : lazy(name));
  const statements = dependencyOrder(contract.schemas).map(([name, schema]) => {
    const constants = enums.get(name);
    const expression =
      constants === undefined
        ? zodExpression(schema, { reference })
        : `z.enum(${name})${constants.nullable ? ".nullable()" : ""}`;
    made.add(name);
    return `export const ${name}Schema = /* @__PURE__ */ (() => ${expression})();`;
  });
  const imports = [
    { from: "zod", names: "z" },
    { from: "./enums.ts", names: [...enums.keys()] },
    { from: "./open-object.ts", names: [OPEN_OBJECT] },
    { from: "./types.ts", names: ["components"], typeOnly: true },
  ];
  return sourceFile("schemas.ts", imports, statements);
}

/** Gives and takes the named type: without its second argument the model would say that it takes anything. */
function lazy(name: string): string {
  const type = `components["schemas"]["${name}"]`;
  return `z.lazy((): z.ZodType<${type}, ${type}> => ${name}Schema)`;
}
