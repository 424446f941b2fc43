import fc from "fast-check";
import {
  BlueprintBuilder,
  Freq,
  Indicator,
  lint,
  type OrderStrategy,
  StrategyBuilder,
  type StrategyConfig,
  TradingContext,
} from "tradepose-client/builder";
import { type BooleanExpr, col, type NumberExpr } from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { type Bars, type MarketSeries, runBacktest } from "../../../gateway/src/engine/index.ts";
import { type Row, resultOf, rowsOf } from "../../../gateway/test/engine/backtest/rows.ts";
import { barsOf } from "../../../gateway/test/engine/bars-of.ts";

const HOUR = 3_600_000;
const SYMBOLS = ["A", "B"] as const;

/**
 * Hours that wander about, `gap` hours from one to the next. The second instrument has no gaps: where one has a gap at
 * the end of its data, its own bars do not tell whether a coarser bar has ended.
 */
const barsWith = (gap: fc.Arbitrary<number>): fc.Arbitrary<Bars> => {
  const moves = fc.tuple(fc.integer({ min: -9, max: 9 }), fc.nat(4), fc.nat(4));
  const steps = fc.array(fc.record({ moves, hours: gap }), { minLength: 40, maxLength: 90 });
  return steps.map((steps) => {
    let close = 200;
    const rows = steps.map(({ moves: [move, above, below] }) => {
      const open = close;
      close = Math.max(20, open + move);
      return [open, Math.max(open, close) + above, Math.min(open, close) - below, close, 1] as const;
    });
    let at = 0;
    const ts = steps.map(({ hours }) => {
      at += hours * HOUR;
      return at;
    });
    return { ...barsOf(rows), ts: Float64Array.from(ts) };
  });
};

interface Draw {
  /** A number below `below`; the same draws give the same strategy. */
  readonly next: (below: number) => number;
}

/** A strategy made of parts of which some look ahead, by a list of random numbers. */
function strategyOf({ next }: Draw): StrategyConfig {
  const pick = <T>(values: readonly T[]): T => values[next(values.length)]!;
  /** Mostly one of the first: a strategy has many parts, and one that looks ahead is enough. */
  const mostly = <T>(usual: readonly T[], odd: readonly T[]): T => pick(next(20) === 0 ? odd : usual);
  const s = new StrategyBuilder({
    name: "s",
    baseInstrument: "A",
    baseFreq: pick([Freq.HOUR_1, Freq.HOUR_4]),
  });
  const place = () => ({
    freq: pick([Freq.HOUR_1, Freq.HOUR_4, Freq.DAY_1]),
    shift: mostly([1, 1, 2], [0]),
    instrument: pick(["A", "A", "B"]),
  });
  const atr = s.addIndicator(Indicator.ATR({ period: 2 }), place());
  const trend = s.addIndicator(Indicator.SuperTrend({ multiplier: 1, volatilityColumn: atr }), place());
  const average = s.addIndicator(Indicator.SMA({ period: 2 }), place());
  const last = s.addIndicator(Indicator.RawOhlcv({ column: "close" }), place());
  const close = col("close");
  const number = (): NumberExpr =>
    mostly(
      [col("open"), close.shift(1), col("high").shift(1), average, last, trend.supertrend],
      [
        close,
        col("high"),
        close.shift(1).shift(-1),
        average.shift(-1),
        close.shift(-1).shift(1),
        close.diff(-1),
      ],
    ).shift(pick([0, 0, 0, 1]));
  const condition = (): BooleanExpr => number().gt(number());
  const conditions = () => [condition(), condition()].slice(next(2));
  const price = () => mostly([col("open")], [close, col("open").add(1), number()]);
  const direction = pick(["Long", "Short"] as const);

  let base = BlueprintBuilder.base({ name: "base", direction, entryFirst: next(2) === 0 });
  for (let count = 0; count <= next(2); count++) {
    base = base
      .addEntryTrigger({
        name: "in",
        conditions: conditions(),
        priceExpr: price(),
        orderStrategy: "ImmediateEntry",
        priority: next(2),
      })
      .addExitTrigger({
        name: "out",
        conditions: conditions(),
        priceExpr: price(),
        orderStrategy: "ImmediateExit",
        priority: next(2),
      });
  }
  s.setBaseBlueprint(base.build());
  const own = TradingContext.advancedEntry;
  let advanced = BlueprintBuilder.advanced({ name: "advanced", direction });
  if (next(2) === 0) {
    const entry = { name: "in", conditions: conditions(), priceExpr: pick([price(), number()]) };
    advanced = advanced.addEntryTrigger({
      ...entry,
      orderStrategy: pick(["ImmediateEntry", "FavorableDelayEntry"] as const),
    });
  }
  const orders: readonly Exclude<OrderStrategy, `${string}Entry`>[] = [
    "StopLoss",
    "TakeProfit",
    "TimeoutExit",
    "TrailingStop",
  ];
  const levels = [
    number(),
    own.entryPrice.sub(atr.mul(2)),
    own.entryPrice.add(3),
    own.highestSinceEntry.sub(3),
  ];
  advanced = advanced.addExitTrigger({
    name: "out",
    conditions: conditions().slice(next(2)),
    priceExpr: pick(levels),
    orderStrategy: pick(orders),
  });
  return s
    .addAdvancedBlueprint(advanced.build())
    .build(next(2) === 0 ? {} : { volatilityIndicator: number() });
}

