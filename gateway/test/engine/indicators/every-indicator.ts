import { indicatorInfo } from "tradepose-client/builder";
import type { Bars } from "../../../src/engine/bars.ts";
import { zoneOf } from "../../../src/engine/calendar/zone.ts";
import type { Column } from "../../../src/engine/column.ts";
import { isNullRow } from "../../../src/engine/column-ops.ts";
import type { IndicatorConfig } from "../../../src/engine/config.ts";
import { definitionOf } from "../../../src/engine/indicators/registry.ts";
import type { Series } from "../../../src/engine/indicators/series.ts";

export type IndicatorType = IndicatorConfig["type"];

export const TYPES = Object.keys(indicatorInfo) as IndicatorType[];

/** Parameters small enough that every indicator has values within 60 hourly bars. */
const PARAMETERS: Readonly<Record<IndicatorType, object>> = {
  SMA: { period: 5 },
  EMA: { period: 5 },
  SMMA: { period: 5 },
  WMA: { period: 5 },
  ATR: { period: 5 },
  AtrQuantile: { atr_column: "ATR|5", window: 3, quantile: 0.5 },
  SuperTrend: { multiplier: 1, volatility_column: "ATR|5" },
  MACD: { fast_period: 3, slow_period: 6, signal_period: 4 },
  ADX: { period: 5 },
  RSI: { period: 5 },
  CCI: { period: 5 },
  Stochastic: { k_period: 5, d_period: 3 },
  BollingerBands: { period: 5, num_std: 2 },
  MarketProfile: {
    anchor_config: { end_rule: { type: "DailyTime", hour: 9, minute: 0 }, lookback_days: 1 },
    tick_size: 1,
    shape_config: {},
  },
  RawOhlcv: { column: "close" },
};

/** A configuration of that type; the parameters it needs are there. */
export function configOf(type: IndicatorType, more: object = {}): IndicatorConfig {
  return { type, ...PARAMETERS[type], ...more } as IndicatorConfig;
}

/** A cell of any column; a list stands for itself. */
export type AnyCell = number | string | null | readonly object[];

/** An indicator's column, or the columns of its struct, by member name ("" for a plain one). */
export function computeColumns(
  config: IndicatorConfig,
  bars: Bars,
  reference: Series,
): readonly (readonly [member: string, column: Column])[] {
  const column = definitionOf(config.type).compute({ bars, zone: zoneOf("UTC"), reference }, config);
  return column.kind === "struct" ? Object.entries(column.members) : [["", column]];
}

export function cellsOf(column: Column): AnyCell[] {
  if (column.kind === "struct") throw new TypeError("a struct has no cells");
  const values: ArrayLike<number | string> = column.values;
  return Array.from(values, (value, row) => {
    if (isNullRow(column, row)) return null;
    return column.kind === "list" ? column.listAt(Number(value)) : value;
  });
}

/** The cells of every member. */
export function computeCells(
  config: IndicatorConfig,
  bars: Bars,
  reference: Series,
): Readonly<Record<string, readonly AnyCell[]>> {
  return Object.fromEntries(
    computeColumns(config, bars, reference).map(([name, column]) => [name, cellsOf(column)]),
  );
}
