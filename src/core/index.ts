/** The client: subpath `tradepose-client/client`. */

export * from "../errors/index.ts";
export type { ApiPromise, RequestOptions, ResponseInfo } from "../generated/transport.ts";
export type { Credentials, Secret } from "../internal/auth.ts";
export type { Fetch, FetchInit } from "../internal/fetch.ts";
export type { CallEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from "../internal/hooks.ts";
export type { Logger, LogLevel } from "../internal/logger.ts";
export type { Validation } from "../internal/validate.ts";
export { TradePoseClient } from "./client.ts";
export { type ResolvedConfig, resolveConfig } from "./config.ts";
export { ExportClient, type Exported, type ExportOptions } from "./export.ts";
export type {
  BacktestExport,
  EnhancedOhlcvExport,
  LatestTradesExport,
  OnDemandOhlcvExport,
} from "./export-requests.ts";
export { readFrame } from "./frames.ts";
export { type InstrumentFilters, InstrumentsClient } from "./instruments.ts";
export type { IterateOptions } from "./iterate.ts";
export type { ClientOptions } from "./options.ts";
export type { DataFrame } from "./polars.ts";
export type { SavedFile } from "./save-body.ts";
export { loadStrategies, loadStrategy, saveStrategies, saveStrategy } from "./strategy-files.ts";
export type { TaskState } from "./task-state.ts";
export { type BacktestFrames, type ReadResultOptions, TasksClient } from "./tasks.ts";
export { type TradeFilters, TradesClient } from "./trades.ts";
export type { WaitOptions } from "./wait.ts";
export type { WaitAllOptions } from "./wait-all.ts";
export type { ArchiveLimits } from "./zip.ts";
