import type { ArraySchema, NumberSchema, ObjectSchema, Schema, StringSchema, UnionSchema } from "../ir.ts";
import { propertyKey } from "../names.ts";

/** Of static/open-object.ts, which comes along where it is needed. */
export const OPEN_OBJECT = "openObject";

/** How a schema names others. */
export interface ZodContext {
  /** The expression for a named schema. */
  reference(name: string): string;
}

/** The zod expression of a schema. */
export function zodExpression(schema: Schema, context: ZodContext): string {
  const expression = baseExpression(schema, context);
  return schema.nullable && schema.kind !== "unknown" ? `${expression}.nullable()` : expression;
}

function baseExpression(schema: Schema, context: ZodContext): string {
  switch (schema.kind) {
    case "ref":
      return context.reference(schema.name);
    case "object":
      return objectExpression(schema, context);
    case "record":
      return `z.record(z.string(), ${zodExpression(schema.values, context)})`;
    case "array":
      return arrayExpression(schema, context);
    case "string":
      return stringExpression(schema);
    case "number":
    case "integer":
      return numberExpression(schema);
    case "enum": {
      const values = schema.members.map((member) => JSON.stringify(member.value)).join(", ");
      return schema.members.every((member) => typeof member.value === "string")
        ? `z.enum([${values}])`
        : `z.literal([${values}])`;
    }
    case "const":
      return `z.literal(${JSON.stringify(schema.value)})`;
    case "union":
      return unionExpression(schema, context);
    case "boolean":
    case "null":
    case "unknown":
      return `z.${schema.kind}()`;
    default:
      return schema satisfies never;
  }
}

function objectExpression(schema: ObjectSchema, context: ZodContext): string {
  const properties = schema.properties.map((property) => {
    const value = zodExpression(property.schema, context);
    return `${propertyKey(property.name)}: ${property.required ? value : `${value}.exactOptional()`},`;
  });
  const object = `${schema.additional === false ? "z.strictObject" : "z.object"}({\n${properties.join("\n")}\n})`;
  return typeof schema.additional === "object"
    ? `${OPEN_OBJECT}(${object}, ${zodExpression(schema.additional, context)})`
    : object;
}

function arrayExpression(schema: ArraySchema, context: ZodContext): string {
  const items = zodExpression(schema.items, context);
  return `z.array(${items})${checks({ min: schema.minItems, max: schema.maxItems })}`;
}

function stringExpression(schema: StringSchema): string {
  const length = checks({ min: schema.minLength, max: schema.maxLength });
  const pattern = schema.pattern === undefined ? "" : `.regex(/${new RegExp(schema.pattern, "u").source}/u)`;
  return `${stringBase(schema)}${length}${pattern}`;
}

function stringBase(schema: StringSchema): string {
  switch (schema.format) {
    case "uuid":
      // RFC 9562 fixes version and variant bits that `z.uuid()` insists on; the format itself does not.
      return "z.guid()";
    case "date-time":
      // Servers write offsets as well as Z, and local times without either.
      return "z.iso.datetime({ offset: true, local: true })";
    case "date":
      return "z.iso.date()";
    default:
      return "z.string()";
  }
}

function numberExpression(schema: NumberSchema): string {
  // `z.int()` ends at 2^53; a 64-bit integer beyond was rounded by JSON.parse and is still one.
  const whole = schema.wide ? "z.number().refine(Number.isInteger)" : "z.int()";
  const { minimum: gte, maximum: lte, exclusiveMinimum: gt, exclusiveMaximum: lt, multipleOf } = schema;
  return `${schema.kind === "integer" ? whole : "z.number()"}${checks({ gte, lte, gt, lt, multipleOf })}`;
}

function unionExpression(schema: UnionSchema, context: ZodContext): string {
  const members = schema.members.map((member) => zodExpression(member, context)).join(", ");
  return schema.discriminator === undefined
    ? `z.union([${members}])`
    : `z.discriminatedUnion(${JSON.stringify(schema.discriminator)}, [${members}])`;
}

function checks(limits: Readonly<Record<string, number | undefined>>): string {
  return Object.entries(limits)
    .map(([method, limit]) => (limit === undefined ? "" : `.${method}(${limit})`))
    .join("");
}
