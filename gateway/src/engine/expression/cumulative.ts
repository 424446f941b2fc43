import type { NumberType } from "../column.ts";
import type { Call, FunctionCall } from "./call.ts";
import { applyToCells } from "./elementwise.ts";
import { wrapper } from "./numbers.ts";
import { applyRunning, type Running } from "./running.ts";
import { addTerm, EMPTY_SUM, sumOf } from "./sum.ts";
import { BOOLEAN, integerRange, numberType, typed, typeName, type ValueType } from "./types.ts";
import type { ScalarValue } from "./value.ts";

type CumulativeFunction = {
  readonly name: "cumMax" | "cumMin" | "cumSum" | "cumCount";
  readonly reverse: boolean;
};

/** Sum, extreme or count of the rows so far; null on a null row, but for the count. */
export function cumulative(call: FunctionCall<CumulativeFunction>): ScalarValue | undefined {
  const { fn } = call;
  if (fn.name === "cumSum") return cumSum(call, fn.reverse);
  if (fn.name === "cumCount") return cumCount(call, fn.reverse);
  return cumExtreme(call, fn.name, fn.reverse);
}

function cumSum(call: Call, reverse: boolean): ScalarValue | undefined {
  const arg = call.args[0]!;
  const type = sumType(arg.type);
  if (type === undefined) return call.fail(`cumSum needs numbers, not ${typeName(arg.type)}`, 0);
  return applyRunning(call, "cumSum", type, arg, runningSum(type.dtype), reverse);
}

/** Type of a sum: small integers widen to Int64, booleans are counted, other numbers keep their type. */
export function sumType(type: ValueType): ReturnType<typeof numberType> | undefined {
  if (type.kind === "boolean") return numberType("UInt32");
  if (type.kind !== "number") return undefined;
  const range = integerRange(type.dtype);
  return numberType(range !== undefined && range.bits < 32 ? "Int64" : type.dtype);
}

/** The sum of the rows so far; 64-bit integers are exact up to 2^53. */
export function runningSum(dtype: NumberType): Running {
  const wrap = wrapper(dtype);
  return {
    start: EMPTY_SUM,
    step(memory, x) {
      if (x === null) return null;
      addTerm(memory, x);
      return wrap(sumOf(memory));
    },
  };
}

function cumExtreme(call: Call, name: "cumMax" | "cumMin", reverse: boolean): ScalarValue | undefined {
  const arg = call.args[0]!;
  const { type } = arg;
  if (type.kind !== "number" && type.kind !== "boolean" && type.kind !== "time") {
    return call.fail(`${name} needs numbers or times, not ${typeName(type)}`, 0);
  }
  return applyRunning(
    call,
    name,
    typed(type),
    arg,
    runningExtreme(name === "cumMax" ? "max" : "min"),
    reverse,
  );
}

/** The largest or smallest of the rows so far; NaN only while there was nothing else. */
export function runningExtreme(which: "max" | "min"): Running {
  const isBetter = which === "max" ? (a: number, b: number) => a > b : (a: number, b: number) => a < b;
  return {
    start: [Number.NaN],
    step(memory, x) {
      if (x === null) return null;
      if (Number.isNaN(memory[0]) || isBetter(x, memory[0]!)) memory[0] = x;
      return memory[0]!;
    },
  };
}

function cumCount(call: Call, reverse: boolean): ScalarValue | undefined {
  const arg = call.args[0]!;
  const count: Running = {
    start: [0],
    step: (memory, x) => {
      if (x !== null) memory[0]! += 1;
      return memory[0]!;
    },
  };
  return applyRunning(call, "cumCount", numberType("UInt32"), presence(call, arg), count, reverse);
}

/** 1 where there is a value of whatever type, null where there is none. */
export function presence(call: Call, arg: ScalarValue): ScalarValue {
  return applyToCells(call.scope, "presence", BOOLEAN, [arg], (cell) => (cell === null ? null : 1));
}
