import type { Direction, Moment, TriggerPlan } from "../plan.ts";
import type { DirectedBar } from "./bar.ts";
import { isAtOpen, isReachedBefore, isTouched, type Kind, kindOf } from "./level.ts";

/** What one trigger asks for on the row last read. */
export interface Order {
  readonly trigger: TriggerPlan;
  readonly kind: Kind;
  /** Directed price; NaN while the trigger does not fire. */
  price: number;
  /** When the bar last met fills it; undefined when it does not. */
  fillsAt: Moment | undefined;
}

/**
 * The orders of one side of a blueprint, by priority, then list order: of equals the first wins.
 * Read a row, let a bar meet it, then ask. No closures here or in what uses it bar by bar: they are what would cost.
 */
export class OrderBook {
  readonly orders: readonly Order[];
  readonly #direction: Direction;

  constructor(triggers: readonly TriggerPlan[], direction: Direction) {
    this.#direction = direction;
    this.orders = [...triggers]
      .sort((a, b) => a.priority - b.priority)
      .map((trigger) => ({ trigger, kind: kindOf(trigger.order), price: Number.NaN, fillsAt: undefined }));
  }

  /**
   * Evaluates every trigger on a row: it fires when all its conditions hold and its price is finite. Returns whether
   * any fires.
   */
  read(row: number): boolean {
    let any = false;
    for (const order of this.orders) {
      const price = order.trigger.conditionsHold(row) ? order.trigger.priceAt(row) : Number.NaN;
      const fires = Number.isFinite(price);
      order.price = fires ? this.#direction * price : Number.NaN;
      order.fillsAt = undefined;
      any ||= fires;
    }
    return any;
  }

  /** Finds out which of the firing orders the bar fills, and when. */
  meet(bar: DirectedBar): void {
    for (const order of this.orders) order.fillsAt = fillMoment(order, bar);
  }

  /** The first order that fills, at a given moment or at any. */
  first(moment?: Moment): Order | undefined {
    for (const order of this.orders) {
      if (order.fillsAt !== undefined && (moment === undefined || order.fillsAt === moment)) return order;
    }
    return undefined;
  }

  /** Of the orders of a kind that fill inside the bar, the one whose level price reaches first from the open. */
  firstReached(kind: Kind): Order | undefined {
    let best: Order | undefined;
    for (const order of this.orders) {
      if (order.kind !== kind || order.fillsAt !== "inside") continue;
      if (best === undefined || isReachedBefore(kind, order.price, best.price)) best = order;
    }
    return best;
  }

  /** Of the firing orders of a kind, filled or not, the one whose level price would reach first. */
  nearest(kind: Kind): Order | undefined {
    let best: Order | undefined;
    for (const order of this.orders) {
      if (order.kind !== kind || Number.isNaN(order.price)) continue;
      if (best === undefined || isReachedBefore(kind, order.price, best.price)) best = order;
    }
    return best;
  }

  /** The first signal that fires, filled or not. */
  firstSignal(): Order | undefined {
    for (const order of this.orders) {
      if (order.kind === "signal" && !Number.isNaN(order.price)) return order;
    }
    return undefined;
  }
}

/** Comparisons with NaN are false: what does not fire does not fill. */
function fillMoment({ kind, price, trigger }: Order, bar: DirectedBar): Moment | undefined {
  if (kind === "signal") return bar.contains(price) ? trigger.moment : undefined;
  if (isAtOpen(kind, price, bar)) return "open";
  return isTouched(kind, price, bar) ? "inside" : undefined;
}
