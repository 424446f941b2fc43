import { rollingDeviation } from "./deviation.ts";
import { rollingMean } from "./mean.ts";
import { isNullAt, type Series, SeriesBuilder } from "./series.ts";

export interface BollingerBands {
  readonly upper: Series;
  /** Mean of the window. */
  readonly middle: Series;
  readonly lower: Series;
  /** (upper - lower) / middle, a fraction; null where the middle is 0. */
  readonly bandwidth: Series;
}

/** Bollinger bands: the window's mean and `deviations` population standard deviations to either side. */
export function bollingerBands(input: Series, period: number, deviations: number): BollingerBands {
  const length = input.values.length;
  const middle = rollingMean(input, period);
  const deviation = rollingDeviation(input, period);
  const upper = new SeriesBuilder(length);
  const lower = new SeriesBuilder(length);
  const bandwidth = new SeriesBuilder(length);
  for (let row = 0; row < length; row++) {
    if (isNullAt(middle, row)) continue;
    const center = middle.values[row]!;
    const width = deviations * deviation.values[row]!;
    upper.set(row, center + width);
    lower.set(row, center - width);
    if (center !== 0) bandwidth.set(row, (center + width - (center - width)) / center);
  }
  return { upper: upper.done(), middle, lower: lower.done(), bandwidth: bandwidth.done() };
}
