import type { Column } from "../column.ts";
import { isNullRow } from "../column-ops.ts";
import type { ValueType } from "./types.ts";

/** One row's value: a number (booleans are 0 and 1, times the number their type counts), a text, or null. */
export type Cell = number | string | null;

export type CellReader = (row: number) => Cell;

export type FlatColumn = Exclude<Column, { kind: "struct" }>;

/** The same on every row. */
export interface LiteralValue {
  readonly source: "literal";
  readonly type: ValueType;
  readonly cell: Cell;
  /** Names the value within a frame: equal keys mean equal values. */
  readonly key: string;
}

/** Known for every row before the simulation starts. */
export interface ColumnValue {
  readonly source: "column";
  readonly type: ValueType;
  readonly column: FlatColumn;
  readonly key: string;
  /** One row for each group of rows, an aggregate of it, instead of one for each row. */
  readonly isPerGroup: boolean;
}

/** Depends on a trading context, so it is known on row i only when the simulation has come to row i. */
export interface ContextValue {
  readonly source: "context";
  readonly type: ValueType;
  readonly at: CellReader;
}

export type ScalarValue = LiteralValue | ColumnValue | ContextValue;

export interface StructValue {
  readonly source: "struct";
  readonly members: Readonly<Record<string, ScalarValue>>;
}

export type Value = ScalarValue | StructValue;

/** A closure that reads the value row by row. */
export function readerOf(value: ScalarValue): CellReader {
  if (value.source === "context") return value.at;
  if (value.source === "literal") {
    const { cell } = value;
    return () => cell;
  }
  return columnReader(value.column);
}

function columnReader(column: FlatColumn): CellReader {
  if (column.kind === "text") return (row) => (isNullRow(column, row) ? null : column.values[row]!);
  const { values, nulls } = column;
  if (nulls === undefined) return (row) => values[row]!;
  return (row) => (nulls[row] === 1 ? null : values[row]!);
}

/** Writes a reader's rows down as a column of that type. */
export function materialise(type: ValueType, length: number, at: CellReader): FlatColumn {
  if (type.kind === "text") {
    const cells = Array.from({ length }, (_, row) => at(row));
    const values = cells.map((cell) => (typeof cell === "string" ? cell : ""));
    return { kind: "text", values, nulls: maskOf(Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0))) };
  }
  const values = type.kind === "boolean" ? new Uint8Array(length) : new Float64Array(length);
  const nulls = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    const cell = at(row);
    if (cell === null) nulls[row] = 1;
    else values[row] = cell as number;
  }
  return numericColumn(type, values, maskOf(nulls));
}

/** A column over given arrays; the type decides its kind. Only for types held as numbers. */
export function numericColumn(
  type: ValueType,
  values: Float64Array | Uint8Array,
  nulls: Uint8Array | undefined,
): FlatColumn {
  if (values instanceof Uint8Array) return { kind: "boolean", values, nulls };
  if (type.kind === "time")
    return { kind: "time", dtype: type.dtype, timeZone: type.timeZone, values, nulls };
  return { kind: "number", dtype: type.kind === "number" ? type.dtype : "Float64", values, nulls };
}

/** The mask, or undefined when it marks no row. */
export function maskOf(nulls: Uint8Array): Uint8Array | undefined {
  return nulls.includes(1) ? nulls : undefined;
}
