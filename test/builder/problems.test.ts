import {
  type Blueprint,
  BlueprintBuilder,
  Indicator,
  readBlueprint,
  StrategyBuildError,
  StrategyBuilder,
  type StrategyOptions,
  TradingContext,
} from "tradepose-client/builder";
import { col, lit } from "tradepose-client/expr";
import { describe, expect, it } from "vitest";

/** What the compiler refuses and JavaScript lets through. */
const untyped = <T>(value: unknown) => value as T;

const close = { Column: "close" };
const member = (column: string, name: string) => ({
  Function: { input: [{ Column: column }], function: { StructExpr: { FieldByName: name } } },
});
const entry = {
  name: "in",
  order_strategy: "ImmediateEntry",
  priority: 1,
  conditions: [],
  price_expr: close,
};
const exit = { ...entry, name: "out", order_strategy: "ImmediateExit" };
const plain = {
  name: "base",
  direction: "Long",
  trend_type: "Trend",
  entry_first: true,
  entry_triggers: [entry],
  exit_triggers: [],
};
const advancedPlain = { ...plain, name: "advanced" };

interface Parts {
  readonly options?: object;
  readonly base?: object;
  readonly advanced?: readonly object[];
  readonly prepare?: (s: StrategyBuilder) => void;
  readonly build?: object;
}

function buildOf({ options, base = {}, advanced = [], prepare, build }: Parts) {
  const s = new StrategyBuilder(
    untyped<StrategyOptions>({ name: "s", baseInstrument: "A", baseFreq: "1h", ...options }),
  );
  prepare?.(s);
  s.setBaseBlueprint(readBlueprint(untyped<Blueprint>({ ...plain, ...base })));
  for (const blueprint of advanced)
    s.addAdvancedBlueprint(readBlueprint(untyped<Blueprint>({ ...advancedPlain, ...blueprint })));
  return () => s.build(build);
}

const withBaseEntry = (fields: object): Parts => ({ base: { entry_triggers: [{ ...entry, ...fields }] } });
const supertrend = (s: StrategyBuilder) => {
  const atr = s.addIndicator(Indicator.ATR({ period: 3 }), { freq: "1h" });
  s.addIndicator(Indicator.SuperTrend({ multiplier: 2, volatilityColumn: atr, fields: ["direction"] }), {
    freq: "1h",
  });
};
const ST = "A_1h_ST|2.0x_A_1h_ATR|3";

