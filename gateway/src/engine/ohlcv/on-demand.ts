import type { MarketData } from "../bars.ts";
import { bindStrategy } from "../binding/bind.ts";
import { BindingCache } from "../binding/cache.ts";
import type { PeriodText } from "../calendar/period.ts";
import type { StrategyConfig } from "../config.ts";
import type { EngineProblem } from "../plan.ts";
import { barColumns, barRows } from "./bar-columns.ts";
import type { OhlcvFrame } from "./frame.ts";
import { indicatorColumns } from "./indicator-columns.ts";

export interface OnDemandOhlcv {
  /** Its instrument, frequency and indicators; nothing is traded. */
  readonly strategy: StrategyConfig;
  readonly market: MarketData;
  /** On the clock of the base instrument. */
  readonly period: PeriodText;
  readonly cache?: BindingCache;
}

/** The frame, or everything that is wrong with what was asked for. */
export type OnDemandOutcome =
  | { readonly frame: OhlcvFrame; readonly problems?: undefined }
  | { readonly frame?: undefined; readonly problems: readonly EngineProblem[] };

/**
 * The base bars of a period, and the indicators as a trigger of the strategy would read them on each: computed over
 * the whole stored series, delayed by their shift and joined as-of.
 */
export function onDemandOhlcv({ strategy, market, period, cache }: OnDemandOhlcv): OnDemandOutcome {
  const shared = cache ?? new BindingCache();
  const { plan, indicators, problems } = bindStrategy(strategy, market, period, shared);
  if (problems !== undefined) return { problems };
  const bars = barRows(plan.bars, plan.fromRow, plan.toRow);
  const columns = [...barColumns(bars), ...indicatorColumns(indicators, bars.ts, shared)];
  return { frame: { length: bars.length, columns } };
}
