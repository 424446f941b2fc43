import { type Call, typeNames } from "./call.ts";
import { applyToNumbers, type NumberFunction2 } from "./elementwise.ts";
import type { ArithmeticOperator } from "./operators.ts";
import { asTimeType, DAY, fromUnits, inUnits } from "./time-units.ts";
import {
  coarserUnit,
  FLOAT,
  integerRange,
  type TimeType,
  type TimeUnit,
  timeType,
  type ValueType,
} from "./types.ts";
import type { ScalarValue } from "./value.ts";

interface Rule {
  readonly type: ValueType;
  /** Types in which the operands meet, where those are others than their own. */
  readonly left?: TimeType;
  readonly right?: TimeType;
  readonly fn: NumberFunction2;
}

/**
 * Differences of moments, dates and times of day; these moved by a span; spans scaled by a number and divided by each
 * other. Moments and spans are held in milliseconds, dates in days, times of day in nanoseconds.
 */
export function timeArithmetic(call: Call, op: ArithmeticOperator): ScalarValue | undefined {
  const left = call.args[0]!;
  const right = call.args[1]!;
  const rule = ruleOf(op, left.type, right.type);
  if (rule === undefined) {
    return call.fail(`${op} of ${typeNames([left.type, right.type])} is not defined; ${DEFINED}`);
  }
  const a = rule.left === undefined ? left : asTimeType(call, left, rule.left);
  const b = rule.right === undefined ? right : asTimeType(call, right, rule.right);
  return applyToNumbers(call.scope, op, rule.type, a, b, rule.fn);
}

const DEFINED =
  "times of one kind have a difference, a duration can be added to or taken from a moment, a date or a duration, and multiplied or divided by a number";

function ruleOf(op: ArithmeticOperator, left: ValueType, right: ValueType): Rule | undefined {
  if (left.kind === "time" && right.kind === "time") {
    if (op === "sub") return difference(left, right) ?? moved(left, right, (a, b) => a - b);
    if (op === "add") {
      return left.dtype === "Duration" && right.dtype !== "Duration"
        ? swapped(moved(right, left, (a, b) => a + b))
        : moved(left, right, (a, b) => a + b);
    }
    return op === "trueDivide" ? ratio(left, right) : undefined;
  }
  if (left.kind === "time" && right.kind === "number") return scaled(op, left, isInteger(right));
  if (left.kind === "number" && right.kind === "time" && op === "mul") {
    return swapped(scaled(op, right, isInteger(left)));
  }
  return undefined;
}

function isInteger(type: ValueType): boolean {
  return type.kind === "number" && integerRange(type.dtype) !== undefined;
}

function swapped(rule: Rule | undefined): Rule | undefined {
  if (rule === undefined) return undefined;
  const { type, left, right, fn } = rule;
  return {
    type,
    ...(right === undefined ? {} : { left: right }),
    ...(left === undefined ? {} : { right: left }),
    fn: (a, b) => fn(b, a),
  };
}

function difference(left: TimeType, right: TimeType): Rule | undefined {
  const pair = `${left.dtype}-${right.dtype}`;
  if (pair === "Date-Date") return { type: duration("us"), fn: (a, b) => (a - b) * DAY };
  if (pair === "Time-Time") return { type: duration("ns"), fn: (a, b) => fromUnits(a - b, "ns") };
  const isOfMoments = pair === "Datetime-Datetime" || pair === "Date-Datetime" || pair === "Datetime-Date";
  if (!isOfMoments || left.timeZone !== right.timeZone) return undefined;
  const unit =
    left.dtype === "Date"
      ? right.unit
      : right.dtype === "Date"
        ? left.unit
        : coarserUnit(left.unit, right.unit);
  const type = timeType("Datetime", left.timeZone, unit);
  return { type: duration(unit), left: type, right: type, fn: (a, b) => a - b };
}

/** A moment, date or duration moved by a duration. A date moves by whole days: it is where its midnight comes to. */
function moved(from: TimeType, by: TimeType, fn: (a: number, b: number) => number): Rule | undefined {
  if (by.dtype !== "Duration" || from.dtype === "Time") return undefined;
  if (from.dtype === "Date") return { type: from, fn: (days, ms) => Math.floor(fn(days * DAY, ms) / DAY) };
  const unit = coarserUnit(from.unit, by.unit);
  const type = { ...from, unit };
  return { type, left: type, right: duration(unit), fn };
}

function ratio(left: TimeType, right: TimeType): Rule | undefined {
  if (left.dtype !== "Duration" || right.dtype !== "Duration") return undefined;
  return { type: FLOAT, fn: (a, b) => a / b };
}

/** A duration times or by a number, in whole units; null where that is no duration. */
function scaled(op: ArithmeticOperator, type: TimeType, byInteger: boolean): Rule | undefined {
  if (type.dtype !== "Duration" || (op !== "mul" && op !== "trueDivide")) return undefined;
  const whole = op === "trueDivide" && byInteger ? Math.floor : Math.trunc;
  return {
    type,
    fn: (ms, by) => {
      const count = inUnits(ms, type.unit);
      const result = op === "mul" ? count * by : count / by;
      return Number.isFinite(result) ? fromUnits(whole(result), type.unit) : null;
    },
  };
}

function duration(unit: TimeUnit): TimeType {
  return timeType("Duration", null, unit);
}
