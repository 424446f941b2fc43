// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

/** Polars type of a column. `TradingContext` is the struct of `contextMembers`; Datetime counts milliseconds and has no zone. */
export type FrameDtype =
  | "Boolean"
  | "Int32"
  | "UInt32"
  | "Int64"
  | "UInt64"
  | "Float64"
  | "String"
  | "Datetime"
  | "TradingContext"
  | "TpoDistribution";

export interface FrameColumn {
  readonly name: string;
  readonly dtype: FrameDtype;
}

/** Columns of a result, in their order. Every column may hold nulls. */
export interface FrameSchema {
  readonly name: string;
  /** The columns that every server writes. */
  readonly columns: readonly FrameColumn[];
  /** Columns that a server may add behind them. */
  readonly extraColumns: readonly FrameColumn[];
}

/** One row per trade of one (strategy, blueprint). Prices and amounts are per unit, in price units. */
export const tradesSchema: FrameSchema = {
  name: "trades",
  columns: [
    /** 1 long, -1 short. */
    { name: "direction", dtype: "Int32" },
    /** False: closed. True: open, or a delayed entry still pending. */
    { name: "status", dtype: "Boolean" },
    /** Bar index of the entry; 0 is the first base bar of the period. */
    { name: "entry_idx", dtype: "UInt32" },
    /** Open time of the entry bar, UTC milliseconds without zone. */
    { name: "entry_time", dtype: "Datetime" },
    /** Fill price, slippage included; null while a delayed entry is pending. */
    { name: "entry_price", dtype: "Float64" },
    /** Order strategy code (0 to 2) of the trigger that filled; null while pending. */
    { name: "entry_reason", dtype: "UInt32" },
    /** Level of the favourable delayed (limit) entry. */
    { name: "favorable_entry_hypo_price", dtype: "Float64" },
    /** Level of the adverse delayed (stop) entry. */
    { name: "adverse_entry_hypo_price", dtype: "Float64" },
    /** Order strategy code behind favorable_entry_hypo_price. */
    { name: "favorable_entry_strategy", dtype: "UInt32" },
    /** Order strategy code behind adverse_entry_hypo_price. */
    { name: "adverse_entry_strategy", dtype: "UInt32" },
    /** Order strategy code of an immediate entry. */
    { name: "neutral_entry_strategy", dtype: "UInt32" },
    /** Bar index of the exit; null while open. */
    { name: "exit_idx", dtype: "UInt32" },
    /** Open time of the exit bar; null while open. */
    { name: "exit_time", dtype: "Datetime" },
    /** Fill price of the exit, slippage included; null while open. */
    { name: "exit_price", dtype: "Float64" },
    /** Order strategy code (3 to 8) of the exit; null while open. */
    { name: "exit_reason", dtype: "UInt32" },
    /** Take-profit level on the exit row, or on the last row of an open trade. */
    { name: "favorable_exit_hypo_price", dtype: "Float64" },
    /** Stop level (stop loss, trailing stop or breakeven) on that row. */
    { name: "adverse_exit_hypo_price", dtype: "Float64" },
    /** Order strategy code behind favorable_exit_hypo_price. */
    { name: "favorable_exit_strategy", dtype: "UInt32" },
    /** Order strategy code behind adverse_exit_hypo_price. */
    { name: "adverse_exit_strategy", dtype: "UInt32" },
    /** Order strategy code of an immediate or timeout exit. */
    { name: "neutral_exit_strategy", dtype: "UInt32" },
    /** Exit time minus entry time, in seconds. */
    { name: "holding_seconds", dtype: "Int64" },
    /** Base bars held: exit_idx minus entry_idx. */
    { name: "holding_bars", dtype: "UInt32" },
    /** Largest favourable excursion of the whole holding; price units, not negative. */
    { name: "g_mfe", dtype: "Float64" },
    /** Largest adverse excursion of the whole holding; price units, not negative. */
    { name: "mae", dtype: "Float64" },
    /** Largest favourable excursion up to and including the bar of the MAE. */
    { name: "mfe", dtype: "Float64" },
    /** Largest adverse excursion before the bar of the global MFE. */
    { name: "mae_lv1", dtype: "Float64" },
    /** Largest give-back from the running favourable extreme to a later adverse price. */
    { name: "mhl", dtype: "Float64" },
    /** Bar index of g_mfe. */
    { name: "g_mfe_idx", dtype: "UInt32" },
    /** Bar index of mae. */
    { name: "mae_idx", dtype: "UInt32" },
    /** Bar index of mfe. */
    { name: "mfe_idx", dtype: "UInt32" },
    /** Bar index of mae_lv1. */
    { name: "mae_lv1_idx", dtype: "UInt32" },
    /** Bar index of mhl. */
    { name: "mhl_idx", dtype: "UInt32" },
    /** The strategy's volatility_indicator on the entry bar. */
    { name: "entry_volatility", dtype: "Float64" },
    /** The same on the exit bar. */
    { name: "exit_volatility", dtype: "Float64" },
    /** The same on the bar of g_mfe. */
    { name: "g_mfe_volatility", dtype: "Float64" },
    /** The same on the bar of mae. */
    { name: "mae_volatility", dtype: "Float64" },
    /** The same on the bar of mfe. */
    { name: "mfe_volatility", dtype: "Float64" },
    /** The same on the bar of mae_lv1. */
    { name: "mae_lv1_volatility", dtype: "Float64" },
    /** The same on the bar of mhl. */
    { name: "mhl_volatility", dtype: "Float64" },
    /** Entry time of the base position this trade lives in. */
    { name: "base_entry_time", dtype: "Datetime" },
    /** Entry price of that base position. */
    { name: "base_entry_price", dtype: "Float64" },
    /** False while a delayed entry is pending, else true. */
    { name: "is_adv_triggered", dtype: "Boolean" },
    /** Profit or loss per unit after costs, in price units; of an open trade marked at the last close. */
    { name: "pnl", dtype: "Float64" },
    /** pnl divided by the entry price (a fraction: 0.01 is one per cent). */
    { name: "pnl_pct", dtype: "Float64" },
    /** Name of the strategy. */
    { name: "strategy_name", dtype: "String" },
    /** Name of the blueprint. */
    { name: "blueprint_name", dtype: "String" },
  ],
  extraColumns: [
    /** True where a bar of the trade could not tell the order of its events; the outcome then rests on the engine's rules and the option `intrabar`. */
    { name: "ambiguous", dtype: "Boolean" },
    /** Alias of strategy_name. */
    { name: "strategy", dtype: "String" },
    /** Alias of blueprint_name. */
    { name: "blueprint", dtype: "String" },
  ],
};

