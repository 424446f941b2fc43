import type { ExprNode } from "./node.ts";
import { writeNode } from "./wire/write.ts";

/**
 * One text per meaning of the wire form: equal expressions have equal texts, and a text is stable across runs and
 * machines. Made for hashing and for cache keys.
 */
export function canonicalText(node: ExprNode): string {
  return JSON.stringify(writeNode(node));
}

/** Whether two expressions have the same wire form. */
export function equalExpr(a: ExprNode, b: ExprNode): boolean {
  return canonicalText(a) === canonicalText(b);
}
