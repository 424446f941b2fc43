import type { ExprFunction } from "tradepose-client/expr";
import type { FunctionCall } from "./call.ts";
import { applyToNumber } from "./elementwise.ts";
import { wrapper } from "./numbers.ts";
import { integerRange, typeName } from "./types.ts";
import type { ScalarValue } from "./value.ts";

type Round = Extract<ExprFunction, { readonly name: "round" }>;

/** Above this every double is a whole number. */
const WHOLE_FROM = 2 ** 52;

/** A number at so many decimals; halves go to the even digit, or away from zero. Integers stay as they are. */
export function round(call: FunctionCall<Round>): ScalarValue | undefined {
  const arg = call.args[0]!;
  const { decimals, mode } = call.fn;
  if (arg.type.kind === "null") return arg;
  if (arg.type.kind !== "number") return call.fail(`round needs a number, not ${typeName(arg.type)}`, 0);
  if (integerRange(arg.type.dtype) !== undefined) return arg;
  const wrap = wrapper(arg.type.dtype);
  const scale = 10 ** decimals;
  const toWhole = mode === "halfToEven" ? halfToEven : halfAwayFromZero;
  return applyToNumber(call.scope, `round ${decimals} ${mode}`, arg.type, arg, (x) => {
    const scaled = x * scale;
    // What has no digit to lose stays as it is, and so do NaN and the infinities.
    return Math.abs(scaled) < WHOLE_FROM ? wrap(toWhole(scaled) / scale) : x;
  });
}

function halfToEven(x: number): number {
  const low = Math.floor(x);
  const rest = x - low;
  if (rest !== 0.5) return rest < 0.5 ? low : low + 1;
  return low % 2 === 0 ? low : low + 1;
}

function halfAwayFromZero(x: number): number {
  // Not floor(x + 0.5): that sum is itself rounded.
  const low = Math.floor(Math.abs(x));
  const size = Math.abs(x) - low >= 0.5 ? low + 1 : low;
  return x < 0 ? -size : size;
}
