import type { FrameValue } from "./frame.ts";
import * as statistics from "./performance-statistics.ts";

/** One row of the performance frame by column name. */
export type PerformanceRow = { readonly [Column in keyof ReturnType<typeof rowOf>]: FrameValue };

/** What performance needs of one closed trade. */
export interface ClosedTrade {
  /** UTC milliseconds. */
  readonly entryTime: number;
  /** UTC milliseconds. */
  readonly exitTime: number;
  readonly pnl: number;
  readonly pnlPct: number;
  /** Largest adverse excursion as a fraction of the entry price. */
  readonly maePct: number;
  readonly gMfeAfterMae: boolean;
}

/** The two rows of one blueprint, `pnl` and `pnl_pct`, over its closed trades in order of entry. */
export function performanceRows(
  strategy: string,
  blueprint: string,
  trades: readonly ClosedTrade[],
): readonly PerformanceRow[] {
  const risk = riskOf(trades);
  return [
    rowOf(strategy, blueprint, "pnl", trades, risk),
    rowOf(strategy, blueprint, "pnl_pct", trades, risk),
  ];
}

function rowOf(
  strategy: string,
  blueprint: string,
  metric: "pnl" | "pnl_pct",
  trades: readonly ClosedTrade[],
  risk: ReturnType<typeof riskOf>,
) {
  const values = trades.map((trade) => (metric === "pnl" ? trade.pnl : trade.pnlPct));
  return {
    strategy_name: strategy,
    blueprint_name: blueprint,
    metric_type: metric,
    trades: trades.length,
    ...timesOf(trades),
    ...moneyOf(values, tradesPerYear(trades)),
    ...risk,
    strategy,
    blueprint,
  };
}

function timesOf(trades: readonly ClosedTrade[]) {
  return {
    first_entry_time: trades.at(0)?.entryTime ?? null,
    last_entry_time: trades.at(-1)?.entryTime ?? null,
    last_exit_time: trades.at(-1)?.exitTime ?? null,
  };
}

function moneyOf(values: readonly number[], perYear: number) {
  const count = values.length;
  const total = statistics.sum(values);
  const mean = total / count;
  const deviation = statistics.sampleDeviation(values);
  const gains = values.filter((value) => value > 0);
  const losses = values.filter((value) => value < 0);
  const won = statistics.sum(gains);
  const lost = -statistics.sum(losses);
  const winRatio = gains.length / count;
  const payoff = won / gains.length / (lost / losses.length);
  return {
    total: finite(total),
    win_ratio: finite(winRatio),
    expect_payoff: finite(mean),
    pnl_std: finite(deviation),
    profit_factor: finite(won / lost),
    sharpe_ratio: finite((mean / deviation) * Math.sqrt(perYear)),
    sortino_ratio: finite((mean / statistics.downsideDeviation(values)) * Math.sqrt(perYear)),
    recovery_factor: finite(total / statistics.largestDrawdown(values)),
    kelly: finite(winRatio - (1 - winRatio) / payoff),
    sqn: finite((Math.sqrt(count) * mean) / deviation),
  };
}

function riskOf(trades: readonly ClosedTrade[]) {
  const adverse = trades.map((trade) => trade.maePct);
  const sorted = statistics.ascending(adverse);
  const after = trades.filter((trade) => trade.gMfeAfterMae).length;
  return {
    risk_mae_pct_p75: finite(statistics.quantileOfSorted(sorted, 0.75)),
    risk_mae_pct_p95: finite(statistics.quantileOfSorted(sorted, 0.95)),
    risk_mae_pct_conservative: finite(2 * statistics.quantile(adverse.slice(-100), 0.5)),
    g_mfe_after_mae_pct: finite(after / trades.length),
  };
}

const yearMs = 365.25 * 24 * 60 * 60 * 1000;

/** From the first entry to the last exit, in years of 365.25 days. */
function tradesPerYear(trades: readonly ClosedTrade[]): number {
  const first = trades.at(0);
  const last = trades.at(-1);
  if (first === undefined || last === undefined) return Number.NaN;
  return trades.length / ((last.exitTime - first.entryTime) / yearMs);
}

/** A figure whose denominator is zero or that has too few trades is undefined: null, never NaN or infinity. */
function finite(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}
