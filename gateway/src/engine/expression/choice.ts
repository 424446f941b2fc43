import { type Call, typeNames } from "./call.ts";
import { applyToCells, applyToNumber, literal } from "./elementwise.ts";
import { wrapper } from "./numbers.ts";
import { asTimeType } from "./time-units.ts";
import { BOOLEAN, typed, typeName, type ValueType } from "./types.ts";
import { commonTypeOf } from "./untyped.ts";
import type { Cell, ScalarValue } from "./value.ts";

/** `truthy` where the predicate is true, `falsy` where it is false or null. */
export function ternary(call: Call): ScalarValue | undefined {
  const [predicate, truthy, falsy] = call.args as [ScalarValue, ScalarValue, ScalarValue];
  if (predicate.type.kind !== "boolean") {
    return call.fail(`the predicate must be a condition, not ${typeName(predicate.type)}`, 0);
  }
  const branches = inCommonType(call, [truthy, falsy]);
  if (branches === undefined) return undefined;
  const args = [predicate, ...branches.values];
  return applyToCells(
    call.scope,
    "ternary",
    branches.type,
    args,
    (condition, yes, no) => (condition === 1 ? yes : no) as Cell,
  );
}

/** The first operand that is not null: `coalesce`, and with two operands `fillNull`. */
export function coalesce(call: Call): ScalarValue | undefined {
  const common = inCommonType(call, call.args);
  if (common === undefined) return undefined;
  return applyToCells(call.scope, "coalesce", common.type, common.values, (...cells) => {
    for (const cell of cells) if (cell !== null) return cell;
    return null;
  });
}

/** Smallest or largest operand of a row; nulls are passed over, NaN is above every number (Polars has no fixed rule for NaN). */
export function extremeOfRow(call: Call, which: "min" | "max"): ScalarValue | undefined {
  const wrong = call.args.findIndex(({ type }) => type.kind === "list");
  if (wrong >= 0) return call.fail(`${which} needs numbers, times or texts, not List`, wrong);
  const common = inCommonType(call, call.args.map(typedValue));
  if (common === undefined) return undefined;
  return applyToCells(call.scope, `${which}Horizontal`, common.type, common.values, (...cells) => {
    let best: Cell = null;
    for (const cell of cells) {
      if (cell === null) continue;
      if (best === null || (which === "max" ? isAbove(cell, best) : isAbove(best, cell))) best = cell;
    }
    return best;
  });
}

/** Operands of a common type are both texts or both numbers. */
function isAbove(a: number | string, b: number | string): boolean {
  if (typeof a === "string" || typeof b === "string") return String(a) > String(b);
  return a > b || (Number.isNaN(a) && !Number.isNaN(b));
}

export function nullTest(call: Call, isNull: boolean): ScalarValue | undefined {
  return applyToCells(call.scope, isNull ? "isNull" : "isNotNull", BOOLEAN, call.args, (cell) =>
    (cell === null) === isNull ? 1 : 0,
  );
}

const FLOAT_TESTS = {
  isNan: Number.isNaN,
  isNotNan: (x: number) => !Number.isNaN(x),
  isFinite: Number.isFinite,
  isInfinite: (x: number) => Math.abs(x) === Number.POSITIVE_INFINITY,
};

/** What kind of float a number is; an integer is a finite one. */
export function floatTest(call: Call, name: keyof typeof FLOAT_TESTS): ScalarValue | undefined {
  const arg = call.args[0]!;
  if (arg.type.kind === "null") return literal(BOOLEAN, null);
  if (arg.type.kind !== "number") return call.fail(`${name} needs a number, not ${typeName(arg.type)}`, 0);
  const test = FLOAT_TESTS[name];
  return applyToNumber(call.scope, name, BOOLEAN, arg, (x) => (test(x) ? 1 : 0));
}

/** A bare literal as the type it has alone. */
function typedValue(value: ScalarValue): ScalarValue {
  return value.source === "literal" ? literal(typed(value.type), value.cell) : value;
}

interface Common {
  readonly type: ValueType;
  readonly values: readonly ScalarValue[];
}

/** The operands in the one type they share. */
function inCommonType(call: Call, values: readonly ScalarValue[]): Common | undefined {
  const type = commonTypeOf(values);
  if (type === undefined) {
    return call.fail(`${typeNames(values.map((each) => each.type))} have no common type; cast them to one`);
  }
  return { type, values: values.map((value) => inType(call, value, type)) };
}

/** Only a Float32 and a time change what joins them; every other common type holds its operands as they are. */
function inType(call: Call, value: ScalarValue, type: ValueType): ScalarValue {
  if (type.kind === "time") return asTimeType(call, value, type);
  if (type.kind !== "number" || type.dtype !== "Float32") return value;
  if (value.type.kind !== "number" || value.type.dtype === "Float32") return value;
  return applyToNumber(call.scope, "cast", type, value, wrapper("Float32"));
}
