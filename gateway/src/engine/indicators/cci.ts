import type { Bars } from "../bars.ts";
import { RunCounter, rollingMean } from "./mean.ts";
import { type Series, SeriesBuilder } from "./series.ts";

/** Lambert's constant, which puts most values between -100 and 100. */
const SCALE = 0.015;

/**
 * Commodity channel index: distance of the typical price (high + low + close) / 3 from its mean, in mean absolute
 * deviations of the window. 0 where the window is flat. First value at bar `period`. (Lambert 1980.)
 */
export function cci(bars: Bars, period: number): Series {
  const { length } = bars;
  const typical = new Float64Array(length);
  for (let row = 0; row < length; row++)
    typical[row] = (bars.high[row]! + bars.low[row]! + bars.close[row]!) / 3;
  const input: Series = { values: typical, nulls: undefined };
  const mean = rollingMean(input, period).values;
  const runs = new RunCounter(input);
  const result = new SeriesBuilder(length);
  for (let row = 0; row < length; row++) {
    runs.step(row);
    if (row < period - 1) continue;
    const deviation = runs.equal >= period ? 0 : meanDeviation(typical, row, period, mean[row]!);
    result.set(row, deviation === 0 ? 0 : (typical[row]! - mean[row]!) / (SCALE * deviation));
  }
  return result.done();
}

function meanDeviation(values: Float64Array, last: number, period: number, mean: number): number {
  let sum = 0;
  for (let row = last - period + 1; row <= last; row++) sum += Math.abs(values[row]! - mean);
  return sum / period;
}
