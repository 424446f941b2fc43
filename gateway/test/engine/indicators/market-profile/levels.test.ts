import { describe, expect, it } from "vitest";
import { barsOf } from "../../bars-of.ts";
import { profileCells } from "./cells.ts";

/** Low and high of a bar. */
type Range = readonly [low: number, high: number];

const HALF_HOUR = 30 * 60_000;

/** The profile of some bars: half hours from midnight, and one more on which the window ends. */
function profileOf(ranges: readonly Range[], tickSize = 1, valueAreaShare = 0.7) {
  const rows = [...ranges, [500, 500] as const].map(([low, high]) => [low, high, low, high] as const);
  const options = {
    anchors: {
      start_rule: { type: "DailyTime", hour: 0, minute: 0 },
      end_rule: { type: "DailyTime", hour: Math.floor(ranges.length / 2), minute: (ranges.length % 2) * 30 },
      lookback_days: 0,
    },
    tickSize,
    valueAreaShare,
    shapes: undefined,
  } as const;
  return profileCells(barsOf(rows, 0, HALF_HOUR), "UTC", options).rows.at(-1);
}

describe("point of control and value area", () => {
  it.each<[what: string, share: number, bars: Range[], poc: number, vah: number, val: number]>([
    [
      "grows to the side with more counts, upwards when they are equal (1 2 5 4 2 of 14: 5, 9, 11)",
      0.7,
      [
        [98, 102],
        [99, 102],
        [100, 101],
        [100, 101],
        [100, 100],
      ],
      100,
      102,
      100,
    ],
    ["one bar: all levels are equal, the lowest is the control", 0.7, [[8, 12]], 8, 11, 8],
    [
      "one price",
      0.7,
      [
        [10, 10],
        [10, 10],
      ],
      10,
      10,
      10,
    ],
    [
      "of two equal peaks the lower is the control",
      0.5,
      [
        [10, 10],
        [12, 12],
      ],
      10,
      10,
      10,
    ],
    [
      "it grows over levels that nothing touched",
      0.7,
      [
        [10, 10],
        [12, 12],
      ],
      10,
      12,
      10,
    ],
    [
      "equal neighbours: the upper",
      0.7,
      [
        [9, 11],
        [10, 10],
      ],
      10,
      11,
      10,
    ],
    [
      "the lower neighbour has more",
      0.7,
      [
        [9, 11],
        [9, 10],
        [10, 10],
      ],
      10,
      10,
      9,
    ],
    [
      "the range ends above: the lower side",
      0.9,
      [
        [8, 10],
        [10, 10],
        [10, 10],
      ],
      10,
      10,
      8,
    ],
    [
      "the range ends below: the upper side",
      0.9,
      [
        [8, 10],
        [8, 8],
        [8, 8],
      ],
      8,
      10,
      8,
    ],
    [
      "exactly the share is enough",
      0.7,
      [...Array<Range>(3).fill([10, 11]), ...Array<Range>(4).fill([10, 10])],
      10,
      10,
      10,
    ],
    [
      "one more count is needed",
      0.71,
      [...Array<Range>(3).fill([10, 11]), ...Array<Range>(4).fill([10, 10])],
      10,
      11,
      10,
    ],
    [
      "down, then up when the lower side is the smaller",
      0.8,
      [
        [8, 11],
        [9, 11],
        [9, 10],
        [10, 10],
      ],
      10,
      11,
      9,
    ],
  ])("%s", (_what, share, bars, poc, vah, val) => {
    expect(profileOf(bars, 1, share)).toMatchObject({ poc, vah, val, valueArea: vah - val });
  });
});

describe("levels", () => {
  it.each<[what: string, tick: number, bar: Range, prices: number[]]>([
    ["every level from low to high", 1, [10, 12], [10, 11, 12]],
    ["to the nearest", 1, [9.6, 11.4], [10, 11]],
    ["halves away from zero", 1, [10.5, 11.5], [11, 12]],
    ["negative halves too", 1, [-1.5, -0.5], [-2, -1]],
    ["just below a half", 1, [0.49999999999999994, 1.4999], [0, 1]],
    ["around zero there is one zero", 1, [-0.4, 0.4], [0]],
    ["a quarter", 0.25, [10.1, 10.4], [10, 10.25, 10.5]],
    ["the price is the level times the tick", 0.1, [0.1, 0.3], [0.1, 0.2, 0.30000000000000004]],
    ["a tick above the price", 100, [10, 49], [0]],
    ["a tick of many ticks of the instrument", 5, [4_001, 4_011], [4_000, 4_005, 4_010]],
  ])("%s", (_what, tick, bar, prices) => {
    const { distribution } = profileOf([bar], tick)!;
    expect(distribution.map(({ price }) => price)).toEqual(prices);
  });

  it("the distribution has the levels that were touched, with the bars that did", () => {
    expect(
      profileOf([
        [10, 12],
        [11, 11],
        [14, 14],
        [11, 12],
      ])!.distribution,
    ).toEqual([
      { price: 10, count: 1, periods: [0] },
      { price: 11, count: 3, periods: [0, 1, 3] },
      { price: 12, count: 2, periods: [0, 3] },
      { price: 14, count: 1, periods: [2] },
    ]);
  });

  it("however fine the tick, the levels are found; only a list of more than a million counts is left out", () => {
    const fine = profileOf(
      [
        [1_000, 2_000],
        [1_500, 1_500.000002],
      ],
      1e-6,
    )!;
    expect(fine).toMatchObject({ poc: 1_500, vah: 2_000, val: 1_300_000_001 * 1e-6, distribution: [] });
    expect(profileOf([[1, 1_000_000]])!.distribution).toHaveLength(1_000_000);
    expect(
      profileOf([
        [1, 1_000_000],
        [1, 1],
      ])!.distribution,
    ).toEqual([]);
  });

  it("a tick too fine for a double to count has no profile", () => {
    expect(profileOf([[10, 12]], 1e-300)).toBeNull();
    expect(profileOf([[10, 12]], 1e-16)).toBeNull();
  });
});
