import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FLOAT } from "../../../src/engine/expression/types.ts";
import type { Cell } from "../../../src/engine/expression/value.ts";
import { rollingQuantiles } from "./dialect/vocabulary.ts";
import { col, evaluateOver, floats, fn, moments, op } from "./frame-of.ts";

/** Plain versions: one window at a time, by the definition. */

interface Options {
  readonly size: number;
  readonly least: number;
  readonly center: boolean;
}

/** Squares of tiny numbers are no longer numbers to compare by their digits. */
function notTiny(value: number): number {
  return Math.abs(value) < 1e-9 ? 0 : value;
}

const options: fc.Arbitrary<Options> = fc.record({
  size: fc.integer({ min: 4, max: 12 }),
  least: fc.integer({ min: 1, max: 4 }),
  center: fc.boolean(),
});
const cells = fc.array(
  fc.oneof(
    { weight: 8, arbitrary: fc.double({ min: -1e9, max: 1e9, noNaN: true }).map(notTiny) },
    { weight: 4, arbitrary: fc.constantFrom(0, 1, 1, 0.1) },
    { weight: 2, arbitrary: fc.constant(null) },
  ),
  { maxLength: 40 },
);

function windowsOf(values: readonly (number | null)[], { size, center }: Options): readonly number[][] {
  const after = center ? Math.ceil(size / 2) - 1 : 0;
  return values.map((_, row) => {
    const from = Math.max(row + after - size + 1, 0);
    return values.slice(from, row + after + 1).filter((value) => value !== null);
  });
}

function rollingBy(name: string, { size, least, center }: Options, parameters: unknown = null): unknown {
  const wire = { window_size: size, min_periods: least, weights: null, center, fn_params: parameters };
  return fn({ RollingExpr: { function: name, options: wire } }, col("x"));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function squares(values: readonly number[]): number {
  const mean = sum(values) / values.length;
  return sum(values.map((value) => (value - mean) ** 2));
}

function quantile(values: readonly number[], q: number, method: string): number {
  const sorted = [...values].sort((a, b) => a - b);
  const index = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(index)]!, sorted[Math.ceil(index)]!];
  if (method === "Nearest") return sorted[Math.round(index)]!;
  if (method === "Lower") return low;
  if (method === "Higher") return high;
  if (method === "Midpoint") return (low + high) / 2;
  if (method === "Equiprobable") return sorted[Math.max(Math.ceil(sorted.length * q) - 1, 0)]!;
  return low + (high - low) * (index - Math.floor(index));
}

/** Within 1e-9 of the numbers that went into it. */
function expectNear(
  actual: readonly Cell[],
  expected: readonly (number | null)[],
  scales: readonly number[],
): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((cell, row) => {
    const other = expected[row]!;
    if (cell === null || other === null) expect(cell).toBe(other);
    else expect(Math.abs(Number(cell) - other)).toBeLessThanOrEqual(1e-9 * scales[row]!);
  });
}

const largest = (values: readonly number[]): number => Math.max(0, ...values.map(Math.abs));

