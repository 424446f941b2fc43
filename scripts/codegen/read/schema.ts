import type { EnumMember, Notes, Scalar, Schema, StringFormat, UnionSchema } from "../ir.ts";
import { isObject, type JsonObject, type Places, Reader } from "../json.ts";
import { constantCase } from "../names.ts";

const REF = /^#\/components\/schemas\/([^/]+)$/;
const STRING_FORMATS: readonly string[] = ["uuid", "date-time", "date", "binary"] satisfies StringFormat[];
/** Formats that say what a text is for; servers differ too much in what they take for a model to check them. */
const UNCHECKED_FORMATS = [
  "byte",
  "duration",
  "email",
  "hostname",
  "ipv4",
  "ipv6",
  "password",
  "time",
  "uri",
  "url",
];
const NUMBER_FORMATS: Readonly<Record<string, readonly string[]>> = {
  integer: ["int32", "int64"],
  number: ["float", "double"],
};

/** Reads one schema of the prepared document, with everything in it. */
export function readSchema(places: Places, node: JsonObject): Schema {
  const reader = new Reader(places, node, "a schema");
  const notes = readNotes(reader);
  const schema = readKind(reader, notes);
  reader.end();
  return schema;
}

function readNotes(reader: Reader): Notes {
  const example = reader.raw("example");
  const examples = reader.array("examples") ?? [];
  for (const key of ["title", "readOnly", "writeOnly", "externalDocs", "$comment"]) reader.raw(key);
  return {
    pointer: reader.pointer,
    description: reader.string("description")?.trim(),
    default: reader.raw("default"),
    examples: example === undefined ? examples : [example, ...examples],
    deprecated: reader.boolean("deprecated") ?? false,
    extension: reader.boolean("x-tradepose-extension") ?? false,
    reference: reader.boolean("x-tradepose-reference") ?? false,
    secret: reader.boolean("x-tradepose-secret") ?? false,
  };
}

/** What a property says about a schema goes before what the schema says about itself. */
function annotate(schema: Schema, notes: Notes, nullable: boolean): Schema {
  return {
    ...schema,
    nullable: schema.nullable || nullable,
    notes: {
      ...notes,
      description: notes.description ?? (schema.kind === "ref" ? undefined : schema.notes.description),
      default: notes.default === undefined ? schema.notes.default : notes.default,
      reference: notes.reference || schema.notes.reference,
      secret: notes.secret || schema.notes.secret,
    },
  };
}

function readKind(reader: Reader, notes: Notes): Schema {
  const ref = reader.string("$ref");
  if (ref !== undefined) {
    const name = REF.exec(ref)?.[1];
    if (name === undefined)
      reader.fail(`only \`#/components/schemas/...\` can be referred to, not \`${ref}\``, "$ref");
    return { kind: "ref", name, nullable: false, notes };
  }
  const allOf = reader.objects("allOf");
  if (allOf !== undefined) return annotate(readSchema(reader.places, allOf[0] ?? {}), notes, false);
  if (reader.has("oneOf") || reader.has("anyOf")) return readUnion(reader, notes);
  if (reader.has("const")) return readConst(reader, notes);
  const { type, nullable } = readType(reader);
  if (reader.has("enum")) return readEnum(reader, notes, type, nullable);
  switch (type) {
    case undefined:
      return { kind: "unknown", nullable, notes };
    case "null":
    case "boolean":
      return { kind: type, nullable, notes };
    case "string":
      return readString(reader, notes, nullable);
    case "number":
    case "integer":
      return readNumber(reader, notes, type, nullable);
    case "array":
      return {
        kind: "array",
        nullable,
        notes,
        items: readSchema(reader.places, reader.required(reader.object("items"), "items")),
        minItems: reader.number("minItems"),
        maxItems: reader.number("maxItems"),
      };
    case "object":
      return readObject(reader, notes, nullable);
    default:
      return reader.fail(`unknown type \`${type}\``, "type");
  }
}

function readType(reader: Reader): { type: string | undefined; nullable: boolean } {
  const raw = reader.raw("type");
  if (raw === undefined || typeof raw === "string") return { type: raw, nullable: false };
  const types = reader.strings("type") ?? [];
  const others = types.filter((type) => type !== "null");
  if (others.length !== 1)
    reader.fail("write several types as oneOf; only one type and null can share a list", "type");
  return { type: others[0], nullable: types.length > others.length };
}

function readUnion(reader: Reader, notes: Notes): Schema {
  const nodes = reader.objects("oneOf") ?? reader.objects("anyOf") ?? [];
  if (reader.has("oneOf") && reader.has("anyOf"))
    reader.fail("oneOf beside anyOf is not understood", "anyOf");
  // A type beside the members restates what they say.
  reader.raw("type");
  const all = nodes.map((node) => readSchema(reader.places, node));
  const members = all.filter((member) => member.kind !== "null");
  const nullable = members.length < all.length;
  const only = members[0];
  if (only === undefined) return reader.fail("a union of nothing");
  const discriminator = reader.child("discriminator", "a discriminator");
  if (members.length === 1) return annotate(only, notes, nullable);
  const union: UnionSchema = {
    kind: "union",
    members,
    nullable,
    notes,
    discriminator: discriminator?.string("propertyName"),
    mapping: discriminator && readMapping(discriminator),
  };
  discriminator?.end();
  return union;
}

