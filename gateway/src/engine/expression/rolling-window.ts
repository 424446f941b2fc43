/** Which rows a rolling function looks at: `size` rows that end `ahead` rows after the row itself. */
export interface RollingWindow {
  readonly size: number;
  readonly ahead: number;
  /** Fewer values (nulls are none) in the window give null. */
  readonly minPeriods: number;
}

/** A window ends with its row, or has its row in the middle: of an even number of rows the first of the later half. */
export function rollingWindow(size: number, minPeriods: number, center: boolean): RollingWindow {
  return { size, ahead: center ? Math.ceil(size / 2) - 1 : 0, minPeriods };
}

/** What a rolling function keeps while it walks; see `walkBlocks`. */
export interface Blocks {
  /** Rows from `start` on, as many as the window has, are a complete block: keep what its ends come to. */
  readonly close: (start: number) => void;
  /** A row joins the current block, which it opens if `inBlock` is 0. Rows beyond the last are empty. */
  readonly take: (row: number, inBlock: number) => void;
  /** The window of `row` is the current block, and the end of the complete one before it from its k-th row on. */
  readonly emit: (row: number, k: number) => void;
}

/**
 * Cuts the rows into blocks of the window's size. Every window is then the end of one block and the beginning of the
 * next, so a function that can join two parts never has to take a row out again: no rounding error outlives its
 * window, an infinity leaves no trace, and a row costs the same whatever the size.
 */
export function walkBlocks(length: number, { size, ahead }: RollingWindow, blocks: Blocks): void {
  const reach = Math.min(ahead, length);
  for (let end = 0; end < length + reach; end++) {
    const inBlock = end % size;
    if (inBlock === 0 && end > 0) blocks.close(end - size);
    blocks.take(end, inBlock);
    if (end >= reach) blocks.emit(end - reach, inBlock + 1);
  }
}

/** Length of an array that has an entry for each k of a block, and for none of it. */
export function endsOf(length: number, { size }: RollingWindow): number {
  return Math.min(size, 2 * length) + 2;
}
