import type { FrameColumn, ResultFrame } from "../engine/index.ts";

/** The value of a row, or null. */
export function valueAt(
  { dtype, values, nulls }: FrameColumn,
  row: number,
): number | boolean | string | null {
  if (nulls?.[row] === 1) return null;
  const value = values[row]!;
  return dtype === "Boolean" ? value === 1 : value;
}

/** A column that the engine always writes. */
export function columnNamed(frame: ResultFrame, name: string): FrameColumn {
  const column = frame.columns.find((candidate) => candidate.name === name);
  if (column === undefined) throw new Error(`the frame has no column ${name}`);
  return column;
}

/** A frame of the given rows, in their order. */
export function takeRows(frame: ResultFrame, rows: readonly number[]): ResultFrame {
  return { length: rows.length, columns: frame.columns.map((column) => takeFrom(column, rows)) };
}

function takeFrom(column: FrameColumn, rows: readonly number[]): FrameColumn {
  const { name } = column;
  const nulls = column.nulls && takeBytes(column.nulls, rows);
  switch (column.dtype) {
    case "Boolean":
      return { name, dtype: column.dtype, values: takeBytes(column.values, rows), nulls };
    case "Utf8":
      return { name, dtype: column.dtype, values: rows.map((row) => column.values[row]!), nulls };
    default:
      return {
        name,
        dtype: column.dtype,
        values: Float64Array.from(rows, (row) => column.values[row]!),
        nulls,
      };
  }
}

function takeBytes(values: Uint8Array, rows: readonly number[]): Uint8Array {
  return Uint8Array.from(rows, (row) => values[row]!);
}
