import fc from "fast-check";
import type { Bars } from "../../src/engine/bars.ts";

/** One bar as a table row: open, high, low, close and, if it matters, volume. */
export type BarRow = readonly [open: number, high: number, low: number, close: number, volume?: number];

const HOUR = 3_600_000;

/** Bars from table rows, one every `step` milliseconds from `start`. */
export function barsOf(rows: readonly BarRow[], start = 0, step = HOUR): Bars {
  return {
    length: rows.length,
    ts: Float64Array.from(rows, (_, i) => start + i * step),
    open: Float64Array.from(rows, (row) => row[0]),
    high: Float64Array.from(rows, (row) => row[1]),
    low: Float64Array.from(rows, (row) => row[2]),
    close: Float64Array.from(rows, (row) => row[3]),
    volume: Float64Array.from(rows, (row) => row[4] ?? 0),
  };
}

/** Bars of which only the close matters. */
export function closesOf(...closes: readonly number[]): Bars {
  return barsOf(closes.map((close) => [close, close, close, close] as const));
}

/** Prices on a coarse grid, so that ties, flats and repeated ranges are common. */
const price = fc.integer({ min: 1, max: 40 }).map((steps) => steps / 4);

/** Bars with consistent ranges, many ties and flat stretches, 0 to `maxLength` of them. */
export function arbitraryBars(maxLength = 60): fc.Arbitrary<Bars> {
  const row = fc
    .tuple(price, price, price, price, fc.integer({ min: 0, max: 5 }))
    .map(([a, b, c, d, volume]): BarRow => [a, Math.max(a, b, c, d), Math.min(a, b, c, d), d, volume]);
  const stretch = fc
    .tuple(row, fc.integer({ min: 1, max: 8 }))
    .map(([each, count]) => Array<BarRow>(count).fill(each));
  const rows = fc.array(
    fc.oneof(
      row.map((each) => [each]),
      stretch,
    ),
    { maxLength },
  );
  return rows.map((stretches) => barsOf(stretches.flat().slice(0, maxLength)));
}
