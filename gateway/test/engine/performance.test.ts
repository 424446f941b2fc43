import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOf } from "../../src/engine/frame.ts";
import { type ClosedTrade, performanceRows } from "../../src/engine/performance.ts";
import { largestDrawdown, quantile, sampleDeviation } from "../../src/engine/performance-statistics.ts";
import { performanceSchema } from "../../src/engine/result-schemas.ts";

const day = 86_400_000;
const year = 365.25 * day;

/** Trades at entries of 100, one after another, the last exit one year after the first entry. */
function tradesOf(pnls: readonly number[], change: Partial<ClosedTrade> = {}): ClosedTrade[] {
  return pnls.map((pnl, at) => ({
    entryTime: at * day,
    exitTime: at === pnls.length - 1 ? year : at * day + day / 2,
    pnl,
    pnlPct: pnl / 100,
    maePct: 0.01 * (at + 1),
    gMfeAfterMae: at % 2 === 0,
    ...change,
  }));
}
const pnlRow = (trades: readonly ClosedTrade[]) => performanceRows("s", "b", trades)[0]!;

describe("performance of a blueprint", () => {
  // 4, -2, 6, -4, 1: total 5, mean 1, squared deviations 9 + 9 + 25 + 25 + 0 = 68.
  const row = pnlRow(tradesOf([4, -2, 6, -4, 1]));

  it.each([
    { figure: "trades", value: 5 },
    { figure: "total", value: 5 },
    { figure: "expect_payoff", value: 1 },
    { figure: "pnl_std", value: Math.sqrt(17) },
    { figure: "win_ratio", value: 0.6 },
    { figure: "profit_factor", value: 11 / 6 },
    { figure: "sharpe_ratio", value: Math.sqrt(5) / Math.sqrt(17) },
    { figure: "sortino_ratio", value: Math.sqrt(5) / Math.sqrt(20 / 5) },
    // Running sum 4, 2, 8, 4, 5: it falls by 4 at most.
    { figure: "recovery_factor", value: 5 / 4 },
    { figure: "kelly", value: 0.6 - 0.4 / (11 / 3 / 3) },
    { figure: "sqn", value: Math.sqrt(5) / Math.sqrt(17) },
    // mae of 1 to 5 per cent: linear quantiles at positions 3 and 3.8.
    { figure: "risk_mae_pct_p75", value: 0.04 },
    { figure: "risk_mae_pct_p95", value: 0.048 },
    { figure: "risk_mae_pct_conservative", value: 0.06 },
    { figure: "g_mfe_after_mae_pct", value: 0.6 },
  ] as const)("$figure is $value", ({ figure, value }) => {
    expect(row[figure]).toBeCloseTo(value, 12);
  });

  it("names itself and its span", () => {
    expect(row).toMatchObject({
      strategy_name: "s",
      blueprint_name: "b",
      strategy: "s",
      blueprint: "b",
      metric_type: "pnl",
      first_entry_time: 0,
      last_entry_time: 4 * day,
      last_exit_time: year,
    });
  });

  it("repeats in fractions what depends on the unit", () => {
    const [pnl, pct] = performanceRows("s", "b", tradesOf([4, -2, 6, -4, 1]));
    expect(pct!.metric_type).toBe("pnl_pct");
    expect(pct!.total).toBeCloseTo(0.05, 12);
    expect(pct!.pnl_std).toBeCloseTo(Math.sqrt(17) / 100, 12);
    for (const same of ["sharpe_ratio", "kelly", "sqn", "profit_factor", "risk_mae_pct_p95"] as const) {
      expect(pct![same]).toBeCloseTo(Number(pnl![same]), 12);
    }
  });

  it("takes the conservative risk from the last 100 trades", () => {
    const late = tradesOf(Array(250).fill(1)).map((trade, at) => ({
      ...trade,
      maePct: at < 150 ? 0.5 : 0.01,
    }));
    expect(pnlRow(late).risk_mae_pct_conservative).toBe(0.02);
  });
});

