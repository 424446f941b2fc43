import type { Bars } from "../bars.ts";
import type { ContextRows, EngineOptions } from "../plan.ts";
import type { Fill } from "./fill.ts";

/**
 * Records a position on the rows of its context, from the entry bar to the exit bar. Row i is written before a
 * trigger reads it, and its extremes come from the entry price and the bars up to i-1: a level that trails them
 * never uses the bar on which it is tested.
 */
export class ContextWriter {
  readonly #rows: ContextRows;
  readonly #bars: Bars;
  readonly #countsEntryBar: boolean;
  #entryRow = 0;
  #entryPrice = 0;
  #wholeEntryBar = false;
  #highest = 0;
  #lowest = 0;

  constructor(rows: ContextRows, bars: Bars, options: EngineOptions) {
    const { entryPrice, barsSinceEntry, highestSinceEntry, lowestSinceEntry, inPosition } = rows;
    this.#rows = { entryPrice, barsSinceEntry, highestSinceEntry, lowestSinceEntry, inPosition };
    this.#bars = bars;
    this.#countsEntryBar = options.entryBarExits === "certain";
  }

  /** Writes the entry bar's row. */
  enter(fill: Fill): void {
    this.#entryRow = fill.row;
    this.#entryPrice = fill.price;
    this.#wholeEntryBar = fill.moment === "open";
    this.#highest = fill.price;
    this.#lowest = fill.price;
    this.#write(fill.row);
  }

  /** Writes the row of the next bar held. */
  carry(row: number): void {
    const before = row - 1;
    if (before > this.#entryRow || (this.#countsEntryBar && this.#wholeEntryBar)) {
      this.#see(this.#bars.high[before]!, this.#bars.low[before]!);
    } else if (this.#countsEntryBar) {
      this.#see(this.#bars.close[before]!, this.#bars.close[before]!);
    }
    this.#write(row);
  }

  #see(high: number, low: number): void {
    if (high > this.#highest) this.#highest = high;
    if (low < this.#lowest) this.#lowest = low;
  }

  #write(row: number): void {
    const rows = this.#rows;
    rows.entryPrice[row] = this.#entryPrice;
    rows.barsSinceEntry[row] = row - this.#entryRow;
    rows.highestSinceEntry[row] = this.#highest;
    rows.lowestSinceEntry[row] = this.#lowest;
    rows.inPosition[row] = 1;
  }
}
