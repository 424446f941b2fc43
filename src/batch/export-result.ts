import type { TaskState } from "../core/task-state.ts";
import type { ExportSource } from "./export-source.ts";
import type { Period } from "./period.ts";
import { requireCompleted } from "./require-completed.ts";
import type { TaskRecord } from "./task-board.ts";

/** What one strategy gave over one period: a live view of its task. */
export class ExportResult<Result> {
  readonly #record: TaskRecord;
  readonly #source: ExportSource<Result>;

  /** @internal */
  constructor(record: TaskRecord, source: ExportSource<Result>) {
    this.#record = record;
    this.#source = source;
  }

  /** Name of the strategy. */
  get strategy(): string {
    return this.#record.strategies.map(({ name }) => name).join(", ");
  }

  get period(): Period {
    return this.#record.period;
  }

  /** Id on the gateway; null until the task is accepted. */
  get taskId(): string | null {
    return this.#record.taskId;
  }

  get status(): TaskState {
    return this.#record.state;
  }

  /** Why the task failed; null otherwise. */
  get error(): Error | null {
    return this.#record.error;
  }

  /** The result. Rejects with the task's error when it failed, with TaskError (code `TASK_OPEN`) while it is open. */
  async result(): Promise<Result> {
    const { taskId } = requireCompleted(this.#record);
    if (taskId === null) throw new TypeError("The task has no id, so no result");
    return this.#source.read(taskId);
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const error = this.error === null ? "" : `: ${this.error.message}`;
    return `ExportResult(${this.strategy} ${this.period.toKey()} ${this.status}${error})`;
  }
}
