import { ema } from "./moving-averages.ts";
import { isNullAt, type Series, SeriesBuilder } from "./series.ts";

export interface Macd {
  readonly macd: Series;
  readonly signal: Series;
  /** macd - signal. */
  readonly histogram: Series;
}

/** Moving average convergence divergence: EMA(fast) - EMA(slow), each seeded on its own, and an EMA of it as signal. */
export function macd(input: Series, fastPeriod: number, slowPeriod: number, signalPeriod: number): Macd {
  const line = difference(ema(input, fastPeriod), ema(input, slowPeriod));
  const signal = ema(line, signalPeriod);
  return { macd: line, signal, histogram: difference(line, signal) };
}

function difference(a: Series, b: Series): Series {
  const result = new SeriesBuilder(a.values.length);
  for (let row = 0; row < a.values.length; row++) {
    if (!isNullAt(a, row) && !isNullAt(b, row)) result.set(row, a.values[row]! - b.values[row]!);
  }
  return result.done();
}
