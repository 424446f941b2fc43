import { OrderBook } from "../simulation/orders.ts";
import type { FixedColumns } from "./fixed-columns.ts";
import { type Played, putFill, putIds, type Shown } from "./positions.ts";

/** Stage 1: the bars, and the gap between the close before and the open. */
export function writeBars(columns: FixedColumns, { bars, fromRow, toRow }: Shown): void {
  for (let row = fromRow; row < toRow; row++) {
    const at = row - fromRow;
    columns.put("idx", at, at);
    columns.put("ts", at, bars.ts[row]);
    for (const name of ["open", "high", "low", "close", "volume"] as const) {
      columns.put(name, at, bars[name][row]);
    }
    const before = bars.close[row - 1];
    if (before === undefined) continue;
    const open = bars.open[row]!;
    columns.put("gap_type", at, Math.sign(open - before));
    columns.put("gap_points", at, open - before);
    columns.put("gap_range_min", at, Math.min(open, before));
    columns.put("gap_range_max", at, Math.max(open, before));
  }
}

/** Stage 2: the signals of the base blueprint and its positions. Returns the rows on which an entry was rejected. */
export function writeBase(
  columns: FixedColumns,
  { replayed: { plan, context }, trades }: Played,
  shown: Shown,
): readonly number[] {
  const { fromRow, toRow } = shown;
  columns.fill("cleaned_entry_signal", false);
  columns.fill("cleaned_exit_signal", false);
  columns.putContext("base_trading_context", context, fromRow);
  putIds(columns, "base_position_id", trades, shown);
  for (const { entry, exit } of trades) {
    columns.put("cleaned_entry_signal", entry.row - fromRow, true);
    putFill(columns, "base_entry", entry, shown);
    if (exit === undefined) continue;
    columns.put("cleaned_exit_signal", exit.row - fromRow, true);
    putFill(columns, "base_exit", exit, shown);
  }

  const entries = new OrderBook(plan.entries, plan.direction);
  const exits = new OrderBook(plan.exits, plan.direction);
  const rejected: number[] = [];
  for (let row = fromRow; row < toRow; row++) {
    const entry = entries.read(row);
    const exit = exits.read(row);
    columns.put("entry_signal", row - fromRow, entry);
    columns.put("exit_signal", row - fromRow, exit);
    const isTried = entry && (plan.entryFirst || !exit);
    if (isTried && context.inPosition[row] === 0) rejected.push(row);
  }
  return rejected;
}

/** Stage 5: the blueprint that was asked for, entries that could not fill marked. */
export function writeFinal(
  columns: FixedColumns,
  { replayed, trades }: Played,
  rejected: readonly number[],
  shown: Shown,
): void {
  const { fromRow } = shown;
  columns.fill("validated_entry_signal", false);
  columns.fill("validated_exit_signal", false);
  columns.putContext("final_trading_context", replayed.context, fromRow);
  putIds(columns, "final_position_id", trades, shown);
  for (const row of rejected) {
    columns.put("is_entry_valid", row - fromRow, false);
    columns.put("entry_rejection_reason", row - fromRow, "price_outside_bar");
  }
  for (const { entry, exit } of trades) {
    columns.put("is_entry_valid", entry.row - fromRow, true);
    columns.put("validated_entry_signal", entry.row - fromRow, true);
    if (exit !== undefined) columns.put("validated_exit_signal", exit.row - fromRow, true);
  }
}
