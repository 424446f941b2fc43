import type { ClosedTrade, PerformanceRow } from "./performance.ts";
import { performanceRows } from "./performance.ts";
import type { EngineOptions, StrategyPlan } from "./plan.ts";
import { simulateStrategy } from "./simulation/strategy.ts";
import type { SimulatedBlueprint } from "./simulation/trade.ts";
import { type TradeRow, tradeRows } from "./trades.ts";
import { resultOf, type TradeResult } from "./trades-result.ts";

/** What one strategy did over its period. */
export interface StrategyOutcome {
  /** Base first, then the advanced blueprints in list order; by base entry within each. */
  readonly trades: readonly TradeRow[];
  /** Two rows per blueprint, in the same order. */
  readonly performance: readonly PerformanceRow[];
  readonly rejectedEntries: number;
  readonly ambiguousTrades: number;
}

/** Simulates a plan (which can be run once) and measures what came of it. */
export function runPlan(plan: StrategyPlan, options: EngineOptions): StrategyOutcome {
  const trades: TradeRow[] = [];
  const performance: PerformanceRow[] = [];
  let rejectedEntries = 0;
  let ambiguousTrades = 0;
  for (const blueprint of simulateStrategy(plan, options)) {
    const results = blueprint.trades.map((trade) => resultOf(trade, blueprint.direction, plan));
    for (const row of tradeRows(plan, blueprint, results)) trades.push(row);
    performance.push(...performanceRows(plan.strategyName, blueprint.name, closedTrades(plan, results)));
    rejectedEntries += blueprint.rejectedEntries;
    ambiguousTrades += countAmbiguous(blueprint);
  }
  return { trades, performance, rejectedEntries, ambiguousTrades };
}

function closedTrades({ bars }: StrategyPlan, results: readonly TradeResult[]): ClosedTrade[] {
  return results.flatMap(({ trade: { entry, exit }, pnl, pnlPct, excursions: { mae, gMfe } }) => {
    if (exit === undefined) return [];
    return {
      entryTime: bars.ts[entry.row]!,
      exitTime: bars.ts[exit.row]!,
      pnl,
      pnlPct,
      maePct: mae.value / entry.price,
      gMfeAfterMae: gMfe.row > mae.row,
    };
  });
}

function countAmbiguous({ trades }: SimulatedBlueprint): number {
  return trades.filter((trade) => trade.ambiguous).length;
}
