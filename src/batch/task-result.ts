import type { DataFrame } from "../core/polars.ts";
import type { TaskState } from "../core/task-state.ts";
import type { TaskMetadataResponse } from "../generated/models.ts";
import type { BatchFrames } from "./batch-frames.ts";
import type { Period } from "./period.ts";
import { requireCompleted } from "./require-completed.ts";
import type { TaskRecord } from "./task-board.ts";

/** One task of a batch: a live view, its state moves on as the batch works. */
export class TaskResult {
  readonly #record: TaskRecord;
  readonly #frames: BatchFrames;

  /** @internal */
  constructor(record: TaskRecord, frames: BatchFrames) {
    this.#record = record;
    this.#frames = frames;
  }

  /** Id on the gateway; null until the task is accepted, and for good when its submission failed. */
  get taskId(): string | null {
    return this.#record.taskId;
  }

  get status(): TaskState {
    return this.#record.state;
  }

  get period(): Period {
    return this.#record.period;
  }

  /** Names of the task's strategies. */
  get strategyNames(): readonly string[] {
    return this.#record.strategies.map((strategy) => strategy.name);
  }

  /** Why the task failed; null otherwise. */
  get error(): Error | null {
    return this.#record.error;
  }

  /** The gateway's last word on the task; null before it was asked. */
  get metadata(): TaskMetadataResponse | null {
    return this.#record.metadata;
  }

  /** Trades, columns as in `tradesSchema`. Rejects with the task's error when it failed. */
  async trades(): Promise<DataFrame> {
    return this.#frames.ofTask(requireCompleted(this.#record), "trades");
  }

  /** Performance, columns as in `performanceSchema`. Rejects with the task's error when it failed. */
  async performance(): Promise<DataFrame> {
    return this.#frames.ofTask(requireCompleted(this.#record), "performance");
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const error = this.error === null ? "" : `: ${this.error.message}`;
    return `TaskResult(${this.strategyNames.join(", ")} ${this.period.toKey()} ${this.status}${error})`;
  }
}
