import { type LevelRun, totalCount } from "./levels.ts";

/** Levels of a profile: `low` <= `poc` <= `high`. */
export interface ValueArea {
  /** Point of control: the level touched most often, the lowest of several. */
  readonly poc: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The value area of a profile. From the point of control it takes in, level by level, the neighbour above or below
 * that was touched more often, the upper of equals, until it holds at least `share` of all counts.
 *
 * @param runs not empty; see `levelRuns`.
 */
export function valueAreaOf(runs: readonly LevelRun[], share: number): ValueArea {
  const target = Math.ceil(share * totalCount(runs));
  const most = runs.reduce((max, { count }) => Math.max(max, count), 0);
  const center = runs.findIndex(({ count }) => count === most);
  const poc = runs[center]!.from;

  let low = poc;
  let high = poc;
  let held = most;
  let above = high < runs[center]!.to ? center : center + 1;
  let below = center - 1;
  while (held < target) {
    const upper = runs[above];
    const lower = runs[below];
    // Within a run the choice stays the same, so as many of its levels as are needed are taken at once.
    if (upper !== undefined && (lower === undefined || upper.count >= lower.count)) {
      const taken = Math.min(upper.to - high, Math.ceil((target - held) / upper.count));
      high += taken;
      held += taken * upper.count;
      if (high === upper.to) above += 1;
    } else if (lower !== undefined) {
      const taken = Math.min(low - lower.from, Math.ceil((target - held) / lower.count));
      low -= taken;
      held += taken * lower.count;
      if (low === lower.from) below -= 1;
    } else break;
  }
  return { poc, low, high };
}
