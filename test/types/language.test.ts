import { beforeAll, describe, expect, it } from "vitest";
import { type CompileError, compile } from "./compiler.ts";

/** What every program may use; the programs themselves are expressions or statements after it. */
const preamble = `
import { type BooleanExpr, type NumberExpr, type StructExpr, type TextExpr, type TimeExpr, col, lit, maxHorizontal, when } from "tradepose-client/expr";
import { BlueprintBuilder, describe, Freq, Indicator, lint, neighbours, OrderStrategy, PortfolioBuilder, readBlueprint, StrategyBuilder, type StrategyConfig, StrategyRegistry, type StrategyStore, sweep, toJSON, TradeDirection, TradingContext } from "tradepose-client/builder";
import { TradePoseClient } from "tradepose-client/client";

declare function is<T>(value: T): void;
declare const strategy: StrategyConfig;
const close = col("close");
const ts = col("ts");
const own = TradingContext.advancedEntry;
const s = new StrategyBuilder({ name: "s", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1 });
const trend = s.addIndicator(Indicator.SuperTrend({ multiplier: 3, volatilityColumn: atr }), { freq: Freq.DAY_1 });
const base = BlueprintBuilder.base({ name: "base", direction: TradeDirection.LONG });
const advanced = BlueprintBuilder.advanced({ name: "advanced", direction: "Long" });
const enter = { name: "in", priceExpr: col("open"), orderStrategy: OrderStrategy.IMMEDIATE_ENTRY } as const;
`;

