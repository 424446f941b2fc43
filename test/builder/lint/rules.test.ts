import {
  BlueprintBuilder,
  Indicator,
  lint,
  OrderStrategy,
  StrategyBuildError,
  StrategyBuilder,
  TradingContext,
} from "tradepose-client/builder";
import {
  allHorizontal,
  type BooleanExpr,
  col,
  when as given,
  lit,
  maxHorizontal,
  minHorizontal,
  type NumberExpr,
} from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import ethTrend from "../fixtures/eth-trend.json" with { type: "json" };
import { advanced, base, close, open, type Trigger, when } from "./strategies.ts";

describe("a constant condition", () => {
  it.each<[string, BooleanExpr, RegExp]>([
    ["true", lit(true), /true on every bar/],
    ["false", lit(false), /false on every bar, so the trigger never fires/],
    ["a comparison of constants", lit(1).add(1).gt(2), /false on every bar/],
    ["a column and itself", open.gtEq(open), /true on every bar/],
    ["an expression and itself", open.add(1).gt(open.add(1)), /false on every bar/],
    ["one false of many", open.gt(1).and(open.lt(2).and(false)), /false on every bar/],
    ["one true of any", open.gt(1).or(lit(3).eq(3)), /true on every bar/],
    ["what is not false", lit(false).not(), /true on every bar/],
    ["all true", allHorizontal(lit(true), open.eq(open)), /true on every bar/],
    ["null compared", open.gt(given(true).then(1).otherwise(null)).and(open.neq(open)), /false on every bar/],
    ["no column at all", lit(5).mod(2).abs().eq(1), /reads no column, so it is the same/],
  ])("%s", (_, condition, reason) => {
    expect(lint(when(condition))).toEqual([
      {
        rule: "constant-condition",
        path: "base_blueprint.entry_triggers[0].conditions[0]",
        reason: expect.stringMatching(reason),
        remedy: expect.stringMatching(/\w/),
      },
    ]);
  });

  it("a comparison with null, which Python writes as == None", () => {
    const strategy = base([{}]);
    const condition = {
      BinaryExpr: { left: { Column: "open" }, op: "Eq", right: { Literal: { Scalar: { Null: "Null" } } } },
    };
    const [trigger] = strategy.base_blueprint.entry_triggers;
    const entries = [{ ...trigger!, conditions: [condition] }];
    const found = lint({
      ...strategy,
      base_blueprint: { ...strategy.base_blueprint, entry_triggers: entries },
    });
    expect(found.map(({ reason, remedy }) => [reason, remedy])).toEqual([
      [
        expect.stringMatching(/null on every bar, which counts as false/),
        expect.stringMatching(/isNull\(\)/),
      ],
    ]);
  });

  it.each<[string, BooleanExpr]>([
    ["a comparison of two columns", open.gt(close.shift(1))],
    ["or with one that is false", open.gt(1).or(false)],
    ["and with one that is true", open.gt(1).and(true)],
    ["a column and itself earlier", open.gt(open.shift(1))],
  ])("is not %s", (_, condition) => {
    expect(lint(when(condition))).toEqual([]);
  });
});

describe("overflow of a part of a time", () => {
  const { dt } = col("ts");
  const minutes = dt.hour().mul(60).add(dt.minute());

  it.each<[string, BooleanExpr, string]>([
    ["hours to minutes", minutes.lt(600), 'col("ts").dt.hour().mul(60)'],
    ["in a price", given(minutes.gt(5)).then(true).otherwise(false), 'col("ts").dt.hour().mul(60)'],
    ["in Taipei", col("ts").dt.convertTimeZone("Asia/Taipei").dt.hour().mul(100).gt(5), "mul(100)"],
    ["a sum", dt.minute().add(100).gt(5), "add(100)"],
    ["below the least", lit(-100).sub(dt.minute()).lt(5), "sub("],
    ["days of the year", dt.ordinalDay().mul(1000).gt(5), "mul(1000)"],
    ["widened too late", dt.hour().mul(60).cast("Int32").gt(5), "mul(60)"],
  ])("%s", (_, condition, printed) => {
    expect(lint(when(condition))).toEqual([
      {
        rule: "overflow",
        path: "base_blueprint.entry_triggers[0].conditions[0]",
        reason: expect.stringContaining(printed),
        remedy: expect.stringContaining('cast("Int32")'),
      },
    ]);
  });

  it.each<[string, BooleanExpr]>([
    ["widened first", dt.hour().cast("Int32").mul(60).add(dt.minute()).lt(600)],
    ["what fits", dt.hour().mul(5).add(12).lt(100)],
    ["a literal that widens", dt.hour().mul(1000).lt(100)],
    ["a year", dt.year().mul(100).lt(100)],
    ["a fraction", dt.hour().mul(60.5).lt(100)],
    ["a comparison alone", dt.minute().gtEq(30)],
  ])("is not %s", (_, condition) => {
    expect(lint(when(condition))).toEqual([]);
  });
});

