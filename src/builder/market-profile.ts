import { ArgumentError } from "../errors/argument.ts";
import { profileShapeConfigDefaults } from "../generated/defaults.ts";
import { Weekday } from "../generated/enums.ts";
import type { AnchorConfig, DailyAnchor, ProfileShapeConfig } from "../generated/models.ts";
import { deepFreeze } from "./freeze.ts";

/** A profile per day, or per several days. */
export interface DailyAnchorOptions {
  /** Time of day that ends a profile, `HH:MM` on the clocks of the instrument; a bar must start exactly then. */
  readonly end: string;
  /** Days in a profile: with 3, every third day ends one. Default 1. */
  readonly lookbackDays?: number;
}

/** A profile per week. */
export interface WeeklyAnchorOptions extends DailyAnchorOptions {
  /** Day of the week that ends a profile. */
  readonly weekday: Weekday;
  /** Days in a profile, counted back from its end. Default 5. */
  readonly lookbackDays?: number;
}

/** A window within each day. */
export interface InitialBalanceOptions {
  /** Time of day at which the window opens, `HH:MM` on the clocks of the instrument. */
  readonly start: string;
  /** Time of day at which it has closed and its values appear; later than `start`. */
  readonly end: string;
}

/**
 * Where the profiles of `Indicator.MarketProfile` begin and end. The values of a profile appear on the bar that starts
 * at its end, when the profile is complete.
 *
 * @example
 * const anchorConfig = MarketProfileAnchor.daily({ end: "09:30" });
 * const profile = Indicator.MarketProfile({ anchorConfig, tickSize: 0.25 });
 */
export const MarketProfileAnchor = /* @__PURE__ */ Object.freeze({
  /**
   * A profile per day, or per `lookbackDays` days.
   *
   * @throws ArgumentError when `end` is no time of day or `lookbackDays` no whole number of 1 or more.
   *
   * @example
   * MarketProfileAnchor.daily({ end: "09:30" });
   */
  daily({ end, lookbackDays = 1 }: DailyAnchorOptions): AnchorConfig {
    return deepFreeze({
      end_rule: timeOfDay(end, "end"),
      lookback_days: wholeDays(lookbackDays),
    });
  },

  /**
   * A profile of the last `lookbackDays` days, once a week.
   *
   * @throws ArgumentError when `end` is no time of day, `weekday` no day, or `lookbackDays` no whole number of 1 or more.
   *
   * @example
   * MarketProfileAnchor.weekly({ weekday: Weekday.MON, end: "09:30" });
   */
  weekly({ weekday, end, lookbackDays = 5 }: WeeklyAnchorOptions): AnchorConfig {
    const weekdays: readonly unknown[] = Object.values(Weekday);
    if (!weekdays.includes(weekday)) {
      throw new ArgumentError(`\`weekday\` must be one of ${weekdays.join(", ")}; not ${weekday}`, {
        weekday,
      });
    }
    return deepFreeze({
      end_rule: { ...timeOfDay(end, "end"), type: "WeeklyTime", weekday },
      lookback_days: wholeDays(lookbackDays),
    });
  },

  /**
   * A profile of the same window of each day: the initial balance, a session, or any other.
   *
   * @throws ArgumentError when `start` or `end` is no time of day, or `start` does not come before `end`.
   *
   * @example
   * MarketProfileAnchor.initialBalance({ start: "09:30", end: "10:30" });
   */
  initialBalance({ start, end }: InitialBalanceOptions): AnchorConfig {
    const [opens, closes] = [timeOfDay(start, "start"), timeOfDay(end, "end")];
    if (opens.hour * 60 + opens.minute >= closes.hour * 60 + closes.minute) {
      throw new ArgumentError(`\`start\` must come before \`end\`; ${start} does not come before ${end}`, {
        start,
        end,
      });
    }
    return deepFreeze({ end_rule: closes, start_rule: opens, lookback_days: 0 });
  },
});

