import type { SchemaElement } from "hyparquet";
import { ByteWriter, type ColumnSource, ParquetWriter } from "hyparquet-writer";
import type { OhlcvColumn, OhlcvFrame } from "../engine/index.ts";
import { cellsOf } from "./parquet-cells.ts";

/** Written into every file; it names no version, so that equal results are equal bytes whatever wrote them. */
const CREATED_BY = "tradepose-gateway";

/** Rows are laid out group by group, so that no more than a group is held twice. Structs are objects meanwhile. */
const ROWS_PER_GROUP = { flat: 100_000, nested: 10_000 };

/**
 * Lays a frame out as a Parquet file: its columns in their order, every one nullable, compressed with Snappy. The
 * same frame gives the same bytes. A frame without rows keeps its columns and types.
 */
export function writeParquet({ length, columns }: OhlcvFrame): Uint8Array {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: [{ name: "root", num_children: columns.length }, ...columns.flatMap(elementsOf)],
    codec: "SNAPPY",
    // Results are read whole; bounds per column would cost as much to write as the values.
    statistics: false,
    createdBy: CREATED_BY,
  });
  const rows = ROWS_PER_GROUP[columns.some(isNested) ? "nested" : "flat"];
  for (let from = 0; from < length; from += rows) {
    const to = Math.min(from + rows, length);
    const columnData = columns.map(
      (column): ColumnSource => ({ name: column.name, data: cellsOf(column, from, to), offsetIndex: false }),
    );
    file.write({ columnData, rowGroupSize: rows });
  }
  file.finish();
  return new Uint8Array(writer.getBuffer());
}

function isNested({ dtype }: OhlcvColumn): boolean {
  return dtype === "Struct" || dtype === "TpoDistribution";
}

type Leaf = Exclude<OhlcvColumn["dtype"], "Struct" | "TpoDistribution">;

const TYPES: Readonly<Record<Leaf, Omit<SchemaElement, "name">>> = {
  Int32: { type: "INT32" },
  UInt32: { type: "INT32", converted_type: "UINT_32" },
  Int64: { type: "INT64" },
  UInt64: { type: "INT64", converted_type: "UINT_64" },
  Float64: { type: "DOUBLE" },
  DatetimeMs: { type: "INT64", logical_type: { type: "TIMESTAMP", isAdjustedToUTC: false, unit: "MILLIS" } },
  Boolean: { type: "BOOLEAN" },
  Utf8: { type: "BYTE_ARRAY", converted_type: "UTF8" },
};

/** A column's part of the schema: itself, then what it is made of, depth first. */
function elementsOf(column: OhlcvColumn): SchemaElement[] {
  const { name, dtype } = column;
  switch (dtype) {
    case "Struct":
      return group(name, column.members.map(elementsOf));
    case "TpoDistribution":
      return list(name, (element) =>
        group(element, [
          [leaf("price", "Float64")],
          [leaf("count", "UInt32")],
          list("periods", (period) => [leaf(period, "UInt32")]),
        ]),
      );
    default:
      return [leaf(name, dtype)];
  }
}

function leaf(name: string, dtype: Leaf): SchemaElement {
  return { name, repetition_type: "OPTIONAL", ...TYPES[dtype] };
}

function group(name: string, children: readonly SchemaElement[][]): SchemaElement[] {
  return [{ name, repetition_type: "OPTIONAL", num_children: children.length }, ...children.flat()];
}

/** The three levels that Parquet prescribes for a list. */
function list(name: string, element: (name: string) => SchemaElement[]): SchemaElement[] {
  return [
    { name, repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST" },
    { name: "list", repetition_type: "REPEATED", num_children: 1 },
    ...element("element"),
  ];
}
