import type { FrameScope } from "./scope.ts";
import type { ValueType } from "./types.ts";
import {
  type Cell,
  type CellReader,
  type ColumnValue,
  type LiteralValue,
  maskOf,
  materialise,
  numericColumn,
  readerOf,
  type ScalarValue,
} from "./value.ts";

/** A function of numbers that is null where any of them is null; it may itself find no answer (null). */
export type NumberFunction1 = (x: number) => number | null;
export type NumberFunction2 = (x: number, y: number) => number | null;

/** Applies a null-propagating function of one number to every row. */
export function applyToNumber(
  scope: FrameScope,
  name: string,
  type: ValueType,
  arg: ScalarValue,
  fn: NumberFunction1,
): ScalarValue {
  const at = (read: CellReader): CellReader => {
    return (row) => {
      const x = read(row);
      return x === null ? null : fn(x as number);
    };
  };
  return apply(scope, name, type, [arg], at(readerOf(arg)));
}

/** The results of a function of two numbers that always answers, on every row of a frame, whatever null rows hold. */
export type RowsOfNumbers = (
  length: number,
  left: NumberOperand,
  right: NumberOperand,
) => Float64Array | Uint8Array;

/**
 * Applies a null-propagating function of two numbers to every row. `rowsAtOnce` computes the same without a call per
 * row.
 */
export function applyToNumbers(
  scope: FrameScope,
  name: string,
  type: ValueType,
  left: ScalarValue,
  right: ScalarValue,
  fn: NumberFunction2,
  rowsAtOnce?: RowsOfNumbers,
): ScalarValue {
  const readLeft = readerOf(left);
  const readRight = readerOf(right);
  const at: CellReader = (row) => {
    const x = readLeft(row);
    if (x === null) return null;
    const y = readRight(row);
    return y === null ? null : fn(x as number, y as number);
  };
  return apply(scope, name, type, [left, right], at, () =>
    columnOfNumbers(scope.length, type, left, right, fn, rowsAtOnce),
  );
}

/** Applies a function that handles nulls itself to every row. */
export function applyToCells(
  scope: FrameScope,
  name: string,
  type: ValueType,
  args: readonly ScalarValue[],
  fn: (...cells: Cell[]) => Cell,
): ScalarValue {
  const readers = args.map(readerOf);
  const [first, second, third] = readers;
  let at: CellReader;
  if (first !== undefined && readers.length === 1) at = (row) => fn(first(row));
  else if (first !== undefined && second !== undefined && readers.length === 2) {
    at = (row) => fn(first(row), second(row));
  } else if (first !== undefined && second !== undefined && third !== undefined && readers.length === 3) {
    at = (row) => fn(first(row), second(row), third(row));
  } else at = (row) => fn(...readers.map((read) => read(row)));
  return apply(scope, name, type, args, at);
}

/**
 * A value made of others row by row: a literal of literals, a column of columns, else a reader of context rows.
 * `columnAtOnce` computes the same column without a call per row.
 */
export function apply(
  scope: FrameScope,
  name: string,
  type: ValueType,
  args: readonly ScalarValue[],
  at: CellReader,
  columnAtOnce?: () => ColumnValue["column"],
): ScalarValue {
  const keys: string[] = [];
  let isLiteral = true;
  for (const arg of args) {
    if (arg.source === "context") return { source: "context", type, at };
    keys.push(arg.key);
    isLiteral &&= arg.source === "literal";
  }
  if (isLiteral) return literal(type, at(0));
  const recipe = `${name}(${keys.join(",")}):${JSON.stringify(type)}`;
  return scope.column(recipe, type, columnAtOnce ?? (() => materialise(type, scope.length, at)));
}

export function literal(type: ValueType, cell: Cell): LiteralValue {
  const text = Object.is(cell, -0) ? "-0" : typeof cell === "string" ? JSON.stringify(cell) : String(cell);
  return { source: "literal", type, cell, key: `${text}:${JSON.stringify(type)}` };
}

/** Arrays at once, without a call per operand: the common case of arithmetic and comparisons. */
function columnOfNumbers(
  length: number,
  type: ValueType,
  left: ScalarValue,
  right: ScalarValue,
  fn: NumberFunction2,
  rowsAtOnce: RowsOfNumbers | undefined,
): ColumnValue["column"] {
  const x = operandOf(left);
  const y = operandOf(right);
  if (rowsAtOnce !== undefined) {
    return numericColumn(type, rowsAtOnce(length, x, y), nullsOfEither(length, x, y));
  }
  const values = type.kind === "boolean" ? new Uint8Array(length) : new Float64Array(length);
  const nulls = new Uint8Array(length);
  for (let row = 0; row < length; row++) {
    if (
      (x.nulls !== undefined && x.nulls[row & x.mask] === 1) ||
      (y.nulls !== undefined && y.nulls[row & y.mask] === 1)
    ) {
      nulls[row] = 1;
      continue;
    }
    const result = fn(x.values[row & x.mask]!, y.values[row & y.mask]!);
    if (result === null) nulls[row] = 1;
    else values[row] = result;
  }
  return numericColumn(type, values, maskOf(nulls));
}

/** A column, or one number for all rows. */
export interface NumberOperand {
  readonly values: Float64Array | Uint8Array;
  readonly nulls: Uint8Array | undefined;
  /** All ones for a column, zero for a literal: `row & mask` is the index of the row's value. */
  readonly mask: number;
}

function operandOf(value: ScalarValue): NumberOperand {
  if (value.source === "column" && value.column.kind !== "text" && value.column.kind !== "list") {
    return { values: value.column.values, nulls: value.column.nulls, mask: -1 };
  }
  const cell = value.source === "literal" ? value.cell : null;
  return {
    values: Float64Array.of(typeof cell === "number" ? cell : 0),
    nulls: cell === null ? Uint8Array.of(1) : undefined,
    mask: 0,
  };
}

function nullsOfEither(length: number, x: NumberOperand, y: NumberOperand): Uint8Array | undefined {
  // A null literal makes every row null.
  if ([x, y].some(({ nulls, mask }) => nulls !== undefined && mask === 0))
    return new Uint8Array(length).fill(1);
  if (x.nulls === undefined || y.nulls === undefined) return x.nulls ?? y.nulls;
  const nulls = new Uint8Array(length);
  for (let row = 0; row < length; row++) nulls[row] = x.nulls[row]! | y.nulls[row]!;
  return nulls;
}
