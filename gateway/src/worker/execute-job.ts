import { ExportType } from "tradepose-client/models";
import { backtestResults } from "./exports/backtest-results.ts";
import { enhancedOhlcvExport } from "./exports/enhanced-ohlcv.ts";
import { latestTrades } from "./exports/latest-trades.ts";
import { onDemandOhlcvExport } from "./exports/on-demand-ohlcv.ts";
import { validateStrategy } from "./exports/validate-strategy.ts";
import type { Job, JobOutcome } from "./job.ts";
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
      return enhancedOhlcvExport(request, market, bench.cache);
    case ExportType.ON_DEMAND_OHLCV:
      return onDemandOhlcvExport(request, market, bench.cache);
  }
}
