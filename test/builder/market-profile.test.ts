import {
  type AnchorConfig,
  Indicator,
  MarketProfileAnchor,
  type ProfileShapeConfig,
  profileShapeConfig,
  shortName,
  Weekday,
} from "tradepose-client/builder";
import { AnchorConfigModel, ProfileShapeConfigModel } from "tradepose-client/models";
import { describe, expect, it } from "vitest";

const anchors: readonly [config: AnchorConfig, wire: unknown, name: string][] = [
  [
    MarketProfileAnchor.daily({ end: "09:15" }),
    { end_rule: { type: "DailyTime", hour: 9, minute: 15 }, lookback_days: 1 },
    "MP|0915_1_1",
  ],
  [
    MarketProfileAnchor.daily({ end: "00:00", lookbackDays: 3 }),
    { end_rule: { type: "DailyTime", hour: 0, minute: 0 }, lookback_days: 3 },
    "MP|0000_3_1",
  ],
  [
    MarketProfileAnchor.weekly({ weekday: "Mon", end: "09:15" }),
    { end_rule: { type: "WeeklyTime", weekday: "Mon", hour: 9, minute: 15 }, lookback_days: 5 },
    "MP|W00915_5_1",
  ],
  [
    MarketProfileAnchor.weekly({ weekday: Weekday.FRI, end: "23:59", lookbackDays: 10 }),
    { end_rule: { type: "WeeklyTime", weekday: "Fri", hour: 23, minute: 59 }, lookback_days: 10 },
    "MP|W42359_10_1",
  ],
  [
    MarketProfileAnchor.initialBalance({ start: "09:30", end: "10:30" }),
    {
      end_rule: { type: "DailyTime", hour: 10, minute: 30 },
      start_rule: { type: "DailyTime", hour: 9, minute: 30 },
      lookback_days: 0,
    },
    "MP|1030_0_1",
  ],
];

describe("MarketProfileAnchor", () => {
  it.each(anchors)("%j", (config, wire, name) => {
    expect(config).toEqual(wire);
    expect(AnchorConfigModel.safeParse(config).success).toBe(true);
    expect(Object.isFrozen(config) && Object.isFrozen(config.end_rule)).toBe(true);
    expect(shortName(Indicator.MarketProfile({ anchorConfig: config, tickSize: 1 }).config)).toBe(name);
  });

  const notATime = (option: string, text: unknown) =>
    `\`${option}\` must be a time of day from 00:00 to 23:59; not ${text}`;

  it.each<[what: string, make: () => unknown, message: string]>([
    ...["9:30", "09:60", "24:00", "0930", "09:30:00", "", " 09:30"].map(
      (end): [string, () => unknown, string] => [
        `the time "${end}"`,
        () => MarketProfileAnchor.daily({ end }),
        notATime("end", end),
      ],
    ),
    ["no time", () => MarketProfileAnchor.daily({} as never), notATime("end", undefined)],
    [
      "a start that is no time",
      () => MarketProfileAnchor.initialBalance({ start: "9", end: "10:00" }),
      notATime("start", "9"),
    ],
    [
      "a window that ends as it starts",
      () => MarketProfileAnchor.initialBalance({ start: "10:00", end: "10:00" }),
      "`start` must come before `end`; 10:00 does not come before 10:00",
    ],
    [
      "a window over midnight",
      () => MarketProfileAnchor.initialBalance({ start: "22:00", end: "02:00" }),
      "`start` must come before `end`; 22:00 does not come before 02:00",
    ],
    [
      "a day of another spelling",
      () => MarketProfileAnchor.weekly({ weekday: "Monday" as never, end: "09:30" }),
      "`weekday` must be one of Mon, Tue, Wed, Thu, Fri, Sat, Sun; not Monday",
    ],
    ...[0, -1, 1.5, Number.NaN].map((lookbackDays): [string, () => unknown, string] => [
      `${lookbackDays} days`,
      () => MarketProfileAnchor.daily({ end: "09:30", lookbackDays }),
      `\`lookbackDays\` must be a whole number of 1 or more; not ${lookbackDays}. ` +
        "A window within one day is an initialBalance",
    ]),
  ])("refuses %s", (_, make, message) => {
    expect(make).toThrow(expect.objectContaining({ code: "INVALID_ARGUMENT", message }));
  });
});

describe("profileShapeConfig", () => {
  const defaults: ProfileShapeConfig = {
    early_period_ratio: 0.15,
    late_period_ratio: 0.15,
    trend_ib_max_ratio: 0.2,
    trend_monotonic_threshold: 0.6,
    trend_imbalance_threshold: 0.7,
    pshape_concentration_threshold: 0.6,
    bshape_valley_threshold: 0.7,
    normal_symmetry_threshold: 0.3,
  };

  it("has the defaults of the contract", () => {
    expect(profileShapeConfig()).toEqual(defaults);
    expect(profileShapeConfig({ trendIbMaxRatio: undefined } as never)).toEqual(defaults);
  });

  it.each([
    ["earlyPeriodRatio", "early_period_ratio"],
    ["latePeriodRatio", "late_period_ratio"],
    ["trendIbMaxRatio", "trend_ib_max_ratio"],
    ["trendMonotonicThreshold", "trend_monotonic_threshold"],
    ["trendImbalanceThreshold", "trend_imbalance_threshold"],
    ["pshapeConcentrationThreshold", "pshape_concentration_threshold"],
    ["bshapeValleyThreshold", "bshape_valley_threshold"],
    ["normalSymmetryThreshold", "normal_symmetry_threshold"],
  ] as const)("%s is %s on the wire", (option, wire) => {
    const config = profileShapeConfig({ [option]: 0.5 });
    expect(config).toEqual({ ...defaults, [wire]: 0.5 });
    expect(ProfileShapeConfigModel.safeParse(config).success).toBe(true);
    expect(Object.isFrozen(config)).toBe(true);
  });

  it.each([
    [{ trendIbMaxRatio: 0 }, "`trendIbMaxRatio` must be a number above 0 and at most 1; not 0"],
    [{ trendIbMaxRatio: 1.01 }, "`trendIbMaxRatio` must be a number above 0 and at most 1; not 1.01"],
    [{ trendIbMaxRatio: Number.NaN }, "`trendIbMaxRatio` must be a number above 0 and at most 1; not NaN"],
    [{ trendIbMaxRatio: "0.2" }, "`trendIbMaxRatio` must be a number above 0 and at most 1; not 0.2"],
    [
      { early_period_ratio: 0.2 },
      "there is no threshold `early_period_ratio`; there are earlyPeriodRatio, latePeriodRatio, trendIbMaxRatio, " +
        "trendMonotonicThreshold, trendImbalanceThreshold, pshapeConcentrationThreshold, bshapeValleyThreshold, " +
        "normalSymmetryThreshold",
    ],
  ])("refuses %j", (options, message) => {
    expect(() => profileShapeConfig(options as never)).toThrow(
      expect.objectContaining({ code: "INVALID_ARGUMENT", message }),
    );
  });
});
