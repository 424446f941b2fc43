import { ArgumentError } from "../../errors/argument.ts";
import type { BooleanExpr, ExprByKind, NumberExpr, TextExpr, TimeExpr } from "../expression.ts";
import { type CastKinds, type CastType, castKinds, type ScalarKind, type Scope } from "../kinds.ts";
import { literalNode } from "../literal.ts";
import {
  aggregateNode,
  aliasNode,
  balancedNode,
  binaryNode,
  castNode,
  functionNode,
  windowNode,
} from "../make.ts";
import type { AggregateFunction, BinaryOperator } from "../node.ts";
import { Expr } from "./expr.ts";
import { checkWhole, type InputByKind, inputNode } from "./input.ts";

/** Which ends of a range belong to it. */
export type ClosedEnds = "both" | "left" | "right" | "none";

/** An expression whose values tell rows apart: what `over` groups by. */
export type GroupKey<S extends Scope = never> = NumberExpr<S> | BooleanExpr<S> | TextExpr<S> | TimeExpr<S>;

/**
 * What numbers, Booleans, texts and times have in common.
 * Comparisons follow Polars: null on either side gives null, NaN equals NaN and is above every other number.
 */
export abstract class ScalarExpr<K extends ScalarKind, S extends Scope = never> extends Expr<S> {
  abstract override readonly kind: K;

