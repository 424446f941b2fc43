import type { Contract, Schema } from "../../../scripts/codegen/ir.ts";

/** What a server that knows this contract takes from a value: fields it knows, defaults for what is missing. */
export function meaning(contract: Contract, schema: Schema, value: unknown): unknown {
  if (value === undefined) return defaultOf(contract, schema);
  if (schema.kind === "ref") {
    const target = contract.schemas.get(schema.name);
    return target === undefined ? value : meaning(contract, target, value);
  }
  if (schema.kind === "array" && Array.isArray(value))
    return value.map((item) => meaning(contract, schema.items, item));
  if (schema.kind === "object" && typeof value === "object" && value !== null) {
    const given = value as Record<string, unknown>;
    return Object.fromEntries(
      schema.properties
        .map(({ name, schema: inner }) => [name, meaning(contract, inner, given[name])] as const)
        .filter(([, taken]) => taken !== undefined),
    );
  }
  return value;
}

function defaultOf(contract: Contract, schema: Schema): unknown {
  const target = schema.kind === "ref" ? contract.schemas.get(schema.name) : undefined;
  return schema.notes.default ?? target?.notes.default;
}

/** Everything that was understood before is understood the same now; more may be. */
export function keepsMeaning(before: unknown, after: unknown): boolean {
  if (Array.isArray(before)) {
    return (
      Array.isArray(after) &&
      before.length === after.length &&
      before.every((item, index) => keepsMeaning(item, after[index]))
    );
  }
  if (typeof before === "object" && before !== null) {
    if (typeof after !== "object" || after === null) return false;
    const now = after as Record<string, unknown>;
    return Object.entries(before).every(([key, value]) => keepsMeaning(value, now[key]));
  }
  return before === after;
}
