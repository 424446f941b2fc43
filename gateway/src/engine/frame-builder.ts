import {
  type BooleanFrameColumn,
  type FrameColumn,
  type FrameSchema,
  limitsOf,
  type NumberFrameColumn,
  type ResultFrame,
  type TextFrameColumn,
} from "./frame.ts";

/**
 * A frame that grows by blocks of rows, written column by column: an object per row would cost more than the row.
 *
 * While it grows, NaN in a column of numbers stands for null (no column of a result holds NaN), so what a block
 * leaves out is null.
 */
export class FrameBuilder {
  readonly #columns: ReadonlyMap<string, GrowingColumn>;
  #length = 0;

  constructor(schema: FrameSchema) {
    this.#columns = new Map(schema.columns.map((column) => [column.name, growing(column)]));
  }

  get length(): number {
    return this.#length;
  }

  /** Adds rows: null in columns of numbers, false in columns of booleans, empty texts. Returns the first of them. */
  grow(rows: number): number {
    const from = this.#length;
    this.#length += rows;
    for (const column of this.#columns.values()) resize(column, this.#length);
    return from;
  }

  /** The values of a column of numbers; to be asked for anew after the frame has grown. */
  numbers(name: string): Float64Array {
    const column = this.#column(name);
    if (column.dtype === "Utf8" || column.dtype === "Boolean") throw wrongType(name, column.dtype);
    return column.values;
  }

  /** 1 is true, 0 is false; to be asked for anew after the frame has grown. */
  booleans(name: string): Uint8Array {
    const column = this.#column(name);
    if (column.dtype !== "Boolean") throw wrongType(name, column.dtype);
    return column.values;
  }

  texts(name: string): string[] {
    const column = this.#column(name);
    if (column.dtype !== "Utf8") throw wrongType(name, column.dtype);
    return column.values;
  }

  /** The rows so far. A number that does not fit its column's type is a defect of the writer and throws. */
  frame(): ResultFrame {
    const columns = [...this.#columns.values()].map((column) => finished(column, this.#length));
    return { length: this.#length, columns };
  }

  #column(name: string): GrowingColumn {
    const column = this.#columns.get(name);
    if (column === undefined) throw new TypeError(`the frame has no column ${name}`);
    return column;
  }
}

type GrowingColumn =
  | { readonly name: string; readonly dtype: NumberFrameColumn["dtype"]; values: Float64Array }
  | { readonly name: string; readonly dtype: BooleanFrameColumn["dtype"]; values: Uint8Array }
  | { readonly name: string; readonly dtype: TextFrameColumn["dtype"]; readonly values: string[] };

function growing({ name, dtype }: FrameSchema["columns"][number]): GrowingColumn {
  if (dtype === "Utf8") return { name, dtype, values: [] };
  if (dtype === "Boolean") return { name, dtype, values: new Uint8Array(0) };
  return { name, dtype, values: new Float64Array(0) };
}

function resize(column: GrowingColumn, length: number): void {
  if (column.dtype === "Utf8") {
    while (column.values.length < length) column.values.push("");
    return;
  }
  const { values } = column;
  if (values.length >= length) return;
  const capacity = Math.max(length, 2 * values.length);
  if (column.dtype === "Boolean") {
    column.values = new Uint8Array(capacity);
    column.values.set(values);
  } else {
    column.values = new Float64Array(capacity).fill(Number.NaN, values.length);
    column.values.set(values);
  }
}

function finished(column: GrowingColumn, length: number): FrameColumn {
  const { name } = column;
  if (column.dtype === "Utf8") return { name, dtype: column.dtype, values: column.values, nulls: undefined };
  if (column.dtype === "Boolean") {
    return { name, dtype: column.dtype, values: column.values.slice(0, length), nulls: undefined };
  }
  const { dtype } = column;
  const values = column.values.slice(0, length);
  const [lowest, highest] = limitsOf(dtype);
  const isWhole = dtype !== "Float64";
  let nulls: Uint8Array | undefined;
  for (let row = 0; row < length; row++) {
    const value = values[row]!;
    if (Number.isNaN(value)) {
      nulls ??= new Uint8Array(length);
      nulls[row] = 1;
      values[row] = 0;
    } else if (!(value >= lowest && value <= highest) || (isWhole && !Number.isInteger(value))) {
      throw new TypeError(`frame column ${name}, row ${row}: the value ${value} does not fit its type`);
    }
  }
  return { name, dtype, values, nulls };
}

function wrongType(name: string, dtype: string): TypeError {
  return new TypeError(`frame column ${name} is ${dtype}`);
}
