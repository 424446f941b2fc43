import type { OhlcvColumn } from "tradepose-client/builder";
import type { Bars } from "../bars.ts";
import type { Zone } from "../calendar/zone.ts";
import type { ListColumn, NumberType, TextColumn } from "../column.ts";
import { adx } from "./adx.ts";
import { atr } from "./atr.ts";
import { bollingerBands } from "./bollinger.ts";
import { cci } from "./cci.ts";
import { macd } from "./macd.ts";
import { marketProfile } from "./market-profile/market-profile.ts";
import { shapeRulesOf } from "./market-profile/shape.ts";
import { ema, sma, smma, wma } from "./moving-averages.ts";
import type { Catalogue, IndicatorType, Parameters } from "./parameters.ts";
import { rollingQuantile } from "./quantile.ts";
import { rsi } from "./rsi.ts";
import type { Series } from "./series.ts";
import { stochastic } from "./stochastic.ts";
import { superTrend } from "./supertrend.ts";

/** What an indicator is computed from, besides its parameters. */
export interface IndicatorInput {
  /** Bars of the indicator's own frequency. */
  readonly bars: Bars;
  /** Clock of the instrument. */
  readonly zone: Zone;
  /** The column that its reference names, row by row; undefined for an indicator without `referenceField`. */
  readonly reference: Series | undefined;
}

/** What a kernel gives for one member of a struct. */
export type MemberOutput = Series | TextColumn | ListColumn;

type MemberOutputOf<Type> = Type extends NumberType
  ? Series
  : Type extends "String"
    ? TextColumn
    : ListColumn;

/** One series, or a column for each member of the struct. */
type Output<Type extends IndicatorType> = Catalogue[Type]["output"] extends readonly (infer Member extends {
  readonly name: string;
  readonly dtype: string;
})[]
  ? { readonly [Each in Member as Each["name"]]: MemberOutputOf<Each["dtype"]> }
  : Series;

type Kernel<Type extends IndicatorType> = (
  input: IndicatorInput,
  parameters: Parameters<Type>,
) => Output<Type>;

/** The kernels with the wire's parameters as arguments; what they give goes by the wire's member names. */
export const KERNELS: { readonly [Type in IndicatorType]: Kernel<Type> } = {
  SMA: ({ bars }, { column, period }) => sma(source(bars, column), period),
  EMA: ({ bars }, { column, period }) => ema(source(bars, column), period),
  SMMA: ({ bars }, { column, period }) => smma(source(bars, column), period),
  WMA: ({ bars }, { column, period }) => wma(source(bars, column), period),
  ATR: ({ bars }, { period }) => atr(bars, period),
  AtrQuantile: (input, { window, quantile }) => rollingQuantile(referenceOf(input), window, quantile),
  SuperTrend: (input, { high, low, close, multiplier }) => {
    const { bars } = input;
    const [highs, lows, closes] = [source(bars, high), source(bars, low), source(bars, close)];
    return superTrend(highs, lows, closes, referenceOf(input), multiplier);
  },
  MACD: ({ bars }, { column, fast_period, slow_period, signal_period }) =>
    macd(source(bars, column), fast_period, slow_period, signal_period),
  ADX: ({ bars }, { period }) => {
    const { adx: index, plusDi, minusDi } = adx(bars, period);
    return { adx: index, plus_di: plusDi, minus_di: minusDi };
  },
  RSI: ({ bars }, { column, period }) => rsi(source(bars, column), period),
  CCI: ({ bars }, { period }) => cci(bars, period),
  Stochastic: ({ bars }, { k_period, d_period }) => stochastic(bars, k_period, d_period),
  BollingerBands: ({ bars }, { column, period, num_std }) =>
    bollingerBands(source(bars, column), period, num_std),
  MarketProfile: ({ bars, zone }, { anchor_config, tick_size, value_area_pct, shape_config }) => {
    const { poc, vah, val, valueArea, tpoDistribution, segmentId, profileShape } = marketProfile(bars, zone, {
      anchors: anchor_config,
      tickSize: tick_size,
      valueAreaShare: value_area_pct,
      shapes: shape_config == null ? undefined : shapeRulesOf(shape_config),
    });
    return {
      poc,
      vah,
      val,
      value_area: valueArea,
      tpo_distribution: tpoDistribution,
      segment_id: segmentId,
      profile_shape: profileShape,
    };
  },
  RawOhlcv: ({ bars }, { column }) => source(bars, column),
};

function referenceOf({ reference }: IndicatorInput): Series {
  if (reference === undefined) throw new TypeError("the indicator reads another one, which was not given");
  return reference;
}

function source(bars: Bars, name: OhlcvColumn): Series {
  return { values: bars[name], nulls: undefined };
}
