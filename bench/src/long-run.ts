import assert from "node:assert/strict";
import {
  type Bars,
  BindingCache,
  defaultOptions,
  type MarketData,
  runBacktest,
} from "tradepose-gateway/engine";
import { bindStrategy } from "../../gateway/src/engine/binding/bind.ts";
import type { BoundBlueprint, StrategyPlan, TriggerPlan } from "../../gateway/src/engine/plan.ts";
import { simulateStrategy } from "../../gateway/src/engine/simulation/strategy.ts";
import { marketOf, period } from "./market.ts";
import { measure } from "./measure.ts";
import type { Figure } from "./report.ts";
import { crossover, filteredCrossover } from "./strategies.ts";

/** Optimised code is what a worker runs all day. */
const WARM_UP = 6;

/**
 * B1: one strategy over one long series, from bars in memory with nothing cached. The peers give entry and exit (row
 * and price) of each trade; the frame has 46 columns and the performance beside it.
 */
export function measureLongRuns(bars: Bars, runs: number): Figure[] {
  const market = marketOf(bars);
  return [
    ...figuresOf("SMA 10/50 cross", market, runs, crossover, [15, 25]),
    ...figuresOf("with RSI filter, ATR stop and target", market, runs, filteredCrossover, [30, 45]),
  ];
}

function figuresOf(
  name: string,
  market: MarketData,
  runs: number,
  make: typeof crossover,
  [toTrades, toFrame]: readonly [number, number],
): Figure[] {
  const config = make();
  const bind = (): StrategyPlan => {
    const bound = bindStrategy(config, market, period, new BindingCache());
    if (bound.problems !== undefined) throw new Error(bound.problems.map((each) => each.message).join("; "));
    return bound.plan;
  };
  const trades = () => simulateStrategy(bind(), defaultOptions);
  const frame = () => runBacktest({ strategies: [config], market, period, cache: new BindingCache() });

  // No time counts before the results are those of the walk that looks at every bar.
  const found = trades();
  assert.deepEqual(found, simulateStrategy(onEveryBar(bind()), defaultOptions));
  const note = `${found.reduce((sum, { trades }) => sum + trades.length, 0).toLocaleString("en")} trades`;

  for (let i = 0; i < WARM_UP; i++) {
    trades();
    frame();
  }
  return [
    { name: `${name}: to trades`, value: measure(trades, runs), unit: "ms", goal: toTrades, note },
    { name: `${name}: to 46 columns`, value: measure(frame, runs), unit: "ms", goal: toFrame, note },
  ];
}

function onEveryBar(plan: StrategyPlan): StrategyPlan {
  const untold = ({ mayFire: _, ...trigger }: TriggerPlan): TriggerPlan => trigger;
  const bare = ({ plan, context }: BoundBlueprint): BoundBlueprint => ({
    plan: { ...plan, entries: plan.entries.map(untold), exits: plan.exits.map(untold) },
    context,
  });
  return { ...plan, base: bare(plan.base), advanced: plan.advanced.map(bare) };
}
