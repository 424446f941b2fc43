import { ArgumentError } from "../errors/argument.ts";
import type {
  AggregateFunction,
  BinaryOperator,
  ColumnNode,
  ExprDataType,
  ExprFunction,
  ExprNode,
} from "./node.ts";

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

/** @param ddof of `std` and `var` only */
export function aggregateNode(fn: AggregateFunction, input: ExprNode, ddof?: number): ExprNode {
  return Object.freeze({ kind: "aggregate", fn, input, ...(ddof !== undefined && { ddof }) });
}

export function windowNode(input: ExprNode, partitionBy: readonly ExprNode[]): ExprNode {
  return Object.freeze({ kind: "window", input, partitionBy: Object.freeze([...partitionBy]) });
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
