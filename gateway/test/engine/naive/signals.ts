import { smaOfCloses } from "./indicators.ts";
import { measure } from "./measure.ts";
import type { NaiveBar, NaiveRange, NaiveTrade } from "./trade.ts";

/** What is to be done at the open of bar `i`. Never both. */
export interface NaiveSignals {
  enters(i: number): boolean;
  leaves(i: number): boolean;
}

export interface SmaCrossover {
  readonly fast: number;
  readonly slow: number;
  /** Long is in the market while the fast average is above the slow one, short while it is below. Default `long`. */
  readonly direction?: "long" | "short";
  /**
   * `level`: enter whenever the fast average is on the right side; `cross`: only right after it changed sides.
   * Default `level`.
   */
  readonly on?: "level" | "cross";
}

/** Reads the averages of the bar before: what was known at the open. Undefined and equal averages say nothing. */
export function crossoverSignals(
  bars: readonly NaiveBar[],
  { fast, slow, direction = "long", on = "level" }: SmaCrossover,
): NaiveSignals {
  const difference = (at: number): number | null => {
    const a = smaOfCloses(bars, at, fast);
    const b = smaOfCloses(bars, at, slow);
    if (a === null || b === null) return null;
    return direction === "long" ? a - b : b - a;
  };
  const turned = (i: number, sign: 1 | -1): boolean => {
    const now = difference(i - 1);
    if (now === null || now * sign <= 0) return false;
    if (on === "level") return true;
    const before = difference(i - 2);
    return before !== null && before * sign <= 0;
  };
  return { enters: (i) => turned(i, 1), leaves: (i) => turned(i, -1) };
}

/** Enters and leaves at the open, one position at a time. Indices in the result count from the first bar of the range. */
export function naiveSignalTrades(
  bars: readonly NaiveBar[],
  signals: NaiveSignals,
  direction: "long" | "short",
  range: NaiveRange = { first: 0, last: bars.length - 1 },
): NaiveTrade[] {
  const trades: NaiveTrade[] = [];
  let entryIndex: number | null = null;
  for (let i = range.first; i <= range.last; i++) {
    if (entryIndex === null) {
      if (signals.enters(i)) entryIndex = i;
    } else if (signals.leaves(i)) {
      trades.push(
        measure(bars, direction, range, entryIndex, { index: i, price: bars[i]!.open, reason: "signal" }),
      );
      entryIndex = null;
    }
  }
  if (entryIndex !== null) trades.push(measure(bars, direction, range, entryIndex, null));
  return trades;
}

/** A moving-average crossover: one long or short position at a time, entered and left at the open. */
export function naiveSmaCrossover(
  bars: readonly NaiveBar[],
  crossover: SmaCrossover,
  range?: NaiveRange,
): NaiveTrade[] {
  return naiveSignalTrades(bars, crossoverSignals(bars, crossover), crossover.direction ?? "long", range);
}
