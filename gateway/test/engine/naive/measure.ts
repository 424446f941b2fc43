import type { NaiveBar, NaiveRange, NaiveTrade } from "./trade.ts";

export interface NaiveExit {
  readonly index: number;
  readonly price: number;
  readonly reason: "signal" | "stop" | "target";
}

/**
 * Measures a position entered at the open of a bar; `exit` is null while it is open at the end of the range. Its bars
 * count whole up to the one before the exit; of the exit bar, left at its open or somewhere inside, only the exit
 * price was surely seen.
 */
export function measure(
  bars: readonly NaiveBar[],
  direction: "long" | "short",
  range: NaiveRange,
  entryIndex: number,
  exit: NaiveExit | null,
): NaiveTrade {
  const long = direction === "long";
  const entryPrice = bars[entryIndex]!.open;

  const seen: { high: number; low: number }[] = [];
  for (let i = entryIndex; i <= (exit === null ? range.last : exit.index); i++) {
    if (exit !== null && i === exit.index) seen.push({ high: exit.price, low: exit.price });
    else seen.push({ high: bars[i]!.high, low: bars[i]!.low });
  }

  let mae = 0;
  let worst = 0;
  for (let k = 0; k < seen.length; k++) {
    const against = long ? entryPrice - seen[k]!.low : seen[k]!.high - entryPrice;
    if (against > mae) {
      mae = against;
      worst = k;
    }
  }
  let mfe = 0;
  for (let k = 0; k <= worst; k++) {
    const inFavour = long ? seen[k]!.high - entryPrice : entryPrice - seen[k]!.low;
    if (inFavour > mfe) mfe = inFavour;
  }

  const last = exit === null ? bars[range.last]!.close : exit.price;
  return {
    entryIndex: entryIndex - range.first,
    entryPrice,
    exitIndex: exit === null ? null : exit.index - range.first,
    exitPrice: exit === null ? null : exit.price,
    exitReason: exit === null ? null : exit.reason,
    pnl: long ? last - entryPrice : entryPrice - last,
    mae,
    mfe,
  };
}
