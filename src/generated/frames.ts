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
  readonly description: string;
}

/** Columns of a result, in their order. Every column may hold nulls. */
export interface FrameSchema {
  readonly name: string;
  readonly description: string;
  /** The columns that every server writes. */
  readonly columns: readonly FrameColumn[];
  /** Columns that a server may add behind them. */
  readonly extraColumns: readonly FrameColumn[];
}

/** One row per trade of one (strategy, blueprint). Prices and amounts are per unit, in price units. */
export const tradesSchema: FrameSchema = {
  name: "trades",
  description:
    "One row per trade of one (strategy, blueprint). Prices and amounts are per unit, in price units.",
  columns: [
    { name: "direction", dtype: "Int32", description: "1 long, -1 short." },
    {
      name: "status",
      dtype: "Boolean",
      description: "False: closed. True: open, or a delayed entry still pending.",
    },
    {
      name: "entry_idx",
      dtype: "UInt32",
      description: "Bar index of the entry; 0 is the first base bar of the period.",
    },
    {
      name: "entry_time",
      dtype: "Datetime",
      description: "Open time of the entry bar, UTC milliseconds without zone.",
    },
    {
      name: "entry_price",
      dtype: "Float64",
      description: "Fill price, slippage included; null while a delayed entry is pending.",
    },
    {
      name: "entry_reason",
      dtype: "UInt32",
      description: "Order strategy code (0 to 2) of the trigger that filled; null while pending.",
    },
    {
      name: "favorable_entry_hypo_price",
      dtype: "Float64",
      description: "Level of the favourable delayed (limit) entry.",
    },
    {
      name: "adverse_entry_hypo_price",
      dtype: "Float64",
      description: "Level of the adverse delayed (stop) entry.",
    },
    {
      name: "favorable_entry_strategy",
      dtype: "UInt32",
      description: "Order strategy code behind favorable_entry_hypo_price.",
    },
    {
      name: "adverse_entry_strategy",
      dtype: "UInt32",
      description: "Order strategy code behind adverse_entry_hypo_price.",
    },
    {
      name: "neutral_entry_strategy",
      dtype: "UInt32",
      description: "Order strategy code of an immediate entry.",
    },
    { name: "exit_idx", dtype: "UInt32", description: "Bar index of the exit; null while open." },
    { name: "exit_time", dtype: "Datetime", description: "Open time of the exit bar; null while open." },
    {
      name: "exit_price",
      dtype: "Float64",
      description: "Fill price of the exit, slippage included; null while open.",
    },
    {
      name: "exit_reason",
      dtype: "UInt32",
      description: "Order strategy code (3 to 8) of the exit; null while open.",
    },
    {
      name: "favorable_exit_hypo_price",
      dtype: "Float64",
      description: "Take-profit level on the exit row, or on the last row of an open trade.",
    },
    {
      name: "adverse_exit_hypo_price",
      dtype: "Float64",
      description: "Stop level (stop loss, trailing stop or breakeven) on that row.",
    },
    {
      name: "favorable_exit_strategy",
      dtype: "UInt32",
      description: "Order strategy code behind favorable_exit_hypo_price.",
    },
    {
      name: "adverse_exit_strategy",
      dtype: "UInt32",
      description: "Order strategy code behind adverse_exit_hypo_price.",
    },
    {
      name: "neutral_exit_strategy",
      dtype: "UInt32",
      description: "Order strategy code of an immediate or timeout exit.",
    },
    { name: "holding_seconds", dtype: "Int64", description: "Exit time minus entry time, in seconds." },
    { name: "holding_bars", dtype: "UInt32", description: "Base bars held: exit_idx minus entry_idx." },
    {
      name: "g_mfe",
      dtype: "Float64",
      description: "Largest favourable excursion of the whole holding; price units, not negative.",
    },
    {
      name: "mae",
      dtype: "Float64",
      description: "Largest adverse excursion of the whole holding; price units, not negative.",
    },
    {
      name: "mfe",
      dtype: "Float64",
      description: "Largest favourable excursion up to and including the bar of the MAE.",
    },
    {
      name: "mae_lv1",
      dtype: "Float64",
      description: "Largest adverse excursion before the bar of the global MFE.",
    },
    {
      name: "mhl",
      dtype: "Float64",
      description: "Largest give-back from the running favourable extreme to a later adverse price.",
    },
    { name: "g_mfe_idx", dtype: "UInt32", description: "Bar index of g_mfe." },
    { name: "mae_idx", dtype: "UInt32", description: "Bar index of mae." },
    { name: "mfe_idx", dtype: "UInt32", description: "Bar index of mfe." },
    { name: "mae_lv1_idx", dtype: "UInt32", description: "Bar index of mae_lv1." },
    { name: "mhl_idx", dtype: "UInt32", description: "Bar index of mhl." },
    {
      name: "entry_volatility",
      dtype: "Float64",
      description: "The strategy's volatility_indicator on the entry bar.",
    },
    { name: "exit_volatility", dtype: "Float64", description: "The same on the exit bar." },
    { name: "g_mfe_volatility", dtype: "Float64", description: "The same on the bar of g_mfe." },
    { name: "mae_volatility", dtype: "Float64", description: "The same on the bar of mae." },
    { name: "mfe_volatility", dtype: "Float64", description: "The same on the bar of mfe." },
    { name: "mae_lv1_volatility", dtype: "Float64", description: "The same on the bar of mae_lv1." },
    { name: "mhl_volatility", dtype: "Float64", description: "The same on the bar of mhl." },
    {
      name: "base_entry_time",
      dtype: "Datetime",
      description: "Entry time of the base position this trade lives in.",
    },
    { name: "base_entry_price", dtype: "Float64", description: "Entry price of that base position." },
    {
      name: "is_adv_triggered",
      dtype: "Boolean",
      description: "False while a delayed entry is pending, else true.",
    },
    {
      name: "pnl",
      dtype: "Float64",
      description:
        "Profit or loss per unit after costs, in price units; of an open trade marked at the last close.",
    },
    {
      name: "pnl_pct",
      dtype: "Float64",
      description: "pnl divided by the entry price (a fraction: 0.01 is one per cent).",
    },
    { name: "strategy_name", dtype: "String", description: "Name of the strategy." },
    { name: "blueprint_name", dtype: "String", description: "Name of the blueprint." },
  ],
  extraColumns: [
    {
      name: "ambiguous",
      dtype: "Boolean",
      description:
        "True where a bar of the trade could not tell the order of its events; the outcome taken is never the better one.",
    },
    { name: "strategy", dtype: "String", description: "Alias of strategy_name." },
    { name: "blueprint", dtype: "String", description: "Alias of blueprint_name." },
  ],
};

