import type { PathBar, PathFill, Side } from "./model.ts";

export interface PathExcursion {
  readonly value: number;
  readonly row: number;
}

export interface PathExcursions {
  readonly gMfe: PathExcursion;
  readonly mae: PathExcursion;
  readonly mfe: PathExcursion;
  readonly maeLv1: PathExcursion;
  readonly mhl: PathExcursion;
}

/** How far a position ran each way: every measure looked up from scratch in the list of what was seen of its bars. */
export function excursionsOf(
  bars: readonly PathBar[],
  side: Side,
  entry: PathFill,
  exit: PathFill | undefined,
): PathExcursions {
  const seen: { row: number; high: number; low: number }[] = [];
  for (let row = entry.row; row <= (exit?.row ?? bars.length - 1); row++) {
    const { high, low, close } = bars[row]!;
    if (exit !== undefined && row === exit.row && exit.moment !== "close") {
      seen.push({ row, high: exit.price, low: exit.price });
    } else if (row === entry.row && entry.moment !== "open") {
      seen.push({ row, high: close, low: close });
    } else {
      seen.push({ row, high, low });
    }
  }

  const gain = (from: number, to: number): number => (side === "long" ? to - from : from - to);
  const favorable = seen.map(({ row, high, low }) => {
    return { row, value: gain(entry.price, side === "long" ? high : low) };
  });
  const adverse = seen.map(({ row, high, low }) => {
    return { row, value: gain(side === "long" ? low : high, entry.price) };
  });
  const giveBack = seen.map(({ row, high, low }, at) => {
    const before = seen.slice(0, at).flatMap((bar) => [bar.high, bar.low]);
    const extreme = (side === "long" ? Math.max : Math.min)(entry.price, ...before);
    return { row, value: gain(side === "long" ? low : high, extreme) };
  });

  const largest = (values: readonly PathExcursion[]): PathExcursion => {
    const value = Math.max(0, ...values.map((excursion) => excursion.value));
    if (value === 0) return { value: 0, row: entry.row };
    return { value, row: values.find((excursion) => excursion.value === value)!.row };
  };
  const gMfe = largest(favorable);
  const mae = largest(adverse);
  return {
    gMfe,
    mae,
    mfe: largest(favorable.filter(({ row }) => row <= mae.row)),
    maeLv1: largest(adverse.filter(({ row }) => row < gMfe.row)),
    mhl: largest(giveBack),
  };
}
