import { indicatorInfo } from "tradepose-client/builder";
import { describe, expect, it } from "vitest";
import type { Column } from "../../../src/engine/column.ts";
import type { IndicatorConfig } from "../../../src/engine/config.ts";
import { parametersOf } from "../../../src/engine/indicators/parameters.ts";
import { definitionOf } from "../../../src/engine/indicators/registry.ts";
import { closesOf } from "../bars-of.ts";
import { cellsOf, computeColumns, configOf, type IndicatorType, TYPES } from "./every-indicator.ts";

const bars = closesOf(...Array.from({ length: 60 }, (_, i) => 100 + ((i * 7) % 11)));
const reference = { values: new Float64Array(60).fill(1), nulls: undefined };

describe("parameters", () => {
  it.each<[what: string, config: IndicatorConfig, parameters: object]>([
    ["absent ones have their defaults", { type: "RSI" }, { type: "RSI", period: 14, column: "close" }],
    [
      "null means absent",
      { type: "MACD", fast_period: null, fields: null },
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
  const dtypeOf = (column: Column): string => {
    if (column.kind === "number") return column.dtype;
    return { text: "String", list: "TpoDistribution", boolean: "", time: "", struct: "" }[column.kind];
  };

  it.each(TYPES)("%s gives the columns that the contract says, all filled in the end", (type) => {
    const columns = computeColumns(configOf(type), bars, reference);
    const { output } = indicatorInfo[type];
    const expected = typeof output === "string" ? [["", output]] : output.map((it) => [it.name, it.dtype]);
    expect(columns.map(([name, column]) => [name, dtypeOf(column)])).toEqual(expected);
    for (const [name, column] of columns) {
      const cells = cellsOf(column);
      expect([name, cells.length, cells.some((cell) => cell !== null)]).toEqual([name, 60, true]);
    }
  });

  it.each<[selected: readonly string[] | null, type: IndicatorType, members: readonly string[]]>([
    [["lower", "upper"], "BollingerBands", ["upper", "lower"]],
    [null, "MACD", ["macd", "signal", "histogram"]],
    [["vah"], "MarketProfile", ["vah", "segment_id"]],
    [[], "MarketProfile", ["segment_id"]],
    [["tpo_distribution", "poc"], "MarketProfile", ["poc", "tpo_distribution", "segment_id"]],
  ])("fields %j of %s keep their members in the order of the contract", (fields, type, members) => {
    const columns = computeColumns(configOf(type, { fields }), bars, reference);
    expect(columns.map(([name]) => name)).toEqual(members);
  });

  it("knows which parameter names a column", () => {
    expect(TYPES.flatMap((type) => definitionOf(type).referenceField ?? [])).toEqual([
      "atr_column",
      "volatility_column",
    ]);
  });
});
