import fc from "fast-check";
import { ProfileShape } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import { shapeRulesOf } from "../../../../src/engine/indicators/market-profile/shape.ts";
import { barsOf } from "../../bars-of.ts";
import { profileCells } from "./cells.ts";
import { naiveShape } from "./naive.ts";

/** Low and high of a bar. */
type Range = readonly [low: number, high: number];

const HOUR = 3_600_000;

/** The shape of a day of bars, cut at a bar that comes a day later. */
function shapeOf(ranges: readonly Range[], rules: Parameters<typeof shapeRulesOf>[0] = {}): string | null {
  const rows = ranges.map(([low, high]) => [low, high, low, high] as const);
  const bars = barsOf([...rows, [0, 0, 0, 0]], 0, HOUR);
  bars.ts[ranges.length] = 24 * HOUR;
  return profileCells(bars, "UTC", {
    anchors: { end_rule: { type: "DailyTime", hour: 0, minute: 0 }, lookback_days: 1 },
    tickSize: 1,
    valueAreaShare: 0.7,
    shapes: shapeRulesOf(rules),
  }).shapes.at(-1)!;
}

const repeat = (count: number, range: Range): Range[] => Array<Range>(count).fill(range);
/** Bars that climb by one level each. */
const climb = (count: number, from: number, height: number): Range[] =>
  Array.from({ length: count }, (_, i) => [from + i, from + i + height]);

/** Ten bars up; the last two (15% of 10, rounded) are wide: 14 of 16 early and late counts. */
const trend: Range[] = [...climb(8, 0, 0), [5, 11], [6, 12]];
/** The same, but for the last step. */
const pausing: Range[] = [...climb(8, 0, 0), [5, 11], [5, 11]];
/** Half the day around 2, half around 12, nothing between. */
const double: Range[] = [...repeat(5, [1, 3]), ...repeat(5, [11, 13])];
/** The ends of the range touched once more than its middle. */
const shallow: Range[] = [...repeat(4, [1, 13]), [1, 3], [11, 13]];
/** Begins in the low zone (0 to 2), builds in the middle, ends in the high one (8 to 10). */
const lowToHigh: Range[] = [
  [0, 2],
  [1, 5],
  [3, 6],
  [4, 6],
  [5, 7],
  [5, 7],
  [5, 8],
  [6, 8],
  [6, 9],
  [8, 10],
];
const mirrored = (ranges: readonly Range[]): Range[] => ranges.map(([low, high]) => [10 - high, 10 - low]);
/** Rotates around 5. */
const balanced: Range[] = [
  [4, 6],
  [3, 5],
  [5, 7],
  [0, 10],
  [5, 6],
  [4, 6],
];

/** One count at each of 0 to 10, one more at 3. */
const offCenter: Range[] = [
  [0, 10],
  [3, 3],
];

describe("shapes", () => {
  it.each<[what: string, bars: Range[], rules: Parameters<typeof shapeRulesOf>[0], shape: string]>([
    ["narrow opening, one direction, most of it late", trend, {}, "trend_day"],
    ["the same, downwards", mirrored(trend), {}, "trend_day"],
    ["an opening of 1 of 12 is too wide for 8%", trend, { trend_ib_max_ratio: 0.08 }, "normal"],
    ["14 of 16 counts are late, which is not 90%", trend, { trend_imbalance_threshold: 0.9 }, "normal"],
    ["8 of 9 steps up are a direction", pausing, {}, "trend_day"],
    ["8 of 9 steps up are not 90%", pausing, { trend_monotonic_threshold: 0.9 }, "undefined"],
    ["two peaks and a valley", double, {}, "b_double_distribution"],
    ["two peaks of which the higher is above", [...double, [11, 13]], {}, "b_double_distribution"],
    [
      "peaks too near each other",
      [...repeat(3, [0, 10]), ...repeat(3, [4, 4]), ...repeat(3, [6, 6])],
      {},
      "normal",
    ],
    ["a valley of 4 between peaks of 5 is not deep enough", shallow, {}, "undefined"],
    ["but is for 90%", shallow, { bshape_valley_threshold: 0.9 }, "b_double_distribution"],
    ["low early, high late", lowToHigh, {}, "p_shaped"],
    ["high early, low late", mirrored(lowToHigh), {}, "b_shaped"],
    ["a balanced day", balanced, {}, "normal"],
    [
      "one count more above than below, of 19, is too much for 5%",
      balanced,
      { normal_symmetry_threshold: 0.05 },
      "undefined",
    ],
    ["the control at 30% of the range", offCenter, { normal_symmetry_threshold: 0.5 }, "normal"],
    ["the control at 70% of the range", mirrored(offCenter), { normal_symmetry_threshold: 0.5 }, "normal"],
    [
      "counts of 7 above and 3 below are 40% apart",
      offCenter,
      { normal_symmetry_threshold: 0.4 },
      "undefined",
    ],
    ["a single price", repeat(4, [5, 5]), {}, "undefined"],
    ["a single bar", [[1, 9]], {}, "undefined"],
  ])("%s", (_what, bars, rules, shape) => {
    expect(shapeOf(bars, rules)).toBe(shape);
  });

  it("equals its definition", () => {
    const ratio = fc.constantFrom(0.001, 0.15, 0.3, 0.5, 0.7, 1);
    const rules = fc.record(Object.fromEntries(Object.keys(shapeRulesOf({})).map((name) => [name, ratio])));
    const range = fc
      .tuple(fc.integer({ min: -12, max: 12 }), fc.integer({ min: 0, max: 12 }), fc.constantFrom(1, 1, 1, 4))
      .map(([low, height, count]) => repeat(count, [low, low + height]));
    const drift = fc.constantFrom(-3, 0, 0, 3);
    const seen = new Set<string>();
    fc.assert(
      fc.property(
        fc.array(range, { minLength: 1, maxLength: 6, size: "max" }),
        rules,
        drift,
        (drawn, given, step) => {
          const ranges = drawn
            .flat()
            .slice(0, 23)
            .map(([low, high], i): Range => [low + i * step, high + i * step]);
          const bars = ranges.map(([low, high]) => Array.from({ length: high - low + 1 }, (_, i) => low + i));
          const expected = naiveShape(bars, shapeRulesOf(given));
          expect(shapeOf(ranges, given)).toBe(expected);
          seen.add(expected);
        },
      ),
      { numRuns: 600 },
    );
    expect([...seen].sort()).toEqual(Object.values(ProfileShape).sort());
  });

  it("null and absent thresholds have the contract's defaults", () => {
    expect(shapeRulesOf({ trend_ib_max_ratio: null, late_period_ratio: 0.5 })).toEqual({
      early_period_ratio: 0.15,
      late_period_ratio: 0.5,
      trend_ib_max_ratio: 0.2,
      trend_monotonic_threshold: 0.6,
      trend_imbalance_threshold: 0.7,
      pshape_concentration_threshold: 0.6,
      bshape_valley_threshold: 0.7,
      normal_symmetry_threshold: 0.3,
    });
  });
});
