/**
 * What the simulation needs of a strategy, with every expression already bound to rows.
 * `binding` makes plans from a StrategyConfig; `simulation` runs them.
 */

import {
  type OrderStrategy,
  orderStrategyCode,
  type TradeDirection,
  type tradeDirectionCode,
  type EngineOptions as WireOptions,
} from "tradepose-client/models";
import type { Bars, Costs } from "./bars.ts";
import type { NumberColumn } from "./column.ts";

/** What is wrong with a strategy, where, and what to do: one entry per finding, all of them. */
export interface EngineProblem {
  readonly strategyName: string;
  /** Path of the field within the strategy, for example `base_blueprint.entry_triggers[0].conditions[1]`. */
  readonly path: string;
  readonly message: string;
}

/** Integer codes of order strategies, as in the trade columns. */
export const OrderCode = orderStrategyCode;
export type OrderCode = (typeof OrderCode)[OrderStrategy];

/** 1 long, -1 short: as in the trade columns, and the sign that prices are multiplied by. */
export type Direction = NonNullable<(typeof tradeDirectionCode)[TradeDirection]>;

/** When within a bar a price acts: `open` only for the column open, `close` only for the column close. */
export type Moment = "open" | "inside" | "close";

export interface TriggerPlan {
  readonly name: string;
  readonly order: OrderCode;
  readonly priority: number;
  readonly moment: Moment;
  /** True when every condition is true on row i (null is false). Reads the context rows up to i. */
  readonly conditionsHold: (row: number) => boolean;
  /** The price on row i; NaN where it is null or not finite. */
  readonly priceAt: (row: number) => number;
  /**
   * Known before the simulation: 0 on rows on which the trigger certainly does not fire, so that a walk may pass over
   * them. Absent when nothing is known; it never changes a result.
   */
  readonly mayFire?: Uint8Array | undefined;
}

export interface BlueprintPlan {
  readonly name: string;
  readonly direction: Direction;
  readonly entryFirst: boolean;
  /** In list order, which breaks ties of priority. */
  readonly entries: readonly TriggerPlan[];
  readonly exits: readonly TriggerPlan[];
}

/**
 * The rows of one trading context: what the members of its struct column hold, one entry per row of the base frame.
 * Binding allocates them (every row outside a position) and gives them to the expressions; the simulation writes
 * row i before it evaluates a trigger on row i, so an expression sees the rows up to i and never a later one.
 */
export interface ContextRows {
  readonly entryPrice: Float64Array;
  readonly barsSinceEntry: Float64Array;
  readonly highestSinceEntry: Float64Array;
  readonly lowestSinceEntry: Float64Array;
  /** 1 marks a row inside a position; every other row is null. */
  readonly inPosition: Uint8Array;
}

export interface EngineOptions {
  /** Which of a stop and a target touched in one bar is taken. Default `pessimistic`. */
  readonly intrabar: NonNullable<WireOptions["intrabar"]>;
  readonly entryBarExits: NonNullable<WireOptions["entry_bar_exits"]>;
  readonly stopsBeforeSignals: boolean;
  readonly endOfData: NonNullable<WireOptions["end_of_data"]>;
}

/** A blueprint bound to rows, and the context in which its own position is recorded. */
export interface BoundBlueprint {
  readonly plan: BlueprintPlan;
  /**
   * The blueprint's own position. For the base blueprint it is `base_trading_context`; for an advanced one it is
   * both `advanced_entry_trading_context` and `advanced_exit_trading_context`.
   */
  readonly context: ContextRows;
  /** False when no expression of the strategy reads the context: then it need not be recorded. Absent means true. */
  readonly isContextRead?: boolean;
}

/**
 * One strategy, ready to run. Its contexts are its own mutable state: simulate the base blueprint over all rows
 * first, then each advanced one; run a plan once.
 */
export interface StrategyPlan {
  readonly strategyName: string;
  /** Symbol traded, as the strategy names it. */
  readonly instrument: string;
  readonly instrumentId: number;
  readonly costs: Costs;
  /** The base frame: bars at `base_freq` from the first stored bar to the last bar of the period. */
  readonly bars: Bars;
  /** First row of the period. Rows before it feed indicators and expressions and are never traded. */
  readonly fromRow: number;
  /** One past the last row of the period (exclusive); equals `bars.length`. */
  readonly toRow: number;
  readonly base: BoundBlueprint;
  /** In list order. Their expressions read the finished context of the base. */
  readonly advanced: readonly BoundBlueprint[];
  /** The strategy's `volatility_indicator` on every row of `bars`; undefined when it has none. */
  readonly volatility: NumberColumn | undefined;
}
