import { RunCounter } from "./mean.ts";
import { type Series, SeriesBuilder } from "./series.ts";

/**
 * Weighted moving average with weights 1 (oldest) to `period` (newest); null while the window holds a null or is not
 * full. Blocks of `period` rows as in `rollingMean`: a window of which the older part lies in the previous block is
 * that part's own weighted sum plus the newer part's, raised by the older part's length.
 */
export function wma(input: Series, period: number): Series {
  const { values } = input;
  const length = values.length;
  const result = new SeriesBuilder(length);
  const weightTotal = (period * (period + 1)) / 2;
  const older = new Float64Array(Math.min(period, length) + 1);
  const runs = new RunCounter(input);
  let sum = 0;
  let weighted = 0;
  for (let row = 0; row < length; row++) {
    const inBlock = row % period;
    if (inBlock === 0) {
      if (row >= period) weightedSuffixes(values, row - period, period, older);
      sum = 0;
      weighted = 0;
    }
    const value = values[row]!;
    sum += value;
    weighted += (inBlock + 1) * value;
    runs.step(row);
    if (runs.defined < period) continue;
    const olderCount = period - 1 - inBlock;
    if (runs.equal >= period) result.set(row, value);
    else
      result.set(
        row,
        ((olderCount === 0 ? 0 : older[inBlock + 1]!) + olderCount * sum + weighted) / weightTotal,
      );
  }
  return result.done();
}

/** `older[k]` becomes the sum of the block's values from its k-th on, weighted 1, 2, 3 ... */
function weightedSuffixes(values: Float64Array, start: number, period: number, older: Float64Array): void {
  let sum = 0;
  let weighted = 0;
  for (let k = period - 1; k >= 0; k--) {
    sum += values[start + k]!;
    weighted += sum;
    older[k] = weighted;
  }
}
