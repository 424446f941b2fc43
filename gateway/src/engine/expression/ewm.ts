import type { ExprFunction } from "tradepose-client/expr";
import { statisticType } from "./aggregate.ts";
import type { FunctionCall } from "./call.ts";
import { literal } from "./elementwise.ts";
import { wrapper } from "./numbers.ts";
import { applyRunning, type Running } from "./running.ts";
import { FLOAT, typeName } from "./types.ts";
import type { ScalarValue } from "./value.ts";

type EwmMean = Extract<ExprFunction, { readonly name: "ewmMean" }>;

/**
 * Exponentially weighted mean: a value of d rows ago (or d values ago, if nulls are ignored) weighs (1 - alpha)^d.
 * `adjust` divides by the sum of the weights; without it each value moves the mean by alpha of the difference.
 */
export function ewmMean(call: FunctionCall<EwmMean>): ScalarValue | undefined {
  const arg = call.args[0]!;
  const { alpha, adjust, ignoreNulls, minPeriods } = call.fn;
  if (!(alpha >= 0 && alpha <= 1)) return call.fail(`the alpha of ewmMean is from 0 to 1, not ${alpha}`);
  if (arg.type.kind === "null") return literal(FLOAT, null);
  const type = statisticType(arg.type);
  if (type === undefined) return call.fail(`ewmMean needs numbers, not ${typeName(arg.type)}`, 0);
  const wrap = type.kind === "number" ? wrapper(type.dtype) : Number;
  const name = `ewmMean ${alpha} ${adjust} ${ignoreNulls} ${minPeriods}`;
  return applyRunning(call, name, type, arg, weightedMean(call.fn, wrap));
}

/** Remembers how many values there were, their mean, and its weight beside that of the next value. */
function weightedMean(
  { alpha, adjust, ignoreNulls, minPeriods }: EwmMean,
  wrap: (x: number) => number,
): Running {
  const newWeight = adjust ? 1 : alpha;
  return {
    start: [0, 0, 1],
    step(memory, x) {
      const count = memory[0]!;
      if (count > 0 && (x !== null || !ignoreNulls)) memory[2]! *= 1 - alpha;
      if (x === null) return null;
      if (count === 0) memory[1] = x;
      else {
        const weight = memory[2]!;
        // An equal value leaves the mean as it is, to the last bit and where both are infinite.
        if (x !== memory[1]) memory[1] = (weight * memory[1]! + newWeight * x) / (weight + newWeight);
        memory[2] = adjust ? weight + 1 : 1;
      }
      memory[0] = count + 1;
      return count + 1 < minPeriods ? null : wrap(memory[1]!);
    },
  };
}
