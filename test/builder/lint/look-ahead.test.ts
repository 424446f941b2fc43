import {
  Indicator,
  type LintWarning,
  lint,
  StrategyBuilder,
  type StrategyConfig,
  TradingContext,
} from "tradepose-client/builder";
import { type BooleanExpr, col, when as given, lit } from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import {
  advanced,
  base,
  close,
  high,
  low,
  open,
  type Trigger,
  ts,
  when,
  withIndicators,
} from "./strategies.ts";

const CONDITION = "base_blueprint.entry_triggers[0].conditions[0]";
const PRICE = "base_blueprint.entry_triggers[0].price_expr";
const day = ts.dt.date();

describe("an order at the open", () => {
  it.each<[string, BooleanExpr]>([
    ["its own open", open.gt(0)],
    ["the time of the bar", ts.dt.hour().eq(9)],
    ["the close before", close.shift(1).gt(0)],
    ["the close long before, by two shifts", close.shift(3).shift(-1).shift(2).gt(0)],
    ["the change of closes before", close.shift(1).diff().gt(0)],
    ["the average of closes before", close.shift(1).rollingMean(20).gt(0)],
    ["the average of closes, a bar late", close.rollingMean(20).shift(1).gt(0)],
    ["the highest high so far, a bar late", high.cumMax().shift().gt(0)],
    ["opens alone, in any window that ends here", open.rollingMax(5).gt(open.ewmMean({ span: 9 }))],
    ["an old close where there is one", close.shift(1).forwardFill().fillNull(0).gt(0)],
    ["the first open of the day", open.first().over(day).gt(0)],
    ["the first open of all", open.first().gt(0)],
    ["the high of the day before this bar", high.cumMax().shift(1).over(day).gt(0)],
    ["a constant", lit(1).shift(2).gt(0)],
    ["what it may, in every branch", given(open.gt(1)).then(close.shift()).otherwise(open).gt(0)],
    ["a centred window that has no row to its right", open.rollingMean(2, { center: true }).gt(0)],
    ["a next bar, two bars late", close.shift(-1).shift(2).gt(0)],
  ])("may read %s", (_, condition) => {
    expect(lint(when(condition)).filter(({ rule }) => rule === "look-ahead")).toEqual([]);
  });

  it.each<[string, BooleanExpr, RegExp]>([
    ["its own close", close.gt(0), /`close` is that of the bar itself, known when the bar has closed/],
    ["its own high", high.gt(0), /`high` is that of the bar itself/],
    ["its own low", low.gt(0), /`low` is that/],
    ["its own volume", col("volume").gt(0), /`volume` is that/],
    ["the average up to its own close", close.rollingMean(3).gt(0), /`close` is that/],
    ["its close in one branch", given(close.gt(1)).then(1).otherwise(0).gt(0), /`close` is that/],
    ["its close by a shift of nothing", close.shift(0).gt(0), /`close` is that/],
    ["its close by an alias", close.alias("open").gt(0), /`close` is that/],
    ["its change", close.diff().gt(0), /`close` is that/],
    ["the last change of the next", close.diff(-1).gt(0), /diff\(-1\) reads the next bar, known 1 bar later/],
    ["the next open", open.shift(-1).gt(0), /shift\(-1\) reads the next bar, known 1 bar later/],
    ["far ahead", open.shift(-20).gt(0), /shift\(-20\) reads 20 bars ahead, known 20 bars later/],
    ["ahead from behind: the last row has no next", close.shift(1).shift(-1).gt(0), /shift\(-1\)/],
    [
      "behind from ahead",
      close.shift(-1).shift(1).gt(0),
      /shift\(-1\) reads the next bar, known when the bar/,
    ],
    ["a constant of the next bar", lit(1).shift(-1).lt(open), /shift\(-1\)/],
    ["relative change ahead", open.pctChange(-2).gt(0), /pctChange\(-2\) reads 2 bars ahead/],
    ["the highest of all", high.shift(1).max().lt(open), /the aggregate max covers all bars/],
    ["the highest of the day", high.shift(1).max().over(day).lt(open), /the aggregate max/],
    ["the last of the day, long after", open.last().over(day).shift(50).gt(0), /the aggregate last/],
    ["how many there are", close.count().gt(100), /the aggregate count/],
    ["the next of its group, long after", open.shift(-1).over(day).shift(9).gt(0), /known when later bars/],
    ["groups by the close", open.shift(1).over(close.gt(open)).gt(0), /`close` is that/],
    ["what comes, backward", close.shift(1).backwardFill().gt(0), /filling nulls backward/],
    [
      "what comes within two bars",
      close.shift(1).backwardFill(2).gt(0),
      /filling nulls backward.*2 bars later/,
    ],
    [
      "a centred window",
      open.rollingMean(5, { center: true }).gt(0),
      /centred window of 5.*known 2 bars later/,
    ],
    ["the sum of the rest", open.cumSum({ reverse: true }).gt(0), /reverse cumSum/],
    ["how many remain", open.cumCount({ reverse: true }).gt(9), /reverse cumCount/],
  ])("is warned of %s", (_, condition, reason) => {
    const found = lint(when(condition));
    expect(found.map(({ rule, path }) => [rule, path])).toEqual([["look-ahead", CONDITION]]);
    expect(found[0]?.reason).toMatch(reason);
    expect(found[0]?.reason).toMatch(/; the ImmediateEntry acts at the open$/);
    expect(found[0]?.remedy).toMatch(/\w/);
  });

  it("is told every part that it cannot know, once", () => {
    const found = lint(when(close.gt(high).or(close.gt(low.shift(-1)))));
    expect(found.map(({ reason }) => reason.split(",")[0])).toEqual([
      "`close` is that of the bar itself",
      "`high` is that of the bar itself",
      "shift(-1) reads the next bar",
    ]);
  });
});

