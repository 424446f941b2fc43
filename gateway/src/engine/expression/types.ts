import type { NumberType } from "../column.ts";

/** Type of an expression's value. `isUntyped` marks a bare literal, which takes the type of what it meets. */
export type ValueType = NumberValueType | PlainType | TimeType;

export interface NumberValueType {
  readonly kind: "number";
  readonly dtype: NumberType;
  readonly isUntyped: boolean;
}

export interface PlainType {
  readonly kind: "boolean" | "text" | "list" | "null";
}

export interface TimeType {
  readonly kind: "time";
  readonly dtype: "Datetime" | "Date" | "Time" | "Duration";
  /** Zone of a Datetime; null for one without zone and for every other type. */
  readonly timeZone: string | null;
  /** What a Datetime or Duration counts for Polars: the finest difference it shows, and the unit of a cast to a number. */
  readonly unit: TimeUnit;
}

/** From the finest to the coarsest. */
const TIME_UNITS = ["ns", "us", "ms"] as const;

export type TimeUnit = (typeof TIME_UNITS)[number];

/** The unit in which two times meet. */
export function coarserUnit(a: TimeUnit, b: TimeUnit): TimeUnit {
  return TIME_UNITS.indexOf(a) > TIME_UNITS.indexOf(b) ? a : b;
}

export const BOOLEAN: ValueType = { kind: "boolean" };
export const TEXT: ValueType = { kind: "text" };
/** A list, of which only its absence can be asked. */
export const LIST: ValueType = { kind: "list" };
export const NULL: ValueType = { kind: "null" };
export const FLOAT: ValueType = numberType("Float64");

export function numberType(dtype: NumberType, isUntyped = false): NumberValueType {
  return { kind: "number", dtype, isUntyped };
}

/** The type of what has been through a function: a bare literal's type is then its own. */
export function typed(type: ValueType): ValueType {
  return type.kind === "number" && type.isUntyped ? numberType(type.dtype) : type;
}

export function timeType(
  dtype: TimeType["dtype"],
  timeZone: string | null = null,
  unit: TimeUnit = "ms",
): TimeType {
  return { kind: "time", dtype, timeZone, unit };
}

interface IntegerRange {
  readonly bits: number;
  readonly signed: boolean;
  readonly min: number;
  readonly max: number;
}

const INTEGERS: Readonly<Partial<Record<NumberType, IntegerRange>>> = {
  Int8: { bits: 8, signed: true, min: -128, max: 127 },
  Int16: { bits: 16, signed: true, min: -32_768, max: 32_767 },
  Int32: { bits: 32, signed: true, min: -(2 ** 31), max: 2 ** 31 - 1 },
  Int64: { bits: 64, signed: true, min: -(2 ** 63), max: 2 ** 63 },
  UInt8: { bits: 8, signed: false, min: 0, max: 255 },
  UInt16: { bits: 16, signed: false, min: 0, max: 65_535 },
  UInt32: { bits: 32, signed: false, min: 0, max: 2 ** 32 - 1 },
  UInt64: { bits: 64, signed: false, min: 0, max: 2 ** 64 },
};

const SIGNED: readonly NumberType[] = ["Int8", "Int16", "Int32", "Int64"];

/** Undefined for the two float types. */
export function integerRange(dtype: NumberType): IntegerRange | undefined {
  return INTEGERS[dtype];
}

export function isInteger(type: ValueType): boolean {
  return type.kind === "number" && INTEGERS[type.dtype] !== undefined;
}

/** The number type in which two numbers meet, as Polars promotes them. */
export function commonNumber(a: NumberValueType, b: NumberValueType): NumberValueType {
  if (a.isUntyped !== b.isUntyped) return a.isUntyped ? withLiteral(b, a) : withLiteral(a, b);
  return numberType(promote(a.dtype, b.dtype), a.isUntyped);
}

/** An untyped integer joins any number, an untyped float any float; a float makes an integer column Float64. */
function withLiteral(typed: NumberValueType, literal: NumberValueType): NumberValueType {
  if (INTEGERS[literal.dtype] !== undefined || INTEGERS[typed.dtype] === undefined) return typed;
  return numberType("Float64");
}

function promote(a: NumberType, b: NumberType): NumberType {
  if (a === b) return a;
  const left = INTEGERS[a];
  const right = INTEGERS[b];
  if (left === undefined && right === undefined) return "Float64";
  if (left === undefined) return floatWith(a, right!);
  if (right === undefined) return floatWith(b, left);
  if (left.signed === right.signed) return left.bits > right.bits ? a : b;
  const [signed, unsigned] = left.signed ? [left, right] : [right, left];
  if (signed.bits > unsigned.bits) return left.signed ? a : b;
  return SIGNED.find((dtype) => INTEGERS[dtype]!.bits > unsigned.bits) ?? "Float64";
}

/** Float32 holds 8 and 16-bit integers exactly; wider ones need Float64. */
function floatWith(float: NumberType, integer: IntegerRange): NumberType {
  return float === "Float32" && integer.bits <= 16 ? "Float32" : "Float64";
}

/** The type both branches of a choice have, or undefined when they have none in common. */
export function commonType(a: ValueType, b: ValueType): ValueType | undefined {
  if (a.kind === "list" || b.kind === "list") return undefined;
  if (a.kind === "null") return b;
  if (b.kind === "null") return a;
  if (a.kind === "number" && b.kind === "number") return commonNumber(a, b);
  if (a.kind === "number" && b.kind === "boolean") return a;
  if (a.kind === "boolean" && b.kind === "number") return b;
  if (a.kind === "time" && b.kind === "time") return commonTime(a, b);
  return a.kind === b.kind ? a : undefined;
}

/** A date joins moments without zone as its midnight. */
function commonTime(a: TimeType, b: TimeType): TimeType | undefined {
  if (a.dtype === b.dtype) {
    return a.timeZone === b.timeZone ? { ...a, unit: coarserUnit(a.unit, b.unit) } : undefined;
  }
  const [moment, other] = a.dtype === "Datetime" ? [a, b] : [b, a];
  return moment.dtype === "Datetime" && moment.timeZone === null && other.dtype === "Date"
    ? moment
    : undefined;
}

/** Name of a type in messages. */
export function typeName(type: ValueType): string {
  switch (type.kind) {
    case "number":
      return type.dtype;
    case "boolean":
      return "Boolean";
    case "text":
      return "String";
    case "list":
      return "List";
    case "null":
      return "Null";
    case "time":
      return type.timeZone === null ? type.dtype : `${type.dtype}[${type.timeZone}]`;
  }
}
