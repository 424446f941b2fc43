import type { NumberType } from "../column.ts";
import { integerRange } from "./types.ts";

/** Brings a number into a type's range the way machine arithmetic does: integers wrap, Float32 rounds. */
export function wrapper(dtype: NumberType): (value: number) => number {
  switch (dtype) {
    case "Float64":
      return (value) => value;
    case "Float32":
      return Math.fround;
    case "Int64":
    case "UInt64":
      return dtype === "Int64" ? wrapInt64 : wrapUInt64;
    default: {
      const { min, max, bits } = integerRange(dtype)!;
      const span = 2 ** bits;
      return (value) => {
        if (value >= min && value <= max) return value;
        const wrapped = ((value % span) + span) % span;
        return wrapped > max ? wrapped - span : wrapped;
      };
    }
  }
}

/** Product in an integer type; exact where a double product would already have lost the low bits that wrapping keeps. */
export function integerProduct(dtype: NumberType): (a: number, b: number) => number {
  const wrap = wrapper(dtype);
  const { bits, signed } = integerRange(dtype)!;
  return (a, b) => {
    const product = a * b;
    // Adding 0 turns a -0, which integers do not have, into 0.
    if (Number.isSafeInteger(product)) return wrap(product) + 0;
    const exact = BigInt(a) * BigInt(b);
    return Number(signed ? BigInt.asIntN(bits, exact) : BigInt.asUintN(bits, exact));
  };
}

function wrapInt64(value: number): number {
  return Number.isSafeInteger(value) ? value : Number(BigInt.asIntN(64, BigInt(value)));
}

function wrapUInt64(value: number): number {
  return Number.isSafeInteger(value) && value >= 0 ? value : Number(BigInt.asUintN(64, BigInt(value)));
}
