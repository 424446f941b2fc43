import type { Ask } from "./asks.ts";
import type { Moment, PathBar, PathFill, PathOptions, PositionRows, Side } from "./model.ts";

export function noPosition(length: number): PositionRows {
  return {
    entryPrice: new Float64Array(length),
    barsSinceEntry: new Float64Array(length),
    highestSinceEntry: new Float64Array(length),
    lowestSinceEntry: new Float64Array(length),
    inPosition: new Uint8Array(length),
  };
}

/** Fills in what a position shows on one row: extremes from the entry price and the bars before this one. */
export function showPosition(
  rows: PositionRows,
  row: number,
  entry: PathFill,
  bars: readonly PathBar[],
  { entryBarExits }: PathOptions,
): void {
  const seen = [entry.price];
  for (let at = entry.row; at < row; at++) {
    const { high, low, close } = bars[at]!;
    if (at > entry.row) seen.push(high, low);
    else if (entryBarExits === "none") continue;
    else if (entry.moment === "open") seen.push(high, low);
    else seen.push(close);
  }
  rows.entryPrice[row] = entry.price;
  rows.barsSinceEntry[row] = row - entry.row;
  rows.highestSinceEntry[row] = Math.max(...seen);
  rows.lowestSinceEntry[row] = Math.min(...seen);
  rows.inPosition[row] = 1;
}

/** An order that a bar fills, before slippage. */
export interface Hit {
  readonly ask: Ask;
  readonly moment: Moment;
  readonly price: number;
  readonly gapFilled: boolean;
}

/** At its own price. */
export function hitAt(ask: Ask, moment: Moment): Hit {
  return { ask, moment, price: ask.price, gapFilled: false };
}

/** At the open: a level is a gap when the open lies beyond it. */
export function hitAtOpen(ask: Ask, open: number): Hit {
  return { ask, moment: "open", price: open, gapFilled: ask.price !== open };
}

/** Who buys pays more and who sells gets less; limits and targets get their price. */
export function fillOf(hit: Hit, row: number, trade: "buy" | "sell", slippage: number): PathFill {
  const { ask, moment, price, gapFilled } = hit;
  const atLimit = ask.name === "FavorableDelayEntry" || ask.name === "TakeProfit";
  const cost = atLimit ? 0 : slippage;
  return { row, moment, price: trade === "buy" ? price + cost : price - cost, order: ask.name, gapFilled };
}

export function entryTrade(side: Side): "buy" | "sell" {
  return side === "long" ? "buy" : "sell";
}

export function exitTrade(side: Side): "buy" | "sell" {
  return side === "long" ? "sell" : "buy";
}

export function lastClose(bars: readonly PathBar[]): PathFill {
  const row = bars.length - 1;
  return { row, moment: "close", price: bars[row]!.close, order: null, gapFilled: false };
}
