import type { NaiveBar } from "./trade.ts";

/** Mean of the closes of the `n` bars up to and including bar `at`, added oldest first; null when there are fewer. */
export function smaOfCloses(bars: readonly NaiveBar[], at: number, n: number): number | null {
  if (at - n + 1 < 0) return null;
  let sum = 0;
  for (let i = at - n + 1; i <= at; i++) {
    sum += bars[i]!.close;
  }
  return sum / n;
}

/** Wilder's average true range up to and including bar `at`, computed from the first bar each time. */
export function atrOf(bars: readonly NaiveBar[], at: number, n: number): number | null {
  if (at < n - 1) return null;
  let atr = 0;
  for (let i = 0; i <= at; i++) {
    const bar = bars[i]!;
    let range = bar.high - bar.low;
    if (i > 0) {
      const before = bars[i - 1]!.close;
      range = Math.max(range, Math.abs(bar.high - before), Math.abs(bar.low - before));
    }
    if (i < n) atr += range / n;
    else atr = (atr * (n - 1) + range) / n;
  }
  return atr;
}
