import fc from "fast-check";
import type {
  ArraySchema,
  Contract,
  NumberSchema,
  ObjectSchema,
  Schema,
  StringSchema,
  UnionSchema,
} from "../../scripts/codegen/ir.ts";

type Values = fc.Arbitrary<unknown>;

/** Below this depth optional properties are left out and lists stay as short as they may be. */
const DEPTH = 3;
const NAMES = fc.stringMatching(/^[a-z]{1,6}$/);

/** Draws values from the schemas of a contract: such as fit one, and such as are wrong in one place. */
export class SchemaValues {
  readonly #contract: Contract;

  constructor(contract: Contract) {
    this.#contract = contract;
  }

  fitting(name: string): Values {
    return this.#valid(this.#named(name), 0);
  }

  /** Undefined for a schema that takes everything. */
  wrong(name: string): Values | undefined {
    return this.#invalid(this.#named(name), 0);
  }

  #named(name: string): Schema {
    const schema = this.#contract.schemas.get(name);
    if (schema === undefined) throw new Error(`no schema ${name}`);
    return schema;
  }

  #valid(schema: Schema, depth: number): Values {
    const value = this.#validBase(schema, depth);
    return schema.nullable ? fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null)) : value;
  }

  #validBase(schema: Schema, depth: number): Values {
    switch (schema.kind) {
      case "ref":
        return this.#valid(this.#named(schema.name), depth);
      case "object":
        return this.#validObject(schema, depth);
      case "record":
        return depth > DEPTH ? fc.constant({}) : fc.dictionary(NAMES, this.#valid(schema.values, depth + 1));
      case "array": {
        const { minItems = 0, maxItems = minItems + 3 } = schema;
        const maxLength = depth > DEPTH ? minItems : maxItems;
        // Where nothing may stand, the items need not be drawn; else a schema of itself would never end.
        if (maxLength === 0) return fc.constant([]);
        return fc.array(this.#valid(schema.items, depth + 1), { minLength: minItems, maxLength });
      }
      case "string":
        return text(schema);
      case "number":
      case "integer":
        return number(schema);
      case "enum":
        return fc.constantFrom(...schema.members.map(({ value }) => value));
      case "const":
        return fc.constant(schema.value);
      case "union": {
        const flat = schema.members.filter(({ kind }) => kind !== "ref" && kind !== "array");
        const members = depth > DEPTH && flat.length > 0 ? flat : schema.members;
        return fc.oneof(...members.map((member) => this.#valid(member, depth + 1)));
      }
      case "boolean":
        return fc.boolean();
      case "null":
        return fc.constant(null);
      case "unknown":
        return fc.jsonValue({ maxDepth: 1 });
      default:
        return schema satisfies never;
    }
  }

  #validObject(schema: ObjectSchema, depth: number): Values {
    const drawn = schema.properties.filter(({ required }) => required || depth <= DEPTH);
    const named = fc.record(
      Object.fromEntries(drawn.map((property) => [property.name, this.#valid(property.schema, depth + 1)])),
      { requiredKeys: drawn.flatMap(({ name, required }) => (required ? name : [])), noNullPrototype: true },
    );
    if (schema.additional === false) return named;
    const taken = new Set(schema.properties.map(({ name }) => name));
    const others =
      schema.additional === undefined ? fc.jsonValue() : this.#valid(schema.additional, depth + 1);
    const unnamed = fc.dictionary(
      NAMES.filter((name) => !taken.has(name)),
      others,
      { maxKeys: 2 },
    );
    return fc.tuple(unnamed, named).map(([other, own]) => ({ ...other, ...own }));
  }

  #invalid(schema: Schema, depth: number): Values | undefined {
    if (depth > DEPTH) return undefined;
    const value = this.#invalidBase(schema, depth);
    if (value === undefined || schema.kind === "ref" || schema.kind === "union") {
      return schema.nullable ? value?.filter((wrong) => wrong !== null) : value;
    }
    return schema.nullable || schema.kind === "null" ? value : fc.oneof(value, fc.constant(null));
  }

  #invalidBase(schema: Schema, depth: number): Values | undefined {
    switch (schema.kind) {
      case "ref":
        return this.#invalid(this.#named(schema.name), depth);
      case "object":
        return this.#invalidObject(schema, depth);
      case "record":
        return oneOf([
          wrongType("object"),
          this.#invalid(schema.values, depth + 1)?.map((wrong) => ({ key: wrong })),
        ]);
      case "array":
        return this.#invalidArray(schema, depth);
      case "string":
        return wrongText(schema);
      case "number":
      case "integer":
        return wrongNumber(schema);
      case "enum":
        return fc
          .constantFrom("no member", -4711, true, {})
          .filter((value) => !schema.members.some((member) => member.value === value));
      case "const":
        return fc.constantFrom("another", -4711, !schema.value, {});
      case "union":
        return this.#invalidUnion(schema, depth);
      case "boolean":
        return wrongType("boolean");
      case "null":
        return fc.constantFrom(0, "", false);
      case "unknown":
        return undefined;
      default:
        return schema satisfies never;
    }
  }

  #invalidArray(schema: ArraySchema, depth: number): Values | undefined {
    const item = this.#valid(schema.items, depth + 1);
    const { minItems = 0, maxItems } = schema;
    const good = fc.array(item, { minLength: Math.max(minItems - 1, 0), maxLength: minItems + 1 });
    const spoilt = this.#invalid(schema.items, depth + 1);
    return oneOf([
      wrongType("array"),
      spoilt && fc.tuple(good, spoilt).map(([items, wrong]) => [...items, wrong]),
      minItems > 0 ? fc.array(item, { maxLength: minItems - 1 }) : undefined,
      maxItems === undefined
        ? undefined
        : fc.array(item, { minLength: maxItems + 1, maxLength: maxItems + 2 }),
    ]);
  }

  #invalidObject(schema: ObjectSchema, depth: number): Values | undefined {
    const whole = this.#validObject(schema, depth) as fc.Arbitrary<Record<string, unknown>>;
    const ways = schema.properties.flatMap(({ name, required, schema: inner }) => {
      const wrong = this.#invalid(inner, depth + 1);
      return [
        required
          ? whole.map((value) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== name)))
          : undefined,
        wrong && fc.tuple(whole, wrong).map(([value, spoilt]) => ({ ...value, [name]: spoilt })),
      ];
    });
    const other = schema.additional && this.#invalid(schema.additional, depth + 1);
    return oneOf([
      wrongType("object"),
      ...ways,
      schema.additional === false ? whole.map((value) => ({ ...value, "not-named": 1 })) : undefined,
      other && fc.tuple(whole, other).map(([value, spoilt]) => ({ ...value, "not-named": spoilt })),
    ]);
  }

  /** What is wrong for one member may fit another; only where a tag tells them apart a member can be spoilt. */
  #invalidUnion(schema: UnionSchema, depth: number): Values | undefined {
    const { discriminator, members } = schema;
    if (discriminator === undefined) return undefined;
    return oneOf([
      wrongType("object"),
      ...members.map((member) =>
        this.#valid(member, depth + 1).map((value) => ({ ...(value as object), [discriminator]: "no tag" })),
      ),
    ]);
  }
}

