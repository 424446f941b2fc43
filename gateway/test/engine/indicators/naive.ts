import type { Bars } from "../../../src/engine/bars.ts";

/**
 * The indicators once more, from their definitions, window by window and without any sharing of work: what the
 * kernels are compared with. `null` is a missing value.
 */
export type Cells = (number | null)[];

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** Applies a function to every full window without a null. */
function overWindows(input: Cells, period: number, fn: (window: number[]) => number | null): Cells {
  return input.map((_, row) => {
    const window = input.slice(Math.max(0, row - period + 1), row + 1);
    const defined = window.filter((value) => value !== null);
    return defined.length === period ? fn(defined) : null;
  });
}

export function sma(input: Cells, period: number): Cells {
  return overWindows(input, period, mean);
}

export function wma(input: Cells, period: number): Cells {
  const weights = Array.from({ length: period }, (_, i) => i + 1);
  return overWindows(
    input,
    period,
    (window) => sum(window.map((value, i) => value * weights[i]!)) / sum(weights),
  );
}

export function deviation(input: Cells, period: number): Cells {
  return overWindows(input, period, (window) => {
    const center = mean(window);
    return Math.sqrt(mean(window.map((value) => (value - center) ** 2)));
  });
}

export function quantile(input: Cells, period: number, share: number): Cells {
  return overWindows(
    input,
    period,
    (window) => window.sort((a, b) => a - b)[Math.round((period - 1) * share)]!,
  );
}

/** Each value a weighted mean of the value before and the input; the first is the mean of `period` inputs. */
export function smoothed(input: Cells, period: number, alpha: number): Cells {
  const seen: number[] = [];
  let last: number | undefined;
  return input.map((value) => {
    if (value === null) return null;
    seen.push(value);
    if (seen.length < period) return null;
    last = last === undefined ? mean(seen) : (1 - alpha) * last + alpha * value;
    return last;
  });
}

export const ema = (input: Cells, period: number): Cells => smoothed(input, period, 2 / (period + 1));
export const wilder = (input: Cells, period: number): Cells => smoothed(input, period, 1 / period);

export function trueRange({ high, low, close }: Bars): Cells {
  return Array.from(high, (_, row) => {
    const previous = close[row - 1];
    const top = previous === undefined ? high[row]! : Math.max(high[row]!, previous);
    const bottom = previous === undefined ? low[row]! : Math.min(low[row]!, previous);
    return top - bottom;
  });
}

export function rsi(input: readonly number[], period: number): Cells {
  const changes = input.map((value, row) => (row === 0 ? null : value - input[row - 1]!));
  const gain = wilder(
    changes.map((change) => change && Math.max(change, 0)),
    period,
  );
  const loss = wilder(
    changes.map((change) => change && Math.max(-change, 0)),
    period,
  );
  return gain.map((up, row) => {
    const down = loss[row]!;
    if (up === null || down === null) return null;
    return up + down === 0 ? 50 : 100 - 100 / (1 + up / down);
  });
}

export function adx(bars: Bars, period: number): { adx: Cells; plusDi: Cells; minusDi: Cells } {
  const rows = Array.from(bars.ts.keys());
  const moves = rows.map((row) => ({
    up: bars.high[row]! - bars.high[row - 1]!,
    down: bars.low[row - 1]! - bars.low[row]!,
  }));
  const plus = moves.map(({ up, down }, row) => (row === 0 ? null : up > down ? Math.max(up, 0) : 0));
  const minus = moves.map(({ up, down }, row) => (row === 0 ? null : down > up ? Math.max(down, 0) : 0));
  const range = wilder(
    trueRange(bars).map((value, row) => (row === 0 ? null : value)),
    period,
  );
  const share = (part: Cells): Cells =>
    wilder(part, period).map((value, row) => {
      const whole = range[row]!;
      return value === null || whole === null ? null : whole === 0 ? 0 : (value / whole) * 100;
    });
  const plusDi = share(plus);
  const minusDi = share(minus);
  const dx = plusDi.map((p, row) => {
    const m = minusDi[row]!;
    return p === null || m === null ? null : p + m === 0 ? 0 : (Math.abs(p - m) / (p + m)) * 100;
  });
  return { adx: wilder(dx, period), plusDi, minusDi };
}

export function cci({ high, low, close }: Bars, period: number): Cells {
  const typical = Array.from(high, (_, row) => (high[row]! + low[row]! + close[row]!) / 3);
  return overWindows(typical, period, (window) => {
    if (Math.max(...window) === Math.min(...window)) return 0;
    const center = mean(window);
    return (window.at(-1)! - center) / (0.015 * mean(window.map((value) => Math.abs(value - center))));
  });
}

export function stochasticK({ high, low, close }: Bars, period: number): Cells {
  return Array.from(close, (price, row) => {
    if (row < period - 1) return null;
    const highest = Math.max(...high.slice(row - period + 1, row + 1));
    const lowest = Math.min(...low.slice(row - period + 1, row + 1));
    return highest === lowest ? 50 : ((price - lowest) / (highest - lowest)) * 100;
  });
}

export function bollinger(
  input: Cells,
  period: number,
  deviations: number,
): Record<"upper" | "middle" | "lower" | "bandwidth", Cells> {
  const middle = sma(input, period);
  const width = deviation(input, period);
  const at = (side: number): Cells =>
    middle.map((center, row) => (center === null ? null : center + side * deviations * width[row]!));
  const bandwidth = middle.map((center, row) =>
    center === null || center === 0 ? null : (2 * deviations * width[row]!) / center,
  );
  return { upper: at(1), middle, lower: at(-1), bandwidth };
}

/** The bands bar by bar, each rule after its number in the contract. */
export function superTrend(
  { high, low, close }: Bars,
  volatility: Cells,
  multiplier: number,
): Record<"direction" | "supertrend" | "long" | "short", Cells> {
  let before: { upper: number; lower: number; close: number; direction: number } | undefined;
  const bars = volatility.map((v, row) => {
    if (v === null) return null;
    const middle = (high[row]! + low[row]!) / 2;
    let upper = middle + multiplier * v;
    let lower = middle - multiplier * v;
    let direction = 1;
    if (before !== undefined) {
      // 2 and 3: a band that would move away stays, unless the close before has crossed it.
      if (!(upper < before.upper || before.close > before.upper)) upper = before.upper;
      if (!(lower > before.lower || before.close < before.lower)) lower = before.lower;
      // 4
      direction = before.direction;
      if (close[row]! > before.upper) direction = 1;
      else if (close[row]! < before.lower) direction = -1;
      // 5
      if (direction !== before.direction) {
        if (direction === 1 && lower < before.lower) lower = before.lower;
        if (direction === -1 && upper > before.upper) upper = before.upper;
      }
    }
    before = { upper, lower, close: close[row]!, direction };
    return before;
  });
  // 6
  const long = bars.map((bar) => (bar?.direction === 1 ? bar.lower : null));
  const short = bars.map((bar) => (bar?.direction === -1 ? bar.upper : null));
  return {
    direction: bars.map((bar) => bar?.direction ?? null),
    supertrend: long.map((line, row) => line ?? short[row]!),
    long,
    short,
  };
}
