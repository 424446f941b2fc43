import type { DataFrame } from "../core/polars.ts";
import type { ResultFiles } from "../core/result-archive.ts";
import { BatchFailedError } from "../errors/batch.ts";
import type { StrategyConfig } from "../generated/models.ts";
import type { BatchFrames } from "./batch-frames.ts";
import type { ResultCache } from "./cache.ts";
import type { Period } from "./period.ts";
import { PeriodResult } from "./period-result.ts";
import type { BacktestRequest } from "./request.ts";
import type { BatchRun } from "./run.ts";
import { type SavedFiles, saveFrames } from "./save.ts";
import type { StrategyPeriodResult } from "./strategy-period-result.ts";
import { StrategyResult } from "./strategy-result.ts";
import { Submission } from "./submission.ts";
import { compareTable } from "./tables/compare.ts";
import type { MetricOptions, PerformanceMetric } from "./tables/metric.ts";
import { pivotTable } from "./tables/pivot.ts";
import { type TopOptions, topTable } from "./tables/top.ts";
import type { TaskBoard, TaskRecord } from "./task-board.ts";
import { TaskResult } from "./task-result.ts";
import { endings } from "./wait.ts";

/** What a batch is made of. @internal */
export interface BatchParts {
  readonly request: BacktestRequest;
  readonly run: BatchRun;
  readonly frames: BatchFrames;
  readonly cache: ResultCache;
}

/**
 * A batch at work. Counts, states and views are live; what may have to download is a promise. A failed task is a
 * failed result with its error and takes nothing away from the others.
 *
 * @example
 * await batch.wait();
 * console.log(await batch.summary());
 * for (const task of batch.failedTasks) console.error(task.error?.message);
 */
export class BatchResults extends Submission implements Iterable<TaskResult>, AsyncIterable<TaskResult> {
  /** Result files as they came. */
  readonly cache: ResultCache;
  readonly #parts: BatchParts;
  readonly #tasks: readonly TaskResult[];

  /** @internal */
  constructor(parts: BatchParts) {
    super(parts.run);
    this.#parts = parts;
    this.cache = parts.cache;
    this.#tasks = parts.run.board.records.map((record) => new TaskResult(record, parts.frames));
  }

  get taskCount(): number {
    return this.#tasks.length;
  }

  get strategyCount(): number {
    return this.#parts.request.strategies.length;
  }

  /** All tasks in the order of submission. */
  get tasks(): readonly TaskResult[] {
    return this.#tasks;
  }

  /** Completed tasks in the order of submission. */
  get completedTasks(): readonly TaskResult[] {
    return this.#tasks.filter((task) => task.status === "completed");
  }

  /** Failed tasks in the order of submission, each with its error. */
  get failedTasks(): readonly TaskResult[] {
    return this.#tasks.filter((task) => task.status === "failed");
  }

  /** One per period, in the order given. */
  get periods(): readonly PeriodResult[] {
    return this.#parts.request.periods.map((period) => this.#period(period));
  }

  /** One per strategy, in the order given. */
  get strategies(): readonly StrategyResult[] {
    return this.#parts.request.strategies.map((strategy) => this.#strategy(strategy));
  }

  /** The periods by key, such as `2024-01-01_2024-03-31`. */
  get results(): ReadonlyMap<string, PeriodResult> {
    return new Map(this.periods.map((result) => [result.key, result]));
  }

  /** The task of an id, undefined for one the batch does not have. */
  getTask(taskId: string): TaskResult | undefined {
    return this.#tasks.find((task) => task.taskId === taskId);
  }

  /** All strategies over one period, given as a Period or its key; undefined for one the batch does not have. */
  getPeriod(period: Period | string): PeriodResult | undefined {
    const key = typeof period === "string" ? period : period.toKey();
    const found = this.#parts.request.periods.find((it) => it.toKey() === key);
    return found && this.#period(found);
  }

  /** One strategy over all periods, given as the strategy or its name; undefined for one the batch does not have. */
  getStrategy(strategy: StrategyConfig | string): StrategyResult | undefined {
    const name = typeof strategy === "string" ? strategy : strategy.name;
    const found = this.#parts.request.strategies.find((it) => it.name === name);
    return found && this.#strategy(found);
  }

  /** One strategy over one period; undefined for a pair the batch does not have. */
  get(strategy: StrategyConfig | string, period: Period | string): StrategyPeriodResult | undefined {
    return this.getPeriod(period)?.get(typeof strategy === "string" ? strategy : strategy.name);
  }

