import { RunCounter } from "./mean.ts";
import { type Series, SeriesBuilder } from "./series.ts";

/**
 * Rolling population standard deviation of the last `period` rows; null while the window holds a null or is not full,
 * exactly 0 in a window of equal values.
 *
 * Blocks of `period` rows: mean and squared deviations of one block's end and the next one's beginning are gathered
 * by Welford's update and joined by the formula of Chan, Golub and LeVeque (1979), so nothing is subtracted from a
 * running total and no error outlives its window.
 */
export function rollingDeviation(input: Series, period: number): Series {
  const { values } = input;
  const length = values.length;
  const result = new SeriesBuilder(length);
  const size = Math.min(period, length) + 1;
  const suffixMean = new Float64Array(size);
  const suffixSquares = new Float64Array(size);
  const runs = new RunCounter(input);
  let mean = 0;
  let squares = 0;
  for (let row = 0; row < length; row++) {
    const inBlock = row % period;
    if (inBlock === 0) {
      if (row >= period) suffixMoments(values, row - period, period, suffixMean, suffixSquares);
      mean = 0;
      squares = 0;
    }
    const newer = inBlock + 1;
    const delta = values[row]! - mean;
    mean += delta / newer;
    squares += delta * (values[row]! - mean);
    runs.step(row);
    if (runs.defined < period) continue;
    if (runs.equal >= period) {
      result.set(row, 0);
      continue;
    }
    const older = period - newer;
    let total = squares;
    if (older > 0) {
      const gap = mean - suffixMean[newer]!;
      total += suffixSquares[newer]! + (gap * gap * older * newer) / period;
    }
    result.set(row, Math.sqrt(total / period));
  }
  return result.done();
}

function suffixMoments(
  values: Float64Array,
  start: number,
  period: number,
  means: Float64Array,
  squares: Float64Array,
): void {
  let mean = 0;
  let sum = 0;
  for (let k = period - 1; k >= 0; k--) {
    const delta = values[start + k]! - mean;
    mean += delta / (period - k);
    sum += delta * (values[start + k]! - mean);
    means[k] = mean;
    squares[k] = sum;
  }
}
