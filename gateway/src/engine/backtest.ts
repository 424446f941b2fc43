import { engineOptionsDefaults as defaults } from "tradepose-client/models";
import { measurePlan } from "./backtest-plan.ts";
import type { MarketData } from "./bars.ts";
import { bindStrategy } from "./binding/bind.ts";
import { BindingCache } from "./binding/cache.ts";
import type { PeriodText } from "./calendar/period.ts";
import type { StrategyConfig } from "./config.ts";
import { frameOf, type ResultFrame } from "./frame.ts";
import type { PerformanceRow } from "./performance.ts";
import type { EngineOptions, EngineProblem, StrategyPlan } from "./plan.ts";
import { performanceSchema } from "./result-schemas.ts";
import { TradesBuilder } from "./trades.ts";

export const defaultOptions: EngineOptions = {
  intrabar: defaults.intrabar,
  entryBarExits: defaults.entry_bar_exits,
  stopsBeforeSignals: defaults.stops_before_signals,
  endOfData: defaults.end_of_data,
};

export interface Backtest {
  readonly strategies: readonly StrategyConfig[];
  readonly market: MarketData;
  /** On the clock of each strategy's base instrument; see `PeriodText`. */
  readonly period: PeriodText;
  /** What is left out has its default. */
  readonly options?: Partial<EngineOptions>;
  /** Given to calls that follow each other, it lets them share bars, indicators and expressions; results do not change. */
  readonly cache?: BindingCache;
}

/** What a backtest is made of, as a task reports it. */
export interface BacktestCounts {
  readonly strategies: number;
  readonly blueprints: number;
  readonly indicators: number;
  readonly triggers: number;
  /** Base bars of the period, once for each base instrument and frequency. */
  readonly inputRows: number;
  /** Bars on which an Immediate entry fired and nothing filled. */
  readonly rejectedEntries: number;
  /** Trades in which a bar could not tell what happened first. */
  readonly ambiguousTrades: number;
}

export interface BacktestResult {
  readonly trades: ResultFrame;
  readonly performance: ResultFrame;
  readonly counts: BacktestCounts;
}

/** The result, or everything that is wrong with the strategies: then nothing was kept. */
export type BacktestOutcome =
  | (BacktestResult & { readonly problems?: undefined })
  | { readonly problems: readonly EngineProblem[] };

/**
 * Runs strategies over one period, each as if it were alone: rows follow the order of the strategies, and the same
 * call over the same bars gives the same columns, bit for bit.
 */
export function runBacktest({ strategies, market, period, options, cache }: Backtest): BacktestOutcome {
  const shared = cache ?? new BindingCache();
  const complete: EngineOptions = { ...defaultOptions, ...options };
  const problems: EngineProblem[] = [];
  const trades = new TradesBuilder();
  const performance: PerformanceRow[] = [];
  const inputs = new Map<string, number>();
  let rejectedEntries = 0;
  let ambiguousTrades = 0;

  for (const config of strategies) {
    const bound = bindStrategy(config, market, period, shared);
    if (bound.plan === undefined) problems.push(...bound.problems);
    // What is refused as a whole need not be run.
    if (bound.plan === undefined || problems.length > 0) continue;
    const outcome = measurePlan(bound.plan, complete, trades);
    performance.push(...outcome.performance);
    inputs.set(`${config.base_freq} ${config.base_instrument}`, rowsOf(bound.plan));
    rejectedEntries += outcome.rejectedEntries;
    ambiguousTrades += outcome.ambiguousTrades;
  }

  if (problems.length > 0) return { problems };
  const inputRows = [...inputs.values()].reduce((sum, rows) => sum + rows, 0);
  return {
    trades: trades.frame(),
    performance: frameOf(performanceSchema, performance),
    counts: { ...countParts(strategies), inputRows, rejectedEntries, ambiguousTrades },
  };
}

function rowsOf({ fromRow, toRow }: StrategyPlan): number {
  return toRow - fromRow;
}

/** What strategies are made of, whether they run or not. */
export function countParts(
  strategies: readonly StrategyConfig[],
): Pick<BacktestCounts, "strategies" | "blueprints" | "indicators" | "triggers"> {
  const blueprints = strategies.flatMap((config) => [
    config.base_blueprint,
    ...(config.advanced_blueprints ?? []),
  ]);
  const triggers = blueprints.map(
    ({ entry_triggers, exit_triggers }) => entry_triggers.length + exit_triggers.length,
  );
  const indicators = strategies.map((config) => config.indicators?.length ?? 0);
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  return {
    strategies: strategies.length,
    blueprints: blueprints.length,
    indicators: sum(indicators),
    triggers: sum(triggers),
  };
}
