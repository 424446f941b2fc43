import type { Bars } from "./bars.ts";
import type { Calendar } from "./calendar/calendar.ts";
import { type Freq, isFiner } from "./calendar/freq.ts";

/** Bars of one frequency made from a stored series. */
export interface BinnedBars {
  readonly bars: Bars;
  /**
   * Number of leading bars that are complete: `bars.length`, or one less when the stored data end inside the last
   * bin. Only the last bar can be incomplete.
   */
  readonly completeLength: number;
}

/** Says why one frequency cannot be made from another; undefined when it can. */
export function resampleProblem(stored: Freq, wanted: Freq): string | undefined {
  if (isFiner(wanted, stored)) {
    return `bars of ${wanted} cannot be made from stored bars of ${stored}; use ${stored} or a coarser frequency, or import finer data`;
  }
  if (stored === "1W" && wanted === "1M") {
    return "bars of 1M cannot be made from stored bars of 1W, because a week may lie in two months; import daily or finer data";
  }
  return undefined;
}

/**
 * Stored bars gathered into the bins of a coarser frequency: first open, highest high, lowest low, last close, summed
 * volume, labelled by the bin's start. A bin without a stored bar gives no bar. At the stored frequency the bars are
 * returned as they are, whatever their labels.
 * @throws RangeError when the frequency cannot be made (see `resampleProblem`).
 */
export function resample(stored: Bars, storedFreq: Freq, calendar: Calendar, freq: Freq): BinnedBars {
  const problem = resampleProblem(storedFreq, freq);
  if (problem !== undefined) throw new RangeError(problem);
  if (freq === storedFreq || stored.length === 0) return { bars: stored, completeLength: stored.length };

  const { length, starts, lastEnd } = binStarts(stored.ts, calendar, freq);
  const bars: Bars = {
    length,
    ts: new Float64Array(length),
    open: new Float64Array(length),
    high: new Float64Array(length),
    low: new Float64Array(length),
    close: new Float64Array(length),
    volume: new Float64Array(length),
  };
  for (let bin = 0; bin < length; bin++) {
    const from = starts.rows[bin]!;
    const to = bin + 1 < length ? starts.rows[bin + 1]! : stored.length;
    let high = stored.high[from]!;
    let low = stored.low[from]!;
    let volume = stored.volume[from]!;
    for (let row = from + 1; row < to; row++) {
      high = Math.max(high, stored.high[row]!);
      low = Math.min(low, stored.low[row]!);
      volume += stored.volume[row]!;
    }
    bars.ts[bin] = starts.labels[bin]!;
    bars.open[bin] = stored.open[from]!;
    bars.high[bin] = high;
    bars.low[bin] = low;
    bars.close[bin] = stored.close[to - 1]!;
    bars.volume[bin] = volume;
  }
  const dataEnd = calendar.binAt(storedFreq, stored.ts[stored.length - 1]!).end;
  return { bars, completeLength: dataEnd >= lastEnd ? length : length - 1 };
}

interface BinStarts {
  readonly length: number;
  readonly starts: { readonly rows: readonly number[]; readonly labels: readonly number[] };
  /** End of the last bin. */
  readonly lastEnd: number;
}

function binStarts(ts: Float64Array, calendar: Calendar, freq: Freq): BinStarts {
  const rows: number[] = [];
  const labels: number[] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < ts.length; row++) {
    if (ts[row]! < end) continue;
    const bin = calendar.binAt(freq, ts[row]!);
    rows.push(row);
    labels.push(bin.start);
    end = bin.end;
  }
  return { length: rows.length, starts: { rows, labels }, lastEnd: end };
}

/** The first `length` bars, without copying. */
export function firstBars(bars: Bars, length: number): Bars {
  if (length === bars.length) return bars;
  return {
    length,
    ts: bars.ts.subarray(0, length),
    open: bars.open.subarray(0, length),
    high: bars.high.subarray(0, length),
    low: bars.low.subarray(0, length),
    close: bars.close.subarray(0, length),
    volume: bars.volume.subarray(0, length),
  };
}
