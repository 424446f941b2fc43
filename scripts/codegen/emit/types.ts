import type { Contract } from "../ir.ts";
import { isObject, type JsonObject } from "../json.ts";
import { type GeneratedFile, HEADER } from "../source-file.ts";
import { nameSelfReferences } from "./aliases.ts";
import { openapiTypes } from "./types-thread.ts";

/** `types.ts`: the TypeScript types of the prepared document, by openapi-typescript. */
export async function emitTypes(document: JsonObject, contract: Contract): Promise<GeneratedFile> {
  const text = await openapiTypes(JSON.stringify(document, forTypes), {
    // A default says what the server assumes; it does not oblige the caller to write it.
    defaultNonNullable: false,
    emptyObjectsUnknown: true,
    silent: true,
  });
  return { path: "types.ts", text: HEADER + nameSelfReferences(text, contract.schemas) };
}

/**
 * What openapi-typescript is to see of a part of the document.
 *
 * Members of a discriminated union carry their constants (read/tags.ts sees to it), so the union needs no help: left to
 * itself, openapi-typescript would write the tags a second time, and name them after the schemas. Examples belong to
 * the contract; whole strategies in doc comments help nobody.
 */
function forTypes(key: string, value: unknown): unknown {
  if (key === "discriminator" && isObject(value) && typeof value.propertyName === "string") return undefined;
  if (key === "examples" && Array.isArray(value)) return undefined;
  return isObject(value) && typeof value.description === "string" ? withStanding(value) : value;
}

/** Says in the description what no type can: limits, and how the schema stands to servers and logs. */
function withStanding(schema: JsonObject): JsonObject {
  const limits = limitsOf({ ...innerOf(schema), ...schema });
  const standing = [
    schema["x-tradepose-extension"] === true ? "An extension: not every server knows it." : [],
    schema["x-tradepose-secret"] === true ? "Secret: never logged." : [],
  ];
  return { ...schema, description: [schema.description, ...limits, ...standing.flat()].join(" ") };
}

/** The schema of the value itself, where the union around it only admits null. */
function innerOf(schema: JsonObject): JsonObject {
  const members = Array.isArray(schema.oneOf) ? schema.oneOf.filter(isObject) : [];
  const [only, ...others] = members.filter(({ type }) => type !== "null");
  return only !== undefined && others.length === 0 ? only : {};
}

function limitsOf(schema: JsonObject): string[] {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const bounds = [
    limit("above", exclusiveMinimum),
    limit("at least", minimum),
    limit("below", exclusiveMaximum),
    limit("at most", maximum),
    limit("a multiple of", multipleOf),
    range(schema.minLength, schema.maxLength, "characters"),
    range(schema.minItems, schema.maxItems, "items"),
  ].filter((text) => text !== "");
  const sentence = bounds.join(", ");
  return sentence === "" ? [] : [`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`];
}

function limit(text: string, value: unknown): string {
  return value === undefined ? "" : `${text} ${value}`;
}

function range(least: unknown, most: unknown, unit: string): string {
  if (least === undefined && most === undefined) return "";
  if (most === undefined)
    return least === 1 && unit === "characters" ? "not empty" : `at least ${least} ${unit}`;
  return `${least ?? 0} to ${most} ${unit}`;
}