describe("StrategyBuilder.build names what is wrong and where", () => {
  it.each<[string, Parts, string, RegExp]>([
    ["no name", { options: { name: " " } }, "name", /not empty/],
    ["no instrument", { options: { baseInstrument: undefined } }, "base_instrument", /not empty/],
    ["a frequency of none", { options: { baseFreq: "2h" } }, "base_freq", /"2h" is none of 1min, 5min/],
    [
      "a blueprint without triggers",
      { base: { entry_triggers: [] } },
      "base_blueprint.entry_triggers",
      /no trigger at all/,
    ],
    [
      "a direction of none",
      { base: { direction: "long" } },
      "base_blueprint.direction",
      /"long" is none of Long/,
    ],
    [
      "an unknown trend type",
      { base: { trend_type: "Reversion" } },
      "base_blueprint.trend_type",
      /none of Trend/,
    ],
    [
      "entry_first that is no Boolean",
      { base: { entry_first: null } },
      "base_blueprint.entry_first",
      /true or false/,
    ],
    [
      "a stop in a base blueprint",
      { base: { exit_triggers: [{ ...exit, order_strategy: "StopLoss" }] } },
      "base_blueprint.exit_triggers[0].order_strategy",
      /"StopLoss" cannot stand here; a base blueprint takes only ImmediateExit/,
    ],
    [
      "an exit among the entries",
      withBaseEntry({ order_strategy: "ImmediateExit" }),
      "base_blueprint.entry_triggers[0].order_strategy",
      /takes only ImmediateEntry/,
    ],
    [
      "an entry among the exits",
      { advanced: [{ exit_triggers: [{ ...exit, order_strategy: "FavorableDelayEntry" }] }] },
      "advanced_blueprints[0].exit_triggers[0].order_strategy",
      /use one of ImmediateExit, StopLoss/,
    ],
    [
      "both kinds of delayed entries",
      {
        advanced: [
          {
            entry_triggers: [
              { ...entry, name: "limit", order_strategy: "FavorableDelayEntry" },
              { ...entry, order_strategy: "AdverseDelayEntry" },
            ],
          },
        ],
      },
      "advanced_blueprints[0].entry_triggers[1].order_strategy",
      /AdverseDelayEntry beside the FavorableDelayEntry of "limit"/,
    ],
    [
      "half a priority",
      withBaseEntry({ priority: 0.5 }),
      "base_blueprint.entry_triggers[0].priority",
      /whole number, not 0.5/,
    ],
    [
      "a trigger without a name",
      withBaseEntry({ name: "" }),
      "base_blueprint.entry_triggers[0].name",
      /not empty/,
    ],
    [
      "a direction that nobody can trade",
      { base: { direction: "Both" } },
      "base_blueprint.direction",
      /"Both" is none of Long, Short/,
    ],
    [
      "an unknown column",
      withBaseEntry({ price_expr: { Column: "vwap" } }),
      "base_blueprint.entry_triggers[0].price_expr",
      /no column "vwap"; the strategy has ts, open/,
    ],
    [
      "an unknown member",
      { ...withBaseEntry({ price_expr: member(ST, "long") }), prepare: supertrend },
      "base_blueprint.entry_triggers[0].price_expr",
      /has no member "long"; it has direction$/,
    ],
    [
      "a member of a number",
      withBaseEntry({ price_expr: member("close", "x") }),
      "base_blueprint.entry_triggers[0].price_expr",
      /"close" is no struct/,
    ],
    [
      "a struct as a price",
      { ...withBaseEntry({ price_expr: { Column: ST } }), prepare: supertrend },
      "base_blueprint.entry_triggers[0].price_expr",
      /is a struct; take one of its members: direction$/,
    ],
    [
      "an unknown member of a context",
      withBaseEntry({ price_expr: member("base_trading_context", "entry_price") }),
      "base_blueprint.entry_triggers[0].price_expr",
      /it has position_entry_price, bars_since_entry/,
    ],
    [
      "an advanced position in a base trigger",
      withBaseEntry({ price_expr: member("advanced_entry_trading_context", "position_entry_price") }),
      "base_blueprint.entry_triggers[0].price_expr",
      /can read base_trading_context only/,
    ],
    [
      "a position as the volatility",
      { build: { volatilityIndicator: TradingContext.base.entryPrice } },
      "volatility_indicator",
      /describes a position, which only triggers can read/,
    ],
    [
      "a condition as the volatility",
      { build: { volatilityIndicator: col("close").gt(1) } },
      "volatility_indicator",
      /a number is needed here/,
    ],
    [
      "two blueprints of one name",
      { advanced: [{ name: "base" }] },
      "advanced_blueprints[0].name",
      /also the name of base_blueprint/,
    ],
    [
      "two directions",
      { advanced: [{ direction: "Short" }] },
      "advanced_blueprints[0].direction",
      /Short is unlike the base blueprint's Long/,
    ],
    [
      "a look into the future",
      { prepare: (s) => s.addIndicator(Indicator.RSI(), { freq: "1h", shift: -1 }) },
      "indicators[0].shift",
      /-1 would read the future/,
    ],
    [
      "half a shift",
      { prepare: (s) => s.addIndicator(Indicator.RSI(), { freq: "1h", shift: 0.5 }) },
      "indicators[0].shift",
      /whole number of bars, not 0.5/,
    ],
    [
      "an indicator's unknown frequency",
      { prepare: (s) => s.addIndicator(Indicator.RSI(), { freq: untyped("1d") }) },
      "indicators[0].freq",
      /"1d" is none of/,
    ],
    [
      "an indicator's empty instrument",
      { prepare: (s) => s.addIndicator(Indicator.RSI(), { freq: "1h", instrument: "" }) },
      "indicators[0].instrument",
      /not empty/,
    ],
    [
      "a reference to nothing",
      {
        prepare: (s) =>
          s.addIndicator(Indicator.SuperTrend({ multiplier: 2, volatilityColumn: "ATR|9" }), { freq: "1h" }),
      },
      "indicators[0].indicator.volatility_column",
      /no indicator "ATR\|9" in this strategy/,
    ],
    [
      "a reference to a struct",
      {
        prepare: (s) => {
          s.addIndicator(Indicator.MACD(), { freq: "1h" });
          s.addIndicator(Indicator.SuperTrend({ multiplier: 2, volatilityColumn: "A_1h_MACD|12_26_9" }), {
            freq: "1h",
          });
        },
      },
      "indicators[1].indicator.volatility_column",
      /"A_1h_MACD\|12_26_9" is a struct \(MACD\)/,
    ],
    [
      "two indicators with one name",
      {
        prepare: (s) => {
          s.addIndicator(Indicator.BollingerBands({ column: "close" }), { freq: "1h" });
          s.addIndicator(Indicator.BollingerBands({ column: "open" }), { freq: "1h" });
        },
      },
      "indicators[1]",
      /"A_1h_BB\|20_2.0" is already that of another indicator, indicators\[0\].*"open".*"close"/,
    ],
  ])("%s", (_, parts, path, message) => {
    const { problems } = catchBuildError(buildOf(parts));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.path).toBe(path);
    expect(problems[0]?.message).toMatch(message);
  });

  it("a blueprint whose expressions nobody has read", () => {
    const s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" });
    s.setBaseBlueprint(untyped<never>({ ...plain, entry_triggers: [entry, entry] }));
    expect(catchBuildError(() => s.build()).problems).toEqual([
      {
        path: "base_blueprint.entry_triggers[0].price_expr",
        message: expect.stringMatching(/readBlueprint/),
      },
      {
        path: "base_blueprint.entry_triggers[1].price_expr",
        message: expect.stringMatching(/readBlueprint/),
      },
    ]);
  });

  it("no base blueprint", () => {
    const s = new StrategyBuilder({ name: "s", baseInstrument: "A", baseFreq: "1h" });
    expect(catchBuildError(() => s.build()).problems).toEqual([
      { path: "base_blueprint", message: "is missing; give one with setBaseBlueprint" },
    ]);
  });

  it("all problems at once, in the order of the fields", () => {
    const error = catchBuildError(
      buildOf({
        base: { entry_triggers: [{ ...entry, conditions: [{ Column: "a" }], priority: Number.NaN }] },
        advanced: [{ name: "x", direction: "Short" }, { name: "x" }],
      }),
    );
    expect(error.message.split("\n").map((line) => line.split(":")[0])).toEqual([
      'strategy "s" has 4 problems',
      "- base_blueprint.entry_triggers[0].priority",
      "- base_blueprint.entry_triggers[0].conditions[0]",
      "- advanced_blueprints[0].direction",
      "- advanced_blueprints[1].name",
    ]);
    expect(error.code).toBe("STRATEGY_BUILD");
  });

  it.each<[string, Parts]>([
    ["what nobody refuses", {}],
    [
      "a short name as reference",
      {
        prepare: (s) => {
          s.addIndicator(Indicator.ATR({ period: 9 }), { freq: "1h", shift: 0 });
          s.addIndicator(Indicator.SuperTrend({ multiplier: 2, volatilityColumn: "ATR|9" }), { freq: "1h" });
        },
      },
    ],
    [
      "a base trigger that reads the base position",
      withBaseEntry({ price_expr: member("base_trading_context", "bars_since_entry") }),
    ],
    [
      "a struct asked whether it is there",
      {
        ...withBaseEntry({
          conditions: [{ Function: { input: [{ Column: ST }], function: { Boolean: "IsNull" } } }],
        }),
        prepare: supertrend,
      },
    ],
    ["a node that only a newer engine knows", withBaseEntry({ conditions: [{ Gather: [close] }] })],
    ["an expression as JSON text", withBaseEntry({ price_expr: '{"Column":"close"}' })],
  ])("nothing in %s", (_, parts) => {
    expect(buildOf(parts)).not.toThrow();
  });
});

