import fc from "fast-check";
import { col, fn, int, op } from "../frame-of.ts";

/** Parts of random expressions in wire form: function names with their parameters, aggregates, keys of windows. */

export const orderings = fc.constantFrom(
  "Lt",
  "LtEq",
  "Gt",
  "GtEq",
  "Eq",
  "NotEq",
  "EqValidity",
  "NotEqValidity",
);
export const rowCounts = fc.integer({ min: -3, max: 4 });
export const zones = fc.constantFrom("America/New_York", "Asia/Kolkata", "UTC");
export const dtypes = fc.constantFrom(
  "Int8",
  "Int16",
  "Int32",
  "Int64",
  "UInt8",
  "UInt16",
  "UInt32",
  "UInt64",
);

export const fills = fc
  .tuple(fc.constantFrom("Forward", "Backward"), fc.constantFrom(null, 0, 1, 2))
  .map(([name, limit]) => ({ FillNullWithStrategy: { [name]: limit } }));

export const rounds = fc
  .tuple(fc.integer({ min: 0, max: 3 }), fc.constantFrom("HalfToEven", "HalfAwayFromZero"))
  .map(([decimals, mode]) => ({ Round: { decimals, mode } }));

export const cumulative = (...names: string[]): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...names), fc.boolean()).map(([name, reverse]) => ({ [name]: { reverse } }));

/** The least count is at most the window, or Polars and the engine refuse it. */
const windows = fc
  .tuple(fc.integer({ min: 1, max: 17 }), fc.integer({ min: 1, max: 4 }), fc.boolean())
  .map(([size, least, center]) => ({
    window_size: size,
    min_periods: Math.min(size, least),
    weights: null,
    center,
  }));

const rollingOf = (names: readonly string[], parameters: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.tuple(fc.constantFrom(...names), windows, parameters).map(([name, options, fn_params]) => ({
    RollingExpr: { function: name, options: { ...options, fn_params } },
  }));

const freedoms = fc.integer({ min: 0, max: 2 });

export const rolling = (...names: string[]): fc.Arbitrary<unknown> => rollingOf(names, fc.constant(null));
export const rollingSpreads = rollingOf(
  ["Std", "Var"],
  freedoms.map((ddof) => ({ Var: { ddof } })),
);
export const rollingQuantiles = rollingOf(
  ["Quantile"],
  fc
    .tuple(
      fc.constantFrom(0, 0.1, 0.25, 0.5, 0.75, 1),
      fc.constantFrom("Nearest", "Lower", "Higher", "Midpoint", "Linear", "Equiprobable"),
    )
    .map(([prob, method]) => ({ Quantile: { prob, method } })),
);

export const ewmMeans = fc
  .record({
    alpha: fc.constantFrom(0.1, 0.5, 1),
    adjust: fc.boolean(),
    bias: fc.constant(false),
    min_periods: fc.integer({ min: 0, max: 3 }),
    ignore_nulls: fc.boolean(),
  })
  .map((options) => ({ EwmMean: { options } }));

export type Aggregate = (input: unknown) => unknown;

const plain =
  (name: string): Aggregate =>
  (input) => ({ Agg: { [name]: input } });
const extreme =
  (name: string): Aggregate =>
  (input) => ({ Agg: { [name]: { input, propagate_nans: false } } });

/** Aggregates that pick a value, count values, and compute with them. */
export const choosing: fc.Arbitrary<Aggregate> = fc.constantFrom(
  plain("First"),
  plain("Last"),
  extreme("Min"),
  extreme("Max"),
);
export const counting: fc.Arbitrary<Aggregate> = fc.constantFrom<Aggregate[]>(plain("NUnique"), (input) => ({
  Agg: { Count: { input, include_nulls: false } },
}));
export const summing: fc.Arbitrary<Aggregate> = fc.oneof(
  fc.constantFrom(plain("Mean"), plain("Sum"), plain("Median")),
  fc.tuple(fc.constantFrom("Std", "Var"), freedoms).map(
    ([name, ddof]): Aggregate =>
      (input) => ({ Agg: { [name]: [input, ddof] } }),
  ),
);
export const itself: fc.Arbitrary<Aggregate> = fc.constant((input) => input);

export const over = (input: unknown, keys: readonly unknown[]): unknown => ({
  Window: { function: input, partition_by: keys, order_by: null, options: { Over: "GroupsToRows" } },
});

export const partitionKeys = fc.array(
  fc.constantFrom<unknown>(
    ...["p", "q", "k", "x", "name"].map(col),
    fn({ TemporalExpr: "Date" }, col("ts")),
    op(col("i"), "Modulus", int(2)),
  ),
  { minLength: 1, maxLength: 2 },
);
