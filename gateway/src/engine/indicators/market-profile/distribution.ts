import type { TpoLevel } from "../../column.ts";
import type { Segment } from "./anchors.ts";
import type { BarLevels } from "./levels.ts";

/** The levels that a segment's bars touched, ascending, each with the bars that did. */
export function tpoDistribution(
  { lowest, highest }: BarLevels,
  { from, to }: Segment,
  tickSize: number,
): readonly TpoLevel[] {
  const periodsByLevel = new Map<number, number[]>();
  for (let row = from; row < to; row++) {
    for (let level = lowest[row]!; level <= highest[row]!; level++) {
      const periods = periodsByLevel.get(level);
      if (periods === undefined) periodsByLevel.set(level, [row - from]);
      else periods.push(row - from);
    }
  }
  return [...periodsByLevel]
    .sort(([a], [b]) => a - b)
    .map(([level, periods]) => ({ price: level * tickSize, count: periods.length, periods }));
}
