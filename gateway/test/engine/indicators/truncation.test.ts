import fc from "fast-check";
import { displayName, indicatorInfo } from "tradepose-client/builder";
import { describe, expect, it } from "vitest";
import type { Bars } from "../../../src/engine/bars.ts";
import { bindStrategy } from "../../../src/engine/binding/bind.ts";
import type { IndicatorConfig, IndicatorSpec } from "../../../src/engine/config.ts";
import { firstBars } from "../../../src/engine/resample.ts";
import { type BarRow, barsOf } from "../bars-of.ts";
import { blueprint, column, marketOf, member, seriesOf, strategy, trigger } from "../binding/market-of.ts";
import { configOf, type IndicatorType, TYPES } from "./every-indicator.ts";

const QUARTER = 15 * 60_000;
const START = Date.parse("2024-03-08T05:00Z");

/** Three days or more of 15 minutes, some bars missing, over the day on which New York's clock jumps. */
const quarters: fc.Arbitrary<Bars> = fc
  .array(fc.tuple(fc.integer({ min: 90, max: 110 }), fc.nat(4), fc.constantFrom(1, 1, 1, 1, 2, 9)), {
    minLength: 300,
    maxLength: 384,
  })
  .map((rows) => {
    const bars = barsOf(
      rows.map(([low, height], i): BarRow => [low, low + height, low, low + height, i % 5]),
    );
    let at = 0;
    rows.forEach(([, , gap], row) => {
      at += gap;
      bars.ts[row] = START + at * QUARTER;
    });
    return bars;
  });

const STEPS = { "15min": QUARTER, "30min": 2 * QUARTER, "1h": 4 * QUARTER } as const;
const freqs = fc.constantFrom("15min" as const, "30min" as const, "1h" as const);

/** The profile's anchors vary, everything else is as in `configOf`. */
function configs(type: IndicatorType): fc.Arbitrary<IndicatorConfig> {
  if (type !== "MarketProfile") return fc.constant(configOf(type));
  return fc
    .tuple(fc.integer({ min: 1, max: 23 }), fc.constantFrom(0, 1, 1, 2))
    .map(([hour, lookback_days]) => {
      const at = (of: number) => ({ type: "DailyTime", hour: of, minute: 0 });
      const start_rule = lookback_days === 0 ? at(hour - 1) : null;
      return configOf(type, { anchor_config: { end_rule: at(hour), start_rule, lookback_days } });
    });
}

/** The members that are numbers; "" stands for an indicator that is itself one. */
function membersOf(type: IndicatorType): readonly string[] {
  const { output } = indicatorInfo[type];
  if (typeof output === "string") return [""];
  return output.filter(({ dtype }) => dtype === "Float64" || dtype === "Int32").map(({ name }) => name);
}

/** A member on every 15-minute row; NaN is null. */
function valuesOf(bars: Bars, spec: IndicatorSpec, name: string): number[] {
  const columnName = displayName(spec as Parameters<typeof displayName>[0]);
  const price = name === "" ? column(columnName) : member(columnName, name);
  const volatility = { freq: spec.freq, shift: 0, indicator: { type: "ATR", period: 5 } };
  const config = strategy({
    base_freq: "15min",
    indicators: [volatility, ...(columnName === `${spec.freq}_ATR|5_s0` ? [] : [spec])],
    base_blueprint: blueprint([trigger("ImmediateEntry", price)], []),
  });
  const market = marketOf(seriesOf("X", "15min", bars, { timeZone: "America/New_York" }));
  const { plan, problems } = bindStrategy(config, market, { start: "2024-01-01", end: "2024-12-31" });
  expect(problems ?? []).toEqual([]);
  return Array.from({ length: plan!.toRow }, (_, row) => plan!.base.plan.entries[0]!.priceAt(row));
}

describe("data that end earlier", () => {
  it.each(TYPES)("change no value of %s that is shifted by a bar or more", (type) => {
    let told = 0;
    fc.assert(
      fc.property(
        fc.tuple(quarters, configs(type), freqs, fc.constantFrom(...membersOf(type))),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 300 }),
        ([bars, indicator, freq, name], shift, length) => {
          const spec = { freq, shift, indicator };
          const part = valuesOf(firstBars(bars, length), spec, name);
          expect(part).toEqual(valuesOf(bars, spec, name).slice(0, length));
          told += part.filter((value) => !Number.isNaN(value)).length;
        },
      ),
      { numRuns: 40 },
    );
    expect(told).toBeGreaterThan(0);
  });

  it.each(TYPES)("take from %s that is not shifted the bar they end in, and change nothing else", (type) => {
    fc.assert(
      fc.property(
        fc.tuple(quarters, configs(type), freqs, fc.constantFrom(...membersOf(type))),
        fc.integer({ min: 1, max: 300 }),
        ([bars, indicator, freq, name], length) => {
          const spec = { freq, shift: 0, indicator };
          const part = valuesOf(firstBars(bars, length), spec, name);
          const whole = valuesOf(bars, spec, name).slice(0, length);
          const binOf = (ts: number): number => Math.floor(ts / STEPS[freq]);
          const end = bars.ts[length - 1]!;
          const isComplete = binOf(end + QUARTER) > binOf(end);
          const expected = whole.map((value, row) =>
            !isComplete && binOf(bars.ts[row]!) === binOf(end) ? Number.NaN : value,
          );
          expect(part).toEqual(expected);
        },
      ),
      { numRuns: 40 },
    );
  });
});
