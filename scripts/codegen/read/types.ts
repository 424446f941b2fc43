import type { JsonObject, Places } from "../json.ts";
import { refuse } from "../problem.ts";

/** The types that a keyword says something about. */
const TYPES_OF: Readonly<Record<string, readonly string[]>> = {
  format: ["string", "number", "integer"],
  pattern: ["string"],
  minLength: ["string"],
  maxLength: ["string"],
  minimum: ["number", "integer"],
  maximum: ["number", "integer"],
  exclusiveMinimum: ["number", "integer"],
  exclusiveMaximum: ["number", "integer"],
  multipleOf: ["number", "integer"],
  items: ["array"],
  minItems: ["array"],
  maxItems: ["array"],
  properties: ["object"],
  required: ["object"],
  additionalProperties: ["object"],
};

/** Turns a list of types into a union; one type and null can stay together. Each member gets the keywords it knows. */
export function splitTypes(schema: JsonObject, places: Places): void {
  const { type } = schema;
  if (!Array.isArray(type) || type.filter((one) => one !== "null").length < 2) return;
  if (schema.enum !== undefined) {
    refuse(
      places.of(schema),
      "an enum of several types is not understood; write one enum per type, in oneOf",
    );
  }
  const members = type.map((one) => places.derive<JsonObject>({ type: one }, schema));
  for (const [keyword, types] of Object.entries(TYPES_OF)) {
    if (schema[keyword] === undefined) continue;
    for (const member of members) {
      if (types.includes(String(member.type))) member[keyword] = schema[keyword];
    }
    delete schema[keyword];
  }
  delete schema.type;
  schema.oneOf = places.derive(members, schema);
}
