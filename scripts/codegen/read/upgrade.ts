import type { JsonObject, Places } from "../json.ts";
import { walkSchemas } from "./walk.ts";

const COMBINED = ["$ref", "allOf", "oneOf", "anyOf"];
const LIMITS = [
  ["exclusiveMinimum", "minimum"],
  ["exclusiveMaximum", "maximum"],
] as const;

/** Rewrites what OpenAPI 3.0 spells otherwise than 3.1: `nullable`, and exclusive limits that are true or false. */
export function upgrade(document: JsonObject, places: Places): void {
  if (typeof document.openapi !== "string" || !document.openapi.startsWith("3.0")) return;
  document.openapi = "3.1.0";
  walkSchemas(document, (schema) => {
    for (const [exclusive, inclusive] of LIMITS) {
      const flag = schema[exclusive];
      if (typeof flag !== "boolean") continue;
      delete schema[exclusive];
      if (!flag || schema[inclusive] === undefined) continue;
      schema[exclusive] = schema[inclusive];
      delete schema[inclusive];
    }
    const { nullable } = schema;
    if (typeof nullable !== "boolean") return;
    delete schema.nullable;
    if (nullable) admitNull(schema, places);
  });
}

function admitNull(schema: JsonObject, places: Places): void {
  if (typeof schema.type === "string") {
    schema.type = [schema.type, "null"];
    if (Array.isArray(schema.enum) && !schema.enum.includes(null)) schema.enum.push(null);
    return;
  }
  const combined = COMBINED.filter((key) => schema[key] !== undefined);
  // Neither a type nor parts: it takes anything, null as well.
  if (combined.length === 0) return;
  const inner = places.derive<JsonObject>({}, schema);
  for (const key of [...combined, "properties", "required", "discriminator"]) {
    if (schema[key] === undefined) continue;
    inner[key] = schema[key];
    delete schema[key];
  }
  schema.oneOf = places.derive([inner, places.derive<JsonObject>({ type: "null" }, schema)], schema);
}
