import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Moment } from "../../../src/engine/plan.ts";
import { measureExcursions } from "../../../src/engine/simulation/excursions.ts";
import type { Fill } from "../../../src/engine/simulation/fill.ts";
import { imageOfCandle, mirror, mirrorImage } from "./image.ts";
import { barsOf, type Candle } from "./support.ts";

const fill = (row: number, moment: Moment, price: number): Fill => ({
  row,
  moment,
  price,
  order: 0,
  gapFilled: false,
});

// Open, high, low, close.
const candles: readonly Candle[] = [
  [100, 104, 97, 101],
  [101, 103, 95, 102],
  [102, 110, 100, 108],
  [108, 109, 99, 100],
];

const table = [
  {
    rule: "whole bars from an entry at the open to the end of the data",
    entry: fill(0, "open", 100),
    exit: undefined,
    want: { gMfe: [10, 2], mae: [5, 1], mfe: [4, 0], maeLv1: [5, 1], mhl: [11, 3] },
  },
  {
    rule: "an entry inside the bar: only its close",
    entry: fill(0, "inside", 99),
    exit: undefined,
    want: { gMfe: [11, 2], mae: [4, 1], mfe: [4, 1], maeLv1: [4, 1], mhl: [11, 3] },
  },
  {
    rule: "an entry at the close: nothing of that bar",
    entry: fill(1, "close", 102),
    exit: undefined,
    want: { gMfe: [8, 2], mae: [3, 3], mfe: [8, 2], maeLv1: [0, 1], mhl: [11, 3] },
  },
  {
    rule: "an exit at the open: only the exit price of its bar",
    entry: fill(0, "open", 100),
    exit: fill(2, "open", 102),
    want: { gMfe: [4, 0], mae: [5, 1], mfe: [4, 0], maeLv1: [0, 0], mhl: [9, 1] },
  },
  {
    rule: "an exit inside: only the exit price of its bar",
    entry: fill(0, "open", 100),
    exit: fill(2, "inside", 106),
    want: { gMfe: [6, 2], mae: [5, 1], mfe: [4, 0], maeLv1: [5, 1], mhl: [9, 1] },
  },
  {
    rule: "an exit at the close: the whole bar",
    entry: fill(0, "open", 100),
    exit: fill(2, "close", 108),
    want: { gMfe: [10, 2], mae: [5, 1], mfe: [4, 0], maeLv1: [5, 1], mhl: [9, 1] },
  },
  {
    rule: "both on one bar, open to close: the whole bar",
    entry: fill(0, "open", 100),
    exit: fill(0, "close", 101),
    want: { gMfe: [4, 0], mae: [3, 0], mfe: [4, 0], maeLv1: [0, 0], mhl: [3, 0] },
  },
  {
    rule: "both on one bar, open to inside: the exit price",
    entry: fill(0, "open", 100),
    exit: fill(0, "inside", 98),
    want: { gMfe: [0, 0], mae: [2, 0], mfe: [0, 0], maeLv1: [0, 0], mhl: [2, 0] },
  },
  {
    rule: "both on one bar, inside to inside: the exit price",
    entry: fill(0, "inside", 99),
    exit: fill(0, "inside", 98),
    want: { gMfe: [0, 0], mae: [1, 0], mfe: [0, 0], maeLv1: [0, 0], mhl: [1, 0] },
  },
  {
    rule: "both on one bar, inside to close: the close",
    entry: fill(0, "inside", 99),
    exit: fill(0, "close", 101),
    want: { gMfe: [2, 0], mae: [0, 0], mfe: [2, 0], maeLv1: [0, 0], mhl: [0, 0] },
  },
  {
    rule: "a fill at the last close: nothing at all",
    entry: fill(3, "close", 100),
    exit: undefined,
    want: { gMfe: [0, 3], mae: [0, 3], mfe: [0, 3], maeLv1: [0, 3], mhl: [0, 3] },
  },
];

describe.each([{ side: "long" }, { side: "short" }])("excursions, $side", ({ side }) => {
  it.each(table)("$rule", ({ entry, exit, want }) => {
    const short = side === "short";
    const image = (fill: Fill): Fill => (short ? { ...fill, price: mirror(fill.price) } : fill);
    const bars = barsOf(short ? candles.map((candle) => imageOfCandle(candle, mirrorImage)) : candles);
    const found = measureExcursions(bars, short ? -1 : 1, image(entry), exit && image(exit), bars.length - 1);
    const pairs = Object.fromEntries(
      Object.entries(found).map(([name, { value, row }]) => [name, [value, row]]),
    );
    expect(pairs).toEqual(want);
  });

  it("takes the first bar of equal extremes", () => {
    const flat: Candle = [100, 102, 98, 100];
    const { gMfe, mae } = measureExcursions(
      barsOf([flat, flat, flat]),
      1,
      fill(0, "close", 100),
      undefined,
      2,
    );
    expect([gMfe, mae]).toEqual([
      { value: 2, row: 1 },
      { value: 2, row: 1 },
    ]);
  });
});

const candle = fc
  .array(fc.integer({ min: 80, max: 120 }), { minLength: 4, maxLength: 4 })
  .map(
    ([open, close, a, b]): Candle => [
      open!,
      Math.max(open!, close!, a!),
      Math.min(open!, close!, b!),
      close!,
    ],
  );
const moment = fc.constantFrom<Moment>("open", "inside", "close");

describe("excursions by their definitions", () => {
  it("equal a recount from the list of what was seen", () => {
    const scene = fc.record({
      candles: fc.array(candle, { minLength: 2, maxLength: 12 }),
      from: moment,
      to: moment,
      price: fc.integer({ min: 80, max: 120 }),
      long: fc.boolean(),
      open: fc.boolean(),
    });
    fc.assert(
      fc.property(scene, ({ candles, from, to, price, long, open }) => {
        const last = candles.length - 1;
        const exit = open ? undefined : fill(last, to, price);
        const entry = fill(0, from, 100);
        const found = measureExcursions(barsOf(candles), long ? 1 : -1, entry, exit, last);

        // Gain of the best and of the worst price seen on each bar, as a list of signed numbers.
        const gain = (value: number) => (long ? value - 100 : 100 - value);
        const seen = candles.map(([, high, low, close], row) => {
          const all =
            row === last && exit && to !== "close"
              ? [price]
              : row === 0 && from !== "open"
                ? [close]
                : [high, low];
          return { best: Math.max(...all.map(gain)), worst: Math.min(...all.map(gain)) };
        });
        const best = seen.map(({ best }) => Math.max(0, best));
        const worst = seen.map(({ worst }) => Math.max(0, -worst));
        const first = (values: number[]) => {
          const value = Math.max(0, ...values);
          return { value, row: value === 0 ? 0 : values.indexOf(value) };
        };
        const gMfe = first(best);
        const mae = first(worst);
        const givenBack = seen.map(({ worst }, row) => Math.max(0, ...best.slice(0, row)) - worst);
        expect(found).toEqual({
          gMfe,
          mae,
          mfe: first(best.slice(0, mae.row + 1)),
          maeLv1: first(worst.slice(0, gMfe.row)),
          mhl: first(givenBack.map((value) => Math.max(0, value))),
        });
      }),
      { numRuns: 500 },
    );
  });
});