const compiling: readonly (readonly [what: string, program: string])[] = [
  ["bar columns know their kind", `is<NumberExpr>(col("volume")); is<TimeExpr>(col("ts"));`],
  [
    "other columns are told theirs",
    `is<BooleanExpr>(col("up", "boolean")); is<TextExpr>(col("shape", "text"));`,
  ],
  [
    "a struct column is told its members",
    `is<NumberExpr>(col("ST", { direction: "number" }).field("direction"));`,
  ],
  ["arithmetic takes numbers and expressions", `is<NumberExpr>(close.add(1).mul(col("open")).div(2));`],
  ["a scalar indicator is an expression", `is<NumberExpr>(atr.mul(2)); is<BooleanExpr>(close.gt(atr));`],
  [
    "a struct indicator has members",
    `is<NumberExpr>(trend.direction); is<BooleanExpr>(trend.direction.eq(1));`,
  ],
  [
    "fields narrow the members",
    `s.addIndicator(Indicator.MACD({ fields: ["macd"] }), { freq: "1D" }).macd.gt(0);`,
  ],
  [
    "parts of a time are numbers",
    `is<BooleanExpr>(ts.dt.convertTimeZone("Asia/Taipei").dt.hour().isIn([9, 10]));`,
  ],
  [
    "a conditional has the kind of its values",
    `is<NumberExpr>(when(close.gt(1)).then(1).when(true).then(close).otherwise(null));`,
  ],
  [
    "a cast has the kind of its type",
    `is<BooleanExpr>(close.cast("Boolean")); is<TextExpr>(close.cast("String"));`,
  ],
  ["filling keeps the kind", `is<BooleanExpr>(col("up", "boolean").fillNull(false).shift());`],
  [
    "enums may be written as text",
    `base.addEntryTrigger({ name: "x", priceExpr: close, orderStrategy: "ImmediateEntry", conditions: [true] });`,
  ],
  [
    "an advanced position in an advanced trigger",
    `advanced.addExitTrigger({ name: "x", priceExpr: maxHorizontal(own.entryPrice, atr), orderStrategy: "StopLoss" });`,
  ],
  [
    "the base position in a base trigger",
    `base.addExitTrigger({ name: "x", conditions: [TradingContext.base.barsSinceEntry.gt(5)], priceExpr: close, orderStrategy: "ImmediateExit" });`,
  ],
  [
    "one kind of delayed entry, twice, beside an immediate one",
    `
    advanced
      .addEntryTrigger({ ...enter, orderStrategy: "AdverseDelayEntry" })
      .addEntryTrigger(enter)
      .addEntryTrigger({ ...enter, orderStrategy: "AdverseDelayEntry" });`,
  ],
  [
    "a blueprint of no layer in either",
    `
    const either = new BlueprintBuilder({ name: "x", direction: "Short" }).addEntryTrigger(enter).build();
    s.setBaseBlueprint(either).addAdvancedBlueprint(either).build();`,
  ],
  [
    "a loop over triggers",
    `
    let grown = advanced;
    for (const level of [1, 2]) grown = grown.addExitTrigger({ name: String(level), priceExpr: own.entryPrice.sub(level), orderStrategy: "StopLoss" });
    s.addAdvancedBlueprint(grown.build());`,
  ],
  [
    "a helper of one's own",
    `
    const crosses = (a: NumberExpr, b: NumberExpr): BooleanExpr => a.shift(1).ltEq(b.shift(1)).and(a.gt(b));
    base.addEntryTrigger({ ...enter, conditions: [crosses(close, atr)] });`,
  ],
  [
    "a blueprint of another strategy in either layer",
    `
    const foreign = readBlueprint(strategy.base_blueprint);
    s.setBaseBlueprint(foreign).addAdvancedBlueprint(foreign);`,
  ],
  [
    "a blueprint under another name",
    `s.addAdvancedBlueprint({ ...advanced.addEntryTrigger(enter).build(), name: "other" });`,
  ],
  [
    "strict, with a volatility and a note",
    `is<StrategyConfig>(s.build({ strict: true, volatilityIndicator: atr.mul(2), note: "x" }));`,
  ],
  [
    "warnings have path, reason and remedy",
    `for (const { rule, path, reason, remedy } of lint(strategy)) is<string>(rule + path + reason + remedy);`,
  ],
  ["a strategy as words and as JSON", `is<string>(describe(strategy) + toJSON(strategy));`],
  [
    "a sweep gives make its parameters, each with its type",
    `
    const family = sweep({ period: [10, 20], freq: ["1h", "1D"], short: [true, false] }, ({ period, freq, short }) => {
      s.addIndicator(Indicator.SMA({ period }), { freq });
      BlueprintBuilder.base({ name: "x", direction: short ? "Short" : "Long" });
      return period > 10 ? strategy : undefined;
    });
    is<number | undefined>(family.get("x")?.parameters.period);
    is<"1h" | "1D" | undefined>(family.table()[0]?.freq);
    for (const { name, parameters, strategy } of family) is<string>(name + parameters.short + strategy.name);`,
  ],
  [
    "neighbours of what a sweep was made with",
    `
    const grid = { fast: [5, 10, 20], slow: [50, 100] };
    for (const { parameters } of sweep(grid, () => strategy)) is<readonly { fast: number; slow: number }[]>(neighbours(parameters, grid));`,
  ],
  [
    "a registry syncs with the client, or with what does the same",
    `
    declare const store: StrategyStore;
    const registry = new StrategyRegistry([strategy]).add(strategy, { replace: true });
    is<Promise<{ created: readonly string[] }>>(registry.sync(new TradePoseClient(), { replace: true }));
    registry.sync(store);`,
  ],
  [
    "a portfolio goes to the client",
    `
    const portfolio = new PortfolioBuilder({ name: "p" }).select("s", "base").setCapital("1.5", "USD").setAccountSource("BINANCE").build();
    new TradePoseClient().portfolios.create(portfolio);`,
  ],
];

