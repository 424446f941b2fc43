import { ExprReadError } from "../errors.ts";
import { castKinds } from "../kinds.ts";
import { MAX_EXPR_TEXT } from "../limits.ts";
import type { AggregateNode, CastNode, ExprDataType, ExprNode, WindowNode } from "../node.ts";
import { aggregates, binaryOperators, castModes, inputCount, nameOf } from "../vocabulary.ts";
import {
  asArray,
  asBoolean,
  asFields,
  asInteger,
  asPair,
  asRecord,
  asText,
  asVariant,
  describe,
  frozenCopy,
  isRecord,
  isVariantName,
} from "./json.ts";
import { Place, shorten } from "./place.ts";
import { readFunction } from "./read-function.ts";
import { readLiteral } from "./read-literal.ts";

export interface ReadOptions {
  /** Where the expression stands, for messages: `base_blueprint.entry_triggers[0].conditions[1]`. Default none. */
  readonly path?: string;
}

/**
 * Reads an expression from its wire form: a JSON object, or the same JSON as text. Understands the dialects of Rust
 * Polars 0.49 to 0.52 and of newer Python versions where they differ. A well-formed node of no known meaning becomes
 * a node of kind `unknown`, is written again as it came, and cannot be evaluated.
 *
 * The input is not trusted: at most 100 levels, 10,000 nodes, 100,000 values that are kept without being understood,
 * and 10 million characters of JSON text.
 *
 * @throws ExprReadError naming the path of what is wrong.
 */
export function readExpr(json: unknown, options: ReadOptions = {}): ExprNode {
  const place = Place.root(options.path ?? "");
  const isJsonText = typeof json === "string" && !unitVariants.has(json);
  return readNode(isJsonText ? parse(json, place) : json, place);
}

function parse(text: string, place: Place): unknown {
  if (text.length > MAX_EXPR_TEXT) {
    place.fail(`the JSON text is longer than ${MAX_EXPR_TEXT} characters`);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ExprReadError(
      place.path,
      'a text here must be the JSON of an expression; a column is written {"Column": name}',
      cause,
    );
  }
}

type NodeReader = (payload: unknown, at: Place) => ExprNode | undefined;

/** Nodes without payload, which are bare texts. */
const unitVariants: ReadonlySet<string> = new Set(["Len", "Element"]);

function readNode(json: unknown, place: Place): ExprNode {
  const here = place.enter();
  if (typeof json === "string" && unitVariants.has(json)) return unknownNode(json, json, place);
  if (!isRecord(json)) return here.fail(`expected an expression, found ${describe(json)}`);
  const [variant, payload] = asVariant(json, here);
  if (!isVariantName(variant))
    here.fail(`expected an expression, found an object with the key "${shorten(variant)}"`);
  const reader = Object.hasOwn(readers, variant) ? readers[variant] : undefined;
  const node = reader?.(payload, here.at(variant));
  return node === undefined ? unknownNode(variant, json, place) : Object.freeze(node);
}

function unknownNode(variant: string, json: unknown, place: Place): ExprNode {
  return Object.freeze({ kind: "unknown", variant, json: frozenCopy(json, place) });
}

const readers: Readonly<Record<string, NodeReader>> = {
  Column(payload, at) {
    const name = asText(payload, at);
    return name === "" ? at.fail("a column needs a name") : { kind: "column", name };
  },
  Literal: readLiteral,
  BinaryExpr(payload, at) {
    const fields = asFields(payload, at, ["left", "op", "right"]);
    const op = nameOf(binaryOperators, fields?.op === "RustDivide" ? "Divide" : fields?.op);
    if (fields === undefined || op === undefined) return undefined;
    return {
      kind: "binary",
      op,
      left: readNode(fields.left, at.at("left")),
      right: readNode(fields.right, at.at("right")),
    };
  },
  Alias(payload, at) {
    const [input, name] = asPair(payload, at);
    return { kind: "alias", input: readNode(input, at.at(0)), name: asText(name, at.at(1)) };
  },
  Ternary(payload, at) {
    const fields = asFields(payload, at, ["predicate", "truthy", "falsy"]);
    if (fields === undefined) return undefined;
    return {
      kind: "ternary",
      predicate: readNode(fields.predicate, at.at("predicate")),
      truthy: readNode(fields.truthy, at.at("truthy")),
      falsy: readNode(fields.falsy, at.at("falsy")),
    };
  },
  Cast: readCast,
  Agg: readAggregate,
  Window(payload, at) {
    const fields = asFields(payload, at, ["function", "partition_by", "order_by", "options"]);
    if (fields === undefined || !isRecord(fields.options)) return undefined;
    const [form, mapping] = asVariant(fields.options, at.at("options"));
    return form === "Over" ? readWindow({ ...fields, mapping }, at) : undefined;
  },
  Over(payload, at) {
    const fields = asFields(payload, at, ["function", "partition_by", "order_by", "mapping"]);
    return fields && readWindow(fields, at);
  },
  Function(payload, at) {
    const fields = asFields(payload, at, ["input", "function"]);
    if (fields === undefined) return undefined;
    const fn = readFunction(fields.function, at.at("function"));
    if (fn === undefined) return undefined;
    const inputs = asArray(fields.input, at.at("input"));
    const [least, most] = inputCount(fn);
    if (inputs.length < least || inputs.length > most) {
      at.at("input").fail(
        `${fn.name} takes ${least} inputs${most > least ? " or more" : ""}, found ${inputs.length}`,
      );
    }
    const nodes = inputs.map((input, index) => readNode(input, at.at("input").at(index)));
    return { kind: "function", fn: Object.freeze(fn), inputs: Object.freeze(nodes) };
  },
};

