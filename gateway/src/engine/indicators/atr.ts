import type { Bars } from "../bars.ts";
import { trueRange } from "./range.ts";
import { wilder } from "./recursive.ts";
import type { Series } from "./series.ts";

/** Average true range by Wilder's smoothing, in price units; first value at bar `period`. (Wilder 1978.) */
export function atr(bars: Bars, period: number): Series {
  return wilder({ values: trueRange(bars), nulls: undefined }, period);
}
