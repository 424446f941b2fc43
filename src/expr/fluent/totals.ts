import type { NumberExpr } from "../expression.ts";
import type { Scope } from "../kinds.ts";
import { functionNode } from "../make.ts";
import { NumberArithmetic } from "./arithmetic.ts";
import { checkWhole } from "./input.ts";
import type { CumulativeOptions } from "./scalar.ts";

/**
 * Aggregates and running totals.
 *
 * An aggregate is one number of all rows, or with `over` of each group; it reads rows of the future, so it belongs in
 * research, not in a condition. Nulls are left out.
 */
export abstract class NumberTotals<S extends Scope = never> extends NumberArithmetic<S> {
  /** Sum; 0 when there is no value, NaN when one is NaN. */
  sum(): NumberExpr<S> {
    return this.aggregate("sum");
  }

  /** Mean; null when there is no value, NaN when one is NaN. */
  mean(): NumberExpr<S> {
    return this.aggregate("mean");
  }

  /** Median: the middle value, or the mean of the two in the middle. NaN counts as the largest value. */
  median(): NumberExpr<S> {
    return this.aggregate("median");
  }

  /**
   * Standard deviation; null when there are no more values than `ddof`.
   *
   * @param options.ddof delta degrees of freedom: the divisor is the number of values less this. Default 1
   * @example
   * col("close").std({ ddof: 0 }).over(col("ts").dt.date());
   */
  std(options: { readonly ddof?: number } = {}): NumberExpr<S> {
    return this.aggregate("std", freedom(options.ddof, "std"));
  }

  /** Variance; null when there are no more values than `ddof`, which is 1 by default. */
  var(options: { readonly ddof?: number } = {}): NumberExpr<S> {
    return this.aggregate("var", freedom(options.ddof, "var"));
  }

  /** Sum of the values up to this row; null where the value is null, NaN from the first NaN on. */
  cumSum(options: CumulativeOptions = {}): NumberExpr<S> {
    return this.#cumulative("cumSum", options);
  }

  /** Largest value up to this row; null where the value is null. NaN is left out. */
  cumMax(options: CumulativeOptions = {}): NumberExpr<S> {
    return this.#cumulative("cumMax", options);
  }

  /** Smallest value up to this row; null where the value is null. NaN is left out. */
  cumMin(options: CumulativeOptions = {}): NumberExpr<S> {
    return this.#cumulative("cumMin", options);
  }

  #cumulative(name: "cumSum" | "cumMax" | "cumMin", options: CumulativeOptions): NumberExpr<S> {
    return this.numberOf(functionNode({ name, reverse: options.reverse ?? false }, this.node));
  }
}

/** Delta degrees of freedom, which Polars holds in one byte. */
export function freedom(ddof: number | undefined, method: string): number {
  const value = ddof ?? 1;
  checkWhole(value, method, "a whole number of ddof", 0, 255);
  return value;
}