  /** Whether both are equal; null where either is null. */
  eq<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.#compare("eq", other);
  }

  /** Whether both differ; null where either is null. */
  neq<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.#compare("neq", other);
  }

  /** Whether both are equal, two nulls included; never null. */
  eqMissing<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.#compare("eqMissing", other);
  }

  /** Whether both differ, null and a value included; never null. */
  neqMissing<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.#compare("neqMissing", other);
  }

  /** Whether this is below `other`. */
  lt<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.#compare("lt", other);
  }

  /** Whether this is `other` or below. */
  ltEq<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.#compare("ltEq", other);
  }

  /** Whether this is above `other`. */
  gt<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.#compare("gt", other);
  }

  /** Whether this is `other` or above. */
  gtEq<T extends Scope = never>(other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.#compare("gtEq", other);
  }

  /**
   * Whether the value lies between `low` and `high`; both ends belong to the range by default. Written as two
   * comparisons.
   *
   * @example
   * col("close").isBetween(4_000, 5_000);
   * col("close").isBetween(col("low"), col("high"), "none");
   */
  isBetween<T extends Scope = never>(
    low: InputByKind<T>[K],
    high: InputByKind<T>[K],
    closed: ClosedEnds = "both",
  ): BooleanExpr<S | T> {
    const above = closed === "both" || closed === "left" ? this.gtEq(low) : this.gt(low);
    const below = closed === "both" || closed === "right" ? this.ltEq(high) : this.lt(high);
    return above.and(below);
  }

  /**
   * Whether the value is one of `values`; null where it is null, false for every row when there are no values.
   * Written as a chain of `eq` joined by `or`.
   *
   * @example
   * col("ts").dt.weekday().isIn([1, 5]);
   */
  isIn<T extends Scope = never>(values: readonly InputByKind<T>[K][]): BooleanExpr<S | T> {
    const [first, ...rest] = values.map((value) => this.eq(value).node);
    const node = first === undefined ? literalNode(false) : balancedNode("or", [first, ...rest]);
    return this.booleanOf(node);
  }

  /** `value` where this is null. NaN is no null and stays. */
  fillNull<T extends Scope = never>(value: InputByKind<T>[K]): ExprByKind<S | T>[K] {
    return this.wrap(this.kind, functionNode({ name: "fillNull" }, this.node, inputNode(value, this.kind)));
  }

  /**
   * The last value before it where this is null; null stays before the first value.
   *
   * @param limit most nulls in a row to fill; default no limit
   */
  forwardFill(limit: number | null = null): ExprByKind<S>[K] {
    return this.#fill("forward", limit);
  }

  /**
   * The next value after it where this is null. That value lies in the future, which a backtest must not know.
   *
   * @param limit most nulls in a row to fill; default no limit
   */
  backwardFill(limit: number | null = null): ExprByKind<S>[K] {
    return this.#fill("backward", limit);
  }

  /**
   * The value `bars` base bars earlier, null before the first. Default 1.
   * A negative number reads the future, which a backtest must not.
   *
   * @example
   * col("close").gt(col("high").shift(1));
   */
  shift(bars = 1): ExprByKind<S>[K] {
    checkWhole(bars, "shift", "a whole number of bars");
    return this.wrap(this.kind, functionNode({ name: "shift" }, this.node, literalNode(bars)));
  }

  /**
   * Converts to a Polars data type; null stays null. A value that does not fit is an error, or null with
   * `strict: false`. Integers are cut towards 0; a true Boolean is 1. The parts of a time are small integers: cast
   * them to `Int32` before they are multiplied.
   *
   * @example
   * col("ts").dt.hour().cast("Int32").mul(60).add(col("ts").dt.minute());
   */
  cast<D extends CastType>(
    dtype: D,
    options: { readonly strict?: boolean } = {},
  ): ExprByKind<S>[CastKinds[D]] {
    if (!Object.hasOwn(castKinds, dtype)) {
      throw new ArgumentError(`cannot cast to "${dtype}"; use one of ${Object.keys(castKinds).join(", ")}`);
    }
    const node = castNode(this.node, dtype, options.strict === false ? "nonStrict" : "strict");
    return this.wrap<CastKinds[D], S>(castKinds[dtype], node);
  }

  /** The same value under another name. Names mean nothing to a trigger. */
  alias(name: string): ExprByKind<S>[K] {
    return this.wrap(this.kind, aliasNode(this.node, name));
  }

  /**
   * Computes the expression, usually an aggregate, within the rows that have the same keys. A null key is a group too.
   * An aggregate reads its whole group, rows of the future included: a condition must not.
   *
   * @example
   * col("open").first().over(col("ts").dt.date());
   */
  over<T extends Scope = never>(...keys: readonly [GroupKey<T>, ...GroupKey<T>[]]): ExprByKind<S | T>[K] {
    if (keys.length === 0) throw new ArgumentError("over needs at least one key to group by");
    // JavaScript callers may have given names of columns, or structs.
    if (!(keys as readonly unknown[]).every((key) => key instanceof ScalarExpr)) {
      throw new ArgumentError(
        "over groups by expressions of numbers, Booleans, texts and times, not by others",
      );
    }
    return this.wrap(
      this.kind,
      windowNode(
        this.node,
        keys.map((key) => key.node),
      ),
    );
  }

  /** The first value, null or not. */
  first(): ExprByKind<S>[K] {
    return this.wrap(this.kind, aggregateNode("first", this.node));
  }

  /** The last value, null or not. */
  last(): ExprByKind<S>[K] {
    return this.wrap(this.kind, aggregateNode("last", this.node));
  }

  /** The smallest value; nulls are left out, and so is NaN where there is a number. */
  min(): ExprByKind<S>[K] {
    return this.wrap(this.kind, aggregateNode("min", this.node));
  }

  /** The largest value; nulls are left out, and so is NaN where there is a number. */
  max(): ExprByKind<S>[K] {
    return this.wrap(this.kind, aggregateNode("max", this.node));
  }

  /** How many values are not null. */
  count(): NumberExpr<S> {
    return this.aggregate("count");
  }

  /** How many different values there are; null and NaN count as one each. */
  nUnique(): NumberExpr<S> {
    return this.aggregate("nUnique");
  }

  /**
   * How many values up to this row are not null.
   *
   * @example
   * col("close").gt(col("open")).cumCount();
   */
  cumCount(options: CumulativeOptions = {}): NumberExpr<S> {
    return this.numberOf(functionNode({ name: "cumCount", reverse: options.reverse ?? false }, this.node));
  }

  protected aggregate(fn: AggregateFunction, ddof?: number): NumberExpr<S> {
    return this.numberOf(aggregateNode(fn, this.node, ddof));
  }

  #fill(strategy: "forward" | "backward", limit: number | null): ExprByKind<S>[K] {
    if (limit !== null) checkWhole(limit, `${strategy}Fill`, "a whole number of rows", 0);
    return this.wrap(this.kind, functionNode({ name: "fillNullStrategy", strategy, limit }, this.node));
  }

  #compare<T extends Scope>(op: BinaryOperator, other: InputByKind<T>[K]): BooleanExpr<S | T> {
    return this.booleanOf(binaryNode(op, this.node, inputNode(other, this.kind)));
  }
}

/** Options of a running total. */
export interface CumulativeOptions {
  /** Start at the last row, which reads the future. Default false. */
  readonly reverse?: boolean;
}
