import type { Bars, MarketData } from "tradepose-gateway/engine";

/** Holds all generated bars. */
export const period = { start: "2020-01-01", end: "2029-12-31" };

/** The bars as the one-minute series BENCH, without costs. */
export function marketOf(bars: Bars): MarketData {
  const series = {
    symbol: "BENCH",
    instrumentId: 1,
    freq: "1min",
    timeZone: "UTC",
    sessionStart: "00:00",
    costs: { commissionRate: 0, commissionFixed: 0, slippage: 0 },
    bars,
  };
  return { series: (symbol) => (symbol === series.symbol ? series : undefined) };
}
