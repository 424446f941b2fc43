/** Column types of a result frame; `DatetimeMs` is a time without zone in UTC milliseconds. */
export type FrameType = FrameColumn["dtype"];

interface FrameColumnBase {
  readonly name: string;
  /** 1 marks a null row, whatever `values` holds there; absent when no row is null. */
  readonly nulls: Uint8Array | undefined;
}

/** Numbers and times. Every type is held as doubles: all values that occur are exact in them. */
export interface NumberFrameColumn extends FrameColumnBase {
  readonly dtype: "Int32" | "UInt32" | "Int64" | "Float64" | "DatetimeMs";
  readonly values: Float64Array;
}

export interface BooleanFrameColumn extends FrameColumnBase {
  readonly dtype: "Boolean";
  /** 1 is true, 0 is false. */
  readonly values: Uint8Array;
}

export interface TextFrameColumn extends FrameColumnBase {
  readonly dtype: "Utf8";
  readonly values: readonly string[];
}

export type FrameColumn = NumberFrameColumn | BooleanFrameColumn | TextFrameColumn;

/** A result table by columns: what a Parquet writer stores. Every column has `length` values. */
export interface ResultFrame {
  readonly length: number;
  readonly columns: readonly FrameColumn[];
}

/** The names and types of a frame's columns, in order. */
export interface FrameSchema {
  readonly columns: readonly { readonly name: string; readonly dtype: FrameType }[];
}

export type FrameValue = number | boolean | string | null;

/** One row of a frame by column name. */
export type FrameRow = Readonly<Record<string, FrameValue>>;

/**
 * Lays rows out as columns. A column that a row lacks, or a value that does not fit
 * its column's type, is a defect of the caller and throws.
 */
export function frameOf(schema: FrameSchema, rows: readonly FrameRow[]): ResultFrame {
  return {
    length: rows.length,
    columns: schema.columns.map(({ name, dtype }) => columnOf(name, dtype, rows)),
  };
}

function columnOf(name: string, dtype: FrameType, rows: readonly FrameRow[]): FrameColumn {
  if (dtype === "Utf8") {
    const values = new Array<string>(rows.length).fill("");
    const nulls = fill(name, rows, (row, value) => {
      if (typeof value !== "string") return false;
      values[row] = value;
      return true;
    });
    return { name, dtype, values, nulls };
  }
  if (dtype === "Boolean") {
    const values = new Uint8Array(rows.length);
    const nulls = fill(name, rows, (row, value) => {
      if (typeof value !== "boolean") return false;
      values[row] = value ? 1 : 0;
      return true;
    });
    return { name, dtype, values, nulls };
  }
  const values = new Float64Array(rows.length);
  const [lowest, highest] = limitsOf(dtype);
  const nulls = fill(name, rows, (row, value) => {
    if (typeof value !== "number" || !(value >= lowest && value <= highest)) return false;
    if (dtype !== "Float64" && !Number.isInteger(value)) return false;
    values[row] = value;
    return true;
  });
  return { name, dtype, values, nulls };
}

function fill(
  name: string,
  rows: readonly FrameRow[],
  put: (row: number, value: FrameValue | undefined) => boolean,
): Uint8Array | undefined {
  let nulls: Uint8Array | undefined;
  rows.forEach((row, at) => {
    const value = row[name];
    if (value === null) {
      nulls ??= new Uint8Array(rows.length);
      nulls[at] = 1;
    } else if (!put(at, value)) {
      throw new TypeError(
        `frame column ${name}, row ${at}: the value ${String(value)} does not fit its type`,
      );
    }
  });
  return nulls;
}

/** Float64 columns hold finite numbers only: an undefined figure is null, never NaN or infinity. */
export function limitsOf(dtype: NumberFrameColumn["dtype"]): readonly [number, number] {
  switch (dtype) {
    case "Int32":
      return [-2147483648, 2147483647];
    case "UInt32":
      return [0, 4294967295];
    case "Int64":
    case "DatetimeMs":
      return [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER];
    case "Float64":
      return [-Number.MAX_VALUE, Number.MAX_VALUE];
  }
}

/** A frame as row objects, for what looks at a few of them. */
export function rowsOf({ length, columns }: ResultFrame): FrameRow[] {
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(columns.map((column) => [column.name, valueAt(column, row)])),
  );
}

function valueAt({ dtype, values, nulls }: FrameColumn, row: number): FrameValue {
  const value = values[row];
  if (value === undefined || nulls?.[row] === 1) return null;
  return dtype === "Boolean" ? value === 1 : value;
}
