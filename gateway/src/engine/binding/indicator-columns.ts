import { zoneOf } from "../calendar/zone.ts";
import type { Column } from "../column.ts";
import { asOfRows, shiftRows, takeRows } from "../column-ops.ts";
import type { Series } from "../indicators/series.ts";
import { firstBars } from "../resample.ts";
import type { BindingCache } from "./cache.ts";
import type { BoundIndicator, Reference } from "./indicators.ts";

/** The indicator over all complete bars of its own frequency, not delayed. */
function indicatorColumn(indicator: BoundIndicator, cache: BindingCache): Column {
  return cache.indicator(indicator.key, () => {
    const { bars, completeLength } = cache.bars(indicator.view, indicator.freq);
    const { reference, view, definition, config } = indicator;
    const input = {
      bars: firstBars(bars, completeLength),
      zone: zoneOf(view.series.timeZone),
      reference: reference === undefined ? undefined : referenceSeries(indicator, reference, cache),
    };
    return definition.compute(input, config);
  });
}

/** What the reference holds on each complete bar of the indicator that reads it. */
function referenceSeries(
  reader: BoundIndicator,
  { target, isShifted }: Reference,
  cache: BindingCache,
): Series {
  const { bars, completeLength } = cache.bars(reader.view, reader.freq);
  const shift = isShifted ? target.shift : 0;
  const ts = firstBars(bars, completeLength).ts;
  const column = alignedColumn(target, shift, ts, cache);
  if (column.kind !== "number") throw new TypeError(`indicator ${target.name} is not a column of numbers`);
  return column;
}

/** The indicator delayed by `shift` of its bars and joined backward as-of to rows of another time line. */
export function alignedColumn(
  indicator: BoundIndicator,
  shift: number,
  ts: Float64Array,
  cache: BindingCache,
): Column {
  const column = indicatorColumn(indicator, cache);
  const { bars, completeLength } = cache.bars(indicator.view, indicator.freq);
  // On its own time line every row meets its own bar.
  if (isPrefix(ts, bars.ts)) return shiftRows(column, shift, ts.length);
  return takeRows(column, asOfRows(bars.ts, completeLength, ts, shift));
}

/** The same memory: frames are views of the first bars of a series. */
function isPrefix(ts: Float64Array, whole: Float64Array): boolean {
  return ts.buffer === whole.buffer && ts.byteOffset === whole.byteOffset && ts.length <= whole.length;
}
