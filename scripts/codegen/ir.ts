/**
 * What the emitters see of the contract. Everything here was understood: a keyword that has no place in these types
 * stops the generator.
 */

export interface Notes {
  /** Where the schema stands, for messages. */
  readonly pointer: string;
  readonly description: string | undefined;
  readonly default: unknown;
  readonly examples: readonly unknown[];
  readonly deprecated: boolean;
  /** Not part of the hosted contract: a server may lack it. */
  readonly extension: boolean;
  /** The text names the column of another indicator. */
  readonly reference: boolean;
  /** Never to be written to a log or a message. */
  readonly secret: boolean;
}

interface Common {
  readonly notes: Notes;
  readonly nullable: boolean;
}

export interface Property {
  readonly name: string;
  readonly required: boolean;
  readonly schema: Schema;
}

export interface ObjectSchema extends Common {
  readonly kind: "object";
  readonly properties: readonly Property[];
  /** What unnamed properties hold; `undefined` when the contract does not say, `false` when there are none. */
  readonly additional: Schema | false | undefined;
}

export interface RecordSchema extends Common {
  readonly kind: "record";
  readonly values: Schema;
}

export interface ArraySchema extends Common {
  readonly kind: "array";
  readonly items: Schema;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
}

export type StringFormat = "uuid" | "date-time" | "date" | "binary";

export interface StringSchema extends Common {
  readonly kind: "string";
  readonly format: StringFormat | undefined;
  readonly pattern: string | undefined;
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
}

export interface NumberSchema extends Common {
  readonly kind: "number" | "integer";
  /** 64-bit integers stay numbers: JSON.parse has rounded them before anyone can look. */
  readonly wide: boolean;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMinimum: number | undefined;
  readonly exclusiveMaximum: number | undefined;
  readonly multipleOf: number | undefined;
}

export type Scalar = string | number | boolean;

export interface EnumMember {
  readonly name: string;
  readonly value: string | number;
  readonly description: string | undefined;
  /** Number that result columns hold instead of the value. */
  readonly code: number | null | undefined;
}

export interface EnumSchema extends Common {
  readonly kind: "enum";
  readonly members: readonly EnumMember[];
}

export interface ConstSchema extends Common {
  readonly kind: "const";
  readonly value: Scalar;
}

export interface SimpleSchema extends Common {
  readonly kind: "boolean" | "null" | "unknown";
}

export interface UnionSchema extends Common {
  readonly kind: "union";
  readonly members: readonly Schema[];
  /** Property whose constant tells the members apart; set only when every member is an object that carries it. */
  readonly discriminator: string | undefined;
  /** The discriminator's mapping of constants to schema names, where the document gives one. */
  readonly mapping: Readonly<Record<string, string>> | undefined;
}

export interface RefSchema extends Common {
  readonly kind: "ref";
  readonly name: string;
}

export type Schema =
  | ObjectSchema
  | RecordSchema
  | ArraySchema
  | StringSchema
  | NumberSchema
  | EnumSchema
  | ConstSchema
  | SimpleSchema
  | UnionSchema
  | RefSchema;

export interface FrameColumn {
  readonly name: string;
  readonly dtype: string;
  readonly description: string;
}

export interface Frame {
  readonly name: string;
  readonly description: string;
  readonly columns: readonly FrameColumn[];
  readonly extraColumns: readonly FrameColumn[];
}

export interface Contexts {
  readonly members: readonly FrameColumn[];
  readonly columns: readonly { readonly name: string; readonly description: string }[];
}

export interface IndicatorMember extends FrameColumn {
  /** Present even when `fields` selects others. */
  readonly always: boolean;
}

export interface Indicator {
  /** Name of the schema, which is the wire's `type`. */
  readonly name: string;
  readonly key: string;
  readonly shortName: string;
  readonly schema: ObjectSchema;
  /** The Polars type of a scalar column, or the members of a struct column. */
  readonly output: string | readonly IndicatorMember[];
}

export type ParameterPlace = "path" | "query" | "header";

export interface Parameter {
  readonly name: string;
  readonly in: ParameterPlace;
  readonly required: boolean;
  readonly description: string;
  /** What a text of it stands for; of a list, what each of its texts stands for. */
  readonly kind: "string" | "integer" | "number" | "boolean";
  /** Takes several values, by repeating the parameter. */
  readonly list: boolean;
  readonly schema: Schema;
}

export interface Response {
  readonly status: string;
  readonly description: string;
  readonly kind: "json" | "bytes" | "none";
  readonly contentType: string | undefined;
  readonly schema: Schema | undefined;
}

export type HttpMethod = "GET" | "POST" | "PUT" | "DELETE" | "PATCH";

export interface Operation {
  readonly pointer: string;
  readonly id: string;
  readonly tag: string;
  readonly method: HttpMethod;
  readonly path: string;
  readonly summary: string;
  readonly description: string | undefined;
  /** Needs no key. */
  readonly public: boolean;
  readonly extension: boolean;
  readonly parameters: readonly Parameter[];
  readonly body:
    | { readonly schema: Schema; readonly required: boolean; readonly description: string | undefined }
    | undefined;
  readonly responses: readonly Response[];
}

export interface Tag {
  readonly name: string;
  readonly description: string | undefined;
}

export interface Contract {
  readonly title: string;
  readonly version: string;
  readonly fingerprint: string;
  readonly schemas: ReadonlyMap<string, Schema>;
  readonly tags: readonly Tag[];
  readonly operations: readonly Operation[];
  readonly frames: readonly Frame[];
  readonly contexts: Contexts | undefined;
  readonly indicators: readonly Indicator[];
}
