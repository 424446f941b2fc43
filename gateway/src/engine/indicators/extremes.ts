/**
 * Rolling maximum of the last `period` rows, from row `period` - 1 on (earlier rows cover what there is).
 * Blocks of `period`: a window's maximum is that of one block's end and the next one's beginning.
 */
export function rollingMax(values: Float64Array, period: number): Float64Array {
  const result = new Float64Array(values.length);
  const suffix = new Float64Array(Math.min(period, values.length) + 1).fill(Number.NEGATIVE_INFINITY);
  let prefix = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const inBlock = row % period;
    if (inBlock === 0) {
      prefix = Number.NEGATIVE_INFINITY;
      for (let k = period - 1; k > 0 && row >= period; k--) {
        suffix[k] = Math.max(values[row - period + k]!, suffix[k + 1]!);
      }
    }
    prefix = Math.max(prefix, values[row]!);
    result[row] = Math.max(prefix, suffix[inBlock + 1]!);
  }
  return result;
}

/** Rolling minimum, as `rollingMax`. */
export function rollingMin(values: Float64Array, period: number): Float64Array {
  return rollingMax(
    values.map((value) => -value),
    period,
  ).map((value) => -value);
}