/** Two rows per (strategy, blueprint), one per metric_type. Closed trades only; an undefined figure is null. */
export const performanceSchema: FrameSchema = {
  name: "performance",
  columns: [
    /** Name of the strategy. */
    { name: "strategy_name", dtype: "String" },
    /** Name of the blueprint. */
    { name: "blueprint_name", dtype: "String" },
    /** `pnl` (price units) or `pnl_pct` (fractions): the unit of the row. */
    { name: "metric_type", dtype: "String" },
    /** Number of closed trades. */
    { name: "trades", dtype: "UInt32" },
    /** Share of trades with a positive result, 0 to 1. */
    { name: "win_ratio", dtype: "Float64" },
    /** Entry time of the first closed trade. */
    { name: "first_entry_time", dtype: "Datetime" },
    /** Entry time of the last closed trade. */
    { name: "last_entry_time", dtype: "Datetime" },
    /** Exit time of the last closed trade. */
    { name: "last_exit_time", dtype: "Datetime" },
    /** Sum of the results. */
    { name: "total", dtype: "Float64" },
    /** Mean result per trade. */
    { name: "expect_payoff", dtype: "Float64" },
    /** Sample standard deviation of the results. */
    { name: "pnl_std", dtype: "Float64" },
    /** Sum of gains divided by the absolute sum of losses. */
    { name: "profit_factor", dtype: "Float64" },
    /** Mean / deviation x sqrt(trades per year). */
    { name: "sharpe_ratio", dtype: "Float64" },
    /** Mean / downside deviation x sqrt(trades per year). */
    { name: "sortino_ratio", dtype: "Float64" },
    /** Total divided by the largest drawdown of the running sum. */
    { name: "recovery_factor", dtype: "Float64" },
    /** 75th percentile of mae / entry_price. */
    { name: "risk_mae_pct_p75", dtype: "Float64" },
    /** Twice the median of mae / entry_price over the last 100 trades. */
    { name: "risk_mae_pct_conservative", dtype: "Float64" },
    /** 95th percentile of mae / entry_price. */
    { name: "risk_mae_pct_p95", dtype: "Float64" },
    /** Share of trades whose global MFE comes after their MAE, 0 to 1. */
    { name: "g_mfe_after_mae_pct", dtype: "Float64" },
    /** Kelly fraction W - (1 - W) / R. */
    { name: "kelly", dtype: "Float64" },
    /** System Quality Number sqrt(N) x mean / deviation. */
    { name: "sqn", dtype: "Float64" },
  ],
  extraColumns: [
    /** Alias of strategy_name. */
    { name: "strategy", dtype: "String" },
    /** Alias of blueprint_name. */
    { name: "blueprint", dtype: "String" },
  ],
};

