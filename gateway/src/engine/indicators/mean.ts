import { type Series, SeriesBuilder } from "./series.ts";

/**
 * Rolling mean of the last `period` rows; null while the window holds a null or is not full.
 *
 * The rows are cut into blocks of `period`; every window is the end of one block and the beginning of the next, so
 * its sum is one suffix sum plus one prefix sum. Nothing is ever subtracted, hence no rounding error outlives its
 * window, however long the series. A window of equal values has exactly that mean.
 */
export function rollingMean(input: Series, period: number): Series {
  const { values, nulls } = input;
  const length = values.length;
  const result = new SeriesBuilder(length);
  const suffix = new Float64Array(Math.min(period, length) + 1);
  // What `RunCounter` counts, without a call per row.
  let defined = 0;
  let equal = 0;
  for (let start = 0; start < length; start += period) {
    if (start > 0) suffixSums(values, start - period, period, suffix);
    const end = Math.min(start + period, length);
    let prefix = 0;
    for (let row = start; row < end; row++) {
      const value = values[row]!;
      prefix += value;
      if (nulls !== undefined && nulls[row] === 1) {
        defined = 0;
        equal = 0;
        continue;
      }
      equal = defined > 0 && value === values[row - 1] ? equal + 1 : 1;
      defined += 1;
      if (defined < period) continue;
      if (equal >= period) result.set(row, value);
      else
        result.set(row, (row === start + period - 1 ? prefix : suffix[row - start + 1]! + prefix) / period);
    }
  }
  return result.done();
}

/** `suffix[k]` becomes the sum of the block's values from its k-th to its last. */
function suffixSums(values: Float64Array, start: number, period: number, suffix: Float64Array): void {
  let sum = 0;
  for (let k = period - 1; k >= 0; k--) {
    sum += values[start + k]!;
    suffix[k] = sum;
  }
}

/** Counts, at each row, for how many rows the input has been defined, and has been the same value, without a break. */
export class RunCounter {
  defined = 0;
  equal = 0;
  readonly #values: Float64Array;
  readonly #nulls: Uint8Array | undefined;

  constructor(input: Series) {
    this.#values = input.values;
    this.#nulls = input.nulls;
  }

  /** Takes the next row; rows must come in order from 0. */
  step(row: number): void {
    if (this.#nulls !== undefined && this.#nulls[row] === 1) {
      this.defined = 0;
      this.equal = 0;
      return;
    }
    const repeats = this.defined > 0 && this.#values[row] === this.#values[row - 1];
    this.equal = repeats ? this.equal + 1 : 1;
    this.defined += 1;
  }
}
