import type { Contract, Property } from "../ir.ts";
import { camelCase } from "../names.ts";
import { documented, type GeneratedFile, sourceFile } from "../source-file.ts";

/** What the properties stand for that are left out, by wire name; a property without a default is not in it. */
export function defaultsOf(properties: readonly Property[]): Readonly<Record<string, unknown>> {
  const defaults = properties.map(({ name, schema }) => [name, schema.notes.default] as const);
  return Object.fromEntries(defaults.filter(([, value]) => value !== undefined));
}

/**
 * `defaults.ts`: the defaults of each object's properties, as data: the models apply none. Those of indicators stand
 * in the table of indicators, where they are looked up by type.
 */
export function emitDefaults(contract: Contract): GeneratedFile | undefined {
  const indicators = new Set(contract.indicators.map(({ name }) => name));
  const statements = [...contract.schemas].flatMap(([name, schema]) => {
    if (schema.kind !== "object" || indicators.has(name)) return [];
    const defaults = defaultsOf(schema.properties);
    if (Object.keys(defaults).length === 0) return [];
    return documented(
      `What the properties of \`${name}\` stand for where they are left out.`,
      `export const ${camelCase(name)}Defaults = ${JSON.stringify(defaults)} as const satisfies Partial<${name}>;`,
    );
  });
  if (statements.length === 0) return undefined;
  const imports = [{ from: "./models.ts", names: [...contract.schemas.keys()], typeOnly: true }];
  return sourceFile("defaults.ts", imports, statements);
}
