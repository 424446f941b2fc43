import type {
  Moment,
  OrderName,
  PathBar,
  PathLevel,
  PathLevels,
  PathOrder,
  PositionRows,
  Side,
} from "./model.ts";

/** An order that fires on a row. */
export interface Ask {
  readonly name: OrderName;
  readonly price: number;
  readonly moment: Moment;
}

/** What fires on a row, by priority, then list order. */
export function asksOf(
  orders: readonly PathOrder[],
  row: number,
  own: PositionRows,
  base: PositionRows,
): Ask[] {
  const asks: Ask[] = [];
  for (const priority of [...new Set(orders.map((order) => order.priority))].sort((a, b) => a - b)) {
    for (const order of orders) {
      if (order.priority !== priority) continue;
      const price = order.ask(row, own, base);
      if (price !== null) asks.push({ name: order.name, price, moment: order.moment });
    }
  }
  return asks;
}

export function isOnBar({ price }: Ask, { high, low }: PathBar): boolean {
  return low <= price && price <= high;
}

export function isStop({ name }: Ask): boolean {
  return name === "StopLoss" || name === "TrailingStop" || name === "Breakeven";
}

export function isTarget({ name }: Ask): boolean {
  return name === "TakeProfit";
}

/** An order that waits for price to come to it. */
export function isLevel(ask: Ask): boolean {
  return isStop(ask) || isTarget(ask) || isDelayedEntry(ask);
}

export function isDelayedEntry({ name }: Ask): boolean {
  return name === "FavorableDelayEntry" || name === "AdverseDelayEntry";
}

/** Which way price moves when it reaches the level: into a buy limit it falls, into a buy stop it rises. */
export function reachedBy(ask: Ask, side: Side): "fall" | "rise" {
  const fallsForLong = isStop(ask) || ask.name === "FavorableDelayEntry";
  return fallsForLong === (side === "long") ? "fall" : "rise";
}

/** The levels and the signal that a desk would see on a row: of each group the level that price reaches first. */
export function levelsOf(asks: readonly Ask[], side: Side): PathLevels {
  const favorable = asks.filter((ask) => isTarget(ask) || ask.name === "FavorableDelayEntry");
  const adverse = asks.filter((ask) => isStop(ask) || ask.name === "AdverseDelayEntry");
  return {
    favorable: firstReached(favorable, side),
    adverse: firstReached(adverse, side),
    neutral: asks.find((ask) => !isLevel(ask))?.name,
  };
}

function firstReached(asks: readonly Ask[], side: Side): PathLevel | undefined {
  const [any] = asks;
  if (any === undefined) return undefined;
  const prices = asks.map(({ price }) => price);
  const nearest = reachedBy(any, side) === "fall" ? Math.max(...prices) : Math.min(...prices);
  const first = asks.find(({ price }) => price === nearest)!;
  return { price: first.price, order: first.name };
}
