import { ProfileShape, type ProfileShapeConfig, profileShapeConfigDefaults } from "tradepose-client/models";
import type { Segment } from "./anchors.ts";
import type { BarLevels, LevelRun } from "./levels.ts";

/** Thresholds of the shapes, all of them there. */
export type ShapeRules = {
  readonly [Name in keyof ProfileShapeConfig]-?: NonNullable<ProfileShapeConfig[Name]>;
};

/** Share of the range that is its low zone, and the share that is its high zone. */
const ZONE = 0.3;
/** Two peaks of a double distribution are more than this share of the range apart. */
const PEAK_DISTANCE = 0.2;

/** The thresholds of a configuration, with the contract's defaults for what is absent or null. */
export function shapeRulesOf(config: Readonly<ProfileShapeConfig>): ShapeRules {
  const given = Object.entries(config).filter(([, value]) => value !== null && value !== undefined);
  return { ...profileShapeConfigDefaults, ...Object.fromEntries(given) };
}

/**
 * Classifies a profile; the first shape whose conditions all hold.
 *
 * The range is highest less lowest level. Early and late periods are the first and last `early_period_ratio` and
 * `late_period_ratio` of the bars, rounded to the nearest whole number (halves up), at least one each; counts are
 * time-price opportunities. The low zone is what lies less than 30% of the range above the lowest level, the high
 * zone what lies less than 30% below the highest.
 *
 * 1. `trend_day`: the first two bars span at most `trend_ib_max_ratio` of the range; of the steps from bar to bar at
 *    least `trend_monotonic_threshold` move the bar's middle up, or that share moves it down; the larger of the early
 *    and the late count is at least `trend_imbalance_threshold` of both.
 * 2. `b_double_distribution`: a peak is a run of equal counts with lower ones on both sides (or the range's end). The
 *    point of control and the highest peak more than 20% of the range away from it (measured between the lowest
 *    levels of the runs; the lowest of equals) have between them a count below `bshape_valley_threshold` times that
 *    second peak's.
 * 3. `p_shaped`: at least `pshape_concentration_threshold` of the early count lies in the low zone, and at least that
 *    share of the late count in the high zone.
 * 4. `b_shaped`: the early count in the high zone, the late one in the low zone.
 * 5. `normal`: the point of control lies between 30% and 70% of the range, and the counts above and below it differ
 *    by less than `normal_symmetry_threshold` of their sum.
 * 6. `undefined`: none of these, or a range without height.
 */
export function shapeOf(
  levels: BarLevels,
  segment: Segment,
  runs: readonly LevelRun[],
  poc: number,
  rules: ShapeRules,
): ProfileShape {
  const bottom = runs[0]!.from;
  const top = runs.at(-1)!.to;
  if (top === bottom) return ProfileShape.UNDEFINED;
  const { from, to } = segment;
  const periods = (ratio: number): number => Math.max(1, Math.round((to - from) * ratio));
  const profile: Profile = {
    levels,
    segment,
    runs,
    poc,
    bottom,
    range: top - bottom,
    early: { from, to: from + periods(rules.early_period_ratio) },
    late: { from: to - periods(rules.late_period_ratio), to },
  };
  if (isTrend(profile, rules)) return ProfileShape.TREND_DAY;
  if (isDouble(profile, rules)) return ProfileShape.B_DOUBLE_DISTRIBUTION;
  if (isConcentrated(profile, "low", "high", rules)) return ProfileShape.P_SHAPED;
  if (isConcentrated(profile, "high", "low", rules)) return ProfileShape.B_SHAPED;
  if (isNormal(profile, rules)) return ProfileShape.NORMAL;
  return ProfileShape.UNDEFINED;
}

interface Profile {
  readonly levels: BarLevels;
  readonly segment: Segment;
  readonly runs: readonly LevelRun[];
  readonly poc: number;
  readonly bottom: number;
  readonly range: number;
  readonly early: Segment;
  readonly late: Segment;
}

function isTrend(
  { levels: { lowest, highest }, levels, segment, range, early, late }: Profile,
  rules: ShapeRules,
): boolean {
  const { from, to } = segment;
  const second = Math.min(from + 1, to - 1);
  const opening = Math.max(highest[from]!, highest[second]!) - Math.min(lowest[from]!, lowest[second]!);
  if (opening / range > rules.trend_ib_max_ratio) return false;

  let up = 0;
  let down = 0;
  for (let row = from + 1; row < to; row++) {
    const step = lowest[row]! + highest[row]! - (lowest[row - 1]! + highest[row - 1]!);
    if (step > 0) up += 1;
    else if (step < 0) down += 1;
  }
  const steps = to - from - 1;
  if (steps === 0 || Math.max(up, down) / steps < rules.trend_monotonic_threshold) return false;

  const earlyCount = countWithin(levels, early);
  const lateCount = countWithin(levels, late);
  return Math.max(earlyCount, lateCount) / (earlyCount + lateCount) >= rules.trend_imbalance_threshold;
}

function isDouble({ runs, poc, range }: Profile, rules: ShapeRules): boolean {
  const countAt = (run: number): number => runs[run]?.count ?? 0;
  const first = runs.findIndex(({ from }) => from === poc);
  let second = -1;
  runs.forEach(({ from, count }, run) => {
    const isPeak = count > countAt(run - 1) && count > countAt(run + 1);
    const isApart = Math.abs(from - poc) > PEAK_DISTANCE * range;
    if (isPeak && isApart && count > countAt(second)) second = run;
  });
  const between = runs.slice(Math.min(first, second) + 1, Math.max(first, second));
  const deep = rules.bshape_valley_threshold * countAt(second);
  return second >= 0 && between.some(({ count }) => count < deep);
}

type ZoneName = "low" | "high";

function isConcentrated(profile: Profile, early: ZoneName, late: ZoneName, rules: ShapeRules): boolean {
  const share = (segment: Segment, zone: ZoneName): number =>
    countWithin(profile.levels, segment, zoneOf(profile, zone)) / countWithin(profile.levels, segment);
  const least = rules.pshape_concentration_threshold;
  return share(profile.early, early) >= least && share(profile.late, late) >= least;
}

function zoneOf({ bottom, range }: Profile, zone: ZoneName): LevelRange {
  const height = Math.ceil(ZONE * range) - 1;
  const top = bottom + range;
  return zone === "low" ? { from: bottom, to: bottom + height } : { from: top - height, to: top };
}

function isNormal({ runs, poc, bottom, range }: Profile, rules: ShapeRules): boolean {
  const place = (poc - bottom) / range;
  if (place < ZONE || place > 1 - ZONE) return false;
  let above = 0;
  let below = 0;
  for (const { from, to, count } of runs) {
    above += count * Math.max(0, to - Math.max(from, poc + 1) + 1);
    below += count * Math.max(0, Math.min(to, poc - 1) - from + 1);
  }
  return Math.abs(above - below) / (above + below) < rules.normal_symmetry_threshold;
}

interface LevelRange {
  readonly from: number;
  readonly to: number;
}

/** Time-price opportunities of some bars, of all levels or of some. */
function countWithin({ lowest, highest }: BarLevels, { from, to }: Segment, range?: LevelRange): number {
  let count = 0;
  for (let row = from; row < to; row++) {
    const low = range === undefined ? lowest[row]! : Math.max(lowest[row]!, range.from);
    const high = range === undefined ? highest[row]! : Math.min(highest[row]!, range.to);
    count += Math.max(0, high - low + 1);
  }
  return count;
}
