import { type Cell, readerOf, type ScalarValue } from "./value.ts";

/** Rows put together by the values of keys: group by group in order of appearance, in each group in their old order. */
export interface Groups {
  /** Old row of each new row. */
  readonly rows: Int32Array;
  /** New row of each old row. */
  readonly places: Int32Array;
  /** Group of each old row. */
  readonly groupOf: Int32Array;
  /** New row at which each group starts, and the number of rows at the end. */
  readonly bounds: Int32Array;
}

/** Groups the rows of a frame by key columns. Null is a key like another, all NaNs are one, and -0 is 0. */
export function groupRows(length: number, keys: readonly ScalarValue[]): Groups {
  const { groupOf, count } = numberGroups(length, keys);
  const bounds = new Int32Array(count + 1);
  for (const group of groupOf) bounds[group + 1]! += 1;
  for (let group = 0; group < count; group++) bounds[group + 1]! += bounds[group]!;
  const next = bounds.slice(0, count);
  const rows = new Int32Array(length);
  const places = new Int32Array(length);
  for (let row = 0; row < length; row++) {
    const place = next[groupOf[row]!]!++;
    rows[place] = row;
    places[row] = place;
  }
  return { rows, places, groupOf, bounds };
}

function numberGroups(
  length: number,
  keys: readonly ScalarValue[],
): { readonly groupOf: Int32Array; readonly count: number } {
  let groupOf = new Int32Array(length);
  let count = Math.min(length, 1);
  for (const key of keys) {
    if (key.source === "literal") continue;
    const read = readerOf(key);
    // One map for each group so far: pairs of a group and a value have no key of their own.
    const finer = new Map<number, Map<Cell, number>>();
    const refined = new Int32Array(length);
    count = 0;
    for (let row = 0; row < length; row++) {
      const group = groupOf[row]!;
      let numbers = finer.get(group);
      if (numbers === undefined) {
        numbers = new Map();
        finer.set(group, numbers);
      }
      const value = read(row);
      let number = numbers.get(value);
      if (number === undefined) {
        number = count++;
        numbers.set(value, number);
      }
      refined[row] = number;
    }
    groupOf = refined;
  }
  return { groupOf, count };
}
