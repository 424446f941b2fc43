import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../src/errors/index.ts";
import { NumberExpr, StructExpr, writeExpr } from "../../src/expr/index.ts";
import { IndicatorType } from "../../src/generated/enums.ts";
import type { IndicatorHandle, NumberIndicator } from "../../src/generated/indicator-runtime.ts";
import { displayName, Indicator, indicatorInfo, shortName } from "../../src/generated/indicators.ts";
import {
  type AnchorRule,
  type DailyAnchor,
  type IndicatorConfig,
  IndicatorConfigModel,
  type IndicatorSpec,
  type WeeklyAnchor,
} from "../../src/generated/models.ts";

const daily: DailyAnchor = { type: "DailyTime", hour: 9, minute: 15 };
const weekly: WeeklyAnchor = { type: "WeeklyTime", weekday: "Mon", hour: 9, minute: 15 };
const profile = (end_rule: AnchorRule, lookback_days: number, tickSize: number): IndicatorConfig =>
  Indicator.MarketProfile({ anchorConfig: { end_rule, lookback_days }, tickSize }).config;

describe("names of columns", () => {
  const short: [config: IndicatorConfig, name: string][] = [
    [Indicator.SMA({ period: 20 }).config, "SMA|20.close"],
    [Indicator.SMA({ period: 200, column: "high" }).config, "SMA|200.high"],
    [Indicator.EMA({ period: 50 }).config, "EMA|50.close"],
    [Indicator.EMA({ period: 9, column: "volume" }).config, "EMA|9.volume"],
    [Indicator.SMMA({ period: 14 }).config, "SMMA|14.close"],
    [Indicator.WMA({ period: 7, column: "open" }).config, "WMA|7.open"],
    [Indicator.ATR({ period: 14 }).config, "ATR|14"],
    [Indicator.ATR({ period: 21 }).config, "ATR|21"],
    [
      Indicator.AtrQuantile({ atrColumn: "ATR|14", window: 100, quantile: 0.29 }).config,
      "ATRQ|ATR|14_Q28_100",
    ],
    [Indicator.AtrQuantile({ atrColumn: "ATR|14", window: 50, quantile: 0.57 }).config, "ATRQ|ATR|14_Q56_50"],
    [
      Indicator.AtrQuantile({ atrColumn: "X_1D_ATR|14_s0", window: 50, quantile: 0.58 }).config,
      "ATRQ|X_1D_ATR|14_s0_Q57_50",
    ],
    [Indicator.AtrQuantile({ atrColumn: "ATR|14", window: 1, quantile: 0.5 }).config, "ATRQ|ATR|14_Q50_1"],
    [Indicator.SuperTrend({ multiplier: 3, volatilityColumn: "ATR|14" }).config, "ST|3.0x_ATR|14"],
    [Indicator.SuperTrend({ multiplier: 2.5, volatilityColumn: "ATR|14" }).config, "ST|2.5x_ATR|14"],
    [Indicator.SuperTrend({ multiplier: 0.00001, volatilityColumn: "ATR|14" }).config, "ST|1e-05x_ATR|14"],
    [Indicator.SuperTrend({ multiplier: 0.0001, volatilityColumn: "ATR|14" }).config, "ST|0.0001x_ATR|14"],
    [
      Indicator.SuperTrend({ multiplier: 1, volatilityColumn: "A", fields: ["direction"] }).config,
      "ST|1.0x_A",
    ],
    [Indicator.MACD().config, "MACD|12_26_9"],
    [
      Indicator.MACD({ fastPeriod: 5, slowPeriod: 35, signalPeriod: 5, column: "open" }).config,
      "MACD|5_35_5",
    ],
    [Indicator.ADX().config, "ADX|14"],
    [Indicator.ADX({ period: 7 }).config, "ADX|7"],
    [Indicator.RSI().config, "RSI|14.close"],
    [Indicator.RSI({ period: 2, column: "low" }).config, "RSI|2.low"],
    [Indicator.CCI().config, "CCI|20"],
    [Indicator.CCI({ period: 13 }).config, "CCI|13"],
    [Indicator.Stochastic().config, "STOCH|14_3"],
    [Indicator.Stochastic({ kPeriod: 5, dPeriod: 2 }).config, "STOCH|5_2"],
    [Indicator.BollingerBands().config, "BB|20_2.0"],
    [Indicator.BollingerBands({ period: 10, numStd: 1.5 }).config, "BB|10_1.5"],
    [Indicator.BollingerBands({ numStd: 3, column: "high" }).config, "BB|20_3.0"],
    [profile(daily, 1, 0.25), "MP|0915_1_0.25"],
    [profile(weekly, 5, 1), "MP|W00915_5_1"],
    [profile({ ...daily, hour: 10, minute: 0 }, 0, 0.25), "MP|1000_0_0.25"],
    [profile({ ...weekly, weekday: "Fri" }, 5, 0.00001), "MP|W40915_5_1e-05"],
    [profile(daily, 3, 2.5), "MP|0915_3_2.5"],
    [Indicator.RawOhlcv({ column: "high" }).config, "high"],
    [Indicator.RawOhlcv({ column: "volume" }).config, "volume"],
    // As other clients write them: defaults left out, or null.
    [{ type: "RSI" }, "RSI|14.close"],
    [{ type: "MACD", fast_period: null, column: null }, "MACD|12_26_9"],
    [{ type: "BollingerBands", num_std: null }, "BB|20_2.0"],
    [{ type: "SMA", period: 20 }, "SMA|20.close"],
  ];

  it.each(short)("%j is %s", (config, name) => {
    expect(shortName(config)).toBe(name);
    expect(IndicatorConfigModel.safeParse(config)).toMatchObject({ success: true });
  });

  it.each<[spec: IndicatorSpec, name: string]>([
    [
      { instrument: "ETHUSDT", freq: "4h", shift: 1, indicator: { type: "ATR", period: 14 } },
      "ETHUSDT_4h_ATR|14",
    ],
    [
      { instrument: "ETHUSDT", freq: "4h", shift: 0, indicator: { type: "ATR", period: 14 } },
      "ETHUSDT_4h_ATR|14_s0",
    ],
    [{ freq: "1h", indicator: { type: "SMA", period: 20, column: "close" } }, "1h_SMA|20.close"],
    [
      {
        instrument: "BTCUSDT",
        freq: "1D",
        shift: 1,
        indicator: { type: "SuperTrend", multiplier: 3, volatility_column: "BTCUSDT_1D_ATR|21_s0" },
      },
      "BTCUSDT_1D_ST|3.0x_BTCUSDT_1D_ATR|21_s0",
    ],
    [
      { instrument: "ETHUSDT", freq: "1D", indicator: { type: "RawOhlcv", column: "high" } },
      "ETHUSDT_1D_high",
    ],
    [{ instrument: "A", freq: "1min", shift: -1, indicator: { type: "RSI" } }, "A_1min_RSI|14.close_s-1"],
  ])("%j fills %s", (spec, name) => {
    expect(displayName(spec)).toBe(name);
  });

  it("refuses a configuration that is no indicator", () => {
    expect(() => shortName({ type: "VWAP" } as never)).toThrow(ArgumentError);
  });
});