describe("readBlueprint", () => {
  it("names every expression that cannot be read", () => {
    const broken = { ...entry, conditions: [close, 5], price_expr: { BinaryExpr: {} } };
    const error = catchBuildError(() =>
      readBlueprint(untyped({ ...plain, entry_triggers: [entry, broken] })),
    );
    expect(error.problems).toEqual([
      { path: "entry_triggers[1].conditions[1]", message: expect.stringMatching(/expected an expression/) },
      {
        path: expect.stringContaining("entry_triggers[1].price_expr.BinaryExpr"),
        message: expect.anything(),
      },
    ]);
    expect(error.message).toMatch(/^blueprint "base" has 2 problems/);
  });

  it("reads JSON text, leaves ids out and freezes what it gives, not what it was given", () => {
    const foreign = {
      ...plain,
      id: "5b7d2e0c-3c1f-4f0e-9a55-0c3f5a1de001",
      entry_triggers: [{ ...entry, price_expr: '{"Column":"close"}' }],
    };
    const read = readBlueprint(untyped(foreign));
    expect(read).toEqual({ ...plain, entry_triggers: [entry] });
    expect(Object.isFrozen(read.entry_triggers[0]?.price_expr)).toBe(true);
    expect(Object.isFrozen(foreign.entry_triggers)).toBe(false);
  });

  it("keeps nothing of what it was given: changes come too late", () => {
    const foreign = structuredClone(plain);
    const read = readBlueprint(untyped(foreign));
    foreign.entry_triggers[0]!.price_expr.Column = "vwap";
    expect(read.entry_triggers).toEqual([entry]);
  });
});

