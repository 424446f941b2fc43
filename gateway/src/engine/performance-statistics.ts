/**
 * Plain statistics over results in order: + - * / and square roots alone, so that every machine gives the same
 * bits. An undefined figure is NaN.
 */

export function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}

/** Root of the sum of squared deviations over n - 1; NaN for fewer than two values, exactly 0 for equal ones. */
export function sampleDeviation(values: readonly number[]): number {
  if (values.length < 2) return Number.NaN;
  // The rounded mean of equal values need not be that value: the noise would pass for a deviation.
  if (values.every((value) => value === values[0])) return 0;
  const mean = sum(values) / values.length;
  const squares = values.map((value) => (value - mean) * (value - mean));
  return Math.sqrt(sum(squares) / (values.length - 1));
}

/** Root of the mean over all values of min(value, 0) squared. */
export function downsideDeviation(values: readonly number[]): number {
  const squares = values.map((value) => (value < 0 ? value * value : 0));
  return Math.sqrt(sum(squares) / values.length);
}

/** Largest fall of the running sum, which starts at 0, below its earlier maximum. */
export function largestDrawdown(values: readonly number[]): number {
  let equity = 0;
  let peak = 0;
  let drawdown = 0;
  for (const value of values) {
    equity += value;
    if (equity > peak) peak = equity;
    if (peak - equity > drawdown) drawdown = peak - equity;
  }
  return drawdown;
}

/** The values in ascending order, without the calls of a comparison. */
export function ascending(values: readonly number[]): Float64Array {
  return Float64Array.from(values).sort();
}

/** Quantile with linear interpolation between the two neighbours of position (n - 1) q; NaN for no values. */
export function quantile(values: readonly number[], q: number): number {
  return quantileOfSorted(ascending(values), q);
}

/** `quantile` of values that are in ascending order already. */
export function quantileOfSorted(sorted: Float64Array, q: number): number {
  const position = (sorted.length - 1) * q;
  const below = Math.floor(position);
  const lower = sorted[below];
  if (lower === undefined) return Number.NaN;
  const upper = sorted[below + 1] ?? lower;
  return lower + (upper - lower) * (position - below);
}
