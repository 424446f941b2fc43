import type { Call } from "./call.ts";
import { applyToNumber, literal } from "./elementwise.ts";
import { coarserUnit, type TimeType, type TimeUnit } from "./types.ts";
import type { ScalarValue } from "./value.ts";

export const DAY = 86_400_000;

const PER_MILLISECOND: Readonly<Record<TimeUnit, number>> = { ms: 1, us: 1e3, ns: 1e6 };

/** Milliseconds in the units a type counts. */
export function inUnits(ms: number, unit: TimeUnit): number {
  // Doubles hold any moment to a fraction of a microsecond; rounding gives the whole number that it stands for.
  return unit === "ms" ? ms : Math.round(ms * PER_MILLISECOND[unit]);
}

/** A number of units in milliseconds. */
export function fromUnits(count: number, unit: TimeUnit): number {
  return count / PER_MILLISECOND[unit];
}

/** A moment or span as another type of its kind: a coarser unit drops what is finer, a date becomes its midnight. */
export function asTimeType(call: Call, value: ScalarValue, type: TimeType): ScalarValue {
  const from = value.type;
  if (from.kind !== "time") return value;
  if (from.dtype === "Date" && type.dtype === "Datetime") {
    return applyToNumber(call.scope, "midnight", type, value, (days) => days * DAY);
  }
  if (from.unit === type.unit && from.timeZone === type.timeZone) return value;
  if (coarserUnit(from.unit, type.unit) === from.unit) return renamed(call, value, type);
  const toWhole = type.dtype === "Duration" ? Math.trunc : Math.floor;
  const perCount = PER_MILLISECOND[from.unit] / PER_MILLISECOND[type.unit];
  return applyToNumber(call.scope, "coarser", type, value, (ms) =>
    fromUnits(toWhole(inUnits(ms, from.unit) / perCount), type.unit),
  );
}

/** The same values under another type, and under another key: a type's unit decides what is made of them. */
function renamed({ scope }: Call, value: ScalarValue, type: TimeType): ScalarValue {
  if (value.source === "literal") return literal(type, value.cell);
  if (value.source === "context") return { ...value, type };
  return scope.column(`in ${type.unit} ${type.timeZone}(${value.key})`, type, () => value.column);
}
