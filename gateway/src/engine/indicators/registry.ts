import { type IndicatorInfo, indicatorInfo, type OhlcvColumn } from "tradepose-client/builder";
import type { Bars } from "../bars.ts";
import type { Column, NumberColumn, NumberType } from "../column.ts";
import type { IndicatorConfig } from "../config.ts";
import { adx } from "./adx.ts";
import { atr } from "./atr.ts";
import { bollingerBands } from "./bollinger.ts";
import { cci } from "./cci.ts";
import { macd } from "./macd.ts";
import { ema, sma, smma, wma } from "./moving-averages.ts";
import { type Catalogue, type IndicatorType, type Parameters, parametersOf } from "./parameters.ts";
import { rollingQuantile } from "./quantile.ts";
import { rsi } from "./rsi.ts";
import type { Series } from "./series.ts";
import { stochastic } from "./stochastic.ts";
import { superTrend } from "./supertrend.ts";

export interface IndicatorMember {
  readonly name: string;
  readonly dtype: NumberType;
  /** Present whatever `fields` selects. */
  readonly always: boolean;
}

/** How an indicator is computed over the bars of its own frequency, before any shift. */
export interface IndicatorDefinition {
  /** Struct members in order; absent for an indicator that is a plain number. */
  readonly members: readonly IndicatorMember[] | undefined;
  /** Parameter that names another indicator's column, handed to `compute` as `reference`. */
  readonly referenceField: string | undefined;
  readonly compute: (bars: Bars, config: IndicatorConfig, reference: Series) => Column;
}

type Computed = Exclude<IndicatorType, "MarketProfile">;

/** One series, or one for each member of the struct. */
type Output<Type extends Computed> = Catalogue[Type]["output"] extends readonly (infer Member extends {
  readonly name: string;
})[]
  ? Readonly<Record<Member["name"], Series>>
  : Series;

type Kernel<Type extends Computed> = (
  bars: Bars,
  parameters: Parameters<Type>,
  reference: Series,
) => Output<Type>;

/** The kernels with the wire's parameters as arguments; what they give goes by the wire's member names. */
const KERNELS: { readonly [Type in Computed]: Kernel<Type> } = {
  SMA: (bars, { column, period }) => sma(source(bars, column), period),
  EMA: (bars, { column, period }) => ema(source(bars, column), period),
  SMMA: (bars, { column, period }) => smma(source(bars, column), period),
  WMA: (bars, { column, period }) => wma(source(bars, column), period),
  ATR: (bars, { period }) => atr(bars, period),
  AtrQuantile: (_bars, { window, quantile }, reference) => rollingQuantile(reference, window, quantile),
  SuperTrend: (bars, { high, low, close, multiplier }, reference) =>
    superTrend(source(bars, high), source(bars, low), source(bars, close), reference, multiplier),
  MACD: (bars, { column, fast_period, slow_period, signal_period }) =>
    macd(source(bars, column), fast_period, slow_period, signal_period),
  ADX: (bars, { period }) => {
    const { adx: index, plusDi, minusDi } = adx(bars, period);
    return { adx: index, plus_di: plusDi, minus_di: minusDi };
  },
  RSI: (bars, { column, period }) => rsi(source(bars, column), period),
  CCI: (bars, { period }) => cci(bars, period),
  Stochastic: (bars, { k_period, d_period }) => stochastic(bars, k_period, d_period),
  BollingerBands: (bars, { column, period, num_std }) =>
    bollingerBands(source(bars, column), period, num_std),
  RawOhlcv: (bars, { column }) => source(bars, column),
};

/** The indicator types the engine computes, by their wire names. */
export const INDICATOR_TYPES: readonly string[] = Object.keys(KERNELS);

/** The definition of an indicator type; undefined when the engine does not compute it. */
export function definitionOf(type: IndicatorType): IndicatorDefinition | undefined {
  return isComputed(type) ? define(type) : undefined;
}

/** The members of its struct that an indicator keeps; null and absent `fields` keep all. */
export function selectedMembers(
  members: readonly IndicatorMember[],
  config: IndicatorConfig,
): readonly IndicatorMember[] {
  const fields = "fields" in config ? config.fields : undefined;
  return members.filter(({ name, always }) => always || fields == null || fields.includes(name));
}

function isComputed(type: IndicatorType): type is Computed {
  return Object.hasOwn(KERNELS, type);
}

// The table pairs every type with a kernel for its own parameters and output, which an index by a union cannot
// express: `define` takes its kernels by this type.
type AnyKernel<Result> = (bars: Bars, parameters: Parameters<IndicatorType>, reference: Series) => Result;

function define(type: Computed): IndicatorDefinition {
  const { references }: IndicatorInfo = indicatorInfo[type];
  const referenceField = references[0];
  const output: NumberType | readonly IndicatorMember[] = indicatorInfo[type].output;
  if (typeof output === "string") {
    const kernel = KERNELS[type] as AnyKernel<Series>;
    return {
      members: undefined,
      referenceField,
      compute: (bars, config, reference) => numbers(output, kernel(bars, parametersOf(config), reference)),
    };
  }
  const kernel = KERNELS[type] as AnyKernel<Readonly<Record<string, Series>>>;
  return {
    members: output,
    referenceField,
    compute: (bars, config, reference) => {
      const series = kernel(bars, parametersOf(config), reference);
      const kept = selectedMembers(output, config);
      const members = kept.map(({ name, dtype }) => [name, numbers(dtype, series[name]!)] as const);
      return { kind: "struct", length: bars.length, members: Object.fromEntries(members) };
    },
  };
}

function source(bars: Bars, name: OhlcvColumn): Series {
  return { values: bars[name], nulls: undefined };
}

function numbers(dtype: NumberType, { values, nulls }: Series): NumberColumn {
  return { kind: "number", dtype, values, nulls };
}
