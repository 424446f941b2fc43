import fc from "fast-check";
import { type EngineOptions, OrderCode } from "../../../src/engine/plan.ts";
import {
  type BlueprintSpec,
  type Candle,
  enterAt,
  exitAt,
  type OrderSpec,
  type PlanSpec,
  type Price,
  type Scene,
} from "./support.ts";

/** Whole prices around 100, so that sums, mirror images and powers of two are exact. */
const price = fc.integer({ min: 90, max: 110 });

/** How a bar follows the one before: from its close on, as far up as down, after a gap, or not moving at all. */
const step = fc.record({
  follows: fc.constantFrom("close", "close", "even", "gap", "flat"),
  open: price,
  body: fc.integer({ min: -5, max: 5 }),
  wicks: fc.tuple(fc.nat(4), fc.nat(4)),
});

/** Bars with gaps, ties and flat stretches. */
const candles: fc.Arbitrary<readonly Candle[]> = fc
  .array(step, { minLength: 1, maxLength: 14, size: "max" })
  .map((steps) => {
    let before = 100;
    return steps.map(({ follows, body, wicks: [above, below], ...step }): Candle => {
      const open = follows === "gap" ? step.open : before;
      if (follows === "flat") return [open, open, open, open];
      const close = open + body;
      before = close;
      if (follows === "even") {
        const reach = Math.abs(body) + above;
        return [open, open + reach, open - reach, close];
      }
      return [open, Math.max(open, close) + above, Math.min(open, close) - below, close];
    });
  });

/** On which side of the price an order belongs, as a long sees it; a signal on either. */
const sideOf: Readonly<Record<OrderCode, fc.IntegerConstraints>> = {
  [OrderCode.ImmediateEntry]: { min: -4, max: 4 },
  [OrderCode.FavorableDelayEntry]: { min: -6, max: 1 },
  [OrderCode.AdverseDelayEntry]: { min: -1, max: 6 },
  [OrderCode.ImmediateExit]: { min: -4, max: 4 },
  [OrderCode.StopLoss]: { min: -8, max: 1 },
  [OrderCode.TakeProfit]: { min: -1, max: 8 },
  [OrderCode.TrailingStop]: { min: -8, max: 1 },
  [OrderCode.Breakeven]: { min: -6, max: 2 },
  [OrderCode.TimeoutExit]: { min: -4, max: 4 },
};

/** What a level is measured from; undefined where there is none, so that the price is null. */
const nearby: readonly Exclude<Price, number>[] = [
  (row, { bars }) => bars.open[row],
  (row, { bars, base }) => (base.inPosition[row - 1] === 1 ? bars.close[row - 1] : undefined),
];
const sinceEntry: typeof nearby = [
  (row, { own, base }) => {
    if (own.inPosition[row] === 1) return own.entryPrice[row];
    return base.inPosition[row] === 1 ? base.entryPrice[row] : undefined;
  },
  (row, { own }) => (own.inPosition[row] === 1 ? own.highestSinceEntry[row] : undefined),
  (row, { own }) => (own.inPosition[row] === 1 ? own.lowestSinceEntry[row] : undefined),
];

/** A distance from an origin, mostly on the side where the order belongs, or a price of its own. */
const levelOf = (code: OrderCode): fc.Arbitrary<Price> => {
  const from = (distance: fc.Arbitrary<number>): fc.Arbitrary<Price> =>
    fc
      .tuple(fc.oneof(fc.constantFrom(...nearby), fc.constantFrom(...sinceEntry)), distance)
      .map(([origin, distance]) => (row, scene) => {
        const value = origin(row, scene);
        return value === undefined ? undefined : value + distance;
      });
  return fc.oneof(
    { weight: 5, arbitrary: from(fc.integer(sideOf[code])) },
    { weight: 1, arbitrary: from(fc.integer({ min: -8, max: 8 })) },
    { weight: 1, arbitrary: price },
  );
};

const isSignal = (code: OrderCode): boolean =>
  code === OrderCode.ImmediateEntry || code === OrderCode.ImmediateExit || code === OrderCode.TimeoutExit;

