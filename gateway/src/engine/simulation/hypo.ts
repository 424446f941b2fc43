import type { Direction, OrderCode } from "../plan.ts";
import type { Order, OrderBook } from "./orders.ts";

export interface Hypo {
  readonly price: number;
  readonly order: OrderCode;
}

/** What the firing orders of one side ask for on one row: the prices a live desk would work. */
export interface Hypos {
  /** Limit entry, or target. */
  readonly favorable: Hypo | undefined;
  /** Stop entry, or the stop-kind exit that price reaches first. */
  readonly adverse: Hypo | undefined;
  /** The Immediate or Timeout order of lowest priority. */
  readonly neutral: OrderCode | undefined;
}

export function entryHypos(book: OrderBook, direction: Direction): Hypos {
  return {
    favorable: hypoOf(book.nearest("below"), direction),
    adverse: hypoOf(book.nearest("above"), direction),
    neutral: book.firstSignal()?.trigger.order,
  };
}

export function exitHypos(book: OrderBook, direction: Direction): Hypos {
  return {
    favorable: hypoOf(book.nearest("above"), direction),
    adverse: hypoOf(book.nearest("below"), direction),
    neutral: book.firstSignal()?.trigger.order,
  };
}

function hypoOf(order: Order | undefined, direction: Direction): Hypo | undefined {
  return order && { price: direction * order.price, order: order.trigger.order };
}
