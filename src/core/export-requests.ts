import { type Freq, TradeDirection, TrendType } from "../generated/enums.ts";
import type { ExportRequest, IndicatorSpec, StrategyConfig } from "../generated/models.ts";

/** Fields that only some kinds of export have. */
type SpecificField =
  | "export_type"
  | "start_date"
  | "end_date"
  | "strategy_name"
  | "blueprint_name"
  | "base_instrument"
  | "base_freq"
  | "indicator_specs"
  | "trade_count";

/** Fields of every export: strategies, where results are kept, and so on. */
type CommonFields = Omit<ExportRequest, SpecificField>;

/** A period, as `YYYY-MM-DD` or ISO 8601; what has no offset is the instrument's local time. */
interface Span {
  readonly start_date: string;
  /** Inclusive; a date includes that whole day. */
  readonly end_date: string;
}

/** What is backtested. */
export interface BacktestExport extends CommonFields, Span {}

/** Of which strategies the latest trades are wanted. */
export interface LatestTradesExport extends CommonFields {
  /** First moment looked at. Default: today in the time zone of this machine. */
  readonly start_date?: string | undefined;
  /** Trades per strategy and blueprint, from 1. Default: the server's, 2. */
  readonly trade_count?: number | undefined;
}

/** Of which blueprint the bars with every stage of the pipeline are wanted. */
export interface EnhancedOhlcvExport
  extends CommonFields,
    Span,
    Pick<ExportRequest, "strategy_name" | "blueprint_name"> {}

/** Which bars and indicators are wanted. */
export interface OnDemandOhlcvExport extends Omit<CommonFields, "strategy_configs" | "strategy_ids">, Span {
  /** Symbol, as `instruments.list` gives it. */
  readonly base_instrument: string;
  readonly base_freq: Freq;
  /** Each becomes a column named by its display name. */
  readonly indicator_specs: readonly IndicatorSpec[];
}

/** The gateway requires dates with every export; validation does not look at them. */
export const validationDates: Span = { start_date: "2024-01-01", end_date: "2024-01-02" };

/** `YYYY-MM-DD` of a moment in the time zone of this machine. */
export function localDate(moment: Date): string {
  const pad = (value: number, length = 2) => String(value).padStart(length, "0");
  return `${pad(moment.getFullYear(), 4)}-${pad(moment.getMonth() + 1)}-${pad(moment.getDate())}`;
}

/** Every export carries a strategy, so bars alone are asked for with one that never trades. */
export function barsOnlyStrategy(request: OnDemandOhlcvExport): StrategyConfig {
  const { base_instrument, base_freq, indicator_specs } = request;
  return {
    name: `on_demand_${base_instrument}_${base_freq}`,
    base_instrument,
    base_freq,
    indicators: [...indicator_specs],
    base_blueprint: {
      name: "_ohlcv_export_dummy",
      direction: TradeDirection.LONG,
      trend_type: TrendType.TREND,
      entry_first: true,
      entry_triggers: [],
      exit_triggers: [],
    },
    advanced_blueprints: [],
  };
}
