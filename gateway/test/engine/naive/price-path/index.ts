/**
 * A third simulator, deliberately naive: it goes through each bar event by event, along the way price takes from the
 * open over the extremes to the close, and a policy is a choice of way. It has no line in common with the engine.
 */
import { walkAdvanced } from "./advanced.ts";
import { walkBase } from "./base.ts";
import type { PathOptions, PathResult, PathStrategy } from "./model.ts";

export { excursionsOf, type PathExcursions } from "./excursions.ts";
export type * from "./model.ts";

/** The base blueprint, then the advanced ones in list order. */
export function walkPricePath(strategy: PathStrategy, options: PathOptions): PathResult[] {
  const base = walkBase(strategy, options);
  return [base, ...strategy.advanced.map((blueprint) => walkAdvanced(strategy, blueprint, base, options))];
}
