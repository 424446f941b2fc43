import type { Bars } from "../bars.ts";
import type { NumberFrameColumn } from "../frame.ts";

/** Rows `from <= row < to` of some bars, without copying. */
export function barRows(bars: Bars, from: number, to: number): Bars {
  const rows = (column: Float64Array) => column.subarray(from, to);
  return {
    length: to - from,
    ts: rows(bars.ts),
    open: rows(bars.open),
    high: rows(bars.high),
    low: rows(bars.low),
    close: rows(bars.close),
    volume: rows(bars.volume),
  };
}

/** `ts`, `open`, `high`, `low`, `close` and `volume`. */
export function barColumns(bars: Bars): readonly NumberFrameColumn[] {
  const prices = (["open", "high", "low", "close", "volume"] as const).map(
    (name): NumberFrameColumn => ({ name, dtype: "Float64", values: bars[name], nulls: undefined }),
  );
  return [{ name: "ts", dtype: "DatetimeMs", values: bars.ts, nulls: undefined }, ...prices];
}
