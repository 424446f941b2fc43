import type { Bars } from "../bars.ts";
import { trueRange } from "./range.ts";
import { wilder } from "./recursive.ts";
import { type Series, SeriesBuilder } from "./series.ts";

export interface Adx {
  /** Average of the directional index, 0 to 100; first value at bar 2 x period. */
  readonly adx: Series;
  /** Directional indicators, 0 to 100; first value at bar period + 1. */
  readonly plusDi: Series;
  readonly minusDi: Series;
}

/**
 * Average directional index with Wilder's smoothing; true range and directional movement count from the second bar.
 * Where nothing has moved the indicators and the index are 0. (Wilder 1978.)
 */
export function adx(bars: Bars, period: number): Adx {
  const { high, low, length } = bars;
  const ranges = trueRange(bars);
  const range = new SeriesBuilder(length);
  const up = new SeriesBuilder(length);
  const down = new SeriesBuilder(length);
  for (let row = 1; row < length; row++) {
    const rise = high[row]! - high[row - 1]!;
    const fall = low[row - 1]! - low[row]!;
    range.set(row, ranges[row]!);
    up.set(row, rise > fall && rise > 0 ? rise : 0);
    down.set(row, fall > rise && fall > 0 ? fall : 0);
  }
  const smoothRange = wilder(range.done(), period);
  const smoothUp = wilder(up.done(), period);
  const smoothDown = wilder(down.done(), period);

  const plusDi = new SeriesBuilder(length);
  const minusDi = new SeriesBuilder(length);
  const index = new SeriesBuilder(length);
  for (let row = period; row < length; row++) {
    const plus = percent(smoothUp.values[row]!, smoothRange.values[row]!);
    const minus = percent(smoothDown.values[row]!, smoothRange.values[row]!);
    plusDi.set(row, plus);
    minusDi.set(row, minus);
    index.set(row, percent(Math.abs(plus - minus), plus + minus));
  }
  return { adx: wilder(index.done(), period), plusDi: plusDi.done(), minusDi: minusDi.done() };
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}
