// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { ListExpr, NumberExpr, TextExpr } from "../expr/index.ts";
import type { OhlcvColumn, PriceColumn } from "./enums.ts";
import { anchorText, columnName, floatText, percentText, tickText } from "./indicator-names.ts";
import type {
  ColumnReference,
  IndicatorDefinition,
  IndicatorHandle,
  IndicatorInfo,
  ParameterRules,
  Selected,
} from "./indicator-runtime.ts";
import { makeConfig, NumberIndicator, StructIndicator, unknownIndicator } from "./indicator-runtime.ts";
import type { AnchorConfig, IndicatorConfig, IndicatorSpec, ProfileShapeConfig } from "./models.ts";

export type { IndicatorInfo } from "./indicator-runtime.ts";

/** Parameters of `Indicator.SMA`. */
export interface SMAParameters {
  /** Window length in bars. Whole, above 0. */
  readonly period: number;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const smaRules: ParameterRules = {
  period: { kind: "integer", above: 0, required: true },
  column: { kind: "choice", values: ["open", "high", "low", "close", "volume"] },
};

/** Parameters of `Indicator.EMA`. */
export interface EMAParameters {
  /** Period in bars. Whole, above 0. */
  readonly period: number;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const emaRules: ParameterRules = {
  period: { kind: "integer", above: 0, required: true },
  column: { kind: "choice", values: ["open", "high", "low", "close", "volume"] },
};

/** Parameters of `Indicator.SMMA`. */
export interface SMMAParameters {
  /** Period in bars. Whole, above 0. */
  readonly period: number;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const smmaRules: ParameterRules = {
  period: { kind: "integer", above: 0, required: true },
  column: { kind: "choice", values: ["open", "high", "low", "close", "volume"] },
};

/** Parameters of `Indicator.WMA`. */
export interface WMAParameters {
  /** Window length in bars. Whole, above 0. */
  readonly period: number;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const wmaRules: ParameterRules = {
  period: { kind: "integer", above: 0, required: true },
  column: { kind: "choice", values: ["open", "high", "low", "close", "volume"] },
};

/** Parameters of `Indicator.ATR`. */
export interface ATRParameters {
  /** Period in bars. Whole, above 0. */
  readonly period: number;
}

const atrRules: ParameterRules = {
  period: { kind: "integer", above: 0, required: true },
};

/** Parameters of `Indicator.AtrQuantile`. */
export interface AtrQuantileParameters {
  /** Name of the column it reads, an indicator's display name or short name. */
  readonly atrColumn: ColumnReference;
  /** Window length in bars. Whole, above 0. */
  readonly window: number;
  /** Quantile, between 0 and 1. Above 0, below 1. */
  readonly quantile: number;
}

const atrQuantileRules: ParameterRules = {
  atrColumn: { wire: "atr_column", kind: "column", required: true },
  window: { kind: "integer", above: 0, required: true },
  quantile: { kind: "number", above: 0, below: 1, required: true },
};

/** Kinds of the members of `SuperTrend`. */
type SuperTrendMembers = {
  readonly direction: "number";
  readonly supertrend: "number";
  readonly long: "number";
  readonly short: "number";
};

/** Members of `SuperTrend`, as `fields` names them. */
export type SuperTrendMember = keyof SuperTrendMembers;

/** Handle of `SuperTrend`. SuperTrend bands around the bar's middle, `multiplier` times a volatility column wide. */
export class SuperTrendHandle extends StructIndicator<SuperTrendMembers> {
  /** 1 while the trend is up, -1 while it is down. */
  get direction(): NumberExpr {
    return this.field("direction");
  }

  /** The line: the lower band in an up trend, the upper band in a down trend. */
  get supertrend(): NumberExpr {
    return this.field("supertrend");
  }

  /** The lower band while the trend is up, else null. */
  get long(): NumberExpr {
    return this.field("long");
  }