describe("BlueprintBuilder", () => {
  const advanced = BlueprintBuilder.advanced({ name: "a", direction: "Long" });
  const limit = { name: "limit", priceExpr: col("low"), orderStrategy: "FavorableDelayEntry" } as const;
  const stop = { name: "stop", priceExpr: col("low"), orderStrategy: "StopLoss" } as const;

  it("never changes: every call gives a new builder", () => {
    const one = advanced.addEntryTrigger(limit);
    const two = one.addEntryTrigger({ ...limit, name: "second" }).addExitTrigger(stop);
    expect(one.build().entry_triggers).toHaveLength(1);
    expect(two.build().entry_triggers.map(({ name }) => name)).toEqual(["limit", "second"]);
    expect(() => advanced.build()).toThrow(/no trigger at all/);
  });

  it("fills in the defaults of the contract", () => {
    expect(advanced.addExitTrigger(stop).build()).toEqual({
      name: "a",
      direction: "Long",
      trend_type: "Trend",
      entry_first: true,
      note: "",
      entry_triggers: [],
      exit_triggers: [
        {
          name: "stop",
          order_strategy: "StopLoss",
          priority: 1,
          note: "",
          conditions: [],
          price_expr: { Column: "low" },
        },
      ],
    });
  });

  it.each<[string, object, string, RegExp]>([
    [
      "a stop in a base blueprint",
      { orderStrategy: "FavorableDelayEntry" },
      "entry_triggers[0].order_strategy",
      /takes only ImmediateEntry/,
    ],
    [
      "no price",
      { priceExpr: undefined },
      "entry_triggers[0].price_expr",
      /a number is needed here, not undefined/,
    ],
    [
      "a Boolean price",
      { priceExpr: lit(true) },
      "entry_triggers[0].price_expr",
      /not the boolean lit\(true\)/,
    ],
    [
      "a numeric condition",
      { conditions: [true, col("close")] },
      "entry_triggers[0].conditions[1]",
      /a boolean is needed here, not the number col\("close"\)/,
    ],
    [
      "a price without end",
      { priceExpr: Number.POSITIVE_INFINITY },
      "entry_triggers[0].price_expr",
      /finite/,
    ],
  ])("refuses %s at run time too", (_, fields, path, message) => {
    const trigger = { name: "t", priceExpr: col("open"), orderStrategy: "ImmediateEntry", ...fields };
    const builder = BlueprintBuilder.base({ name: "b", direction: "Long" }).addEntryTrigger(
      untyped<never>(trigger),
    );
    const { problems } = catchBuildError(() => builder.build());
    expect(problems.map((problem) => problem.path)).toEqual([path]);
    expect(problems[0]?.message).toMatch(message);
  });

  it("refuses both kinds of delayed entries, of the plain constructor too", () => {
    const builder = new BlueprintBuilder({ name: "b", direction: "Long" })
      .addEntryTrigger(limit)
      .addEntryTrigger(untyped<never>({ ...limit, orderStrategy: "AdverseDelayEntry" }));
    expect(catchBuildError(() => builder.build()).problems[0]?.path).toBe("entry_triggers[1].order_strategy");
  });

  it("refuses an expression that nobody could read back", () => {
    let price = col("open");
    for (let level = 0; level < 100; level++) price = price.add(1);
    const builder = advanced.addExitTrigger({ ...stop, priceExpr: price });
    expect(catchBuildError(() => builder.build()).problems).toEqual([
      { path: "exit_triggers[0].price_expr", message: expect.stringMatching(/deeper than 100/) },
    ]);
  });
});

function catchBuildError(run: () => unknown): StrategyBuildError {
  try {
    run();
  } catch (error) {
    if (error instanceof StrategyBuildError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
