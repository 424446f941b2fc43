import { type ExprNode, type JsonObject, readExpr, writeExpr } from "../expr/index.ts";
import type { Trigger } from "../generated/models.ts";
import { deepFreeze } from "./freeze.ts";

/**
 * The node behind each wire form that was made or read here. A strategy is plain JSON; what this package has written
 * itself is known and need not be read again, which keeps the reader out of programs that only build.
 */
const nodes = /* @__PURE__ */ new WeakMap<object, ExprNode>();

/** The wire form of a node, whose node is known from then on. */
export function writeKnown(node: ExprNode): JsonObject {
  const json = writeExpr(node);
  nodes.set(json, node);
  return json;
}

/** Undefined for what was not written here. */
export function knownNode(json: unknown): ExprNode | undefined {
  return typeof json === "object" && json !== null ? nodes.get(json) : undefined;
}

/** The node of an expression that `build` has checked. */
export function writtenNode(json: unknown, path: string): ExprNode {
  const node = knownNode(json);
  if (node === undefined) throw new Error(`${path} was checked without its node`);
  return node;
}

/**
 * The node of any wire form.
 *
 * @throws ExprReadError naming the path, which begins with `path`, of what is wrong.
 */
export function nodeOf(json: unknown, path: string): ExprNode {
  return knownNode(json) ?? readExpr(json, { path });
}

/**
 * A wire form of any origin as a frozen object whose node is known.
 *
 * @throws ExprReadError naming the path, which begins with `path`, of what is wrong.
 */
export function adoptExpression(json: Trigger["price_expr"], path: string): Trigger["price_expr"] {
  if (knownNode(json) !== undefined) return json;
  const node = readExpr(json, { path });
  const own: unknown = typeof json === "string" ? parseText(json) : structuredClone(json);
  // A few nodes without payload are bare texts, which cannot be known and are no condition and no price either.
  if (typeof own !== "object" || own === null) return json;
  nodes.set(own, node);
  // The reader has seen a JSON object.
  return deepFreeze(own) as JsonObject;
}

function parseText(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
