import type { Bars } from "../bars.ts";
import type { Direction, Moment } from "../plan.ts";

/**
 * One bar as a long position sees it. For a short every price is negated and high and low change places, so each
 * rule is written once, for a long. Negation of a double is exact: nothing is lost on the way there and back.
 */
export class DirectedBar {
  readonly direction: Direction;
  readonly #bars: Bars;
  open = 0;
  high = 0;
  low = 0;
  close = 0;

  constructor(bars: Bars, direction: Direction) {
    this.#bars = bars;
    this.direction = direction;
  }

  read(row: number): void {
    const { open, high, low, close } = this.#bars;
    if (this.direction === 1) {
      this.open = open[row]!;
      this.high = high[row]!;
      this.low = low[row]!;
      this.close = close[row]!;
    } else {
      this.open = -open[row]!;
      this.high = -low[row]!;
      this.low = -high[row]!;
      this.close = -close[row]!;
    }
  }

  contains(price: number): boolean {
    return price >= this.low && price <= this.high;
  }
}

const order: Readonly<Record<Moment, number>> = { open: 0, inside: 1, close: 2 };

/** A bar runs open < inside < close. */
export function isBefore(a: Moment, b: Moment): boolean {
  return order[a] < order[b];
}
