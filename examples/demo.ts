/**
 * The whole path on real input: a local gateway in this process, 20 years of daily S&P 500 bars, three strategies over
 * 20 yearly periods, one summary table and two Parquet files.
 *
 *     npm run demo                     data in a temporary folder, results in ./demo-results
 *     npm run demo -- --data DIR       keep the gateway's data in DIR
 *     npm run demo -- --out DIR        write the results to DIR
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import pl from "nodejs-polars";
import { BatchTester, Freq, Period } from "tradepose-client";
import { startGateway } from "tradepose-gateway";
import { rsiReversion } from "./strategies/rsi-reversion.ts";
import { smaCrossover } from "./strategies/sma-crossover.ts";
import { superTrendRisk } from "./strategies/supertrend-risk.ts";

const { values: options } = parseArgs({
  options: { data: { type: "string" }, out: { type: "string", default: "demo-results" } },
});

const temporary = options.data === undefined ? await mkdtemp(join(tmpdir(), "tradepose-demo-")) : undefined;
const removeTemporary = async () => {
  if (temporary !== undefined) await rm(temporary, { recursive: true, force: true });
};

try {
  const dataDir = temporary ?? resolve(options.data ?? "");
  await using gateway = await startGateway({ dataDir });
  console.log(`gateway   ${gateway.url}  (data in ${dataDir})`);

  const bars = await gateway.importBars({
    instrument: "SP500",
    freq: Freq.DAY_1,
    file: fileURLToPath(new URL("../data/sp500-2000.csv", import.meta.resolve("vega-datasets"))),
  });
  console.log(`bars      ${bars.rows} daily bars of SP500`);

  const instrument = "SP500";
  const strategies = [
    smaCrossover({ instrument }),
    rsiReversion({ instrument }),
    superTrendRisk({ instrument }),
  ];
  const periods = Array.from({ length: 20 }, (_, i) => Period.fromYear(2000 + i));

  await using tester = new BatchTester({ serverUrl: gateway.url, apiKey: gateway.apiKey });
  const batch = tester.submit({ strategies, periods, progress: "auto" });
  await batch.wait();
  const failed = batch.failedTasks;
  for (const task of failed)
    console.error(
      `failed    ${task.strategyNames.join(", ")} ${task.period.toKey()}: ${task.error?.message}`,
    );

  const trades = await batch.allTrades();
  console.log(leaderboard(trades).toString());

  const out = resolve(options.out);
  await batch.save(out);
  console.log(`results   ${join(out, "summary.parquet")}\n          ${join(out, "trades.parquet")}`);
  if (failed.length > 0) process.exitCode = 1;
} finally {
  await removeTemporary();
}

/** Closed trades of all periods by strategy and blueprint, best total first. */
function leaderboard(trades: pl.DataFrame): pl.DataFrame {
  const pnl = pl.col("pnl");
  return trades
    .filter(pl.col("status").eq(pl.lit(false)))
    .groupBy("strategy", "blueprint")
    .agg(
      pnl.count().alias("trades"),
      pnl.sum().round(2).alias("total"),
      pl.col("pnl_pct").mean().mul(100).round(3).alias("mean %"),
      pnl.gt(0).mean().round(3).alias("win"),
      pl.col("mae").div(pl.col("entry_price")).max().mul(100).round(2).alias("MAE %"),
    )
    .sort(["strategy", "blueprint"])
    .sort({ by: "total", descending: true, maintainOrder: true });
}
