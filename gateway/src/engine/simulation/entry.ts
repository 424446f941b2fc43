import type { Moment } from "../plan.ts";
import { type DirectedBar, isBefore } from "./bar.ts";
import { type Execution, execute } from "./fill.ts";
import type { Order, OrderBook } from "./orders.ts";

/** What the base position leaves of a bar for an advanced entry. */
export interface EntryWindow {
  /** Moment of the base fill on the base entry bar; undefined on later bars. */
  readonly baseEntry: Moment | undefined;
  /** Moment of the base exit on the base exit bar; undefined on earlier bars. */
  readonly baseExit: Moment | undefined;
}

/** The firing entry order that fills first on this bar: at the open, then inside, then at the close. */
export function chooseEntry(book: OrderBook, bar: DirectedBar, window: EntryWindow): Execution | undefined {
  book.meet(bar);
  for (const order of book.orders) {
    if (order.fillsAt !== undefined && !mayAct(order, order.fillsAt, window)) order.fillsAt = undefined;
  }
  const order =
    book.first("open") ??
    book.firstReached("below") ??
    book.firstReached("above") ??
    book.first("inside") ??
    book.first("close");
  return order && execute(order, bar);
}

/** An Immediate order could have acted on this bar, but its price is not on it. */
export function isPriceOutsideBar(book: OrderBook, bar: DirectedBar, window: EntryWindow): boolean {
  for (const order of book.orders) {
    if (order.kind !== "signal" || Number.isNaN(order.price) || bar.contains(order.price)) continue;
    if (mayAct(order, order.trigger.moment, window)) return true;
  }
  return false;
}

/**
 * An entry acts before the base exit. On the base entry bar a delayed order needs the whole bar, and a signal a
 * moment after the base fill; two fills inside one bar have no known order, so an inside signal does not follow an
 * inside base fill.
 */
function mayAct(order: Order, moment: Moment, { baseEntry, baseExit }: EntryWindow): boolean {
  if (baseExit !== undefined && !isBefore(moment, baseExit)) return false;
  if (baseEntry === undefined) return true;
  if (order.kind !== "signal") return baseEntry === "open";
  return isBefore(baseEntry, moment) || (baseEntry === moment && moment !== "inside");
}
