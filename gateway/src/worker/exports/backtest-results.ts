import type { ExportRequest } from "tradepose-client/models";
import type { BindingCache, MarketData } from "../../engine/index.ts";
import { failed, type JobOutcome } from "../job.ts";
import { writeParquet } from "../parquet.ts";
import { backtest, noSuchStrategy, wantedStrategies } from "./backtest.ts";
import { doneWithTrades } from "./persisted-trades.ts";

/** BACKTEST_RESULTS: `trades` and `performance` of the strategies over the period, as Parquet. */
export function backtestResults(request: ExportRequest, market: MarketData, cache: BindingCache): JobOutcome {
  const { start_date: start, end_date: end } = request;
  if (start == null || end == null) return failed("BACKTEST_RESULTS needs start_date and end_date");
  const strategies = wantedStrategies(request);
  if (strategies === undefined) return failed(noSuchStrategy(request));
  const outcome = backtest(strategies, request, { start, end }, market, cache);
  if ("refusal" in outcome) return failed(outcome.refusal);
  const { trades, performance, counts } = outcome.result;
  const files = { trades: writeParquet(trades), performance: writeParquet(performance) };
  return doneWithTrades(request, { files, counts }, trades);
}
