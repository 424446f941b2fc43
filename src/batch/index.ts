/** Batches of backtests: subpath `tradepose-client/batch`. */

export { ResultCache, type ResultCacheOptions, type ResultKind } from "./cache.ts";
export type { EnhancedOhlcvOptions, ExportSubmitOptions, LatestTradesOptions } from "./export-plans.ts";
export { ExportResult } from "./export-result.ts";
export { ExportResults } from "./export-results.ts";
export { Period, type PeriodBound } from "./period.ts";
export { PeriodResult } from "./period-result.ts";
export type { ProgressDisplay } from "./progress/display.ts";
export type { ProgressOption } from "./progress/option.ts";
export type { BatchProgress } from "./progress/snapshot.ts";
export { BacktestRequest, type BacktestRequestOptions, type Grouping, type TaskUnit } from "./request.ts";
export { BatchResults } from "./results.ts";
export type { SavedFiles } from "./save.ts";
export { StrategyPeriodResult } from "./strategy-period-result.ts";
export { StrategyResult } from "./strategy-result.ts";
export type { Submission } from "./submission.ts";
export type { MetricOptions, PerformanceMetric } from "./tables/metric.ts";
export type { TopOptions } from "./tables/top.ts";
export type { TaskCounts } from "./task-board.ts";
export { TaskResult } from "./task-result.ts";
export { BatchTester, type BatchTesterOptions, type SubmitOptions } from "./tester.ts";
export type { CalendarUnit } from "./time-span.ts";
export type { WaitLimits } from "./wait.ts";
export type { CalendarLength, WalkForwardOptions, WalkForwardWindow } from "./walk-forward.ts";
export type { MonthSpan } from "./whole-months.ts";
