import type { ContextRows } from "../../../src/engine/plan.ts";
import type { BlueprintSpec, Candle, OrderSpec, PlanSpec, Scene } from "./support.ts";

/** The mirror image of a price: what is above 100 for a long lies as far below it for a short. */
export function mirror(price: number): number {
  return 200 - price;
}

/** Another scale of prices, and the way back. `flips` when it turns highs into lows. */
export interface Image {
  readonly to: (price: number) => number;
  readonly from: (price: number) => number;
  readonly flips: boolean;
}

export const mirrorImage: Image = { to: mirror, from: mirror, flips: true };

export function scaledBy(factor: number): Image {
  return { to: (price) => price * factor, from: (price) => price / factor, flips: false };
}

/** A plan whose every price, fixed or computed from what it reads, is the image of the given plan's. */
export function imageOf({ candles, base, advanced = [], ...rest }: PlanSpec, image: Image): PlanSpec {
  return {
    ...rest,
    candles: candles.map((candle) => imageOfCandle(candle, image)),
    base: imageOfBlueprint(base, image),
    advanced: advanced.map((blueprint) => imageOfBlueprint(blueprint, image)),
  };
}

export function imageOfCandle([open, high, low, close]: Candle, { to, flips }: Image): Candle {
  return flips ? [to(open), to(low), to(high), to(close)] : [to(open), to(high), to(low), to(close)];
}

function imageOfBlueprint({ entries = [], exits = [], ...rest }: BlueprintSpec, image: Image): BlueprintSpec {
  const orders = (specs: readonly OrderSpec[]) => specs.map((spec) => imageOfOrder(spec, image));
  return { ...rest, entries: orders(entries), exits: orders(exits) };
}

function imageOfOrder({ price, rows, ...rest }: OrderSpec, image: Image): OrderSpec {
  return {
    ...rest,
    price: imageOfPrice(price, image),
    rows: typeof rows === "function" ? (row, scene) => rows(row, originalOf(scene, image)) : rows,
  };
}

function imageOfPrice(price: OrderSpec["price"], image: Image): OrderSpec["price"] {
  if (price === "open" || price === "close") return price;
  if (typeof price === "number") return image.to(price);
  return (row, scene) => {
    const value = price(row, originalOf(scene, image));
    return value === undefined ? undefined : image.to(value);
  };
}

/** What the original order would read. */
function originalOf({ bars, own, base }: Scene, { from, flips }: Image): Scene {
  const back = (values: Float64Array): Float64Array => values.map(from);
  const extremes = (high: Float64Array, low: Float64Array) =>
    flips ? { high: back(low), low: back(high) } : { high: back(high), low: back(low) };
  const context = (rows: ContextRows): ContextRows => {
    const { high, low } = extremes(rows.highestSinceEntry, rows.lowestSinceEntry);
    return { ...rows, entryPrice: back(rows.entryPrice), highestSinceEntry: high, lowestSinceEntry: low };
  };
  return {
    bars: { ...bars, open: back(bars.open), ...extremes(bars.high, bars.low), close: back(bars.close) },
    own: context(own),
    base: context(base),
  };
}
