import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runningSum } from "../../../src/engine/expression/cumulative.ts";
import { runningReader } from "../../../src/engine/expression/running.ts";
import { expressions } from "./dialect/expressions.ts";
import { frames } from "./dialect/frames.ts";
import {
  cumulative,
  ewmMeans,
  fills,
  rolling,
  rollingQuantiles,
  rollingSpreads,
} from "./dialect/vocabulary.ts";
import { col, evaluateOver, floats, fn, int, op } from "./frame-of.ts";

const x = floats(3, null, 1, 4, Number.NaN, 4, null, 0);
const agg = (name: string, input: unknown): unknown => ({ Agg: { [name]: input } });
const extreme = (name: string): unknown => agg(name, { input: col("x"), propagate_nans: false });

describe("over a trading context, known only up to its row", () => {
  it("a function of earlier rows gives what it gives over the whole column", () => {
    const functions = fc.oneof(
      cumulative("CumSum", "CumMin", "CumMax", "CumCount"),
      rolling("Mean", "Sum", "Min", "Max"),
      rollingSpreads,
      rollingQuantiles,
      ewmMeans,
      fills,
      fc.constantFrom("Abs", { Boolean: "IsNull" }),
    );
    let compared = 0;
    fc.assert(
      fc.property(frames, functions, fc.constantFrom("x", "g", "i", "u"), (frame, name, column) => {
        const json = fn(name, op(col(column), "Minus", int(1)));
        const whole = evaluateOver(frame.columns, json);
        const byRow = evaluateOver(frame.columns, json, [column]);
        expect(whole.findings).toEqual([]);
        if (byRow.findings.length > 0) {
          expect(byRow.findings[0]?.message).toMatch(/later rows/);
          return;
        }
        compared += 1;
        byRow.cells.forEach((cell, row) => {
          const other = whole.cells[row];
          // Of one window alone a sum is added up in another order.
          if (Number.isFinite(cell) && Number.isFinite(other)) expect(cell).toBeCloseTo(other as number, 9);
          else expect(cell).toBe(other);
        });
      }),
      { numRuns: 300 },
    );
    expect(compared).toBeGreaterThan(150);
  });

  it("an expression of rows already known does not change when later rows come", () => {
    fc.assert(
      fc.property(frames, expressions.number, fc.nat(12), (frame, json, cut) => {
        const columns = Object.keys(frame.columns);
        const all = evaluateOver(frame.columns, json, columns);
        if (all.findings.length > 0) return;
        const shorter = Object.fromEntries(
          Object.entries(frame.columns).map(([name, { type, cells }]) => [
            name,
            { type, cells: cells.slice(0, cut) },
          ]),
        );
        expect(evaluateOver(shorter, json, columns).cells).toEqual(all.cells.slice(0, cut));
      }),
      { numRuns: 200 },
    );
  });

  it.each<readonly [string, unknown, readonly unknown[]]>([
    ["first", agg("First", col("x")), [3, 3, 3, 3, 3, 3, 3, 3]],
    ["last", agg("Last", col("x")), x.cells],
    ["min", extreme("Min"), [3, 3, 1, 1, 1, 1, 1, 0]],
    ["max", extreme("Max"), [3, 3, 3, 4, 4, 4, 4, 4]],
    ["sum", agg("Sum", col("x")), [3, 3, 4, 8, Number.NaN, Number.NaN, Number.NaN, Number.NaN]],
    ["mean", agg("Mean", fn("FillNull", col("x"), int(0))), [3, 1.5, 4 / 3, 2, ...Array(4).fill(Number.NaN)]],
    ["count", agg("Count", { input: col("x"), include_nulls: false }), [1, 1, 2, 3, 4, 5, 5, 6]],
    [
      "var",
      agg("Var", [op(col("x"), "Multiply", int(2)), 1]),
      [null, null, 8, 28 / 3, ...Array(4).fill(Number.NaN)],
    ],
    [
      "shift of a mean",
      fn("Shift", agg("Last", col("x")), int(1)),
      [null, 3, null, 1, 4, Number.NaN, 4, null],
    ],
  ])("the aggregate %s is that of the rows so far", (_name, json, cells) => {
    const { cells: actual, findings } = evaluateOver({ x }, json, ["x"]);
    expect(findings).toEqual([]);
    expect(actual).toEqual(cells);
  });

  it("a row may be asked for again, and its own value may still change until the next one", () => {
    const cells: (number | null)[] = [null, 2, null, null];
    const sumAt = runningReader((row) => cells[row] ?? null, runningSum("Float64"));
    expect(sumAt(1)).toBe(2);
    cells[1] = 5;
    expect(sumAt(1)).toBe(5);
    cells[2] = 7;
    expect([sumAt(2), sumAt(1), sumAt(0)]).toEqual([12, 5, null]);
  });

  it.each<readonly [string, unknown, string, RegExp]>([
    ["a later row", fn("Shift", col("x"), int(-1)), "price_expr.Function.input[1]", /no later rows/],
    [
      "a cumulative function in reverse",
      fn({ CumSum: { reverse: true } }, col("x")),
      "price_expr",
      /no later rows/,
    ],
    [
      "a fill from later rows",
      fn({ FillNullWithStrategy: { Backward: null } }, col("x")),
      "price_expr",
      /no later rows/,
    ],
    [
      "a median",
      agg("Median", col("x")),
      "price_expr",
      /median of a trading context is not supported; its rows so far have first/,
    ],
    ["distinct values", agg("NUnique", col("x")), "price_expr", /nUnique of a trading context/],
    [
      "a centred window",
      fn(
        {
          RollingExpr: {
            function: "Mean",
            options: { window_size: 3, min_periods: 1, weights: null, center: true, fn_params: null },
          },
        },
        col("x"),
      ),
      "price_expr",
      /center looks at later rows/,
    ],
    [
      "a window over it",
      {
        Window: {
          function: agg("Sum", col("x")),
          partition_by: [col("y")],
          order_by: null,
          options: { Over: "GroupsToRows" },
        },
      },
      "price_expr.Window.function",
      /groups are made of whole columns/,
    ],
    [
      "a window by it",
      {
        Window: {
          function: agg("Sum", col("y")),
          partition_by: [col("x")],
          order_by: null,
          options: { Over: "GroupsToRows" },
        },
      },
      "price_expr.Window.partition_by[0]",
      /cannot be a key/,
    ],
  ])("%s is refused with the path", (_what, json, path, message) => {
    const { value, findings } = evaluateOver({ x, y: x }, json, ["x"]);
    expect(value).toBeUndefined();
    expect(findings).toEqual([{ path, message: expect.stringMatching(message) }]);
  });
});