describe("a strategy without look-ahead warnings", () => {
  it("has the same closed trades when the data end earlier", { timeout: 120_000 }, () => {
    let clean = 0;
    let changed = 0;
    const property = fc.property(
      fc.array(fc.nat(999), { minLength: 80, maxLength: 80 }),
      barsWith(fc.constantFrom(1, 1, 1, 1, 5)),
      barsWith(fc.constant(1)),
      (numbers, a, b) => {
        let used = 0;
        const strategy = strategyOf({ next: (below) => numbers[used++ % numbers.length]! % below });
        const isClean = lint(strategy).every(({ rule }) => rule !== "look-ahead");
        const trades = tradesOf(strategy, a, b);
        if (isClean && trades.length > 0) clean += 1;
        for (const row of [0.3, 0.5, 0.7, 0.9].map((part) => Math.floor(a.length * part))) {
          const end = a.ts[row]!;
          const all = closedBy(end, strategy, trades);
          const seen = closedBy(end, strategy, tradesOf(strategy, upTo(a, end), upTo(b, end)));
          if (isClean) expect(seen).toEqual(all);
          else if (JSON.stringify(seen) !== JSON.stringify(all)) changed += 1;
        }
      },
    );
    fc.assert(property, { numRuns: 600 });
    // Neither kind of strategy may be missing.
    expect(clean).toBeGreaterThan(20);
    expect(changed).toBeGreaterThan(5);
  });
});

function upTo(bars: Bars, end: number): Bars {
  const length = bars.ts.findLastIndex((ts) => ts <= end) + 1;
  const cut = (column: Float64Array) => column.slice(0, length);
  return {
    length,
    ts: cut(bars.ts),
    open: cut(bars.open),
    high: cut(bars.high),
    low: cut(bars.low),
    close: cut(bars.close),
    volume: cut(bars.volume),
  };
}

function tradesOf(strategy: StrategyConfig, a: Bars, b: Bars): readonly Row[] {
  const series = new Map<string, MarketSeries>(
    SYMBOLS.map((symbol, index) => [
      symbol,
      {
        symbol,
        instrumentId: index,
        freq: Freq.HOUR_1,
        timeZone: "UTC",
        sessionStart: "00:00",
        costs: { commissionRate: 0, commissionFixed: 0, slippage: 0 },
        bars: symbol === "A" ? a : b,
      },
    ]),
  );
  const market = { series: (symbol: string) => series.get(symbol) };
  const period = { start: "1970-01-01", end: "1971-01-01" };
  return rowsOf(resultOf(runBacktest({ strategies: [strategy], market, period })).trades);
}

/** Those that were closed on a base bar that had ended when the hour at `end` had. */
function closedBy(end: number, { base_freq }: StrategyConfig, trades: readonly Row[]): readonly Row[] {
  const length = base_freq === Freq.HOUR_4 ? 4 * HOUR : HOUR;
  return trades.filter(({ status, exit_time }) => !status && Number(exit_time) + length <= end + HOUR);
}
