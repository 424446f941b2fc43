import { join } from "node:path";
import pl from "nodejs-polars";
import { OrderStrategy, orderStrategyCode } from "tradepose-client";
import { expect } from "vitest";
import { runSource, temporaryFolder } from "../e2e/support.ts";

/** A trade that was entered, as the results of a backtest have it. */
export interface Trade {
  readonly blueprint: string;
  readonly period: string;
  readonly entry: Date;
  readonly entryIdx: number;
  readonly entryPrice: number;
  /** Undefined while the trade is open. */
  readonly exit: Exit | undefined;
  readonly direction: number;
  readonly pnl: number;
  readonly mae: number;
}

export interface Exit {
  readonly at: Date;
  readonly idx: number;
  readonly price: number;
  readonly order: OrderStrategy;
}

/** Runs an example as its user would, and reads the trades it has written. */
export async function runExample(program: string): Promise<{ trades: readonly Trade[]; printed: string }> {
  const folder = await temporaryFolder();
  const { code, stdout, stderr } = await runSource(`examples/${program}.ts`, ["--out", "out"], folder).ended;
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const rows = pl.readParquet(join(folder, "out/trades.parquet")).toRecords();
  return { trades: rows.filter((row) => row.entry_price !== null).map(tradeOf), printed: stdout };
}

type Row = Readonly<Record<string, unknown>>;

function tradeOf(row: Row): Trade {
  return {
    blueprint: String(row.blueprint_name),
    period: String(row.period),
    entry: timeIn(row, "entry_time"),
    entryIdx: numberIn(row, "entry_idx"),
    entryPrice: numberIn(row, "entry_price"),
    exit: row.status === true ? undefined : exitOf(row),
    direction: numberIn(row, "direction"),
    pnl: numberIn(row, "pnl"),
    mae: numberIn(row, "mae"),
  };
}

function exitOf(row: Row): Exit {
  const code = numberIn(row, "exit_reason");
  const order = Object.values(OrderStrategy).find((name) => orderStrategyCode[name] === code);
  if (order === undefined) throw new Error(`no order has the code ${code}`);
  return {
    at: timeIn(row, "exit_time"),
    idx: numberIn(row, "exit_idx"),
    price: numberIn(row, "exit_price"),
    order,
  };
}

function numberIn(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== "number") throw new Error(`${column} is ${value}, which is no number`);
  return value;
}

function timeIn(row: Row, column: string): Date {
  const value = row[column];
  if (!(value instanceof Date)) throw new Error(`${column} is ${value}, which is no time`);
  return value;
}

/** What must hold of the trades of one blueprint over one period, in order of entry. */
export function checkTrades(trades: readonly Trade[]): void {
  trades.forEach(({ direction, entryIdx, entryPrice, exit, pnl, mae }, index) => {
    expect(direction).toBe(1);
    expect(mae).toBeGreaterThanOrEqual(0);
    if (exit === undefined) {
      expect(index, "only the last trade can be open").toBe(trades.length - 1);
      return;
    }
    expect(exit.idx).toBeGreaterThanOrEqual(entryIdx);
    expect(pnl).toBeCloseTo(exit.price - entryPrice, 9);
    expect(mae).toBeGreaterThanOrEqual(entryPrice - exit.price - 1e-9);
    const next = trades[index + 1];
    // One position at a time, and none on the bar on which the last one was closed.
    if (next !== undefined) expect(next.entryIdx).toBeGreaterThan(exit.idx);
  });
}

/** Whether an advanced trade lies in a position of the base. */
export function isWithin(trade: Trade, position: Trade): boolean {
  return (
    trade.period === position.period &&
    trade.entryIdx >= position.entryIdx &&
    (position.exit === undefined || (trade.exit !== undefined && trade.exit.idx <= position.exit.idx))
  );
}
