// Written by `npm run codegen` from openapi/*.yaml. Do not edit: change the contract or scripts/codegen.

/** Frequency of bars. `1min` is a minute, `1M` a month. */
export const Freq = {
  MIN_1: "1min",
  MIN_5: "5min",
  MIN_15: "15min",
  MIN_30: "30min",
  HOUR_1: "1h",
  HOUR_4: "4h",
  DAY_1: "1D",
  WEEK_1: "1W",
  MONTH_1: "1M",
} as const;

/** Frequency of bars. `1min` is a minute, `1M` a month. */
export type Freq = (typeof Freq)[keyof typeof Freq];

/** Direction of a blueprint. `Both` exists in the schema and is refused by the local gateway. */
export const TradeDirection = {
  LONG: "Long",
  SHORT: "Short",
  BOTH: "Both",
} as const;

/** Direction of a blueprint. `Both` exists in the schema and is refused by the local gateway. */
export type TradeDirection = (typeof TradeDirection)[keyof typeof TradeDirection];

/** The number that result columns hold for each `TradeDirection`. */
export const tradeDirectionCode = {
  Long: 1,
  Short: -1,
  Both: null,
} as const satisfies Readonly<Record<TradeDirection, number | null>>;

/** Category label of a blueprint; it changes no result. */
export const TrendType = {
  TREND: "Trend",
  RANGE: "Range",
  REVERSAL: "Reversal",
} as const;

/** Category label of a blueprint; it changes no result. */
export type TrendType = (typeof TrendType)[keyof typeof TrendType];

/** What kind of order a trigger stands for. Result columns hold the integer code. A base blueprint takes only the two immediate ones. */
export const OrderStrategy = {
  /** Market order at the price on the signal bar. */
  IMMEDIATE_ENTRY: "ImmediateEntry",
  /** Limit order that waits for a better price after the base entry. */
  FAVORABLE_DELAY_ENTRY: "FavorableDelayEntry",
  /** Stop order that waits for a breakout in the direction of the trade. */
  ADVERSE_DELAY_ENTRY: "AdverseDelayEntry",
  /** Market order that closes at the price on the signal bar. */
  IMMEDIATE_EXIT: "ImmediateExit",
  /** Stop order that limits the loss. */
  STOP_LOSS: "StopLoss",
  /** Limit order that takes the profit. */
  TAKE_PROFIT: "TakeProfit",
  /** Stop order whose level follows the extreme since entry. */
  TRAILING_STOP: "TrailingStop",
  /** Stop order near the entry price, armed once the trade is in profit. */
  BREAKEVEN: "Breakeven",
  /** Market order after a time limit. */
  TIMEOUT_EXIT: "TimeoutExit",
} as const;

/** What kind of order a trigger stands for. Result columns hold the integer code. A base blueprint takes only the two immediate ones. */
export type OrderStrategy = (typeof OrderStrategy)[keyof typeof OrderStrategy];

/** The number that result columns hold for each `OrderStrategy`. */
export const orderStrategyCode = {
  ImmediateEntry: 0,
  FavorableDelayEntry: 1,
  AdverseDelayEntry: 2,
  ImmediateExit: 3,
  StopLoss: 4,
  TakeProfit: 5,
  TrailingStop: 6,
  Breakeven: 7,
  TimeoutExit: 8,
} as const satisfies Readonly<Record<OrderStrategy, number>>;

/** Keys of the indicator factories. Not sent on the wire, where `type` of the configuration says it. */
export const IndicatorType = {
  SMA: "sma",
  EMA: "ema",
  SMMA: "smma",
  WMA: "wma",
  ATR: "atr",
  ATR_QUANTILE: "atr_quantile",
  SUPERTREND: "supertrend",
  MARKET_PROFILE: "market_profile",
  CCI: "cci",
  RSI: "rsi",
  BOLLINGER_BANDS: "bollinger_bands",
  MACD: "macd",
  STOCHASTIC: "stochastic",
  ADX: "adx",
  RAW_OHLCV: "raw_ohlcv",
} as const;

