import { indicatorInfo } from "tradepose-client/builder";
import { describe, expect, it } from "vitest";
import type { IndicatorConfig } from "../../../src/engine/config.ts";
import { parametersOf } from "../../../src/engine/indicators/parameters.ts";
import { definitionOf, INDICATOR_TYPES } from "../../../src/engine/indicators/registry.ts";
import { closesOf } from "../bars-of.ts";

const REQUIRED: Readonly<Record<string, object>> = {
  SMA: { period: 2 },
  EMA: { period: 2 },
  SMMA: { period: 2 },
  WMA: { period: 2 },
  ATR: { period: 2 },
  AtrQuantile: { atr_column: "ATR|2", window: 2, quantile: 0.5 },
  SuperTrend: { multiplier: 1, volatility_column: "ATR|2" },
  RawOhlcv: { column: "close" },
};
const configOf = (type: string, more: object = {}): IndicatorConfig =>
  ({ type, ...REQUIRED[type], ...more }) as IndicatorConfig;

const bars = closesOf(...Array.from({ length: 60 }, (_, i) => 100 + ((i * 7) % 11)));
const volatility = { values: new Float64Array(60).fill(1), nulls: undefined };

describe("parameters", () => {
  it.each<[what: string, config: IndicatorConfig, parameters: object]>([
    ["absent ones have their defaults", { type: "RSI" }, { type: "RSI", period: 14, column: "close" }],
    [
      "null means absent",
      configOf("MACD", { fast_period: null, fields: null }),
      { type: "MACD", fast_period: 12, slow_period: 26, signal_period: 9, column: "close" },
    ],
    [
      "given ones stay",
      { type: "BollingerBands", period: 5, num_std: 0.5, column: "open" },
      { type: "BollingerBands", period: 5, num_std: 0.5, column: "open" },
    ],
    ["there may be no defaults", { type: "ATR", period: 3 }, { type: "ATR", period: 3 }],
  ])("%s", (_what, config, parameters) => {
    expect(parametersOf(config)).toEqual(parameters);
  });
});

describe("definitions", () => {
  it.each(INDICATOR_TYPES)("%s gives the columns that the contract says, all filled in the end", (type) => {
    const config = configOf(type);
    const column = definitionOf(config.type)!.compute(bars, config, volatility);
    const { output } = indicatorInfo[config.type];
    const columns = column.kind === "struct" ? Object.entries(column.members) : [["", column] as const];
    const expected = typeof output === "string" ? [["", output]] : output.map((it) => [it.name, it.dtype]);
    expect(columns.map(([name, it]) => [name, it.kind === "number" && it.dtype])).toEqual(expected);
    for (const [name, it] of columns) {
      const filled = it.kind === "number" && it.values.some((_, row) => it.nulls?.[row] !== 1);
      expect([name, filled]).toEqual([name, true]);
    }
  });

  it("keeps the selected members in the order of the contract", () => {
    const config = configOf("BollingerBands", { fields: ["lower", "upper"] });
    const column = definitionOf("BollingerBands")!.compute(bars, config, volatility);
    expect(column.kind === "struct" && Object.keys(column.members)).toEqual(["upper", "lower"]);
  });

  it("knows which parameter names a column, and what the engine does not compute", () => {
    expect(definitionOf("SuperTrend")?.referenceField).toBe("volatility_column");
    expect(definitionOf("AtrQuantile")?.referenceField).toBe("atr_column");
    expect(definitionOf("ATR")?.referenceField).toBeUndefined();
    expect(definitionOf("MarketProfile")).toBeUndefined();
  });
});
