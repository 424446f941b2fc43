/** The backtest engine: bars and strategies in, columns out. Pure; reads no file, clock or random number. */
export {
  type Backtest,
  type BacktestCounts,
  type BacktestOutcome,
  type BacktestResult,
  countParts,
  defaultOptions,
  runBacktest,
} from "./backtest.ts";
export type { Bars, Costs, MarketData, MarketSeries } from "./bars.ts";
export { BindingCache } from "./binding/cache.ts";
export type { PeriodText } from "./calendar/period.ts";
export type { StrategyConfig } from "./config.ts";
export type {
  BooleanFrameColumn,
  FrameColumn,
  FrameType,
  NumberFrameColumn,
  ResultFrame,
  TextFrameColumn,
} from "./frame.ts";
export {
  type EnhancedOhlcv,
  type EnhancedOutcome,
  type EnhancedResult,
  enhancedOhlcv,
} from "./ohlcv/enhanced.ts";
export type {
  OhlcvColumn,
  OhlcvFrame,
  StructFrameColumn,
  TpoFrameColumn,
  UInt64FrameColumn,
} from "./ohlcv/frame.ts";
export { type OnDemandOhlcv, type OnDemandOutcome, onDemandOhlcv } from "./ohlcv/on-demand.ts";
export type { EngineOptions, EngineProblem } from "./plan.ts";
export { type Validation, validateStrategies } from "./validate.ts";
