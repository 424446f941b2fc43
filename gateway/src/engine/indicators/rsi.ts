import { wilder } from "./recursive.ts";
import { type Series, SeriesBuilder } from "./series.ts";

/**
 * Relative strength index, 0 to 100: Wilder's average gain as a share of average gain plus average loss.
 * First value at bar `period` + 1. 50 where price has not moved, 100 where there were gains only. (Wilder 1978.)
 */
export function rsi(input: Series, period: number): Series {
  const length = input.values.length;
  const gains = new SeriesBuilder(length);
  const losses = new SeriesBuilder(length);
  for (let row = 1; row < length; row++) {
    const change = input.values[row]! - input.values[row - 1]!;
    gains.set(row, Math.max(change, 0));
    losses.set(row, Math.max(-change, 0));
  }
  const gain = wilder(gains.done(), period);
  const loss = wilder(losses.done(), period);
  const result = new SeriesBuilder(length);
  for (let row = period; row < length; row++) result.set(row, strength(gain.values[row]!, loss.values[row]!));
  return result.done();
}

function strength(gain: number, loss: number): number {
  if (loss === 0) return gain === 0 ? 50 : 100;
  return Math.min(100, (100 * gain) / (gain + loss));
}
