import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { atr } from "../../../src/engine/indicators/atr.ts";
import type { Series } from "../../../src/engine/indicators/series.ts";
import { firstBars } from "../../../src/engine/resample.ts";
import { arbitraryBars, type BarRow, barsOf } from "../bars-of.ts";
import { computeCells, configOf, type IndicatorType, TYPES } from "./every-indicator.ts";

/** Sixty hourly bars that go up and down. */
const bars = barsOf(
  Array.from({ length: 60 }, (_, i): BarRow => {
    const close = 100 + ((i * 7) % 11);
    return [close - 1, close + 2, close - 3, close, 10 + (i % 4)];
  }),
);

/** What AtrQuantile and SuperTrend read in these tests; first value at bar 5. */
const referenceOf = (of: typeof bars): Series => atr(of, 5);

/** The first defined bar of every member, counted from 1, under the parameters of `configOf`. */
const FIRST: readonly (readonly [IndicatorType, Readonly<Record<string, number>>])[] = [
  ["SMA", { "": 5 }],
  ["EMA", { "": 5 }],
  ["SMMA", { "": 5 }],
  ["WMA", { "": 5 }],
  ["ATR", { "": 5 }],
  // Three values of the ATR.
  ["AtrQuantile", { "": 7 }],
  // Starts upward with the ATR, on a band that rises to 100.8 and is broken by the close of 100.
  ["SuperTrend", { direction: 5, supertrend: 5, long: 5, short: 12 }],
  ["MACD", { macd: 6, signal: 9, histogram: 9 }],
  ["ADX", { adx: 10, plus_di: 6, minus_di: 6 }],
  ["RSI", { "": 6 }],
  ["CCI", { "": 5 }],
  ["Stochastic", { k: 5, d: 7 }],
  ["BollingerBands", { upper: 5, middle: 5, lower: 5, bandwidth: 5 }],
  // The second bar of 09:00 that follows midnight.
  [
    "MarketProfile",
    { poc: 34, vah: 34, val: 34, value_area: 34, tpo_distribution: 34, segment_id: 34, profile_shape: 34 },
  ],
  ["RawOhlcv", { "": 1 }],
];

describe("the first defined bar", () => {
  it("is told of every indicator", () => {
    expect(FIRST.map(([type]) => type).sort()).toEqual(TYPES.toSorted());
  });

  it.each(FIRST)("%s: %j", (type, expected) => {
    const cells = Object.entries(computeCells(configOf(type), bars, referenceOf(bars)));
    const first = cells.map(([name, column]) => [name, column.findIndex((cell) => cell !== null) + 1]);
    expect(Object.fromEntries(first)).toEqual(expected);
  });

  it.each(FIRST)(
    "%s has it on the last bar of data that end there, and nothing on one bar less",
    (type, first) => {
      for (const [name, bar] of Object.entries(first)) {
        const upTo = (length: number) => {
          const some = firstBars(bars, length);
          return computeCells(configOf(type), some, referenceOf(some))[name]!;
        };
        expect(upTo(bar - 1)).toEqual(Array(bar - 1).fill(null));
        expect(upTo(bar).slice(0, -1)).toEqual(Array(bar - 1).fill(null));
        expect(upTo(bar).at(-1)).not.toBeNull();
      }
    },
  );
});

describe("bars that give little", () => {
  it.each(TYPES)(
    "%s of no bars and of one bar has columns of that length, null unless one bar is enough",
    (type) => {
      for (const length of [0, 1]) {
        const some = firstBars(bars, length);
        const columns = Object.values(computeCells(configOf(type), some, referenceOf(some)));
        const cell = type === "RawOhlcv" ? 100 : null;
        expect(columns).toEqual(columns.map(() => Array(length).fill(cell)));
      }
    },
  );

  it.each(["AtrQuantile", "SuperTrend"] as const)(
    "%s of an input that is null throughout is null",
    (type) => {
      const nothing: Series = { values: new Float64Array(60).fill(7), nulls: new Uint8Array(60).fill(1) };
      const columns = Object.values(computeCells(configOf(type), bars, nothing));
      expect(columns).toEqual(columns.map(() => Array(60).fill(null)));
    },
  );

  const silent = barsOf(Array.from({ length: 60 }, (): BarRow => [5, 5, 5, 5, 0]));
  it.each<[type: IndicatorType, parameters: object, last: Readonly<Record<string, unknown>>]>([
    ["SMA", { column: "volume" }, { "": 0 }],
    ["EMA", { column: "volume" }, { "": 0 }],
    ["SMMA", { column: "volume" }, { "": 0 }],
    ["WMA", { column: "volume" }, { "": 0 }],
    ["RSI", { column: "volume" }, { "": 50 }],
    ["MACD", { column: "volume" }, { macd: 0, signal: 0, histogram: 0 }],
    ["BollingerBands", { column: "volume" }, { upper: 0, middle: 0, lower: 0, bandwidth: null }],
    ["RawOhlcv", { column: "volume" }, { "": 0 }],
    ["ATR", {}, { "": 0 }],
    ["AtrQuantile", {}, { "": 0 }],
    ["SuperTrend", {}, { direction: 1, supertrend: 5, long: 5, short: null }],
    ["ADX", {}, { adx: 0, plus_di: 0, minus_di: 0 }],
    ["CCI", {}, { "": 0 }],
    ["Stochastic", {}, { k: 50, d: 50 }],
    ["MarketProfile", { fields: ["poc", "value_area", "profile_shape"] }, { segment_id: 1 }],
  ])("%s %j without volume and without any move ends with %j", (type, parameters, last) => {
    const cells = computeCells(configOf(type, parameters), silent, referenceOf(silent));
    const ends = Object.entries(cells).map(([name, column]) => [name, column.at(-1)]);
    expect(Object.fromEntries(ends)).toMatchObject(last);
  });
});

it.each(TYPES)("%s of a bar depends on no later one", (type) => {
  fc.assert(
    fc.property(arbitraryBars(80), fc.nat(80), (drawn, cut) => {
      const length = Math.min(cut, drawn.length);
      const some = firstBars(drawn, length);
      const whole = computeCells(configOf(type), drawn, referenceOf(drawn));
      const part = computeCells(configOf(type), some, referenceOf(some));
      const start = Object.entries(whole).map(([name, column]) => [name, column.slice(0, length)]);
      expect(part).toEqual(Object.fromEntries(start));
    }),
  );
});
