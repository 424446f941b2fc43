import type { ExportRequest } from "tradepose-client/models";
import { type BindingCache, countParts, type MarketData, validateStrategies } from "../../engine/index.ts";
import { done, type JobOutcome } from "../job.ts";

/** VALIDATE_STRATEGY: `validation_result` as JSON; the period of the request does not matter. */
export function validateStrategy(
  request: ExportRequest,
  market: MarketData,
  cache: BindingCache,
): JobOutcome {
  const strategies = request.strategy_configs;
  const result = validateStrategies({ strategies, market, cache });
  const counts = { ...countParts(strategies), inputRows: 0, rejectedEntries: 0, ambiguousTrades: 0 };
  return done({ files: { validation_result: new TextEncoder().encode(JSON.stringify(result)) }, counts });
}
