import type { Bars } from "../../bars.ts";
import type { Segment } from "./anchors.ts";

/** The price levels that each bar touched, from its lowest to its highest, as whole multiples of the tick. */
export interface BarLevels {
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
}

/** Neighbouring levels that the same number of bars touched. */
export interface LevelRun {
  readonly from: number;
  /** Inclusive. */
  readonly to: number;
  readonly count: number;
}

export function levelsOf({ low, high }: Bars, tickSize: number): BarLevels {
  return {
    lowest: low.map((price) => levelOf(price, tickSize)),
    highest: high.map((price) => levelOf(price, tickSize)),
  };
}

/** The level of a price: price / tick rounded to the nearest whole number, halves away from zero. */
export function levelOf(price: number, tickSize: number): number {
  const steps = price / tickSize;
  // Adding 0 makes 0 of -0.
  return (steps < 0 ? -Math.round(-steps) : Math.round(steps)) + 0;
}

/**
 * How often each level from the segment's lowest to its highest was touched, as runs in ascending order; neighbours
 * differ in their count, which may be 0. The work depends on the number of bars alone, however fine the tick.
 * Empty where the tick is so fine that levels exceed the whole numbers a double can hold.
 */
export function levelRuns({ lowest, highest }: BarLevels, { from, to }: Segment): readonly LevelRun[] {
  const starts = lowest.slice(from, to).sort();
  const ends = highest.slice(from, to).sort();
  const bars = starts.length;
  if (!Number.isSafeInteger(starts[0]) || !Number.isSafeInteger(ends[bars - 1]! + 1)) return [];

  const runs: LevelRun[] = [];
  let started = 0;
  let ended = 0;
  for (let level = starts[0]!; level <= ends[bars - 1]!; ) {
    while (started < bars && starts[started]! <= level) started += 1;
    while (ends[ended]! < level) ended += 1;
    const count = started - ended;
    const to = started < bars ? Math.min(starts[started]! - 1, ends[ended]!) : ends[ended]!;
    const last = runs.at(-1);
    if (last?.count === count) runs[runs.length - 1] = { ...last, to };
    else runs.push({ from: level, to, count });
    level = to + 1;
  }
  return runs;
}

/** All time-price opportunities of a profile. */
export function totalCount(runs: readonly LevelRun[]): number {
  return runs.reduce((sum, { from, to, count }) => sum + (to - from + 1) * count, 0);
}
