import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Bars } from "../../../src/engine/bars.ts";
import { adx } from "../../../src/engine/indicators/adx.ts";
import { atr } from "../../../src/engine/indicators/atr.ts";
import { bollingerBands } from "../../../src/engine/indicators/bollinger.ts";
import { cci } from "../../../src/engine/indicators/cci.ts";
import { rollingDeviation } from "../../../src/engine/indicators/deviation.ts";
import { rollingMax, rollingMin } from "../../../src/engine/indicators/extremes.ts";
import { macd } from "../../../src/engine/indicators/macd.ts";
import { ema, sma, smma, wma } from "../../../src/engine/indicators/moving-averages.ts";
import { rollingQuantile } from "../../../src/engine/indicators/quantile.ts";
import { rsi } from "../../../src/engine/indicators/rsi.ts";
import { isNullAt, type Series } from "../../../src/engine/indicators/series.ts";
import { stochastic } from "../../../src/engine/indicators/stochastic.ts";
import { superTrend } from "../../../src/engine/indicators/supertrend.ts";
import { arbitraryBars, closesOf } from "../bars-of.ts";
import * as naive from "./naive.ts";

const seriesOf = (cells: readonly (number | null)[]): Series => ({
  values: Float64Array.from(cells, (cell) => cell ?? Number.NaN),
  nulls: cells.includes(null) ? Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0)) : undefined,
});
const cellsOf = (series: Series): naive.Cells =>
  Array.from(series.values, (value, row) => (isNullAt(series, row) ? null : value));
const closes = (bars: Bars): Series => ({ values: bars.close, nulls: undefined });
const closeCells = (bars: Bars): number[] => [...bars.close];

function expectClose(actual: Series, expected: naive.Cells): void {
  const cells = cellsOf(actual);
  expect(cells.map((cell) => cell === null)).toEqual(expected.map((cell) => cell === null));
  cells.forEach((cell, row) => {
    if (cell !== null)
      expect(Math.abs(cell - expected[row]!)).toBeLessThanOrEqual(1e-9 * (1 + Math.abs(cell)));
  });
}

const period = fc.integer({ min: 1, max: 12 });

/** Every kernel beside its definition, over short series full of ties and flats. */
const KERNELS: readonly [
  name: string,
  kernel: (b: Bars, p: number) => Series,
  naive: (b: Bars, p: number) => naive.Cells,
][] = [
  ["SMA", (b, p) => sma(closes(b), p), (b, p) => naive.sma(closeCells(b), p)],
  ["EMA", (b, p) => ema(closes(b), p), (b, p) => naive.ema(closeCells(b), p)],
  ["SMMA", (b, p) => smma(closes(b), p), (b, p) => naive.wilder(closeCells(b), p)],
  ["WMA", (b, p) => wma(closes(b), p), (b, p) => naive.wma(closeCells(b), p)],
  ["ATR", atr, (b, p) => naive.wilder(naive.trueRange(b), p)],
  ["RSI", (b, p) => rsi(closes(b), p), (b, p) => naive.rsi(closeCells(b), p)],
  ["ADX", (b, p) => adx(b, p).adx, (b, p) => naive.adx(b, p).adx],
  ["+DI", (b, p) => adx(b, p).plusDi, (b, p) => naive.adx(b, p).plusDi],
  ["-DI", (b, p) => adx(b, p).minusDi, (b, p) => naive.adx(b, p).minusDi],
  ["CCI", cci, naive.cci],
  ["%K", (b, p) => stochastic(b, p, 3).k, naive.stochasticK],
  ["%D", (b, p) => stochastic(b, p, 3).d, (b, p) => naive.sma(naive.stochasticK(b, p), 3)],
  ["deviation", (b, p) => rollingDeviation(closes(b), p), (b, p) => naive.deviation(closeCells(b), p)],
  ["quantile", (b, p) => rollingQuantile(closes(b), p, 0.7), (b, p) => naive.quantile(closeCells(b), p, 0.7)],
];

