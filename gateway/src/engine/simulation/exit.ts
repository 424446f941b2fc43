import type { EngineOptions, Moment } from "../plan.ts";
import { type DirectedBar, isBefore } from "./bar.ts";
import { type Execution, execute } from "./fill.ts";
import type { Order, OrderBook } from "./orders.ts";

export interface ExitDecision {
  readonly execution: Execution | undefined;
  /** The bar cannot tell what happened first, so the trade is flagged. */
  readonly ambiguous: boolean;
}

export const stay: ExitDecision = { execution: undefined, ambiguous: false };

/**
 * The own exit of a position that is in the market from the open of this bar on. `baseExit` is the moment at which
 * the base position closes on this bar: own exits of the same moment go first, later ones come too late.
 */
export function chooseExit(
  book: OrderBook,
  bar: DirectedBar,
  baseExit: Moment | undefined,
  options: EngineOptions,
): ExitDecision {
  book.meet(bar);
  const atOpen = book.first("open");
  const protectionFirst = options.stopsBeforeSignals && !isLevelAtOpen(book);
  if (atOpen !== undefined && !protectionFirst) return certain(atOpen, bar);

  if (protectionFirst || isInTime("inside", baseExit)) {
    const stop = book.firstReached("below");
    const target = book.firstReached("above");
    if (stop !== undefined && target !== undefined) {
      return { execution: execute(firstOf(stop, target, bar, options), bar), ambiguous: true };
    }
    const level = stop ?? target;
    if (level !== undefined) return certain(level, bar);
  }

  const signal =
    atOpen ??
    (isInTime("inside", baseExit) ? book.first("inside") : undefined) ??
    (isInTime("close", baseExit) ? book.first("close") : undefined);
  return signal === undefined ? stay : certain(signal, bar);
}

function certain(order: Order, bar: DirectedBar): ExitDecision {
  return { execution: execute(order, bar), ambiguous: false };
}

function isInTime(moment: Moment, baseExit: Moment | undefined): boolean {
  return baseExit === undefined || !isBefore(baseExit, moment);
}

function isLevelAtOpen(book: OrderBook): boolean {
  for (const order of book.orders) {
    if (order.kind !== "signal" && order.fillsAt === "open") return true;
  }
  return false;
}

/** A stop and a target inside one bar: nothing in the bar says which came first. */
function firstOf(stop: Order, target: Order, bar: DirectedBar, { intrabar }: EngineOptions): Order {
  switch (intrabar) {
    case "pessimistic":
      return stop;
    case "optimistic":
      return target;
    case "path":
      return bar.high - bar.open < bar.open - bar.low ? target : stop;
  }
}
