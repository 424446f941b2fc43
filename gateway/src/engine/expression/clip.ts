import type { ExprFunction } from "tradepose-client/expr";
import type { FunctionCall } from "./call.ts";
import { cast } from "./cast.ts";
import { applyToCells, literal } from "./elementwise.ts";
import { NULL, type NumberValueType, type TimeType, typed, typeName } from "./types.ts";
import type { Cell, ScalarValue } from "./value.ts";

type Clip = Extract<ExprFunction, { readonly name: "clip" }>;

/**
 * A value brought up to a lower bound and down to an upper one, each a value of its own type: bounds are cast to it,
 * and must fit. A bound that is NaN or null does not bind; but beside a single value as the other bound, a null in a
 * column of bounds leaves the value as it is.
 */
export function clip(call: FunctionCall<Clip>): ScalarValue | undefined {
  const { fn, args, scope } = call;
  const value = args[0]!;
  if (value.type.kind === "null") return value;
  if (value.type.kind !== "number" && value.type.kind !== "time") {
    return call.fail(`clip needs a number or a time, not ${typeName(value.type)}`, 0);
  }
  const type = typed(value.type) as NumberValueType | TimeType;
  const bounds = args.slice(1).map((bound, i) => boundOf(call, bound, i + 1, type));
  const found = bounds.filter((bound) => bound !== undefined);
  if (found.length < bounds.length) return undefined;
  const [first, second] = found;
  const low = fn.hasMin ? first : undefined;
  const high = fn.hasMin ? second : first;
  const isMixed = found.length === 2 && (low?.source === "literal") !== (high?.source === "literal");
  return applyToCells(scope, "clip", type, [value, low ?? UNBOUND, high ?? UNBOUND], (x, min, max) => {
    if (typeof x !== "number") return null;
    return isMixed && (min === null || max === null) && !isNullLiteral(low) && !isNullLiteral(high)
      ? x
      : clamp(x, min, max);
  });
}

function isNullLiteral(bound: ScalarValue | undefined): boolean {
  return bound?.source === "literal" && bound.cell === null;
}

const UNBOUND = literal(NULL, null);

function clamp(x: number, low: Cell | undefined, high: Cell | undefined): number {
  if (typeof low === "number" && x < low) return low;
  return typeof high === "number" && x > high ? high : x;
}

function boundOf(
  call: FunctionCall<Clip>,
  bound: ScalarValue,
  operand: number,
  type: NumberValueType | TimeType,
): ScalarValue | undefined {
  if (bound.type.kind === "null") return bound;
  if (bound.type.kind !== type.kind) {
    return call.fail(`a bound of ${typeName(type)} cannot be ${typeName(bound.type)}`, operand);
  }
  const fail = (message: string): undefined => call.fail(message, operand);
  return cast({ ...call, args: [bound], fail }, type.dtype, "strict");
}