const place = (indicator: IndicatorConfig): IndicatorSpec => ({
  instrument: "SP500",
  freq: "1D",
  shift: 1,
  indicator,
});

describe("factories", () => {
  it("write the wire's configuration, defaults included, frozen", () => {
    const { config } = Indicator.SuperTrend({ multiplier: 2, volatilityColumn: "ATR|14" });
    expect(config).toEqual({
      type: "SuperTrend",
      multiplier: 2,
      volatility_column: "ATR|14",
      high: "high",
      low: "low",
      close: "close",
    });
    expect(Object.isFrozen(config)).toBe(true);
  });

  it("take a handle where a column is asked for", () => {
    const { config, handle } = Indicator.ATR({ period: 14 });
    const atr = handle({ ...place(config), shift: 0 });
    expect(Indicator.SuperTrend({ multiplier: 2, volatilityColumn: atr }).config).toMatchObject({
      volatility_column: "SP500_1D_ATR|14_s0",
    });
  });

  it("are not changed by what the caller does to its arguments later", () => {
    const anchorConfig = { end_rule: { ...daily }, lookback_days: 1 };
    const { config } = Indicator.MarketProfile({ anchorConfig, tickSize: 1 });
    anchorConfig.end_rule.hour = 12;
    expect(shortName(config)).toBe("MP|0915_1_1");
  });

  it("take undefined and null for absent", () => {
    expect(Indicator.RSI({ period: undefined, column: null as never }).config).toEqual({
      type: "RSI",
      period: 14,
      column: "close",
    });
  });

  const any = Indicator as unknown as Record<string, (parameters?: unknown) => unknown>;
  it.each<[name: string, parameters: unknown, message: string]>([
    ["SMA", {}, "SMA: `period` must be a whole number above 0; it is missing"],
    ["SMA", { period: 0 }, "SMA: `period` must be a whole number above 0; not 0"],
    ["SMA", { period: 1.5 }, "SMA: `period` must be a whole number above 0; not 1.5"],
    ["SMA", { period: "20" }, 'SMA: `period` must be a whole number above 0; not "20"'],
    ["SMA", { period: Number.NaN }, "SMA: `period` must be a whole number above 0; not NaN"],
    ["SMA", { perod: 5 }, "SMA has no parameter `perod`; it has period, column"],
    [
      "SMA",
      { period: 5, column: "Close" },
      'SMA: `column` must be one of open, high, low, close, volume; not "Close"',
    ],
    [
      "SuperTrend",
      { multiplier: 3, volatilityColumn: "x", high: "volume" },
      'SuperTrend: `high` must be one of high, open, low, close; not "volume"',
    ],
    [
      "SuperTrend",
      { multiplier: 3, volatilityColumn: "" },
      'SuperTrend: `volatilityColumn` must be the handle of another indicator, or the name of its column; not ""',
    ],
    [
      "SuperTrend",
      { multiplier: 3, volatilityColumn: "x", fields: ["trend"] },
      'SuperTrend: `fields` must be a list of at least one of direction, supertrend, long, short; not ["trend"]',
    ],
    [
      "SuperTrend",
      { multiplier: 3, volatilityColumn: "x", fields: [] },
      "SuperTrend: `fields` must be a list of at least one of direction, supertrend, long, short; not []",
    ],
    [
      "AtrQuantile",
      { atrColumn: "x", window: 5, quantile: 1 },
      "AtrQuantile: `quantile` must be a number above 0 and below 1; not 1",
    ],
    [
      "BollingerBands",
      { numStd: Number.POSITIVE_INFINITY },
      "BollingerBands: `numStd` must be a number above 0; not Infinity",
    ],
    [
      "MarketProfile",
      { anchorConfig: [], tickSize: 1 },
      "MarketProfile: `anchorConfig` must be an object; not []",
    ],
  ])("%s refuses %j", (name, parameters, message) => {
    expect(() => any[name]?.(parameters)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", message }),
    );
  });
});

