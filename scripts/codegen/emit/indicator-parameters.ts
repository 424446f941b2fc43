import type { NumberSchema, Property, Schema } from "../ir.ts";
import { camelCase } from "../names.ts";
import { refuse } from "../problem.ts";
import { block, describe, documented } from "../source-file.ts";

/** How a parameter of a factory is typed, and how it is checked at run time (see static/indicator-runtime.ts). */
interface ParameterKind {
  readonly type: string;
  readonly rule: { readonly kind: string; readonly [limit: string]: unknown };
}

/** The parameters of one indicator's factory. `fields` is one of them only where the indicator gives a struct. */
export class IndicatorParameters {
  readonly #properties: readonly Property[];
  readonly #members: readonly string[];
  readonly #resolve: (schema: Schema) => Schema;

  constructor(
    properties: readonly Property[],
    members: readonly string[],
    resolve: (schema: Schema) => Schema,
  ) {
    this.#properties = properties;
    this.#members = members;
    this.#resolve = resolve;
  }

  get optional(): boolean {
    return this.#properties.every(({ required }) => !required);
  }

  /** The members of the parameters' interface. */
  interfaceBody(): string {
    const lines = this.#properties.map((property) => {
      const { name, required, schema } = property;
      const target = this.#resolve(schema);
      const limits = target.kind === "integer" || target.kind === "number" ? limitsText(target) : "";
      const text =
        `${describe(schema.notes, schema.notes.description ?? target.notes.description)} ${limits}`.trim();
      const { type } = this.#kind(property);
      return documented(
        text,
        `readonly ${camelCase(name)}${required ? `: ${type}` : `?: ${type} | undefined`};`,
      );
    });
    return block(lines);
  }

  /** The table that the parameters are checked by. */
  rules(): string {
    const lines = this.#properties.map((property) => {
      const { name, required } = property;
      const key = camelCase(name);
      const renamed = key === name ? {} : { wire: name };
      const rule = { ...renamed, ...this.#kind(property).rule, ...(required && { required }) };
      return `${key}: ${JSON.stringify(rule)},`;
    });
    return block(lines);
  }

  #kind({ name, schema }: Property): ParameterKind {
    if (name === "fields" && this.#members.length > 0) {
      return { type: "readonly F[]", rule: { kind: "members" } };
    }
    if (schema.notes.reference) return { type: "ColumnReference", rule: { kind: "column" } };
    const target = this.#resolve(schema);
    const type = schema.kind === "ref" ? schema.name : undefined;
    switch (target.kind) {
      case "integer":
      case "number": {
        const { exclusiveMinimum: above, minimum: least, exclusiveMaximum: below, maximum: most } = target;
        return { type: type ?? "number", rule: { kind: target.kind, above, least, below, most } };
      }
      case "enum": {
        const values = target.members.map(({ value }) => value);
        const union = values.map((value) => JSON.stringify(value)).join(" | ");
        return { type: type ?? union, rule: { kind: "choice", values } };
      }
      case "string":
        return { type: type ?? "string", rule: { kind: "text" } };
      case "boolean":
        return { type: type ?? "boolean", rule: { kind: "boolean" } };
      default:
        // What is in it, the model of its name checks when the strategy is sent.
        return {
          type: type ?? refuse(schema.notes.pointer, "give this parameter's schema a name"),
          rule: { kind: "object" },
        };
    }
  }
}

function limitsText(schema: NumberSchema): string {
  const { exclusiveMinimum: above, minimum: least, exclusiveMaximum: below, maximum: most } = schema;
  const limits = Object.entries({ "above ": above, "at least ": least, "below ": below, "at most ": most });
  const texts = limits.flatMap(([text, limit]) => (limit === undefined ? [] : [`${text}${limit}`]));
  const sentence = [...(schema.kind === "integer" ? ["whole"] : []), ...texts].join(", ");
  return sentence === "" ? "" : `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}.`;
}