  /** The upper band while the trend is down, else null. */
  get short(): NumberExpr {
    return this.field("short");
  }
}

/** Parameters of `Indicator.SuperTrend`. */
export interface SuperTrendParameters<F extends SuperTrendMember = SuperTrendMember> {
  /** Width of the bands in units of the volatility column. Above 0. */
  readonly multiplier: number;
  /** Name of the volatility column, an indicator's display name or short name; usually an ATR with shift 0. */
  readonly volatilityColumn: ColumnReference;
  /** Column used as the high. Default: "high". */
  readonly high?: PriceColumn | undefined;
  /** Column used as the low. Default: "low". */
  readonly low?: PriceColumn | undefined;
  /** Column used as the close. Default: "close". */
  readonly close?: PriceColumn | undefined;
  /** Struct members to keep; null keeps all. */
  readonly fields?: readonly F[] | undefined;
}

const superTrendRules: ParameterRules = {
  multiplier: { kind: "number", above: 0, required: true },
  volatilityColumn: { wire: "volatility_column", kind: "column", required: true },
  high: { kind: "choice", values: ["high", "open", "low", "close"] },
  low: { kind: "choice", values: ["high", "open", "low", "close"] },
  close: { kind: "choice", values: ["high", "open", "low", "close"] },
  fields: { kind: "members" },
};

/** Kinds of the members of `MACD`. */
type MACDMembers = { readonly macd: "number"; readonly signal: "number"; readonly histogram: "number" };

/** Members of `MACD`, as `fields` names them. */
export type MACDMember = keyof MACDMembers;

/** Handle of `MACD`. Difference of two exponential averages, its signal line and their difference. */
export class MACDHandle extends StructIndicator<MACDMembers> {
  /** Fast average minus slow average. */
  get macd(): NumberExpr {
    return this.field("macd");
  }

  /** Exponential average of macd. */
  get signal(): NumberExpr {
    return this.field("signal");
  }

  /** macd minus signal. */
  get histogram(): NumberExpr {
    return this.field("histogram");
  }
}

/** Parameters of `Indicator.MACD`. */
export interface MACDParameters<F extends MACDMember = MACDMember> {
  /** Period of the fast average. Default: 12. Whole, above 0. */
  readonly fastPeriod?: number | undefined;
  /** Period of the slow average. Default: 26. Whole, above 0. */
  readonly slowPeriod?: number | undefined;
  /** Period of the signal line. Default: 9. Whole, above 0. */
  readonly signalPeriod?: number | undefined;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
  /** Struct members to keep; null keeps all. */
  readonly fields?: readonly F[] | undefined;
}

const macdRules: ParameterRules = {
  fastPeriod: { wire: "fast_period", kind: "integer", above: 0 },
  slowPeriod: { wire: "slow_period", kind: "integer", above: 0 },
  signalPeriod: { wire: "signal_period", kind: "integer", above: 0 },
  column: { kind: "choice", values: ["open", "high", "low", "close", "volume"] },
  fields: { kind: "members" },
};

/** Kinds of the members of `ADX`. */
type ADXMembers = { readonly adx: "number"; readonly plus_di: "number"; readonly minus_di: "number" };

/** Members of `ADX`, as `fields` names them. */
export type ADXMember = keyof ADXMembers;

/** Handle of `ADX`. Average directional index with Wilder's smoothing. */
export class ADXHandle extends StructIndicator<ADXMembers> {
  /** Strength of the trend, 0 to 100. */
  get adx(): NumberExpr {
    return this.field("adx");
  }

  /** Upward directional indicator, 0 to 100. */
  get plusDi(): NumberExpr {
    return this.field("plus_di");
  }

  /** Downward directional indicator, 0 to 100. */
  get minusDi(): NumberExpr {
    return this.field("minus_di");
  }
}

/** Parameters of `Indicator.ADX`. */
export interface ADXParameters<F extends ADXMember = ADXMember> {
  /** Period in bars. Default: 14. Whole, above 0. */
  readonly period?: number | undefined;
  /** Struct members to keep; null keeps all. */
  readonly fields?: readonly F[] | undefined;
}

const adxRules: ParameterRules = {
  period: { kind: "integer", above: 0 },
  fields: { kind: "members" },
};

/** Parameters of `Indicator.RSI`. */
export interface RSIParameters {
  /** Period in bars. Default: 14. Whole, above 0. */
  readonly period?: number | undefined;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const rsiRules: ParameterRules = {
  period: { kind: "integer", above: 0 },
  column: { kind: "choice", values: ["open", "high", "low", "close", "volume"] },
};

/** Parameters of `Indicator.CCI`. */
export interface CCIParameters {
  /** Window length in bars. Default: 20. Whole, above 0. */
  readonly period?: number | undefined;
}

const cciRules: ParameterRules = {
  period: { kind: "integer", above: 0 },
};

/** Kinds of the members of `Stochastic`. */
type StochasticMembers = { readonly k: "number"; readonly d: "number" };

/** Members of `Stochastic`, as `fields` names them. */
export type StochasticMember = keyof StochasticMembers;

/** Handle of `Stochastic`. Stochastic oscillator; raw %K and its simple average %D, 0 to 100. */
export class StochasticHandle extends StructIndicator<StochasticMembers> {
  /** %K. */
  get k(): NumberExpr {
    return this.field("k");
  }