/** Keys of the indicator factories. Not sent on the wire, where `type` of the configuration says it. */
export type IndicatorType = (typeof IndicatorType)[keyof typeof IndicatorType];

/** A column of the bars. */
export const OhlcvColumn = {
  OPEN: "open",
  HIGH: "high",
  LOW: "low",
  CLOSE: "close",
  VOLUME: "volume",
} as const;

/** A column of the bars. */
export type OhlcvColumn = (typeof OhlcvColumn)[keyof typeof OhlcvColumn];

/** A price column of the bars. */
export const PriceColumn = {
  HIGH: "high",
  OPEN: "open",
  LOW: "low",
  CLOSE: "close",
} as const;

/** A price column of the bars. */
export type PriceColumn = (typeof PriceColumn)[keyof typeof PriceColumn];

/** Day of the week; column names hold its number, Monday 0. */
export const Weekday = {
  MON: "Mon",
  TUE: "Tue",
  WED: "Wed",
  THU: "Thu",
  FRI: "Fri",
  SAT: "Sat",
  SUN: "Sun",
} as const;

/** Day of the week; column names hold its number, Monday 0. */
export type Weekday = (typeof Weekday)[keyof typeof Weekday];

/** The number that result columns hold for each `Weekday`. */
export const weekdayCode = {
  Mon: 0,
  Tue: 1,
  Wed: 2,
  Thu: 3,
  Fri: 4,
  Sat: 5,
  Sun: 6,
} as const satisfies Readonly<Record<Weekday, number>>;

/** Shape of a market profile, as the indicator's `profile_shape` member gives it. */
export const ProfileShape = {
  P_SHAPED: "p_shaped",
  B_SHAPED: "b_shaped",
  B_DOUBLE_DISTRIBUTION: "b_double_distribution",
  TREND_DAY: "trend_day",
  NORMAL: "normal",
  UNDEFINED: "undefined",
} as const;

/** Shape of a market profile, as the indicator's `profile_shape` member gives it. */
export type ProfileShape = (typeof ProfileShape)[keyof typeof ProfileShape];

/** What an export computes. */
export const ExportType = {
  BACKTEST_RESULTS: 0,
  LATEST_TRADES: 1,
  ENHANCED_OHLCV: 2,
  ON_DEMAND_OHLCV: 3,
  VALIDATE_STRATEGY: 4,
} as const;

/** What an export computes. */
export type ExportType = (typeof ExportType)[keyof typeof ExportType];

/** State of a task. It goes from PENDING over PROCESSING to COMPLETED or FAILED. */
export const TaskStatus = {
  PENDING: 0,
  PROCESSING: 1,
  COMPLETED: 2,
  FAILED: 3,
} as const;

/** State of a task. It goes from PENDING over PROCESSING to COMPLETED or FAILED. */
export type TaskStatus = (typeof TaskStatus)[keyof typeof TaskStatus];

/** REDIS keeps results for seven days; PSQL also writes the trades where the trades query finds them. */
export const PersistMode = {
  REDIS: 0,
  PSQL: 1,
} as const;

/** REDIS keeps results for seven days; PSQL also writes the trades where the trades query finds them. */
export type PersistMode = (typeof PersistMode)[keyof typeof PersistMode];

/** Name of the operation that an export started. */
export const OperationType = {
  BACKTEST_RESULTS: "backtest-results",
  LATEST_TRADES: "latest-trades",
  ENHANCED_OHLCV: "enhanced-ohlcv",
  ON_DEMAND_OHLCV: "on-demand-ohlcv",
  VALIDATE_STRATEGY: "validate-strategy",
} as const;

/** Name of the operation that an export started. */
export type OperationType = (typeof OperationType)[keyof typeof OperationType];

/** Where market data and accounts come from; each has a time zone. */
export const AccountSource = {
  FTMO: "FTMO",
  IB: "IB",
  FIVEPERCENT: "FIVEPERCENT",
  BINANCE: "BINANCE",
  SHIOAJI: "SHIOAJI",
} as const;

