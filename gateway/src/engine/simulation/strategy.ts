import type { EngineOptions, StrategyPlan } from "../plan.ts";
import { simulateAdvanced } from "./advanced.ts";
import { simulateBase } from "./base.ts";
import type { SimulatedBlueprint } from "./trade.ts";

/** Runs a plan once: the base blueprint, then each advanced one over its positions, in list order. */
export function simulateStrategy(plan: StrategyPlan, options: EngineOptions): readonly SimulatedBlueprint[] {
  const base = simulateBase(plan, options);
  return [base, ...plan.advanced.map((blueprint) => simulateAdvanced(plan, blueprint, base.trades, options))];
}
