import type { ExprNode } from "../../expr/index.ts";
import type { IndicatorConfig } from "../../generated/models.ts";

/** Below, at, or above 0; undefined where that cannot be told. What is never below 0 counts as above. */
export type Sign = -1 | 0 | 1 | undefined;

/** The indicators of a strategy by the names of their columns. */
export type Indicators = ReadonlyMap<string, IndicatorConfig>;

/** Ranges, and averages of what is never below 0. */
const positiveIndicators: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "ATR",
  "AtrQuantile",
  "SMA",
  "EMA",
  "SMMA",
  "WMA",
  "RSI",
  "RawOhlcv",
]);
/** Members that are widths; every other number of these indicators is a price or an oscillator. */
const positiveMembers: ReadonlySet<string> = /* @__PURE__ */ new Set(["bandwidth", "value_area"]);
/** Prices and volumes: the usual instrument has none below 0. */
const positiveColumns: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "open",
  "high",
  "low",
  "close",
  "volume",
]);

/** The sign of a number. */
export function signOf(node: ExprNode, indicators: Indicators): Sign {
  const constant = constantNumber(node);
  if (constant !== undefined) return signOfNumber(constant);
  switch (node.kind) {
    case "column": {
      const config = indicators.get(node.name);
      return positiveColumns.has(node.name) || (config && positiveIndicators.has(config.type))
        ? 1
        : undefined;
    }
    case "alias":
    case "cast":
      return signOf(node.input, indicators);
    case "binary":
      return binarySign(node, indicators);
    case "function":
      return functionSign(node, indicators);
    default:
      return undefined;
  }
}

function binarySign(
  { op, left, right }: ExprNode & { readonly kind: "binary" },
  indicators: Indicators,
): Sign {
  const [a, b] = [signOf(left, indicators), signOf(right, indicators)];
  switch (op) {
    case "add":
      return sumSign(a, b);
    case "sub":
      return sumSign(a, negative(b));
    case "mul":
    case "divide":
    case "trueDivide":
      return a === undefined || b === undefined ? undefined : ((a * b) as Sign);
    default:
      return undefined;
  }
}

function functionSign(
  { fn, inputs }: ExprNode & { readonly kind: "function" },
  indicators: Indicators,
): Sign {
  const [first] = inputs;
  if (first === undefined) return undefined;
  switch (fn.name) {
    case "abs":
      return 1;
    case "negate":
      return negative(signOf(first, indicators));
    case "shift":
    case "fillNullStrategy":
      return signOf(first, indicators);
    case "rolling":
      return fn.fn === "std" || fn.fn === "var" ? 1 : signOf(first, indicators);
    case "field":
      return positiveMembers.has(fn.field) || fn.field.endsWith("entry_price") ? 1 : undefined;
    case "minHorizontal":
    case "maxHorizontal":
    case "coalesce":
    case "fillNull": {
      const signs = inputs.map((input) => signOf(input, indicators));
      return signs.every((sign) => sign === signs[0]) ? signs[0] : undefined;
    }
    default:
      return undefined;
  }
}

/** The sign of a sum of two parts whose signs are known. */
export function sumSign(a: Sign, b: Sign): Sign {
  if (a === 0 || a === b) return b;
  return b === 0 ? a : undefined;
}

export function negative(sign: Sign): Sign {
  return sign === undefined ? undefined : ((0 - sign) as Sign);
}

export function signOfNumber(value: number): Sign {
  return value > 0 ? 1 : value < 0 ? -1 : 0;
}

/** The value of arithmetic with constants. */
export function constantNumber(node: ExprNode): number | undefined {
  if (node.kind === "alias") return constantNumber(node.input);
  if (node.kind === "literal") return typeof node.value === "number" ? node.value : undefined;
  if (node.kind !== "binary") return undefined;
  const [a, b] = [constantNumber(node.left), constantNumber(node.right)];
  if (a === undefined || b === undefined) return undefined;
  switch (node.op) {
    case "add":
      return a + b;
    case "sub":
      return a - b;
    case "mul":
      return a * b;
    case "trueDivide":
      return a / b;
    default:
      return undefined;
  }
}
