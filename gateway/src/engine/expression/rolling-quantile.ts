import { type Interpolation, quantileOf } from "./quantile.ts";
import type { RollingWindow } from "./rolling-window.ts";
import type { Kernel } from "./rows.ts";
import { cellOf } from "./running.ts";

/** Rolling quantile of what is not null, NaN counting as the largest value. The window is kept sorted. */
export function rollingQuantile(
  window: RollingWindow,
  quantile: number,
  interpolation: Interpolation,
): Kernel {
  const { size, ahead, minPeriods } = window;
  return (input, output) => {
    const { length } = input.values;
    const sorted = new Float64Array(Math.min(size, length));
    let count = 0;
    let next = 0;
    for (let row = 0; row < length; row++) {
      const leaving = row + ahead - size;
      const left = leaving < 0 ? null : cellOf(input, leaving);
      if (left !== null) {
        const place = placeOf(sorted, count, left);
        sorted.copyWithin(place, place + 1, count);
        count -= 1;
      }
      for (; next <= row + ahead && next < length; next++) {
        const entered = cellOf(input, next);
        if (entered === null) continue;
        const place = placeOf(sorted, count, entered);
        sorted.copyWithin(place + 1, place, count);
        sorted[place] = entered;
        count += 1;
      }
      if (count < minPeriods) output.nulls[row] = 1;
      else output.values[row] = quantileOf(sorted, count, quantile, interpolation);
    }
  };
}

/** Index of the first of `count` sorted values, NaN last, that is not below `value`. */
function placeOf(sorted: Float64Array, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value || (Number.isNaN(value) && !Number.isNaN(sorted[middle]))) low = middle + 1;
    else high = middle;
  }
  return low;
}
