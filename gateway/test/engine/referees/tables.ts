import { readFileSync } from "node:fs";

export type Referee = "vectorbt" | "backtestingpy";

/** One trade. Dates are the bars' days; the exit is empty while the trade is open, then `pnl` is marked at the last close. */
export interface RefereeTrade {
  readonly entryDate: string;
  readonly entryPrice: number;
  readonly exitDate: string | null;
  readonly exitPrice: number | null;
  readonly exitReason: string | null;
  readonly pnl: number;
}

/** The trades a referee gave for a strategy on one side, by entry; prices are its doubles, in full. */
export function tableOf(referee: Referee, strategy: string, side: "long" | "short"): RefereeTrade[] {
  const file = new URL(`data/${referee}_${strategy}_${side}.csv`, import.meta.url);
  const [, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((line) => {
    const [entryDate, entryPrice, exitDate, exitPrice, exitReason, pnl] = line.split(",");
    return {
      entryDate: entryDate!,
      entryPrice: Number(entryPrice),
      exitDate: exitDate || null,
      exitPrice: exitPrice ? Number(exitPrice) : null,
      exitReason: exitReason || null,
      pnl: Number(pnl),
    };
  });
}
