import {
  type ExportRequest,
  ExportType,
  type FieldProblem,
  type StrategyConfig,
} from "tradepose-client/models";
import { readPeriod } from "./engine/calendar/period.ts";
import { type Bars, type MarketData, type MarketSeries, validateStrategies } from "./engine/index.ts";
import type { ExportCheck } from "./http/services.ts";
import type { MarketStore } from "./market-data/index.ts";
import { symbolsOf } from "./worker/job.ts";

/**
 * Bars that a strategy is bound to when it is checked. Names and types do not depend on how many there are, so
 * accepting an export costs the same over a year of days and over ten years of minutes.
 */
const sampleRows = 64;

/** Exports whose strategies are to be run; validation reports problems as its result instead. */
const runs: ReadonlySet<ExportType> = new Set([
  ExportType.BACKTEST_RESULTS,
  ExportType.LATEST_TRADES,
  ExportType.ENHANCED_OHLCV,
]);

/** Refuses, before it becomes a task, what could only fail: unknown instruments and columns, a period without data. */
export function checkExportWith(store: MarketStore): ExportCheck {
  return async (request) => {
    if (!runs.has(request.export_type)) return [];
    const missing = missingDates(request);
    if (missing.length > 0) return missing;
    const market = await store.market(symbolsOf(request));
    const sample: MarketData = { series: (symbol) => sampleOf(market.series(symbol)) };
    return [
      ...request.strategy_configs.flatMap((config, index) => strategyProblems(config, index, sample)),
      ...periodProblems(request, market),
    ];
  };
}

/** Only the latest trades have a period of their own when none is given. */
function missingDates(request: ExportRequest): FieldProblem[] {
  if (request.export_type === ExportType.LATEST_TRADES) return [];
  return (["start_date", "end_date"] as const)
    .filter((field) => request[field] == null)
    .map((field) => ({ field, message: "is required for this export type", type: "missing" }));
}

function strategyProblems(config: StrategyConfig, index: number, market: MarketData): FieldProblem[] {
  return validateStrategies({ strategies: [config], market })
    .errors.filter(({ field_path }) => !isPeriod(field_path))
    .map(({ field_path, message }) => ({
      field: `strategy_configs[${index}].${field_path}`,
      message,
      type: "invalid_strategy",
    }));
}

/** The sample may well hold no complete bar; whether the real bars do is asked in `periodProblems`. */
function isPeriod(path: string): boolean {
  return path === "period" || path.startsWith("period.");
}

function periodProblems(request: ExportRequest, market: MarketData): FieldProblem[] {
  const symbols = new Set(request.strategy_configs.map((config) => config.base_instrument));
  return [...symbols].flatMap((symbol) => {
    const series = market.series(symbol);
    return series === undefined ? [] : periodProblem(request, series);
  });
}

function periodProblem(request: ExportRequest, { symbol, timeZone, bars }: MarketSeries): FieldProblem[] {
  const period = readPeriod(
    { start: request.start_date ?? "0001-01-01", end: request.end_date ?? "9999-12-30" },
    timeZone,
  );
  if ("field" in period)
    return [{ field: `${period.field}_date`, message: period.message, type: "invalid_date" }];
  const first = bars.ts[0] ?? Number.POSITIVE_INFINITY;
  const last = bars.ts[bars.length - 1] ?? Number.NEGATIVE_INFINITY;
  const extent = `the bars of ${symbol} run from ${instant(first)} to ${instant(last)}`;
  if (period.from > last)
    return [{ field: "start_date", message: `is after the data: ${extent}`, type: "no_data" }];
  if (period.to <= first)
    return [{ field: "end_date", message: `is before the data: ${extent}`, type: "no_data" }];
  return [];
}

function instant(ts: number): string {
  return Number.isFinite(ts) ? new Date(ts).toISOString() : "nowhere";
}

function sampleOf(series: MarketSeries | undefined): MarketSeries | undefined {
  return series && { ...series, bars: headOf(series.bars) };
}

function headOf(bars: Bars): Bars {
  const length = Math.min(bars.length, sampleRows);
  const head = (column: Float64Array) => column.subarray(0, length);
  return {
    length,
    ts: head(bars.ts),
    open: head(bars.open),
    high: head(bars.high),
    low: head(bars.low),
    close: head(bars.close),
    volume: head(bars.volume),
  };
}
