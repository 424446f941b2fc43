import { readFileSync } from "node:fs";
import type { MarketData, MarketSeries } from "../../../src/engine/index.ts";
import type { NaiveBar } from "../naive/index.ts";

/** Real daily bars of the S&P 500, 2000-01-03 to 2020-04-17. */
export const sp500: readonly NaiveBar[] = readBars();

function readBars(): NaiveBar[] {
  // The package exports its loader only, not its files.
  const file = new URL("../../../../node_modules/vega-datasets/data/sp500-2000.csv", import.meta.url);
  const [, ...lines] = readFileSync(file, "utf8").trim().split("\n");
  return lines.map((line) => {
    const [date, open, high, low, close, , volume] = line.split(",");
    return {
      ts: Date.parse(`${date}T00:00:00Z`),
      open: Number(open),
      high: Number(high),
      low: Number(low),
      close: Number(close),
      volume: Number(volume),
    };
  });
}

/** A market with one instrument, `SP500`, stored daily. */
export function marketOf(bars: readonly NaiveBar[], change: Partial<MarketSeries> = {}): MarketData {
  const column = (name: keyof NaiveBar) => Float64Array.from(bars, (bar) => bar[name]);
  const series: MarketSeries = {
    symbol: "SP500",
    instrumentId: 1,
    freq: "1D",
    timeZone: "UTC",
    sessionStart: "00:00",
    costs: { commissionRate: 0, commissionFixed: 0, slippage: 0 },
    bars: {
      length: bars.length,
      ts: column("ts"),
      open: column("open"),
      high: column("high"),
      low: column("low"),
      close: column("close"),
      volume: column("volume"),
    },
    ...change,
  };
  return { series: (symbol) => (symbol === series.symbol ? series : undefined) };
}
