import { OrderCode } from "../plan.ts";
import type { DirectedBar } from "./bar.ts";

/**
 * What an order waits for, as a long position sees it: a limit entry and every stop-kind exit wait below the
 * price, a stop entry and a target above it; a signal waits for nothing and takes its price at its moment.
 */
export type Kind = "below" | "above" | "signal";

const kinds: Readonly<Record<OrderCode, Kind>> = {
  [OrderCode.ImmediateEntry]: "signal",
  [OrderCode.FavorableDelayEntry]: "below",
  [OrderCode.AdverseDelayEntry]: "above",
  [OrderCode.ImmediateExit]: "signal",
  [OrderCode.StopLoss]: "below",
  [OrderCode.TakeProfit]: "above",
  [OrderCode.TrailingStop]: "below",
  [OrderCode.Breakeven]: "below",
  [OrderCode.TimeoutExit]: "signal",
};

export function kindOf(code: OrderCode): Kind {
  return kinds[code];
}

/** A touch counts. */
export function isTouched(kind: Kind, level: number, bar: DirectedBar): boolean {
  if (kind === "below") return bar.low <= level;
  return kind === "above" && bar.high >= level;
}

/** At or through the open: the order fills at the moment of the open, at the open. */
export function isAtOpen(kind: Kind, level: number, bar: DirectedBar): boolean {
  if (kind === "below") return bar.open <= level;
  return kind === "above" && bar.open >= level;
}

/** Which of two levels on the same side price reaches first from the open. */
export function isReachedBefore(kind: Kind, level: number, other: number): boolean {
  return kind === "below" ? level > other : level < other;
}
