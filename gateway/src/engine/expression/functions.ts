import type { ExprFunction } from "tradepose-client/expr";
import { unaryNumber } from "./arithmetic.ts";
import type { FunctionCall } from "./call.ts";
import { coalesce, extremeOfRow, floatTest, nullTest } from "./choice.ts";
import { clip } from "./clip.ts";
import { isBetween } from "./comparison.ts";
import { cumulative } from "./cumulative.ts";
import { ewmMean } from "./ewm.ts";
import { fillNullStrategy } from "./fill.ts";
import { logic, not } from "./logic.ts";
import { pow } from "./power.ts";
import { rolling } from "./rolling.ts";
import { round } from "./rounding.ts";
import { diff, pctChange, shift } from "./shift.ts";
import { convertTimeZone, temporalPart, totalMinutes } from "./temporal.ts";
import type { ScalarValue } from "./value.ts";

/** A function over values: `field` takes a struct apart and `isIn` has a list, so they are not among them. */
type Handlers = {
  readonly [Name in Exclude<ExprFunction["name"], "field" | "isIn">]: (
    call: FunctionCall<Extract<ExprFunction, { readonly name: Name }>>,
  ) => ScalarValue | undefined;
};

/** How each function is evaluated. */
const HANDLERS: Handlers = {
  temporal: (call) => temporalPart(call, call.fn.part),
  totalMinutes: (call) => totalMinutes(call, call.fn.fractional),
  convertTimeZone: (call) => convertTimeZone(call, call.fn.timeZone),
  not,
  isNull: (call) => nullTest(call, true),
  isNotNull: (call) => nullTest(call, false),
  isNan: (call) => floatTest(call, "isNan"),
  isNotNan: (call) => floatTest(call, "isNotNan"),
  isFinite: (call) => floatTest(call, "isFinite"),
  isInfinite: (call) => floatTest(call, "isInfinite"),
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
  pow,
  round,
  clip,
  shift,
  pctChange,
  diff: (call) =>
    call.fn.nullBehavior === "ignore"
      ? diff(call)
      : call.fail("diff that drops nulls changes the number of rows"),
  fillNull: coalesce,
  coalesce,
  fillNullStrategy,
  cumMax: cumulative,
  cumMin: cumulative,
  cumSum: cumulative,
  cumCount: cumulative,
  rolling,
  ewmMean,
};

/** The functions over values. */
type ValueFunction = Extract<ExprFunction, { readonly name: keyof Handlers }>;

export function applyFunction(call: FunctionCall<ValueFunction>): ScalarValue | undefined {
  // The table pairs every name with the handler for its own parameters, which an index by a union cannot express.
  const handler = HANDLERS[call.fn.name] as (call: FunctionCall) => ScalarValue | undefined;
  return handler(call);
}
