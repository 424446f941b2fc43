import { describe, expect, it } from "vitest";
import { CostMeter } from "./instantiations.ts";
import { largeStrategy } from "./large-strategy.ts";

const preamble = `
import { allHorizontal, anyHorizontal, coalesce, col, lit, maxHorizontal, minHorizontal, when } from "tradepose-client/expr";
import { BlueprintBuilder, describe, Freq, Indicator, lint, neighbours, OrderStrategy, PortfolioBuilder, readBlueprint, StrategyBuilder, type StrategyConfig, StrategyRegistry, sweep, TradeDirection, TradingContext, toJSON, withoutIds } from "tradepose-client/builder";
declare const strategy: StrategyConfig;
declare const s: StrategyBuilder;
const close = col("close"), up = col("up", "boolean"), ts = col("ts"), shape = col("shape", "text");
const own = TradingContext.advancedEntry;
const base = BlueprintBuilder.base({ name: "base", direction: TradeDirection.LONG });
const advanced = BlueprintBuilder.advanced({ name: "advanced", direction: TradeDirection.LONG });
const enter = { name: "in", priceExpr: close, orderStrategy: OrderStrategy.IMMEDIATE_ENTRY } as const;
const leave = { name: "out", priceExpr: close, orderStrategy: OrderStrategy.IMMEDIATE_EXIT } as const;
`;

/**
 * The most type instantiations that one use of a method may cost, above what the lines before it cost. Some 2,200 are
 * those of the first comparison of two expression classes, which a program pays once.
 */
const budgets: readonly (readonly [program: string, most: number])[] = [
  ['col("close");', 50],
  ['col("x", "number");', 50],
  ['col("x", { a: "number", b: "text" }).field("a");', 100],
  ["lit(1);", 50],
  ["close.add(1);", 100],
  ["close.gt(1);", 100],
  ["close.gt(close);", 2800],
  ["close.gt(own.entryPrice);", 2800],
  ["close.isBetween(1, 2);", 100],
  ["close.isIn([1, 2, 3]);", 100],
  ["close.shift(1);", 50],
  ["close.fillNull(0);", 100],
  ['close.cast("Int64");', 50],
  ["close.rollingMean(20);", 50],
  ["close.ewmMean({ span: 20 });", 50],
  ["close.crossesAbove(50);", 100],
  ["close.over(ts.dt.date());", 4000],
  ["up.and(up);", 2800],
  ["up.and(up).and(up).and(up).and(up).and(up).and(up).and(up);", 2800],
  ['ts.timeBetween("09:30", "16:00", "America/New_York");', 600],
  ['ts.dt.convertTimeZone("Asia/Taipei").dt.hour();', 50],
  ['shape.eq("P");', 100],
  ["maxHorizontal(close, 1, own.entryPrice);", 2900],
  ["coalesce(close, 1);", 5100],
  ["allHorizontal(up, true);", 2800],
  ["when(up).then(1).otherwise(close);", 3000],
  ["when(up).then(1).when(up).then(2).when(up).then(3).otherwise(own.entryPrice);", 3000],
  ["s.addIndicator(Indicator.SMA({ period: 20 }), { freq: Freq.DAY_1 });", 2500],
  ["s.addIndicator(Indicator.MACD(), { freq: Freq.DAY_1 }).histogram;", 2600],
  ['s.addIndicator(Indicator.MACD({ fields: ["macd"] }), { freq: Freq.DAY_1 }).macd;', 2700],
  [
    's.addIndicator(Indicator.MarketProfile({ anchorConfig: { end_rule: { type: "DailyTime", hour: 9, minute: 15 }, lookback_days: 1 }, tickSize: 1 }), { freq: Freq.MIN_30 }).poc;',
    2600,
  ],
  ["base.addEntryTrigger(enter);", 200],
  ["base.addEntryTrigger({ ...enter, conditions: [up, close.gt(1), true] });", 3000],
  ["base.addExitTrigger(leave);", 50],
  ["advanced.addEntryTrigger({ ...enter, orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY });", 2900],
  [
    "advanced.addExitTrigger({ ...leave, priceExpr: own.entryPrice, orderStrategy: OrderStrategy.STOP_LOSS });",
    100,
  ],
  [
    "base.addEntryTrigger(enter).addEntryTrigger(enter).addEntryTrigger(enter).addExitTrigger(leave).addExitTrigger(leave).build();",
    200,
  ],
  ['new BlueprintBuilder({ name: "x", direction: "Short" }).addEntryTrigger(enter).build();', 2900],
  [
    "s.setBaseBlueprint(base.addEntryTrigger(enter).build()).build({ volatilityIndicator: close, strict: true });",
    200,
  ],
  ["s.addAdvancedBlueprint(advanced.addEntryTrigger(enter).build());", 2900],
  ["s.setBaseBlueprint(readBlueprint(strategy.base_blueprint));", 50],
  ["lint(strategy);", 50],
  ["describe(strategy);", 50],
  ["toJSON(withoutIds(strategy));", 50],
  [
    'sweep({ fast: [5, 10, 20], column: ["open", "close"] }, ({ fast, column }) => ({ ...strategy, name: column + fast })).table();',
    300,
  ],
  ["neighbours({ fast: 10 }, { fast: [5, 10, 20] });", 200],
  ['new StrategyRegistry([strategy]).pick("s", "base");', 200],
  [
    'new PortfolioBuilder({ name: "p" }).select("s", "base").setCapital(1, "USD").setAccountSource("BINANCE").build();',
    50,
  ],
];

const meter = new CostMeter();
const before = meter.measure(preamble);

describe("type instantiations", { timeout: 60_000 }, () => {
  it.each(budgets)("%s", (program, most) => {
    const { errors, instantiations } = meter.measure(preamble + program);
    expect(errors).toEqual([]);
    expect(instantiations - before.instantiations).toBeLessThanOrEqual(most);
  });

  it("of a strategy with 60 triggers and 40 indicators", () => {
    const { errors, instantiations } = meter.measure(largeStrategy(40, 60));
    expect(errors).toEqual([]);
    expect(instantiations).toBeLessThanOrEqual(13_000);
  });
});
