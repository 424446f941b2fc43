import { ArgumentError } from "../errors/argument.ts";
import type { CastKinds } from "./kinds.ts";
import type { LiteralNode, LiteralType } from "./node.ts";

/** Values a literal can be made of. */
export type LiteralValue = number | boolean | string | Date | null;

type IntegerType = "Int8" | "Int16" | "Int32" | "Int64" | "UInt8" | "UInt16" | "UInt32" | "UInt64";

/** What a literal of each data type is written as: numbers, a day `2024-01-31`, a time of day `09:30:00`. */
export type TypedLiterals = Readonly<Record<IntegerType | "Float32" | "Float64", number>> & {
  readonly Date: string;
  readonly Time: string;
};

/** Data types that a literal can be given. */
export type LiteralDataType = keyof TypedLiterals & keyof CastKinds;

/** Parts of a span of time; negative ones go back. Together they are whole microseconds. */
export interface DurationParts {
  readonly days?: number;
  readonly hours?: number;
  readonly minutes?: number;
  readonly seconds?: number;
  readonly milliseconds?: number;
  readonly microseconds?: number;
}

const SAFE = Number.MAX_SAFE_INTEGER;
const NANOSECONDS_PER_SECOND = 1_000_000_000;
const MICROSECONDS_PER_MILLISECOND = 1_000;
const MILLISECONDS_PER_DAY = 86_400_000;

/** What whole literals can hold. 64-bit ones are held to what a JSON number carries exactly. */
export const integerRanges: Readonly<Record<string, readonly [low: number, high: number]>> = {
  Int8: [-(2 ** 7), 2 ** 7 - 1],
  Int16: [-(2 ** 15), 2 ** 15 - 1],
  Int32: [-(2 ** 31), 2 ** 31 - 1],
  Int64: [-SAFE, SAFE],
  UInt8: [0, 2 ** 8 - 1],
  UInt16: [0, 2 ** 16 - 1],
  UInt32: [0, 2 ** 32 - 1],
  UInt64: [0, SAFE],
  Date: [-(2 ** 31), 2 ** 31 - 1],
  Time: [0, MILLISECONDS_PER_DAY * 1_000_000 - 1],
};

/** Microseconds of the parts of a duration, largest first. */
export const durationUnits: Readonly<Record<keyof DurationParts, number>> = {
  days: 86_400_000_000,
  hours: 3_600_000_000,
  minutes: 60_000_000,
  seconds: 1_000_000,
  milliseconds: 1_000,
  microseconds: 1,
};

function literal(type: LiteralType, value: LiteralNode["value"]): LiteralNode {
  return Object.freeze({ kind: "literal", type, value });
}

/** Whole numbers become untyped integers, others untyped floats; both take the type of what they meet. */
export function literalNode(value: LiteralValue): LiteralNode {
  if (value === null) return literal("Null", null);
  if (typeof value === "boolean") return literal("Boolean", value);
  if (typeof value === "string") return literal("String", value);
  if (typeof value === "number")
    return literal(Number.isSafeInteger(value) ? "dynInt" : "dynFloat", finite(value));
  if (value instanceof Date) {
    const microseconds = value.getTime() * MICROSECONDS_PER_MILLISECOND;
    if (!Number.isSafeInteger(microseconds)) {
      throw new ArgumentError("a Date literal must be a valid time between the years 1685 and 2255");
    }
    return Object.freeze({ kind: "literal", type: "Datetime", value: microseconds, timeZone: null });
  }
  throw new ArgumentError(
    `a value of type ${typeof value} has no literal form; use a number, boolean, string, Date or an expression`,
  );
}

/** A literal of a data type. */
export function typedLiteralNode(value: number | string, dtype: LiteralDataType): LiteralNode {
  if (dtype === "Date" || dtype === "Time") {
    const parse = dtype === "Date" ? dayOf : clockOf;
    return literal(dtype, parse(String(value)));
  }
  const range = integerRanges[dtype];
  if (range === undefined && dtype !== "Float32" && dtype !== "Float64") {
    throw new ArgumentError(`lit has no literals of ${dtype}; use a number type, Date or Time`);
  }
  const number = finite(Number(value));
  if (range !== undefined && !(Number.isInteger(number) && number >= range[0] && number <= range[1])) {
    throw new ArgumentError(
      `${number} is no ${dtype}: that is a whole number from ${range[0]} to ${range[1]}`,
      {
        value,
      },
    );
  }
  return literal(dtype, number);
}

/** A literal span of time. */
export function durationNode(parts: DurationParts): LiteralNode {
  let microseconds = 0;
  for (const [unit, count] of Object.entries(parts)) {
    if (!Object.hasOwn(durationUnits, unit)) {
      throw new ArgumentError(`a duration has no "${unit}"; it has ${Object.keys(durationUnits).join(", ")}`);
    }
    microseconds += count * durationUnits[unit as keyof DurationParts];
  }
  if (!Number.isSafeInteger(microseconds)) {
    throw new ArgumentError("a duration is a whole number of microseconds, and at most 285 years long");
  }
  // Adding 0 turns -0 into 0.
  return literal("Duration", microseconds + 0);
}

function finite(value: number): number {
  if (!Number.isFinite(value)) {
    throw new ArgumentError(`${value} has no literal form; a literal must be a finite number`, { value });
  }
  // Adding 0 turns -0, which JSON cannot tell from 0, into 0.
  return value + 0;
}

/** Days since 1970 of a text such as `2024-01-31`. */
function dayOf(text: string): number {
  const day = Date.parse(`${text}T00:00:00Z`);
  // The parser takes February 31 for March 2.
  if (!/^\d{4}-\d\d-\d\d$/.test(text) || Number.isNaN(day) || !new Date(day).toISOString().startsWith(text)) {
    throw new ArgumentError(`"${text}" is no day; write it as 2024-01-31`, { value: text });
  }
  return day / MILLISECONDS_PER_DAY;
}

/** Nanoseconds since midnight of a time of day such as `09:30` or `09:30:15.5`. */
function clockOf(text: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?$/.exec(text);
  if (match === null) {
    throw new ArgumentError(`"${text}" is no time of day; write it as 09:30 or 09:30:15, up to 23:59:59`, {
      value: text,
    });
  }
  const [, hours, minutes, seconds = "0", fraction = ""] = match;
  const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds);
  return whole * NANOSECONDS_PER_SECOND + Number(fraction.padEnd(9, "0"));
}