describe("a level on the wrong side", () => {
  const own = TradingContext.advancedEntry;
  /** A builder keeps what it is given: each strategy has its own, with the same columns. */
  const prepared = () => {
    const s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" });
    const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: "1h" });
    const bands = s.addIndicator(Indicator.BollingerBands(), { freq: "1h" });
    const rsi = s.addIndicator(Indicator.RSI(), { freq: "1h" });
    return { s, atr, bands, rsi };
  };
  const { atr, bands, rsi } = prepared();
  const path = "advanced_blueprints[0].exit_triggers[0].price_expr";
  const entry: Trigger = { orderStrategy: "FavorableDelayEntry", priceExpr: close.shift(1) };

  const found = (trigger: Trigger, direction: "Long" | "Short", options: { entry?: Trigger } = { entry }) =>
    lint(advanced(trigger, { direction, s: prepared().s, ...options }));

  it.each<[OrderStrategy, NumberExpr<string>, string]>([
    ["StopLoss", own.entryPrice.add(atr.mul(2)), "above the entry price"],
    ["StopLoss", own.entryPrice.mul(1.02), "above the entry price"],
    ["StopLoss", own.entryPrice.div(0.98), "above the entry price"],
    ["StopLoss", lit(1.02).mul(own.entryPrice), "above the entry price"],
    ["StopLoss", own.entryPrice.mul(lit(1).add(0.02)), "above the entry price"],
    ["StopLoss", own.entryPrice.add(own.entryPrice.mul(0.02)), "above the entry price"],
    ["StopLoss", own.entryPrice.sub(atr.mul(-2)), "above the entry price"],
    ["StopLoss", own.entryPrice.add(bands.bandwidth.abs()).alias("x"), "above the entry price"],
    ["StopLoss", maxHorizontal(own.entryPrice.add(1), rsi), "above the entry price"],
    [
      "StopLoss",
      given(rsi.gt(50)).then(own.entryPrice.add(1)).otherwise(own.entryPrice.add(2)),
      "above the entry",
    ],
    ["StopLoss", open.add(5), "above the open"],
    ["TrailingStop", own.highestSinceEntry.add(atr), "above the highest price since the entry"],
    ["Breakeven", own.highestSinceEntry.mul(1.01), "above the highest price since the entry"],
    ["TakeProfit", own.entryPrice.sub(atr), "below the entry price"],
    ["TakeProfit", minHorizontal(own.entryPrice.mul(0.9), rsi), "below the entry price"],
    ["TakeProfit", own.lowestSinceEntry.sub(1), "below the lowest price since the entry"],
    ["TakeProfit", open.mul(0.99), "below the open"],
  ])("%s of a long position at %s", (orderStrategy, priceExpr, side) => {
    expect(found({ orderStrategy, priceExpr }, "Long")).toEqual([
      {
        rule: "wrong-side",
        path,
        reason: expect.stringContaining(`the ${orderStrategy} of a long position lies ${side}`),
        remedy: expect.stringMatching(/put the level (below|above) it/),
      },
    ]);
    if (!String(priceExpr).includes("_since_")) {
      expect(found({ orderStrategy, priceExpr }, "Short")).toEqual([]);
    }
  });

  it.each<[OrderStrategy, NumberExpr<string>]>([
    ["StopLoss", own.entryPrice.sub(atr.mul(2))],
    ["StopLoss", own.entryPrice.sub(own.entryPrice.mul(0.02))],
    ["StopLoss", own.entryPrice],
    ["StopLoss", own.entryPrice.add(bands.middle.sub(bands.upper))],
    ["StopLoss", minHorizontal(own.entryPrice.add(1), rsi)],
    ["StopLoss", bands.lower],
    ["StopLoss", given(rsi.gt(50)).then(own.entryPrice.add(1)).otherwise(own.entryPrice.sub(2))],
    ["TrailingStop", own.highestSinceEntry.sub(atr.mul(3))],
    ["Breakeven", own.entryPrice.add(1)],
    ["TakeProfit", own.entryPrice.mul(1.05)],
    ["TakeProfit", own.lowestSinceEntry.add(atr)],
    ["TimeoutExit", own.entryPrice.add(atr)],
  ])("is not %s of a long position at %s", (orderStrategy, priceExpr) => {
    expect(found({ orderStrategy, priceExpr }, "Long")).toEqual([]);
  });

  it("is not a stop that locks a profit in once the position has made it", () => {
    const conditions = [own.highestSinceEntry.gt(own.entryPrice.add(atr.mul(3)))];
    const locked: Trigger = { orderStrategy: "StopLoss", priceExpr: own.entryPrice.add(atr), conditions };
    expect(found(locked, "Long")).toEqual([]);
    expect(found({ ...locked, conditions: [rsi.gt(70)] }, "Long")).toHaveLength(1);
  });

  it("the base entry is the own one where the blueprint enters with the base, and else not", () => {
    const stop: Trigger = { orderStrategy: "StopLoss", priceExpr: TradingContext.base.entryPrice.add(atr) };
    expect(found(stop, "Long", {})).toHaveLength(1);
    expect(found(stop, "Long")).toEqual([]);
  });

  it.each<[string, Trigger, string]>([
    [
      "a limit entry above the open",
      { orderStrategy: "FavorableDelayEntry", priceExpr: open.add(1) },
      "Long",
    ],
    ["a stop entry below the open", { orderStrategy: "AdverseDelayEntry", priceExpr: open.sub(1) }, "Long"],
    [
      "a limit entry of a short below it",
      { orderStrategy: "FavorableDelayEntry", priceExpr: open.mul(0.9) },
      "Short",
    ],
  ])("%s", (_, wrong, direction) => {
    const stop: Trigger = { orderStrategy: "StopLoss", priceExpr: own.entryPrice };
    expect(found(stop, direction as "Long", { entry: wrong }).map((warning) => warning.path)).toEqual([
      "advanced_blueprints[0].entry_triggers[0].price_expr",
    ]);
  });

  it("older names of members are understood", () => {
    const strategy = advanced({ orderStrategy: "TrailingStop", priceExpr: own.highestSinceEntry.add(1) });
    const older = JSON.parse(
      JSON.stringify(strategy).replaceAll("highest_since_entry", "highest_since_advanced_entry"),
    );
    expect(lint(older).map(({ rule }) => rule)).toEqual(["wrong-side"]);
  });
});

