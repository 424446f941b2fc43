import { type Bars, BindingCache, defaultOptions, runBacktest } from "tradepose-gateway/engine";
import { bindStrategy } from "../../gateway/src/engine/binding/bind.ts";
import type { StrategyPlan } from "../../gateway/src/engine/plan.ts";
import { simulateStrategy } from "../../gateway/src/engine/simulation/strategy.ts";
import { marketOf, period } from "./market.ts";
import { measure, type Row } from "./measure.ts";
import { crossover, protectedCrossover } from "./strategies.ts";

/** What binding (indicators and conditions) and simulating cost, apart and together. */
export function measureBacktests(
  bars: Bars,
  runs: number,
): { readonly conditions: Row[]; readonly simulation: Row[] } {
  const market = marketOf(bars);
  const cache = new BindingCache();
  let unseen = 0;
  const bind = (make: typeof crossover, offset: number): StrategyPlan => {
    const bound = bindStrategy(make(offset), market, period, cache);
    if (bound.problems !== undefined)
      throw new Error(bound.problems.map(({ message }) => message).join("; "));
    return bound.plan;
  };

  const conditions: Row[] = [];
  const simulation: Row[] = [];
  for (const [name, make] of [
    ["crossover", crossover],
    ["filters, stop, target, trailing stop", protectedCrossover],
  ] as const) {
    conditions.push({
      name: `${name}: bind, new conditions`,
      ours: measure(() => bind(make, ++unseen * 1e-9), runs),
    });
    conditions.push({ name: `${name}: bind, all cached`, ours: measure(() => bind(make, 0), runs) });
    simulation.push({
      name: `${name}: bar walk`,
      ours: measure(
        (plan) => simulateStrategy(plan, defaultOptions),
        runs,
        () => bind(make, 0),
      ),
    });
    simulation.push({
      name: `${name}: all, to 46 columns`,
      ours: measure(
        () => runBacktest({ strategies: [make()], market, period, cache: new BindingCache() }),
        runs,
      ),
    });
  }
  return { conditions, simulation };
}