describe("nodes of wire JSON", () => {
  type Json = { [key: string]: unknown };
  const column = { Column: "open" };
  const fn = (name: unknown, ...input: unknown[]) => ({ Function: { input, function: name } });
  const strategyOf = (condition: Json): StrategyConfig => {
    const strategy = base([{}]);
    return {
      ...strategy,
      base_blueprint: {
        ...strategy.base_blueprint,
        entry_triggers: [{ ...strategy.base_blueprint.entry_triggers[0]!, conditions: [condition] }],
      },
    };
  };

  it.each<[string, Json, RegExp]>([
    ["a node of later versions", { Gather: [column] }, /of the node Gather this version knows nothing/],
    [
      "how far it shifts is computed",
      fn("Shift", column, fn("Negate", { Literal: { Dyn: { Int: 1 } } })),
      /how far shift reaches is computed/,
    ],
    [
      "rows that move up",
      fn({ Diff: "Drop" }, column, { Literal: { Dyn: { Int: 1 } } }),
      /drops nulls moves/,
    ],
    [
      "membership in a column",
      fn({ Boolean: { IsIn: { nulls_equal: false } } }, column, column),
      /isIn looks/,
    ],
    ["a column that nobody declared", { Column: "vwap" }, /"vwap" is no column of this strategy/],
  ])("%s", (_, condition, reason) => {
    expect(lint(strategyOf(condition))).toEqual([
      expect.objectContaining({ rule: "look-ahead", path: CONDITION, reason: expect.stringMatching(reason) }),
    ]);
  });

  it("membership in a list of constants is none", () => {
    const list = { Literal: { Series: [1, 2, 3] } };
    expect(lint(strategyOf(fn({ Boolean: { IsIn: { nulls_equal: false } } }, column, list)))).toEqual([]);
  });

  it("an expression that nobody can read is told with its path", () => {
    expect(lint(strategyOf({ BinaryExpr: { left: column, op: "Gt", right: 5 } }))).toEqual([
      expect.objectContaining({ rule: "unreadable", path: `${CONDITION}.BinaryExpr.right` }),
    ]);
  });

  it("an expression as JSON text is read", () => {
    const { base_blueprint, ...strategy } = base([{}]);
    const [trigger] = base_blueprint.entry_triggers;
    const entries = [{ ...trigger!, price_expr: '{"Column":"high"}' }];
    const found = lint({ ...strategy, base_blueprint: { ...base_blueprint, entry_triggers: entries } });
    expect(found.map(({ path }) => path)).toEqual([PRICE]);
  });
});

