import type { Call } from "./call.ts";
import { literal } from "./elementwise.ts";
import type { FrameScope } from "./scope.ts";
import type { ValueType } from "./types.ts";
import {
  type Cell,
  type ColumnValue,
  type FlatColumn,
  maskOf,
  numericColumn,
  type ScalarValue,
} from "./value.ts";

/** Numbers of consecutive rows (booleans are 0 and 1); 1 in `nulls` marks a null row. */
export interface NumberRows {
  readonly values: Float64Array | Uint8Array;
  readonly nulls: Uint8Array | undefined;
}

/** Where a kernel puts its results, one for each row; it marks null rows. */
export interface ResultRows {
  readonly values: Float64Array | Uint8Array;
  readonly nulls: Uint8Array;
}

/** Computes all rows of a group at once. */
export type Kernel = (input: NumberRows, output: ResultRows) => void;

/** Computes one value of all rows of a group. */
export type Reduction = (input: NumberRows) => number | null;

export type KnownValue = Exclude<ScalarValue, { source: "context" }>;

/** Runs a kernel over each group of rows. A literal is one row, whatever the length of the frame. */
export function applyKernel(
  call: Call,
  name: string,
  type: ValueType,
  arg: KnownValue,
  kernel: Kernel,
): ScalarValue {
  if (arg.source === "literal") {
    const output = { values: new Float64Array(1), nulls: new Uint8Array(1) };
    kernel(oneRow(arg.cell), output);
    return literal(type, output.nulls[0] === 1 ? null : output.values[0]!);
  }
  const { scope } = call;
  return scope.column(`${name}(${arg.key}):${JSON.stringify(type)}`, type, () => {
    const { length } = scope;
    const values = type.kind === "boolean" ? new Uint8Array(length) : new Float64Array(length);
    const nulls = new Uint8Array(length);
    const input = numbersOf(arg.column);
    forEachGroup(scope, (from, to) => {
      const output = { values: values.subarray(from, to), nulls: nulls.subarray(from, to) };
      kernel(rowsBetween(input, from, to), output);
    });
    return numericColumn(type, values, maskOf(nulls));
  });
}

/** Reduces each group of rows to one value: a literal where the whole frame is one group. */
export function applyReduction(
  call: Call,
  name: string,
  type: ValueType,
  arg: KnownValue,
  reduce: Reduction,
): ScalarValue {
  if (arg.source === "literal") return literal(type, reduce(oneRow(arg.cell)));
  return perGroup(call.scope, `${name}(${arg.key})`, type, () => {
    const count = call.scope.bounds.length - 1;
    const values = type.kind === "boolean" ? new Uint8Array(count) : new Float64Array(count);
    const nulls = new Uint8Array(count);
    const input = numbersOf(arg.column);
    forEachGroup(call.scope, (from, to, group) => {
      const result = reduce(rowsBetween(input, from, to));
      if (result === null) nulls[group] = 1;
      else values[group] = result;
    });
    return numericColumn(type, values, maskOf(nulls));
  });
}

/** A column with one row for each group; of a frame that is one group, a literal. */
export function perGroup(
  scope: FrameScope,
  recipe: string,
  type: ValueType,
  compute: () => FlatColumn,
): ScalarValue {
  const value = scope.perGroup.column(`${recipe}:${JSON.stringify(type)}`, type, compute);
  return scope.groups === undefined ? literal(type, firstCell(value)) : value;
}

function firstCell({ column }: ColumnValue): Cell {
  return column.nulls?.[0] === 1 ? null : (column.values[0] ?? null);
}

export function forEachGroup(
  { bounds }: FrameScope,
  visit: (from: number, to: number, group: number) => void,
): void {
  for (let group = 0; group + 1 < bounds.length; group++) visit(bounds[group]!, bounds[group + 1]!, group);
}

/** The array of a column of numbers, booleans or times. */
export function numbersOf(column: FlatColumn): NumberRows {
  if (column.kind === "text" || column.kind === "list") {
    throw new TypeError(`a column of kind ${column.kind} where numbers were checked for`);
  }
  return column;
}

/** The values that are not null, in an array of their own. */
export function presentNumbers({ values, nulls }: NumberRows): Float64Array {
  return Float64Array.from(nulls === undefined ? values : values.filter((_, row) => nulls[row] !== 1));
}

function oneRow(cell: Cell): NumberRows {
  if (cell === null) return { values: new Float64Array(1), nulls: Uint8Array.of(1) };
  return { values: Float64Array.of(Number(cell)), nulls: undefined };
}

function rowsBetween({ values, nulls }: NumberRows, from: number, to: number): NumberRows {
  if (from === 0 && to === values.length) return { values, nulls };
  return { values: values.subarray(from, to), nulls: nulls?.subarray(from, to) };
}