interface WindowFields {
  readonly function: unknown;
  readonly partition_by: unknown;
  readonly order_by: unknown;
  readonly mapping: unknown;
}

function readWindow(fields: WindowFields, at: Place): WindowNode | undefined {
  if (fields.order_by !== null || fields.mapping !== "GroupsToRows") return undefined;
  const inside = at.at("partition_by");
  const keys = asArray(fields.partition_by, inside).map((key, index) => readNode(key, inside.at(index)));
  return {
    kind: "window",
    input: readNode(fields.function, at.at("function")),
    partitionBy: Object.freeze(keys),
  };
}

function readCast(payload: unknown, at: Place): CastNode | undefined {
  const fields = asFields(payload, at, ["expr", "dtype", "options"]);
  const mode = nameOf(castModes, fields?.options);
  const dtype = fields && readDataType(fields.dtype, at.at("dtype"));
  if (fields === undefined || mode === undefined || dtype === undefined) return undefined;
  return { kind: "cast", input: readNode(fields.expr, at.at("expr")), dtype, mode };
}

const timesWithUnit: ReadonlySet<string> = new Set(["Datetime", "Duration"]);

/** Datetime and Duration only in microseconds: their integer values depend on the unit. */
function readDataType(json: unknown, at: Place): ExprDataType | undefined {
  const dtype = isRecord(json) ? json.Literal : json;
  if (typeof dtype === "string") {
    if (timesWithUnit.has(dtype)) return undefined;
    // The keys of castKinds are the data types; Null is the one that has no kind.
    return dtype === "Null" || Object.hasOwn(castKinds, dtype) ? (dtype as ExprDataType) : undefined;
  }
  if (!isRecord(dtype)) return undefined;
  const [name, unit] = asVariant(asRecord(dtype, at), at.at("Literal"));
  if (name === "Duration" && unit === "Microseconds") return "Duration";
  const isPlainTime =
    Array.isArray(unit) && unit.length === 2 && unit[0] === "Microseconds" && unit[1] === null;
  return name === "Datetime" && isPlainTime ? "Datetime" : undefined;
}

function readAggregate(payload: unknown, at: Place): AggregateNode | undefined {
  const [name, body] = asVariant(payload, at);
  const fn = nameOf(aggregates, name);
  const inside = at.at(name);
  switch (fn) {
    case undefined:
      return undefined;
    case "min":
    case "max": {
      const fields = asFields(body, inside, ["input", "propagate_nans"]);
      if (fields === undefined || asBoolean(fields.propagate_nans, inside.at("propagate_nans")))
        return undefined;
      return { kind: "aggregate", fn, input: readNode(fields.input, inside.at("input")) };
    }
    case "std":
    case "var": {
      const [input, ddof] = asPair(body, inside);
      const freedom = asInteger(ddof, inside.at(1), 0, 255);
      return { kind: "aggregate", fn, input: readNode(input, inside.at(0)), ddof: freedom };
    }
    case "count": {
      const fields = Array.isArray(body)
        ? { input: body[0] as unknown, include_nulls: body[1] as unknown }
        : asFields(body, inside, ["input", "include_nulls"]);
      if (fields === undefined || asBoolean(fields.include_nulls, inside.at("include_nulls")))
        return undefined;
      return { kind: "aggregate", fn, input: readNode(fields.input, inside.at("input")) };
    }
    default:
      return { kind: "aggregate", fn, input: readNode(body, inside) };
  }
}
