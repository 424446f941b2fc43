import { describe, expect, it } from "vitest";
import { BindingCache, runBacktest, type StrategyConfig } from "../../../src/engine/index.ts";
import {
  crossoverSignals,
  type NaiveRange,
  type NaiveTrade,
  naiveSmaCrossover,
  naiveStopTarget,
} from "../naive/index.ts";
import { type Row, resultOf, rowsOf } from "./rows.ts";
import { marketOf, sp500 } from "./sp500.ts";
import { type Side, smaCrossover, stopAndTarget } from "./strategies.ts";

const market = marketOf(sp500);
const cache = new BindingCache();
const sides: Side[] = ["long", "short"];
const wholeSeries = { start: "2000-01-01", end: "2020-12-31" };
const periods = [
  wholeSeries,
  { start: "2003-01-01", end: "2003-12-31" },
  { start: "2008-06-15", end: "2009-06-14" },
];

/** Bars of the period, by their dates. */
function rangeOf({ start, end }: { start: string; end: string }): NaiveRange {
  const dates = sp500.map(({ ts }) => new Date(ts).toISOString().slice(0, 10));
  return {
    first: dates.findIndex((date) => date >= start),
    last: dates.findLastIndex((date) => date <= end),
  };
}

function run(strategy: StrategyConfig, period = wholeSeries) {
  return resultOf(runBacktest({ strategies: [strategy], market, period, cache }));
}

const reasons = new Map<unknown, NaiveTrade["exitReason"]>([
  [3, "signal"],
  [4, "stop"],
  [5, "target"],
  [null, null],
]);

/** What both engines say of a trade. */
function comparable(row: Row): NaiveTrade {
  const number = (name: string): number => Number(row[name]);
  return {
    entryIndex: number("entry_idx"),
    entryPrice: number("entry_price"),
    exitIndex: row.exit_idx === null ? null : number("exit_idx"),
    exitPrice: row.exit_price === null ? null : number("exit_price"),
    exitReason: reasons.get(row.exit_reason)!,
    pnl: number("pnl"),
    mae: number("mae"),
    mfe: number("mfe"),
  };
}

function tradesOf(
  strategy: StrategyConfig,
  period: { start: string; end: string },
  blueprint: string,
): NaiveTrade[] {
  return rowsOf(run(strategy, period).trades)
    .filter((row) => row.blueprint_name === blueprint)
    .map(comparable);
}

const cases = sides.flatMap((side) =>
  periods.map((period) => ({ side, period, when: `${period.start}..${period.end}` })),
);

describe("against the naive engine, on real bars", () => {
  it.each(cases)("an SMA crossover, $side, $when: the same trades", ({ side, period }) => {
    const naive = naiveSmaCrossover(sp500, { fast: 10, slow: 50, direction: side }, rangeOf(period));
    expect(naive.length).toBeGreaterThan(1);
    expect(tradesOf(smaCrossover("cross", 10, 50, side), period, "base")).toEqual(naive);
  });

  it.each(cases)(
    "a stop and a target at fractions of the entry, $side, $when: the same trades",
    ({ side, period }) => {
      const levels = { of: "price", stop: 0.03, target: 0.06 } as const;
      const signals = crossoverSignals(sp500, { fast: 10, slow: 50, direction: side });
      const naive = naiveStopTarget(sp500, { signals, direction: side, distance: levels }, rangeOf(period));
      if (period === wholeSeries) {
        expect(new Set(naive.map((trade) => trade.exitReason))).toContain("stop");
        expect(new Set(naive.map((trade) => trade.exitReason))).toContain("target");
      }
      const strategy = stopAndTarget("levels", { fast: 10, slow: 50, side, levels });
      expect(tradesOf(strategy, period, "risk")).toEqual(naive);
    },
  );

  it.each(cases)(
    "a stop and a target at multiples of the ATR, $side, $when: the same trades",
    ({ side, period }) => {
      const levels = { of: "atr", period: 14, stop: 1.5, target: 3 } as const;
      const signals = crossoverSignals(sp500, { fast: 5, slow: 20, direction: side });
      const naive = naiveStopTarget(sp500, { signals, direction: side, distance: levels }, rangeOf(period));
      const strategy = stopAndTarget("levels", { fast: 5, slow: 20, side, levels });
      // The two add up the true range in another order: the levels agree to some parts in 10^13.
      const rounded = (trades: readonly NaiveTrade[]) =>
        trades.map((trade) =>
          Object.fromEntries(
            Object.entries(trade).map(([name, value]) => [
              name,
              typeof value === "number" ? value.toFixed(7) : value,
            ]),
          ),
        );
      expect(rounded(tradesOf(strategy, period, "risk"))).toEqual(rounded(naive));
    },
  );
});

