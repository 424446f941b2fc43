import fc from "fast-check";
import { type EngineOptions, OrderCode } from "../../../src/engine/plan.ts";
import type { BlueprintSpec, Candle, OrderSpec, PlanSpec, Price } from "./support.ts";

/** Whole prices around 100, so that sums, mirror images and powers of two are exact. */
const price = fc.integer({ min: 90, max: 110 });

export const candle: fc.Arbitrary<Candle> = fc
  .tuple(price, price, price, price)
  .map(([open, close, a, b]) => [open, Math.max(open, close, a), Math.min(open, close, b), close]);

/** A level, or a distance from the position's entry or extremes, or from the bar's open. */
const levelOf: fc.Arbitrary<Price> = fc.oneof(
  price,
  fc.integer({ min: -8, max: 8 }).map(
    (distance): Price =>
      (row, { bars }) =>
        bars.open[row]! + distance,
  ),
  fc.integer({ min: -8, max: 8 }).map(
    (distance): Price =>
      (row, { own, base }) => {
        if (own.inPosition[row] === 1) return own.entryPrice[row]! + distance;
        return base.inPosition[row] === 1 ? base.entryPrice[row]! + distance : undefined;
      },
  ),
  fc.integer({ min: -8, max: 8 }).map(
    (distance): Price =>
      (row, { own }) =>
        own.inPosition[row] === 1 ? own.highestSinceEntry[row]! + distance : undefined,
  ),
);

const rows = (length: number): fc.Arbitrary<OrderSpec["rows"]> =>
  fc.oneof(fc.constant(undefined), fc.subarray([...Array(length).keys()]));

const orders = (codes: readonly OrderCode[], length: number): fc.Arbitrary<OrderSpec[]> =>
  fc.array(
    fc.record({
      code: fc.constantFrom(...codes),
      price: fc.oneof(levelOf, fc.constantFrom("open" as const, "close" as const)),
      rows: rows(length),
      priority: fc.integer({ min: 1, max: 3 }),
    }),
    { maxLength: 3 },
  );

const base = (length: number): fc.Arbitrary<BlueprintSpec> =>
  fc.record({
    entries: orders([OrderCode.ImmediateEntry], length),
    exits: orders([OrderCode.ImmediateExit], length),
    entryFirst: fc.boolean(),
  });

const advanced = (length: number): fc.Arbitrary<BlueprintSpec> =>
  fc.record({
    entries: fc.oneof(
      orders([OrderCode.ImmediateEntry, OrderCode.FavorableDelayEntry], length),
      orders([OrderCode.ImmediateEntry, OrderCode.AdverseDelayEntry], length),
    ),
    exits: orders(
      [
        OrderCode.ImmediateExit,
        OrderCode.StopLoss,
        OrderCode.TakeProfit,
        OrderCode.TrailingStop,
        OrderCode.Breakeven,
        OrderCode.TimeoutExit,
      ],
      length,
    ),
  });

/** A long strategy over up to 14 bars: a base and two advanced blueprints with any orders at any levels. */
export const plan: fc.Arbitrary<PlanSpec> = fc
  .array(candle, { minLength: 1, maxLength: 14 })
  .chain((candles) =>
    fc.record({
      candles: fc.constant(candles),
      base: base(candles.length),
      advanced: fc.tuple(advanced(candles.length), advanced(candles.length)),
      costs: fc.record({ slippage: fc.constantFrom(0, 0.5) }),
    }),
  );

export const options: fc.Arbitrary<EngineOptions> = fc.record({
  intrabar: fc.constantFrom("pessimistic", "path", "optimistic"),
  entryBarExits: fc.constantFrom("certain", "none"),
  stopsBeforeSignals: fc.boolean(),
  endOfData: fc.constantFrom("open", "close"),
});