/** One row per base bar of one (strategy, blueprint), with every stage of the pipeline. One struct column per trigger (cond, price, strategy, priority) and the indicator columns follow the fixed ones. */
export const enhancedOhlcvSchema: FrameSchema = {
  name: "enhanced_ohlcv",
  columns: [
    /** Bar index within the period. */
    { name: "idx", dtype: "Int64" },
    /** Open time of the bar. */
    { name: "ts", dtype: "Datetime" },
    /** Open. */
    { name: "open", dtype: "Float64" },
    /** High. */
    { name: "high", dtype: "Float64" },
    /** Low. */
    { name: "low", dtype: "Float64" },
    /** Close. */
    { name: "close", dtype: "Float64" },
    /** Volume. */
    { name: "volume", dtype: "Float64" },
    /** Gap against the previous close: 1 up, -1 down, 0 none. */
    { name: "gap_type", dtype: "Int64" },
    /** Open minus previous close. */
    { name: "gap_points", dtype: "Float64" },
    /** Lower end of the gap. */
    { name: "gap_range_min", dtype: "Float64" },
    /** Upper end of the gap. */
    { name: "gap_range_max", dtype: "Float64" },
    /** Any base entry trigger fires. */
    { name: "entry_signal", dtype: "Boolean" },
    /** Any base exit trigger fires. */
    { name: "exit_signal", dtype: "Boolean" },
    /** Base entry that opened a position. */
    { name: "cleaned_entry_signal", dtype: "Boolean" },
    /** Base exit that closed a position. */
    { name: "cleaned_exit_signal", dtype: "Boolean" },
    /** Price of the chosen base entry trigger. */
    { name: "base_entry_price", dtype: "Float64" },
    /** Price of the chosen base exit trigger. */
    { name: "base_exit_price", dtype: "Float64" },
    /** Order strategy code of the base entry. */
    { name: "base_entry_strategy", dtype: "Int64" },
    /** Order strategy code of the base exit. */
    { name: "base_exit_strategy", dtype: "Int64" },
    /** 0, 1, 2, ... inside a base position, entry and exit bar included; -1 when flat. */
    { name: "base_position_id", dtype: "Int64" },
    /** Context of the base position. */
    { name: "base_trading_context", dtype: "TradingContext" },
    /** Candidate limit entry level. */
    { name: "advanced_favorable_entry_hypo_price", dtype: "Float64" },
    /** Candidate stop entry level. */
    { name: "advanced_adverse_entry_hypo_price", dtype: "Float64" },
    /** Price of a firing immediate entry. */
    { name: "advanced_neutral_entry_hypo_price", dtype: "Float64" },
    /** Its order strategy code. */
    { name: "advanced_favorable_entry_strategy", dtype: "Int64" },
    /** Its order strategy code. */
    { name: "advanced_adverse_entry_strategy", dtype: "Int64" },
    /** Its order strategy code. */
    { name: "advanced_neutral_entry_strategy", dtype: "Int64" },
    /** Entry price actually used. */
    { name: "advanced_entry_price", dtype: "Float64" },
    /** Its order strategy code. */
    { name: "advanced_entry_strategy", dtype: "Int64" },
    /** The entry level was strictly behind the open. */
    { name: "is_entry_gap_filled", dtype: "Boolean" },
    /** An advanced entry filled on this bar. */
    { name: "advanced_cleaned_entry_signal", dtype: "Boolean" },
    /** Advanced position id, -1 when flat. */
    { name: "advanced_entry_position_id", dtype: "Int64" },
    /** Context of the advanced position. */
    { name: "advanced_entry_trading_context", dtype: "TradingContext" },
    /** Candidate target level. */
    { name: "advanced_favorable_exit_hypo_price", dtype: "Float64" },
    /** Candidate stop level. */
    { name: "advanced_adverse_exit_hypo_price", dtype: "Float64" },
    /** Price of a firing immediate or timeout exit. */
    { name: "advanced_neutral_exit_hypo_price", dtype: "Float64" },
    /** Its order strategy code. */
    { name: "advanced_favorable_exit_strategy", dtype: "Int64" },
    /** Its order strategy code. */
    { name: "advanced_adverse_exit_strategy", dtype: "Int64" },
    /** Its order strategy code. */
    { name: "advanced_neutral_exit_strategy", dtype: "Int64" },
    /** Exit price actually used. */
    { name: "advanced_exit_price", dtype: "Float64" },
    /** Its order strategy code. */
    { name: "advanced_exit_strategy", dtype: "Int64" },
    /** The exit level was strictly behind the open. */
    { name: "is_exit_gap_filled", dtype: "Boolean" },
    /** An advanced exit filled on this bar. */
    { name: "advanced_cleaned_exit_signal", dtype: "Boolean" },
    /** Advanced position id at its exit, -1 otherwise. */
    { name: "advanced_exit_position_id", dtype: "Int64" },
    /** The same rows as advanced_entry_trading_context. */
    { name: "advanced_exit_trading_context", dtype: "TradingContext" },
    /** False where a firing entry could not fill at its price. */
    { name: "is_entry_valid", dtype: "Boolean" },
    /** `price_outside_bar`, or null. */
    { name: "entry_rejection_reason", dtype: "String" },
    /** Entry after validation. */
    { name: "validated_entry_signal", dtype: "Boolean" },
    /** Exit after validation. */
    { name: "validated_exit_signal", dtype: "Boolean" },
    /** Position id after validation, -1 when flat. */
    { name: "final_position_id", dtype: "Int64" },
    /** Context of the final position. */
    { name: "final_trading_context", dtype: "TradingContext" },
    /** Name of the strategy. */
    { name: "strategy_name", dtype: "String" },
    /** Name of the blueprint. */
    { name: "blueprint_name", dtype: "String" },
  ],
  extraColumns: [],
};

