import type { ExprNode } from "../../expr/index.ts";
import { OrderStrategy } from "../../generated/enums.ts";

/** When within a bar an order acts. */
export type Moment = "open" | "inside" | "close";

/**
 * Times are counted from the bar on which an order acts: an even number 2n is the open of the bar n bars later, 2n + 1
 * its close. 0 is the bar's own open, 1 its own close, -1 the close before.
 */
export const OPEN = 0;
export const CLOSE = 1;
/** Never known within the bars that a backtest has seen. */
export const NEVER = Number.POSITIVE_INFINITY;

const signals: ReadonlySet<OrderStrategy> = /* @__PURE__ */ new Set([
  OrderStrategy.IMMEDIATE_ENTRY,
  OrderStrategy.IMMEDIATE_EXIT,
  OrderStrategy.TIMEOUT_EXIT,
]);

/** Whether an order takes its price at its moment; the others wait for their price as a level. */
export function isSignal(order: OrderStrategy): boolean {
  return signals.has(order);
}

/**
 * When an order acts: a signal priced at the column `open` or `close` itself at that moment, at any other price inside
 * the bar. A level works from the open on, whatever it is made of.
 */
export function momentOf(order: OrderStrategy, price: ExprNode): Moment {
  if (!isSignal(order)) return "inside";
  if (price.kind === "alias") return momentOf(order, price.input);
  if (price.kind === "column" && (price.name === "open" || price.name === "close")) return price.name;
  return "inside";
}

/** The last time at which what decides an order may become known. Nobody knows when inside a bar a price comes. */
export function deadline(moment: Moment): number {
  return moment === "close" ? CLOSE : OPEN;
}

const order: Readonly<Record<Moment, number>> = { open: 0, inside: 1, close: 2 };

/** A bar runs open, inside, close. */
export function isBefore(a: Moment, b: Moment): boolean {
  return order[a] < order[b];
}

/** `at the open`. */
export function momentText(moment: Moment): string {
  return moment === "inside" ? "inside the bar" : `at the ${moment}`;
}