/** Two rows per (strategy, blueprint), one per metric_type. Closed trades only; an undefined figure is null. */
export const performanceSchema: FrameSchema = {
  name: "performance",
  description:
    "Two rows per (strategy, blueprint), one per metric_type. Closed trades only; an undefined figure is null.",
  columns: [
    { name: "strategy_name", dtype: "String", description: "Name of the strategy." },
    { name: "blueprint_name", dtype: "String", description: "Name of the blueprint." },
    {
      name: "metric_type",
      dtype: "String",
      description: "`pnl` (price units) or `pnl_pct` (fractions): the unit of the row.",
    },
    { name: "trades", dtype: "UInt32", description: "Number of closed trades." },
    { name: "win_ratio", dtype: "Float64", description: "Share of trades with a positive result, 0 to 1." },
    { name: "first_entry_time", dtype: "Datetime", description: "Entry time of the first closed trade." },
    { name: "last_entry_time", dtype: "Datetime", description: "Entry time of the last closed trade." },
    { name: "last_exit_time", dtype: "Datetime", description: "Exit time of the last closed trade." },
    { name: "total", dtype: "Float64", description: "Sum of the results." },
    { name: "expect_payoff", dtype: "Float64", description: "Mean result per trade." },
    { name: "pnl_std", dtype: "Float64", description: "Sample standard deviation of the results." },
    {
      name: "profit_factor",
      dtype: "Float64",
      description: "Sum of gains divided by the absolute sum of losses.",
    },
    { name: "sharpe_ratio", dtype: "Float64", description: "Mean / deviation x sqrt(trades per year)." },
    {
      name: "sortino_ratio",
      dtype: "Float64",
      description: "Mean / downside deviation x sqrt(trades per year).",
    },
    {
      name: "recovery_factor",
      dtype: "Float64",
      description: "Total divided by the largest drawdown of the running sum.",
    },
    { name: "risk_mae_pct_p75", dtype: "Float64", description: "75th percentile of mae / entry_price." },
    {
      name: "risk_mae_pct_conservative",
      dtype: "Float64",
      description: "Twice the median of mae / entry_price over the last 100 trades.",
    },
    { name: "risk_mae_pct_p95", dtype: "Float64", description: "95th percentile of mae / entry_price." },
    {
      name: "g_mfe_after_mae_pct",
      dtype: "Float64",
      description: "Share of trades whose global MFE comes after their MAE, 0 to 1.",
    },
    { name: "kelly", dtype: "Float64", description: "Kelly fraction W - (1 - W) / R." },
    { name: "sqn", dtype: "Float64", description: "System Quality Number sqrt(N) x mean / deviation." },
  ],
  extraColumns: [
    { name: "strategy", dtype: "String", description: "Alias of strategy_name." },
    { name: "blueprint", dtype: "String", description: "Alias of blueprint_name." },
  ],
};

