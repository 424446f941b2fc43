import { ArgumentError } from "../errors/argument.ts";
import { canonicalText } from "./canonical.ts";
import {
  type CastKinds,
  type CastType,
  castKinds,
  type ExprKind,
  type ScalarKind,
  type Scope,
  type StructMembers,
} from "./kinds.ts";
import {
  aliasNode,
  balancedNode,
  binaryNode,
  castNode,
  columnNode,
  fieldNode,
  functionNode,
  type LiteralValue,
  literalNode,
} from "./make.ts";
import type { BinaryOperator, ExprNode, TemporalPart } from "./node.ts";
import { printNode } from "./print.ts";
import { writeNode } from "./wire/write.ts";

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

/** The class of each kind. */
export interface ExprByKind<S extends Scope = never> {
  number: NumberExpr<S>;
  boolean: BooleanExpr<S>;
  text: TextExpr<S>;
  time: TimeExpr<S>;
  list: ListExpr<S>;
}

/** Which ends of a range belong to it. */
export type ClosedEnds = "both" | "left" | "right" | "none";

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

  /** True where the value is null. */
  isNull(): BooleanExpr<S> {
    return new BooleanExpr(functionNode({ name: "isNull" }, this.node));
  }

  /** True where the value is not null. */
  isNotNull(): BooleanExpr<S> {
    return new BooleanExpr(functionNode({ name: "isNotNull" }, this.node));
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
}

/**
 * What numbers, Booleans, texts and times have in common.
 * Comparisons follow Polars: null on either side gives null, NaN equals NaN and is above every other number.
 */
export abstract class ScalarExpr<K extends ScalarKind, S extends Scope = never> extends Expr<S> {
  abstract override readonly kind: K;

  /** Whether both are equal. */
  eq<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.compare("eq", other);
  }

  /** Whether both differ. */
  neq<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.compare("neq", other);
  }

  /** Whether this is below `other`. */
  lt<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.compare("lt", other);
  }

  /** Whether this is `other` or below. */
  ltEq<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.compare("ltEq", other);
  }

  /** Whether this is above `other`. */
  gt<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.compare("gt", other);
  }

  /** Whether this is `other` or above. */
  gtEq<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.compare("gtEq", other);
  }

  /** Whether the value lies between `low` and `high`; both ends belong to the range by default. */
  isBetween<T extends Scope = never>(
    low: InputByKind<T>[K],
    high: InputByKind<T>[K],
    closed: ClosedEnds = "both",
  ): BooleanExpr<S | T> {
    const above = closed === "both" || closed === "left" ? this.gtEq(low) : this.gt(low);
    const below = closed === "both" || closed === "right" ? this.ltEq(high) : this.lt(high);
    return above.and(below);
  }

  /** Whether the value is one of `values`; false for every row when there are none. */
  isIn<T extends Scope = never>(values: readonly InputByKind<T>[K][]): BooleanExpr<S | T> {
    const [first, ...rest] = values.map((value) => this.eq(value).node);
    if (first === undefined) return new BooleanExpr(literalNode(false));
    return new BooleanExpr(balancedNode("or", [first, ...rest]));
  }

  /** `value` where this is null. */
  fillNull<T extends Scope = never>(value: InputByKind<T>[K]): ExprByKind<S | T>[K] {
    return expressionOf(
      this.kind,
      functionNode({ name: "fillNull" }, this.node, inputNode(value, this.kind)),
    );
  }

  /**
   * The value `bars` base bars earlier, null before the first. Default 1.
   * A negative number reads the future, which a backtest must not.
   */
  shift(bars = 1): ExprByKind<S>[K] {
    return this.same(functionNode({ name: "shift" }, this.node, wholeNumber(bars, "shift")));
  }

  /** Converts to a Polars data type. A value that does not fit is an error, or null with `strict: false`. */
  cast<D extends CastType>(
    dtype: D,
    options: { readonly strict?: boolean } = {},
  ): ExprByKind<S>[CastKinds[D]] {
    const kind = castKinds[dtype];
    if (kind === undefined) {
      throw new ArgumentError(`cannot cast to "${dtype}"; use one of ${Object.keys(castKinds).join(", ")}`);
    }
    const node = castNode(this.node, dtype, options.strict === false ? "nonStrict" : "strict");
    return expressionOf(kind, node) as ExprByKind<S>[CastKinds[D]];
  }

  /** The same value under another name. Names mean nothing to a trigger. */
  alias(name: string): ExprByKind<S>[K] {
    return this.same(aliasNode(this.node, name));
  }

  protected same(node: ExprNode): ExprByKind<S>[K] {
    return expressionOf(this.kind, node);
  }

  private compare<T extends Scope>(op: BinaryOperator, other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return new BooleanExpr(binaryNode(op, this.node, inputNode(other, this.kind)));
  }
}

