import { type Call, typeNames } from "./call.ts";
import { compareRows } from "./compare-rows.ts";
import { applyToCells, applyToNumbers, literal } from "./elementwise.ts";
import { logic } from "./logic.ts";
import { asTimeType } from "./time-units.ts";
import { BOOLEAN, commonType, type ValueType } from "./types.ts";
import type { Cell, LiteralValue, ScalarValue } from "./value.ts";

export type ComparisonOperator = "eq" | "neq" | "lt" | "ltEq" | "gt" | "gtEq";

/** Polars' total order of floats: NaN equals NaN and is above every number. */
const NUMBER_COMPARISONS: Readonly<Record<ComparisonOperator, (a: number, b: number) => number>> = {
  eq: (a, b) => (a === b || (Number.isNaN(a) && Number.isNaN(b)) ? 1 : 0),
  neq: (a, b) => (a === b || (Number.isNaN(a) && Number.isNaN(b)) ? 0 : 1),
  lt: (a, b) => (a < b || (Number.isNaN(b) && !Number.isNaN(a)) ? 1 : 0),
  ltEq: (a, b) => (a <= b || Number.isNaN(b) ? 1 : 0),
  gt: (a, b) => (a > b || (Number.isNaN(a) && !Number.isNaN(b)) ? 1 : 0),
  gtEq: (a, b) => (a >= b || Number.isNaN(a) ? 1 : 0),
};

const TEXT_COMPARISONS: Readonly<Record<ComparisonOperator, (a: string, b: string) => boolean>> = {
  eq: (a, b) => a === b,
  neq: (a, b) => a !== b,
  lt: (a, b) => a < b,
  ltEq: (a, b) => a <= b,
  gt: (a, b) => a > b,
  gtEq: (a, b) => a >= b,
};

/** Compares two values of like type; null where either is null. */
export function comparison(call: Call, op: ComparisonOperator): ScalarValue | undefined {
  const operands = comparableOperands(call);
  if (operands === undefined) return undefined;
  const [left, right] = operands;
  if (left.type.kind === "null" || right.type.kind === "null") return literal(BOOLEAN, null);
  if (left.type.kind === "text") {
    const compare = TEXT_COMPARISONS[op];
    return applyToCells(call.scope, op, BOOLEAN, [left, right], (a, b) =>
      a === null || b === null ? null : compare(a as string, b as string) ? 1 : 0,
    );
  }
  return applyToNumbers(call.scope, op, BOOLEAN, left, right, NUMBER_COMPARISONS[op], (length, x, y) =>
    compareRows(length, op, x, y),
  );
}

/** Equality in which null is a value like another: never null itself. */
export function equalityWithNulls(call: Call, equal: boolean): ScalarValue | undefined {
  const operands = comparableOperands(call);
  if (operands === undefined) return undefined;
  const isSame = (a: Cell, b: Cell): boolean => a === b || (Number.isNaN(a) && Number.isNaN(b));
  return applyToCells(call.scope, equal ? "eqMissing" : "neqMissing", BOOLEAN, operands, (a, b) =>
    isSame(a as Cell, b as Cell) === equal ? 1 : 0,
  );
}

/** Both bounds compared and joined by `and`, so a null bound is false where the other already fails. */
export function isBetween(call: Call, closed: "both" | "left" | "right" | "none"): ScalarValue | undefined {
  const [value, low, high] = call.args;
  const lowOp = closed === "both" || closed === "left" ? "gtEq" : "gt";
  const highOp = closed === "both" || closed === "right" ? "ltEq" : "lt";
  const above = comparison({ ...call, args: [value!, low!] }, lowOp);
  const below = comparison({ ...call, args: [value!, high!] }, highOp);
  return above === undefined || below === undefined
    ? undefined
    : logic({ ...call, args: [above, below] }, "and");
}

/** The two operands in one type: times in one unit, an untyped literal beside a Float32 rounded to it. */
function comparableOperands(call: Call): readonly [ScalarValue, ScalarValue] | undefined {
  const left = call.args[0]!;
  const right = call.args[1]!;
  if (!areComparable(left.type, right.type)) {
    return call.fail(
      `${typeNames([left.type, right.type])} cannot be compared; cast one of them to the other's type`,
    );
  }
  return [inTypeOf(call, left, right.type), inTypeOf(call, right, left.type)];
}

function areComparable(a: ValueType, b: ValueType): boolean {
  if (a.kind === "list" || b.kind === "list") return false;
  if (a.kind === "null" || b.kind === "null") return true;
  if (a.kind === "time" && b.kind === "time") return commonType(a, b) !== undefined;
  const isNumeric = (type: ValueType): boolean => type.kind === "number" || type.kind === "boolean";
  return a.kind === b.kind || (isNumeric(a) && isNumeric(b));
}

function inTypeOf(call: Call, value: ScalarValue, other: ValueType): ScalarValue {
  const common = other.kind === "time" ? commonType(value.type, other) : undefined;
  if (common?.kind === "time") return asTimeType(call, value, common);
  const isSingle = other.kind === "number" && other.dtype === "Float32";
  if (!isSingle || !isUntypedNumber(value)) return value;
  return literal(other, Math.fround(value.cell as number));
}

function isUntypedNumber(value: ScalarValue): value is LiteralValue {
  return value.source === "literal" && value.type.kind === "number" && value.type.isUntyped;
}
