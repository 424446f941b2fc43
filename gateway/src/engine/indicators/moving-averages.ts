import { smooth, wilder } from "./recursive.ts";
import type { Series } from "./series.ts";

export { rollingMean as sma } from "./mean.ts";
export { wma } from "./wma.ts";

/** Exponential moving average, alpha 2 / (period + 1), seeded with the mean of the first `period` values. */
export function ema(input: Series, period: number): Series {
  return smooth(input, period, 2 / (period + 1));
}

/** Smoothed moving average (Wilder's), alpha 1 / period, seeded with the mean of the first `period` values. */
export function smma(input: Series, period: number): Series {
  return wilder(input, period);
}
