import fc from "fast-check";
import pl from "nodejs-polars";
import { describe, expect, it } from "vitest";
import { compareTable } from "../../src/batch/tables/compare.ts";
import { type PerformanceMetric, performanceMetrics } from "../../src/batch/tables/metric.ts";
import { pivotTable } from "../../src/batch/tables/pivot.ts";
import { topTable } from "../../src/batch/tables/top.ts";
import { emptyFrame } from "../../src/core/frames.ts";
import { ArgumentError } from "../../src/errors/index.ts";
import { performanceSchema } from "../../src/generated/frames.ts";

interface Row {
  readonly strategy_name: string;
  readonly blueprint_name?: string;
  readonly period: string;
  readonly metric_type?: string;
  readonly total: number | null;
  readonly param_fast?: number;
  readonly param_slow?: number;
}

/** A summary with one figure; the others are null. */
function summary(rows: readonly Row[], parameters: readonly ("param_fast" | "param_slow")[] = []) {
  const text = (name: string, of: (row: Row) => string) => pl.Series(name, rows.map(of), pl.String);
  return pl.DataFrame([
    text("strategy_name", (row) => row.strategy_name),
    text("blueprint_name", (row) => row.blueprint_name ?? "base"),
    text("metric_type", (row) => row.metric_type ?? "pnl"),
    ...performanceMetrics.map((metric) =>
      pl.Series(
        metric,
        rows.map((row) => (metric === "total" ? row.total : null)),
        pl.Float64,
      ),
    ),
    text("period", (row) => row.period),
    ...parameters.map((name) =>
      pl.Series(
        name,
        rows.map((row) => row[name] ?? null),
        pl.Float64,
      ),
    ),
  ]);
}

const rows: readonly Row[] = [
  { strategy_name: "a", period: "p", total: 1, param_fast: 5, param_slow: 20 },
  { strategy_name: "a", period: "q", total: 5, param_fast: 5, param_slow: 20 },
  { strategy_name: "a", period: "p", metric_type: "pnl_pct", total: 0.1, param_fast: 5, param_slow: 20 },
  { strategy_name: "b", period: "p", total: 10, param_fast: 10, param_slow: 20 },
  { strategy_name: "b", period: "q", total: null, param_fast: 10, param_slow: 20 },
  { strategy_name: "c", period: "p", total: null, param_fast: 5, param_slow: 50 },
  { strategy_name: "d", period: "p", total: 3, param_fast: 10, param_slow: 50 },
  { strategy_name: "d", period: "q", total: 3, param_fast: 10, param_slow: 50 },
];
const sweptSummary = summary(rows, ["param_fast", "param_slow"]);

it("the metrics are the numbers of the performance frame", () => {
  const numbers = performanceSchema.columns.filter(({ dtype }) => /^(Float|U?Int)/.test(dtype));
  expect(performanceMetrics).toEqual(numbers.map(({ name }) => name));
});

describe("top", () => {
  it.each([
    [
      "the highest",
      10,
      {},
      [
        ["b", 10, 20, 10, 1],
        ["a", 5, 20, 3, 2],
        ["d", 10, 50, 3, 2],
        ["c", 5, 50, null, 0],
      ],
    ],
    [
      "some of them",
      2,
      {},
      [
        ["b", 10, 20, 10, 1],
        ["a", 5, 20, 3, 2],
      ],
    ],
    [
      "the lowest, undefined ones still last",
      4,
      { order: "lowest" },
      [
        ["a", 5, 20, 3, 2],
        ["d", 10, 50, 3, 2],
        ["b", 10, 20, 10, 1],
        ["c", 5, 50, null, 0],
      ],
    ],
    ["in fractions", 4, { unit: "pnl_pct" }, [["a", 5, 20, 0.1, 1]]],
  ] as const)("%s", async (_, n, options, expected) => {
    const table = await topTable(sweptSummary, n, "total", options);
    expect(table.columns).toEqual([
      "strategy_name",
      "blueprint_name",
      "param_fast",
      "param_slow",
      "total",
      "periods",
    ]);
    expect(table.drop("blueprint_name").rows()).toEqual(expected);
  });

  it.each([
    ["n", () => topTable(sweptSummary, 0, "total", {}), "n must be a whole number from 1, got 0"],
    [
      "metric",
      () => topTable(sweptSummary, 1, "profit" as PerformanceMetric, {}),
      "metric must be one of trades,",
    ],
    ["order", () => topTable(sweptSummary, 1, "total", { order: "best" as "highest" }), "order must be"],
    ["unit", () => topTable(sweptSummary, 1, "total", { unit: "usd" as "pnl" }), "unit must be"],
  ])("refuses a wrong %s", async (_, call, message) => {
    await expect(call()).rejects.toThrow(ArgumentError);
    await expect(call()).rejects.toThrow(message);
  });

  it("has the means that Polars has, in falling order", async () => {
    const row = fc.record({
      strategy_name: fc.constantFrom("a", "b", "c", "d"),
      blueprint_name: fc.constantFrom("base", "stop"),
      period: fc.constantFrom("p", "q", "r"),
      metric_type: fc.constantFrom("pnl", "pnl_pct"),
      total: fc.option(fc.integer({ min: -1_000, max: 1_000 })),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), async (some) => {
        const frame = summary(some);
        const table = await topTable(frame, 100, "total", {});
        const means = frame
          .filter(pl.col("metric_type").eq(pl.lit("pnl")))
          .groupBy("strategy_name", "blueprint_name")
          .agg(pl.col("total").mean());
        const byName = (list: unknown[][]) => list.map((it) => JSON.stringify(it)).toSorted();
        const shown = table.select("strategy_name", "blueprint_name", "total").rows();
        const rounded = (list: unknown[][]) =>
          list.map(([s, b, total]) => [s, b, total === null ? null : Number(total).toFixed(9)]);
        expect(byName(rounded(shown))).toEqual(byName(rounded(means.rows())));
        const totals = table
          .getColumn("total")
          .toArray()
          .map((total) => Number(total ?? Number.NEGATIVE_INFINITY));
        expect(totals).toEqual(totals.toSorted((a, b) => b - a));
      }),
      { numRuns: 50 },
    );
  });
});

