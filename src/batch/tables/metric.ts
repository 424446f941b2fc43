/** Figures of the performance frame that can be ranked and averaged. */
export const performanceMetrics = [
  "trades",
  "win_ratio",
  "total",
  "expect_payoff",
  "pnl_std",
  "profit_factor",
  "sharpe_ratio",
  "sortino_ratio",
  "recovery_factor",
  "risk_mae_pct_p75",
  "risk_mae_pct_conservative",
  "risk_mae_pct_p95",
  "g_mfe_after_mae_pct",
  "kelly",
  "sqn",
] as const;

/** A figure of the performance frame; see `performanceSchema` for what each is. */
export type PerformanceMetric = (typeof performanceMetrics)[number];

/** Which rows of the performance frame count. */
export interface MetricOptions {
  /** Figures of results in price units, or in fractions of the entry price. Default `pnl`. */
  readonly unit?: "pnl" | "pnl_pct" | undefined;
}