describe("the moment of an order", () => {
  it.each<[string, Trigger, number]>([
    ["the close, knowing the close", { priceExpr: close, conditions: [close.gt(high.shift(1))] }, 0],
    ["the close under another name", { priceExpr: close.alias("x"), conditions: [close.gt(1)] }, 0],
    ["the close, knowing the next bar", { priceExpr: close, conditions: [close.shift(-1).gt(1)] }, 1],
    ["inside, at a price known before", { priceExpr: close.shift(1).add(1) }, 0],
    ["inside, knowing the close", { priceExpr: open.mul(1.01), conditions: [close.gt(1)] }, 1],
    ["inside, at the high of the bar", { priceExpr: high }, 1],
    ["what looks like the close and is not", { priceExpr: close.add(0) }, 1],
  ])("%s", (_, trigger, warnings) => {
    expect(lint(base([trigger]))).toHaveLength(warnings);
  });

  it.each<[string, Trigger, number]>([
    ["a stop at the low of its bar", { orderStrategy: "StopLoss", priceExpr: low }, 1],
    ["a stop at the close does not wait for it", { orderStrategy: "StopLoss", priceExpr: close }, 1],
    ["a target at the high before", { orderStrategy: "TakeProfit", priceExpr: high.shift(1) }, 0],
    [
      "a stop under a condition of the close",
      { orderStrategy: "TrailingStop", priceExpr: low.shift(1), conditions: [close.lt(open)] },
      1,
    ],
    [
      "a timeout at the close",
      { orderStrategy: "TimeoutExit", priceExpr: close, conditions: [close.lt(1)] },
      0,
    ],
    [
      "the own position",
      {
        orderStrategy: "StopLoss",
        priceExpr: TradingContext.advancedEntry.highestSinceEntry.sub(5),
        conditions: [TradingContext.advancedEntry.barsSinceEntry.gt(3)],
      },
      0,
    ],
    [
      "the position's future",
      {
        orderStrategy: "TrailingStop",
        priceExpr: TradingContext.advancedEntry.highestSinceEntry.shift(-1).sub(5),
      },
      1,
    ],
  ])("%s", (_, trigger, warnings) => {
    expect(lint(advanced(trigger)).filter(({ rule }) => rule === "look-ahead")).toHaveLength(warnings);
  });

  it.each<[string, Trigger, number]>([
    [
      "a limit below the low of its own bar",
      { orderStrategy: "FavorableDelayEntry", priceExpr: low.sub(1) },
      1,
    ],
    [
      "a stop entry above the high before",
      { orderStrategy: "AdverseDelayEntry", priceExpr: high.shift(1) },
      0,
    ],
  ])("%s", (_, entry, warnings) => {
    const exit: Trigger = { orderStrategy: "StopLoss", priceExpr: low.shift(1) };
    expect(lint(advanced(exit, { entry }))).toHaveLength(warnings);
  });
});

describe("columns of indicators", () => {
  const atr = Indicator.ATR({ period: 3 });
  it.each<[string, number, Parameters<typeof withIndicators>]>([
    ["shift 1", 0, [(add) => add(atr, { freq: "1h" })]],
    ["shift 1 of coarser bars", 0, [(add) => add(atr, { freq: "1D" })]],
    ["shift 1 of finer bars", 0, [(add) => add(atr, { freq: "5min" })]],
    ["shift 1 of another instrument", 0, [(add) => add(atr, { freq: "1h", instrument: "B" })]],
    ["shift 0", 1, [(add) => add(atr, { freq: "1h", shift: 0 })]],
    ["shift 0 of finer bars", 1, [(add) => add(atr, { freq: "5min", shift: 0 })]],
    ["shift 0 of coarser bars", 1, [(add) => add(atr, { freq: "4h", shift: 0 })]],
    ["shift 0 of another instrument", 1, [(add) => add(atr, { freq: "1h", shift: 0, instrument: "B" })]],
  ])("%s at the open", (_, warnings, strategy) => {
    expect(lint(withIndicators(...strategy))).toHaveLength(warnings);
  });

  function atClose(shift: number, freq: "1h" | "4h") {
    const s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" });
    const column = s.addIndicator(atr, { freq, shift });
    return lint(base([{ priceExpr: close, conditions: [column.gt(0)] }], [], true, s));
  }

  it("shift 0 is known at the close", () => {
    expect(atClose(0, "1h")).toEqual([]);
  });

  it("shift 0 of coarser bars is not: their end lies ahead", () => {
    expect(atClose(0, "4h").map(({ reason }) => reason)).toEqual([
      expect.stringMatching(
        /"A_4h_ATR\|3_s0" has shift 0: it holds the running 4h bar, which ends after the 1h/,
      ),
    ]);
  });

  it("a shift in the expression delays a shift of 0, but not that of coarser bars", () => {
    const shifted = (freq: "1h" | "4h") => {
      const s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" });
      return lint(when(s.addIndicator(atr, { freq, shift: 0 }).shift(1).gt(0), s));
    };
    expect(shifted("1h")).toEqual([]);
    expect(shifted("4h")).toHaveLength(1);
  });

  type Place = { readonly freq: "1h" | "4h" | "5min"; readonly shift: number };
  function trendOver(atrPlace: Place, trendPlace: Place, reference: "handle" | "short name" = "handle") {
    const s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" });
    const input = s.addIndicator(atr, atrPlace);
    const volatilityColumn = reference === "handle" ? input : "ATR|3";
    const trend = s.addIndicator(Indicator.SuperTrend({ multiplier: 2, volatilityColumn }), trendPlace);
    return lint(when(trend.direction.eq(1), s));
  }

  it.each<[string, number, Parameters<typeof trendOver>]>([
    [
      "an unshifted input",
      0,
      [
        { freq: "1h", shift: 0 },
        { freq: "1h", shift: 1 },
      ],
    ],
    [
      "a shifted input",
      0,
      [
        { freq: "1h", shift: 1 },
        { freq: "1h", shift: 1 },
      ],
    ],
    ["an input by its short name", 0, [{ freq: "1h", shift: 1 }, { freq: "1h", shift: 1 }, "short name"]],
    [
      "an unshifted input by its short name",
      0,
      [{ freq: "1h", shift: 0 }, { freq: "1h", shift: 1 }, "short name"],
    ],
    [
      "an unshifted input of finer bars",
      0,
      [
        { freq: "5min", shift: 0 },
        { freq: "1h", shift: 1 },
      ],
    ],
    [
      "a shifted input of coarser bars",
      0,
      [
        { freq: "4h", shift: 1 },
        { freq: "1h", shift: 1 },
      ],
    ],
    [
      "an unshifted input of coarser bars",
      1,
      [
        { freq: "4h", shift: 0 },
        { freq: "1h", shift: 1 },
      ],
    ],
    [
      "an unshifted reader",
      1,
      [
        { freq: "1h", shift: 1 },
        { freq: "1h", shift: 0 },
      ],
    ],
    [
      "coarse bars throughout",
      0,
      [
        { freq: "4h", shift: 0 },
        { freq: "4h", shift: 1 },
      ],
    ],
  ])("an indicator with %s", (_, warnings, places) => {
    expect(trendOver(...places)).toHaveLength(warnings);
  });

  it("what an indicator reads through another counts too", () => {
    const s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" });
    const coarse = s.addIndicator(atr, { freq: "1D", shift: 0 });
    const quantile = Indicator.AtrQuantile({ atrColumn: coarse, window: 9, quantile: 0.5 });
    const volatilityColumn = s.addIndicator(quantile, { freq: "1h", shift: 0 });
    const trend = s.addIndicator(Indicator.SuperTrend({ multiplier: 2, volatilityColumn }), { freq: "1h" });
    expect(lint(when(trend.direction.eq(1), s)).map(({ reason }) => reason)).toEqual([
      expect.stringMatching(/reads "A_1D_ATR\|3_s0", whose shift 0 holds running 1D bars/),
    ]);
  });
});