describe("one call", () => {
  const strategies = [
    smaCrossover("a", 10, 50, "long"),
    stopAndTarget("b", {
      fast: 5,
      slow: 20,
      side: "short",
      levels: { of: "atr", period: 14, stop: 2, target: 4 },
    }),
    stopAndTarget("c", {
      fast: 10,
      slow: 50,
      side: "long",
      levels: { of: "price", stop: 0.02, target: 0.05 },
    }),
    smaCrossover("d", 20, 200, "long"),
  ];
  const period = { start: "2005-01-01", end: "2010-12-31" };
  const together = resultOf(runBacktest({ strategies, market, period }));

  it("over many strategies gives what one call for each gives, in the order asked", () => {
    const alone = strategies.map((strategy) =>
      resultOf(runBacktest({ strategies: [strategy], market, period })),
    );
    expect(rowsOf(together.trades)).toEqual(alone.flatMap(({ trades }) => rowsOf(trades)));
    expect(rowsOf(together.performance)).toEqual(alone.flatMap(({ performance }) => rowsOf(performance)));
  });

  it("is not changed by what a shared cache has seen before", () => {
    const warm = new BindingCache();
    for (const other of periods)
      runBacktest({ strategies: strategies.toReversed(), market, period: other, cache: warm });
    expect(resultOf(runBacktest({ strategies, market, period, cache: warm }))).toEqual(together);
  });

  it("counts what it was made of", () => {
    const { first, last } = rangeOf(period);
    expect(together.counts).toEqual({
      strategies: 4,
      blueprints: 6,
      indicators: 9,
      triggers: 12,
      inputRows: last - first + 1,
      rejectedEntries: 0,
      ambiguousTrades: rowsOf(together.trades).filter((row) => row.ambiguous === true).length,
    });
  });

  it("without strategies gives empty frames with all columns", () => {
    const { trades, performance, counts } = resultOf(runBacktest({ strategies: [], market, period }));
    expect([trades.length, trades.columns.length, performance.length, performance.columns.length]).toEqual([
      0, 49, 0, 23,
    ]);
    expect(counts.inputRows).toBe(0);
  });

  it("gives the same trades whatever period they were cut from, as long as it holds them", () => {
    const { first } = rangeOf(period);
    const half = { start: period.start, end: "2007-12-31" };
    const cut = resultOf(runBacktest({ strategies, market, period: half }));
    const lastRow = rangeOf(half).last - first;
    const closed = (rows: Row[]) =>
      rows.filter((row) => row.exit_idx !== null && Number(row.exit_idx) <= lastRow);
    expect(closed(rowsOf(cut.trades))).toEqual(closed(rowsOf(together.trades)));
  });
});

describe("a strategy that is wrong", () => {
  it("refuses the whole call, and tells all that is wrong with every strategy", () => {
    const good = smaCrossover("good", 10, 50, "long");
    const lost = { ...smaCrossover("lost", 10, 50, "long"), base_instrument: "NOWHERE" };
    const broken = { ...good, name: "broken", indicators: [] };
    const outcome = runBacktest({ strategies: [lost, good, broken], market, period: wholeSeries });
    expect("trades" in outcome).toBe(false);
    expect(outcome.problems?.map(({ strategyName, path }) => `${strategyName} ${path}`)).toEqual(
      expect.arrayContaining([
        "lost base_instrument",
        "broken base_blueprint.entry_triggers[0].conditions[0].BinaryExpr.left",
      ]),
    );
    expect(outcome.problems?.some(({ strategyName }) => strategyName === "good")).toBe(false);
  });

  it("is refused for a period without data", () => {
    const period = { start: "1990-01-01", end: "1990-12-31" };
    const outcome = runBacktest({ strategies: [smaCrossover("s", 10, 50, "long")], market, period });
    expect(outcome.problems?.map(({ path }) => path)).toEqual(["period"]);
  });
});
