import type { ExportRequest } from "tradepose-client/models";
import type { BindingCache, MarketData, ResultFrame } from "../../engine/index.ts";
import { columnNamed, takeRows, valueAt } from "../frame-rows.ts";
import { failed, type JobOutcome } from "../job.ts";
import { writeParquet } from "../parquet.ts";
import { backtest, noSuchStrategy, wantedStrategies } from "./backtest.ts";
import { doneWithTrades } from "./persisted-trades.ts";

const DEFAULT_TRADE_COUNT = 2;

/** Earliest and latest day a period can name: everything stored. */
const FIRST_DAY = "1000-01-01";
const LAST_DAY = "9999-12-30";

/**
 * LATEST_TRADES: the strategies run from `start_date` (default: the first stored bar) to the last stored bar. Gives
 * the last `trade_count` trades of every strategy and blueprint as `trades` (Parquet) and `latest_trades` (JSON), and
 * the `performance` of the whole run.
 */
export function latestTrades(request: ExportRequest, market: MarketData, cache: BindingCache): JobOutcome {
  const strategies = wantedStrategies(request);
  if (strategies === undefined) return failed(noSuchStrategy(request));
  const period = { start: request.start_date ?? FIRST_DAY, end: LAST_DAY };
  const outcome = backtest(strategies, request, period, market, cache);
  if ("refusal" in outcome) return failed(outcome.refusal);
  const { trades, performance, counts } = outcome.result;
  const latest = takeRows(trades, lastRowsOfEach(trades, request.trade_count ?? DEFAULT_TRADE_COUNT));
  const files = {
    trades: writeParquet(latest),
    performance: writeParquet(performance),
    latest_trades: new TextEncoder().encode(JSON.stringify({ trades: recordsOf(latest) })),
  };
  return doneWithTrades(request, { files, counts }, latest);
}

/** Rows of the last `count` trades of each strategy and blueprint, in the order of the frame. */
function lastRowsOfEach(trades: ResultFrame, count: number): number[] {
  const strategies = columnNamed(trades, "strategy_name");
  const blueprints = columnNamed(trades, "blueprint_name");
  const rows = new Map<string, number[]>();
  for (let row = 0; row < trades.length; row += 1) {
    const key = JSON.stringify([valueAt(strategies, row), valueAt(blueprints, row)]);
    const own = rows.get(key);
    if (own === undefined) rows.set(key, [row]);
    else own.push(row);
  }
  return [...rows.values()].flatMap((own) => own.slice(-count)).sort((a, b) => a - b);
}

/** Rows as JSON objects; times are ISO 8601 without zone, as in the frame. */
function recordsOf(frame: ResultFrame): Record<string, unknown>[] {
  return Array.from({ length: frame.length }, (_, row) =>
    Object.fromEntries(
      frame.columns.map((column) => {
        const value = valueAt(column, row);
        const isTime = column.dtype === "DatetimeMs" && typeof value === "number";
        return [column.name, isTime ? new Date(value).toISOString().slice(0, -1) : value];
      }),
    ),
  );
}
