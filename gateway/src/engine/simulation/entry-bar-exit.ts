import { OrderCode } from "../plan.ts";
import type { DirectedBar } from "./bar.ts";
import type { ExitDecision } from "./exit.ts";
import { type Execution, execute } from "./fill.ts";
import { isReachedBefore, type Kind } from "./level.ts";
import type { Order, OrderBook } from "./orders.ts";

/**
 * The own exit on the bar whose inside filled the entry: the part of the bar before the fill is not known from the
 * part after it, so only what must come later is taken. A stop strictly beyond a limit entry is reached through it,
 * and so is a target strictly beyond a stop entry (unless a stop was touched: it may have come after the entry and
 * before the target). Every other touched level is left alone and flags the trade. The same under every policy.
 */
export function chooseEntryBarExit(book: OrderBook, bar: DirectedBar, entry: Execution): ExitDecision {
  book.meet(bar);
  const kind = certainKind(book, entry);
  let level: Order | undefined;
  let ambiguous = false;
  for (const order of book.orders) {
    if (order.kind === "signal" || order.fillsAt === undefined) continue;
    if (order.kind !== kind || !isReachedBefore(kind, entry.price, order.price)) ambiguous = true;
    else if (level === undefined || isReachedBefore(kind, order.price, level.price)) level = order;
  }
  const order = level ?? book.first("close");
  return { execution: order && execute(order, bar), ambiguous };
}

/** On which side a level beyond the entry price must have been reached after it. */
function certainKind(book: OrderBook, entry: Execution): Kind | undefined {
  if (entry.order === OrderCode.FavorableDelayEntry) return "below";
  if (entry.order !== OrderCode.AdverseDelayEntry) return undefined;
  for (const order of book.orders) {
    if (order.kind === "below" && order.fillsAt !== undefined) return undefined;
  }
  return "above";
}