describe("rolling functions are those of each window alone", () => {
  const cases: Readonly<Record<string, (window: readonly number[]) => number>> = {
    Sum: sum,
    Mean: (window) => sum(window) / window.length,
    Min: (window) => Math.min(...window),
    Max: (window) => Math.max(...window),
    // npm's builds of Polars have no rolling median.
    Median: (window) => quantile(window, 0.5, "Linear"),
  };

  it.each(Object.entries(cases))("%s", (name, plain) => {
    fc.assert(
      fc.property(cells, options, (values, window) => {
        const windows = windowsOf(values, window);
        const expected = windows.map((each) => (each.length < window.least ? null : plain(each)));
        const { cells: actual } = evaluateOver({ x: floats(...values) }, rollingBy(name, window));
        const isPick = name === "Min" || name === "Max";
        expectNear(
          actual,
          expected,
          windows.map((each) => (isPick ? 0 : sum(each.map(Math.abs)))),
        );
      }),
    );
  });

  it.each([0, 1, 2])("variance and deviation with %i degrees of freedom less", (ddof) => {
    fc.assert(
      fc.property(cells, options, (values, window) => {
        const windows = windowsOf(values, window);
        const expected = windows.map((each) =>
          each.length < window.least || each.length <= ddof ? null : squares(each) / (each.length - ddof),
        );
        const x = floats(...values);
        const parameters = { Var: { ddof } };
        const variances = evaluateOver({ x }, rollingBy("Var", window, parameters)).cells;
        expectNear(
          variances,
          expected,
          windows.map((each) => largest(each) ** 2),
        );
        const deviations = evaluateOver({ x }, rollingBy("Std", window, parameters)).cells;
        expect(deviations).toEqual(variances.map((cell) => (cell === null ? null : Math.sqrt(Number(cell)))));
      }),
    );
  });

  it("quantiles of every interpolation", () => {
    fc.assert(
      fc.property(cells, options, rollingQuantiles, (values, window, wire) => {
        const { Quantile } = (
          wire as { RollingExpr: { options: { fn_params: { Quantile: { prob: number; method: string } } } } }
        ).RollingExpr.options.fn_params;
        const windows = windowsOf(values, window);
        const expected = windows.map((each) =>
          each.length < window.least ? null : quantile(each, Quantile.prob, Quantile.method),
        );
        const { cells: actual } = evaluateOver(
          { x: floats(...values) },
          rollingBy("Quantile", window, { Quantile }),
        );
        expectNear(actual, expected, windows.map(largest));
      }),
    );
  });

  it("sums do not drift, and an infinity or a large value leaves no trace", () => {
    const length = 200_000;
    const values = Array.from({ length }, (_, row) => (row % 1_000 === 0 ? 1e15 : ((row * 37) % 101) / 7));
    values[500] = Number.POSITIVE_INFINITY;
    values[777] = Number.NaN;
    const window = { size: 50, least: 1, center: false };
    const { cells: actual } = evaluateOver({ x: { type: FLOAT, cells: values } }, rollingBy("Mean", window));
    for (let row = 1_060; row < length; row += 97) {
      const plain = sum(values.slice(row - 49, row + 1)) / 50;
      expect(Math.abs(Number(actual[row]) - plain)).toBeLessThanOrEqual(1e-12 * plain);
    }
  });

  it("of equal values the mean is that value and the deviation 0", () => {
    const x = floats(...Array.from({ length: 60 }, (_, row) => (row < 20 ? 1e9 / 3 : 0.1)));
    const window = { size: 7, least: 1, center: false };
    const means = evaluateOver({ x }, rollingBy("Mean", window)).cells;
    const deviations = evaluateOver({ x }, rollingBy("Std", window, { Var: { ddof: 0 } })).cells;
    expect(means.slice(26)).toEqual(Array(34).fill(0.1));
    expect(deviations.slice(26)).toEqual(Array(34).fill(0));
  });
});

describe("the exponentially weighted mean is the weighted mean of the rows so far", () => {
  it.each([
    [true, true],
    [true, false],
    [false, true],
    [false, false],
  ])("adjust %s, nulls ignored %s", (adjust, ignoreNulls) => {
    fc.assert(
      fc.property(
        cells,
        fc.constantFrom(0.05, 0.3, 0.9),
        fc.integer({ min: 1, max: 3 }),
        (values, alpha, least) => {
          const wire = { alpha, adjust, bias: false, min_periods: least, ignore_nulls: ignoreNulls };
          const { cells: actual } = evaluateOver(
            { x: floats(...values) },
            fn({ EwmMean: { options: wire } }, col("x")),
          );
          const expected = values.map((value, row) => {
            const seen = values
              .slice(0, row + 1)
              .flatMap((each, at) => (each === null ? [] : [{ each, at }]));
            return value === null || seen.length < least
              ? null
              : weightedMean(seen, row, alpha, adjust, ignoreNulls);
          });
          expectNear(
            actual,
            expected,
            values.map((_, row) => largest(values.slice(0, row + 1).map(Number))),
          );
        },
      ),
    );
  });

  interface Seen {
    readonly each: number;
    readonly at: number;
  }

  /** Unadjusted, each value takes alpha beside what is left of the weight 1 of those before it. */
  function weightedMean(
    seen: readonly Seen[],
    row: number,
    alpha: number,
    adjust: boolean,
    ignoreNulls: boolean,
  ): number {
    if (adjust) {
      const weights = seen.map(({ at }, i) => (1 - alpha) ** (ignoreNulls ? seen.length - 1 - i : row - at));
      return sum(seen.map(({ each }, i) => each * weights[i]!)) / sum(weights);
    }
    return seen.slice(1).reduce((mean, { each, at }, i) => {
      const left = (1 - alpha) ** (ignoreNulls ? 1 : at - seen[i]!.at);
      return (left * mean + alpha * each) / (left + alpha);
    }, seen[0]!.each);
  }
});

it("minutes with their fraction, which 0.51 has not and 0.53 spells in another way", () => {
  const columns = {
    a: moments("2024-01-01T00:00", null),
    b: moments("2024-01-01T01:30:45", "2024-01-01T00:00"),
  };
  const span = op(col("b"), "Minus", col("a"));
  const fractional = fn({ TemporalExpr: { TotalMinutes: { fractional: true } } }, span);
  expect(evaluateOver(columns, fractional).cells).toEqual([90.75, null]);
});
