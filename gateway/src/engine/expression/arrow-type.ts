import type { FlatTable } from "./flatbuffer.ts";
import { BOOLEAN, NULL, numberType, TEXT, type TimeUnit, timeType, type ValueType } from "./types.ts";

/** Numbers of Arrow's types in a field's description. */
export const ArrowTypeId = {
  NULL: 1,
  INT: 2,
  FLOAT: 3,
  UTF8: 5,
  BOOL: 6,
  DATE: 8,
  TIME: 9,
  TIMESTAMP: 10,
  DURATION: 18,
  LARGE_UTF8: 20,
  UTF8_VIEW: 24,
} as const;

const { NULL: NOTHING, INT, FLOAT, UTF8, BOOL, DATE, TIME, TIMESTAMP, DURATION } = ArrowTypeId;
const TEXTS: readonly number[] = [UTF8, ArrowTypeId.LARGE_UTF8, ArrowTypeId.UTF8_VIEW];

const INTEGERS = { 8: "Int8", 16: "Int16", 32: "Int32", 64: "Int64" } as const;
const UNSIGNED = { 8: "UInt8", 16: "UInt16", 32: "UInt32", 64: "UInt64" } as const;
const FLOATS = ["Float16", "Float32", "Float64"] as const;

export function arrowTypeId(field: FlatTable): number {
  return field.byte(2, 0);
}

/** @throws RangeError for a type that no expression has. */
export function arrowType(field: FlatTable): ValueType {
  const id = arrowTypeId(field);
  const details = field.table(3);
  if (id === NOTHING) return NULL;
  if (id === BOOL) return BOOLEAN;
  if (TEXTS.includes(id)) return TEXT;
  if (id === INT) {
    const bits = details?.int(0, 0) as keyof typeof INTEGERS;
    const dtype = (details?.byte(1, 0) === 1 ? INTEGERS : UNSIGNED)[bits];
    if (dtype !== undefined) return numberType(dtype);
  }
  if (id === FLOAT) {
    const dtype = FLOATS[details?.short(0, 0) ?? 0];
    if (dtype === "Float32" || dtype === "Float64") return numberType(dtype);
  }
  if (id === DATE && details?.short(0, 1) === 0) return timeType("Date");
  if (id === TIME && arrowUnit(field) === 1) return timeType("Time");
  if (id === TIMESTAMP) return timeType("Datetime", details?.text(1) ?? null, unitOf(details));
  if (id === DURATION) return timeType("Duration", null, unitOf(details));
  throw new RangeError(`lists of Arrow's type ${id} are not supported`);
}

/** By how much to divide an Arrow time, in whatever unit, to have nanoseconds (Time) or milliseconds (the others). */
export function arrowUnit(field: FlatTable): number {
  const unit = field.table(3)?.short(0, 1);
  const isTime = arrowTypeId(field) === TIME;
  const divisors = isTime ? [1e-9, 1e-6, 1e-3, 1] : [1e-3, 1, 1e3, 1e6];
  return divisors[unit ?? 1] ?? Number.NaN;
}

/** Finer than seconds and milliseconds, Polars has these. */
function unitOf(details: FlatTable | undefined): TimeUnit {
  const units = ["ms", "ms", "us", "ns"] as const;
  return units[details?.short(0, 1) ?? 1] ?? "ms";
}
