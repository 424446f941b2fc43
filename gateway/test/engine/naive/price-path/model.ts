import type { PathExcursions } from "./excursions.ts";

/** A strategy and its trades as the price-path simulator knows them. Prices are real ones, for a short as well. */

export type Side = "long" | "short";
export type Policy = "pessimistic" | "path" | "optimistic";

/** A bar runs open, inside, close; the place of an order in it. */
export const moments = ["open", "inside", "close"] as const;
export type Moment = (typeof moments)[number];

export type EntryName = "ImmediateEntry" | "FavorableDelayEntry" | "AdverseDelayEntry";
export type ExitName =
  | "ImmediateExit"
  | "StopLoss"
  | "TakeProfit"
  | "TrailingStop"
  | "Breakeven"
  | "TimeoutExit";
export type OrderName = EntryName | ExitName;

export interface PathBar {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
}

/** What a position shows to the triggers, row by row. Rows outside it have `inPosition` 0. */
export interface PositionRows {
  readonly entryPrice: Float64Array;
  readonly barsSinceEntry: Float64Array;
  readonly highestSinceEntry: Float64Array;
  readonly lowestSinceEntry: Float64Array;
  readonly inPosition: Uint8Array;
}

export interface PathOrder {
  readonly name: OrderName;
  readonly priority: number;
  /** When a signal acts. A level acts when price reaches it. */
  readonly moment: Moment;
  /** The price it asks for on a row; null when it does not fire. */
  readonly ask: (row: number, own: PositionRows, base: PositionRows) => number | null;
}

export interface PathBlueprint {
  readonly entries: readonly PathOrder[];
  readonly exits: readonly PathOrder[];
}

export interface PathStrategy {
  readonly bars: readonly PathBar[];
  readonly side: Side;
  /** First bar that may trade. */
  readonly firstRow: number;
  /** Where both signals meet on a bar of the base: true drops the exit, false the entry. */
  readonly entryFirst: boolean;
  readonly slippage: number;
  readonly base: PathBlueprint;
  readonly advanced: readonly PathBlueprint[];
}

export interface PathOptions {
  readonly intrabar: Policy;
  readonly entryBarExits: "certain" | "none";
  readonly stopsBeforeSignals: boolean;
  readonly endOfData: "open" | "close";
}

export interface PathFill {
  readonly row: number;
  readonly moment: Moment;
  /** With slippage. */
  readonly price: number;
  /** Null for a position closed because the data ends. */
  readonly order: OrderName | null;
  readonly gapFilled: boolean;
}

export interface PathLevel {
  readonly price: number;
  readonly order: OrderName;
}

/** What the orders of one side of a blueprint ask for on one row. */
export interface PathLevels {
  readonly favorable: PathLevel | undefined;
  readonly adverse: PathLevel | undefined;
  readonly neutral: OrderName | undefined;
}

export interface PathTrade {
  readonly entry: PathFill;
  readonly exit: PathFill | undefined;
  readonly baseEntry: PathFill;
  readonly entryHypos: PathLevels;
  readonly exitHypos: PathLevels;
  readonly excursions: PathExcursions;
  readonly ambiguous: boolean;
}

export interface PathResult {
  readonly trades: readonly PathTrade[];
  readonly pending: { readonly baseEntry: PathFill; readonly entryHypos: PathLevels } | undefined;
  readonly rejectedEntries: number;
  readonly context: PositionRows;
}