describe("the volatility of the report", () => {
  const volatilityOf = (volatilityIndicator: typeof close) => {
    const s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" });
    base([{}], [], true, s);
    return lint(s.build({ volatilityIndicator })).map(({ path }) => path);
  };

  it.each<[string, typeof close, number]>([
    ["may look at its whole bar", high.sub(low), 0],
    ["must not look beyond it", high.shift(-1), 1],
    ["nor at all bars", close.std(), 1],
  ])("%s", (_, volatility, warnings) => {
    expect(volatilityOf(volatility)).toEqual(Array(warnings).fill("volatility_indicator"));
  });
});

describe("between the triggers of a base blueprint", () => {
  const early: Trigger = { name: "early", conditions: [open.gt(1)] };
  const late: Trigger = { name: "late", priceExpr: close, conditions: [close.gt(1)] };
  const paths = (found: readonly LintWarning[]) => found.map(({ path }) => path);

  it("an order at the open must not wait for one that is tried first and acts later", () => {
    const found = lint(base([late, early]));
    expect(paths(found)).toEqual(["base_blueprint.entry_triggers[1].priority"]);
    expect(found[0]?.reason).toBe(
      'it acts at the open, but only when "late", which is tried first, does not act at the close of the same bar',
    );
    expect(paths(lint(base([{}], [late, early], false)))).toContain(
      "base_blueprint.exit_triggers[1].priority",
    );
  });

  it.each<[string, Trigger[]]>([
    ["the earlier one is tried first", [early, late]],
    ["its number says so", [{ ...late, priority: 2 }, early]],
    ["both act at one moment", [late, { ...late, name: "other" }]],
  ])("no warning when %s", (_, entries) => {
    expect(lint(base(entries))).toEqual([]);
  });

  it("an exit at the open must not be dropped by an entry that the close decides", () => {
    const found = lint(base([late], [early]));
    expect(paths(found)).toEqual(["base_blueprint.exit_triggers[0]"]);
    expect(found[0]?.remedy).toMatch(/entryFirst: false/);
    expect(lint(base([late], [early], false))).toEqual([]);
    expect(lint(base([early], [late]))).toEqual([]);
    expect(paths(lint(base([early], [late], false)))).toEqual(["base_blueprint.entry_triggers[0]"]);
  });

  it("an advanced blueprint goes by the moments of its orders", () => {
    const stop: Trigger = { orderStrategy: "StopLoss", priceExpr: low.shift(1), priority: 9 };
    const entry: Trigger = { ...late, priority: 1 };
    expect(lint(advanced(stop, { entry }))).toEqual([]);
  });
});