describe("kernels equal their definitions", () => {
  it.each(KERNELS)("%s", (_name, kernel, definition) => {
    fc.assert(
      fc.property(arbitraryBars(), period, (bars, p) => expectClose(kernel(bars, p), definition(bars, p))),
    );
  });

  it("windows and recursions over a series with nulls", () => {
    const cells = fc.array(
      fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 1, max: 9 }) }, fc.constant(null)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(cells, period, (input, p) => {
        expectClose(sma(seriesOf(input), p), naive.sma(input, p));
        expectClose(wma(seriesOf(input), p), naive.wma(input, p));
        expectClose(ema(seriesOf(input), p), naive.ema(input, p));
        expectClose(rollingDeviation(seriesOf(input), p), naive.deviation(input, p));
        expectClose(rollingQuantile(seriesOf(input), p, 0.29), naive.quantile(input, p, 0.29));
      }),
    );
  });

  it("MACD", () => {
    fc.assert(
      fc.property(arbitraryBars(), period, period, period, (bars, fast, slow, signal) => {
        const fastLine = naive.ema(closeCells(bars), fast);
        const line = naive
          .ema(closeCells(bars), slow)
          .map((value, row) => (value === null || fastLine[row] === null ? null : fastLine[row]! - value));
        const result = macd(closes(bars), fast, slow, signal);
        expectClose(result.macd, line);
        expectClose(result.signal, naive.ema(line, signal));
        const histogram = naive
          .ema(line, signal)
          .map((value, row) => (value === null ? null : line[row]! - value));
        expectClose(result.histogram, histogram);
      }),
    );
  });

  it("Bollinger bands", () => {
    fc.assert(
      fc.property(arbitraryBars(), period, fc.constantFrom(0.5, 2, 3), (bars, p, deviations) => {
        const bands = bollingerBands(closes(bars), p, deviations);
        const expected = naive.bollinger(closeCells(bars), p, deviations);
        for (const name of ["upper", "middle", "lower", "bandwidth"] as const) {
          expectClose(bands[name], expected[name]);
        }
      }),
    );
  });

  it("SuperTrend, bit for bit, over a volatility with nulls", () => {
    const volatility = fc.array(fc.constantFrom(0.25, 0.5, 1, 2, null), { minLength: 60, maxLength: 60 });
    let turns = 0;
    fc.assert(
      fc.property(arbitraryBars(), volatility, fc.constantFrom(0.5, 1, 3), (bars, drawn, multiplier) => {
        const input = drawn.slice(0, bars.length);
        const { high, low, close } = bars;
        const [h, l, c] = [high, low, close].map((values): Series => ({ values, nulls: undefined }));
        const result = superTrend(h!, l!, c!, seriesOf(input), multiplier);
        const expected = naive.superTrend(bars, input, multiplier);
        for (const name of ["direction", "supertrend", "long", "short"] as const) {
          expect(cellsOf(result[name])).toEqual(expected[name]);
        }
        turns += expected.direction.filter((cell) => cell === -1).length;
      }),
    );
    expect(turns).toBeGreaterThan(0);
  });

  it("rolling extremes are exact", () => {
    fc.assert(
      fc.property(arbitraryBars(), period, (bars, p) => {
        const window = (row: number): Float64Array => bars.close.slice(Math.max(0, row - p + 1), row + 1);
        expect([...rollingMax(bars.close, p)]).toEqual(
          Array.from(bars.close, (_, row) => Math.max(...window(row))),
        );
        expect([...rollingMin(bars.close, p)]).toEqual(
          Array.from(bars.close, (_, row) => Math.min(...window(row))),
        );
      }),
    );
  });
});

describe("first defined bar (counted from 1)", () => {
  const bars = closesOf(...Array.from({ length: 60 }, (_, i) => 100 + ((i * 7) % 11)));
  const firstOf = (series: Series): number => cellsOf(series).findIndex((cell) => cell !== null) + 1;
  it.each([
    ["SMA 5", sma(closes(bars), 5), 5],
    ["EMA 5", ema(closes(bars), 5), 5],
    ["SMMA 5", smma(closes(bars), 5), 5],
    ["WMA 5", wma(closes(bars), 5), 5],
    ["ATR 5", atr(bars, 5), 5],
    ["RSI 5", rsi(closes(bars), 5), 6],
    ["+DI 5", adx(bars, 5).plusDi, 6],
    ["ADX 5", adx(bars, 5).adx, 10],
    ["CCI 5", cci(bars, 5), 5],
    ["%K 5", stochastic(bars, 5, 3).k, 5],
    ["%D 5, 3", stochastic(bars, 5, 3).d, 7],
    ["MACD 3, 6", macd(closes(bars), 3, 6, 4).macd, 6],
    ["MACD signal 3, 6, 4", macd(closes(bars), 3, 6, 4).signal, 9],
    ["Bollinger 5", bollingerBands(closes(bars), 5, 2).upper, 5],
    ["longer than the series", sma(closes(bars), 61), 0],
  ])("%s", (_name, series, bar) => {
    expect(firstOf(series)).toBe(bar);
  });
});

describe("neutral values", () => {
  const flat = closesOf(...Array<number>(12).fill(0.1));
  it.each([
    ["SMA of a flat is exactly it", sma(closes(flat), 3), 0.1],
    ["EMA", ema(closes(flat), 3), 0.1],
    ["SMMA", smma(closes(flat), 3), 0.1],
    ["WMA", wma(closes(flat), 3), 0.1],
    ["RSI without any move", rsi(closes(flat), 3), 50],
    ["RSI with gains only", rsi(closes(closesOf(1, 2, 3, 4, 5.1, 6)), 3), 100],
    ["RSI with losses only", rsi(closes(closesOf(6, 5, 4, 3, 2, 1)), 3), 0],
    ["CCI", cci(flat, 3), 0],
    ["%K", stochastic(flat, 3, 3).k, 50],
    ["+DI", adx(flat, 3).plusDi, 0],
    ["ADX", adx(flat, 3).adx, 0],
    ["deviation", rollingDeviation(closes(flat), 3), 0],
    ["bandwidth", bollingerBands(closes(flat), 3, 2).bandwidth, 0],
    ["bandwidth at middle 0", bollingerBands(closes(closesOf(0, 0, 0, 0, 0, 0)), 3, 2).bandwidth, null],
  ])("%s", (_name, series, value) => {
    expect(cellsOf(series).at(-1)).toBe(value);
  });

  it("bands stand at both sides of the mean, `bandwidth` is their distance as a share of it", () => {
    const { upper, middle, lower, bandwidth } = bollingerBands(
      closes(closesOf(2, 4, 4, 4, 5, 5, 7, 9)),
      8,
      3,
    );
    const last = [upper, middle, lower, bandwidth].map((series) => cellsOf(series).at(-1));
    expect(last).toEqual([11, 5, -1, 2.4]);
  });
});

it("a percentage stays within 0 and 100", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), { maxLength: 40 }),
      period,
      (input, p) => {
        for (const cell of cellsOf(rsi(seriesOf(input), p))) {
          expect(cell === null || (cell >= 0 && cell <= 100)).toBe(true);
        }
      },
    ),
  );
});
