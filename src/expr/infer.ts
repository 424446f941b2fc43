import { barColumnKind, castKinds, type ExprKind } from "./kinds.ts";
import type { BinaryNode, ExprNode, FunctionNode, LiteralType } from "./node.ts";
import { comparisons, functionWord, logicals } from "./vocabulary.ts";

/** The kind a node must have by its own form; undefined for a column outside the bars and whatever passes its input's kind on. */
export function inferKind(node: ExprNode): ExprKind | undefined {
  switch (node.kind) {
    case "column":
      return barColumnKind(node.name);
    case "literal":
      return literalTypeKind(node.type);
    case "binary":
      return binaryKind(node);
    case "alias":
    case "window":
      return inferKind(node.input);
    case "ternary":
      return inferKind(node.truthy) ?? inferKind(node.falsy);
    case "cast":
      return literalTypeKind(node.dtype);
    case "aggregate":
      return passingAggregates.has(node.fn) ? inferKind(node.input) : "number";
    case "function":
      return functionKind(node);
    case "unknown":
      return undefined;
  }
}

/** Aggregates that give the kind of their input; the others give numbers. */
export const passingAggregates: ReadonlySet<string> = new Set(["first", "last", "min", "max"]);

/** The kind of the first node that has one. */
export function firstKind(nodes: readonly ExprNode[]): ExprKind | undefined {
  for (const node of nodes) {
    const kind = inferKind(node);
    if (kind !== undefined) return kind;
  }
  return undefined;
}

function binaryKind({ op, left, right }: BinaryNode): ExprKind | undefined {
  if (op in comparisons || op in logicals) return "boolean";
  // Times have sums and differences too.
  return op === "add" || op === "sub" ? firstKind([left, right]) : "number";
}

function literalTypeKind(type: LiteralType): ExprKind | undefined {
  if (type === "dynInt" || type === "dynFloat") return "number";
  if (type === "dynStr") return "text";
  return type === "Null" ? undefined : castKinds[type];
}

function functionKind({ fn, inputs }: FunctionNode): ExprKind | undefined {
  if (fn.name === "temporal") return fn.part === "date" || fn.part === "time" ? "time" : "number";
  if (fn.name === "fillNullStrategy") return firstKind(inputs);
  const gives = functionWord(fn.name)?.gives ?? "number";
  if (gives !== "result") return gives;
  // A member has a kind of its own, which the node does not say; a shift is by a number.
  if (fn.name === "field") return undefined;
  return firstKind(fn.name === "shift" ? inputs.slice(0, 1) : inputs);
}
