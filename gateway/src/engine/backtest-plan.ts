import { rowsOf } from "./frame.ts";
import type { ClosedTrade, PerformanceRow } from "./performance.ts";
import { performanceRows } from "./performance.ts";
import type { EngineOptions, StrategyPlan } from "./plan.ts";
import { simulateStrategy } from "./simulation/strategy.ts";
import type { SimulatedBlueprint } from "./simulation/trade.ts";
import { type TradeRow, TradesBuilder } from "./trades.ts";
import { resultOf, type TradeResult } from "./trades-result.ts";

/** What one strategy did over its period, besides its trades. */
export interface PlanMeasures {
  /** Two rows per blueprint, base first, then the advanced blueprints in list order. */
  readonly performance: readonly PerformanceRow[];
  readonly rejectedEntries: number;
  readonly ambiguousTrades: number;
}

/** What one strategy did over its period. */
export interface StrategyOutcome extends PlanMeasures {
  /** In the order of `performance`; by base entry within each blueprint. */
  readonly trades: readonly TradeRow[];
}

/** One strategy alone, its trades as objects: for looking at; many strategies share a frame with `measurePlan`. */
export function runPlan(plan: StrategyPlan, options: EngineOptions): StrategyOutcome {
  const trades = new TradesBuilder();
  const measures = measurePlan(plan, options, trades);
  return { ...measures, trades: rowsOf(trades.frame()) };
}

/** Simulates a plan (which can be run once), adds its trades to a frame and measures what came of them. */
export function measurePlan(plan: StrategyPlan, options: EngineOptions, trades: TradesBuilder): PlanMeasures {
  const performance: PerformanceRow[] = [];
  let rejectedEntries = 0;
  let ambiguousTrades = 0;
  for (const blueprint of simulateStrategy(plan, options)) {
    const results = blueprint.trades.map((trade) => resultOf(trade, blueprint.direction, plan));
    trades.add(plan, blueprint, results);
    performance.push(...performanceRows(plan.strategyName, blueprint.name, closedTrades(plan, results)));
    rejectedEntries += blueprint.rejectedEntries;
    ambiguousTrades += countAmbiguous(blueprint);
  }
  return { performance, rejectedEntries, ambiguousTrades };
}

function closedTrades({ bars }: StrategyPlan, results: readonly TradeResult[]): ClosedTrade[] {
  const closed: ClosedTrade[] = [];
  for (const { trade, pnl, pnlPct, excursions } of results) {
    const { entry, exit } = trade;
    if (exit === undefined) continue;
    const { mae, gMfe } = excursions;
    closed.push({
      entryTime: bars.ts[entry.row]!,
      exitTime: bars.ts[exit.row]!,
      pnl,
      pnlPct,
      maePct: mae.value / entry.price,
      gMfeAfterMae: gMfe.row > mae.row,
    });
  }
  return closed;
}

function countAmbiguous({ trades }: SimulatedBlueprint): number {
  return trades.filter((trade) => trade.ambiguous).length;
}
