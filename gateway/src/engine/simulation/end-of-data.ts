import type { EngineOptions, StrategyPlan } from "../plan.ts";
import type { Fill } from "./fill.ts";

/** How a position ends that the data leaves open: not at all, or at the last close, by no order and unslipped. */
export function endOfData({ bars, toRow }: StrategyPlan, { endOfData }: EngineOptions): Fill | undefined {
  if (endOfData === "open") return undefined;
  const row = toRow - 1;
  return { row, moment: "close", price: bars.close[row]!, order: null, gapFilled: false };
}