  /** %D. */
  get d(): NumberExpr {
    return this.field("d");
  }
}

/** Parameters of `Indicator.Stochastic`. */
export interface StochasticParameters<F extends StochasticMember = StochasticMember> {
  /** Window of %K in bars. Default: 14. Whole, above 0. */
  readonly kPeriod?: number | undefined;
  /** Window of %D in bars. Default: 3. Whole, above 0. */
  readonly dPeriod?: number | undefined;
  /** Struct members to keep; null keeps all. */
  readonly fields?: readonly F[] | undefined;
}

const stochasticRules: ParameterRules = {
  kPeriod: { wire: "k_period", kind: "integer", above: 0 },
  dPeriod: { wire: "d_period", kind: "integer", above: 0 },
  fields: { kind: "members" },
};

/** Kinds of the members of `BollingerBands`. */
type BollingerBandsMembers = {
  readonly upper: "number";
  readonly middle: "number";
  readonly lower: "number";
  readonly bandwidth: "number";
};

/** Members of `BollingerBands`, as `fields` names them. */
export type BollingerBandsMember = keyof BollingerBandsMembers;

/** Handle of `BollingerBands`. Moving average with bands `num_std` population deviations wide. */
export class BollingerBandsHandle extends StructIndicator<BollingerBandsMembers> {
  /** Upper band. */
  get upper(): NumberExpr {
    return this.field("upper");
  }

  /** Moving average. */
  get middle(): NumberExpr {
    return this.field("middle");
  }

  /** Lower band. */
  get lower(): NumberExpr {
    return this.field("lower");
  }

  /** (upper - lower) / middle. */
  get bandwidth(): NumberExpr {
    return this.field("bandwidth");
  }
}

/** Parameters of `Indicator.BollingerBands`. */
export interface BollingerBandsParameters<F extends BollingerBandsMember = BollingerBandsMember> {
  /** Window length in bars. Default: 20. Whole, above 0. */
  readonly period?: number | undefined;
  /** Width of the bands in deviations. Default: 2. Above 0. */
  readonly numStd?: number | undefined;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
  /** Struct members to keep; null keeps all. */
  readonly fields?: readonly F[] | undefined;
}

const bollingerBandsRules: ParameterRules = {
  period: { kind: "integer", above: 0 },
  numStd: { wire: "num_std", kind: "number", above: 0 },
  column: { kind: "choice", values: ["open", "high", "low", "close", "volume"] },
  fields: { kind: "members" },
};

/** Kinds of the members of `MarketProfile`. */
type MarketProfileMembers = {
  readonly poc: "number";
  readonly vah: "number";
  readonly val: "number";
  readonly value_area: "number";
  readonly tpo_distribution: "list";
  readonly segment_id: "number";
  readonly profile_shape: "text";
};

/** Members of `MarketProfile`, as `fields` names them. */
export type MarketProfileMember = keyof MarketProfileMembers;

/** Handle of `MarketProfile`. Time-price-opportunity profile of the segments between anchors; values stand on anchor rows only. */
export class MarketProfileHandle extends StructIndicator<MarketProfileMembers> {
  /** Point of control. */
  get poc(): NumberExpr {
    return this.field("poc");
  }

  /** Value area high. */
  get vah(): NumberExpr {
    return this.field("vah");
  }

  /** Value area low. */
  get val(): NumberExpr {
    return this.field("val");
  }

  /** vah minus val. */
  get valueArea(): NumberExpr {
    return this.field("value_area");
  }

  /** List of { price, count, periods }. */
  get tpoDistribution(): ListExpr {
    return this.field("tpo_distribution");
  }

  /** Number of the segment, from 0; always present. */
  get segmentId(): NumberExpr {
    return this.field("segment_id");
  }

