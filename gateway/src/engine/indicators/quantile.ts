import { isNullAt, type Series, SeriesBuilder } from "./series.ts";

/**
 * Rolling quantile of the last `window` rows by the nearest rank: of the sorted window, the value at index
 * (window - 1) x quantile rounded to the nearest, halves up (Polars' `nearest`). Null while the window holds a null
 * or is not full.
 */
export function rollingQuantile(input: Series, window: number, quantile: number): Series {
  const { values } = input;
  const result = new SeriesBuilder(values.length);
  if (window > values.length) return result.done();
  const rank = Math.round((window - 1) * quantile);
  const sorted = new Float64Array(window);
  let count = 0;
  for (let row = 0; row < values.length; row++) {
    if (isNullAt(input, row)) {
      count = 0;
      continue;
    }
    if (count === window) {
      const leaving = lowerBound(sorted, count, values[row - window]!);
      sorted.copyWithin(leaving, leaving + 1, count);
      count -= 1;
    }
    const place = lowerBound(sorted, count, values[row]!);
    sorted.copyWithin(place + 1, place, count);
    sorted[place] = values[row]!;
    count += 1;
    if (count === window) result.set(row, sorted[rank]!);
  }
  return result.done();
}

/** Index of the first of `count` sorted values that is not below `value`. */
function lowerBound(sorted: Float64Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
