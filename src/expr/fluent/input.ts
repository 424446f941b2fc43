import { ArgumentError } from "../../errors/argument.ts";
import type { BooleanExpr, NumberExpr, TextExpr, TimeExpr } from "../expression.ts";
import type { ExprKind, ScalarKind, Scope } from "../kinds.ts";
import { type LiteralValue, literalNode } from "../literal.ts";
import type { ExprNode } from "../node.ts";
import { Expr } from "./expr.ts";

/** A number, or an expression that gives one. */
export type NumberInput<S extends Scope = never> = number | NumberExpr<S>;
/** A Boolean, or an expression that gives one. */
export type BooleanInput<S extends Scope = never> = boolean | BooleanExpr<S>;
/** A text, or an expression that gives one. */
export type TextInput<S extends Scope = never> = string | TextExpr<S>;
/** An instant, or an expression that gives a time. A Date compares as UTC with columns that carry no zone. */
export type TimeInput<S extends Scope = never> = Date | TimeExpr<S>;

/** What a method takes where an expression of a kind is wanted. */
export interface InputByKind<S extends Scope = never> {
  number: NumberInput<S>;
  boolean: BooleanInput<S>;
  text: TextInput<S>;
  time: TimeInput<S>;
}

/** The node of an argument: an expression's own, or a literal. Refuses another kind than the wanted one. */
export function inputNode(value: Expr | LiteralValue, wanted: ExprKind): ExprNode {
  const kind = inputKind(value);
  if (kind !== wanted) {
    throw new ArgumentError(`a ${wanted} is needed here, not ${describeInput(value)}`, { wanted, got: kind });
  }
  return value instanceof Expr ? value.node : literalNode(value);
}

/** The kind of an expression or plain value; undefined for what is neither. */
export function inputKind(value: unknown): ExprKind | undefined {
  return value instanceof Expr ? value.kind : literalKind(value);
}

/** The kind of a plain value; undefined for what is no literal. */
export function literalKind(value: unknown): ScalarKind | undefined {
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "string") return "text";
  return value instanceof Date ? "time" : undefined;
}

/** @throws {ArgumentError} unless `value` is a whole number within the bounds */
export function checkWhole(
  value: number,
  method: string,
  what: string,
  least = -Number.MAX_SAFE_INTEGER,
  most = Number.MAX_SAFE_INTEGER,
): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return;
  const bounds = [
    least > -Number.MAX_SAFE_INTEGER ? [`at least ${least}`] : [],
    most < Number.MAX_SAFE_INTEGER ? [`at most ${most}`] : [],
  ].flat();
  throw new ArgumentError(`${[`${method} takes ${what}`, ...bounds].join(", ")}, not ${value}`, { value });
}

/** JavaScript callers may have given anything. */
function describeInput(value: unknown): string {
  if (value instanceof Expr) return `the ${value.kind} ${value.toString()}`;
  if (typeof value === "string") return `the string ${JSON.stringify(value)}`;
  if (value === null || value === undefined) return String(value);
  return typeof value === "object"
    ? "an object that is no expression"
    : `the ${typeof value} ${String(value)}`;
}
