import type { ExportRequest } from "tradepose-client/models";
import { type BindingCache, countParts, type MarketData, onDemandOhlcv } from "../../engine/index.ts";
import { done, failed, type JobOutcome } from "../job.ts";
import { onDemandStrategy } from "../on-demand-strategy.ts";
import { writeParquet } from "../parquet.ts";
import { refusalOf } from "./backtest.ts";

/** ON_DEMAND_OHLCV: `on_demand_ohlcv`, bars and indicators over the period, as Parquet. */
export function onDemandOhlcvExport(
  request: ExportRequest,
  market: MarketData,
  cache: BindingCache,
): JobOutcome {
  const { start_date: start, end_date: end } = request;
  if (start == null || end == null) return failed("ON_DEMAND_OHLCV needs start_date and end_date");
  const strategy = onDemandStrategy(request);
  if (strategy === undefined) return failed("ON_DEMAND_OHLCV needs base_instrument and base_freq");
  const { frame, problems } = onDemandOhlcv({ strategy, market, period: { start, end }, cache });
  if (problems !== undefined) return failed(refusalOf(problems));
  const counts = {
    ...countParts([strategy]),
    inputRows: frame.length,
    rejectedEntries: 0,
    ambiguousTrades: 0,
  };
  return done({ files: { on_demand_ohlcv: writeParquet(frame) }, counts });
}
