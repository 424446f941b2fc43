import type { Bars } from "../engine/bars.ts";
import { BAR_COLUMNS, type BarSource, joined, rowsOf } from "./bar-columns.ts";

/** Stored and new bars put together, or the first bar on which they differ. */
export type Merged =
  | { readonly bars: BarSource; readonly added: number }
  | { readonly conflictAt: number; readonly difference: string };

/**
 * Adds new bars before and after the stored ones. Where both cover the same span of time they must hold the same
 * bars: a stored bar is never changed, dropped or given a new neighbour in silence.
 */
export function mergeBars(stored: Bars, incoming: Bars): Merged {
  const from = lowerBound(incoming.ts, stored.ts[0]!);
  const to = lowerBound(incoming.ts, nextAbove(stored.ts.at(-1)!));
  const storedFrom = lowerBound(stored.ts, incoming.ts[0]!);
  const storedTo = lowerBound(stored.ts, nextAbove(incoming.ts.at(-1)!));

  let row = from;
  let storedRow = storedFrom;
  for (; row < to || storedRow < storedTo; row += 1, storedRow += 1) {
    const ts = row < to ? incoming.ts[row]! : Number.POSITIVE_INFINITY;
    const storedTs = storedRow < storedTo ? stored.ts[storedRow]! : Number.POSITIVE_INFINITY;
    if (ts < storedTs) return { conflictAt: ts, difference: "only the new bars have it" };
    if (storedTs < ts) return { conflictAt: storedTs, difference: "only the stored bars have it" };
    for (const column of BAR_COLUMNS) {
      const before = stored[column][storedRow]!;
      const after = incoming[column][row]!;
      if (before !== after)
        return { conflictAt: ts, difference: `its ${column} is ${before} and would be ${after}` };
    }
  }
  return {
    bars: joined([
      rowsOf(incoming, 0, from),
      rowsOf(stored, 0, stored.length),
      rowsOf(incoming, to, incoming.length),
    ]),
    added: from + incoming.length - to,
  };
}

/** The first row whose time is not before `ts`. */
function lowerBound(times: Float64Array, ts: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! < ts) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Times are whole milliseconds, so that the next one is 1 later. */
function nextAbove(ts: number): number {
  return ts + 1;
}
