/** One bar, as the naive engines read it. */
export interface NaiveBar {
  /** Open time, UTC milliseconds. */
  readonly ts: number;
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** One trade as the naive engines see it. Exit fields are null while it is open at the end. */
export interface NaiveTrade {
  readonly entryIndex: number;
  readonly entryPrice: number;
  readonly exitIndex: number | null;
  readonly exitPrice: number | null;
  readonly exitReason: "signal" | "stop" | "target" | null;
  /** Marked at the last close while open. */
  readonly pnl: number;
  readonly mae: number;
  readonly mfe: number;
}

/** Which bars to trade: indices of the given array, both inclusive. Indicators use all bars before as well. */
export interface NaiveRange {
  readonly first: number;
  readonly last: number;
}
