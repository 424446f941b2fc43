import type { Bars } from "../bars.ts";

/**
 * True range of every bar: the largest of high - low, |high - previous close| and |low - previous close|.
 * The first bar has no previous close; its true range is high - low.
 */
export function trueRange(bars: Bars): Float64Array {
  const { high, low, close, length } = bars;
  const result = new Float64Array(length);
  for (let row = 0; row < length; row++) {
    const range = high[row]! - low[row]!;
    if (row === 0) {
      result[row] = range;
      continue;
    }
    const previous = close[row - 1]!;
    result[row] = Math.max(range, Math.abs(high[row]! - previous), Math.abs(low[row]! - previous));
  }
  return result;
}
