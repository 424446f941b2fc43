/**
 * The class of each kind. Every kind has methods that give another, so the classes know each other here; what they do
 * stands in `fluent/`, one file per subject.
 */
import { BooleanMethods } from "./fluent/boolean.ts";
import { Expr } from "./fluent/expr.ts";
import { ScalarExpr } from "./fluent/scalar.ts";
import { NumberSignals } from "./fluent/signals.ts";
import { StructMethods } from "./fluent/struct.ts";
import { TimeMethods } from "./fluent/time.ts";
import type { MemberKind, Scope, StructMembers } from "./kinds.ts";
import { columnNode } from "./make.ts";
import type { ExprNode } from "./node.ts";

/** The class of each kind. */
export interface ExprByKind<S extends Scope = never> {
  number: NumberExpr<S>;
  boolean: BooleanExpr<S>;
  text: TextExpr<S>;
  time: TimeExpr<S>;
  list: ListExpr<S>;
}

/** An expression that gives a number: a price, a volume, an indicator value. */
export class NumberExpr<S extends Scope = never> extends NumberSignals<S> {
  readonly kind = "number" as const;

  protected override wrap<K extends MemberKind, T extends Scope>(kind: K, node: ExprNode) {
    return expressionOf<K, T>(kind, node);
  }
}

/** An expression that gives true, false or null: a condition. */
export class BooleanExpr<S extends Scope = never> extends BooleanMethods<S> {
  readonly kind = "boolean" as const;

  protected override wrap<K extends MemberKind, T extends Scope>(kind: K, node: ExprNode) {
    return expressionOf<K, T>(kind, node);
  }
}

/** An expression that gives a text. */
export class TextExpr<S extends Scope = never> extends ScalarExpr<"text", S> {
  readonly kind = "text" as const;

  protected override wrap<K extends MemberKind, T extends Scope>(kind: K, node: ExprNode) {
    return expressionOf<K, T>(kind, node);
  }
}

/** An expression that gives an instant, a day, a time of day, or a span between two times. */
export class TimeExpr<S extends Scope = never> extends TimeMethods<S> {
  readonly kind = "time" as const;

  protected override wrap<K extends MemberKind, T extends Scope>(kind: K, node: ExprNode) {
    return expressionOf<K, T>(kind, node);
  }
}

/** An expression that gives a list. Strategies can only ask whether it is there. */
export class ListExpr<S extends Scope = never> extends Expr<S> {
  readonly kind = "list" as const;

  protected override wrap<K extends MemberKind, T extends Scope>(kind: K, node: ExprNode) {
    return expressionOf<K, T>(kind, node);
  }
}

/** An expression that gives a struct: an indicator with several outputs, or a trading context. */
export class StructExpr<
  M extends StructMembers = StructMembers,
  S extends Scope = never,
> extends StructMethods<M, S> {
  readonly kind = "struct" as const;

  protected override wrap<K extends MemberKind, T extends Scope>(kind: K, node: ExprNode) {
    return expressionOf<K, T>(kind, node);
  }
}

const classes = {
  number: NumberExpr,
  boolean: BooleanExpr,
  text: TextExpr,
  time: TimeExpr,
  list: ListExpr,
};

/** Wraps a node whose kind and scope the caller knows. */
export function expressionOf<K extends MemberKind, S extends Scope = never>(
  kind: K,
  node: ExprNode,
): ExprByKind<S>[K] {
  // The table holds the class of each kind; a scope exists for the compiler only.
  return new classes[kind](node) as ExprByKind<S>[K];
}

/** The column `name`, for whoever knows its kind. */
export function columnOf<K extends MemberKind>(name: string, kind: K): ExprByKind[K] {
  return expressionOf(kind, columnNode(name));
}
