import { FLOAT_ROWS } from "./arithmetic-rows.ts";
import { type Call, typeNames } from "./call.ts";
import { applyToNumber, applyToNumbers, literal, type RowsOfNumbers } from "./elementwise.ts";
import { integerProduct, wrapper } from "./numbers.ts";
import type { ArithmeticOperator } from "./operators.ts";
import { timeArithmetic } from "./time-arithmetic.ts";
import { integerRange, type NumberValueType, numberType, typeName } from "./types.ts";
import { commonTypeOf } from "./untyped.ts";
import type { ScalarValue } from "./value.ts";

type Operation = (a: number, b: number) => number | null;

/**
 * Arithmetic of two values with Polars' types: integers stay integers and wrap at the ends of their range, `divide`
 * and `floorDivide` of integers round down, an integer divided by zero (other than by `trueDivide`) is null.
 */
export function arithmetic(call: Call, op: ArithmeticOperator): ScalarValue | undefined {
  const left = call.args[0]!;
  const right = call.args[1]!;
  if (left.type.kind === "time" || right.type.kind === "time") return timeArithmetic(call, op);
  const type = resultType(left, right, op);
  if (type === undefined) {
    const hint = "arithmetic needs numbers; cast the operand, or compare it instead";
    return call.fail(`${op} of ${typeNames([left.type, right.type])} is not defined: ${hint}`);
  }
  if (left.type.kind === "null" || right.type.kind === "null") return literal(type, null);
  return applyToNumbers(call.scope, op, type, left, right, operationOf(op, type), rowsOf(op, type));
}

function resultType(
  left: ScalarValue,
  right: ScalarValue,
  op: ArithmeticOperator,
): NumberValueType | undefined {
  if (left.type.kind === "boolean" && right.type.kind === "boolean") {
    return op === "add" ? numberType("UInt32") : undefined;
  }
  const common = commonTypeOf([asNumber(left), asNumber(right)]);
  if (common?.kind !== "number") return undefined;
  const isIntegerQuotient = op === "trueDivide" && integerRange(common.dtype) !== undefined;
  return isIntegerQuotient ? numberType("Float64", common.isUntyped) : common;
}

/** A boolean among numbers counts as 0 or 1 and takes the number's type. */
function asNumber(value: ScalarValue): ScalarValue {
  return value.type.kind === "boolean" ? literal(numberType("UInt8", true), 0) : value;
}

function rowsOf(op: ArithmeticOperator, { dtype }: NumberValueType): RowsOfNumbers | undefined {
  if (dtype !== "Float64") return undefined;
  return op === "add" || op === "sub" || op === "mul" || op === "trueDivide" ? FLOAT_ROWS[op] : undefined;
}

function operationOf(op: ArithmeticOperator, type: NumberValueType): Operation {
  const isInteger = integerRange(type.dtype) !== undefined;
  const wrap = type.isUntyped ? (value: number) => value : wrapper(type.dtype);
  // Adding 0 turns a -0, which integers do not have, into 0.
  const whole = (value: number): number => wrap(value) + 0;
  switch (op) {
    case "add":
      return type.dtype === "Float64" ? (a, b) => a + b : (a, b) => wrap(a + b);
    case "sub":
      return type.dtype === "Float64" ? (a, b) => a - b : (a, b) => wrap(a - b);
    case "mul":
      if (type.dtype === "Float64") return (a, b) => a * b;
      if (!isInteger) return (a, b) => wrap(a * b);
      return type.isUntyped ? (a, b) => whole(a * b) : integerProduct(type.dtype);
    case "trueDivide":
      return type.dtype === "Float64" ? (a, b) => a / b : (a, b) => wrap(a / b);
    case "divide":
      return isInteger ? (a, b) => (b === 0 ? null : whole(Math.floor(a / b))) : (a, b) => wrap(a / b);
    case "floorDivide":
      return isInteger
        ? (a, b) => (b === 0 ? null : whole(Math.floor(a / b)))
        : (a, b) => wrap(Math.floor(a / b));
    case "modulo":
      if (isInteger) return (a, b) => (b === 0 ? null : whole(a - b * Math.floor(a / b)));
      return (a, b) => wrap(a - b * Math.floor(a / b));
  }
}

type UnaryName = "abs" | "negate" | "sign" | "floor" | "ceil" | "sqrt";

const FLOAT_FUNCTIONS: Readonly<Record<UnaryName, (x: number) => number>> = {
  abs: Math.abs,
  negate: (x) => -x,
  sign: Math.sign,
  floor: Math.floor,
  ceil: Math.ceil,
  sqrt: Math.sqrt,
};

/** Functions of one number. All keep its type but `sqrt`, which gives a Float64 for an integer. */
export function unaryNumber(call: Call, name: UnaryName): ScalarValue | undefined {
  const arg = call.args[0]!;
  if (arg.type.kind === "null") return arg;
  if (arg.type.kind !== "number") return call.fail(`${name} needs a number, not ${typeName(arg.type)}`, 0);
  const { type } = arg;
  const fn = FLOAT_FUNCTIONS[name];
  const range = integerRange(type.dtype);
  if (range === undefined) {
    const round = wrapper(type.dtype);
    return applyToNumber(call.scope, name, type, arg, (x) => round(fn(x)));
  }
  if (name === "sqrt") return applyToNumber(call.scope, name, numberType("Float64", type.isUntyped), arg, fn);
  if (name === "floor" || name === "ceil") return arg;
  if (name === "negate" && !range.signed)
    return call.fail(`negate of the unsigned ${type.dtype}; cast it first`, 0);
  const wrap = type.isUntyped ? (value: number) => value : wrapper(type.dtype);
  // Adding 0 turns the -0 of a negated integer zero, which integers do not have, into 0.
  return applyToNumber(call.scope, name, type, arg, (x) => wrap(fn(x)) + 0);
}
