import type { ExportRequest } from "tradepose-client/models";
import { type BindingCache, countParts, enhancedOhlcv, type MarketData } from "../../engine/index.ts";
import { chosenStrategy, noStrategyNamed } from "../chosen-strategy.ts";
import { done, failed, type JobOutcome } from "../job.ts";
import { writeParquet } from "../parquet.ts";
import { engineOptions, refusalOf } from "./backtest.ts";

/** ENHANCED_OHLCV: `enhanced_ohlcv`, the bars of the period with every stage of one blueprint, as Parquet. */
export function enhancedOhlcvExport(
  request: ExportRequest,
  market: MarketData,
  cache: BindingCache,
): JobOutcome {
  const { start_date: start, end_date: end, blueprint_name } = request;
  if (start == null || end == null) return failed("ENHANCED_OHLCV needs start_date and end_date");
  const strategy = chosenStrategy(request);
  if (strategy === undefined) return failed(noStrategyNamed(request));
  const outcome = enhancedOhlcv({
    strategy,
    blueprint: blueprint_name ?? undefined,
    market,
    period: { start, end },
    options: engineOptions(request.engine_options),
    cache,
  });
  if (outcome.problems !== undefined) return failed(refusalOf(outcome.problems));
  const { frame, rejectedEntries, ambiguousTrades } = outcome;
  const counts = { ...countParts([strategy]), inputRows: frame.length, rejectedEntries, ambiguousTrades };
  return done({ files: { enhanced_ohlcv: writeParquet(frame) }, counts });
}
