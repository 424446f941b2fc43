import { enhancedOhlcvSchema } from "tradepose-client/models";
import { defaultOptions } from "../backtest.ts";
import type { MarketData } from "../bars.ts";
import { bindStrategy } from "../binding/bind.ts";
import { BindingCache } from "../binding/cache.ts";
import type { BoundIndicators } from "../binding/indicators.ts";
import type { PeriodText } from "../calendar/period.ts";
import type { StrategyConfig } from "../config.ts";
import type { BoundBlueprint, EngineOptions, EngineProblem, StrategyPlan } from "../plan.ts";
import { simulateStrategy } from "../simulation/strategy.ts";
import type { SimulatedBlueprint } from "../simulation/trade.ts";
import { writeAdvanced, writeNoAdvanced } from "./advanced-stages.ts";
import { FixedColumns } from "./fixed-columns.ts";
import type { OhlcvFrame } from "./frame.ts";
import { indicatorColumns } from "./indicator-columns.ts";
import type { Played } from "./positions.ts";
import { replay } from "./replay.ts";
import { writeBars, writeBase, writeFinal } from "./stages.ts";
import { triggerColumns } from "./trigger-columns.ts";

export interface EnhancedOhlcv {
  readonly strategy: StrategyConfig;
  /** The blueprint whose stages are shown; by default the base blueprint. The first of that name. */
  readonly blueprint?: string | undefined;
  readonly market: MarketData;
  /** On the clock of the base instrument. */
  readonly period: PeriodText;
  /** What is left out has its default. */
  readonly options?: Partial<EngineOptions>;
  readonly cache?: BindingCache;
}

export interface EnhancedResult {
  readonly frame: OhlcvFrame;
  /** Bars on which an Immediate entry of the blueprint fired and nothing filled. */
  readonly rejectedEntries: number;
  /** Trades of the blueprint in which a bar could not tell what happened first. */
  readonly ambiguousTrades: number;
}

/** The result, or everything that is wrong with what was asked for. */
export type EnhancedOutcome =
  | (EnhancedResult & { readonly problems?: undefined })
  | { readonly problems: readonly EngineProblem[] };

/**
 * One row for every base bar of the period, with every stage between the bars and the trades of one blueprint: the
 * columns of the contract, a struct for each trigger, and the indicators. Its fills are those of a backtest, because
 * they come from one; the walk is then repeated to ask every trigger on every bar.
 */
export function enhancedOhlcv(request: EnhancedOhlcv): EnhancedOutcome {
  const { strategy, blueprint, market, period } = request;
  const cache = request.cache ?? new BindingCache();
  const options: EngineOptions = { ...defaultOptions, ...request.options };
  // A plan can be run once: one is simulated, the other replayed.
  const simulated = bindStrategy(strategy, market, period, cache);
  if (simulated.problems !== undefined) return { problems: simulated.problems };
  const repeated = bindStrategy(strategy, market, period, cache);
  if (repeated.problems !== undefined) return { problems: repeated.problems };
  const wanted = blueprint ?? simulated.plan.base.plan.name;
  const run = only(simulated.plan, wanted);
  const again = only(repeated.plan, wanted);
  if (run === undefined || again === undefined)
    return { problems: [noSuchBlueprint(simulated.plan, wanted)] };

  const [base, advanced] = simulateStrategy(run, options);
  if (base === undefined) throw new Error("a simulation begins with the base blueprint");
  const frame = frameOf(again, options, base, advanced, repeated.indicators, cache);
  const { trades, rejectedEntries } = advanced ?? base;
  return { frame, rejectedEntries, ambiguousTrades: trades.filter(({ ambiguous }) => ambiguous).length };
}

/** The plan without the advanced blueprints that were not asked for. */
function only(plan: StrategyPlan, blueprint: string): StrategyPlan | undefined {
  if (plan.base.plan.name === blueprint) return { ...plan, advanced: [] };
  const found = plan.advanced.find(({ plan: { name } }) => name === blueprint);
  return found && { ...plan, advanced: [found] };
}

function noSuchBlueprint({ strategyName, base, advanced }: StrategyPlan, wanted: string): EngineProblem {
  const names = [base, ...advanced].map(({ plan }) => `"${plan.name}"`).join(", ");
  return {
    strategyName,
    path: "blueprint_name",
    message: `the strategy has no blueprint "${wanted}"; its blueprints are ${names}`,
  };
}

function frameOf(
  plan: StrategyPlan,
  options: EngineOptions,
  base: SimulatedBlueprint,
  advanced: SimulatedBlueprint | undefined,
  indicators: BoundIndicators,
  cache: BindingCache,
): OhlcvFrame {
  const { bars, fromRow, toRow } = plan;
  const play = (bound: BoundBlueprint, { trades }: SimulatedBlueprint, exitsSeeEntry: boolean): Played => ({
    replayed: replay(bound, { bars, fromRow, toRow, options, trades, exitsSeeEntry }),
    trades,
  });
  const basePlayed = play(plan.base, base, false);
  // Its triggers read the context of the base, which is complete now.
  const [bound] = plan.advanced;
  const own = bound && advanced && play(bound, advanced, true);

  const length = toRow - fromRow;
  const columns = new FixedColumns(enhancedOhlcvSchema, length);
  const shown = { bars, fromRow, toRow };
  writeBars(columns, shown);
  const baseRejected = writeBase(columns, basePlayed, shown);
  if (own === undefined) writeNoAdvanced(columns);
  const rejected = own === undefined ? baseRejected : writeAdvanced(columns, own, base.trades, shown);
  writeFinal(columns, own ?? basePlayed, rejected, shown);
  columns.fill("strategy_name", plan.strategyName);
  columns.fill("blueprint_name", (advanced ?? base).name);
  return {
    length,
    columns: [
      ...columns.columns(),
      ...triggerColumns("base", basePlayed.replayed),
      ...(own === undefined ? [] : triggerColumns("advanced", own.replayed)),
      ...indicatorColumns(indicators, bars.ts.subarray(fromRow, toRow), cache),
    ],
  };
}
