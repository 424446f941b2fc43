import { describe, expect, it } from "vitest";
import { NumberExpr, StructExpr, writeExpr } from "../../src/expr/index.ts";
import { IndicatorType } from "../../src/generated/enums.ts";
import type { IndicatorHandle, NumberIndicator } from "../../src/generated/indicator-runtime.ts";
import { Indicator, indicatorInfo, shortName } from "../../src/generated/indicators.ts";
import type { DailyAnchor, IndicatorConfig, IndicatorSpec } from "../../src/generated/models.ts";

const daily: DailyAnchor = { type: "DailyTime", hour: 9, minute: 15 };

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
