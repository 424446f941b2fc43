import type { Bars } from "../bars.ts";
import type { Direction } from "../plan.ts";
import type { Fill } from "./fill.ts";

/** A magnitude in price units, never negative, and the first row on which it was reached. */
export interface Excursion {
  readonly value: number;
  readonly row: number;
}

/**
 * How far price ran for and against a position, from its entry price. "Nothing" is 0 on the entry bar.
 */
export interface Excursions {
  /** Largest favourable excursion of the whole holding. */
  readonly gMfe: Excursion;
  /** Largest adverse excursion of the whole holding. */
  readonly mae: Excursion;
  /** Largest favourable excursion up to and including the bar of `mae`. */
  readonly mfe: Excursion;
  /** Largest adverse excursion before the bar of `gMfe`. */
  readonly maeLv1: Excursion;
  /** Largest give-back: from the favourable extreme of strictly earlier bars, or the entry price, to an adverse price. */
  readonly mhl: Excursion;
}

/**
 * Measures over what was surely seen in the position. The entry bar counts whole after a fill at its open, else only
 * its close; the exit bar whole only after an exit at its close, else only the exit price; `lastRow` ends a position
 * that is still open.
 */
export function measureExcursions(
  bars: Bars,
  direction: Direction,
  entry: Fill,
  exit: Fill | undefined,
  lastRow: number,
): Excursions {
  const price = direction * entry.price;
  const nothing: Excursion = { value: 0, row: entry.row };
  let gMfe = nothing;
  let mae = nothing;
  let mfe = nothing;
  let maeLv1 = nothing;
  let mhl = nothing;
  let extreme = price;

  for (let row = entry.row; row <= (exit?.row ?? lastRow); row++) {
    let best = direction * (direction === 1 ? bars.high[row]! : bars.low[row]!);
    let worst = direction * (direction === 1 ? bars.low[row]! : bars.high[row]!);
    if (exit !== undefined && row === exit.row && exit.moment !== "close") {
      best = worst = direction * exit.price;
    } else if (row === entry.row && entry.moment !== "open") {
      best = worst = direction * bars.close[row]!;
    }
    if (best - price > gMfe.value) {
      gMfe = { value: best - price, row };
      maeLv1 = mae;
    }
    if (price - worst > mae.value) mae = { value: price - worst, row };
    if (mae.row === row) mfe = gMfe;
    if (extreme - worst > mhl.value) mhl = { value: extreme - worst, row };
    if (best > extreme) extreme = best;
  }
  return { gMfe, mae, mfe, maeLv1, mhl };
}
