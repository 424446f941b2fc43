import { ExportType } from "tradepose-client/models";
import { backtestResults } from "./exports/backtest-results.ts";
import { latestTrades } from "./exports/latest-trades.ts";
import { validateStrategy } from "./exports/validate-strategy.ts";
import { failed, type Job, type JobOutcome } from "./job.ts";
import { Workbench } from "./workbench.ts";

const bench = new Workbench();

/** Executes one task, whatever its export type. */
export function executeJob({ request, series }: Job): JobOutcome {
  const market = bench.market(series);
  switch (request.export_type) {
    case ExportType.BACKTEST_RESULTS:
      return backtestResults(request, market, bench.cache);
    case ExportType.LATEST_TRADES:
      return latestTrades(request, market, bench.cache);
    case ExportType.VALIDATE_STRATEGY:
      return validateStrategy(request, market, bench.cache);
    case ExportType.ENHANCED_OHLCV:
      return failed("ENHANCED_OHLCV is not available on this gateway yet");
    case ExportType.ON_DEMAND_OHLCV:
      return failed("ON_DEMAND_OHLCV is not available on this gateway yet");
  }
}