/** Thresholds of the shape detection. Each is above 0 and at most 1. */
export interface ProfileShapeOptions {
  /** Share of a profile's bars that count as early. Default 0.15. */
  readonly earlyPeriodRatio?: number;
  /** Share of a profile's bars that count as late. Default 0.15. */
  readonly latePeriodRatio?: number;
  /** Trend day: the range of the first two bars is at most this share of the whole. Default 0.2. */
  readonly trendIbMaxRatio?: number;
  /** Trend day: at least this share of the bars moves the same way as the one before. Default 0.6. */
  readonly trendMonotonicThreshold?: number;
  /** Trend day: at least this share of the early and late counts lies on one of the two sides. Default 0.7. */
  readonly trendImbalanceThreshold?: number;
  /** p and b: at least this share of the early, and of the late, counts lies in its zone. Default 0.6. */
  readonly pshapeConcentrationThreshold?: number;
  /** Double distribution: the valley is below this share of the peak. Default 0.7. */
  readonly bshapeValleyThreshold?: number;
  /** Normal: the counts above and below differ by less than this share. Default 0.3. */
  readonly normalSymmetryThreshold?: number;
}

const shapeFields = {
  earlyPeriodRatio: "early_period_ratio",
  latePeriodRatio: "late_period_ratio",
  trendIbMaxRatio: "trend_ib_max_ratio",
  trendMonotonicThreshold: "trend_monotonic_threshold",
  trendImbalanceThreshold: "trend_imbalance_threshold",
  pshapeConcentrationThreshold: "pshape_concentration_threshold",
  bshapeValleyThreshold: "bshape_valley_threshold",
  normalSymmetryThreshold: "normal_symmetry_threshold",
} as const satisfies Record<keyof ProfileShapeOptions, keyof ProfileShapeConfig>;

/**
 * The shape detection of `Indicator.MarketProfile`, which has none unless it is given one.
 *
 * @throws ArgumentError when a threshold is unknown, or not above 0 and at most 1.
 *
 * @example
 * const profile = Indicator.MarketProfile({
 *   anchorConfig: MarketProfileAnchor.daily({ end: "09:30" }),
 *   tickSize: 0.25,
 *   shapeConfig: profileShapeConfig({ trendIbMaxRatio: 0.25 }),
 * });
 */
export function profileShapeConfig(options: ProfileShapeOptions = {}): ProfileShapeConfig {
  const config: ProfileShapeConfig = { ...profileShapeConfigDefaults };
  for (const [option, value] of Object.entries(options)) {
    if (!isShapeOption(option)) {
      const known = Object.keys(shapeFields).join(", ");
      throw new ArgumentError(`there is no threshold \`${option}\`; there are ${known}`, { option });
    }
    if (value === undefined) continue;
    if (typeof value !== "number" || !(value > 0 && value <= 1)) {
      throw new ArgumentError(`\`${option}\` must be a number above 0 and at most 1; not ${value}`, {
        value,
      });
    }
    config[shapeFields[option]] = value;
  }
  return deepFreeze(config);
}

function isShapeOption(name: string): name is keyof ProfileShapeOptions {
  return Object.hasOwn(shapeFields, name);
}

function timeOfDay(text: string, option: string): DailyAnchor {
  const [, hour, minute] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? [];
  if (hour === undefined || minute === undefined) {
    throw new ArgumentError(`\`${option}\` must be a time of day from 00:00 to 23:59; not ${text}`, {
      [option]: text,
    });
  }
  return { type: "DailyTime", hour: Number(hour), minute: Number(minute) };
}

function wholeDays(days: number): number {
  if (!Number.isSafeInteger(days) || days < 1) {
    throw new ArgumentError(
      `\`lookbackDays\` must be a whole number of 1 or more; not ${days}. ` +
        "A window within one day is an initialBalance",
      { lookbackDays: days },
    );
  }
  return days;
}
