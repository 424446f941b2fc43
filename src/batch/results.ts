import type { DataFrame } from "../core/polars.ts";
import { BatchFailedError } from "../errors/batch.ts";
import type { StrategyConfig } from "../generated/models.ts";
import type { BatchFrames } from "./batch-frames.ts";
import type { ResultCache, ResultKind } from "./cache.ts";
import type { Period } from "./period.ts";
import { PeriodResult } from "./period-result.ts";
import type { ProgressDisplay } from "./progress/display.ts";
import { type BatchProgress, snapshot } from "./progress/snapshot.ts";
import type { BacktestRequest } from "./request.ts";
import { type SavedFiles, saveFrames } from "./save.ts";
import type { StrategyPeriodResult } from "./strategy-period-result.ts";
import { StrategyResult } from "./strategy-result.ts";
import type { TaskBoard, TaskCounts, TaskRecord } from "./task-board.ts";
import { TaskResult } from "./task-result.ts";
import { nextChange, type WaitLimits, waitUntilComplete } from "./wait.ts";

/** What a batch is made of. @internal */
export interface BatchParts {
  readonly request: BacktestRequest;
  readonly board: TaskBoard;
  readonly frames: BatchFrames;
  readonly cache: ResultCache;
  /** Keeps the process alive until the returned function is called. */
  readonly hold: () => () => void;
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
export class BatchResults implements Iterable<TaskResult>, AsyncIterable<TaskResult> {
  /** Result files as they came. */
  readonly cache: ResultCache;
  readonly #parts: BatchParts;
  readonly #started = performance.now();
  readonly #tasks: readonly TaskResult[];

  /** @internal */
  constructor(parts: BatchParts) {
    this.#parts = parts;
    this.cache = parts.cache;
    this.#tasks = parts.board.records.map((record) => new TaskResult(record, parts.frames));
  }

  get taskCount(): number {
    return this.#tasks.length;
  }

  get strategyCount(): number {
    return this.#parts.request.strategies.length;
  }

  /** How many tasks are in each state. */
  get status(): TaskCounts {
    return this.#parts.board.counts;
  }

  /** Share of the tasks that have ended, 0 to 1. */
  get progress(): number {
    return this.#parts.board.settled.length / this.taskCount;
  }

  /** Whether every task has ended, completed or failed. */
  get isComplete(): boolean {
    return this.#parts.board.isComplete;
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
   * Waits until every task has ended, and keeps the process alive meanwhile. Failed tasks are results: see
   * {@link failedTasks}.
   *
   * @param limits `timeout` in milliseconds, none by default; `signal` ends the waiting. Neither ends the batch.
   * @throws TaskTimeoutError when the timeout passed, the signal's reason on abort.
   */
  async wait(limits: WaitLimits = {}): Promise<this> {
    await waitUntilComplete(this.#parts.board, this.#parts.hold, limits);
    return this;
  }

  /** Calls back with every change. @returns Ends the calls. */
  onProgress(listener: ProgressDisplay): () => void {
    return this.#parts.board.subscribe(() => listener(this.snapshot()));
  }

  /** Counts, rate and remaining time at this moment. */
  snapshot(): BatchProgress {
    return snapshot(this.#parts.board, this.#started);
  }

  /**
   * Performance of all completed tasks: one row per strategy, period, blueprint and unit; columns as in
   * `performanceSchema`, `period` last. Ordered by strategy, then period, as submitted. No rows before the first
   * task is completed.
   *
   * @throws BatchFailedError when every task failed.
   */
  summary(): Promise<DataFrame> {
    return this.#frame("performance");
  }

  /**
   * Trades of all completed tasks; columns as in `tradesSchema`, `period` last. Ordered by strategy, then period, as
   * submitted, then as the gateway wrote them.
   *
   * @throws BatchFailedError when every task failed.
   */
  allTrades(): Promise<DataFrame> {
    return this.#frame("trades");
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
    for (const record of this.#parts.board.settled) yield this.#task(record);
  }

  /** Tasks in the order in which they end; finishes with the batch. Keeps the process alive meanwhile. */
  async *[Symbol.asyncIterator](): AsyncIterator<TaskResult> {
    const { board, hold } = this.#parts;
    const release = hold();
    try {
      for (let next = 0; next < board.records.length; ) {
        const record = board.settled[next];
        if (record === undefined) await nextChange(board);
        else {
          next++;
          yield this.#task(record);
        }
      }
    } finally {
      release();
    }
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { pending, processing, completed, failed } = this.status;
    return (
      `BatchResults(${this.strategyCount} strategies x ${this.#parts.request.periods.length} periods, ` +
      `${this.taskCount} tasks: ${completed} completed, ${failed} failed, ${processing} processing, ${pending} pending)`
    );
  }

  async #frame(kind: ResultKind): Promise<DataFrame> {
    const { board, frames } = this.#parts;
    if (board.counts.failed === this.taskCount) {
      throw new BatchFailedError(board.records.flatMap(({ error }) => (error === null ? [] : [error])));
    }
    return frames.ofTasks(board.records, kind);
  }

  #task(record: TaskRecord): TaskResult {
    return this.#tasks[record.index]!;
  }

  #period(period: Period): PeriodResult {
    const records = this.#parts.board.records.filter((record) => record.period === period);
    return new PeriodResult(period, records, this.#parts.frames);
  }

  #strategy(strategy: StrategyConfig): StrategyResult {
    const records = this.#parts.board.records.filter((record) => record.strategies.includes(strategy));
    return new StrategyResult(strategy, records, this.#parts.frames);
  }
}
