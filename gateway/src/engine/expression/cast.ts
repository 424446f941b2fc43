import type { CastNode } from "tradepose-client/expr";
import type { NumberType } from "../column.ts";
import type { Call } from "./call.ts";
import { booleanText, numberText, parseNumber } from "./cast-text.ts";
import { applyToCells, applyToNumber, literal, type NumberFunction1 } from "./elementwise.ts";
import { wrapper } from "./numbers.ts";
import { temporalPart } from "./temporal.ts";
import { asTimeType, fromUnits, inUnits } from "./time-units.ts";
import {
  BOOLEAN,
  integerRange,
  NULL,
  numberType,
  TEXT,
  type TimeType,
  timeType,
  typeName,
  type ValueType,
} from "./types.ts";
import type { FlatColumn, ScalarValue } from "./value.ts";

type Mode = CastNode["mode"];

/**
 * Brings a value into another type. What does not fit is null for a non-strict cast, wraps (a float saturates) for an
 * overflowing one, and is a problem for a strict one, reported before the simulation where the value is known then.
 */
export function cast(call: Call, dtype: CastNode["dtype"], mode: Mode): ScalarValue | undefined {
  const arg = call.args[0]!;
  const result = convert(call, arg, typeNamed(dtype), mode);
  if (result === undefined || mode !== "strict") return result;
  const lost = nullCount(result) - nullCount(arg);
  if (lost <= 0) return result;
  return call.fail(
    `strict cast to ${dtype}: ${lost} value(s) do not fit; use a non-strict cast to make them null`,
  );
}

function convert(call: Call, arg: ScalarValue, to: ValueType, mode: Mode): ScalarValue | undefined {
  const from = arg.type;
  if (from.kind === "null") return literal(to, null);
  const result = toKind(call, arg, to, mode);
  return result ?? call.fail(`a cast of ${typeName(from)} to ${typeName(to)} is not supported`);
}

function toKind(call: Call, arg: ScalarValue, to: ValueType, mode: Mode): ScalarValue | undefined {
  switch (to.kind) {
    case "boolean":
      return toBoolean(call, arg);
    case "text":
      return toText(call, arg);
    case "number":
      return toNumber(call, arg, to.dtype, mode);
    case "time":
      return toTime(call, arg, to, mode);
    default:
      return undefined;
  }
}

function toBoolean({ scope }: Call, arg: ScalarValue): ScalarValue | undefined {
  if (arg.type.kind === "boolean") return arg;
  if (arg.type.kind !== "number") return undefined;
  return applyToNumber(scope, "cast", BOOLEAN, arg, (x) => (x === 0 ? 0 : 1));
}

function toText({ scope }: Call, arg: ScalarValue): ScalarValue | undefined {
  const { type } = arg;
  if (type.kind === "text") return arg;
  const spell =
    type.kind === "number" ? numberText(type.dtype) : type.kind === "boolean" ? booleanText : undefined;
  if (spell === undefined) return undefined;
  return applyToCells(scope, "cast", TEXT, [arg], (x) => (x === null ? null : spell(Number(x))));
}

function toNumber(call: Call, arg: ScalarValue, dtype: NumberType, mode: Mode): ScalarValue | undefined {
  const { type } = arg;
  const to = numberType(dtype);
  if (type.kind === "text") {
    const parse = parseNumber(dtype);
    return applyToCells(call.scope, "cast", to, [arg], (text) =>
      text === null ? null : parse(String(text)),
    );
  }
  if (type.kind === "list") return undefined;
  const isWhole = type.kind !== "number" || integerRange(type.dtype) !== undefined;
  const fit = numberCast(dtype, mode, isWhole);
  const isUnits = type.kind === "time" && type.dtype !== "Date" && type.dtype !== "Time";
  const fn: NumberFunction1 = isUnits ? (ms) => fit(inUnits(ms, type.unit)) : fit;
  return applyToNumber(call.scope, `cast-${mode}`, to, arg, fn);
}

function numberCast(dtype: NumberType, mode: Mode, isWhole: boolean): NumberFunction1 {
  const wrap = wrapper(dtype);
  const range = integerRange(dtype);
  if (range === undefined) return wrap;
  const { min, max } = range;
  return (x) => {
    // Adding 0 turns a -0, which integers do not have, into 0.
    const whole = Math.trunc(x) + 0;
    if (whole >= min && whole <= max) return whole;
    if (mode !== "overflowing") return null;
    if (isWhole) return wrap(whole);
    return Number.isNaN(x) ? 0 : Math.min(Math.max(whole, min), max);
  };
}

function toTime(call: Call, arg: ScalarValue, to: TimeType, mode: Mode): ScalarValue | undefined {
  const from = arg.type;
  if (from.kind === "number" || from.kind === "boolean") return fromCount(call, arg, to, mode);
  if (from.kind !== "time") return undefined;
  if (from.dtype === "Datetime" && to.dtype === "Date") return temporalPart(call, "date");
  if (from.dtype === "Datetime" && to.dtype === "Time") return temporalPart(call, "time");
  // A moment leaves its zone as the same instant.
  if (from.dtype === to.dtype) return asTimeType(call, arg, to);
  return from.dtype === "Date" && to.dtype === "Datetime" ? asTimeType(call, arg, to) : undefined;
}

const NANOSECONDS_PER_DAY = 86_400e9;

/** A count of a type's units: days, nanoseconds of the day, or microseconds. */
function fromCount(call: Call, arg: ScalarValue, to: TimeType, mode: Mode): ScalarValue | undefined {
  const integer = toNumber(call, arg, to.dtype === "Date" ? "Int32" : "Int64", mode);
  if (integer === undefined) return undefined;
  return applyToNumber(call.scope, "cast", to, integer, (count) => {
    if (to.dtype === "Date") return count;
    if (to.dtype === "Time") return count >= 0 && count < NANOSECONDS_PER_DAY ? count : null;
    return fromUnits(count, to.unit);
  });
}

function typeNamed(dtype: CastNode["dtype"]): ValueType {
  switch (dtype) {
    case "Boolean":
      return BOOLEAN;
    case "String":
      return TEXT;
    case "Null":
      return NULL;
    case "Date":
    case "Time":
      return timeType(dtype);
    // The wire names these in microseconds only.
    case "Datetime":
    case "Duration":
      return timeType(dtype, null, "us");
    default:
      return numberType(dtype);
  }
}

function nullCount(value: ScalarValue): number {
  if (value.source === "literal") return value.cell === null ? 1 : 0;
  return value.source === "column" ? countNulls(value.column) : 0;
}

function countNulls(column: FlatColumn): number {
  return column.nulls === undefined ? 0 : column.nulls.reduce((sum, isNull) => sum + isNull, 0);
}
