import type { ExportRequest } from "tradepose-client/models";
import {
  type BacktestOutcome,
  type BacktestResult,
  type BindingCache,
  type EngineOptions,
  type EngineProblem,
  type MarketData,
  type PeriodText,
  runBacktest,
} from "../../engine/index.ts";

type Strategies = ExportRequest["strategy_configs"];

/** The result of a backtest, or a message that says why there is none. */
export type Backtested = { readonly result: BacktestResult } | { readonly refusal: string };

/** Runs strategies of a request over a period, with the request's conventions. */
export function backtest(
  strategies: Strategies,
  request: ExportRequest,
  period: PeriodText,
  market: MarketData,
  cache: BindingCache,
): Backtested {
  const options = engineOptions(request.engine_options);
  const outcome: BacktestOutcome = runBacktest({ strategies, market, period, options, cache });
  return outcome.problems === undefined ? { result: outcome } : { refusal: refusalOf(outcome.problems) };
}

/**
 * The strategies that a request wants: all, or those that `strategy_ids` names by id or name. Undefined when it names
 * none of them.
 */
export function wantedStrategies({ strategy_configs, strategy_ids }: ExportRequest): Strategies | undefined {
  if (strategy_ids == null || strategy_ids.length === 0) return strategy_configs;
  const wanted = new Set(strategy_ids);
  const chosen = strategy_configs.filter(
    ({ id, name }) => wanted.has(name) || (id != null && wanted.has(id)),
  );
  return chosen.length === 0 ? undefined : chosen;
}

/** What `strategy_ids` may name, for the message when it names nothing. */
export function noSuchStrategy({ strategy_configs, strategy_ids }: ExportRequest): string {
  const names = strategy_configs.map(({ name }) => name).join(", ");
  return `strategy_ids (${strategy_ids?.join(", ")}) names none of the strategies of the request: ${names}`;
}

/** The conventions that a request asks for; what it leaves out has its default. */
export function engineOptions(wire: ExportRequest["engine_options"]): Partial<EngineOptions> {
  return {
    ...(wire?.intrabar != null && { intrabar: wire.intrabar }),
    ...(wire?.entry_bar_exits != null && { entryBarExits: wire.entry_bar_exits }),
    ...(wire?.stops_before_signals != null && { stopsBeforeSignals: wire.stops_before_signals }),
    ...(wire?.end_of_data != null && { endOfData: wire.end_of_data }),
  };
}

const PROBLEMS_NAMED = 20;

/** Why there is no result, as the message of a failed task. */
export function refusalOf(problems: readonly EngineProblem[]): string {
  const lines = problems
    .slice(0, PROBLEMS_NAMED)
    .map(({ strategyName, path, message }) => `strategy "${strategyName}", ${path}: ${message}`);
  const more = problems.length - lines.length;
  return [...lines, ...(more > 0 ? [`and ${more} more`] : [])].join("\n");
}