  /** A ProfileShape, or null. */
  get profileShape(): TextExpr {
    return this.field("profile_shape");
  }
}

/** Parameters of `Indicator.MarketProfile`. */
export interface MarketProfileParameters<F extends MarketProfileMember = MarketProfileMember> {
  /** Where market profile segments are cut. */
  readonly anchorConfig: AnchorConfig;
  /** Price step of the levels. Above 0. */
  readonly tickSize: number;
  /** Share of the time-price opportunities that the value area holds. Default: 0.7. Above 0, below 1. */
  readonly valueAreaPct?: number | undefined;
  /** Struct members to keep; null keeps all. */
  readonly fields?: readonly F[] | undefined;
  /** Shape detection; null for none. */
  readonly shapeConfig?: ProfileShapeConfig | undefined;
}

const marketProfileRules: ParameterRules = {
  anchorConfig: { wire: "anchor_config", kind: "object", required: true },
  tickSize: { wire: "tick_size", kind: "number", above: 0, required: true },
  valueAreaPct: { wire: "value_area_pct", kind: "number", above: 0, below: 1 },
  fields: { kind: "members" },
  shapeConfig: { wire: "shape_config", kind: "object" },
};

/** Parameters of `Indicator.RawOhlcv`. */
export interface RawOhlcvParameters {
  /** The column. */
  readonly column: OhlcvColumn;
}

const rawOhlcvRules: ParameterRules = {
  column: { kind: "choice", values: ["open", "high", "low", "close", "volume"], required: true },
};

/** Factories of all indicators. Give what they return to `StrategyBuilder.addIndicator`. */
export const Indicator = {
  /**
   * Simple moving average of a column. First value at bar `period`.
   * Short name: `SMA|{period}.{column}`.
   */
  SMA(parameters: SMAParameters): IndicatorDefinition<NumberIndicator> {
    return define("SMA", smaRules, parameters, NumberIndicator);
  },

  /**
   * Exponential moving average, alpha 2 / (period + 1), seeded with the mean of the first `period` values.
   * Short name: `EMA|{period}.{column}`.
   */
  EMA(parameters: EMAParameters): IndicatorDefinition<NumberIndicator> {
    return define("EMA", emaRules, parameters, NumberIndicator);
  },

  /**
   * Smoothed (Wilder) moving average, alpha 1 / period, seeded with the mean of the first `period` values.
   * Short name: `SMMA|{period}.{column}`.
   */
  SMMA(parameters: SMMAParameters): IndicatorDefinition<NumberIndicator> {
    return define("SMMA", smmaRules, parameters, NumberIndicator);
  },

  /**
   * Linearly weighted moving average, weights 1 to `period`, the newest bar weighing most.
   * Short name: `WMA|{period}.{column}`.
   */
  WMA(parameters: WMAParameters): IndicatorDefinition<NumberIndicator> {
    return define("WMA", wmaRules, parameters, NumberIndicator);
  },

  /**
   * Average true range with Wilder's smoothing; the first true range is high minus low. First value at bar `period`.
   * Short name: `ATR|{period}`.
   */
  ATR(parameters: ATRParameters): IndicatorDefinition<NumberIndicator> {
    return define("ATR", atrRules, parameters, NumberIndicator);
  },

  /**
   * Rolling quantile (nearest rank) of another indicator's column, usually an ATR.
   * Short name: `ATRQ|{atr_column}_Q{quantile:percent}_{window}`.
   */
  AtrQuantile(parameters: AtrQuantileParameters): IndicatorDefinition<NumberIndicator> {
    return define("AtrQuantile", atrQuantileRules, parameters, NumberIndicator);
  },

  /**
   * SuperTrend bands around the bar's middle, `multiplier` times a volatility column wide.
   * Short name: `ST|{multiplier:float}x_{volatility_column}`.
   */
  SuperTrend<const F extends SuperTrendMember = SuperTrendMember>(
    parameters: SuperTrendParameters<F>,
  ): IndicatorDefinition<Selected<SuperTrendHandle, SuperTrendMember, F>> {
    return define("SuperTrend", superTrendRules, parameters, SuperTrendHandle);
  },

  /**
   * Difference of two exponential averages, its signal line and their difference.
   * Short name: `MACD|{fast_period}_{slow_period}_{signal_period}`.
   */
  MACD<const F extends MACDMember = MACDMember>(
    parameters: MACDParameters<F> = {},
  ): IndicatorDefinition<Selected<MACDHandle, MACDMember, F>> {
    return define("MACD", macdRules, parameters, MACDHandle);
  },

  /**
   * Average directional index with Wilder's smoothing.
   * Short name: `ADX|{period}`.
   */
  ADX<const F extends ADXMember = ADXMember>(
    parameters: ADXParameters<F> = {},
  ): IndicatorDefinition<Selected<ADXHandle, ADXMember, F>> {
    return define("ADX", adxRules, parameters, ADXHandle);
  },

  /**
   * Relative strength index, 0 to 100, with Wilder's smoothing. First value at bar `period` + 1.
   * Short name: `RSI|{period}.{column}`.
   */
  RSI(parameters: RSIParameters = {}): IndicatorDefinition<NumberIndicator> {
    return define("RSI", rsiRules, parameters, NumberIndicator);
  },

  /**
   * Commodity channel index of the typical price, mean absolute deviation, constant 0.015.
   * Short name: `CCI|{period}`.
   */
  CCI(parameters: CCIParameters = {}): IndicatorDefinition<NumberIndicator> {
    return define("CCI", cciRules, parameters, NumberIndicator);
  },

  /**
   * Stochastic oscillator; raw %K and its simple average %D, 0 to 100.
   * Short name: `STOCH|{k_period}_{d_period}`.
   */
  Stochastic<const F extends StochasticMember = StochasticMember>(
    parameters: StochasticParameters<F> = {},
  ): IndicatorDefinition<Selected<StochasticHandle, StochasticMember, F>> {
    return define("Stochastic", stochasticRules, parameters, StochasticHandle);
  },

  /**
   * Moving average with bands `num_std` population deviations wide.
   * Short name: `BB|{period}_{num_std:float}`.
   */
  BollingerBands<const F extends BollingerBandsMember = BollingerBandsMember>(
    parameters: BollingerBandsParameters<F> = {},
  ): IndicatorDefinition<Selected<BollingerBandsHandle, BollingerBandsMember, F>> {
    return define("BollingerBands", bollingerBandsRules, parameters, BollingerBandsHandle);
  },

  /**
   * Time-price-opportunity profile of the segments between anchors; values stand on anchor rows only.
   * Short name: `MP|{anchor_config:anchor}_{anchor_config.lookback_days}_{tick_size:tick}`.
   */
  MarketProfile<const F extends MarketProfileMember = MarketProfileMember>(
    parameters: MarketProfileParameters<F>,
  ): IndicatorDefinition<Selected<MarketProfileHandle, MarketProfileMember, F | "segment_id">> {
    return define("MarketProfile", marketProfileRules, parameters, MarketProfileHandle);
  },

  /**
   * A column of the bars themselves, at a frequency and shift of its own.
   * Short name: `{column}`.
   */
  RawOhlcv(parameters: RawOhlcvParameters): IndicatorDefinition<NumberIndicator> {
    return define("RawOhlcv", rawOhlcvRules, parameters, NumberIndicator);
  },
} as const;

/** An indicator by its parameters; its handle is made of what the catalogue says of its output. */
function define<Handle extends IndicatorHandle>(
  type: IndicatorConfig["type"],
  rules: ParameterRules,
  parameters: object,
  HandleClass: new (spec: IndicatorSpec, displayName: string, info: IndicatorInfo) => Handle,
): IndicatorDefinition<Handle> {
  const info = indicatorInfo[type];
  return Object.freeze({
    config: makeConfig(type, rules, info, parameters),
    handle: (spec: IndicatorSpec) => new HandleClass(spec, displayName(spec), info),
  });
}

/** Name of an indicator within an instrument and a frequency, `SMA|20.close`. */
export function shortName(config: IndicatorConfig): string {
  switch (config.type) {
    case "SMA":
      return `SMA|${config.period}.${config.column ?? "close"}`;
    case "EMA":
      return `EMA|${config.period}.${config.column ?? "close"}`;
    case "SMMA":
      return `SMMA|${config.period}.${config.column ?? "close"}`;
    case "WMA":
      return `WMA|${config.period}.${config.column ?? "close"}`;
    case "ATR":
      return `ATR|${config.period}`;
    case "AtrQuantile":
      return `ATRQ|${config.atr_column}_Q${percentText(config.quantile)}_${config.window}`;
    case "SuperTrend":
      return `ST|${floatText(config.multiplier)}x_${config.volatility_column}`;
    case "MACD":
      return `MACD|${config.fast_period ?? 12}_${config.slow_period ?? 26}_${config.signal_period ?? 9}`;
    case "ADX":
      return `ADX|${config.period ?? 14}`;
    case "RSI":
      return `RSI|${config.period ?? 14}.${config.column ?? "close"}`;
    case "CCI":
      return `CCI|${config.period ?? 20}`;
    case "Stochastic":
      return `STOCH|${config.k_period ?? 14}_${config.d_period ?? 3}`;
    case "BollingerBands":
      return `BB|${config.period ?? 20}_${floatText(config.num_std ?? 2)}`;
    case "MarketProfile":
      return `MP|${anchorText(config.anchor_config)}_${config.anchor_config.lookback_days}_${tickText(config.tick_size)}`;
    case "RawOhlcv":
      return `${config.column}`;
    default:
      return unknownIndicator(config);
  }
}

/** Name of an indicator's column, `SP500_1D_SMA|20.close`: the only link between it and the expressions that read it. */
export function displayName(spec: IndicatorSpec): string {
  return columnName(spec, shortName(spec.indicator));
}

/** Every indicator by the `type` of its configuration. */
export const indicatorInfo = {
  SMA: { key: "sma", output: "Float64", defaults: { column: "close" }, references: [] },
  EMA: { key: "ema", output: "Float64", defaults: { column: "close" }, references: [] },
  SMMA: { key: "smma", output: "Float64", defaults: { column: "close" }, references: [] },
  WMA: { key: "wma", output: "Float64", defaults: { column: "close" }, references: [] },
  ATR: { key: "atr", output: "Float64", defaults: {}, references: [] },
  AtrQuantile: { key: "atr_quantile", output: "Float64", defaults: {}, references: ["atr_column"] },
  SuperTrend: {
    key: "supertrend",
    output: [
      { name: "direction", dtype: "Int32", always: false },
      { name: "supertrend", dtype: "Float64", always: false },
      { name: "long", dtype: "Float64", always: false },
      { name: "short", dtype: "Float64", always: false },
    ],
    defaults: { high: "high", low: "low", close: "close" },
    references: ["volatility_column"],
  },
  MACD: {
    key: "macd",
    output: [
      { name: "macd", dtype: "Float64", always: false },
      { name: "signal", dtype: "Float64", always: false },
      { name: "histogram", dtype: "Float64", always: false },
    ],
    defaults: { fast_period: 12, slow_period: 26, signal_period: 9, column: "close" },
    references: [],
  },
  ADX: {
    key: "adx",
    output: [
      { name: "adx", dtype: "Float64", always: false },
      { name: "plus_di", dtype: "Float64", always: false },
      { name: "minus_di", dtype: "Float64", always: false },
    ],
    defaults: { period: 14 },
    references: [],
  },
  RSI: { key: "rsi", output: "Float64", defaults: { period: 14, column: "close" }, references: [] },
  CCI: { key: "cci", output: "Float64", defaults: { period: 20 }, references: [] },
  Stochastic: {
    key: "stochastic",
    output: [
      { name: "k", dtype: "Float64", always: false },
      { name: "d", dtype: "Float64", always: false },
    ],
    defaults: { k_period: 14, d_period: 3 },
    references: [],
  },
  BollingerBands: {
    key: "bollinger_bands",
    output: [
      { name: "upper", dtype: "Float64", always: false },
      { name: "middle", dtype: "Float64", always: false },
      { name: "lower", dtype: "Float64", always: false },
      { name: "bandwidth", dtype: "Float64", always: false },
    ],
    defaults: { period: 20, num_std: 2, column: "close" },
    references: [],
  },
  MarketProfile: {
    key: "market_profile",
    output: [
      { name: "poc", dtype: "Float64", always: false },
      { name: "vah", dtype: "Float64", always: false },
      { name: "val", dtype: "Float64", always: false },
      { name: "value_area", dtype: "Float64", always: false },
      { name: "tpo_distribution", dtype: "TpoDistribution", always: false },
      { name: "segment_id", dtype: "UInt64", always: true },
      { name: "profile_shape", dtype: "String", always: false },
    ],
    defaults: { value_area_pct: 0.7 },
    references: [],
  },
  RawOhlcv: { key: "raw_ohlcv", output: "Float64", defaults: {}, references: [] },
} as const satisfies Readonly<Record<IndicatorConfig["type"], IndicatorInfo>>;