const failing: readonly (readonly [what: string, program: string, underlined: string, message: RegExp])[] = [
  [
    "a column without a kind",
    `col("vwap");`,
    `"vwap"`,
    /\\"vwap\\" is not a column of the bars: say its kind, as in col\(\\"vwap\\", \\"number\\"\)/,
  ],
  ["an unknown kind", `col("x", "numbr");`, `"numbr"`, /"numbr".*'MemberKind'/s],
  [
    "a text beside a number",
    `close.gt("a");`,
    `"a"`,
    /'string' is not assignable to parameter of type 'NumberInput/,
  ],
  [
    "a Boolean beside a number",
    `close.add(close.gt(1));`,
    `close.gt(1)`,
    /'BooleanExpr<never>' is not assignable to parameter of type 'NumberInput/,
  ],
  [
    "a number beside a Boolean",
    `close.gt(1).and(close);`,
    `close`,
    /'NumberExpr<never>' is not assignable to parameter of type 'BooleanInput/,
  ],
  ["an hour of a number", `close.dt.hour();`, `dt`, /'dt' does not exist on type 'NumberExpr/],
  ["arithmetic with conditions", `close.gt(1).add(1);`, `add`, /'add' does not exist on type 'BooleanExpr/],
  [
    "a text beside a time",
    `ts.gt("2024-01-01");`,
    `"2024-01-01"`,
    /'string' is not assignable to parameter of type 'TimeInput/,
  ],
  [
    "an unknown member of an indicator",
    `trend.upper;`,
    `upper`,
    /'upper' does not exist on type 'SuperTrendHandle'/,
  ],
  [
    "an unknown member by wire name",
    `trend.field("upper");`,
    `"upper"`,
    /'"upper"' is not assignable to parameter of type '"direction" \| "supertrend" \| "long" \| "short"'/,
  ],
  [
    "a member that fields left out",
    `s.addIndicator(Indicator.MACD({ fields: ["macd"] }), { freq: "1D" }).signal;`,
    `signal`,
    /'signal' does not exist/,
  ],
  [
    "a struct as a number",
    `close.gt(trend);`,
    `trend`,
    /'SuperTrendHandle' is not assignable to parameter of type 'NumberInput/,
  ],
  [
    "branches of two kinds",
    `when(true).then(1).otherwise("x");`,
    `"x"`,
    /'"x"' is not assignable to parameter of type 'NumberInput<never> \| null'/,
  ],
  [
    "a numeric predicate",
    `when(close);`,
    `close`,
    /'NumberExpr<never>' is not assignable to parameter of type 'BooleanInput/,
  ],
  [
    "an unknown data type",
    `close.cast("Float16");`,
    `"Float16"`,
    /'"Float16"' is not assignable to parameter of type '"Boolean" \| "Int8"/,
  ],
  [
    "a Boolean price",
    `base.addEntryTrigger({ ...enter, priceExpr: close.gt(1) });`,
    `priceExpr`,
    /'BooleanExpr<never>' is not assignable to type 'NumberInput/,
  ],
  [
    "a numeric condition",
    `base.addEntryTrigger({ ...enter, conditions: [close] });`,
    `close`,
    /'NumberExpr<never>' is not assignable to type 'BooleanInput/,
  ],
  [
    "no price",
    `base.addEntryTrigger({ name: "x", orderStrategy: "ImmediateEntry" });`,
    `{ name: "x", orderStrategy: "ImmediateEntry" }`,
    /'priceExpr' is missing/,
  ],
  [
    "a delayed order in a base blueprint",
    `base.addEntryTrigger({ ...enter, orderStrategy: "FavorableDelayEntry" });`,
    `orderStrategy`,
    /'"FavorableDelayEntry"' is not assignable to type '"ImmediateEntry"'/,
  ],
  [
    "a stop in a base blueprint",
    `base.addExitTrigger({ name: "x", priceExpr: close, orderStrategy: OrderStrategy.STOP_LOSS });`,
    `orderStrategy`,
    /'"StopLoss"' is not assignable to type '"ImmediateExit"'/,
  ],
  [
    "an exit among the entries",
    `advanced.addEntryTrigger({ ...enter, orderStrategy: "TakeProfit" });`,
    `orderStrategy`,
    /'"TakeProfit"' is not assignable/,
  ],
  [
    "an advanced position in a base condition",
    `base.addEntryTrigger({ ...enter, conditions: [close.gt(own.entryPrice)] });`,
    `close.gt(own.entryPrice)`,
    /BooleanExpr<"only in an advanced blueprint">/,
  ],
  [
    "an advanced position deep in a base price",
    `base.addEntryTrigger({ ...enter, priceExpr: when(true).then(maxHorizontal(1, atr.add(own.highestSinceEntry).shift())).otherwise(null) });`,
    `priceExpr`,
    /NumberExpr<"only in an advanced blueprint">/,
  ],
  [
    "both kinds of delayed entries",
    `advanced.addEntryTrigger({ ...enter, orderStrategy: "FavorableDelayEntry" }).addEntryTrigger({ ...enter, orderStrategy: "AdverseDelayEntry" });`,
    `orderStrategy`,
    /one blueprint cannot mix FavorableDelayEntry and AdverseDelayEntry: use two blueprints/,
  ],
  [
    "an advanced blueprint as the base",
    `s.setBaseBlueprint(advanced.addEntryTrigger(enter).build());`,
    `advanced.addEntryTrigger(enter).build()`,
    /'"advanced"' is not assignable to type '"base"'/,
  ],
  [
    "an unknown frequency",
    `s.addIndicator(Indicator.RSI(), { freq: "2h" });`,
    `freq`,
    /'"2h"' is not assignable to type/,
  ],
  [
    "a missing parameter",
    `Indicator.SMA({ column: "close" });`,
    `{ column: "close" }`,
    /'period' is missing/,
  ],
  [
    "both directions at once",
    `BlueprintBuilder.base({ name: "x", direction: TradeDirection.BOTH });`,
    `direction`,
    /'"Both"' is not assignable to type 'TradedDirection'/,
  ],
  [
    "a blueprint that nobody has read",
    `s.setBaseBlueprint(strategy.base_blueprint);`,
    `strategy.base_blueprint`,
    /Property '\[madeByBlueprintBuilderOrReadBlueprint\]' is missing/,
  ],
  [
    "a base blueprint as an advanced one",
    `s.addAdvancedBlueprint(base.addEntryTrigger(enter).build());`,
    `base.addEntryTrigger(enter).build()`,
    /'"base"' is not assignable to type '"advanced"'/,
  ],
  [
    "an advanced position as the volatility",
    `s.build({ volatilityIndicator: own.entryPrice });`,
    `volatilityIndicator`,
    /NumberExpr<"only in an advanced blueprint">/,
  ],
  ["half strict", `s.build({ strict: "yes" });`, `strict`, /'string' is not assignable to type 'boolean/],
  [
    "a builder where a strategy is wanted",
    `lint(s);`,
    `s`,
    /'StrategyBuilder' is missing the following properties from type .*name, base_instrument/s,
  ],
  [
    "a parameter that the grid does not have",
    `sweep({ fast: [5, 10] }, ({ slow }) => strategy);`,
    `slow`,
    /'slow' does not exist on type 'ParametersOf/,
  ],
  [
    "a parameter of no kind",
    `sweep({ fast: [new Date()] }, () => strategy);`,
    `new Date()`,
    /'Date' is not assignable to type 'ParameterValue'/,
  ],
  [
    "a swept text that is no member",
    `sweep({ every: ["1h", "2h"] }, ({ every }) => { s.addIndicator(Indicator.RSI(), { freq: every }); return strategy; });`,
    `freq`,
    /'"2h"' is not assignable/,
  ],
  [
    "a sweep that makes no strategies",
    `sweep({ fast: [5] }, ({ fast }) => fast);`,
    `fast`,
    /'number' is not assignable to type/,
  ],
  [
    "a family that is changed",
    `sweep({ fast: [5] }, () => strategy).members.push();`,
    `push`,
    /'push' does not exist on type 'readonly FamilyMember/,
  ],
  [
    "neighbours of a part of the parameters",
    `neighbours({ fast: 5 }, { fast: [5], slow: [9] });`,
    `{ fast: 5 }`,
    /'slow' is missing/,
  ],
  [
    "a registry that syncs with nothing",
    `new StrategyRegistry().sync({});`,
    `{}`,
    /'strategies' is missing in type '\{\}' but required in type 'StrategyStore'/,
  ],
  [
    "an unknown currency",
    `new PortfolioBuilder({ name: "p" }).setCapital(1, "GBP");`,
    `"GBP"`,
    /'"GBP"' is not assignable to parameter of type/,
  ],
  [
    "an unknown source of accounts",
    `new PortfolioBuilder({ name: "p" }).setAccountSource("MOON");`,
    `"MOON"`,
    /'"MOON"' is not assignable to parameter of type/,
  ],
];

let results: readonly (readonly CompileError[])[] = [];

beforeAll(() => {
  results = compile([...compiling, ...failing].map(([, program]) => preamble + program));
}, 180_000);

describe("compiles", () => {
  it.each(compiling.map(([what], index) => [what, index] as const))("%s", (_, index) => {
    expect(results[index]).toEqual([]);
  });
});

describe("is underlined where it is wrong", () => {
  const cases = failing.map(([what, , underlined, message], index) => {
    return [what, compiling.length + index, underlined, message] as const;
  });
  it.each(cases)("%s", (_, index, underlined, message) => {
    const errors = results[index] ?? [];
    expect(errors.map((error) => error.underlined)).toEqual([underlined]);
    expect(errors[0]?.message).toMatch(message);
  });
});