function readMapping(discriminator: Reader): Record<string, string> | undefined {
  const mapping = discriminator.object("mapping");
  if (mapping === undefined) return undefined;
  // A target is a reference, or the bare name of a schema.
  return Object.fromEntries(
    Object.entries(mapping).map(([tag, target]) => [tag, REF.exec(String(target))?.[1] ?? String(target)]),
  );
}

function readConst(reader: Reader, notes: Notes): Schema {
  const value = reader.raw("const");
  const { type } = readType(reader);
  if (!isScalar(value)) return reader.fail("a constant is text, a number, true or false", "const");
  const fits = type === undefined || typeof value === (type === "integer" ? "number" : type);
  if (!fits) reader.fail(`${JSON.stringify(value)} is no ${type}`, "const");
  return { kind: "const", value, nullable: false, notes };
}

function isScalar(value: unknown): value is Scalar {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function readEnum(reader: Reader, notes: Notes, type: string | undefined, nullable: boolean): Schema {
  const all = reader.array("enum") ?? [];
  const values = all.filter((value) => value !== null);
  if (nullable !== values.length < all.length)
    reader.fail("null must stand in both `type` and `enum`, or in neither", "enum");
  const names = reader.strings("x-enum-varnames");
  const descriptions = reader.strings("x-enum-descriptions");
  const codes = reader.array("x-tradepose-codes");
  for (const [key, list] of Object.entries({
    "x-enum-varnames": names,
    "x-enum-descriptions": descriptions,
    "x-tradepose-codes": codes,
  })) {
    if (list !== undefined && list.length !== values.length)
      reader.fail(`needs one entry per value (${values.length})`, key);
  }
  const members = values.map((value, index): EnumMember => {
    if (typeof value !== "string" && typeof value !== "number")
      reader.fail("values are texts or numbers", "enum");
    if (typeof value !== (type === "string" ? "string" : "number"))
      reader.fail(`${JSON.stringify(value)} is no ${type}`, "enum");
    const code = codes?.[index];
    if (code !== undefined && code !== null && typeof code !== "number")
      reader.fail("codes are numbers or null", "x-tradepose-codes");
    return {
      value,
      name: names?.[index] ?? constantCase(String(value)),
      description: descriptions?.[index],
      code,
    };
  });
  const repeated = members.find(
    ({ name }, index) => members.findIndex((other) => other.name === name) !== index,
  );
  if (repeated !== undefined)
    reader.fail(`two members are called ${repeated.name}; give x-enum-varnames`, "enum");
  return { kind: "enum", members, nullable, notes };
}

function readString(reader: Reader, notes: Notes, nullable: boolean): Schema {
  const format = reader.string("format");
  const checked = format !== undefined && STRING_FORMATS.includes(format);
  if (format !== undefined && !checked && !UNCHECKED_FORMATS.includes(format))
    reader.fail(`unknown format \`${format}\` of text`, "format");
  const pattern = reader.string("pattern");
  if (pattern !== undefined) {
    try {
      new RegExp(pattern, "u");
    } catch (error) {
      reader.fail(
        `not a regular expression: ${error instanceof Error ? error.message : String(error)}`,
        "pattern",
      );
    }
  }
  return {
    kind: "string",
    nullable,
    notes,
    format: checked ? (format as StringFormat) : undefined,
    pattern,
    minLength: reader.number("minLength"),
    maxLength: reader.number("maxLength"),
  };
}

function readNumber(reader: Reader, notes: Notes, kind: "number" | "integer", nullable: boolean): Schema {
  const format = reader.string("format");
  if (format !== undefined && !NUMBER_FORMATS[kind]?.includes(format))
    reader.fail(`unknown format \`${format}\` of a ${kind}`, "format");
  return {
    kind,
    nullable,
    notes,
    wide: format === "int64",
    minimum: reader.number("minimum"),
    maximum: reader.number("maximum"),
    exclusiveMinimum: reader.number("exclusiveMinimum"),
    exclusiveMaximum: reader.number("exclusiveMaximum"),
    multipleOf: reader.number("multipleOf"),
  };
}

function readObject(reader: Reader, notes: Notes, nullable: boolean): Schema {
  // Read by read/indicators.ts, which needs the finished schema.
  reader.raw("x-tradepose-indicator");
  const properties = reader.object("properties") ?? {};
  const required = reader.strings("required") ?? [];
  const absent = required.find((name) => !Object.hasOwn(properties, name));
  if (absent !== undefined) reader.fail(`\`${absent}\` is required and not among the properties`, "required");
  const raw = reader.raw("additionalProperties");
  if (raw !== undefined && typeof raw !== "boolean" && !isObject(raw))
    reader.fail("expected a schema, true or false", "additionalProperties");
  const anything: Schema = { kind: "unknown", nullable: false, notes: { ...notes, description: undefined } };
  const additional = raw === true ? anything : isObject(raw) ? readSchema(reader.places, raw) : raw;
  if (Object.keys(properties).length === 0 && additional !== false) {
    return { kind: "record", values: additional ?? anything, nullable, notes };
  }
  return {
    kind: "object",
    nullable,
    notes,
    additional,
    properties: Object.entries(properties).map(([name, property]) => {
      if (!isObject(property)) return reader.fail(`property \`${name}\` is no schema`, "properties");
      return { name, required: required.includes(name), schema: readSchema(reader.places, property) };
    }),
  };
}