describe("pivot", () => {
  it.each([
    [
      "param_fast",
      "param_slow",
      ["param_fast", "20", "50"],
      [
        [5, 3, null],
        [10, 10, 3],
      ],
    ],
    [
      "param_slow",
      "param_fast",
      ["param_slow", "5", "10"],
      [
        [20, 3, 10],
        [50, null, 3],
      ],
    ],
    [
      "strategy_name",
      "period",
      ["strategy_name", "p", "q"],
      [
        ["a", 1, 5],
        ["b", 10, null],
        ["c", null, null],
        ["d", 3, 3],
      ],
    ],
    [
      "period",
      "blueprint_name",
      ["period", "base"],
      [
        ["p", 14 / 3],
        ["q", 4],
      ],
    ],
  ] as const)("%s by %s", async (row, column, columns, expected) => {
    const table = await pivotTable(sweptSummary, row, column, "total", {});
    expect(table.columns).toEqual(columns);
    expect(table.rows()).toEqual(expected);
  });

  it.each([
    [
      "fast",
      "period",
      "there is no column fast; there are strategy_name, blueprint_name, period, param_fast, param_slow",
    ],
    ["period", "total", "there is no column total"],
    ["period", "period", "row and column are both period"],
  ])("refuses %s by %s", async (row, column, message) => {
    await expect(pivotTable(sweptSummary, row, column, "total", {})).rejects.toThrow(message);
  });

  it("tells apart what only looks alike", async () => {
    const alike = summary([
      { strategy_name: 'a", "p', period: "q", total: 1 },
      { strategy_name: "a", period: 'p", "q', total: 2 },
    ]);
    const table = await pivotTable(alike, "strategy_name", "period", "total", {});
    expect(table.rows()).toEqual([
      ['a", "p', 1, null],
      ["a", null, 2],
    ]);
  });
});

describe("compare", () => {
  const totalOf = (table: Awaited<ReturnType<typeof compareTable>>) =>
    table
      .filter(pl.col("metric").eq(pl.lit("total")))
      .drop("metric")
      .rows()[0];

  it("has a row for each metric and a column for each strategy", async () => {
    const table = await compareTable(sweptSummary, undefined, {});
    expect(table.getColumn("metric").toArray()).toEqual(performanceMetrics);
    expect(table.columns).toEqual(["metric", "a", "b", "c", "d"]);
    expect(totalOf(table)).toEqual([3, 10, null, 3]);
  });

  it("of some, in the order asked for", async () => {
    const table = await compareTable(sweptSummary, ["d", "a"], {});
    expect(table.columns).toEqual(["metric", "d", "a"]);
    expect(totalOf(table)).toEqual([3, 3]);
  });

  it("names blueprints where a strategy has several", async () => {
    const two = summary([
      { strategy_name: "a", period: "p", total: 1 },
      { strategy_name: "a", blueprint_name: "stop", period: "p", total: 2 },
      { strategy_name: "b", period: "p", total: 3 },
    ]);
    const table = await compareTable(two, undefined, {});
    expect(table.columns).toEqual(["metric", "a / base", "a / stop", "b"]);
    expect(totalOf(table)).toEqual([1, 2, 3]);
  });

  it("refuses a strategy that is not there", async () => {
    await expect(compareTable(sweptSummary, ["z"], {})).rejects.toThrow(
      "there are no results of z; there are those of a, b, c, d",
    );
  });
});

it("tables of a batch in which nothing has ended yet are empty", async () => {
  const none = (await emptyFrame(performanceSchema)).withColumn(pl.Series("period", [], pl.String));
  expect((await topTable(none, 3, "total", {})).height).toBe(0);
  expect((await pivotTable(none, "strategy_name", "period", "total", {})).rows()).toEqual([]);
  expect((await compareTable(none, undefined, {})).columns).toEqual(["metric"]);
});
