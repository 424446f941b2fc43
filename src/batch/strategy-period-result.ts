import type { DataFrame } from "../core/polars.ts";
import type { TaskState } from "../core/task-state.ts";
import type { BatchFrames } from "./batch-frames.ts";
import type { Period } from "./period.ts";
import { requireCompleted } from "./require-completed.ts";
import type { TaskRecord } from "./task-board.ts";

/** One strategy over one period. */
export class StrategyPeriodResult {
  /** Name of the strategy. */
  readonly strategy: string;
  readonly #record: TaskRecord;
  readonly #frames: BatchFrames;

  /** @internal */
  constructor(strategy: string, record: TaskRecord, frames: BatchFrames) {
    this.strategy = strategy;
    this.#record = record;
    this.#frames = frames;
  }

  get period(): Period {
    return this.#record.period;
  }

  get taskId(): string | null {
    return this.#record.taskId;
  }

  get status(): TaskState {
    return this.#record.state;
  }

  /** Why its task failed; null otherwise. */
  get error(): Error | null {
    return this.#record.error;
  }

  /** Trades of the strategy, columns as in `tradesSchema`. Rejects with the task's error when it failed. */
  async trades(): Promise<DataFrame> {
    return this.#frames.ofTask(requireCompleted(this.#record), "trades", this.strategy);
  }

  /** Performance of the strategy, columns as in `performanceSchema`. Rejects with the task's error when it failed. */
  async performance(): Promise<DataFrame> {
    return this.#frames.ofTask(requireCompleted(this.#record), "performance", this.strategy);
  }
}
