import { atrOf } from "./indicators.ts";
import { measure, type NaiveExit } from "./measure.ts";
import { type NaiveSignals, naiveSignalTrades } from "./signals.ts";
import type { NaiveBar, NaiveRange, NaiveTrade } from "./trade.ts";

/** How far from the entry price the stop and the target lie. */
export type Distance =
  /** The entry price times (1 - stop) and (1 + target); for a short with the signs swapped. */
  | { readonly of: "price"; readonly stop: number; readonly target: number }
  /** Multiples of the average true range of the bar before the one on which they are tested. */
  | { readonly of: "atr"; readonly period: number; readonly stop: number; readonly target: number };

export interface StopTarget {
  /** When the base position is entered and left, at the open. */
  readonly signals: NaiveSignals;
  readonly direction: "long" | "short";
  readonly distance: Distance;
}

/**
 * A position that is entered with the base, at the open, and left at its stop, at its target, or with the base at the
 * open: whichever comes first, and the stop where one bar touches both. One trade in each base position.
 */
export function naiveStopTarget(
  bars: readonly NaiveBar[],
  { signals, direction, distance }: StopTarget,
  range: NaiveRange = { first: 0, last: bars.length - 1 },
): NaiveTrade[] {
  return naiveSignalTrades(bars, signals, direction, range).map((base) => {
    const entryIndex = base.entryIndex + range.first;
    const baseExit = base.exitIndex === null ? null : base.exitIndex + range.first;
    const exit = findExit(bars, direction, distance, entryIndex, baseExit, range.last);
    return measure(bars, direction, range, entryIndex, exit);
  });
}

function findExit(
  bars: readonly NaiveBar[],
  direction: "long" | "short",
  distance: Distance,
  entryIndex: number,
  baseExit: number | null,
  last: number,
): NaiveExit | null {
  for (let i = entryIndex; i <= last; i++) {
    const { open, high, low } = bars[i]!;
    const { stop, target } = levels(bars, direction, distance, bars[entryIndex]!.open, i);
    if (direction === "long") {
      if (stop !== null && open <= stop) return { index: i, price: open, reason: "stop" };
      if (target !== null && open >= target) return { index: i, price: open, reason: "target" };
      if (i === baseExit) return { index: i, price: open, reason: "signal" };
      if (stop !== null && low <= stop) return { index: i, price: stop, reason: "stop" };
      if (target !== null && high >= target) return { index: i, price: target, reason: "target" };
    } else {
      if (stop !== null && open >= stop) return { index: i, price: open, reason: "stop" };
      if (target !== null && open <= target) return { index: i, price: open, reason: "target" };
      if (i === baseExit) return { index: i, price: open, reason: "signal" };
      if (stop !== null && high >= stop) return { index: i, price: stop, reason: "stop" };
      if (target !== null && low <= target) return { index: i, price: target, reason: "target" };
    }
  }
  return null;
}

function levels(
  bars: readonly NaiveBar[],
  direction: "long" | "short",
  distance: Distance,
  entryPrice: number,
  at: number,
): { stop: number | null; target: number | null } {
  const long = direction === "long";
  if (distance.of === "price") {
    const stop = entryPrice * (long ? 1 - distance.stop : 1 + distance.stop);
    const target = entryPrice * (long ? 1 + distance.target : 1 - distance.target);
    return { stop, target };
  }
  const atr = atrOf(bars, at - 1, distance.period);
  if (atr === null) return { stop: null, target: null };
  const below = (multiple: number): number => entryPrice - atr * multiple;
  const above = (multiple: number): number => entryPrice + atr * multiple;
  return long
    ? { stop: below(distance.stop), target: above(distance.target) }
    : { stop: above(distance.stop), target: below(distance.target) };
}
