import { isNullAt, type Series, SeriesBuilder } from "./series.ts";

export interface SuperTrend {
  /** 1 up, -1 down. */
  readonly direction: Series;
  /** The line: the lower band in an upward trend, the upper band in a downward one. */
  readonly supertrend: Series;
  /** The lower band in an upward trend, else null. */
  readonly long: Series;
  /** The upper band in a downward trend, else null. */
  readonly short: Series;
}

/**
 * SuperTrend: bands at (high + low) / 2 +- multiplier x volatility that only tighten until the close crosses them.
 * It starts, upward, at the first bar on which all inputs are defined; a bar with a null input gives nulls and does
 * not change the state. Crossing upward is tested before crossing downward, whatever the trend, which matters only
 * where the bands have crossed each other; TradingView tests only the band of the current trend.
 */
export function superTrend(
  high: Series,
  low: Series,
  close: Series,
  volatility: Series,
  multiplier: number,
): SuperTrend {
  const length = close.values.length;
  const direction = new SeriesBuilder(length);
  const line = new SeriesBuilder(length);
  const long = new SeriesBuilder(length);
  const short = new SeriesBuilder(length);
  let started = false;
  let upper = 0;
  let lower = 0;
  let previousClose = 0;
  let trend = 1;
  for (let row = 0; row < length; row++) {
    if (isNullAt(high, row) || isNullAt(low, row) || isNullAt(close, row) || isNullAt(volatility, row))
      continue;
    const middle = (high.values[row]! + low.values[row]!) / 2;
    const width = multiplier * volatility.values[row]!;
    const price = close.values[row]!;
    const newUpper = middle + width;
    const newLower = middle - width;
    if (!started) {
      started = true;
      upper = newUpper;
      lower = newLower;
    } else {
      const previousTrend = trend;
      if (price > upper) trend = 1;
      else if (price < lower) trend = -1;
      const keptUpper = newUpper < upper || previousClose > upper ? newUpper : upper;
      const keptLower = newLower > lower || previousClose < lower ? newLower : lower;
      lower = trend > previousTrend ? Math.max(keptLower, lower) : keptLower;
      upper = trend < previousTrend ? Math.min(keptUpper, upper) : keptUpper;
    }
    previousClose = price;
    direction.set(row, trend);
    if (trend === 1) {
      line.set(row, lower);
      long.set(row, lower);
    } else {
      line.set(row, upper);
      short.set(row, upper);
    }
  }
  return { direction: direction.done(), supertrend: line.done(), long: long.done(), short: short.done() };
}
