import type { TemporalPart } from "tradepose-client/expr";
import { zoneOf } from "../calendar/zone.ts";
import type { NumberType } from "../column.ts";
import type { Call } from "./call.ts";
import { applyToNumber } from "./elementwise.ts";
import { DAY } from "./time-units.ts";
import { numberType, type TimeType, timeType, typeName, type ValueType } from "./types.ts";
import type { ScalarValue } from "./value.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const NANOSECONDS = 1_000_000;

interface PartDefinition {
  readonly dtype: NumberType | "Date" | "Time";
  readonly of: "date" | "clock";
  /** From wall-clock milliseconds. */
  readonly read: (ms: number) => number;
}

/** Parts of a date or clock, with Polars' types; weekdays are ISO, Monday 1 to Sunday 7. */
const PARTS: Readonly<Record<TemporalPart, PartDefinition>> = {
  year: { dtype: "Int32", of: "date", read: (ms) => new Date(ms).getUTCFullYear() },
  month: { dtype: "Int8", of: "date", read: (ms) => new Date(ms).getUTCMonth() + 1 },
  day: { dtype: "Int8", of: "date", read: (ms) => new Date(ms).getUTCDate() },
  weekday: { dtype: "Int8", of: "date", read: weekday },
  ordinalDay: { dtype: "Int16", of: "date", read: ordinalDay },
  week: { dtype: "Int8", of: "date", read: isoWeek },
  date: { dtype: "Date", of: "date", read: (ms) => Math.floor(ms / DAY) },
  hour: { dtype: "Int8", of: "clock", read: (ms) => Math.floor(remainder(ms, DAY) / HOUR) },
  minute: { dtype: "Int8", of: "clock", read: (ms) => Math.floor(remainder(ms, HOUR) / MINUTE) },
  second: { dtype: "Int8", of: "clock", read: (ms) => Math.floor(remainder(ms, MINUTE) / SECOND) },
  millisecond: { dtype: "Int32", of: "clock", read: (ms) => Math.floor(remainder(ms, SECOND)) },
  time: { dtype: "Time", of: "clock", read: (ms) => Math.round(remainder(ms, DAY) * NANOSECONDS) },
};

/** A part of a moment, on the clock of its zone (UTC for one without zone). */
export function temporalPart(call: Call, part: TemporalPart): ScalarValue | undefined {
  const arg = call.args[0]!;
  const { dtype, of, read } = PARTS[part];
  const { type } = arg;
  const hasDate = type.kind === "time" && (type.dtype === "Datetime" || type.dtype === "Date");
  const hasClock = type.kind === "time" && (type.dtype === "Datetime" || type.dtype === "Time");
  if (type.kind !== "time" || !(of === "date" ? hasDate : hasClock)) {
    return call.fail(
      `${part} needs a ${of === "date" ? "date" : "time"} such as the column ts, not ${typeName(type)}`,
      0,
    );
  }
  const toWallClock = wallClockOf(type);
  const resultType: ValueType = dtype === "Date" || dtype === "Time" ? timeType(dtype) : numberType(dtype);
  return applyToNumber(call.scope, part, resultType, arg, (value) => read(toWallClock(value)));
}

/** The same moments on another zone's clock; a moment without zone is UTC. */
export function convertTimeZone(call: Call, timeZone: string): ScalarValue | undefined {
  const arg = call.args[0]!;
  if (arg.type.kind !== "time" || arg.type.dtype !== "Datetime") {
    return call.fail(`convertTimeZone needs a datetime such as the column ts, not ${typeName(arg.type)}`, 0);
  }
  try {
    zoneOf(timeZone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return call.fail(`"${timeZone}" is not a time zone; use an IANA name such as America/New_York`);
  }
  return applyToNumber(
    call.scope,
    "convertTimeZone",
    timeType("Datetime", timeZone, arg.type.unit),
    arg,
    (value) => value,
  );
}

/** A span in minutes: whole ones towards zero, or with their fraction. */
export function totalMinutes(call: Call, fractional: boolean): ScalarValue | undefined {
  const arg = call.args[0]!;
  if (arg.type.kind !== "time" || arg.type.dtype !== "Duration") {
    return call.fail(
      `totalMinutes needs a duration, such as a difference of datetimes, not ${typeName(arg.type)}`,
      0,
    );
  }
  const type = numberType(fractional ? "Float64" : "Int64");
  const read = fractional ? (ms: number) => ms / MINUTE : (ms: number) => Math.trunc(ms / MINUTE) + 0;
  return applyToNumber(call.scope, "totalMinutes", type, arg, read);
}

/** From a time type's own unit to milliseconds on its wall clock. */
export function wallClockOf(type: TimeType): (value: number) => number {
  if (type.dtype === "Date") return (days) => days * DAY;
  if (type.dtype === "Time") return (nanoseconds) => nanoseconds / NANOSECONDS;
  if (type.timeZone === null) return (ms) => ms;
  const zone = zoneOf(type.timeZone);
  return (ms) => ms + zone.offsetAt(ms);
}

function remainder(value: number, divisor: number): number {
  return value - Math.floor(value / divisor) * divisor;
}

/** Day 0, 1970-01-01, was a Thursday. */
function weekday(ms: number): number {
  return remainder(Math.floor(ms / DAY) + 3, 7) + 1;
}

function ordinalDay(ms: number): number {
  const newYear = Date.UTC(new Date(ms).getUTCFullYear(), 0, 1);
  return Math.floor((ms - newYear) / DAY) + 1;
}

/** ISO 8601: a week belongs to the year of its Thursday. */
function isoWeek(ms: number): number {
  const thursday = ms + (4 - weekday(ms)) * DAY;
  return Math.floor((ordinalDay(thursday) - 1) / 7) + 1;
}
