import { expect } from "vitest";
import type { Bars } from "../../../src/engine/bars.ts";
import { adx } from "../../../src/engine/indicators/adx.ts";
import { atr } from "../../../src/engine/indicators/atr.ts";
import { bollingerBands } from "../../../src/engine/indicators/bollinger.ts";
import { cci } from "../../../src/engine/indicators/cci.ts";
import { rollingDeviation } from "../../../src/engine/indicators/deviation.ts";
import { ema, sma, smma, wma } from "../../../src/engine/indicators/moving-averages.ts";
import { rsi } from "../../../src/engine/indicators/rsi.ts";
import type { Series } from "../../../src/engine/indicators/series.ts";
import { stochastic } from "../../../src/engine/indicators/stochastic.ts";
import { firstBars } from "../../../src/engine/resample.ts";
import * as naive from "./naive.ts";

const PERIOD = 20;
/** Bars behind which even a spike weighs less than 1e-12 in a recursion with alpha 1/20. */
const MEMORY = 1_000;

/**
 * Bars of a price between 1 and 2 through which now and then one a billion times larger passes, which must leave
 * nothing behind.
 */
function spikyBars(length: number): Bars {
  if (made?.length === length) return made;
  const [high, low, close] = [new Float64Array(length), new Float64Array(length), new Float64Array(length)];
  let state = 1;
  for (let row = 0; row < length; row++) {
    state = (state * 48_271) % 2_147_483_647;
    const price = (1 + state / 2_147_483_647) * (row % 100_003 === 7 ? 1e9 : 1);
    high[row] = price * 1.01;
    low[row] = price * 0.99;
    close[row] = price * (row % 2 === 0 ? 1.005 : 0.995);
  }
  // No kernel here reads the other columns.
  made = { length, ts: close, open: close, high, low, close, volume: close };
  return made;
}

let made: Bars | undefined;

/** The last `length` bars, in arrays of their own. */
function lastBars(bars: Bars, length: number): Bars {
  const columns = Object.entries(bars).map(([name, column]) => [
    name,
    column instanceof Float64Array ? column.slice(-length) : length,
  ]);
  return Object.fromEntries(columns) as Bars;
}

type Case = readonly [
  name: string,
  kernel: (bars: Bars) => Series,
  naive: (bars: Bars) => naive.Cells,
  memory: number,
];

const closes = ({ close }: Bars): Series => ({ values: close, nulls: undefined });
const cells = ({ close }: Bars): number[] => [...close];

/** Each kernel, and its definition over as many of the last bars as a value depends on. */
export const DRIFT_CASES: readonly Case[] = [
  ["SMA", (bars) => sma(closes(bars), PERIOD), (bars) => naive.sma(cells(bars), PERIOD), PERIOD],
  ["WMA", (bars) => wma(closes(bars), PERIOD), (bars) => naive.wma(cells(bars), PERIOD), PERIOD],
  [
    "deviation",
    (bars) => rollingDeviation(closes(bars), PERIOD),
    (bars) => naive.deviation(cells(bars), PERIOD),
    PERIOD,
  ],
  [
    "Bollinger's upper band",
    (bars) => bollingerBands(closes(bars), PERIOD, 2).upper,
    (bars) => naive.bollinger(cells(bars), PERIOD, 2).upper,
    PERIOD,
  ],
  ["CCI", (bars) => cci(bars, PERIOD), (bars) => naive.cci(bars, PERIOD), PERIOD],
  [
    "%D",
    (bars) => stochastic(bars, PERIOD, 3).d,
    (bars) => naive.sma(naive.stochasticK(bars, PERIOD), 3),
    PERIOD + 2,
  ],
  ["EMA", (bars) => ema(closes(bars), PERIOD), (bars) => naive.ema(cells(bars), PERIOD), MEMORY],
  ["SMMA", (bars) => smma(closes(bars), PERIOD), (bars) => naive.wilder(cells(bars), PERIOD), MEMORY],
  ["ATR", (bars) => atr(bars, PERIOD), (bars) => naive.wilder(naive.trueRange(bars), PERIOD), MEMORY],
  ["RSI", (bars) => rsi(closes(bars), PERIOD), (bars) => naive.rsi(cells(bars), PERIOD), MEMORY],
  ["ADX", (bars) => adx(bars, PERIOD).adx, (bars) => naive.adx(bars, PERIOD).adx, 2 * MEMORY],
];

/** Compares a kernel over a long series with its definition at `samples` places, by the sheet's 1e-9. */
export function expectNoDrift([, kernel, definition, memory]: Case, length: number, samples: number): void {
  const bars = spikyBars(length);
  const { values, nulls } = kernel(bars);
  let worst = 0;
  const step = Math.floor((length - 4 * MEMORY) / samples);
  for (let row = 4 * MEMORY; row < length; row += step) {
    const expected = definition(lastBars(firstBars(bars, row + 1), memory)).at(-1)!;
    expect(nulls?.[row] ?? 0).toBe(0);
    worst = Math.max(worst, Math.abs(values[row]! - expected!) / Math.abs(expected!));
  }
  expect(worst).toBeLessThanOrEqual(1e-9);
}
