import { takeRows } from "../column-ops.ts";
import type { Call } from "./call.ts";
import { forEachGroup, type KnownValue, perGroup } from "./rows.ts";
import type { FlatColumn, ScalarValue } from "./value.ts";

/** Says which row of a column, from one row up to another (exclusive), is chosen; a negative one is none. */
export type Choice = (column: FlatColumn, from: number, to: number) => number;

/** One row of each group, whatever the type of its value. */
export function selectRow(call: Call, name: string, arg: KnownValue, choose: Choice): ScalarValue {
  if (arg.source === "literal") return arg;
  const { scope } = call;
  return perGroup(scope, `${name}(${arg.key})`, arg.type, () => {
    const rows = new Int32Array(scope.bounds.length - 1);
    forEachGroup(scope, (from, to, group) => {
      rows[group] = choose(arg.column, from, to);
    });
    // The rows of a flat column make a flat column.
    return takeRows(arg.column, rows) as FlatColumn;
  });
}

export const firstRow: Choice = (_column, from, to) => (from === to ? -1 : from);
export const lastRow: Choice = (_column, from, to) => (from === to ? -1 : to - 1);

export const smallestRow: Choice = (column, from, to) =>
  column.kind === "text"
    ? extremeRow<string>(column, from, to, (a, b) => a < b)
    : extremeRow<number>(column, from, to, (a, b) => a < b);

export const largestRow: Choice = (column, from, to) =>
  column.kind === "text"
    ? extremeRow<string>(column, from, to, (a, b) => a > b)
    : extremeRow<number>(column, from, to, (a, b) => a > b);

/** Nulls are passed over, and NaN where there is anything else. */
function extremeRow<Item extends number | string>(
  { values, nulls }: { readonly values: ArrayLike<Item>; readonly nulls: Uint8Array | undefined },
  from: number,
  to: number,
  isBetter: (a: Item, b: Item) => boolean,
): number {
  let best = -1;
  for (let row = from; row < to; row++) {
    if (nulls !== undefined && nulls[row] === 1) continue;
    const isFirst = best < 0 || Number.isNaN(values[best]);
    if (isFirst ? best < 0 || !Number.isNaN(values[row]) : isBetter(values[row]!, values[best]!)) best = row;
  }
  return best;
}