describe("handles", () => {
  it("of a scalar are numbers", () => {
    const definition = Indicator.ATR({ period: 14 });
    const atr: NumberIndicator = definition.handle(place(definition.config));
    expect(atr).toBeInstanceOf(NumberExpr);
    expect(atr.displayName).toBe("SP500_1D_ATR|14");
    expect(atr.spec.indicator).toBe(definition.config);
    expect(writeExpr(atr.mul(2))).toEqual({
      BinaryExpr: {
        left: { Column: "SP500_1D_ATR|14" },
        op: "Multiply",
        right: { Literal: { Dyn: { Int: 2 } } },
      },
    });
  });

  it("of a struct have its members", () => {
    const { config, handle } = Indicator.ADX();
    const adx = handle(place(config));
    expect(adx).toBeInstanceOf(StructExpr);
    expect(writeExpr(adx.plusDi)).toEqual({
      Function: {
        input: [{ Column: "SP500_1D_ADX|14" }],
        function: { StructExpr: { FieldByName: "plus_di" } },
      },
    });
  });

  it("lose the members that `fields` leaves out", () => {
    const { config, handle } = Indicator.SuperTrend({
      multiplier: 3,
      volatilityColumn: "ATR|14",
      fields: ["direction"],
    });
    const trend = handle(place(config));
    expect(trend.direction.kind).toBe("number");
    expect(trend.displayName).toBe("SP500_1D_ST|3.0x_ATR|14");
    // @ts-expect-error: not selected
    expect(() => trend.supertrend).toThrow('no struct member "supertrend"; the members are direction');
  });

  it("keep the members that are always there", () => {
    const { config, handle } = Indicator.MarketProfile({
      anchorConfig: { end_rule: daily, lookback_days: 1 },
      tickSize: 1,
      fields: ["poc", "profile_shape", "tpo_distribution"],
    });
    const mp = handle(place(config));
    expect([mp.poc.kind, mp.segmentId.kind, mp.profileShape.kind, mp.tpoDistribution.kind]).toEqual([
      "number",
      "number",
      "text",
      "list",
    ]);
  });

  it("have a getter for every member of the catalogue", () => {
    const made: Record<string, { handle(spec: IndicatorSpec): IndicatorHandle; config: IndicatorConfig }> = {
      SuperTrend: Indicator.SuperTrend({ multiplier: 3, volatilityColumn: "ATR|14" }),
      MACD: Indicator.MACD(),
      ADX: Indicator.ADX(),
      Stochastic: Indicator.Stochastic(),
      BollingerBands: Indicator.BollingerBands(),
      MarketProfile: Indicator.MarketProfile({
        anchorConfig: { end_rule: daily, lookback_days: 1 },
        tickSize: 1,
      }),
    };
    for (const [name, info] of Object.entries(indicatorInfo)) {
      if (typeof info.output === "string") continue;
      const definition = made[name];
      if (definition === undefined) throw new Error(`no handle of ${name} is tested`);
      const handle = definition.handle(place(definition.config)) as unknown as StructExpr &
        Record<string, { node: unknown }>;
      for (const member of info.output) {
        const getter = member.name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
        expect(handle[getter]?.node).toEqual(handle.field(member.name).node);
      }
    }
  });
});

describe("the catalogue", () => {
  it.each([
    ["ATR", {}, []],
    ["AtrQuantile", {}, ["atr_column"]],
    ["SuperTrend", { high: "high", low: "low", close: "close" }, ["volatility_column"]],
    ["MACD", { fast_period: 12, slow_period: 26, signal_period: 9, column: "close" }, []],
    ["BollingerBands", { period: 20, num_std: 2, column: "close" }, []],
  ] as const)("has the defaults and the references of %s by wire name", (name, defaults, references) => {
    expect(indicatorInfo[name]).toMatchObject({ references });
    expect(indicatorInfo[name].defaults).toEqual(defaults);
  });

  it("has one entry per kind of indicator and per key", () => {
    expect(Object.keys(indicatorInfo).sort()).toEqual(Object.keys(Indicator).sort());
    expect(
      Object.values(indicatorInfo)
        .map(({ key }) => key)
        .sort(),
    ).toEqual(Object.values(IndicatorType).sort());
  });
});
