// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

import type { ListExpr, NumberExpr, TextExpr } from "../expr/index.ts";
import type { OhlcvColumn, PriceColumn } from "./enums.ts";
import { anchorText, columnName, floatText, percentText, tickText } from "./indicator-names.ts";
import type { ColumnReference, IndicatorDefinition, ParameterRule, Selected } from "./indicator-runtime.ts";
import { makeConfig, NumberIndicator, StructIndicator, unknownIndicator } from "./indicator-runtime.ts";
import type { AnchorConfig, IndicatorConfig, IndicatorSpec, ProfileShapeConfig } from "./models.ts";

/** Parameters of `Indicator.SMA`. */
export interface SMAParameters {
  /** Window length in bars. Whole, above 0. */
  readonly period: number;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const smaRules = {
  period: { wire: "period", kind: "integer", above: 0, required: true },
  column: {
    wire: "column",
    kind: "choice",
    values: ["open", "high", "low", "close", "volume"],
    default: "close",
  },
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Parameters of `Indicator.EMA`. */
export interface EMAParameters {
  /** Period in bars. Whole, above 0. */
  readonly period: number;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const emaRules = {
  period: { wire: "period", kind: "integer", above: 0, required: true },
  column: {
    wire: "column",
    kind: "choice",
    values: ["open", "high", "low", "close", "volume"],
    default: "close",
  },
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Parameters of `Indicator.SMMA`. */
export interface SMMAParameters {
  /** Period in bars. Whole, above 0. */
  readonly period: number;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const smmaRules = {
  period: { wire: "period", kind: "integer", above: 0, required: true },
  column: {
    wire: "column",
    kind: "choice",
    values: ["open", "high", "low", "close", "volume"],
    default: "close",
  },
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Parameters of `Indicator.WMA`. */
export interface WMAParameters {
  /** Window length in bars. Whole, above 0. */
  readonly period: number;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const wmaRules = {
  period: { wire: "period", kind: "integer", above: 0, required: true },
  column: {
    wire: "column",
    kind: "choice",
    values: ["open", "high", "low", "close", "volume"],
    default: "close",
  },
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Parameters of `Indicator.ATR`. */
export interface ATRParameters {
  /** Period in bars. Whole, above 0. */
  readonly period: number;
}

const atrRules = {
  period: { wire: "period", kind: "integer", above: 0, required: true },
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Parameters of `Indicator.AtrQuantile`. */
export interface AtrQuantileParameters {
  /** Name of the column it reads, an indicator's display name or short name. */
  readonly atrColumn: ColumnReference;
  /** Window length in bars. Whole, above 0. */
  readonly window: number;
  /** Quantile, between 0 and 1. Above 0, below 1. */
  readonly quantile: number;
}

const atrQuantileRules = {
  atrColumn: { wire: "atr_column", kind: "column", required: true },
  window: { wire: "window", kind: "integer", above: 0, required: true },
  quantile: { wire: "quantile", kind: "number", above: 0, below: 1, required: true },
} as const satisfies Readonly<Record<string, ParameterRule>>;

const superTrendMembers = {
  direction: "number",
  supertrend: "number",
  long: "number",
  short: "number",
} as const;

/** Members of `SuperTrend`, as `fields` names them. */
export type SuperTrendMember = keyof typeof superTrendMembers;

/** Handle of `SuperTrend`. SuperTrend bands around the bar's middle, `multiplier` times a volatility column wide. */
export class SuperTrendHandle extends StructIndicator<typeof superTrendMembers> {
  constructor(spec: IndicatorSpec, name: string) {
    super(spec, name, superTrendMembers, []);
  }

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

const superTrendRules = {
  multiplier: { wire: "multiplier", kind: "number", above: 0, required: true },
  volatilityColumn: { wire: "volatility_column", kind: "column", required: true },
  high: { wire: "high", kind: "choice", values: ["high", "open", "low", "close"], default: "high" },
  low: { wire: "low", kind: "choice", values: ["high", "open", "low", "close"], default: "low" },
  close: { wire: "close", kind: "choice", values: ["high", "open", "low", "close"], default: "close" },
  fields: { wire: "fields", kind: "members", values: ["direction", "supertrend", "long", "short"] },
} as const satisfies Readonly<Record<string, ParameterRule>>;

const macdMembers = {
  macd: "number",
  signal: "number",
  histogram: "number",
} as const;

/** Members of `MACD`, as `fields` names them. */
export type MACDMember = keyof typeof macdMembers;

/** Handle of `MACD`. Difference of two exponential averages, its signal line and their difference. */
export class MACDHandle extends StructIndicator<typeof macdMembers> {
  constructor(spec: IndicatorSpec, name: string) {
    super(spec, name, macdMembers, []);
  }

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

const macdRules = {
  fastPeriod: { wire: "fast_period", kind: "integer", above: 0, default: 12 },
  slowPeriod: { wire: "slow_period", kind: "integer", above: 0, default: 26 },
  signalPeriod: { wire: "signal_period", kind: "integer", above: 0, default: 9 },
  column: {
    wire: "column",
    kind: "choice",
    values: ["open", "high", "low", "close", "volume"],
    default: "close",
  },
  fields: { wire: "fields", kind: "members", values: ["macd", "signal", "histogram"] },
} as const satisfies Readonly<Record<string, ParameterRule>>;

const adxMembers = {
  adx: "number",
  plus_di: "number",
  minus_di: "number",
} as const;

/** Members of `ADX`, as `fields` names them. */
export type ADXMember = keyof typeof adxMembers;

/** Handle of `ADX`. Average directional index with Wilder's smoothing. */
export class ADXHandle extends StructIndicator<typeof adxMembers> {
  constructor(spec: IndicatorSpec, name: string) {
    super(spec, name, adxMembers, []);
  }

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

const adxRules = {
  period: { wire: "period", kind: "integer", above: 0, default: 14 },
  fields: { wire: "fields", kind: "members", values: ["adx", "plus_di", "minus_di"] },
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Parameters of `Indicator.RSI`. */
export interface RSIParameters {
  /** Period in bars. Default: 14. Whole, above 0. */
  readonly period?: number | undefined;
  /** Source column. Default: "close". */
  readonly column?: OhlcvColumn | undefined;
}

const rsiRules = {
  period: { wire: "period", kind: "integer", above: 0, default: 14 },
  column: {
    wire: "column",
    kind: "choice",
    values: ["open", "high", "low", "close", "volume"],
    default: "close",
  },
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Parameters of `Indicator.CCI`. */
export interface CCIParameters {
  /** Window length in bars. Default: 20. Whole, above 0. */
  readonly period?: number | undefined;
}

const cciRules = {
  period: { wire: "period", kind: "integer", above: 0, default: 20 },
} as const satisfies Readonly<Record<string, ParameterRule>>;

const stochasticMembers = {
  k: "number",
  d: "number",
} as const;

/** Members of `Stochastic`, as `fields` names them. */
export type StochasticMember = keyof typeof stochasticMembers;

/** Handle of `Stochastic`. Stochastic oscillator; raw %K and its simple average %D, 0 to 100. */
export class StochasticHandle extends StructIndicator<typeof stochasticMembers> {
  constructor(spec: IndicatorSpec, name: string) {
    super(spec, name, stochasticMembers, []);
  }

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

const stochasticRules = {
  kPeriod: { wire: "k_period", kind: "integer", above: 0, default: 14 },
  dPeriod: { wire: "d_period", kind: "integer", above: 0, default: 3 },
  fields: { wire: "fields", kind: "members", values: ["k", "d"] },
} as const satisfies Readonly<Record<string, ParameterRule>>;

const bollingerBandsMembers = {
  upper: "number",
  middle: "number",
  lower: "number",
  bandwidth: "number",
} as const;

/** Members of `BollingerBands`, as `fields` names them. */
export type BollingerBandsMember = keyof typeof bollingerBandsMembers;

/** Handle of `BollingerBands`. Moving average with bands `num_std` population deviations wide. */
export class BollingerBandsHandle extends StructIndicator<typeof bollingerBandsMembers> {
  constructor(spec: IndicatorSpec, name: string) {
    super(spec, name, bollingerBandsMembers, []);
  }

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

const bollingerBandsRules = {
  period: { wire: "period", kind: "integer", above: 0, default: 20 },
  numStd: { wire: "num_std", kind: "number", above: 0, default: 2 },
  column: {
    wire: "column",
    kind: "choice",
    values: ["open", "high", "low", "close", "volume"],
    default: "close",
  },
  fields: { wire: "fields", kind: "members", values: ["upper", "middle", "lower", "bandwidth"] },
} as const satisfies Readonly<Record<string, ParameterRule>>;

const marketProfileMembers = {
  poc: "number",
  vah: "number",
  val: "number",
  value_area: "number",
  tpo_distribution: "list",
  segment_id: "number",
  profile_shape: "text",
} as const;

/** Members of `MarketProfile`, as `fields` names them. */
export type MarketProfileMember = keyof typeof marketProfileMembers;

/** Handle of `MarketProfile`. Time-price-opportunity profile of the segments between anchors; values stand on anchor rows only. */
export class MarketProfileHandle extends StructIndicator<typeof marketProfileMembers> {
  constructor(spec: IndicatorSpec, name: string) {
    super(spec, name, marketProfileMembers, ["segment_id"]);
  }

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

const marketProfileRules = {
  anchorConfig: { wire: "anchor_config", kind: "object", required: true },
  tickSize: { wire: "tick_size", kind: "number", above: 0, required: true },
  valueAreaPct: { wire: "value_area_pct", kind: "number", above: 0, below: 1, default: 0.7 },
  fields: {
    wire: "fields",
    kind: "members",
    values: ["poc", "vah", "val", "value_area", "tpo_distribution", "segment_id", "profile_shape"],
  },
  shapeConfig: { wire: "shape_config", kind: "object" },
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Parameters of `Indicator.RawOhlcv`. */
export interface RawOhlcvParameters {
  /** The column. */
  readonly column: OhlcvColumn;
}

const rawOhlcvRules = {
  column: {
    wire: "column",
    kind: "choice",
    values: ["open", "high", "low", "close", "volume"],
    required: true,
  },
} as const satisfies Readonly<Record<string, ParameterRule>>;

/** Factories of all indicators. Give what they return to `StrategyBuilder.addIndicator`. */
export const Indicator = {
  /**
   * Simple moving average of a column. First value at bar `period`.
   * Short name: `SMA|{period}.{column}`.
   */
  SMA(parameters: SMAParameters): IndicatorDefinition<NumberIndicator> {
    const config = makeConfig("SMA", smaRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new NumberIndicator(spec, displayName(spec)),
    });
  },

  /**
   * Exponential moving average, alpha 2 / (period + 1), seeded with the mean of the first `period` values.
   * Short name: `EMA|{period}.{column}`.
   */
  EMA(parameters: EMAParameters): IndicatorDefinition<NumberIndicator> {
    const config = makeConfig("EMA", emaRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new NumberIndicator(spec, displayName(spec)),
    });
  },

  /**
   * Smoothed (Wilder) moving average, alpha 1 / period, seeded with the mean of the first `period` values.
   * Short name: `SMMA|{period}.{column}`.
   */
  SMMA(parameters: SMMAParameters): IndicatorDefinition<NumberIndicator> {
    const config = makeConfig("SMMA", smmaRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new NumberIndicator(spec, displayName(spec)),
    });
  },

  /**
   * Linearly weighted moving average, weights 1 to `period`, the newest bar weighing most.
   * Short name: `WMA|{period}.{column}`.
   */
  WMA(parameters: WMAParameters): IndicatorDefinition<NumberIndicator> {
    const config = makeConfig("WMA", wmaRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new NumberIndicator(spec, displayName(spec)),
    });
  },

  /**
   * Average true range with Wilder's smoothing; the first true range is high minus low. First value at bar `period`.
   * Short name: `ATR|{period}`.
   */
  ATR(parameters: ATRParameters): IndicatorDefinition<NumberIndicator> {
    const config = makeConfig("ATR", atrRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new NumberIndicator(spec, displayName(spec)),
    });
  },

  /**
   * Rolling quantile (nearest rank) of another indicator's column, usually an ATR.
   * Short name: `ATRQ|{atr_column}_Q{quantile:percent}_{window}`.
   */
  AtrQuantile(parameters: AtrQuantileParameters): IndicatorDefinition<NumberIndicator> {
    const config = makeConfig("AtrQuantile", atrQuantileRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new NumberIndicator(spec, displayName(spec)),
    });
  },

  /**
   * SuperTrend bands around the bar's middle, `multiplier` times a volatility column wide.
   * Short name: `ST|{multiplier:float}x_{volatility_column}`.
   */
  SuperTrend<const F extends SuperTrendMember = SuperTrendMember>(
    parameters: SuperTrendParameters<F>,
  ): IndicatorDefinition<Selected<SuperTrendHandle, SuperTrendMember, F>> {
    const config = makeConfig("SuperTrend", superTrendRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new SuperTrendHandle(spec, displayName(spec)),
    });
  },

  /**
   * Difference of two exponential averages, its signal line and their difference.
   * Short name: `MACD|{fast_period}_{slow_period}_{signal_period}`.
   */
  MACD<const F extends MACDMember = MACDMember>(
    parameters: MACDParameters<F> = {},
  ): IndicatorDefinition<Selected<MACDHandle, MACDMember, F>> {
    const config = makeConfig("MACD", macdRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new MACDHandle(spec, displayName(spec)),
    });
  },

  /**
   * Average directional index with Wilder's smoothing.
   * Short name: `ADX|{period}`.
   */
  ADX<const F extends ADXMember = ADXMember>(
    parameters: ADXParameters<F> = {},
  ): IndicatorDefinition<Selected<ADXHandle, ADXMember, F>> {
    const config = makeConfig("ADX", adxRules, parameters);
    return Object.freeze({ config, handle: (spec: IndicatorSpec) => new ADXHandle(spec, displayName(spec)) });
  },

  /**
   * Relative strength index, 0 to 100, with Wilder's smoothing. First value at bar `period` + 1.
   * Short name: `RSI|{period}.{column}`.
   */
  RSI(parameters: RSIParameters = {}): IndicatorDefinition<NumberIndicator> {
    const config = makeConfig("RSI", rsiRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new NumberIndicator(spec, displayName(spec)),
    });
  },

  /**
   * Commodity channel index of the typical price, mean absolute deviation, constant 0.015.
   * Short name: `CCI|{period}`.
   */
  CCI(parameters: CCIParameters = {}): IndicatorDefinition<NumberIndicator> {
    const config = makeConfig("CCI", cciRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new NumberIndicator(spec, displayName(spec)),
    });
  },

  /**
   * Stochastic oscillator; raw %K and its simple average %D, 0 to 100.
   * Short name: `STOCH|{k_period}_{d_period}`.
   */
  Stochastic<const F extends StochasticMember = StochasticMember>(
    parameters: StochasticParameters<F> = {},
  ): IndicatorDefinition<Selected<StochasticHandle, StochasticMember, F>> {
    const config = makeConfig("Stochastic", stochasticRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new StochasticHandle(spec, displayName(spec)),
    });
  },

  /**
   * Moving average with bands `num_std` population deviations wide.
   * Short name: `BB|{period}_{num_std:float}`.
   */
  BollingerBands<const F extends BollingerBandsMember = BollingerBandsMember>(
    parameters: BollingerBandsParameters<F> = {},
  ): IndicatorDefinition<Selected<BollingerBandsHandle, BollingerBandsMember, F>> {
    const config = makeConfig("BollingerBands", bollingerBandsRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new BollingerBandsHandle(spec, displayName(spec)),
    });
  },

  /**
   * Time-price-opportunity profile of the segments between anchors; values stand on anchor rows only.
   * Short name: `MP|{anchor_config:anchor}_{anchor_config.lookback_days}_{tick_size:tick}`.
   */
  MarketProfile<const F extends MarketProfileMember = MarketProfileMember>(
    parameters: MarketProfileParameters<F>,
  ): IndicatorDefinition<Selected<MarketProfileHandle, MarketProfileMember, F | "segment_id">> {
    const config = makeConfig("MarketProfile", marketProfileRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new MarketProfileHandle(spec, displayName(spec)),
    });
  },

  /**
   * A column of the bars themselves, at a frequency and shift of its own.
   * Short name: `{column}`.
   */
  RawOhlcv(parameters: RawOhlcvParameters): IndicatorDefinition<NumberIndicator> {
    const config = makeConfig("RawOhlcv", rawOhlcvRules, parameters);
    return Object.freeze({
      config,
      handle: (spec: IndicatorSpec) => new NumberIndicator(spec, displayName(spec)),
    });
  },
} as const;

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

/** What there is to know of an indicator beside the types of its parameters. Parameters go by their wire names. */
export interface IndicatorInfo {
  /** Its key among the `IndicatorType`s. */
  readonly key: string;
  /** Polars type of a scalar column, or the members of a struct column. */
  readonly output:
    | string
    | readonly { readonly name: string; readonly dtype: string; readonly always: boolean }[];
  /** What the parameters stand for that are left out or null; one without a default is not in it. */
  readonly defaults: Readonly<Record<string, unknown>>;
  /** Parameters that name another indicator's column. */
  readonly references: readonly string[];
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
