import type { NumberType } from "../column.ts";
import type { Call } from "./call.ts";
import { applyToNumbers, type NumberFunction2 } from "./elementwise.ts";
import { integerProduct, wrapper } from "./numbers.ts";
import { integerRange, type NumberValueType, numberType, typeName } from "./types.ts";
import type { ScalarValue } from "./value.ts";

/**
 * A power. An integer to an integer stays one of the base's type and wraps, and has no negative exponents; an integer
 * to a float takes the float's type, a float keeps its own.
 */
export function pow(call: Call): ScalarValue | undefined {
  const [base, exponent] = call.args as [ScalarValue, ScalarValue];
  if (base.type.kind !== "number") return call.fail(`pow needs a number, not ${typeName(base.type)}`, 0);
  if (exponent.type.kind !== "number") {
    return call.fail(`pow needs a number as exponent, not ${typeName(exponent.type)}`, 1);
  }
  const type = resultType(base.type, exponent.type);
  const isInteger = integerRange(type.dtype) !== undefined;
  const isRoot = exponent.source === "literal" && exponent.cell === 0.5;
  const fn = isInteger ? integerPower(type.dtype) : isRoot ? root(type.dtype) : floatPower(type.dtype);
  const result = applyToNumbers(call.scope, isRoot ? "root" : "pow", type, base, exponent, fn);
  if (!isInteger || !hasNegative(exponent)) return result;
  return call.fail("an integer to a negative power is no integer; cast the base to Float64", 1);
}

function resultType(base: NumberValueType, exponent: NumberValueType): NumberValueType {
  const isFloat = integerRange(base.dtype) === undefined;
  return numberType(isFloat || integerRange(exponent.dtype) !== undefined ? base.dtype : exponent.dtype);
}

function hasNegative(exponent: ScalarValue): boolean {
  if (exponent.source === "literal") return Number(exponent.cell) < 0;
  if (exponent.source === "context" || exponent.column.kind !== "number") return false;
  const { values, nulls } = exponent.column;
  return values.some((value, row) => value < 0 && nulls?.[row] !== 1);
}

/** By repeated squaring, so that what wraps keeps its low bits. */
function integerPower(dtype: NumberType): NumberFunction2 {
  const product = integerProduct(dtype);
  return (base, exponent) => {
    if (exponent < 0) return null;
    let result = 1;
    let square = base;
    for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
      if (rest % 2 === 1) result = product(result, square);
      if (rest > 1) square = product(square, square);
    }
    return result;
  };
}

/** To a single exponent of a half Polars takes the square root, which minus infinity has not. */
function root(dtype: NumberType): NumberFunction2 {
  const wrap = wrapper(dtype);
  return (base) => wrap(Math.sqrt(base));
}

/** As IEEE 754 has it: 1 to any power is 1, and so is -1 to an infinite one. JavaScript says NaN. */
function floatPower(dtype: NumberType): NumberFunction2 {
  const wrap = wrapper(dtype);
  return (base, exponent) => {
    if (base === 1 || (base === -1 && Math.abs(exponent) === Number.POSITIVE_INFINITY)) return 1;
    return wrap(base ** exponent);
  };
}
