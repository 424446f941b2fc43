import type { SchemaElement } from "hyparquet";
import { type ColumnSource, parquetWriteBuffer } from "hyparquet-writer";
import type { FrameColumn, FrameType, ResultFrame } from "../engine/frame.ts";

/** Written into every file; it names no version, so that equal results are equal bytes whatever wrote them. */
const CREATED_BY = "tradepose-gateway";
const ROWS_PER_GROUP = 100_000;

/**
 * Lays a frame out as a Parquet file: its columns in their order, every one nullable, compressed with Snappy. The
 * same frame gives the same bytes. A frame without rows keeps its columns and types.
 */
export function writeParquet(frame: ResultFrame): Uint8Array {
  const file = parquetWriteBuffer({
    columnData: frame.columns.map(columnOf),
    schema: [
      { name: "root", num_children: frame.columns.length },
      ...frame.columns.map(
        ({ name, dtype }): SchemaElement => ({ name, repetition_type: "OPTIONAL", ...TYPES[dtype] }),
      ),
    ],
    codec: "SNAPPY",
    // Results are read whole; bounds per column would cost as much to write as the values.
    statistics: false,
    rowGroupSize: ROWS_PER_GROUP,
    createdBy: CREATED_BY,
  });
  return new Uint8Array(file);
}

const TYPES: Readonly<Record<FrameType, Omit<SchemaElement, "name">>> = {
  Int32: { type: "INT32" },
  UInt32: { type: "INT32", converted_type: "UINT_32" },
  Int64: { type: "INT64" },
  Float64: { type: "DOUBLE" },
  DatetimeMs: { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MILLIS" } },
  Boolean: { type: "BOOLEAN" },
  Utf8: { type: "BYTE_ARRAY", converted_type: "UTF8" },
};

type Cell = number | bigint | boolean | string | null;

function columnOf(column: FrameColumn): ColumnSource {
  return { name: column.name, data: cellsOf(column), offsetIndex: false };
}

function cellsOf({ dtype, values, nulls }: FrameColumn): Cell[] {
  const cells = new Array<Cell>(values.length);
  for (let row = 0; row < cells.length; row += 1) {
    const value = values[row]!;
    if (nulls?.[row] === 1) cells[row] = null;
    else if (dtype === "Int64" || dtype === "DatetimeMs") cells[row] = BigInt(value);
    else cells[row] = dtype === "Boolean" ? value === 1 : value;
  }
  return cells;
}
