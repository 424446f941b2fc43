import type { OhlcvColumn, OhlcvFrame } from "../../../src/engine/index.ts";

export type Row = Readonly<Record<string, unknown>>;

/** The frame as row objects; structs are objects, lists arrays. */
export function rowsOf({ length, columns }: OhlcvFrame): Row[] {
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column.name, valueAt(column, row)])),
  );
}

function valueAt(column: OhlcvColumn, row: number): unknown {
  if (column.dtype === "TpoDistribution") {
    const { values, nulls, listAt } = column.lists;
    return nulls?.[row] === 1 ? null : listAt(values[row] ?? 0);
  }
  if (column.nulls?.[row] === 1) return null;
  if (column.dtype === "Struct")
    return Object.fromEntries(column.members.map((member) => [member.name, valueAt(member, row)]));
  const value = column.values[row];
  return column.dtype === "Boolean" ? value === 1 : value;
}
