import { type Ask, reachedBy } from "./asks.ts";
import type { PathBar, Policy, Side } from "./model.ts";

/** Prices at which the movement inside a bar turns; between two of them it runs straight. */
export type Path = readonly number[];

/** From the open to the one extreme, to the other, to the close. */
export function lowFirst({ open, high, low, close }: PathBar): Path {
  return [open, low, high, close];
}

export function highFirst({ open, high, low, close }: PathBar): Path {
  return [open, high, low, close];
}

/** The way a policy takes a bar to have gone, seen from a position that it finds in the market. */
export function pathOf(bar: PathBar, side: Side, policy: Policy): Path {
  const adverseFirst = side === "long" ? lowFirst(bar) : highFirst(bar);
  const favorableFirst = side === "long" ? highFirst(bar) : lowFirst(bar);
  if (policy === "pessimistic") return adverseFirst;
  if (policy === "optimistic") return favorableFirst;
  const up = bar.high - bar.open;
  const down = bar.open - bar.low;
  if (up < down) return highFirst(bar);
  if (down < up) return lowFirst(bar);
  return adverseFirst;
}

/**
 * The ways a bar can go on after a fill inside it. What brought price to the fill says which extreme is still to
 * come: falling into a level, the low; rising into one, the high. Whether the other extreme is past or still to come,
 * and which comes first, nothing says; after a fill by a signal nothing is known at all. The close is left out: where
 * a bar closes is not taken as a proof of what it reached.
 */
export function pathsAfter(
  price: number,
  { high, low }: PathBar,
  cameBy: "fall" | "rise" | "signal",
): Path[] {
  const bothToCome = [
    [price, low, high],
    [price, high, low],
  ];
  if (cameBy === "fall") return [...bothToCome, [price, low]];
  if (cameBy === "rise") return [...bothToCome, [price, high]];
  return [...bothToCome, [price, low], [price, high], [price]];
}

/** Price is already at the level or through it. */
export function isDue(ask: Ask, price: number, side: Side): boolean {
  return reachedBy(ask, side) === "fall" ? price <= ask.price : price >= ask.price;
}

/** The levels that price reaches on its way, in that order; where it starts it reaches nothing. */
export function reachedOn(path: Path, levels: readonly Ask[], side: Side): Ask[] {
  const reached: Ask[] = [];
  for (let leg = 1; leg < path.length; leg++) {
    const from = path[leg - 1]!;
    const to = path[leg]!;
    const passed = levels.filter((ask) => {
      if (reached.includes(ask)) return false;
      if (reachedBy(ask, side) === "rise") return from < ask.price && ask.price <= to;
      return to <= ask.price && ask.price < from;
    });
    passed.sort((a, b) => Math.abs(a.price - from) - Math.abs(b.price - from));
    reached.push(...passed);
  }
  return reached;
}
