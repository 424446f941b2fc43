import { DirectedBar } from "../simulation/bar.ts";
import { type EntryWindow, isPriceOutsideBar } from "../simulation/entry.ts";
import { entryHypos, exitHypos, type Hypos } from "../simulation/hypo.ts";
import { OrderBook } from "../simulation/orders.ts";
import type { Trade } from "../simulation/trade.ts";
import type { FixedColumns } from "./fixed-columns.ts";
import { lastRowOf, type Played, putFill, putIds, type Shown } from "./positions.ts";

/** Without an advanced blueprint stages 3 and 4 have nothing to show. */
export function writeNoAdvanced(columns: FixedColumns): void {
  columns.fill("advanced_cleaned_entry_signal", false);
  columns.fill("advanced_cleaned_exit_signal", false);
  columns.fill("advanced_entry_position_id", -1);
  columns.fill("advanced_exit_position_id", -1);
}

/**
 * Stages 3 and 4: what an advanced blueprint asks for inside each base position, and what filled. Levels stand on the
 * rows on which they work: those of entries up to the entry, those of exits from the entry to the exit. Returns the
 * rows on which an entry was rejected.
 */
export function writeAdvanced(
  columns: FixedColumns,
  own: Played,
  basePositions: readonly Trade[],
  shown: Shown,
): readonly number[] {
  const { replayed, trades } = own;
  writeNoAdvanced(columns);
  putIds(columns, "advanced_entry_position_id", trades, shown);
  columns.putContext("advanced_entry_trading_context", replayed.context, shown.fromRow);
  columns.putContext("advanced_exit_trading_context", replayed.context, shown.fromRow);
  const rejected = writeEntryLevels(columns, own, basePositions, shown);
  writeExitLevels(columns, own, shown);
  trades.forEach((trade, id) => {
    writeFills(columns, trade, id, shown);
  });
  return rejected;
}

function writeEntryLevels(
  columns: FixedColumns,
  { replayed: { plan }, trades }: Played,
  basePositions: readonly Trade[],
  shown: Shown,
): readonly number[] {
  const book = new OrderBook(plan.entries, plan.direction);
  const bar = new DirectedBar(shown.bars, plan.direction);
  const entryRows = new Map(trades.map(({ baseEntry, entry }) => [baseEntry.row, entry.row]));
  const rejected: number[] = [];
  for (const base of basePositions) {
    const entryRow = entryRows.get(base.entry.row);
    const last = entryRow ?? lastRowOf(base, shown);
    for (let row = base.entry.row; row <= last; row++) {
      if (!book.read(row)) continue;
      putLevels(columns, "entry", entryHypos(book, plan.direction), row - shown.fromRow);
      putSignalPrice(columns, "entry", book, plan.direction, row - shown.fromRow);
      bar.read(row);
      if (row !== entryRow && isPriceOutsideBar(book, bar, windowOf(base, row))) rejected.push(row);
    }
  }
  return rejected;
}

function writeExitLevels(columns: FixedColumns, { replayed: { plan }, trades }: Played, shown: Shown): void {
  const book = new OrderBook(plan.exits, plan.direction);
  for (const trade of trades) {
    const last = lastRowOf(trade, shown);
    for (let row = trade.entry.row; row <= last; row++) {
      if (!book.read(row)) continue;
      putLevels(columns, "exit", exitHypos(book, plan.direction), row - shown.fromRow);
      putSignalPrice(columns, "exit", book, plan.direction, row - shown.fromRow);
    }
  }
}

function writeFills(columns: FixedColumns, trade: Trade, id: number, shown: Shown): void {
  const { entry, exit, entryHypos, exitHypos } = trade;
  const entryAt = entry.row - shown.fromRow;
  putFill(columns, "advanced_entry", entry, shown);
  columns.put("advanced_cleaned_entry_signal", entryAt, true);
  columns.put("is_entry_gap_filled", entryAt, entry.gapFilled);
  // An entry with the base, and below an exit with it, has no trigger of its own that would say so.
  columns.put("advanced_neutral_entry_strategy", entryAt, entryHypos.neutral);
  if (exit === undefined) return;
  const exitAt = exit.row - shown.fromRow;
  putFill(columns, "advanced_exit", exit, shown);
  columns.put("advanced_cleaned_exit_signal", exitAt, true);
  columns.put("advanced_exit_position_id", exitAt, id);
  columns.put("is_exit_gap_filled", exitAt, exit.gapFilled);
  columns.put("advanced_neutral_exit_strategy", exitAt, exitHypos.neutral);
}

function windowOf({ entry, exit }: Trade, row: number): EntryWindow {
  return {
    baseEntry: row === entry.row ? entry.moment : undefined,
    // A position that only the data ends leaves its last bar whole.
    baseExit: row === exit?.row && exit.order !== null ? exit.moment : undefined,
  };
}

type Side = "entry" | "exit";

function putLevels(columns: FixedColumns, side: Side, hypos: Hypos, at: number): void {
  const { favorable, adverse, neutral } = hypos;
  columns.put(`advanced_favorable_${side}_hypo_price`, at, favorable?.price);
  columns.put(`advanced_favorable_${side}_strategy`, at, favorable?.order);
  columns.put(`advanced_adverse_${side}_hypo_price`, at, adverse?.price);
  columns.put(`advanced_adverse_${side}_strategy`, at, adverse?.order);
  columns.put(`advanced_neutral_${side}_strategy`, at, neutral);
}

function putSignalPrice(
  columns: FixedColumns,
  side: Side,
  book: OrderBook,
  direction: number,
  at: number,
): void {
  const signal = book.firstSignal();
  columns.put(`advanced_neutral_${side}_hypo_price`, at, signal && direction * signal.price);
}
