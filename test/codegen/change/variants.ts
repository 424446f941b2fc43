import type { Contract, Schema } from "../../../scripts/codegen/ir.ts";

/**
 * Values of a schema that together touch everything in it: every enum value and union member, each optional field
 * there and not there, null where it is allowed, both ends of every limit. No two deviations at once.
 */
export function variants(contract: Contract, schema: Schema): unknown[] {
  const values = ofKind(contract, schema);
  return schema.nullable ? [...values, null] : values;
}

function ofKind(contract: Contract, schema: Schema): unknown[] {
  switch (schema.kind) {
    case "ref": {
      const target = contract.schemas.get(schema.name);
      if (target === undefined) throw new Error(`no schema ${schema.name}`);
      return variants(contract, target);
    }
    case "const":
      return [schema.value];
    case "enum":
      return schema.members.map(({ value }) => value);
    case "boolean":
      return [true, false];
    case "null":
      return [null];
    case "unknown":
      return ["anything", 1, null];
    case "union":
      return schema.members.flatMap((member) => variants(contract, member));
    case "integer":
    case "number": {
      const step = schema.kind === "integer" ? 1 : 0.5;
      const low =
        schema.minimum ?? (schema.exclusiveMinimum === undefined ? -3 : schema.exclusiveMinimum + step);
      const high =
        schema.maximum ??
        (schema.exclusiveMaximum === undefined ? low + 1e6 : schema.exclusiveMaximum - step);
      return [low, low + step, high];
    }
    case "string":
      return texts(schema);
    case "array": {
      const items = variants(contract, schema.items);
      const many = Array.from({ length: schema.maxItems ?? 20 }, () => items[0]);
      return [
        ...items.map((item) => Array.from({ length: Math.max(1, schema.minItems ?? 0) }, () => item)),
        many,
      ];
    }
    case "record":
      return [{}, ...variants(contract, schema.values).map((value) => ({ any: value }))];
    case "object":
      return objects(contract, schema);
    default:
      return schema satisfies never;
  }
}

function texts(schema: Schema & { kind: "string" }): string[] {
  switch (schema.format) {
    case "uuid":
      return ["0b7cdbd5-1a5a-4b5e-9a2f-3d1f5a0c7e11"];
    case "date-time":
      return ["2024-01-02T03:04:05Z"];
    case "date":
      return ["2024-01-02"];
    default: {
      const all = ["a", "A 1", "x".repeat(schema.maxLength ?? 60)].filter(
        (text) => text.length <= (schema.maxLength ?? 60) && text.length >= (schema.minLength ?? 0),
      );
      return schema.pattern === undefined
        ? all
        : all.filter((text) => new RegExp(schema.pattern ?? "", "u").test(text));
    }
  }
}

function objects(contract: Contract, schema: Schema & { kind: "object" }): unknown[] {
  const fields = schema.properties.map(({ name, required, schema: inner }) => {
    return { name, required, values: variants(contract, inner) };
  });
  const full = Object.fromEntries(fields.map(({ name, values }) => [name, values[0]]));
  const least = Object.fromEntries(
    fields.filter(({ required }) => required).map(({ name, values }) => [name, values[0]]),
  );
  const deviations = fields.flatMap(({ name, values }) =>
    values.slice(1).map((value) => ({ ...full, [name]: value })),
  );
  // Nothing closes this object: a value may hold what the contract does not name.
  const open = schema.additional === false ? [] : [{ ...full, unnamed: "more" }];
  return [full, least, ...deviations, ...open];
}
