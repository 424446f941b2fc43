import type { Column } from "./column.ts";

export function columnLength(column: Column): number {
  return column.kind === "struct" ? column.length : column.values.length;
}

export function isNullRow(column: Exclude<Column, { kind: "struct" }>, row: number): boolean {
  return column.nulls !== undefined && column.nulls[row] === 1;
}

/**
 * A column whose row i is row `rows[i]` of the given one, and null where `rows[i]` is negative.
 * Values are copied, never computed with.
 */
export function takeRows(column: Column, rows: Int32Array): Column {
  if (column.kind === "struct") {
    const members = Object.entries(column.members).map(
      ([name, member]) => [name, takeRows(member, rows)] as const,
    );
    return { kind: "struct", length: rows.length, members: Object.fromEntries(members) };
  }
  const nulls = new Uint8Array(rows.length);
  let missing = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row >= 0 && !isNullRow(column, row)) continue;
    nulls[i] = 1;
    missing += 1;
  }
  const mask = missing === 0 ? undefined : nulls;
  if (column.kind === "text") {
    return { ...column, values: Array.from(rows, (row) => column.values[row] ?? ""), nulls: mask };
  }
  if (column.kind === "boolean") return { ...column, values: gather(column.values, rows), nulls: mask };
  if (column.kind === "list") return { ...column, values: gather(column.values, rows), nulls: mask };
  return { ...column, values: gather(column.values, rows), nulls: mask };
}

function gather<Values extends Float64Array | Int32Array | Uint8Array>(
  values: Values,
  rows: Int32Array,
): Values {
  // A typed array constructs its own kind, which its type does not say.
  const result = new (values.constructor as new (length: number) => Values)(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (row >= 0) result[i] = values[row]!;
  }
  return result;
}

/**
 * A column of `length` rows whose row i is row `i - by` of the given one, null where that has no such row. What
 * `takeRows` gives for those rows, copied in one piece.
 */
export function shiftRows(column: Column, by: number, length: number): Column {
  if (column.kind === "struct") {
    const members = Object.entries(column.members).map(
      ([name, member]) => [name, shiftRows(member, by, length)] as const,
    );
    return { kind: "struct", length, members: Object.fromEntries(members) };
  }
  const from = Math.min(Math.max(by, 0), length);
  const to = Math.max(from, Math.min(columnLength(column) + by, length));
  const nulls = shiftedMask(column.nulls, from - by, from, to, length);
  if (column.kind === "text") {
    const values = Array.from({ length }, (_, row) => column.values[row - by] ?? "");
    return { ...column, values, nulls };
  }
  const source = [from - by, to - by] as const;
  if (column.kind === "boolean") {
    const values = new Uint8Array(length);
    values.set(column.values.subarray(...source), from);
    return { ...column, values, nulls };
  }
  if (column.kind === "list") {
    const values = new Int32Array(length);
    values.set(column.values.subarray(...source), from);
    return { ...column, values, nulls };
  }
  const values = new Float64Array(length);
  values.set(column.values.subarray(...source), from);
  return { ...column, values, nulls };
}

function shiftedMask(
  nulls: Uint8Array | undefined,
  source: number,
  from: number,
  to: number,
  length: number,
): Uint8Array | undefined {
  if (nulls === undefined && to - from === length) return undefined;
  const mask = new Uint8Array(length).fill(1);
  if (nulls === undefined) mask.fill(0, from, to);
  else mask.set(nulls.subarray(source, source + to - from), from);
  return mask.includes(1) ? mask : undefined;
}

/** The first `length` rows, without copying what can be viewed. */
export function firstRows(column: Column, length: number): Column {
  if (columnLength(column) === length) return column;
  if (column.kind === "struct") {
    const members = Object.entries(column.members).map(
      ([name, member]) => [name, firstRows(member, length)] as const,
    );
    return { kind: "struct", length, members: Object.fromEntries(members) };
  }
  const nulls = column.nulls?.subarray(0, length);
  if (column.kind === "text") return { ...column, values: column.values.slice(0, length), nulls };
  if (column.kind === "boolean") return { ...column, values: column.values.subarray(0, length), nulls };
  if (column.kind === "list") return { ...column, values: column.values.subarray(0, length), nulls };
  return { ...column, values: column.values.subarray(0, length), nulls };
}

/**
 * Backward as-of join of rows delayed by `shift`: for every row of `targetTs` the last row of `sourceTs` at or before
 * it, less `shift` rows. Negative where there is none, or where it is not among the first `available` source rows,
 * the only ones that have values. Both series ascend.
 */
export function asOfRows(
  sourceTs: Float64Array,
  available: number,
  targetTs: Float64Array,
  shift: number,
): Int32Array {
  const rows = new Int32Array(targetTs.length);
  let next = 0;
  for (let i = 0; i < targetTs.length; i++) {
    while (next < sourceTs.length && sourceTs[next]! <= targetTs[i]!) next += 1;
    const row = next - 1 - shift;
    rows[i] = row < available ? Math.max(-1, row) : -1;
  }
  return rows;
}

/** Bytes a column holds on to, for caches that are bounded by memory. */
export function columnBytes(column: Column): number {
  if (column.kind === "struct") {
    return Object.values(column.members).reduce((sum, member) => sum + columnBytes(member), 0);
  }
  const values = column.kind === "text" ? column.values.length * 8 : column.values.byteLength;
  return values + (column.nulls?.byteLength ?? 0);
}
