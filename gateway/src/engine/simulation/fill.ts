import { type Direction, type Moment, OrderCode } from "../plan.ts";
import type { DirectedBar } from "./bar.ts";
import type { Order } from "./orders.ts";

/** Where a position was entered or left. */
export interface Fill {
  readonly row: number;
  readonly moment: Moment;
  /** The price paid or received, slippage included. */
  readonly price: number;
  /** The kind of order that filled; null for a position closed because the data ends. */
  readonly order: OrderCode | null;
  /** The bar opened strictly beyond the order's level. */
  readonly gapFilled: boolean;
}

/** An order that the current bar fills, before slippage. */
export interface Execution {
  readonly order: OrderCode;
  readonly moment: Moment;
  /** Directed price. */
  readonly price: number;
  readonly gapFilled: boolean;
}

/** The execution of an order that the bar fills: a level at or through the open at the open, else at its price. */
export function execute({ trigger, kind, price, fillsAt }: Order, bar: DirectedBar): Execution {
  const atOpen = kind !== "signal" && fillsAt === "open";
  return {
    order: trigger.order,
    moment: fillsAt ?? trigger.moment,
    price: atOpen ? bar.open : price,
    gapFilled: atOpen && price !== bar.open,
  };
}

/** Entry slippage moves the price up for a long, down for a short; limits have none. */
export function entryFill(execution: Execution, row: number, direction: Direction, slippage: number): Fill {
  return fillOf(execution, row, direction, slippage);
}

/** Exit slippage moves the price down for a long, up for a short; targets have none. */
export function exitFill(execution: Execution, row: number, direction: Direction, slippage: number): Fill {
  return fillOf(execution, row, direction, -slippage);
}

function fillOf(execution: Execution, row: number, direction: Direction, shift: number): Fill {
  const { order, moment, gapFilled } = execution;
  const price = isMarketLike(order) ? execution.price + shift : execution.price;
  return { row, moment, price: direction * price, order, gapFilled };
}

function isMarketLike(order: OrderCode): boolean {
  return order !== OrderCode.FavorableDelayEntry && order !== OrderCode.TakeProfit;
}
