import type { ExprFunction } from "tradepose-client/expr";
import { unaryNumber } from "./arithmetic.ts";
import type { FunctionCall } from "./call.ts";
import { coalesce, extremeOfRow, floatTest, nullTest } from "./choice.ts";
import { isBetween } from "./comparison.ts";
import { logic, not } from "./logic.ts";
import { diff, shift } from "./shift.ts";
import { convertTimeZone, temporalPart, totalMinutes } from "./temporal.ts";
import type { ScalarValue } from "./value.ts";

/** A function over values. `field`, which takes a struct apart, is not among them. */
type Handlers = {
  readonly [Name in Exclude<ExprFunction["name"], "field">]?: (
    call: FunctionCall<Extract<ExprFunction, { readonly name: Name }>>,
  ) => ScalarValue | undefined;
};

/** How each function is evaluated. A function that is not here is reported, never guessed. */
const HANDLERS: Handlers = {
  temporal: (call) => temporalPart(call, call.fn.part),
  totalMinutes: (call) => totalMinutes(call, call.fn.fractional),
  convertTimeZone: (call) => convertTimeZone(call, call.fn.timeZone),
  not,
  isNull: (call) => nullTest(call, true),
  isNotNull: (call) => nullTest(call, false),
  isNan: (call) => floatTest(call, "isNan"),
  isFinite: (call) => floatTest(call, "isFinite"),
  anyHorizontal: (call) => logic(call, "or"),
  allHorizontal: (call) => logic(call, "and"),
  minHorizontal: (call) => extremeOfRow(call, "min"),
  maxHorizontal: (call) => extremeOfRow(call, "max"),
  isBetween: (call) => isBetween(call, call.fn.closed),
  abs: (call) => unaryNumber(call, "abs"),
  negate: (call) => unaryNumber(call, "negate"),
  sign: (call) => unaryNumber(call, "sign"),
  floor: (call) => unaryNumber(call, "floor"),
  ceil: (call) => unaryNumber(call, "ceil"),
  sqrt: (call) => unaryNumber(call, "sqrt"),
  shift,
  diff: (call) =>
    call.fn.nullBehavior === "ignore"
      ? diff(call)
      : call.fail("diff that drops nulls changes the number of rows"),
  fillNull: coalesce,
  coalesce,
};

export function applyFunction(call: FunctionCall): ScalarValue | undefined {
  const { name } = call.fn;
  // The table pairs every name with the handler for its own parameters, which an index by a union cannot express.
  const handler = (HANDLERS as Readonly<Record<string, (call: FunctionCall) => ScalarValue | undefined>>)[
    name
  ];
  return handler === undefined
    ? call.fail(`the function ${name} is not supported by this engine`)
    : handler(call);
}