describe("lint", () => {
  it("has nothing to say of the worked example of the platform", () => {
    expect(lint(ethTrend as never)).toEqual([]);
  });

  it("says the same of a strategy and of its JSON", () => {
    const strategy = base([{ conditions: [close.gt(1), lit(true)] }], [{ priceExpr: col("low") }]);
    const found = lint(strategy);
    expect(found.length).toBeGreaterThan(2);
    expect(lint(JSON.parse(JSON.stringify(strategy)))).toEqual(found);
  });

  it("names the fields in their order", () => {
    const strategy = base([{ conditions: [close.gt(1), lit(true)] }], [{ priceExpr: col("low") }]);
    expect(lint(strategy).map(({ rule, path }) => [rule, path])).toEqual([
      ["constant-condition", "base_blueprint.entry_triggers[0].conditions[1]"],
      ["look-ahead", "base_blueprint.entry_triggers[0].conditions[0]"],
      ["look-ahead", "base_blueprint.exit_triggers[0].price_expr"],
    ]);
  });
});

describe("build({ strict: true })", () => {
  const builder = (condition: BooleanExpr) =>
    new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" }).setBaseBlueprint(
      BlueprintBuilder.base({ name: "base", direction: "Long" })
        .addEntryTrigger({
          name: "in",
          conditions: [condition],
          priceExpr: open,
          orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
        })
        .build(),
    );

  it("refuses what has a warning, and says it in the same words", () => {
    const strategy = builder(close.gt(1)).build();
    const [warning] = lint(strategy);
    try {
      builder(close.gt(1)).build({ strict: true });
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StrategyBuildError);
      expect(error).toMatchObject({
        problems: [{ path: warning?.path, message: `${warning?.reason}; ${warning?.remedy}` }],
      });
    }
  });

  it("gives the same strategy where there is none", () => {
    const clean = builder(close.shift(1).gt(1));
    expect(clean.build({ strict: true })).toEqual(clean.build());
  });
});
