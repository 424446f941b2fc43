import { type Call, typeNames } from "./call.ts";
import { applyToNumbers } from "./elementwise.ts";
import type { ArithmeticOperator } from "./operators.ts";
import { DURATION, type ValueType } from "./types.ts";
import type { ScalarValue } from "./value.ts";

/** Differences of moments, and moments and spans moved by a span; all in milliseconds. */
export function timeArithmetic(call: Call, op: ArithmeticOperator): ScalarValue | undefined {
  const left = call.args[0]!;
  const right = call.args[1]!;
  const type = op === "add" || op === "sub" ? resultType(left.type, right.type, op) : undefined;
  if (type === undefined) {
    const defined = "a difference of two datetimes, and a datetime or duration plus or minus a duration, are";
    return call.fail(`${op} of ${typeNames([left.type, right.type])} is not defined; ${defined}`);
  }
  return applyToNumbers(call.scope, op, type, left, right, op === "add" ? (a, b) => a + b : (a, b) => a - b);
}

function resultType(left: ValueType, right: ValueType, op: "add" | "sub"): ValueType | undefined {
  if (left.kind !== "time" || right.kind !== "time") return undefined;
  if (right.dtype === "Duration" && (left.dtype === "Datetime" || left.dtype === "Duration")) return left;
  if (op === "add") return left.dtype === "Duration" && right.dtype === "Datetime" ? right : undefined;
  const isPair = left.dtype === "Datetime" && right.dtype === "Datetime" && left.timeZone === right.timeZone;
  return isPair ? DURATION : undefined;
}