/** Where market data and accounts come from; each has a time zone. */
export type AccountSource = (typeof AccountSource)[keyof typeof AccountSource];

/** Trading platform of an instrument or account. */
export const BrokerType = {
  MT5: "mt5",
  BINANCE: "binance",
  OKX: "okx",
  SHIOAJI: "shioaji",
  CCXT: "ccxt",
  IB: "ib",
  TRADEPOSE_MOCK: "tradepose_mock",
} as const;

/** Trading platform of an instrument or account. */
export type BrokerType = (typeof BrokerType)[keyof typeof BrokerType];

/** Kind of market. */
export const MarketType = {
  SPOT: "spot",
  FUTURES: "futures",
  MARGIN: "margin",
  OPTIONS: "options",
  SWAP: "swap",
  FOREX: "forex",
} as const;

/** Kind of market. */
export type MarketType = (typeof MarketType)[keyof typeof MarketType];

/** Whether an instrument trades. */
export const InstrumentStatus = {
  ACTIVE: "active",
  INACTIVE: "inactive",
  TRADING_HALT: "trading_halt",
} as const;

/** Whether an instrument trades. */
export type InstrumentStatus = (typeof InstrumentStatus)[keyof typeof InstrumentStatus];

/** Tier of a plan. */
export const PlanTier = {
  FREE: "free",
  PRO: "pro",
  ENTERPRISE: "enterprise",
} as const;

/** Tier of a plan. */
export type PlanTier = (typeof PlanTier)[keyof typeof PlanTier];

/** How often a plan is paid. */
export const BillingCycle = {
  MONTHLY: "monthly",
  YEARLY: "yearly",
} as const;

/** How often a plan is paid. */
export type BillingCycle = (typeof BillingCycle)[keyof typeof BillingCycle];

/** State of an account. */
export const AccountStatus = {
  ACTIVE: "active",
  INACTIVE: "inactive",
  SUSPENDED: "suspended",
  EXPIRED: "expired",
} as const;

/** State of an account. */
export type AccountStatus = (typeof AccountStatus)[keyof typeof AccountStatus];

/** Currency or unit of account. */
export const Currency = {
  USD: "USD",
  USDT: "USDT",
  TWD: "TWD",
  EUR: "EUR",
  JPY: "JPY",
  BTC: "BTC",
  ETH: "ETH",
  XAU: "XAU",
  TAIEX: "TAIEX",
} as const;

/** Currency or unit of account. */
export type Currency = (typeof Currency)[keyof typeof Currency];

/** What an order follows, the price of the signal or the signal itself. */
export const ExecutionMode = {
  PRICE_PRIORITY: "price_priority",
  SIGNAL_PRIORITY: "signal_priority",
} as const;

/** What an order follows, the price of the signal or the signal itself. */
export type ExecutionMode = (typeof ExecutionMode)[keyof typeof ExecutionMode];

/** Name of an extension that a server can announce. Servers may announce others. */
export const Capability = {
  /** `engine_options` of an export is obeyed. */
  ENGINE_OPTIONS: "engine_options",
  /** POST /api/v1/export/batch. */
  EXPORT_BATCH: "export_batch",
  /** GET /api/v1/tasks, with long polling; `batch` of an export is kept. */
  TASK_QUERY: "task_query",
  /** GET /api/v1/tasks/results. */
  TASK_RESULTS: "task_results",
  /** POST /api/v1/tasks/{task_id}/cancel. */
  TASK_CANCEL: "task_cancel",
  /** Tasks tell `progress` and what was counted so far. */
  TASK_PROGRESS: "task_progress",
  /** The header `Idempotency-Key` is obeyed. */
  IDEMPOTENCY: "idempotency",
  /** Instruments and tasks carry `data_fingerprint`, tasks `engine_version`. */
  DATA_FINGERPRINT: "data_fingerprint",
} as const;

/** Name of an extension that a server can announce. Servers may announce others. */
export type Capability = (typeof Capability)[keyof typeof Capability];
