import { ExprWriteError } from "../errors.ts";
import { MAX_EXPR_DEPTH, MAX_EXPR_NODES } from "../limits.ts";
import type { AggregateNode, CastNode, ExprNode, LiteralNode } from "../node.ts";
import { aggregates, binaryOperators, castModes } from "../vocabulary.ts";
import { writeFunction } from "./write-function.ts";

/** A JSON object. */
export type JsonObject = { readonly [key: string]: unknown };

/**
 * The wire form of an expression or node: a plain JSON object in the dialect of Rust Polars 0.51.
 * A node that was read is written as it came, unknown ones included; where versions differ, in the form of 0.51.
 *
 * @throws ExprWriteError when the expression is deeper than 100 or larger than 10,000 nodes, or holds an integer that
 * JSON numbers cannot carry exactly.
 */
export function writeExpr(expression: { readonly node: ExprNode } | ExprNode): JsonObject {
  return writeNode("node" in expression ? expression.node : expression);
}

/** `writeExpr` of a bare node. */
export function writeNode(root: ExprNode): JsonObject {
  let nodes = 0;
  const enter = (depth: number) => {
    nodes += 1;
    if (depth > MAX_EXPR_DEPTH) {
      throw new ExprWriteError(
        `the expression is nested deeper than ${MAX_EXPR_DEPTH}; shorten or regroup it`,
      );
    }
    if (nodes > MAX_EXPR_NODES) {
      throw new ExprWriteError(`the expression has more than ${MAX_EXPR_NODES} nodes; split it`);
    }
  };
  /** Counts kept JSON as its reader will. */
  const enterJson = (json: unknown, depth: number) => {
    if (typeof json !== "object" || json === null) return;
    enter(depth);
    for (const item of Object.values(json)) enterJson(item, depth + 1);
  };
  const write = (node: ExprNode, depth: number): JsonObject => {
    enter(depth);
    if (node.kind === "unknown") enterJson(node.json, depth);
    return writeOne(node, (child) => write(child, depth + 1));
  };
  return write(root, 1);
}

type WriteChild = (child: ExprNode) => JsonObject;

function writeOne(node: ExprNode, write: WriteChild): JsonObject {
  switch (node.kind) {
    case "column":
      return { Column: node.name };
    case "literal":
      return { Literal: literalValue(node) };
    case "binary":
      return {
        BinaryExpr: { left: write(node.left), op: binaryOperators[node.op], right: write(node.right) },
      };
    case "alias":
      return { Alias: [write(node.input), node.name] };
    case "ternary":
      return {
        Ternary: {
          predicate: write(node.predicate),
          truthy: write(node.truthy),
          falsy: write(node.falsy),
        },
      };
    case "cast":
      return {
        Cast: { expr: write(node.input), dtype: { Literal: dataType(node) }, options: castModes[node.mode] },
      };
    case "aggregate":
      return { Agg: { [aggregates[node.fn]]: aggregateValue(node, write) } };
    case "window":
      return {
        Window: {
          function: write(node.input),
          partition_by: node.partitionBy.map(write),
          order_by: null,
          options: { Over: "GroupsToRows" },
        },
      };
    case "function":
      return { Function: { input: node.inputs.map(write), function: writeFunction(node.fn) } };
    case "unknown":
      return node.json as JsonObject;
  }
}

function literalValue({ type, value, timeZone }: LiteralNode): JsonObject {
  const plain = typeof value === "bigint" ? exactNumber(value) : value;
  switch (type) {
    case "dynInt":
      return { Dyn: { Int: plain } };
    case "dynFloat":
      return { Dyn: { Float: plain } };
    case "dynStr":
      return { Dyn: { Str: plain } };
    case "Null":
      return { Scalar: { Null: "Null" } };
    case "Datetime":
      return { Scalar: { Datetime: [plain, "Microseconds", timeZone ?? null] } };
    case "Duration":
      return { Scalar: { Duration: [plain, "Microseconds"] } };
    default:
      return { Scalar: { [type]: plain } };
  }
}

function exactNumber(value: bigint): number {
  const number = Number(value);
  if (!Number.isSafeInteger(number)) {
    throw new ExprWriteError(
      `the integer ${value} is beyond 2^53 - 1, which JSON numbers cannot carry exactly`,
    );
  }
  return number;
}

function dataType(node: CastNode): unknown {
  if (node.dtype === "Datetime") return { Datetime: ["Microseconds", null] };
  if (node.dtype === "Duration") return { Duration: "Microseconds" };
  return node.dtype;
}

function aggregateValue(node: AggregateNode, write: WriteChild): unknown {
  const input = write(node.input);
  switch (node.fn) {
    case "min":
    case "max":
      return { input, propagate_nans: false };
    case "std":
    case "var":
      return [input, node.ddof ?? 1];
    case "count":
      return { input, include_nulls: false };
    default:
      return input;
  }
}