/** One row per base bar of one (strategy, blueprint), with every stage of the pipeline. One struct column per trigger (cond, price, strategy, priority) and the indicator columns follow the fixed ones. */
export const enhancedOhlcvSchema: FrameSchema = {
  name: "enhanced_ohlcv",
  description:
    "One row per base bar of one (strategy, blueprint), with every stage of the pipeline. One struct column per trigger (cond, price, strategy, priority) and the indicator columns follow the fixed ones.",
  columns: [
    { name: "idx", dtype: "Int64", description: "Bar index within the period." },
    { name: "ts", dtype: "Datetime", description: "Open time of the bar." },
    { name: "open", dtype: "Float64", description: "Open." },
    { name: "high", dtype: "Float64", description: "High." },
    { name: "low", dtype: "Float64", description: "Low." },
    { name: "close", dtype: "Float64", description: "Close." },
    { name: "volume", dtype: "Float64", description: "Volume." },
    {
      name: "gap_type",
      dtype: "Int64",
      description: "Gap against the previous close: 1 up, -1 down, 0 none.",
    },
    { name: "gap_points", dtype: "Float64", description: "Open minus previous close." },
    { name: "gap_range_min", dtype: "Float64", description: "Lower end of the gap." },
    { name: "gap_range_max", dtype: "Float64", description: "Upper end of the gap." },
    { name: "entry_signal", dtype: "Boolean", description: "Any base entry trigger fires." },
    { name: "exit_signal", dtype: "Boolean", description: "Any base exit trigger fires." },
    { name: "cleaned_entry_signal", dtype: "Boolean", description: "Base entry that opened a position." },
    { name: "cleaned_exit_signal", dtype: "Boolean", description: "Base exit that closed a position." },
    { name: "base_entry_price", dtype: "Float64", description: "Price of the chosen base entry trigger." },
    { name: "base_exit_price", dtype: "Float64", description: "Price of the chosen base exit trigger." },
    { name: "base_entry_strategy", dtype: "Int64", description: "Order strategy code of the base entry." },
    { name: "base_exit_strategy", dtype: "Int64", description: "Order strategy code of the base exit." },
    {
      name: "base_position_id",
      dtype: "Int64",
      description: "0, 1, 2, ... inside a base position, entry and exit bar included; -1 when flat.",
    },
    { name: "base_trading_context", dtype: "TradingContext", description: "Context of the base position." },
    {
      name: "advanced_favorable_entry_hypo_price",
      dtype: "Float64",
      description: "Candidate limit entry level.",
    },
    {
      name: "advanced_adverse_entry_hypo_price",
      dtype: "Float64",
      description: "Candidate stop entry level.",
    },
    {
      name: "advanced_neutral_entry_hypo_price",
      dtype: "Float64",
      description: "Price of a firing immediate entry.",
    },
    { name: "advanced_favorable_entry_strategy", dtype: "Int64", description: "Its order strategy code." },
    { name: "advanced_adverse_entry_strategy", dtype: "Int64", description: "Its order strategy code." },
    { name: "advanced_neutral_entry_strategy", dtype: "Int64", description: "Its order strategy code." },
    { name: "advanced_entry_price", dtype: "Float64", description: "Entry price actually used." },
    { name: "advanced_entry_strategy", dtype: "Int64", description: "Its order strategy code." },
    {
      name: "is_entry_gap_filled",
      dtype: "Boolean",
      description: "The entry level was strictly behind the open.",
    },
    {
      name: "advanced_cleaned_entry_signal",
      dtype: "Boolean",
      description: "An advanced entry filled on this bar.",
    },
    {
      name: "advanced_entry_position_id",
      dtype: "Int64",
      description: "Advanced position id, -1 when flat.",
    },
    {
      name: "advanced_entry_trading_context",
      dtype: "TradingContext",
      description: "Context of the advanced position.",
    },
    { name: "advanced_favorable_exit_hypo_price", dtype: "Float64", description: "Candidate target level." },
    { name: "advanced_adverse_exit_hypo_price", dtype: "Float64", description: "Candidate stop level." },
    {
      name: "advanced_neutral_exit_hypo_price",
      dtype: "Float64",
      description: "Price of a firing immediate or timeout exit.",
    },
    { name: "advanced_favorable_exit_strategy", dtype: "Int64", description: "Its order strategy code." },
    { name: "advanced_adverse_exit_strategy", dtype: "Int64", description: "Its order strategy code." },
    { name: "advanced_neutral_exit_strategy", dtype: "Int64", description: "Its order strategy code." },
    { name: "advanced_exit_price", dtype: "Float64", description: "Exit price actually used." },
    { name: "advanced_exit_strategy", dtype: "Int64", description: "Its order strategy code." },
    {
      name: "is_exit_gap_filled",
      dtype: "Boolean",
      description: "The exit level was strictly behind the open.",
    },
    {
      name: "advanced_cleaned_exit_signal",
      dtype: "Boolean",
      description: "An advanced exit filled on this bar.",
    },
    {
      name: "advanced_exit_position_id",
      dtype: "Int64",
      description: "Advanced position id at its exit, -1 otherwise.",
    },
    {
      name: "advanced_exit_trading_context",
      dtype: "TradingContext",
      description: "The same rows as advanced_entry_trading_context.",
    },
    {
      name: "is_entry_valid",
      dtype: "Boolean",
      description: "False where a firing entry could not fill at its price.",
    },
    { name: "entry_rejection_reason", dtype: "String", description: "`price_outside_bar`, or null." },
    { name: "validated_entry_signal", dtype: "Boolean", description: "Entry after validation." },
    { name: "validated_exit_signal", dtype: "Boolean", description: "Exit after validation." },
    { name: "final_position_id", dtype: "Int64", description: "Position id after validation, -1 when flat." },
    { name: "final_trading_context", dtype: "TradingContext", description: "Context of the final position." },
    { name: "strategy_name", dtype: "String", description: "Name of the strategy." },
    { name: "blueprint_name", dtype: "String", description: "Name of the blueprint." },
  ],
  extraColumns: [],
};

