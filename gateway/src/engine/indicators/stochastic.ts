import type { Bars } from "../bars.ts";
import { rollingMax, rollingMin } from "./extremes.ts";
import { rollingMean } from "./mean.ts";
import { type Series, SeriesBuilder } from "./series.ts";

export interface Stochastic {
  /** Place of the close within the range of the last `kPeriod` bars, 0 to 100; 50 in a range without height. */
  readonly k: Series;
  /** Mean of the last `dPeriod` values of k. */
  readonly d: Series;
}

/** Stochastic oscillator with the raw (unsmoothed) %K. */
export function stochastic(bars: Bars, kPeriod: number, dPeriod: number): Stochastic {
  const highest = rollingMax(bars.high, kPeriod);
  const lowest = rollingMin(bars.low, kPeriod);
  const k = new SeriesBuilder(bars.length);
  for (let row = kPeriod - 1; row < bars.length; row++) {
    const range = highest[row]! - lowest[row]!;
    k.set(row, range === 0 ? 50 : (100 * (bars.close[row]! - lowest[row]!)) / range);
  }
  const raw = k.done();
  return { k: raw, d: rollingMean(raw, dPeriod) };
}