/** The rows on which the conditions hold: all, some, or what the position says. */
const rows = (length: number): fc.Arbitrary<OrderSpec["rows"]> =>
  fc.oneof(
    { weight: 4, arbitrary: fc.constant(undefined) },
    { weight: 3, arbitrary: fc.subarray([...Array(length).keys()]) },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 4 }).map(
        (bars): OrderSpec["rows"] =>
          (row, { own }) =>
            own.inPosition[row] === 1 && own.barsSinceEntry[row]! >= bars,
      ),
    },
    {
      weight: 1,
      arbitrary: fc.integer({ min: 0, max: 5 }).map(
        (gain): OrderSpec["rows"] =>
          (row, { own }) =>
            own.inPosition[row] === 1 && own.highestSinceEntry[row]! >= own.entryPrice[row]! + gain,
      ),
    },
  );

const orders = (codes: readonly OrderCode[], length: number, maxLength = 3): fc.Arbitrary<OrderSpec[]> =>
  fc.array(
    fc.constantFrom(...codes).chain((code) =>
      fc.record({
        code: fc.constant(code),
        price: isSignal(code)
          ? fc.oneof(levelOf(code), fc.constantFrom("open" as const, "close" as const))
          : levelOf(code),
        rows: rows(length),
        priority: fc.integer({ min: 1, max: 3 }),
      }),
    ),
    { maxLength },
  );

/** In a position most of the time, or anything. */
const base = (length: number): fc.Arbitrary<BlueprintSpec> =>
  fc.oneof(
    fc.record({
      entries: fc.constantFrom("open" as const, "close" as const).map((price) => [enterAt(price)]),
      exits: fc
        .tuple(
          fc.constantFrom("open" as const, "close" as const, (row: number, { bars }: Scene) => bars.low[row]),
          fc.uniqueArray(fc.nat(length - 1), { maxLength: 2 }),
        )
        .map(([price, on]) => [exitAt(price, { on })]),
      entryFirst: fc.constant(false),
    }),
    fc.record({
      entries: orders([OrderCode.ImmediateEntry], length),
      exits: orders([OrderCode.ImmediateExit], length),
      entryFirst: fc.boolean(),
    }),
  );

/** An order that is there on every bar, a few points from its open, mostly where it belongs. */
const near = (...codes: readonly OrderCode[]): fc.Arbitrary<OrderSpec> =>
  fc.constantFrom(...codes).chain((code) =>
    fc.record({
      code: fc.constant(code),
      price: fc.integer(sideOf[code]).map(
        (distance): Price =>
          (row, { bars }) =>
            bars.open[row]! + distance,
      ),
      rows: fc.constant(undefined),
      priority: fc.integer({ min: 1, max: 3 }),
    }),
  );

/** One entry between a stop and a target: what a single bar most often reaches together. */
const bracket: fc.Arbitrary<BlueprintSpec> = fc.record({
  entries: fc.tuple(
    near(OrderCode.ImmediateEntry, OrderCode.FavorableDelayEntry, OrderCode.AdverseDelayEntry),
  ),
  exits: fc.tuple(
    near(OrderCode.StopLoss, OrderCode.TrailingStop, OrderCode.Breakeven),
    near(OrderCode.TakeProfit),
  ),
});

const anyOrders = (length: number): fc.Arbitrary<BlueprintSpec> =>
  fc.record({
    entries: fc.oneof(
      orders(
        [OrderCode.ImmediateEntry, OrderCode.FavorableDelayEntry, OrderCode.FavorableDelayEntry],
        length,
      ),
      orders([OrderCode.ImmediateEntry, OrderCode.AdverseDelayEntry, OrderCode.AdverseDelayEntry], length),
    ),
    exits: orders(
      [
        OrderCode.ImmediateExit,
        OrderCode.StopLoss,
        OrderCode.TakeProfit,
        OrderCode.TakeProfit,
        OrderCode.TrailingStop,
        OrderCode.Breakeven,
        OrderCode.TimeoutExit,
      ],
      length,
      4,
    ),
  });

/** A long strategy over up to 14 bars: a base and two advanced blueprints with any orders at any levels. */
export const plan: fc.Arbitrary<PlanSpec> = candles.chain((candles) =>
  fc.record({
    candles: fc.constant(candles),
    base: base(candles.length),
    advanced: fc.tuple(bracket, anyOrders(candles.length)),
    costs: fc.record({ slippage: fc.constantFrom(0, 0.5) }),
  }),
);

export const options: fc.Arbitrary<EngineOptions> = fc.record({
  intrabar: fc.constantFrom("pessimistic", "path", "optimistic"),
  entryBarExits: fc.constantFrom("certain", "none"),
  stopsBeforeSignals: fc.boolean(),
  endOfData: fc.constantFrom("open", "close"),
});
