import { Freq } from "../../../src/generated/enums.ts";
import { Indicator } from "../../../src/generated/indicators.ts";
import type { AnchorRule, IndicatorConfig, IndicatorSpec } from "../../../src/generated/models.ts";

/** Where an indicator stands: everything of a spec but the indicator. */
type Place = Omit<IndicatorSpec, "indicator">;

export type NamedSpec = readonly [indicator: IndicatorConfig, place: Place, name: string];

/**
 * A rule of the column names, and names derived from it: each written by hand from the rule, never copied from what the
 * code printed; texts of floats are those of `repr` in Python 3.11.
 */
export interface NameRule {
  readonly rule: string;
  readonly names: readonly NamedSpec[];
}

export const eth: Place = { instrument: "ETHUSDT", freq: Freq.HOUR_4 };
export const btc: Place = { instrument: "BTCUSDT", freq: Freq.DAY_1, shift: 1 };
export const nowhere: Place = { freq: Freq.HOUR_1 };

export const daily = (hour: number, minute: number): AnchorRule => ({ type: "DailyTime", hour, minute });

export const profile = (end_rule: AnchorRule, lookback_days: number, tickSize: number, more: object = {}) =>
  Indicator.MarketProfile({ anchorConfig: { end_rule, lookback_days }, tickSize, ...more }).config;
