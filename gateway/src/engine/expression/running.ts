import type { Call } from "./call.ts";
import { applyKernel, type Kernel, type NumberRows, type ResultRows } from "./rows.ts";
import type { ValueType } from "./types.ts";
import { type Cell, type CellReader, readerOf, type ScalarValue } from "./value.ts";

/** A function of a row and all rows before it, which needs of those only a few numbers. */
export interface Running {
  /** What is remembered before the first row. */
  readonly start: readonly number[];
  /** Takes in the next row, and gives the function's value on it. */
  readonly step: (memory: Float64Array, cell: number | null) => number | null;
}

/**
 * Applies a running function to numbers, from the first row to the last, or from the last to the first if `reverse`.
 * Over a trading context it is the function of the rows so far.
 */
export function applyRunning(
  call: Call,
  name: string,
  type: ValueType,
  arg: ScalarValue,
  running: Running,
  reverse = false,
): ScalarValue | undefined {
  if (arg.source !== "context") {
    const kernel = reverse ? backwards(running) : forwards(running);
    return applyKernel(call, reverse ? `${name}Reverse` : name, type, arg, kernel);
  }
  if (reverse) return call.fail(`${name} in reverse of a trading context, which has no later rows yet`);
  return { source: "context", type, at: runningReader(readerOf(arg), running) };
}

function forwards({ start, step }: Running): Kernel {
  return (input, output) => {
    const memory = Float64Array.from(start);
    for (let row = 0; row < input.values.length; row++) put(output, row, step(memory, cellOf(input, row)));
  };
}

function backwards({ start, step }: Running): Kernel {
  return (input, output) => {
    const memory = Float64Array.from(start);
    for (let row = input.values.length - 1; row >= 0; row--) {
      put(output, row, step(memory, cellOf(input, row)));
    }
  };
}

/** Rows before the one asked for are final, and are taken in once; that one itself may still change. */
export function runningReader(read: CellReader, { start, step }: Running): CellReader {
  const memory = Float64Array.from(start);
  const trial = new Float64Array(memory.length);
  const before: Cell[] = [];
  const cellAt = (row: number): number | null => {
    const cell = read(row);
    return cell === null ? null : Number(cell);
  };
  return (row) => {
    if (row < before.length) return before[row]!;
    while (before.length < row) before.push(step(memory, cellAt(before.length)));
    trial.set(memory);
    return step(trial, cellAt(row));
  };
}

export function cellOf({ values, nulls }: NumberRows, row: number): number | null {
  return nulls !== undefined && nulls[row] === 1 ? null : values[row]!;
}

export function put(output: ResultRows, row: number, cell: number | null): void {
  if (cell === null) output.nulls[row] = 1;
  else output.values[row] = cell;
}