/** Base bars of the period; one column per requested indicator follows, named by its display name. */
export const onDemandOhlcvSchema: FrameSchema = {
  name: "on_demand_ohlcv",
  description:
    "Base bars of the period; one column per requested indicator follows, named by its display name.",
  columns: [
    { name: "ts", dtype: "Datetime", description: "Open time of the bar." },
    { name: "open", dtype: "Float64", description: "Open." },
    { name: "high", dtype: "Float64", description: "High." },
    { name: "low", dtype: "Float64", description: "Low." },
    { name: "close", dtype: "Float64", description: "Close." },
    { name: "volume", dtype: "Float64", description: "Volume." },
  ],
  extraColumns: [],
};

/** Members of each trading context struct. */
export const contextMembers = [
  { name: "position_entry_price", dtype: "Float64", description: "Entry price of the position." },
  { name: "bars_since_entry", dtype: "Int64", description: "Bars since the entry bar, which counts 0." },
  {
    name: "highest_since_entry",
    dtype: "Float64",
    description: "Highest price surely seen since entry, up to the previous bar.",
  },
  {
    name: "lowest_since_entry",
    dtype: "Float64",
    description: "Lowest price surely seen since entry, up to the previous bar.",
  },
] as const satisfies readonly FrameColumn[];

/** Name of a member of a trading context struct. */
export type ContextMember = (typeof contextMembers)[number]["name"];

/** The struct columns that expressions of a trigger can read while a position is open. */
export const contextColumns = [
  { name: "base_trading_context", description: "The base position." },
  { name: "advanced_entry_trading_context", description: "This blueprint's own position." },
  { name: "advanced_exit_trading_context", description: "This blueprint's own position." },
] as const satisfies readonly { readonly name: string; readonly description: string }[];

/** Name of a trading context column. */
export type ContextColumn = (typeof contextColumns)[number]["name"];