/** An expression that gives a number: a price, a volume, an indicator value. */
export class NumberExpr<S extends Scope = never> extends ScalarExpr<"number", S> {
  readonly kind = "number" as const;

  /** Sum. */
  add<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.arithmetic("add", other);
  }

  /** Difference: this less `other`. */
  sub<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.arithmetic("sub", other);
  }

  /** Product. */
  mul<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.arithmetic("mul", other);
  }

  /** True division, as Python's `/`: always a float. */
  div<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.arithmetic("trueDivide", other);
  }

  /** Division rounded down. */
  floorDiv<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.arithmetic("floorDivide", other);
  }

  /** Remainder of `floorDiv`. */
  mod<T extends Scope = never>(other: NumberInput<T>): NumberExpr<S | T> {
    return this.arithmetic("modulo", other);
  }

  /** Distance from 0. */
  abs(): NumberExpr<S> {
    return new NumberExpr(functionNode({ name: "abs" }, this.node));
  }

  /** Difference to the value `bars` base bars earlier; null before the first. Default 1. */
  diff(bars = 1): NumberExpr<S> {
    const node = functionNode({ name: "diff", nullBehavior: "ignore" }, this.node, wholeNumber(bars, "diff"));
    return new NumberExpr(node);
  }

  private arithmetic<T extends Scope>(op: BinaryOperator, other: NumberInput<T>): NumberExpr<S | T> {
    return new NumberExpr(binaryNode(op, this.node, inputNode(other, "number")));
  }
}

/**
 * An expression that gives true, false or null: a condition.
 * `and`, `or` and `not` know three values: `false and null` is false, `true or null` is true, else null stays null.
 */
export class BooleanExpr<S extends Scope = never> extends ScalarExpr<"boolean", S> {
  readonly kind = "boolean" as const;

  /** Whether both are true. */
  and<T extends Scope = never>(other: BooleanInput<T>): BooleanExpr<S | T> {
    return this.logic("and", other);
  }

  /** Whether one or both are true. */
  or<T extends Scope = never>(other: BooleanInput<T>): BooleanExpr<S | T> {
    return this.logic("or", other);
  }

  /** True where exactly one side is true; null where either is null. */
  xor<T extends Scope = never>(other: BooleanInput<T>): BooleanExpr<S | T> {
    return this.logic("xor", other);
  }

  /** The opposite. */
  not(): BooleanExpr<S> {
    return new BooleanExpr(functionNode({ name: "not" }, this.node));
  }

  private logic<T extends Scope>(op: BinaryOperator, other: BooleanInput<T>): BooleanExpr<S | T> {
    return new BooleanExpr(binaryNode(op, this.node, inputNode(other, "boolean")));
  }
}

/** An expression that gives a text. */
export class TextExpr<S extends Scope = never> extends ScalarExpr<"text", S> {
  readonly kind = "text" as const;
}

/** An expression that gives a date or a time. */
export class TimeExpr<S extends Scope = never> extends ScalarExpr<"time", S> {
  readonly kind = "time" as const;

  /** Parts of the time and its time zone. */
  get dt(): TimeParts<S> {
    return new TimeParts(this.node);
  }
}

/** Parts of a time. They are UTC unless `convertTimeZone` came before. */
export class TimeParts<S extends Scope = never> {
  readonly #node: ExprNode;

  constructor(node: ExprNode) {
    this.#node = node;
  }

  /** Calendar year. */
  year(): NumberExpr<S> {
    return this.#part("year");
  }

  /** 1 to 12. */
  month(): NumberExpr<S> {
    return this.#part("month");
  }

  /** Day of the month, 1 to 31. */
  day(): NumberExpr<S> {
    return this.#part("day");
  }

  /** 0 to 23. */
  hour(): NumberExpr<S> {
    return this.#part("hour");
  }

  /** 0 to 59. */
  minute(): NumberExpr<S> {
    return this.#part("minute");
  }

