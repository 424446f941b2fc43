// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

export interface paths {
  "/health": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * State of the service.
     * @description Needs no key. Says what the service can do beyond the hosted contract.
     */
    get: operations["health.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/keys": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List keys.
     * @description All keys of the caller, revoked ones included; never their text.
     */
    get: operations["apiKeys.list"];
    put?: never;
    /**
     * Make a key.
     * @description The answer is the only place where the text of the key is shown.
     */
    post: operations["apiKeys.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/keys/{key_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Revoke a key.
     * @description At once and for good.
     */
    delete: operations["apiKeys.revoke"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/billing/plans": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Plans on offer.
     * @description Needs no subscription.
     */
    get: operations["billing.listPlans"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/billing/checkout": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start to buy a plan.
     * @description Gives the page on which to pay. A local gateway sells nothing and answers 501.
     */
    post: operations["billing.createCheckout"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/billing/subscription": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * The plan in force.
     * @description And what was used of it this month.
     */
    get: operations["billing.getSubscription"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/billing/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel the plan.
     * @description It takes effect at the end of the paid period. 404 where there is no subscription.
     */
    post: operations["billing.cancelSubscription"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/billing/usage": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Use of the current month.
     * @description With the limits of the plan.
     */
    get: operations["billing.getUsage"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/billing/usage/history": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Requests by day.
     * @description Without dates it is the current month.
     */
    get: operations["billing.getUsageHistory"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/usage/current": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Use within several windows.
     * @description May be up to three minutes old.
     */
    get: operations["usage.getCurrent"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/strategies": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List strategies.
     * @description Names and blueprints only.
     */
    get: operations["strategies.list"];
    put?: never;
    /**
     * Store a strategy.
     * @description Get or create by name: an existing name gives back what is stored, unchanged. To replace, delete and create.
     */
    post: operations["strategies.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/strategies/{strategy}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One strategy.
     * @description The whole configuration, by id or by name.
     */
    get: operations["strategies.get"];
    put?: never;
    post?: never;
    /**
     * Archive or delete a strategy.
     * @description By name. Archived strategies stay readable; deleting is for good and takes the blueprints along.
     */
    delete: operations["strategies.delete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/export": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start a computation.
     * @description One task for all given strategies over one period. The task is durable once this answers.
     */
    post: operations["export.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/export/batch": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Start several computations.
     * @description Each export succeeds or fails on its own; one that is accepted is durable once this answers. An extension: not every server knows it.
     */
    post: operations["export.createBatch"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * States of several tasks.
     * @description The caller's tasks of a batch, or those of the given ids, that changed after a moment; unknown ids are left out. With `wait` the answer is held back until there is such a task. An extension: not every server knows it.
     */
    get: operations["tasks.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/results": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Trades and performance of several tasks as one ZIP.
     * @description Holds `{task_id}/trades.parquet` and `{task_id}/performance.parquet` of each task. A task that has no such results, or none any more, is left out: the members say which are there. An extension: not every server knows it.
     */
    get: operations["tasks.downloadResults"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/{task_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * State of a task.
     * @description Poll until status is 2 (completed) or 3 (failed).
     */
    get: operations["tasks.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/{task_id}/cancel": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Cancel a task.
     * @description It ends as failed with `error_code` `cancelled`. A task that has ended already stays as it is. An extension: not every server knows it.
     */
    post: operations["tasks.cancel"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/{task_id}/result": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Trades and performance as one ZIP.
     * @description Holds trades.parquet and performance.parquet. 404 until the task is completed.
     */
    get: operations["tasks.downloadResult"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/{task_id}/results/trades": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Trades of a BACKTEST_RESULTS or LATEST_TRADES task.
     * @description One Parquet file; its columns are the frame of that name. 404 until the task is completed, and for a task of another kind.
     */
    get: operations["tasks.downloadTrades"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/{task_id}/results/performance": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Performance of a BACKTEST_RESULTS or LATEST_TRADES task.
     * @description One Parquet file; its columns are the frame of that name. 404 until the task is completed, and for a task of another kind.
     */
    get: operations["tasks.downloadPerformance"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/{task_id}/results/enhanced_ohlcv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Bars with every stage of the pipeline, of an ENHANCED_OHLCV task.
     * @description One Parquet file; its columns are the frame of that name. 404 until the task is completed, and for a task of another kind.
     */
    get: operations["tasks.downloadEnhancedOhlcv"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/{task_id}/results/on_demand_ohlcv": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Bars and indicators of an ON_DEMAND_OHLCV task.
     * @description One Parquet file; its columns are the frame of that name. 404 until the task is completed, and for a task of another kind.
     */
    get: operations["tasks.downloadOnDemandOhlcv"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/{task_id}/results/latest_trades": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Latest trades of a LATEST_TRADES task.
     * @description 404 until the task is completed, and for a task of another kind.
     */
    get: operations["tasks.getLatestTrades"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/tasks/{task_id}/results/validation_result": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Outcome of a VALIDATE_STRATEGY task.
     * @description 404 until the task is completed, and for a task of another kind.
     */
    get: operations["tasks.getValidationResult"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/instruments": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List instruments.
     * @description Ordered by symbol.
     */
    get: operations["instruments.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/instruments/{instrument_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One instrument.
     * @description By id.
     */
    get: operations["instruments.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/accounts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List accounts.
     * @description Ordered by name.
     */
    get: operations["accounts.list"];
    put?: never;
    /**
     * Add an account.
     * @description Credentials are stored encrypted and never returned.
     */
    post: operations["accounts.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/accounts/{account_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One account.
     * @description By id.
     */
    get: operations["accounts.get"];
    /**
     * Change an account.
     * @description Only the fields that are given.
     */
    put: operations["accounts.update"];
    post?: never;
    /**
     * Archive or delete an account.
     * @description Deleting is refused while bindings refer to it.
     */
    delete: operations["accounts.delete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/portfolios": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List portfolios.
     * @description Ordered by name.
     */
    get: operations["portfolios.list"];
    put?: never;
    /**
     * Add a portfolio.
     * @description Names are unique per user.
     */
    post: operations["portfolios.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/portfolios/{name}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One portfolio.
     * @description By name.
     */
    get: operations["portfolios.get"];
    /**
     * Change a portfolio.
     * @description Only the fields that are given; selections replace all.
     */
    put: operations["portfolios.update"];
    post?: never;
    /**
     * Archive or delete a portfolio.
     * @description Deleting is refused while bindings refer to it.
     */
    delete: operations["portfolios.delete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/bindings": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List bindings.
     * @description Oldest first.
     */
    get: operations["bindings.list"];
    put?: never;
    /**
     * Let an account trade a portfolio.
     * @description Account and portfolio must fit; the pair is unique.
     */
    post: operations["bindings.create"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/bindings/{binding_id}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post?: never;
    /**
     * Remove a binding.
     * @description At once.
     */
    delete: operations["bindings.delete"];
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/slots": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * List slots.
     * @description By node and slot.
     */
    get: operations["slots.list"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/slots/{node_seq}/{slot_idx}": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * One slot.
     * @description By node and slot, both counted from 0.
     */
    get: operations["slots.get"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/slots/{node_seq}/{slot_idx}/bind": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Put an account into a slot.
     * @description Makes the slot where it does not exist.
     */
    post: operations["slots.bind"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/slots/{node_seq}/{slot_idx}/unbind": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Free a slot.
     * @description The answer has no account.
     */
    post: operations["slots.unbind"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/api/v1/trades": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Persisted trades.
     * @description Trades that tasks with persist_mode PSQL stored; the time filters are inclusive and act on the entry time.
     */
    get: operations["trades.query"];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}
export type webhooks = Record<string, never>;
export interface components {
  schemas: {
    /**
     * @description Frequency of bars. `1min` is a minute, `1M` a month.
     * @enum {string}
     */
    Freq: "1min" | "5min" | "15min" | "30min" | "1h" | "4h" | "1D" | "1W" | "1M";
    /**
     * @description Direction of a blueprint. `Both` exists in the schema and is refused by the local gateway.
     * @enum {string}
     */
    TradeDirection: "Long" | "Short" | "Both";
    /**
     * @description Category label of a blueprint; it changes no result.
     * @enum {string}
     */
    TrendType: "Trend" | "Range" | "Reversal";
    /**
     * @description What kind of order a trigger stands for. Result columns hold the integer code. A base blueprint takes only the two immediate ones.
     * @enum {string}
     */
    OrderStrategy:
      | "ImmediateEntry"
      | "FavorableDelayEntry"
      | "AdverseDelayEntry"
      | "ImmediateExit"
      | "StopLoss"
      | "TakeProfit"
      | "TrailingStop"
      | "Breakeven"
      | "TimeoutExit";
    /**
     * @description Keys of the indicator factories. Not sent on the wire, where `type` of the configuration says it.
     * @enum {string}
     */
    IndicatorType:
      | "sma"
      | "ema"
      | "smma"
      | "wma"
      | "atr"
      | "atr_quantile"
      | "supertrend"
      | "market_profile"
      | "cci"
      | "rsi"
      | "bollinger_bands"
      | "macd"
      | "stochastic"
      | "adx"
      | "raw_ohlcv";
    /**
     * @description A column of the bars.
     * @enum {string}
     */
    OhlcvColumn: "open" | "high" | "low" | "close" | "volume";
    /**
     * @description A price column of the bars.
     * @enum {string}
     */
    PriceColumn: "high" | "open" | "low" | "close";
    /**
     * @description Day of the week; column names hold its number, Monday 0.
     * @enum {string}
     */
    Weekday: "Mon" | "Tue" | "Wed" | "Thu" | "Fri" | "Sat" | "Sun";
    /**
     * @description Shape of a market profile, as the indicator's `profile_shape` member gives it.
     * @enum {string}
     */
    ProfileShape: "p_shaped" | "b_shaped" | "b_double_distribution" | "trend_day" | "normal" | "undefined";
    /**
     * @description What an export computes.
     * @enum {integer}
     */
    ExportType: 0 | 1 | 2 | 3 | 4;
    /**
     * @description State of a task. It goes from PENDING over PROCESSING to COMPLETED or FAILED.
     * @enum {integer}
     */
    TaskStatus: 0 | 1 | 2 | 3;
    /**
     * @description REDIS keeps results for seven days; PSQL also writes the trades where the trades query finds them.
     * @enum {integer}
     */
    PersistMode: 0 | 1;
    /**
     * @description Name of the operation that an export started.
     * @enum {string}
     */
    OperationType:
      | "backtest-results"
      | "latest-trades"
      | "enhanced-ohlcv"
      | "on-demand-ohlcv"
      | "validate-strategy";
    /**
     * @description Where market data and accounts come from; each has a time zone.
     * @enum {string}
     */
    AccountSource: "FTMO" | "IB" | "FIVEPERCENT" | "BINANCE" | "SHIOAJI";
    /**
     * @description Trading platform of an instrument or account.
     * @enum {string}
     */
    BrokerType: "mt5" | "binance" | "okx" | "shioaji" | "ccxt" | "ib" | "tradepose_mock";
    /**
     * @description Kind of market.
     * @enum {string}
     */
    MarketType: "spot" | "futures" | "margin" | "options" | "swap" | "forex";
    /**
     * @description Whether an instrument trades.
     * @enum {string}
     */
    InstrumentStatus: "active" | "inactive" | "trading_halt";
    /** @description A Polars expression in the JSON form of Rust Polars 0.51, as a nested object. Readers also take the same JSON as text. */
    Expr:
      | {
          [key: string]: unknown;
        }
      | string;
    /** @description Simple moving average of a column. First value at bar `period`. */
    SMA: {
      /** @constant */
      type: "SMA";
      /** @description Window length in bars. Above 0. */
      period: number;
      /**
       * @description Source column.
       * @default close
       */
      column?: components["schemas"]["OhlcvColumn"] | null;
    };
    /** @description Exponential moving average, alpha 2 / (period + 1), seeded with the mean of the first `period` values. */
    EMA: {
      /** @constant */
      type: "EMA";
      /** @description Period in bars. Above 0. */
      period: number;
      /**
       * @description Source column.
       * @default close
       */
      column?: components["schemas"]["OhlcvColumn"] | null;
    };
    /** @description Smoothed (Wilder) moving average, alpha 1 / period, seeded with the mean of the first `period` values. */
    SMMA: {
      /** @constant */
      type: "SMMA";
      /** @description Period in bars. Above 0. */
      period: number;
      /**
       * @description Source column.
       * @default close
       */
      column?: components["schemas"]["OhlcvColumn"] | null;
    };
    /** @description Linearly weighted moving average, weights 1 to `period`, the newest bar weighing most. */
    WMA: {
      /** @constant */
      type: "WMA";
      /** @description Window length in bars. Above 0. */
      period: number;
      /**
       * @description Source column.
       * @default close
       */
      column?: components["schemas"]["OhlcvColumn"] | null;
    };
    /** @description Average true range with Wilder's smoothing; the first true range is high minus low. First value at bar `period`. */
    ATR: {
      /** @constant */
      type: "ATR";
      /** @description Period in bars. Above 0. */
      period: number;
    };
    /** @description Rolling quantile (nearest rank) of another indicator's column, usually an ATR. */
    AtrQuantile: {
      /** @constant */
      type: "AtrQuantile";
      /** @description Name of the column it reads, an indicator's display name or short name. Not empty. */
      atr_column: string;
      /** @description Window length in bars. Above 0. */
      window: number;
      /** @description Quantile, between 0 and 1. Above 0, below 1. */
      quantile: number;
    };
    /** @description SuperTrend bands around the bar's middle, `multiplier` times a volatility column wide. */
    SuperTrend: {
      /** @constant */
      type: "SuperTrend";
      /** @description Width of the bands in units of the volatility column. Above 0. */
      multiplier: number;
      /** @description Name of the volatility column, an indicator's display name or short name; usually an ATR with shift 0. Not empty. */
      volatility_column: string;
      /**
       * @description Column used as the high.
       * @default high
       */
      high?: components["schemas"]["PriceColumn"] | null;
      /**
       * @description Column used as the low.
       * @default low
       */
      low?: components["schemas"]["PriceColumn"] | null;
      /**
       * @description Column used as the close.
       * @default close
       */
      close?: components["schemas"]["PriceColumn"] | null;
      fields?: components["schemas"]["IndicatorFields"];
    };
    /** @description Difference of two exponential averages, its signal line and their difference. */
    MACD: {
      /** @constant */
      type: "MACD";
      /**
       * @description Period of the fast average. Above 0.
       * @default 12
       */
      fast_period?: number | null;
      /**
       * @description Period of the slow average. Above 0.
       * @default 26
       */
      slow_period?: number | null;
      /**
       * @description Period of the signal line. Above 0.
       * @default 9
       */
      signal_period?: number | null;
      /**
       * @description Source column.
       * @default close
       */
      column?: components["schemas"]["OhlcvColumn"] | null;
      fields?: components["schemas"]["IndicatorFields"];
    };
    /** @description Average directional index with Wilder's smoothing. */
    ADX: {
      /** @constant */
      type: "ADX";
      /**
       * @description Period in bars. Above 0.
       * @default 14
       */
      period?: number | null;
      fields?: components["schemas"]["IndicatorFields"];
    };
    /** @description Relative strength index, 0 to 100, with Wilder's smoothing. First value at bar `period` + 1. */
    RSI: {
      /** @constant */
      type: "RSI";
      /**
       * @description Period in bars. Above 0.
       * @default 14
       */
      period?: number | null;
      /**
       * @description Source column.
       * @default close
       */
      column?: components["schemas"]["OhlcvColumn"] | null;
    };
    /** @description Commodity channel index of the typical price, mean absolute deviation, constant 0.015. */
    CCI: {
      /** @constant */
      type: "CCI";
      /**
       * @description Window length in bars. Above 0.
       * @default 20
       */
      period?: number | null;
    };
    /** @description Stochastic oscillator; raw %K and its simple average %D, 0 to 100. */
    Stochastic: {
      /** @constant */
      type: "Stochastic";
      /**
       * @description Window of %K in bars. Above 0.
       * @default 14
       */
      k_period?: number | null;
      /**
       * @description Window of %D in bars. Above 0.
       * @default 3
       */
      d_period?: number | null;
      fields?: components["schemas"]["IndicatorFields"];
    };
    /** @description Moving average with bands `num_std` population deviations wide. */
    BollingerBands: {
      /** @constant */
      type: "BollingerBands";
      /**
       * @description Window length in bars. Above 0.
       * @default 20
       */
      period?: number | null;
      /**
       * @description Width of the bands in deviations. Above 0.
       * @default 2
       */
      num_std?: number | null;
      /**
       * @description Source column.
       * @default close
       */
      column?: components["schemas"]["OhlcvColumn"] | null;
      fields?: components["schemas"]["IndicatorFields"];
    };
    /** @description Time-price-opportunity profile of the segments between anchors; values stand on anchor rows only. */
    MarketProfile: {
      /** @constant */
      type: "MarketProfile";
      anchor_config: components["schemas"]["AnchorConfig"];
      /** @description Price step of the levels. Above 0. */
      tick_size: number;
      /**
       * @description Share of the time-price opportunities that the value area holds. Above 0, below 1.
       * @default 0.7
       */
      value_area_pct?: number | null;
      fields?: components["schemas"]["IndicatorFields"];
      /** @description Shape detection; null for none. */
      shape_config?: components["schemas"]["ProfileShapeConfig"] | null;
    };
    /** @description A column of the bars themselves, at a frequency and shift of its own. */
    RawOhlcv: {
      /** @constant */
      type: "RawOhlcv";
      /** @description The column. */
      column: components["schemas"]["OhlcvColumn"];
    };
    /** @description Struct members to keep; null keeps all. */
    IndicatorFields: string[] | null;
    /** @description A time of day. */
    DailyAnchor: {
      /** @constant */
      type: "DailyTime";
      /** @description Local hour. At least 0, at most 23. */
      hour: number;
      /** @description Local minute. At least 0, at most 59. */
      minute: number;
    };
    /** @description A time of one day of the week. */
    WeeklyAnchor: {
      /** @constant */
      type: "WeeklyTime";
      weekday: components["schemas"]["Weekday"];
      /** @description Local hour. At least 0, at most 23. */
      hour: number;
      /** @description Local minute. At least 0, at most 59. */
      minute: number;
    };
    /** @description When a market profile segment ends, or starts. */
    AnchorRule: components["schemas"]["DailyAnchor"] | components["schemas"]["WeeklyAnchor"];
    /** @description Where market profile segments are cut. */
    AnchorConfig: {
      end_rule: components["schemas"]["AnchorRule"];
      /** @description Start of a window within the day; only with lookback_days 0. */
      start_rule?: components["schemas"]["AnchorRule"] | null;
      /** @description Daily anchors per segment; 0 for a window of the same day. At least 0. */
      lookback_days: number;
    };
    /** @description Thresholds of the shape detection, each above 0 and at most 1. */
    ProfileShapeConfig: {
      /**
       * @description Share of periods that count as early. Above 0, at most 1.
       * @default 0.15
       */
      early_period_ratio?: number | null;
      /**
       * @description Share of periods that count as late. Above 0, at most 1.
       * @default 0.15
       */
      late_period_ratio?: number | null;
      /**
       * @description Largest initial-balance share of a trend day. Above 0, at most 1.
       * @default 0.2
       */
      trend_ib_max_ratio?: number | null;
      /**
       * @description Smallest share of moves in one direction of a trend day. Above 0, at most 1.
       * @default 0.6
       */
      trend_monotonic_threshold?: number | null;
      /**
       * @description Smallest imbalance of early and late counts of a trend day. Above 0, at most 1.
       * @default 0.7
       */
      trend_imbalance_threshold?: number | null;
      /**
       * @description Smallest concentration of a p or b shape. Above 0, at most 1.
       * @default 0.6
       */
      pshape_concentration_threshold?: number | null;
      /**
       * @description Largest valley between two peaks, as a share of the peak. Above 0, at most 1.
       * @default 0.7
       */
      bshape_valley_threshold?: number | null;
      /**
       * @description Largest asymmetry of a normal profile. Above 0, at most 1.
       * @default 0.3
       */
      normal_symmetry_threshold?: number | null;
    };
    /** @description One indicator with its parameters, told apart by `type`. */
    IndicatorConfig:
      | components["schemas"]["SMA"]
      | components["schemas"]["EMA"]
      | components["schemas"]["SMMA"]
      | components["schemas"]["WMA"]
      | components["schemas"]["ATR"]
      | components["schemas"]["AtrQuantile"]
      | components["schemas"]["SuperTrend"]
      | components["schemas"]["MACD"]
      | components["schemas"]["ADX"]
      | components["schemas"]["RSI"]
      | components["schemas"]["CCI"]
      | components["schemas"]["Stochastic"]
      | components["schemas"]["BollingerBands"]
      | components["schemas"]["MarketProfile"]
      | components["schemas"]["RawOhlcv"];
    /** @description An indicator on an instrument and a frequency. Its column is named `[instrument_]freq_shortName[_sShift]`; a shift of 1 leaves no suffix. */
    IndicatorSpec: {
      /** @description Symbol; part of the column name when given. Default: the strategy's base instrument. Not empty. */
      instrument?: string | null;
      /** @description Filled by the gateway. */
      instrument_id?: number | null;
      /** @description Frequency on which the indicator is computed. */
      freq: components["schemas"]["Freq"];
      /**
       * @description Bars of `freq` by which the value is delayed; 1 sees completed bars only.
       * @default 1
       */
      shift?: number | null;
      indicator: components["schemas"]["IndicatorConfig"];
    };
    /** @description An order that fires on a bar when all its conditions are true there and its price is a number. */
    Trigger: {
      /** @description Label. */
      name: string;
      order_strategy: components["schemas"]["OrderStrategy"];
      /** @description The lower number goes first among triggers that fire together; ties go by list order. */
      priority: number;
      /** @description Free text. */
      note?: string | null;
      /** @description Boolean expressions, all of which must hold; an empty list always holds. */
      conditions: components["schemas"]["Expr"][];
      /** @description Numeric expression: the price of the order. */
      price_expr: components["schemas"]["Expr"];
    };
    /** @description Entry and exit triggers in one direction. */
    Blueprint: {
      /**
       * Format: uuid
       * @description Database id, filled by the gateway.
       */
      id?: string | null;
      /** @description Name; becomes blueprint_name of the results. */
      name: string;
      direction: components["schemas"]["TradeDirection"];
      trend_type: components["schemas"]["TrendType"];
      /** @description When entry and exit fire on one bar: true drops the exit, false the entry. */
      entry_first: boolean;
      /** @description Free text. */
      note?: string | null;
      /** @description May be empty. */
      entry_triggers: components["schemas"]["Trigger"][];
      /** @description May be empty. */
      exit_triggers: components["schemas"]["Trigger"][];
    };
    /** @description A whole strategy; what the builder makes, what travels, what is stored. */
    StrategyConfig: {
      /**
       * Format: uuid
       * @description Database id, filled by the gateway.
       */
      id?: string | null;
      /** @description Unique per user. Not empty. */
      name: string;
      /** @description Symbol on which the strategy runs and trades. Not empty. */
      base_instrument: string;
      /** @description Filled by the gateway. */
      base_instrument_id?: number | null;
      /** @description Frequency of the base bars. */
      base_freq: components["schemas"]["Freq"];
      /** @description Free text. */
      note?: string | null;
      /** @description Numeric expression whose value fills the `*_volatility` columns of trades. */
      volatility_indicator?: components["schemas"]["Expr"] | null;
      /** @description Indicator columns that expressions can read. */
      indicators?: components["schemas"]["IndicatorSpec"][] | null;
      /** @description The layer that generates positions. */
      base_blueprint: components["schemas"]["Blueprint"];
      /** @description Layers on top of the base, each on its own. */
      advanced_blueprints?: components["schemas"]["Blueprint"][] | null;
    };
    /** @description Id and name of a blueprint. */
    BlueprintSummary: {
      /**
       * Format: uuid
       * @description Database id.
       */
      id: string | null;
      /** @description Name. */
      name: string;
    };
    /** @description A stored strategy without indicators and triggers. */
    StrategySummary: {
      /**
       * Format: uuid
       * @description Database id.
       */
      id: string;
      /** @description Name. */
      name: string;
      /** @description Symbol. */
      base_instrument: string;
      base_freq: components["schemas"]["Freq"];
      /** @description Free text. */
      note: string | null;
      base_blueprint: components["schemas"]["BlueprintSummary"];
      /** @description In order. */
      advanced_blueprints: components["schemas"]["BlueprintSummary"][];
    };
    /** @description The caller's strategies. */
    StrategyListResponse: {
      /** @description Ordered by name. */
      strategies: components["schemas"]["StrategySummary"][];
      /** @description Their number. At least 0. */
      count: number;
    };
    /** @description Conventions of the local gateway's engine; they exist to reproduce other engines. An extension: not every server knows it. */
    EngineOptions: {
      /**
       * @description Which of a stop and a target touched in one bar is taken.
       * @default pessimistic
       */
      intrabar?: ("pessimistic" | "path" | "optimistic") | null;
      /**
       * @description Exits on the entry bar; only those that surely came after the entry, or none.
       * @default certain
       */
      entry_bar_exits?: ("certain" | "none") | null;
      /**
       * @description True: a level touched inside a bar beats a signal exit at its open.
       * @default false
       */
      stops_before_signals?: boolean | null;
      /**
       * @description What becomes of a position at the end of the period.
       * @default open
       */
      end_of_data?: ("open" | "close") | null;
    };
    /** @description One task; all given strategies over one period. */
    ExportRequest: {
      /** @description Complete strategies; nothing has to be registered first. At least 1 items. */
      strategy_configs: components["schemas"]["StrategyConfig"][];
      export_type: components["schemas"]["ExportType"];
      /**
       * @description Where results are kept.
       * @default 0
       */
      persist_mode?: components["schemas"]["PersistMode"] | null;
      /** @description First moment of the period, `YYYY-MM-DD` or ISO 8601; without offset it is the instrument's local time. */
      start_date?: string | null;
      /** @description Last moment of the period, inclusive; a date, or a time of 00:00:00, includes that whole day. */
      end_date?: string | null;
      /** @description Optional filter by strategy id or name. */
      strategy_ids?: string[] | null;
      /** @description ENHANCED_OHLCV; the strategy, default the first. */
      strategy_name?: string | null;
      /** @description ENHANCED_OHLCV; the blueprint, default the base blueprint. */
      blueprint_name?: string | null;
      /** @description ON_DEMAND_OHLCV; the symbol. */
      base_instrument?: string | null;
      /** @description ON_DEMAND_OHLCV; the frequency. */
      base_freq?: components["schemas"]["Freq"] | null;
      /** @description ON_DEMAND_OHLCV; the indicators. */
      indicator_specs?: components["schemas"]["IndicatorSpec"][] | null;
      /** @description LATEST_TRADES; trades per strategy and blueprint, server default 2. At least 1. */
      trade_count?: number | null;
      /** @description Conventions of the engine. An extension: not every server knows it. */
      engine_options?: components["schemas"]["EngineOptions"] | null;
      /** @description Label by which the tasks of one batch are found again. 1 to 200 characters. An extension: not every server knows it. */
      batch?: string | null;
    };
    /** @description An accepted export. */
    ExportResponse: {
      /**
       * Format: uuid
       * @description The task to ask for.
       */
      task_id: string;
      /** @description A sentence. */
      message: string;
      operation_type: components["schemas"]["OperationType"];
    };
    /** @description One export of a batch request. An extension: not every server knows it. */
    ExportBatchItem: {
      /** @description Names this export; sent again with the same request it gives back the same task. 1 to 255 characters. */
      idempotency_key: string;
      request: components["schemas"]["ExportRequest"];
    };
    /** @description Several exports in one request, each on its own. An extension: not every server knows it. */
    ExportBatchRequest: {
      /** @description What to start, in order. 1 to 200 items. */
      exports: components["schemas"]["ExportBatchItem"][];
    };
    /** @description What became of one export; it has either a task or an error. An extension: not every server knows it. */
    ExportBatchResult: {
      /** @description HTTP status that the export alone would have had. At least 200, at most 599. */
      status: number;
      /**
       * Format: uuid
       * @description The task; null when it was refused.
       */
      task_id?: string | null;
      /** @description Why it was refused. */
      error?: components["schemas"]["ErrorResponse"] | null;
    };
    /** @description What became of the exports of a batch request. An extension: not every server knows it. */
    ExportBatchResponse: {
      /** @description One per export, in the order of the request. */
      results: components["schemas"]["ExportBatchResult"][];
      /** @description Exports that have a task. At least 0. */
      accepted: number;
    };
    /** @description State of a task. */
    TaskMetadataResponse: {
      /**
       * Format: uuid
       * @description Id of the task.
       */
      task_id: string;
      /**
       * Format: uuid
       * @description Its owner.
       */
      user_id: string;
      status: components["schemas"]["TaskStatus"];
      export_type: components["schemas"]["ExportType"];
      /**
       * Format: date-time
       * @description When it was accepted.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When a worker took it.
       */
      started_at?: string | null;
      /**
       * Format: date-time
       * @description When it ended.
       */
      completed_at?: string | null;
      /** @description The worker that took it. */
      worker_id?: string | null;
      /** @description Strategies. At least 0. */
      strategy_counts?: number | null;
      /** @description Blueprints. At least 0. */
      blueprint_counts?: number | null;
      /** @description Indicators. At least 0. */
      indicator_counts?: number | null;
      /** @description Triggers. At least 0. */
      trigger_counts?: number | null;
      /** @description Base bars of the period. At least 0. */
      input_rows?: number | null;
      /** @description Why it failed. */
      error_message?: string | null;
      /** @description Stable name of the reason, for example `cancelled`. An extension: not every server knows it. */
      error_code?: string | null;
      /** @description Label that the export came with. An extension: not every server knows it. */
      batch?: string | null;
      /** @description Part of the work that is done, 0 to 1. At least 0, at most 1. An extension: not every server knows it. */
      progress?: number | null;
      /** @description Blueprints computed so far. At least 0. An extension: not every server knows it. */
      completed_blueprint_counts?: number | null;
      /** @description Trades found so far. At least 0. An extension: not every server knows it. */
      trade_counts?: number | null;
      /** @description Version of the engine that computed it. An extension: not every server knows it. */
      engine_version?: string | null;
      /** @description Digest of all bars it read, in hexadecimal; the same digest, engine and request give the same results. An extension: not every server knows it. */
      data_fingerprint?: string | null;
      /** @description Bars on which an entry fired and could not fill at its price. At least 0. An extension: not every server knows it. */
      rejected_entries?: number | null;
      /** @description Trades whose order of events a bar could not tell. At least 0. An extension: not every server knows it. */
      ambiguous_trades?: number | null;
    };
    /** @description Tasks, and the moment at which they were looked at. An extension: not every server knows it. */
    TaskListResponse: {
      /** @description In order of their last change. */
      tasks: components["schemas"]["TaskMetadataResponse"][];
      /** @description Their number. At least 0. */
      count: number;
      /**
       * Format: date-time
       * @description Time of the answer by the server's clock; as the next `updated_after` it misses no change.
       */
      now: string;
    };
    /** @description One thing that is wrong with a strategy. */
    ValidationProblem: {
      /** @description The strategy. */
      strategy_name: string | null;
      /** @description Where, for example `base_blueprint.entry_triggers[0].conditions[1]`. */
      field_path: string;
      /** @description What is wrong and what to do. */
      message: string;
    };
    /** @description Outcome of VALIDATE_STRATEGY. */
    ValidationResult: {
      /** @description True when there is no error. */
      valid: boolean;
      /** @description Names of the strategies that were checked. */
      validated_strategies: string[];
      /** @description All errors. */
      errors: components["schemas"]["ValidationProblem"][];
      /** @description What is accepted and most likely a mistake, look-ahead first; never makes a strategy invalid. An extension: not every server knows it. */
      warnings?: components["schemas"]["ValidationProblem"][] | null;
    };
    /** @description Latest trades of every strategy and blueprint, as rows of the trades frame. */
    LatestTradesResult: {
      /** @description Rows with the names of the trades frame. */
      trades: {
        [key: string]: unknown;
      }[];
    };
    /** @description A wish for a key. */
    APIKeyCreate: {
      /** @description Label of the key. 1 to 100 characters. */
      name: string;
    };
    /** @description A new key. This is the only time its text is shown. */
    APIKeyCreateResponse: {
      /**
       * Format: uuid
       * @description Id of the key.
       */
      id: string;
      /** @description Its owner. */
      user_id: string;
      /** @description Label. */
      name: string;
      /** @description The key in plain text. Secret: never logged. */
      api_key: string;
      /**
       * Format: date-time
       * @description When it was made.
       */
      created_at: string;
    };
    /** @description A key without its text. */
    APIKeyResponse: {
      /**
       * Format: uuid
       * @description Id of the key.
       */
      id: string;
      /** @description Its owner. */
      user_id: string;
      /** @description Label. */
      name: string;
      /** @description True once revoked; a revoked key never works again. */
      revoked: boolean;
      /**
       * Format: date-time
       * @description When it was last used.
       */
      last_used: string | null;
      /**
       * Format: date-time
       * @description When it was made.
       */
      created_at: string;
    };
    /** @description All keys of the caller, revoked ones included. */
    APIKeyListResponse: {
      /** @description Newest first. */
      keys: components["schemas"]["APIKeyResponse"][];
      /** @description Their number. At least 0. */
      total: number;
    };
    /**
     * @description Tier of a plan.
     * @enum {string}
     */
    PlanTier: "free" | "pro" | "enterprise";
    /**
     * @description How often a plan is paid.
     * @enum {string}
     */
    BillingCycle: "monthly" | "yearly";
    /** @description The plan to buy. */
    CheckoutRequest: {
      plan_tier: components["schemas"]["PlanTier"];
      billing_cycle: components["schemas"]["BillingCycle"];
    };
    /** @description Where to pay. */
    CheckoutResponse: {
      /** @description Page of the payment provider. */
      checkout_url: string;
      /** @description The provider's id of plan and cycle. */
      variant_id: string;
    };
    /** @description What a plan allows. */
    PlanLimits: {
      /** @description Requests a minute. At least 0. */
      requests_per_minute: number;
      /** @description Requests a month. At least 0. */
      monthly_quota: number;
      /** @description Tasks that may run at once. At least 0. */
      max_concurrent_tasks: number;
      /** @description Strategies that may be stored. At least 0. */
      max_strategies: number;
      /** @description Whether tasks go first. */
      priority_queue: boolean;
      /** @description Kind of support. */
      support_level: string;
    };
    /** @description A plan on offer. */
    Plan: {
      tier: components["schemas"]["PlanTier"];
      /** @description Name. */
      name: string;
      /** @description What it is for. */
      description: string;
      /** @description US dollars a month. At least 0. */
      price_monthly: number;
      /** @description US dollars a year. At least 0. */
      price_yearly: number;
      limits: components["schemas"]["PlanLimits"];
      /** @description What it includes. */
      features: string[];
    };
    /** @description All plans on offer. */
    PlansListResponse: {
      /** @description Cheapest first. */
      plans: components["schemas"]["Plan"][];
    };
    /** @description A paid plan. */
    Subscription: {
      /**
       * Format: uuid
       * @description Id.
       */
      id: string;
      /**
       * Format: uuid
       * @description Its owner.
       */
      user_id: string;
      /** @description The payment provider's id of the subscription. */
      lemonsqueezy_subscription_id?: string | null;
      /** @description The payment provider's id of the customer. */
      lemonsqueezy_customer_id?: string | null;
      /** @description Tier. */
      plan: string;
      /** @description State at the payment provider, for example `active`. */
      status: string;
      /**
       * Format: date-time
       * @description Start of the paid period.
       */
      current_period_start?: string | null;
      /**
       * Format: date-time
       * @description End of the paid period.
       */
      current_period_end?: string | null;
      /**
       * Format: date-time
       * @description When it was made.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updated_at: string;
    };
    /** @description The caller's plan and what was used of it. */
    SubscriptionDetailResponse: {
      /** @description Null on the free plan. */
      subscription?: components["schemas"]["Subscription"] | null;
      /** @description Tier in force. */
      current_plan: string;
      /**
       * @description Requests this month. At least 0.
       * @default 0
       */
      usage_current_month?: number | null;
      /**
       * @description Requests a month. At least 0.
       * @default 0
       */
      usage_limit?: number | null;
    };
    /** @description A cancelled subscription. */
    CancelSubscriptionResponse: {
      /** @description A sentence. */
      message: string;
      /** @description State after it. */
      status?: string | null;
      /**
       * Format: date-time
       * @description When the plan ends.
       */
      current_period_end?: string | null;
    };
    /** @description Requests of one day. */
    UsageDayResponse: {
      /**
       * Format: date
       * @description The day.
       */
      usage_date: string;
      /** @description Requests. At least 0. */
      requests: number;
    };
    /** @description Use of the current month. */
    CurrentUsageResponse: {
      /** @description The caller. */
      user_id: string;
      /** @description `YYYY-MM`. */
      current_month: string;
      /** @description Requests so far. At least 0. */
      usage: number;
      /** @description Requests a month. At least 0. */
      limit: number;
      /** @description Requests left. */
      remaining: number;
      /** @description 0 to 100. At least 0. */
      percentage_used: number;
    };
    /** @description Use of the current month and the plan's limits. */
    UsageStatsResponse: {
      current_month: components["schemas"]["CurrentUsageResponse"];
      /** @description Name of the plan. */
      plan_name: string;
      /** @description Tier of the plan. */
      plan_tier: string;
      /** @description Requests a minute. At least 0. */
      rate_limit_per_minute: number;
      /** @description Requests a month. At least 0. */
      monthly_quota: number;
    };
    /** @description Requests by day. */
    UsageHistoryResponse: {
      /** @description The caller. */
      user_id: string;
      /**
       * Format: date
       * @description First day.
       */
      start_date: string;
      /**
       * Format: date
       * @description Last day.
       */
      end_date: string;
      /** @description Their sum. At least 0. */
      total_requests: number;
      /** @description Days in order. */
      daily_usage?: components["schemas"]["UsageDayResponse"][] | null;
    };
    /** @description Use within a window of time. */
    UsageWindow: {
      /** @description Requests. At least 0. */
      total_requests: number;
      /** @description Tasks completed. At least 0. */
      completed_tasks: number;
      /** @description Tasks failed. At least 0. */
      failed_tasks: number;
    };
    /** @description Use within several windows, and the plan's limits. Cached for three minutes. */
    DetailedUsageResponse: {
      /**
       * Format: date-time
       * @description Start of the current period.
       */
      period_start: string;
      last_minute: components["schemas"]["UsageWindow"];
      last_hour: components["schemas"]["UsageWindow"];
      last_day: components["schemas"]["UsageWindow"];
      current_period: components["schemas"]["UsageWindow"];
      /** @description Tier of the plan. */
      plan: string;
      /** @description Requests a month. At least 0. */
      monthly_quota: number;
      /** @description Requests a minute. At least 0. */
      requests_per_minute: number;
      /** @description Requests left. */
      remaining_quota: number;
      /** @description 0 to 100. At least 0. */
      quota_percentage_used: number;
      /**
       * Format: date-time
       * @description When these figures were made.
       */
      last_updated: string;
    };
    /** @description A decimal number as text, so that no digit is lost. */
    Decimal: string;
    /** @description A decimal number; text keeps every digit. */
    DecimalLike: components["schemas"]["Decimal"] | number;
    /** @description A tradable instrument; its symbol is what `base_instrument` takes. */
    InstrumentResponse: {
      /** @description Id. */
      id: number;
      /** @description Symbol. */
      symbol: string;
      account_source: components["schemas"]["AccountSource"];
      broker_type: components["schemas"]["BrokerType"];
      market_type: components["schemas"]["MarketType"];
      /** @description What is traded. */
      base_currency: string;
      /** @description What it is priced in. */
      quote_currency: string;
      /** @description Smallest price step. */
      tick_size: components["schemas"]["Decimal"];
      /** @description Smallest quantity step. */
      lot_size: components["schemas"]["Decimal"];
      /** @description Units per contract. */
      contract_size: components["schemas"]["Decimal"];
      /** @description Account-currency value of a one-point move per lot. */
      point_value: components["schemas"]["Decimal"];
      /** @description Decimals of a price. */
      price_precision: number;
      /** @description Decimals of a quantity. */
      quantity_precision: number;
      status: components["schemas"]["InstrumentStatus"];
      /**
       * Format: date-time
       * @description When it was added.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updated_at: string;
      /** @description SHA-256 of its bars, in hexadecimal; it changes when they do. An extension: not every server knows it. */
      data_fingerprint?: string | null;
    };
    /** @description A page of instruments. */
    InstrumentListResponse: {
      /** @description Ordered by symbol. */
      instruments: components["schemas"]["InstrumentResponse"][];
      /** @description Rows of this page. At least 0. */
      count: number;
      /** @description All rows that match. At least 0. */
      total: number;
      /** @description Page size asked for. At least 1. */
      limit: number;
      /** @description Rows skipped. At least 0. */
      offset: number;
    };
    /**
     * @description State of an account.
     * @enum {string}
     */
    AccountStatus: "active" | "inactive" | "suspended" | "expired";
    /** @description Credentials of a broker; which fields are needed depends on the broker. Stored encrypted, never returned. */
    BrokerCredentials: {
      /** @description API key. Secret: never logged. */
      api_key?: string | null;
      /** @description API secret. Secret: never logged. */
      api_secret?: string | null;
      /** @description Passphrase (OKX). Secret: never logged. */
      passphrase?: string | null;
      /** @description Account number. */
      account_id?: string | null;
      /** @description Password (MT5). Secret: never logged. */
      password?: string | null;
      /** @description Person id (Taiwan broker). Secret: never logged. */
      person_id?: string | null;
      /** @description Anything else. */
      extra_config?: {
        [key: string]: unknown;
      } | null;
    };
    /** @description A broker account to add. */
    AccountCreateRequest: {
      /** @description Unique per user. Not empty. */
      name: string;
      broker_type: components["schemas"]["BrokerType"];
      credentials: components["schemas"]["BrokerCredentials"];
      /**
       * @description Markets it may trade.
       * @default [
       *       "spot"
       *     ]
       */
      available_markets?: components["schemas"]["MarketType"][] | null;
      /** @description Market used when none is said. */
      default_market?: components["schemas"]["MarketType"] | null;
      /**
       * @description For example `production` or `testnet`.
       * @default production
       */
      environment?: string | null;
      /** @description REST address of the broker. */
      base_url?: string | null;
      /** @description Stream address of the broker. */
      ws_url?: string | null;
      /**
       * @description State to begin with.
       * @default inactive
       */
      status?: components["schemas"]["AccountStatus"] | null;
      /** @description Required for MT5. */
      account_source?: components["schemas"]["AccountSource"] | null;
    };
    /** @description What to change; an absent field stays as it is. broker_type and account_source cannot be changed. */
    AccountUpdateRequest: {
      /** @description New name. Not empty. */
      name?: string | null;
      credentials?: components["schemas"]["BrokerCredentials"] | null;
      /** @description Markets it may trade. */
      available_markets?: components["schemas"]["MarketType"][] | null;
      /** @description Market used when none is said. */
      default_market?: components["schemas"]["MarketType"] | null;
      /** @description For example `production` or `testnet`. */
      environment?: string | null;
      /** @description REST address of the broker. */
      base_url?: string | null;
      /** @description Stream address of the broker. */
      ws_url?: string | null;
      status?: components["schemas"]["AccountStatus"] | null;
    };
    /** @description A broker account without its credentials. */
    AccountResponse: {
      /**
       * Format: uuid
       * @description Id.
       */
      id: string;
      /** @description Name. */
      name: string;
      broker_type: components["schemas"]["BrokerType"];
      /** @description Markets it may trade. */
      available_markets: components["schemas"]["MarketType"][];
      /** @description Market used when none is said. */
      default_market?: components["schemas"]["MarketType"] | null;
      /** @description For example `production` or `testnet`. */
      environment: string;
      /** @description REST address of the broker. */
      base_url?: string | null;
      /** @description Stream address of the broker. */
      ws_url?: string | null;
      status: components["schemas"]["AccountStatus"];
      /** @description True once archived. */
      is_archived: boolean;
      /** @description Source of its market data. */
      account_source?: components["schemas"]["AccountSource"] | null;
      /**
       * Format: date-time
       * @description When the credentials were last tried.
       */
      last_validated_at?: string | null;
      /** @description What the broker said. */
      validation_error?: string | null;
      /**
       * Format: date-time
       * @description When it was added.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updated_at: string;
    };
    /** @description The caller's accounts. */
    AccountListResponse: {
      /** @description Ordered by name. */
      accounts: components["schemas"]["AccountResponse"][];
      /** @description Their number. At least 0. */
      count: number;
    };
    /**
     * @description Currency or unit of account.
     * @enum {string}
     */
    Currency: "USD" | "USDT" | "TWD" | "EUR" | "JPY" | "BTC" | "ETH" | "XAU" | "TAIEX";
    /**
     * @description What an order follows, the price of the signal or the signal itself.
     * @enum {string}
     */
    ExecutionMode: "price_priority" | "signal_priority";
    /** @description One blueprint of one strategy. */
    BlueprintSelection: {
      /** @description The strategy. Not empty. */
      strategy_name: string;
      /** @description The blueprint. Not empty. */
      blueprint_name: string;
    };
    /** @description From the symbol of the signal to the symbol, or the instrument id, that is traded. */
    InstrumentMapping: {
      [key: string]: string | number;
    };
    /** @description A portfolio to add. */
    PortfolioCreateRequest: {
      /** @description Unique per user. Not empty. */
      name: string;
      /** @description Capital in `currency`. */
      capital: components["schemas"]["DecimalLike"];
      currency: components["schemas"]["Currency"];
      account_source: components["schemas"]["AccountSource"];
      /** @description What it trades. */
      selections?: components["schemas"]["BlueprintSelection"][] | null;
      instrument_mapping?: components["schemas"]["InstrumentMapping"] | null;
    };
    /** @description What to change; an absent field stays as it is. Selections replace all. */
    PortfolioUpdateRequest: {
      /** @description New capital. */
      capital?: components["schemas"]["DecimalLike"] | null;
      /** @description What it trades from now on. */
      selections?: components["schemas"]["BlueprintSelection"][] | null;
      instrument_mapping?: components["schemas"]["InstrumentMapping"] | null;
    };
    /** @description A portfolio. */
    PortfolioResponse: {
      /** @description Name. */
      name: string;
      capital: components["schemas"]["DecimalLike"];
      currency: components["schemas"]["Currency"];
      account_source: components["schemas"]["AccountSource"];
      /** @description What it trades. */
      selections: components["schemas"]["BlueprintSelection"][];
      instrument_mapping?: components["schemas"]["InstrumentMapping"] | null;
    };
    /** @description The caller's portfolios. */
    PortfolioListResponse: {
      /** @description Ordered by name. */
      portfolios: components["schemas"]["PortfolioResponse"][];
      /** @description Their number. At least 0. */
      count: number;
    };
    /** @description An account and the portfolio it is to trade. */
    BindingCreateRequest: {
      /**
       * Format: uuid
       * @description The account.
       */
      account_id: string;
      /** @description The portfolio. Not empty. */
      portfolio_name: string;
      /**
       * @description What orders follow.
       * @default signal_priority
       */
      execution_mode?: components["schemas"]["ExecutionMode"] | null;
    };
    /** @description An account that trades a portfolio. */
    BindingResponse: {
      /**
       * Format: uuid
       * @description Id.
       */
      id: string;
      /**
       * Format: uuid
       * @description Its owner.
       */
      user_id: string;
      /**
       * Format: uuid
       * @description The account.
       */
      account_id: string;
      /**
       * Format: uuid
       * @description The portfolio.
       */
      portfolio_id: string;
      execution_mode: components["schemas"]["ExecutionMode"];
      /** @description Whether it trades. */
      is_active: boolean;
      /**
       * Format: date-time
       * @description When it was made.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updated_at: string;
    };
    /** @description The caller's bindings. */
    BindingListResponse: {
      /** @description Oldest first. */
      bindings: components["schemas"]["BindingResponse"][];
      /** @description Their number. At least 0. */
      count: number;
    };
    /** @description The account that takes the slot. */
    SlotBindRequest: {
      /**
       * Format: uuid
       * @description The account.
       */
      account_id: string;
    };
    /** @description A place of a trader node that runs one account. */
    SlotResponse: {
      /**
       * Format: uuid
       * @description Id.
       */
      id: string;
      /**
       * Format: uuid
       * @description Its owner.
       */
      user_id: string;
      /** @description Number of the node. At least 0. */
      node_seq: number;
      /** @description Number of the slot in the node. At least 0. */
      slot_idx: number;
      /**
       * Format: uuid
       * @description The account in it; null when free.
       */
      account_id?: string | null;
      /**
       * Format: date-time
       * @description Since when.
       */
      bound_at?: string | null;
      /**
       * Format: date-time
       * @description When it was made.
       */
      created_at: string;
      /**
       * Format: date-time
       * @description When it was last changed.
       */
      updated_at: string;
    };
    /** @description The caller's slots. */
    SlotListResponse: {
      /** @description By node and slot. */
      slots: components["schemas"]["SlotResponse"][];
      /** @description Their number. At least 0. */
      total: number;
    };
    /** @description A trade that a task with persist_mode PSQL stored. */
    TradeResponse: {
      /**
       * Format: uuid
       * @description Id.
       */
      id: string;
      /** @description The strategy. */
      strategy_name: string;
      /** @description The blueprint. */
      blueprint_name: string;
      /** @description Symbol. */
      instrument: string;
      /** @description 1 long, -1 short. */
      direction: number;
      /**
       * Format: date-time
       * @description Open time of the entry bar.
       */
      entry_time: string;
      /**
       * Format: date-time
       * @description Open time of the exit bar; null while open.
       */
      exit_time?: string | null;
      entry_price: components["schemas"]["DecimalLike"];
      /** @description Null while open. */
      exit_price?: components["schemas"]["DecimalLike"] | null;
      quantity: components["schemas"]["DecimalLike"];
      /** @description Profit or loss per unit. */
      pnl?: components["schemas"]["DecimalLike"] | null;
      /** @description pnl divided by the entry price. */
      pnl_pct?: components["schemas"]["DecimalLike"] | null;
      /** @description Maximum adverse excursion, price units. */
      mae?: components["schemas"]["DecimalLike"] | null;
      /** @description Maximum favourable excursion before the MAE, price units. */
      mfe?: components["schemas"]["DecimalLike"] | null;
      /** @description Whether the entry signal is on. */
      has_entry_signal: boolean;
      /** @description Whether the exit signal is on. */
      has_exit_signal: boolean;
      /** @description Stop level. */
      sl_price?: components["schemas"]["DecimalLike"] | null;
      /** @description Target level. */
      tp_price?: components["schemas"]["DecimalLike"] | null;
      /**
       * Format: date-time
       * @description When it was stored.
       */
      created_at: string;
    };
    /** @description A page of persisted trades. */
    TradesListResponse: {
      /** @description Newest entry first. */
      trades: components["schemas"]["TradeResponse"][];
      /** @description Rows of this page. At least 0. */
      count: number;
      /** @description Page size asked for. At least 1. */
      limit: number;
      /** @description Rows skipped. At least 0. */
      offset: number;
    };
    /**
     * @description Name of an extension that a server can announce. Servers may announce others. An extension: not every server knows it.
     * @enum {string}
     */
    Capability:
      | "engine_options"
      | "export_batch"
      | "task_query"
      | "task_results"
      | "task_cancel"
      | "task_progress"
      | "idempotency"
      | "data_fingerprint";
    /** @description That the service runs, and what it can do beyond the hosted contract. */
    HealthResponse: {
      /** @description `ok`. */
      status: string;
      /** @description Version of the gateway. An extension: not every server knows it. */
      version?: string | null;
      /** @description Version of the engine; results may differ between versions. An extension: not every server knows it. */
      engine_version?: string | null;
      /** @description Names of the extensions it serves; none announced, none served. An extension: not every server knows it. */
      capabilities?: (components["schemas"]["Capability"] | string)[] | null;
    };
    /** @description A sentence on what was done. */
    MessageResponse: {
      /** @description For example `Strategy 'x' archived`. */
      message: string;
    };
    /** @description What is wrong with one field of a request. */
    FieldProblem: {
      /** @description Path of the field, for example `strategy_configs[0].base_freq`. */
      field: string;
      /** @description What is wrong and what is expected. */
      message: string;
      /** @description Kind of problem. */
      type: string;
    };
    /** @description Why a request failed. */
    ErrorResponse: {
      /** @description A sentence for a person. */
      detail: string;
      /** @description Of a 422; every wrong field. */
      details?: components["schemas"]["FieldProblem"][] | null;
    };
    /**
     * Format: binary
     * @description A Parquet file.
     */
    ParquetFile: string;
    /**
     * Format: binary
     * @description A ZIP archive of Parquet files.
     */
    ZipFile: string;
  };
  responses: {
    /** @description No key or token, or one that is not valid. */
    Unauthorized: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The key may not do this. */
    Forbidden: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description There is no such thing for this caller. */
    NotFound: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description Something else still refers to it. */
    Conflict: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The body is larger than the gateway takes. */
    PayloadTooLarge: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The request does not fit the contract; details name every wrong field. */
    Unprocessable: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description Too many requests; Retry-After says how long to wait. */
    TooManyRequests: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        "Retry-After": components["headers"]["RetryAfter"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The gateway failed; the request id helps to find out why. */
    ServerError: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description This gateway does not offer it. */
    NotAvailable: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
    /** @description The gateway cannot answer now. */
    Unavailable: {
      headers: {
        "X-Request-ID": components["headers"]["RequestId"];
        "Retry-After": components["headers"]["RetryAfter"];
        [name: string]: unknown;
      };
      content: {
        "application/json": components["schemas"]["ErrorResponse"];
      };
    };
  };
  parameters: {
    /** @description Id of the key. */
    KeyId: string;
    /** @description Name of the strategy; reading also takes its id. */
    Strategy: string;
    /** @description Id of the task. */
    TaskId: string;
    /** @description Id of the account. */
    AccountId: string;
    /** @description Name of the portfolio. */
    PortfolioName: string;
    /** @description Id of the binding. */
    BindingId: string;
    /** @description Number of the node, from 0. */
    NodeSeq: number;
    /** @description Number of the slot in the node, from 0. */
    SlotIdx: number;
    /** @description Id of the instrument. */
    InstrumentId: number;
    /** @description Also list archived ones. */
    Archived: boolean;
    /** @description True archives, false deletes for good. */
    Archive: boolean;
    /** @description Part of the symbol, case ignored. */
    Symbol: string;
    /** @description Only this source. */
    AccountSource: components["schemas"]["AccountSource"];
    /** @description Only this platform. */
    BrokerType: components["schemas"]["BrokerType"];
    /** @description Only this kind of market. */
    MarketType: components["schemas"]["MarketType"];
    /** @description First day. */
    StartDate: string;
    /** @description Last day, inclusive. */
    EndDate: string;
    /** @description Only this strategy. */
    StrategyName: string;
    /** @description Only this blueprint. */
    BlueprintName: string;
    /** @description Only what this portfolio selects. */
    PortfolioFilter: string;
    /** @description Entries from here on, inclusive. */
    StartTime: string;
    /** @description Entries up to here, inclusive. */
    EndTime: string;
    /** @description Only with the entry signal on, or off. */
    HasEntrySignal: boolean;
    /** @description Only with the exit signal on, or off. */
    HasExitSignal: boolean;
    /** @description Only tasks whose export carried this label. */
    Batch: string;
    /** @description Only these tasks. */
    TaskIdsFilter: string[];
    /** @description The tasks. */
    TaskIds: string[];
    /** @description Only tasks that changed after this moment. */
    UpdatedAfter: string;
    /** @description Seconds to wait for a change. */
    Wait: number;
    /** @description Names the work for 7 days. The same key with the same body gives the first answer again, with another body it is 422. An extension: not every server knows it. */
    IdempotencyKey: string;
    /** @description Page size. */
    Limit: number;
    /** @description Rows to skip. */
    Offset: number;
  };
  requestBodies: never;
  headers: {
    /** @description Id of the request, for support and logs. */
    RequestId: string;
    /** @description Whole seconds to wait. */
    RetryAfter: number;
  };
  pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
  "health.get": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description It runs. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["HealthResponse"];
        };
      };
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "apiKeys.list": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The keys. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["APIKeyListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "apiKeys.create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["APIKeyCreate"];
      };
    };
    responses: {
      /** @description The new key. */
      201: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["APIKeyCreateResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      403: components["responses"]["Forbidden"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "apiKeys.revoke": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the key. */
        key_id: components["parameters"]["KeyId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Revoked. */
      204: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content?: never;
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "billing.listPlans": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The plans. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PlansListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "billing.createCheckout": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["CheckoutRequest"];
      };
    };
    responses: {
      /** @description Where to pay. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CheckoutResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "billing.getSubscription": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The plan. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SubscriptionDetailResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "billing.cancelSubscription": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Cancelled. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["CancelSubscriptionResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "billing.getUsage": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The use. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["UsageStatsResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "billing.getUsageHistory": {
    parameters: {
      query?: {
        /** @description First day. */
        start_date?: components["parameters"]["StartDate"];
        /** @description Last day, inclusive. */
        end_date?: components["parameters"]["EndDate"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The days. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["UsageHistoryResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "usage.getCurrent": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The use. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["DetailedUsageResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "strategies.list": {
    parameters: {
      query?: {
        /** @description Also list archived ones. */
        archived?: components["parameters"]["Archived"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The strategies. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["StrategyListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "strategies.create": {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the work for 7 days. The same key with the same body gives the first answer again, with another body it is 422. An extension: not every server knows it. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["StrategyConfig"];
      };
    };
    responses: {
      /** @description The stored strategy, which existed. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["StrategyConfig"];
        };
      };
      /** @description The stored strategy. */
      201: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["StrategyConfig"];
        };
      };
      401: components["responses"]["Unauthorized"];
      413: components["responses"]["PayloadTooLarge"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "strategies.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the strategy; reading also takes its id. */
        strategy: components["parameters"]["Strategy"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The strategy. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["StrategyConfig"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "strategies.delete": {
    parameters: {
      query?: {
        /** @description True archives, false deletes for good. */
        archive?: components["parameters"]["Archive"];
      };
      header?: never;
      path: {
        /** @description Name of the strategy; reading also takes its id. */
        strategy: components["parameters"]["Strategy"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MessageResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "export.create": {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the work for 7 days. The same key with the same body gives the first answer again, with another body it is 422. An extension: not every server knows it. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ExportRequest"];
      };
    };
    responses: {
      /** @description Accepted. */
      202: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ExportResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      413: components["responses"]["PayloadTooLarge"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "export.createBatch": {
    parameters: {
      query?: never;
      header?: {
        /** @description Names the work for 7 days. The same key with the same body gives the first answer again, with another body it is 422. An extension: not every server knows it. */
        "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ExportBatchRequest"];
      };
    };
    responses: {
      /** @description What became of each. */
      202: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ExportBatchResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      413: components["responses"]["PayloadTooLarge"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.list": {
    parameters: {
      query?: {
        /** @description Only tasks whose export carried this label. */
        batch?: components["parameters"]["Batch"];
        /** @description Only these tasks. */
        ids?: components["parameters"]["TaskIdsFilter"];
        /** @description Only tasks that changed after this moment. */
        updated_after?: components["parameters"]["UpdatedAfter"];
        /** @description Seconds to wait for a change. */
        wait?: components["parameters"]["Wait"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Their states. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TaskListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.downloadResults": {
    parameters: {
      query: {
        /** @description The tasks. */
        ids: components["parameters"]["TaskIds"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archive. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/zip": components["schemas"]["ZipFile"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the task. */
        task_id: components["parameters"]["TaskId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its state. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TaskMetadataResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.cancel": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the task. */
        task_id: components["parameters"]["TaskId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description Its state afterwards. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TaskMetadataResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.downloadResult": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the task. */
        task_id: components["parameters"]["TaskId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The archive. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/zip": components["schemas"]["ZipFile"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.downloadTrades": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the task. */
        task_id: components["parameters"]["TaskId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/octet-stream": components["schemas"]["ParquetFile"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.downloadPerformance": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the task. */
        task_id: components["parameters"]["TaskId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/octet-stream": components["schemas"]["ParquetFile"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.downloadEnhancedOhlcv": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the task. */
        task_id: components["parameters"]["TaskId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/octet-stream": components["schemas"]["ParquetFile"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.downloadOnDemandOhlcv": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the task. */
        task_id: components["parameters"]["TaskId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The file. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/octet-stream": components["schemas"]["ParquetFile"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.getLatestTrades": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the task. */
        task_id: components["parameters"]["TaskId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The trades. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["LatestTradesResult"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "tasks.getValidationResult": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the task. */
        task_id: components["parameters"]["TaskId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The outcome. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ValidationResult"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "instruments.list": {
    parameters: {
      query?: {
        /** @description Part of the symbol, case ignored. */
        symbol?: components["parameters"]["Symbol"];
        /** @description Only this source. */
        account_source?: components["parameters"]["AccountSource"];
        /** @description Only this platform. */
        broker_type?: components["parameters"]["BrokerType"];
        /** @description Only this kind of market. */
        market_type?: components["parameters"]["MarketType"];
        /** @description Page size. */
        limit?: components["parameters"]["Limit"];
        /** @description Rows to skip. */
        offset?: components["parameters"]["Offset"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["InstrumentListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "instruments.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the instrument. */
        instrument_id: components["parameters"]["InstrumentId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The instrument. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["InstrumentResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      503: components["responses"]["Unavailable"];
    };
  };
  "accounts.list": {
    parameters: {
      query?: {
        /** @description Also list archived ones. */
        archived?: components["parameters"]["Archived"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The accounts. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "accounts.create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AccountCreateRequest"];
      };
    };
    responses: {
      /** @description The account. */
      201: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "accounts.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the account. */
        account_id: components["parameters"]["AccountId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The account. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "accounts.update": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the account. */
        account_id: components["parameters"]["AccountId"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["AccountUpdateRequest"];
      };
    };
    responses: {
      /** @description The account. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["AccountResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "accounts.delete": {
    parameters: {
      query?: {
        /** @description True archives, false deletes for good. */
        archive?: components["parameters"]["Archive"];
      };
      header?: never;
      path: {
        /** @description Id of the account. */
        account_id: components["parameters"]["AccountId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MessageResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "portfolios.list": {
    parameters: {
      query?: {
        /** @description Also list archived ones. */
        archived?: components["parameters"]["Archived"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The portfolios. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PortfolioListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "portfolios.create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PortfolioCreateRequest"];
      };
    };
    responses: {
      /** @description The portfolio. */
      201: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PortfolioResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "portfolios.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the portfolio. */
        name: components["parameters"]["PortfolioName"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The portfolio. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PortfolioResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "portfolios.update": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Name of the portfolio. */
        name: components["parameters"]["PortfolioName"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["PortfolioUpdateRequest"];
      };
    };
    responses: {
      /** @description The portfolio. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["PortfolioResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "portfolios.delete": {
    parameters: {
      query?: {
        /** @description True archives, false deletes for good. */
        archive?: components["parameters"]["Archive"];
      };
      header?: never;
      path: {
        /** @description Name of the portfolio. */
        name: components["parameters"]["PortfolioName"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MessageResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "bindings.list": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The bindings. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BindingListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "bindings.create": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["BindingCreateRequest"];
      };
    };
    responses: {
      /** @description The binding. */
      201: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["BindingResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "bindings.delete": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Id of the binding. */
        binding_id: components["parameters"]["BindingId"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description What was done. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["MessageResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "slots.list": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The slots. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SlotListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "slots.get": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Number of the node, from 0. */
        node_seq: components["parameters"]["NodeSeq"];
        /** @description Number of the slot in the node, from 0. */
        slot_idx: components["parameters"]["SlotIdx"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The slot. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SlotResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "slots.bind": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Number of the node, from 0. */
        node_seq: components["parameters"]["NodeSeq"];
        /** @description Number of the slot in the node, from 0. */
        slot_idx: components["parameters"]["SlotIdx"];
      };
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["SlotBindRequest"];
      };
    };
    responses: {
      /** @description The slot. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SlotResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      409: components["responses"]["Conflict"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "slots.unbind": {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** @description Number of the node, from 0. */
        node_seq: components["parameters"]["NodeSeq"];
        /** @description Number of the slot in the node, from 0. */
        slot_idx: components["parameters"]["SlotIdx"];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The slot. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["SlotResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      404: components["responses"]["NotFound"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
  "trades.query": {
    parameters: {
      query?: {
        /** @description Only this strategy. */
        strategy_name?: components["parameters"]["StrategyName"];
        /** @description Only this blueprint. */
        blueprint_name?: components["parameters"]["BlueprintName"];
        /** @description Only what this portfolio selects. */
        portfolio_name?: components["parameters"]["PortfolioFilter"];
        /** @description Entries from here on, inclusive. */
        start_time?: components["parameters"]["StartTime"];
        /** @description Entries up to here, inclusive. */
        end_time?: components["parameters"]["EndTime"];
        /** @description Only with the entry signal on, or off. */
        has_entry_signal?: components["parameters"]["HasEntrySignal"];
        /** @description Only with the exit signal on, or off. */
        has_exit_signal?: components["parameters"]["HasExitSignal"];
        /** @description Page size. */
        limit?: components["parameters"]["Limit"];
        /** @description Rows to skip. */
        offset?: components["parameters"]["Offset"];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description A page. */
      200: {
        headers: {
          "X-Request-ID": components["headers"]["RequestId"];
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["TradesListResponse"];
        };
      };
      401: components["responses"]["Unauthorized"];
      422: components["responses"]["Unprocessable"];
      429: components["responses"]["TooManyRequests"];
      500: components["responses"]["ServerError"];
      501: components["responses"]["NotAvailable"];
      503: components["responses"]["Unavailable"];
    };
  };
}
