/** Bars as columns: row i of every array is one bar. Arrays may lie on a SharedArrayBuffer and are never written to. */
export interface Bars {
  readonly length: number;
  /** Open time of the bar, UTC milliseconds, strictly increasing. */
  readonly ts: Float64Array;
  readonly open: Float64Array;
  readonly high: Float64Array;
  readonly low: Float64Array;
  readonly close: Float64Array;
  readonly volume: Float64Array;
}

/** Trading costs of an instrument, in price units or as a share of price; all default to 0. */
export interface Costs {
  /** Commission per side as a share of the fill price. */
  readonly commissionRate: number;
  /** Commission per side in price units. */
  readonly commissionFixed: number;
  /** Price units against you on market-like fills; never on limits and targets. */
  readonly slippage: number;
}

/** One stored series and what is needed to read its clock. */
export interface MarketSeries {
  readonly symbol: string;
  /** Database id, as the contract's `instrument_id`. */
  readonly instrumentId: number;
  /** Wire value of the frequency at which the bars are stored, for example `1D`. */
  readonly freq: string;
  /** IANA zone of session days; `UTC` by default. */
  readonly timeZone: string;
  /** Local time `HH:MM` at which a session day starts; `00:00` by default. */
  readonly sessionStart: string;
  readonly costs: Costs;
  readonly bars: Bars;
}

/** The series the engine may read, by symbol. Pure data: whoever calls the engine has loaded it. */
export interface MarketData {
  series(symbol: string): MarketSeries | undefined;
}
