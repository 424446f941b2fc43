import { ArgumentError } from "../errors/argument.ts";
import type {
  BinaryOperator,
  ColumnNode,
  ExprDataType,
  ExprFunction,
  ExprNode,
  LiteralNode,
  LiteralType,
} from "./node.ts";

/** Values a literal can be made of. */
export type LiteralValue = number | boolean | string | Date | null;

export function columnNode(name: string): ColumnNode {
  if (name === "") throw new ArgumentError("a column needs a name");
  return Object.freeze({ kind: "column", name });
}

export function binaryNode(op: BinaryOperator, left: ExprNode, right: ExprNode): ExprNode {
  return Object.freeze({ kind: "binary", op, left, right });
}

export function functionNode(fn: ExprFunction, ...inputs: ExprNode[]): ExprNode {
  return Object.freeze({ kind: "function", fn: Object.freeze(fn), inputs: Object.freeze(inputs) });
}

/** The member `field` of a struct. */
export function fieldNode(struct: ExprNode, field: string): ExprNode {
  return functionNode({ name: "field", field }, struct);
}

export function aliasNode(input: ExprNode, name: string): ExprNode {
  return Object.freeze({ kind: "alias", input, name });
}

export function castNode(input: ExprNode, dtype: ExprDataType, mode: "strict" | "nonStrict"): ExprNode {
  return Object.freeze({ kind: "cast", input, dtype, mode });
}

export function ternaryNode(predicate: ExprNode, truthy: ExprNode, falsy: ExprNode): ExprNode {
  return Object.freeze({ kind: "ternary", predicate, truthy, falsy });
}

function typed(type: LiteralType, value: LiteralNode["value"]): LiteralNode {
  return Object.freeze({ kind: "literal", type, value });
}

/** Whole numbers become untyped integers, others untyped floats; both take the type of what they meet. */
export function literalNode(value: LiteralValue): LiteralNode {
  if (value === null) return typed("Null", null);
  if (typeof value === "boolean") return typed("Boolean", value);
  if (typeof value === "string") return typed("String", value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) {
      throw new ArgumentError(`${value} has no literal form; a literal must be a finite number`, {
        value,
      });
    }
    // Adding 0 turns -0, which JSON cannot tell from 0, into 0.
    return typed(Number.isSafeInteger(value) ? "dynInt" : "dynFloat", value + 0);
  }
  if (value instanceof Date) {
    const microseconds = value.getTime() * 1000;
    if (!Number.isSafeInteger(microseconds)) {
      throw new ArgumentError("a Date literal must be a valid time between the years 1685 and 2255");
    }
    return Object.freeze({ kind: "literal", type: "Datetime", value: microseconds, timeZone: null });
  }
  throw new ArgumentError(
    `a value of type ${typeof value} has no literal form; use a number, boolean, string, Date or an expression`,
  );
}

/** `a op b op c ...` as a balanced tree, so that a long list does not become a deep expression. */
export function balancedNode(op: BinaryOperator, nodes: readonly [ExprNode, ...ExprNode[]]): ExprNode {
  const [first, ...rest] = nodes;
  if (rest.length === 0) return first;
  const half = Math.ceil(nodes.length / 2);
  const left = nodes.slice(0, half) as [ExprNode, ...ExprNode[]];
  const right = nodes.slice(half) as [ExprNode, ...ExprNode[]];
  return binaryNode(op, balancedNode(op, left), balancedNode(op, right));
}
