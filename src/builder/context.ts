import { columnNode, fieldNode, NumberExpr, type Scope } from "../expr/index.ts";
import type { ContextColumn, ContextMember } from "../generated/frames.ts";

/** Scope of what reads an advanced position: the compiler shows it when such an expression stands in a base trigger. */
export type AdvancedOnly = "only in an advanced blueprint";

/**
 * The position a trigger looks at. Every value is null while there is no position.
 * A row's values were known when its bar opened: extremes cover the bars before it.
 */
export class PositionContext<S extends Scope = never> {
  readonly #column: ContextColumn;

  constructor(column: ContextColumn) {
    this.#column = column;
  }

  /** Price at which the position was entered, slippage included. */
  get entryPrice(): NumberExpr<S> {
    return this.#member("position_entry_price");
  }

  /** Base bars since the entry; 0 on the entry bar. */
  get barsSinceEntry(): NumberExpr<S> {
    return this.#member("bars_since_entry");
  }

  /** The same as `barsSinceEntry`. */
  get barsInPosition(): NumberExpr<S> {
    return this.barsSinceEntry;
  }

  /** Highest price surely seen since the entry, up to the previous bar; at least the entry price. */
  get highestSinceEntry(): NumberExpr<S> {
    return this.#member("highest_since_entry");
  }

  /** Lowest price surely seen since the entry, up to the previous bar; at most the entry price. */
  get lowestSinceEntry(): NumberExpr<S> {
    return this.#member("lowest_since_entry");
  }

  #member(name: ContextMember): NumberExpr<S> {
    return new NumberExpr(fieldNode(columnNode(this.#column), name));
  }
}

/** Column of the base position. */
export const BASE_CONTEXT = "base_trading_context";

/** Names that members of the contexts had before; stored strategies may still use them. */
export const olderContextMembers: Readonly<Record<string, ContextMember>> = {
  bars_in_position: "bars_since_entry",
  bars_since_advanced_entry: "bars_since_entry",
  highest_since_advanced_entry: "highest_since_entry",
  lowest_since_advanced_entry: "lowest_since_entry",
};

/** The positions that expressions can read. */
export const TradingContext = Object.freeze({
  /** The base blueprint's position: for the entries of advanced blueprints, and for the base blueprint itself. */
  base: new PositionContext(BASE_CONTEXT),
  /** The advanced blueprint's own position: for its exits. */
  advancedEntry: new PositionContext<AdvancedOnly>("advanced_entry_trading_context"),
  /** The advanced blueprint's own position under its second name; the same rows as `advancedEntry`. */
  advancedExit: new PositionContext<AdvancedOnly>("advanced_exit_trading_context"),
});
