import { canonicalText } from "../canonical.ts";
import type { BooleanExpr, ExprByKind, NumberExpr } from "../expression.ts";
import type { ExprKind, MemberKind, Scope } from "../kinds.ts";
import { functionNode } from "../make.ts";
import type { ExprNode } from "../node.ts";
import { printNode } from "../print.ts";
import { writeNode } from "../wire/write.ts";

declare const scope: unique symbol;

/**
 * An expression: what to compute on every row of the bars. It computes nothing itself; it holds one frozen node, and
 * every method gives a new expression.
 *
 * `S` says where the expression may stand, for the compiler alone. It is `never`, no restriction, unless a part of
 * the expression is restricted; whatever is built from that part is then restricted too.
 */
export abstract class Expr<S extends Scope = Scope> {
  declare readonly [scope]: S;
  abstract readonly kind: ExprKind;
  readonly node: ExprNode;

  constructor(node: ExprNode) {
    this.node = node;
  }

  /** True where the value is null. NaN is a value. */
  isNull(): BooleanExpr<S> {
    return this.booleanOf(functionNode({ name: "isNull" }, this.node));
  }

  /** True where the value is not null. NaN is a value. */
  isNotNull(): BooleanExpr<S> {
    return this.booleanOf(functionNode({ name: "isNotNull" }, this.node));
  }

  /** Whether both have the same wire form. */
  equals(other: Expr): boolean {
    return canonicalText(this.node) === canonicalText(other.node);
  }

  /** The expression as one would write it. */
  toString(): string {
    return printNode(this.node, this.kind);
  }

  /** The wire form, so that `JSON.stringify` writes expressions as the gateway reads them. */
  toJSON(): unknown {
    return writeNode(this.node);
  }

  /** What `console.log` shows on Node. */
  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return this.toString();
  }

  protected numberOf<T extends Scope>(node: ExprNode): NumberExpr<T> {
    return this.wrap<"number", T>("number", node);
  }

  protected booleanOf<T extends Scope>(node: ExprNode): BooleanExpr<T> {
    return this.wrap<"boolean", T>("boolean", node);
  }

  /**
   * An expression of a kind. The concrete classes make it: those of the methods cannot know them, since each kind
   * has methods that give another.
   */
  protected abstract wrap<K extends MemberKind, T extends Scope>(kind: K, node: ExprNode): ExprByKind<T>[K];
}