/** Base bars of the period; one column per requested indicator follows, named by its display name. */
export const onDemandOhlcvSchema: FrameSchema = {
  name: "on_demand_ohlcv",
  columns: [
    /** Open time of the bar. */
    { name: "ts", dtype: "Datetime" },
    /** Open. */
    { name: "open", dtype: "Float64" },
    /** High. */
    { name: "high", dtype: "Float64" },
    /** Low. */
    { name: "low", dtype: "Float64" },
    /** Close. */
    { name: "close", dtype: "Float64" },
    /** Volume. */
    { name: "volume", dtype: "Float64" },
  ],
  extraColumns: [],
};

/** Members of each trading context struct. */
export const contextMembers = [
  /** Entry price of the position. */
  { name: "position_entry_price", dtype: "Float64" },
  /** Bars since the entry bar, which counts 0. */
  { name: "bars_since_entry", dtype: "Int64" },
  /** Highest price surely seen since entry, up to the previous bar. */
  { name: "highest_since_entry", dtype: "Float64" },
  /** Lowest price surely seen since entry, up to the previous bar. */
  { name: "lowest_since_entry", dtype: "Float64" },
] as const satisfies readonly FrameColumn[];

/** Name of a member of a trading context struct. */
export type ContextMember = (typeof contextMembers)[number]["name"];

/** The struct columns that expressions of a trigger can read while a position is open. */
export const contextColumns = [
  /** The base position. */
  { name: "base_trading_context" },
  /** This blueprint's own position. */
  { name: "advanced_entry_trading_context" },
  /** This blueprint's own position. */
  { name: "advanced_exit_trading_context" },
] as const satisfies readonly { readonly name: string }[];

/** Name of a trading context column. */
export type ContextColumn = (typeof contextColumns)[number]["name"];
