import type { DataFrame } from "../core/polars.ts";
import type { BatchFrames } from "./batch-frames.ts";
import type { Period } from "./period.ts";
import { StrategyPeriodResult } from "./strategy-period-result.ts";
import { countStates, type TaskCounts, type TaskRecord } from "./task-board.ts";

/** All strategies over one period: a view over the tasks of that period. */
export class PeriodResult {
  readonly period: Period;
  readonly #records: readonly TaskRecord[];
  readonly #frames: BatchFrames;

  /** @internal */
  constructor(period: Period, records: readonly TaskRecord[], frames: BatchFrames) {
    this.period = period;
    this.#records = records;
    this.#frames = frames;
  }

  /** The period's key, as in the column `period`. */
  get key(): string {
    return this.period.toKey();
  }

  /** Ids of the tasks the gateway has accepted. */
  get taskIds(): readonly string[] {
    return this.#records.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]));
  }

  /** How many of its tasks are in each state. */
  get status(): TaskCounts {
    return countStates(this.#records);
  }

  get strategyNames(): readonly string[] {
    return this.#records.flatMap(({ strategies }) => strategies.map(({ name }) => name));
  }

  /** One per strategy, in the order given. */
  get strategies(): readonly StrategyPeriodResult[] {
    return this.#records.flatMap((record) =>
      record.strategies.map(({ name }) => new StrategyPeriodResult(name, record, this.#frames)),
    );
  }

  /** The result of one strategy, undefined for a name the batch does not have. */
  get(strategy: string): StrategyPeriodResult | undefined {
    return this.strategies.find((result) => result.strategy === strategy);
  }

  /** Trades of the completed tasks, with a last column `period`. */
  trades(): Promise<DataFrame> {
    return this.#frames.ofTasks(this.#records, "trades");
  }

  /** Performance of the completed tasks, with a last column `period`. */
  performance(): Promise<DataFrame> {
    return this.#frames.ofTasks(this.#records, "performance");
  }
}
