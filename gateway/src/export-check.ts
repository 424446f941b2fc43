import {
  type ExportRequest,
  ExportType,
  type FieldProblem,
  type StrategyConfig,
} from "tradepose-client/models";
import { type Bars, type MarketData, type MarketSeries, validateStrategies } from "./engine/index.ts";
import { periodProblem } from "./export-period.ts";
import type { ExportCheck } from "./http/services.ts";
import type { MarketStore } from "./market-data/index.ts";
import { chosenStrategy, noStrategyNamed } from "./worker/chosen-strategy.ts";
import { symbolsOf } from "./worker/job.ts";
import { onDemandStrategy } from "./worker/on-demand-strategy.ts";

/**
 * Bars that a strategy is bound to when it is checked. Names and types do not depend on how many there are, so
 * accepting an export costs the same over a year of days and over ten years of minutes.
 */
const sampleRows = 64;

/** Refuses, before it becomes a task, what could only fail: unknown instruments and columns, a period without data. */
export function checkExportWith(store: MarketStore): ExportCheck {
  return async (request) => {
    // Validation reports problems as its result instead.
    if (request.export_type === ExportType.VALIDATE_STRATEGY) return [];
    const missing = missingFields(request);
    if (missing.length > 0) return missing;
    const market = await store.market(symbolsOf(request));
    const sample: MarketData = { series: (symbol) => sampleOf(market.series(symbol)) };
    const bars = request.export_type === ExportType.ON_DEMAND_OHLCV ? onDemandStrategy(request) : undefined;
    const strategies = bars === undefined ? request.strategy_configs : [bars];
    return [
      ...(bars === undefined
        ? strategies.flatMap((config, index) =>
            strategyProblems(config, `strategy_configs[${index}].`, sample),
          )
        : strategyProblems(bars, "", sample).map(asOnDemand)),
      ...(request.export_type === ExportType.ENHANCED_OHLCV ? choiceProblems(request) : []),
      ...periodProblems(request, strategies, market),
    ];
  };
}

/** Fields without which an export says nothing. Only the latest trades have a period of their own. */
function missingFields(request: ExportRequest): FieldProblem[] {
  const dates = ["start_date", "end_date"] as const;
  const bars = ["base_instrument", "base_freq"] as const;
  const { export_type: type } = request;
  return [
    ...(type === ExportType.LATEST_TRADES ? [] : dates),
    ...(type === ExportType.ON_DEMAND_OHLCV ? bars : []),
  ]
    .filter((field) => request[field] == null)
    .map((field) => ({ field, message: "is required for this export type", type: "missing" }));
}

/** The names by which an export of one blueprint chooses it. */
function choiceProblems(request: ExportRequest): FieldProblem[] {
  const strategy = chosenStrategy(request);
  if (strategy === undefined) {
    return [{ field: "strategy_name", message: noStrategyNamed(request), type: "unknown_name" }];
  }
  const { blueprint_name: wanted } = request;
  const names = [strategy.base_blueprint, ...(strategy.advanced_blueprints ?? [])].map(({ name }) => name);
  if (wanted == null || names.includes(wanted)) return [];
  const message = `strategy "${strategy.name}" has no blueprint "${wanted}"; there are ${names.map((name) => `"${name}"`).join(", ")}`;
  return [{ field: "blueprint_name", message, type: "unknown_name" }];
}

/** The request names the indicators in a field of its own. */
function asOnDemand(problem: FieldProblem): FieldProblem {
  return {
    ...problem,
    field: problem.field.replace(/^indicators\b/, "indicator_specs"),
    type: "invalid_indicator",
  };
}

function strategyProblems(config: StrategyConfig, at: string, market: MarketData): FieldProblem[] {
  return validateStrategies({ strategies: [config], market })
    .errors.filter(({ field_path }) => !isPeriod(field_path))
    .map(({ field_path, message }) => ({
      field: `${at}${field_path}`,
      message,
      type: "invalid_strategy",
    }));
}

/** The sample may well hold no complete bar; whether the real bars do is asked in `periodProblems`. */
function isPeriod(path: string): boolean {
  return path === "period" || path.startsWith("period.");
}

/** Once for each series and frequency. */
function periodProblems(
  request: ExportRequest,
  strategies: readonly StrategyConfig[],
  market: MarketData,
): FieldProblem[] {
  const bases = new Map(strategies.map((each) => [`${each.base_freq} ${each.base_instrument}`, each]));
  const problems = [...bases.values()].flatMap(({ base_instrument, base_freq }) => {
    const series = market.series(base_instrument);
    return (series && periodProblem(request, series, base_freq)) ?? [];
  });
  // An unreadable date is wrong for all of them.
  return [...new Map(problems.map((problem) => [problem.message, problem])).values()];
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