describe("what is undefined is null", () => {
  it("without a closed trade: no trades, total 0, the rest null, in both rows", () => {
    for (const row of performanceRows("s", "b", [])) {
      const { strategy_name, blueprint_name, metric_type, strategy, blueprint, trades, total, ...rest } = row;
      expect([trades, total]).toEqual([0, 0]);
      expect(new Set(Object.values(rest))).toEqual(new Set([null]));
    }
  });

  it.each([
    { rule: "one trade", pnls: [3], gone: ["pnl_std", "sharpe_ratio", "sqn"] },
    { rule: "no losses", pnls: [3, 1], gone: ["profit_factor", "sortino_ratio", "recovery_factor", "kelly"] },
    { rule: "no gains", pnls: [-3, -1], gone: ["kelly"] },
    { rule: "no deviation", pnls: [0.1, 0.1, 0.1], gone: ["sharpe_ratio", "sqn"] },
    {
      rule: "only zeros",
      pnls: [0, 0],
      gone: ["profit_factor", "sharpe_ratio", "sortino_ratio", "recovery_factor", "kelly", "sqn"],
    },
  ])("$rule: $gone", ({ pnls, gone }) => {
    const row = pnlRow(tradesOf(pnls));
    const money = [
      "pnl_std",
      "profit_factor",
      "sharpe_ratio",
      "sortino_ratio",
      "recovery_factor",
      "kelly",
      "sqn",
    ];
    expect(money.filter((name) => row[name as keyof typeof row] === null)).toEqual(
      expect.arrayContaining([...gone]),
    );
    expect(row.total).not.toBeNull();
  });

  it("no time between first entry and last exit: no yearly figure", () => {
    const row = pnlRow(tradesOf([1, -2], { entryTime: 0, exitTime: 0 }));
    expect([row.sharpe_ratio, row.sortino_ratio]).toEqual([null, null]);
    expect(row.sqn).not.toBeNull();
  });

  it("whatever the results, no figure is NaN or infinite", () => {
    const pnl = fc.oneof(
      fc.constantFrom(0, -1, 1, 1e300, -1e300),
      fc.double({ noNaN: true, min: -1e9, max: 1e9 }),
    );
    fc.assert(
      fc.property(fc.array(pnl, { maxLength: 6 }), (pnls) => {
        const rows = performanceRows("s", "b", tradesOf(pnls));
        expect(frameOf(performanceSchema, rows).length).toBe(2);
      }),
    );
  });
});

describe("statistics", () => {
  const values = fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 1, maxLength: 12 });

  it("the drawdown is the largest fall between any two points of the running sum", () => {
    fc.assert(
      fc.property(values, (values) => {
        const equity = [0];
        for (const value of values) equity.push(equity.at(-1)! + value);
        const falls = equity.flatMap((from, at) => equity.slice(at).map((to) => from - to));
        expect(largestDrawdown(values)).toBe(Math.max(...falls));
      }),
    );
  });

  it("a quantile lies between its neighbours, 0 and 1 are the extremes, 0.5 the median", () => {
    fc.assert(
      fc.property(values, (values) => {
        const sorted = values.toSorted((a, b) => a - b);
        expect(quantile(values, 0)).toBe(sorted.at(0));
        expect(quantile(values, 1)).toBe(sorted.at(-1));
        const middle = (sorted.length - 1) / 2;
        expect(quantile(values, 0.5)).toBe((sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2);
      }),
    );
  });

  it.each([0.1, 0.3, 1e-9, 1234.567])("equal values of %d have no deviation at all", (value) => {
    expect(sampleDeviation([value, value, value, value, value, value])).toBe(0);
  });
});

describe("the performance frame", () => {
  it("has the 21 columns of the contract in order, then the extras", () => {
    const { columns } = frameOf(performanceSchema, performanceRows("s", "b", tradesOf([1])));
    expect(Object.keys(pnlRow([]))).toHaveLength(columns.length);
    expect(columns).toHaveLength(23);
    expect(columns.map(({ name, dtype }) => `${name} ${dtype}`)).toMatchInlineSnapshot(`
      [
        "strategy_name Utf8",
        "blueprint_name Utf8",
        "metric_type Utf8",
        "trades UInt32",
        "win_ratio Float64",
        "first_entry_time DatetimeMs",
        "last_entry_time DatetimeMs",
        "last_exit_time DatetimeMs",
        "total Float64",
        "expect_payoff Float64",
        "pnl_std Float64",
        "profit_factor Float64",
        "sharpe_ratio Float64",
        "sortino_ratio Float64",
        "recovery_factor Float64",
        "risk_mae_pct_p75 Float64",
        "risk_mae_pct_conservative Float64",
        "risk_mae_pct_p95 Float64",
        "g_mfe_after_mae_pct Float64",
        "kelly Float64",
        "sqn Float64",
        "strategy Utf8",
        "blueprint Utf8",
      ]
    `);
  });
});
