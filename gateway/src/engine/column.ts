/**
 * A column of values with Polars' two kinds of "missing": null is a mask beside the values, NaN is a value.
 * `nulls` is absent when no row is null; otherwise 1 marks a null row, whatever `values` holds there.
 */
export interface NumberColumn {
  readonly kind: "number";
  /** Integers are held as doubles; the type decides division, overflow and text. */
  readonly dtype: NumberType;
  readonly values: Float64Array;
  readonly nulls: Uint8Array | undefined;
}

export type NumberType =
  | "Int8"
  | "Int16"
  | "Int32"
  | "Int64"
  | "UInt8"
  | "UInt16"
  | "UInt32"
  | "UInt64"
  | "Float32"
  | "Float64";

export interface BooleanColumn {
  readonly kind: "boolean";
  readonly values: Uint8Array;
  readonly nulls: Uint8Array | undefined;
}

export interface TextColumn {
  readonly kind: "text";
  readonly values: readonly string[];
  readonly nulls: Uint8Array | undefined;
}

/** A moment, a date, a time of day or a span; `values` in the unit of the type. */
export interface TimeColumn {
  readonly kind: "time";
  /** Datetime and Duration: milliseconds. Date: days. Time: nanoseconds of the day. */
  readonly dtype: "Datetime" | "Date" | "Time" | "Duration";
  /** Zone of a Datetime, or null for a time without zone. */
  readonly timeZone: string | null;
  readonly values: Float64Array;
  readonly nulls: Uint8Array | undefined;
}

export interface StructColumn {
  readonly kind: "struct";
  readonly length: number;
  readonly members: Readonly<Record<string, Column>>;
}

/** A price level of a market profile, and the time-price opportunities at it. */
export interface TpoLevel {
  readonly price: number;
  /** How many bars touched the level. */
  readonly count: number;
  /** Those bars, counted from 0 within the segment. */
  readonly periods: readonly number[];
}

/**
 * A column of lists of `TpoLevel`, which expressions can only ask whether it is null. Lists are numbered and made
 * when asked for: they are large, rows repeat them, and few are ever looked at.
 */
export interface ListColumn {
  readonly kind: "list";
  /** Number of each row's list. */
  readonly values: Int32Array;
  readonly nulls: Uint8Array | undefined;
  readonly listAt: (value: number) => readonly TpoLevel[];
}

export type Column = NumberColumn | BooleanColumn | TextColumn | TimeColumn | ListColumn | StructColumn;
