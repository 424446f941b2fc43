import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pl from "nodejs-polars";
import {
  BatchTester,
  type Freq,
  orderStrategyCode,
  type Period,
  type StrategyConfig,
} from "tradepose-client";
import { startGateway } from "tradepose-gateway";
import type { Bar } from "./bars.ts";

/** Bars of an instrument: generated ones, or a CSV file. */
export interface MarketData {
  readonly instrument: string;
  readonly freq: Freq;
  readonly bars: readonly Bar[] | string;
  /** Zone of the times in the bars. Default UTC. */
  readonly timezone?: string;
}

/** Daily bars of the S&P 500 from 2000 to 2020, from the npm package vega-datasets. */
export const sp500: MarketData = {
  instrument: "SP500",
  freq: "1D",
  bars: fileURLToPath(new URL("../data/sp500-2000.csv", import.meta.resolve("vega-datasets"))),
};

/**
 * Backtests strategies on a gateway of its own and prints their performance and last trades. Nothing is left behind;
 * with `--out DIR` on the command line the results are written there as Parquet.
 */
export async function backtest(
  strategies: readonly StrategyConfig[],
  periods: readonly Period[],
  markets: readonly MarketData[],
): Promise<void> {
  const { values: options } = parseArgs({ options: { out: { type: "string" } } });
  const folder = await mkdtemp(join(tmpdir(), "tradepose-example-"));
  try {
    await using gateway = await startGateway({ dataDir: join(folder, "data") });
    for (const { bars, ...market } of markets) {
      const file = typeof bars === "string" ? bars : await writeBars(folder, market.instrument, bars);
      await gateway.importBars({ ...market, file });
    }
    await using tester = new BatchTester({ serverUrl: gateway.url, apiKey: gateway.apiKey });
    const batch = tester.submit({ strategies, periods, progress: "silent" });
    await batch.wait();
    const [failed] = batch.failedTasks;
    if (failed !== undefined) throw failed.error;
    printPerformance(await batch.summary());
    printTrades(await batch.allTrades());
    if (options.out !== undefined) await batch.save(resolve(options.out));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function writeBars(folder: string, instrument: string, bars: readonly Bar[]): Promise<string> {
  const file = join(folder, `${instrument}.csv`);
  const rows = bars.map((bar) => [bar.time, bar.open, bar.high, bar.low, bar.close, bar.volume].join(","));
  await writeFile(file, ["ts,open,high,low,close,volume", ...rows].join("\n"));
  return file;
}

/** One line per blueprint: the base first, then what the advanced ones made of its positions. */
function printPerformance(performance: pl.DataFrame): void {
  const pnl = performance.filter(pl.col("metric_type").eq(pl.lit("pnl_pct")));
  console.log("\nPerformance, returns in % of the entry price");
  console.table(
    pnl.toRecords().map((row) => ({
      strategy: row.strategy_name,
      blueprint: row.blueprint_name,
      period: row.period,
      trades: row.trades,
      total: rounded(row.total, 100),
      mean: rounded(row.expect_payoff, 100),
      win: rounded(row.win_ratio, 100),
      "profit factor": rounded(row.profit_factor),
      sharpe: rounded(row.sharpe_ratio),
    })),
  );
}

function printTrades(trades: pl.DataFrame): void {
  console.log(`\nTrades: ${trades.height}; the last of them, times in UTC`);
  const adverse = pl.col("mae").div(pl.col("entry_price")).alias("mae_pct");
  console.table(
    trades
      .withColumns(adverse)
      .sort("entry_time")
      .tail(8)
      .toRecords()
      .map((trade) => ({
        blueprint: trade.blueprint_name,
        entry: timeText(trade.entry_time),
        "entry price": rounded(trade.entry_price),
        exit: timeText(trade.exit_time),
        "exit price": rounded(trade.exit_price),
        reason: orderOf(trade.exit_reason),
        bars: trade.holding_bars,
        "pnl %": rounded(trade.pnl_pct, 100),
        "MAE %": rounded(trade.mae_pct, 100),
      })),
  );
}

// What a frame holds is known at run time only.

function rounded(value: unknown, scale = 1): number | null {
  return typeof value === "number" ? Number((value * scale).toFixed(2)) : null;
}

function timeText(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 16).replace("T", " ") : "";
}

function orderOf(code: unknown): string {
  return Object.entries(orderStrategyCode).find(([, number]) => number === code)?.[0] ?? "";
}
