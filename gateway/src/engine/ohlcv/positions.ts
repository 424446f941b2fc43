import type { Bars } from "../bars.ts";
import type { Fill } from "../simulation/fill.ts";
import type { Trade } from "../simulation/trade.ts";
import type { FixedColumns } from "./fixed-columns.ts";
import type { Replayed } from "./replay.ts";

/** The bars that are shown: rows `fromRow <= row < toRow` of the base frame. */
export interface Shown {
  readonly bars: Bars;
  readonly fromRow: number;
  readonly toRow: number;
}

/** A blueprint walked over the bars, and what came of it. */
export interface Played {
  readonly replayed: Replayed;
  readonly trades: readonly Trade[];
}

/** The last row on which a position is held. */
export function lastRowOf({ exit }: Trade, { toRow }: Shown): number {
  return exit?.row ?? toRow - 1;
}

/** Writes `{stage}_price` and `{stage}_strategy` on the bar of a fill. */
export function putFill(
  columns: FixedColumns,
  stage: string,
  fill: Fill | undefined,
  { fromRow }: Shown,
): void {
  if (fill === undefined) return;
  columns.put(`${stage}_price`, fill.row - fromRow, fill.price);
  columns.put(`${stage}_strategy`, fill.row - fromRow, fill.order ?? undefined);
}

/** Numbers the positions from 0 on the rows on which they are held, both ends included; -1 elsewhere. */
export function putIds(columns: FixedColumns, name: string, trades: readonly Trade[], shown: Shown): void {
  columns.fill(name, -1);
  trades.forEach((trade, id) => {
    const last = lastRowOf(trade, shown);
    for (let row = trade.entry.row; row <= last; row++) columns.put(name, row - shown.fromRow, id);
  });
}
