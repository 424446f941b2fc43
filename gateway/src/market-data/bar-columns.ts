import type { Bars } from "../engine/bars.ts";

/** The stored columns, in the order of a bar file. */
export const BAR_COLUMNS = ["ts", "open", "high", "low", "close", "volume"] as const;
export type BarColumn = (typeof BAR_COLUMNS)[number];

const BLOCK_ROWS = 65_536;

/** Bars whose columns come in pieces: a growing series needs no copy, and a file is written piece by piece. */
export interface BarSource {
  readonly length: number;
  pieces(column: BarColumn): Iterable<Float64Array>;
}

export function sourceOf(bars: Bars): BarSource {
  return { length: bars.length, pieces: (column) => [bars[column]] };
}

/** Sources one after the other, whose times do not overlap. */
export function joined(sources: readonly BarSource[]): BarSource {
  return {
    length: sources.reduce((rows, source) => rows + source.length, 0),
    *pieces(column) {
      for (const source of sources) yield* source.pieces(column);
    },
  };
}

/** Rows `from` up to but without `to`, on the same memory. */
export function rowsOf(bars: Bars, from: number, to: number): BarSource {
  return { length: to - from, pieces: (column) => [bars[column].subarray(from, to)] };
}

/** Bars that grow at the end. */
export class BarBuilder implements BarSource {
  readonly #blocks: Record<BarColumn, Float64Array>[] = [];
  #current = newBlock();
  #used = 0;

  get length(): number {
    return this.#blocks.length * BLOCK_ROWS + this.#used;
  }

  push(ts: number, open: number, high: number, low: number, close: number, volume: number): void {
    if (this.#used === BLOCK_ROWS) {
      this.#blocks.push(this.#current);
      this.#current = newBlock();
      this.#used = 0;
    }
    const row = this.#used;
    const block = this.#current;
    block.ts[row] = ts;
    block.open[row] = open;
    block.high[row] = high;
    block.low[row] = low;
    block.close[row] = close;
    block.volume[row] = volume;
    this.#used = row + 1;
  }

  *pieces(column: BarColumn): Iterable<Float64Array> {
    for (const block of this.#blocks) yield block[column];
    yield this.#current[column].subarray(0, this.#used);
  }

  /** The bars as whole columns (a copy). */
  toBars(): Bars {
    const whole = (column: BarColumn): Float64Array => {
      const values = new Float64Array(this.length);
      let at = 0;
      for (const piece of this.pieces(column)) {
        values.set(piece, at);
        at += piece.length;
      }
      return values;
    };
    return {
      length: this.length,
      ts: whole("ts"),
      open: whole("open"),
      high: whole("high"),
      low: whole("low"),
      close: whole("close"),
      volume: whole("volume"),
    };
  }
}

function newBlock(): Record<BarColumn, Float64Array> {
  return {
    ts: new Float64Array(BLOCK_ROWS),
    open: new Float64Array(BLOCK_ROWS),
    high: new Float64Array(BLOCK_ROWS),
    low: new Float64Array(BLOCK_ROWS),
    close: new Float64Array(BLOCK_ROWS),
    volume: new Float64Array(BLOCK_ROWS),
  };
}
