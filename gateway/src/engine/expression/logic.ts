import type { BooleanColumn } from "../column.ts";
import { type Call, typeNames } from "./call.ts";
import { apply, applyToCells, literal } from "./elementwise.ts";
import type { FrameScope } from "./scope.ts";
import { BOOLEAN, typeName } from "./types.ts";
import { type Cell, type ColumnValue, maskOf, readerOf, type ScalarValue } from "./value.ts";

export type LogicOperator = "and" | "or" | "xor";

/** Kleene's three-valued logic: false and null is false, true or null is true; `xor` with a null is null. */
const LOGIC: Readonly<Record<LogicOperator, (a: Cell, b: Cell) => 0 | 1 | null>> = {
  and: (a, b) => (a === 0 || b === 0 ? 0 : a === null || b === null ? null : 1),
  or: (a, b) => (a === 1 || b === 1 ? 1 : a === null || b === null ? null : 0),
  xor: (a, b) => (a === null || b === null ? null : a === b ? 0 : 1),
};

/** Joins one or more booleans. */
export function logic(call: Call, op: LogicOperator): ScalarValue | undefined {
  const wrong = call.args.findIndex((arg) => arg.type.kind !== "boolean" && arg.type.kind !== "null");
  if (wrong >= 0) {
    const names = typeNames([call.args[wrong]!.type]);
    return call.fail(`${op} joins true and false, not ${names}; write a comparison`, wrong);
  }
  return call.args.reduce((left, right) => join(call.scope, op, left, right));
}

/** All of some booleans; true of none. */
export function allOf(scope: FrameScope, values: readonly ScalarValue[]): ScalarValue {
  return values.reduce((left, right) => join(scope, "and", left, right), literal(BOOLEAN, 1) as ScalarValue);
}

function join(scope: FrameScope, op: LogicOperator, left: ScalarValue, right: ScalarValue): ScalarValue {
  // A condition that is literally true leaves the others as they are, and their columns shared.
  if (op === "and" && left.source === "literal" && left.cell === 1) return right;
  const fn = LOGIC[op];
  const readLeft = readerOf(left);
  const readRight = readerOf(right);
  const [a, b] = [booleanColumn(left), booleanColumn(right)];
  const atOnce = a === undefined || b === undefined ? undefined : () => joinColumns(fn, a, b);
  return apply(scope, op, BOOLEAN, [left, right], (row) => fn(readLeft(row), readRight(row)), atOnce);
}

function booleanColumn(value: ScalarValue): BooleanColumn | undefined {
  return value.source === "column" && value.column.kind === "boolean" ? value.column : undefined;
}

/** Code of null beside 0 and 1. */
const NULL_CODE = 2;

function joinColumns(
  fn: (a: Cell, b: Cell) => 0 | 1 | null,
  a: BooleanColumn,
  b: BooleanColumn,
): BooleanColumn {
  const cells = [0, 1, null] as const;
  const table = Uint8Array.from(cells.flatMap((x) => cells.map((y) => fn(x, y) ?? NULL_CODE)));
  const length = a.values.length;
  const values = new Uint8Array(length);
  const nulls = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    const left = a.nulls !== undefined && a.nulls[row] === 1 ? NULL_CODE : a.values[row]!;
    const right = b.nulls !== undefined && b.nulls[row] === 1 ? NULL_CODE : b.values[row]!;
    const code = table[left * 3 + right]!;
    if (code === NULL_CODE) nulls[row] = 1;
    else values[row] = code;
  }
  return { kind: "boolean", values, nulls: maskOf(nulls) };
}

export function not(call: Call): ScalarValue | undefined {
  const arg = call.args[0]!;
  if (arg.type.kind === "null") return arg;
  if (arg.type.kind !== "boolean") return call.fail(`not needs a condition, not ${typeName(arg.type)}`, 0);
  return applyToCells(call.scope, "not", BOOLEAN, [arg], (a) => (a === null ? null : a === 1 ? 0 : 1));
}

/** 1 on the rows on which a column of booleans is true, 0 where it is false or null. */
export function trueRows(scope: FrameScope, { key, column, type }: ColumnValue): Uint8Array {
  const rows = scope.column(`isTrue(${key})`, type, () => {
    if (column.kind !== "boolean") throw new TypeError("a condition is a boolean");
    const { values, nulls } = column;
    if (nulls === undefined) return column;
    const rows = new Uint8Array(values.length);
    for (let row = 0; row < rows.length; row++) rows[row] = values[row]! & (1 - nulls[row]!);
    return { kind: "boolean", values: rows, nulls: undefined };
  });
  return rows.column.values as Uint8Array;
}
