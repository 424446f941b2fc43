import { barColumnKind, castKinds, type ExprKind } from "./kinds.ts";
import type { ExprFunction, ExprNode, LiteralType } from "./node.ts";

/** The kind a node must have by its own form; undefined for a column outside the bars and whatever passes its input's kind on. */
export function inferKind(node: ExprNode): ExprKind | undefined {
  switch (node.kind) {
    case "column":
      return barColumnKind(node.name);
    case "literal":
      return literalTypeKind(node.type);
    case "binary":
      return arithmetic.has(node.op) ? "number" : "boolean";
    case "alias":
      return inferKind(node.input);
    case "ternary":
      return inferKind(node.truthy) ?? inferKind(node.falsy);
    case "cast":
      return literalTypeKind(node.dtype);
    case "aggregate":
      return passes.has(node.fn) ? inferKind(node.input) : "number";
    case "window":
      return inferKind(node.input);
    case "function":
      return functionKind(node.fn, node.inputs);
    case "unknown":
      return undefined;
  }
}

const arithmetic: ReadonlySet<string> = new Set([
  "add",
  "sub",
  "mul",
  "divide",
  "trueDivide",
  "floorDivide",
  "modulo",
]);

const passes: ReadonlySet<string> = new Set(["first", "last", "min", "max"]);

function literalTypeKind(type: LiteralType): ExprKind | undefined {
  if (type === "dynInt" || type === "dynFloat") return "number";
  if (type === "dynStr") return "text";
  if (type === "Time" || type === "Duration") return "time";
  return type === "Null" ? undefined : castKinds[type];
}

function functionKind(fn: ExprFunction, inputs: readonly ExprNode[]): ExprKind | undefined {
  switch (fn.name) {
    case "field":
      return undefined;
    case "temporal":
      return fn.part === "date" || fn.part === "time" ? "time" : "number";
    case "convertTimeZone":
      return "time";
    case "not":
    case "isNull":
    case "isNotNull":
    case "isNan":
    case "isFinite":
    case "isBetween":
    case "isIn":
    case "anyHorizontal":
    case "allHorizontal":
      return "boolean";
    case "shift":
    case "fillNullStrategy":
      return inputs[0] && inferKind(inputs[0]);
    case "fillNull":
    case "coalesce":
      return inputs.map(inferKind).find((kind) => kind !== undefined);
    default:
      return "number";
  }
}