  /**
   * Performance of all completed tasks: one row per strategy, period, blueprint and unit; columns as in
   * `performanceSchema`, then `period`, then the parameters of a sweep as `param_...`. Ordered by strategy, then period, as submitted. No rows before the first
   * task is completed.
   *
   * @throws BatchFailedError when every task failed.
   */
  summary(): Promise<DataFrame> {
    return this.#frame("performance");
  }

  /**
   * Trades of all completed tasks; columns as in `tradesSchema`, then `period`, then the parameters of a sweep as
   * `param_...`. Ordered by strategy, then period, as submitted, then as the gateway wrote them.
   *
   * @throws BatchFailedError when every task failed.
   */
  allTrades(): Promise<DataFrame> {
    return this.#frame("trades");
  }

  /**
   * The best strategies by a figure, as {@link summary} has it, averaged over the periods. One row per strategy and
   * blueprint: their names, the parameters of a sweep, the figure, and over how many `periods` it is the mean; a
   * period in which it is undefined does not count.
   *
   * @param n How many, from 1.
   * @example
   * const best = await batch.top(3, "profit_factor");
   * best.columns; // ["strategy_name", "blueprint_name", "profit_factor", "periods"]
   */
  async top(n: number, metric: PerformanceMetric, options: TopOptions = {}): Promise<DataFrame> {
    return topTable(await this.summary(), n, metric, options);
  }

  /**
   * A figure laid out by two columns of {@link summary}: `period`, `strategy_name`, `blueprint_name`, or a parameter
   * of a sweep such as `param_fast`. Each cell is the mean of the rows that belong there, null when there is none.
   *
   * @param row Column whose values become rows, in a first column of that name.
   * @param column Column whose values become columns.
   * @example
   * const table = await batch.pivot("strategy_name", "period", "total");
   * table.columns; // ["strategy_name", "2023-01-01_2023-12-31", "2024-01-01_2024-12-31"]
   */
  async pivot(
    row: string,
    column: string,
    metric: PerformanceMetric,
    options: MetricOptions = {},
  ): Promise<DataFrame> {
    return pivotTable(await this.summary(), row, column, metric, options);
  }

  /**
   * Strategies side by side: one row per figure in a first column `metric`, one column per strategy, averaged over
   * the periods. A strategy with several blueprints has a column for each, named `strategy / blueprint`.
   *
   * @param strategies Which, by name. Default: all.
   * @throws ArgumentError for a name without results.
   * @example
   * const table = await batch.compare();
   * table.columns; // ["metric", "example"]
   */
  async compare(strategies?: readonly string[], options: MetricOptions = {}): Promise<DataFrame> {
    return compareTable(await this.summary(), strategies, options);
  }

  /**
   * Writes `summary.parquet` and `trades.parquet` of the completed tasks into a folder, which is made when it is not
   * there. The same results give the same bytes.
   *
   * @returns The paths.
   */
  async save(directory: string): Promise<SavedFiles> {
    const summary = await this.summary();
    return saveFrames(directory, { summary, trades: await this.allTrades() });
  }

  /** Tasks that have ended so far, in the order in which they ended. */
  *[Symbol.iterator](): Iterator<TaskResult> {
    for (const record of this.#board.settled) yield this.#task(record);
  }

  /** Tasks in the order in which they end; finishes with the batch. Keeps the process alive meanwhile. */
  async *[Symbol.asyncIterator](): AsyncIterator<TaskResult> {
    for await (const record of endings(this.#board, this.#parts.run.hold)) yield this.#task(record);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { pending, processing, completed, failed } = this.status;
    return (
      `BatchResults(${this.strategyCount} strategies x ${this.#parts.request.periods.length} periods, ` +
      `${this.taskCount} tasks: ${completed} completed, ${failed} failed, ${processing} processing, ${pending} pending)`
    );
  }

  get #board(): TaskBoard {
    return this.#parts.run.board;
  }

  async #frame(kind: keyof ResultFiles): Promise<DataFrame> {
    const { frames } = this.#parts;
    const board = this.#board;
    if (board.counts.failed === this.taskCount) {
      throw new BatchFailedError(board.records.flatMap(({ error }) => (error === null ? [] : [error])));
    }
    return frames.ofTasks(board.records, kind);
  }

  #task(record: TaskRecord): TaskResult {
    return this.#tasks[record.index]!;
  }

  #period(period: Period): PeriodResult {
    const records = this.#board.records.filter((record) => record.period === period);
    return new PeriodResult(period, records, this.#parts.frames);
  }

  #strategy(strategy: StrategyConfig): StrategyResult {
    const records = this.#board.records.filter((record) => record.strategies.includes(strategy));
    return new StrategyResult(strategy, records, this.#parts.frames);
  }
}
