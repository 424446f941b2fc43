import type { OhlcvColumn, StructFrameColumn, TpoFrameColumn } from "../engine/index.ts";

type Flat = number | bigint | boolean | string | null;
type Struct = Readonly<Record<string, unknown>>;

/** One row's value as the Parquet writer takes it. */
export type Cell = Flat | Struct | readonly Struct[];

/** The values of rows `from <= row < to` of a column. */
export function cellsOf(column: OhlcvColumn, from: number, to: number): Cell[] {
  switch (column.dtype) {
    case "Struct":
      return structCells(column, from, to);
    case "TpoDistribution":
      return listCells(column, from, to);
    default:
      return flatCells(column, from, to);
  }
}

type FlatColumn = Exclude<OhlcvColumn, StructFrameColumn | TpoFrameColumn>;

function flatCells({ dtype, values, nulls }: FlatColumn, from: number, to: number): Flat[] {
  const isInteger64 = dtype === "Int64" || dtype === "UInt64" || dtype === "DatetimeMs";
  const cells = new Array<Flat>(to - from);
  for (let row = from; row < to; row += 1) {
    const value = values[row]!;
    if (nulls?.[row] === 1) cells[row - from] = null;
    else if (isInteger64) cells[row - from] = BigInt(value);
    else cells[row - from] = dtype === "Boolean" ? value === 1 : value;
  }
  return cells;
}

function structCells({ members, nulls }: StructFrameColumn, from: number, to: number): (Struct | null)[] {
  const columns = members.map((member) => [member.name, cellsOf(member, from, to)] as const);
  return Array.from({ length: to - from }, (_, at) => {
    if (nulls?.[from + at] === 1) return null;
    const struct: Record<string, unknown> = {};
    for (const [name, cells] of columns) struct[name] = cells[at];
    return struct;
  });
}

function listCells({ lists }: TpoFrameColumn, from: number, to: number): (readonly Struct[] | null)[] {
  const { values, nulls, listAt } = lists;
  return Array.from({ length: to - from }, (_, at) => {
    const row = from + at;
    if (nulls?.[row] === 1) return null;
    return listAt(values[row]!).map(({ price, count, periods }) => ({ price, count, periods }));
  });
}