function oneOf(ways: readonly (Values | undefined | false)[]): Values | undefined {
  const [first, ...others] = ways.filter((way) => way !== undefined && way !== false);
  return first && fc.oneof(first, ...others);
}

function wrongType(right: "string" | "number" | "boolean" | "array" | "object"): Values {
  const samples = { string: ["text"], number: [1], boolean: [true], array: [[]], object: [{}] };
  return fc.constantFrom(
    ...Object.entries(samples).flatMap(([type, values]: [string, unknown[]]) =>
      type === right ? [] : values,
    ),
  );
}

function text({ format, pattern, minLength = 0, maxLength }: StringSchema): Values {
  switch (format) {
    case "uuid":
      return fc.uuid();
    case "date-time":
      return moments;
    case "date":
      return fc.date(YEARS).map((date) => date.toISOString().slice(0, 10));
    default: {
      const fits = (value: string) => value.length >= minLength && value.length <= (maxLength ?? Infinity);
      const values =
        pattern === undefined ? fc.string({ minLength, maxLength: maxLength ?? minLength + 8 }) : null;
      return values ?? fc.stringMatching(new RegExp(pattern ?? "", "u")).filter(fits);
    }
  }
}

const YEARS = { min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true };
const moments = fc
  .tuple(fc.date(YEARS), fc.constantFrom("Z", "+05:30", "-08:00", ""), fc.boolean())
  .map(([date, offset, whole]) => date.toISOString().slice(0, whole ? 19 : 23) + offset);

function wrongText({ format, pattern, minLength = 0, maxLength }: StringSchema): Values {
  const formats = {
    uuid: "no-uuid",
    "date-time": "2024-13-01T00:00:00Z",
    date: "2024-02-30",
    binary: undefined,
  };
  const misformed = format === undefined ? undefined : formats[format];
  const regex = pattern === undefined ? undefined : new RegExp(pattern, "u");
  return (
    oneOf([
      wrongType("string"),
      misformed === undefined ? undefined : fc.constant(misformed),
      minLength > 0 ? fc.string({ maxLength: minLength - 1 }) : undefined,
      maxLength === undefined ? undefined : fc.string({ minLength: maxLength + 1, maxLength: maxLength + 5 }),
      regex && fc.string().filter((value) => !regex.test(value)),
    ]) ?? fc.constant(1)
  );
}

function number(schema: NumberSchema): Values {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, wide, kind } = schema;
  if (multipleOf !== undefined)
    return fc.integer({ min: -1_000, max: 1_000 }).map((count) => count * multipleOf);
  if (kind === "integer") {
    const least = minimum ?? (exclusiveMinimum === undefined ? undefined : exclusiveMinimum + 1);
    const most = maximum ?? (exclusiveMaximum === undefined ? undefined : exclusiveMaximum - 1);
    const range = {
      min: BigInt(least ?? (wide ? -(2n ** 63n) : -(2 ** 31))),
      max: BigInt(most ?? (wide ? 2n ** 63n - 1n : 2 ** 31 - 1)),
    };
    return fc.bigInt(range).map(Number);
  }
  return fc.double({
    min: minimum ?? exclusiveMinimum ?? -1e300,
    max: maximum ?? exclusiveMaximum ?? 1e300,
    minExcluded: exclusiveMinimum !== undefined,
    maxExcluded: exclusiveMaximum !== undefined,
    noNaN: true,
  });
}

function wrongNumber(schema: NumberSchema): Values {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, kind } = schema;
  const beyond = [
    minimum === undefined ? undefined : minimum - 1,
    maximum === undefined ? undefined : maximum + 1,
    exclusiveMinimum,
    exclusiveMaximum,
    multipleOf === undefined ? undefined : multipleOf / 2,
    kind === "integer" ? 0.5 : undefined,
  ].filter((value) => value !== undefined);
  return oneOf([wrongType("number"), beyond.length > 0 && fc.constantFrom(...beyond)]) ?? fc.constant("");
}
