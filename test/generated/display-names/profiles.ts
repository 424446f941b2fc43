import type { Weekday } from "../../../src/generated/enums.ts";
import type { AnchorConfig, AnchorRule, IndicatorConfig } from "../../../src/generated/models.ts";
import { daily, eth, type NameRule, profile } from "./rule.ts";

const weekly = (weekday: Weekday): AnchorRule => ({ type: "WeeklyTime", weekday, hour: 9, minute: 15 });

/** What other clients may have stored: rules of a form or a day that the contract's types do not know. */
const stored = (end_rule: object): IndicatorConfig => ({
  type: "MarketProfile",
  anchor_config: { end_rule, lookback_days: 1 } as AnchorConfig,
  tick_size: 1,
});

/** Short names of market profiles. */
export const profileRules: readonly NameRule[] = [
  {
    rule: "MP|{time}_{lookback_days}_{tick}: a time of day is HHMM",
    names: [
      [profile(daily(9, 15), 1, 0.25), eth, "ETHUSDT_4h_MP|0915_1_0.25"],
      [profile(daily(0, 0), 1, 0.25), eth, "ETHUSDT_4h_MP|0000_1_0.25"],
      [profile(daily(23, 5), 3, 0.25), eth, "ETHUSDT_4h_MP|2305_3_0.25"],
      [profile(daily(10, 0), 0, 0.25), eth, "ETHUSDT_4h_MP|1000_0_0.25"],
      [stored({ DailyTime: { hour: 9, minute: 5 } }), eth, "ETHUSDT_4h_MP|0905_1_1"],
    ],
  },
  {
    rule: "MP|{time}_{lookback_days}_{tick}: a time of a weekday is W0 (Monday) to W6 and HHMM, any other rule UNKNOWN",
    names: [
      [profile(weekly("Mon"), 5, 1), eth, "ETHUSDT_4h_MP|W00915_5_1"],
      [profile(weekly("Tue"), 5, 1), eth, "ETHUSDT_4h_MP|W10915_5_1"],
      [profile(weekly("Wed"), 5, 1), eth, "ETHUSDT_4h_MP|W20915_5_1"],
      [profile(weekly("Thu"), 5, 1), eth, "ETHUSDT_4h_MP|W30915_5_1"],
      [profile(weekly("Fri"), 5, 1), eth, "ETHUSDT_4h_MP|W40915_5_1"],
      [profile(weekly("Sat"), 5, 1), eth, "ETHUSDT_4h_MP|W50915_5_1"],
      [profile(weekly("Sun"), 5, 1), eth, "ETHUSDT_4h_MP|W60915_5_1"],
      [
        stored({ type: "WeeklyTime", weekday: "Someday", hour: 1, minute: 2 }),
        eth,
        "ETHUSDT_4h_MP|W00102_1_1",
      ],
      [stored({ WeeklyTime: { weekday: "Fri", hour: 18, minute: 0 } }), eth, "ETHUSDT_4h_MP|W41800_1_1"],
      [stored({ type: "MonthlyTime", day: 1 }), eth, "ETHUSDT_4h_MP|UNKNOWN_1_1"],
    ],
  },
  {
    rule: "MP|{time}_{lookback_days}_{tick}: a whole tick is Python's text of an int, another that of a float",
    names: [
      [profile(daily(9, 15), 1, 1), eth, "ETHUSDT_4h_MP|0915_1_1"],
      [profile(daily(9, 15), 1, 100), eth, "ETHUSDT_4h_MP|0915_1_100"],
      [profile(daily(9, 15), 1, 2.5), eth, "ETHUSDT_4h_MP|0915_1_2.5"],
      [profile(daily(9, 15), 1, 0.01), eth, "ETHUSDT_4h_MP|0915_1_0.01"],
      [profile(daily(9, 15), 1, 0.1 + 0.2), eth, "ETHUSDT_4h_MP|0915_1_0.30000000000000004"],
      [profile(daily(9, 15), 1, 0.00001), eth, "ETHUSDT_4h_MP|0915_1_1e-05"],
      [profile(daily(9, 15), 1, 1e16), eth, "ETHUSDT_4h_MP|0915_1_10000000000000000"],
      [profile(daily(9, 15), 1, 1e22), eth, "ETHUSDT_4h_MP|0915_1_10000000000000000000000"],
      [profile(daily(9, 15), 1, 1e23), eth, "ETHUSDT_4h_MP|0915_1_99999999999999991611392"],
    ],
  },
];
