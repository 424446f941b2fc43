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

const NO_ROW = -1;

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
  const { high, low, close } = bars;
  const [favorable, adverse] = direction === 1 ? [high, low] : [low, high];
  const end = exit?.row ?? lastRow;
  const partialEntry = entry.moment === "open" ? NO_ROW : entry.row;
  const partialExit = exit === undefined || exit.moment === "close" ? NO_ROW : exit.row;
  const exitPrice = exit === undefined ? price : direction * exit.price;
  // Numbers rather than objects inside the loop: it runs over every bar held.
  let gMfe = 0;
  let gMfeRow = entry.row;
  let mae = 0;
  let maeRow = entry.row;
  let mfe = 0;
  let mfeRow = entry.row;
  let maeLv1 = 0;
  let maeLv1Row = entry.row;
  let mhl = 0;
  let mhlRow = entry.row;
  let extreme = price;

  for (let row = entry.row; row <= end; row++) {
    let best = direction * favorable[row]!;
    let worst = direction * adverse[row]!;
    if (row === partialExit) best = worst = exitPrice;
    else if (row === partialEntry) best = worst = direction * close[row]!;
    if (best - price > gMfe) {
      gMfe = best - price;
      gMfeRow = row;
      maeLv1 = mae;
      maeLv1Row = maeRow;
    }
    if (price - worst > mae) {
      mae = price - worst;
      maeRow = row;
    }
    if (maeRow === row) {
      mfe = gMfe;
      mfeRow = gMfeRow;
    }
    if (extreme - worst > mhl) {
      mhl = extreme - worst;
      mhlRow = row;
    }
    if (best > extreme) extreme = best;
  }
  return {
    gMfe: { value: gMfe, row: gMfeRow },
    mae: { value: mae, row: maeRow },
    mfe: { value: mfe, row: mfeRow },
    maeLv1: { value: maeLv1, row: maeLv1Row },
    mhl: { value: mhl, row: mhlRow },
  };
}