  /** 0 to 59. */
  second(): NumberExpr<S> {
    return this.#part("second");
  }

  /** 1 (Monday) to 7 (Sunday), as ISO 8601 counts. */
  weekday(): NumberExpr<S> {
    return this.#part("weekday");
  }

  /** Week of the year, 1 to 53, as ISO 8601 counts. */
  week(): NumberExpr<S> {
    return this.#part("week");
  }

  /** Day of the year, 1 to 366. */
  ordinalDay(): NumberExpr<S> {
    return this.#part("ordinalDay");
  }

  /** The day without its time. */
  date(): TimeExpr<S> {
    return new TimeExpr(functionNode({ name: "temporal", part: "date" }, this.#node));
  }

  /** The same instant on the clocks of an IANA time zone, for example `America/New_York`. */
  convertTimeZone(timeZone: string): TimeExpr<S> {
    checkTimeZone(timeZone);
    return new TimeExpr(functionNode({ name: "convertTimeZone", timeZone }, this.#node));
  }

  #part(part: TemporalPart): NumberExpr<S> {
    return new NumberExpr(functionNode({ name: "temporal", part }, this.#node));
  }
}

/** An expression that gives a list. Strategies can only ask whether it is there. */
export class ListExpr<S extends Scope = never> extends Expr<S> {
  readonly kind = "list" as const;
}

/** An expression that gives a struct: an indicator with several outputs, or a trading context. */
export class StructExpr<M extends StructMembers = StructMembers, S extends Scope = never> extends Expr<S> {
  readonly kind = "struct" as const;
  /** Kinds of the members by wire name. */
  readonly members: M;

  constructor(node: ExprNode, members: M) {
    super(node);
    this.members = Object.freeze({ ...members });
  }

  /** A member by its wire name. */
  field<N extends keyof M & string>(name: N): ExprByKind<S>[M[N]] {
    const kind = Object.hasOwn(this.members, name) ? this.members[name] : undefined;
    if (kind === undefined) {
      const known = Object.keys(this.members).join(", ");
      throw new ArgumentError(`no struct member "${name}"; the members are ${known}`, { member: name });
    }
    return expressionOf(kind, fieldNode(this.node, name));
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
export function expressionOf<K extends keyof ExprByKind, S extends Scope = never>(
  kind: K,
  node: ExprNode,
): ExprByKind<S>[K] {
  // The table holds the class of each kind; a scope exists for the compiler only.
  return new classes[kind](node) as ExprByKind<S>[K];
}

/** The column `name`, for whoever knows its kind. */
export function columnOf<K extends keyof ExprByKind>(name: string, kind: K): ExprByKind[K] {
  return expressionOf(kind, columnNode(name));
}

/** The node of an argument: an expression's own, or a literal. Refuses another kind than the wanted one. */
export function inputNode(value: Expr | LiteralValue, wanted: ExprKind): ExprNode {
  const kind = value instanceof Expr ? value.kind : literalKind(value);
  if (kind !== wanted) {
    throw new ArgumentError(`a ${wanted} is needed here, not ${describeInput(value)}`, {
      wanted,
      got: kind,
    });
  }
  return value instanceof Expr ? value.node : literalNode(value);
}

/** The kind of a plain value; undefined for null and whatever is no literal. */
export function literalKind(value: LiteralValue): ScalarKind | undefined {
  if (value instanceof Date) return "time";
  if (typeof value === "number") return "number";
  if (typeof value === "boolean") return "boolean";
  return typeof value === "string" ? "text" : undefined;
}

function describeInput(value: Expr | LiteralValue): string {
  if (value instanceof Expr) return `the ${value.kind} ${value.toString()}`;
  return value === null || value === undefined
    ? String(value)
    : `the ${typeof value} ${JSON.stringify(value)}`;
}

function wholeNumber(bars: number, method: string): ExprNode {
  if (!Number.isSafeInteger(bars)) {
    throw new ArgumentError(`${method} takes a whole number of bars, not ${bars}`, { bars });
  }
  return literalNode(bars);
}

function checkTimeZone(timeZone: string): void {
  try {
    new Intl.DateTimeFormat("en", { timeZone });
  } catch (cause) {
    throw new ArgumentError(`"${timeZone}" is no IANA time zone; use a name such as "America/New_York"`, {
      timeZone,
      cause,
    });
  }
}
