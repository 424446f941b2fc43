import type { CastNode } from "tradepose-client/expr";
import type { NumberType } from "../column.ts";
import type { Call } from "./call.ts";
import { applyToNumber, literal, type NumberFunction1 } from "./elementwise.ts";
import { wrapper } from "./numbers.ts";
import { temporalPart } from "./temporal.ts";
import {
  BOOLEAN,
  integerRange,
  NULL,
  numberType,
  TEXT,
  timeType,
  typeName,
  type ValueType,
} from "./types.ts";
import type { FlatColumn, ScalarValue } from "./value.ts";

const DAY = 86_400_000;

/**
 * Brings a value into another type. What does not fit is null for a non-strict cast, wraps for an overflowing one,
 * and is a problem for a strict one, reported before the simulation where the value is known then.
 */
export function cast(call: Call, dtype: CastNode["dtype"], mode: CastNode["mode"]): ScalarValue | undefined {
  const arg = call.args[0]!;
  const result = convert(call, arg, dtype, mode);
  if (result === undefined || mode !== "strict") return result;
  const lost = nullCount(result) - nullCount(arg);
  if (lost <= 0) return result;
  return call.fail(
    `strict cast to ${dtype}: ${lost} value(s) do not fit; use a non-strict cast to make them null`,
  );
}

function convert(
  call: Call,
  arg: ScalarValue,
  dtype: CastNode["dtype"],
  mode: CastNode["mode"],
): ScalarValue | undefined {
  const from = arg.type;
  if (from.kind === "null") return literal(typeNamed(dtype), null);
  if (dtype === "Boolean" && from.kind === "boolean") return arg;
  if (dtype === "String" && from.kind === "text") return arg;
  if (dtype === "Boolean" && from.kind === "number") {
    return applyToNumber(call.scope, "castBoolean", BOOLEAN, arg, (x) => (x === 0 ? 0 : 1));
  }
  if (from.kind === "time" && dtype === from.dtype) return arg;
  if (from.kind === "time" && from.dtype === "Datetime" && (dtype === "Date" || dtype === "Time")) {
    return temporalPart(call, dtype === "Date" ? "date" : "time");
  }
  if (from.kind === "time" && from.dtype === "Date" && dtype === "Datetime") {
    return applyToNumber(call.scope, "castDatetime", timeType("Datetime"), arg, (days) => days * DAY);
  }
  if (isNumberType(dtype) && from.kind !== "text") {
    const type = numberType(dtype);
    return applyToNumber(call.scope, `cast-${mode}`, type, arg, numberCast(dtype, mode));
  }
  return call.fail(`a cast of ${typeName(from)} to ${dtype} is not supported`);
}

function numberCast(dtype: NumberType, mode: CastNode["mode"]): NumberFunction1 {
  const wrap = wrapper(dtype);
  const range = integerRange(dtype);
  if (range === undefined) return wrap;
  return (x) => {
    if (!Number.isFinite(x)) return null;
    // Adding 0 turns a -0, which integers do not have, into 0.
    const whole = Math.trunc(x) + 0;
    if (whole >= range.min && whole <= range.max) return whole;
    return mode === "overflowing" ? wrap(whole) : null;
  };
}

function typeNamed(dtype: CastNode["dtype"]): ValueType {
  if (dtype === "Boolean") return BOOLEAN;
  if (dtype === "String") return TEXT;
  if (dtype === "Null") return NULL;
  return isNumberType(dtype) ? numberType(dtype) : timeType(dtype);
}

function isNumberType(dtype: CastNode["dtype"]): dtype is NumberType {
  return dtype === "Float32" || dtype === "Float64" || /^U?Int(8|16|32|64)$/.test(dtype);
}

function nullCount(value: ScalarValue): number {
  if (value.source === "literal") return value.cell === null ? 1 : 0;
  return value.source === "column" ? countNulls(value.column) : 0;
}

function countNulls(column: FlatColumn): number {
  return column.nulls === undefined ? 0 : column.nulls.reduce((sum, isNull) => sum + isNull, 0);
}
