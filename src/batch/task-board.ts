import type { TaskState } from "../core/task-state.ts";
import type { TaskMetadataResponse } from "../generated/models.ts";
import type { TaskUnit } from "./request.ts";

/** How one task of a batch stands. Only the board changes it. */
export interface TaskRecord extends TaskUnit {
  /** Place in the order of submission, from 0. */
  readonly index: number;
  /** Counts from 0; grows when the task is opened again. */
  readonly attempt: number;
  readonly state: TaskState;
  /** Null until the gateway has accepted the task. */
  readonly taskId: string | null;
  readonly error: Error | null;
  /** The gateway's last word; null before. */
  readonly metadata: TaskMetadataResponse | null;
}

export type TaskCounts = Readonly<Record<TaskState, number>>;

export function countStates(records: readonly TaskRecord[]): { [State in TaskState]: number } {
  const counts = { pending: 0, processing: 0, completed: 0, failed: 0 };
  for (const record of records) counts[record.state]++;
  return counts;
}

export function isOpen(record: TaskRecord): boolean {
  return record.state === "pending" || record.state === "processing";
}

/** Whether what was begun for an attempt of a task still counts: it may have been cancelled, or opened again. */
export function isCurrent(record: TaskRecord, attempt: number): boolean {
  return record.attempt === attempt && isOpen(record);
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** State of all tasks of a batch, and who wants to hear of its changes. */
export class TaskBoard {
  readonly #records: Mutable<TaskRecord>[];
  readonly #endings: TaskRecord[] = [];
  readonly #counts: { -readonly [State in TaskState]: number };
  readonly #failures = new Set<string>();
  readonly #listeners = new Set<() => void>();
  #closed: Error | undefined;

  constructor(units: readonly TaskUnit[]) {
    this.#records = units.map((unit, index) => ({
      index,
      attempt: 0,
      strategies: unit.strategies,
      period: unit.period,
      state: "pending",
      taskId: null,
      error: null,
      metadata: null,
    }));
    this.#counts = countStates(this.#records);
  }

  /** In order of submission. */
  get records(): readonly TaskRecord[] {
    return this.#records;
  }

  /** Every ending so far, in order; a task that was opened again can be there more than once. */
  get endings(): readonly TaskRecord[] {
    return this.#endings;
  }

  /** Completed and failed ones, in the order in which they ended. */
  get settled(): readonly TaskRecord[] {
    const latest = new Set<TaskRecord>();
    for (const record of this.#endings) {
      latest.delete(record);
      if (!isOpen(record)) latest.add(record);
    }
    return [...latest];
  }

  /** How many are completed or failed. */
  get settledCount(): number {
    return this.#counts.completed + this.#counts.failed;
  }

  get counts(): TaskCounts {
    return { ...this.#counts };
  }

  /** Different reasons of the failures, in the order in which they came. */
  get failures(): readonly string[] {
    return [...this.#failures];
  }

  get isComplete(): boolean {
    return this.settledCount === this.#records.length;
  }

  /** Why nothing will change any more although tasks are open. */
  get closed(): Error | undefined {
    return this.#closed;
  }

  accepted(record: TaskRecord, taskId: string): void {
    this.#change(record, { taskId });
  }

  seen(record: TaskRecord, state: "pending" | "processing", metadata: TaskMetadataResponse): void {
    this.#change(record, { state, metadata });
  }

  complete(record: TaskRecord, metadata: TaskMetadataResponse): void {
    this.#settle(record, { state: "completed", metadata });
  }

  fail(record: TaskRecord, error: Error, metadata: TaskMetadataResponse | null = record.metadata): void {
    this.#settle(record, { state: "failed", error, metadata });
  }

  /** Opens a failed task again, as if it had never been submitted. */
  reopen(record: TaskRecord): void {
    if (record.state !== "failed") return;
    const attempt = record.attempt + 1;
    this.#change(record, { attempt, state: "pending", taskId: null, error: null, metadata: null });
  }

  /** Nobody works on the batch any more. */
  close(reason: Error): void {
    if (this.isComplete || this.#closed) return;
    this.#closed = reason;
    this.#notify();
  }

  /** @returns Ends the subscription. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #settle(record: TaskRecord, change: Partial<TaskRecord>): void {
    if (!isOpen(record)) return;
    if (change.error) this.#failures.add(change.error.message);
    this.#endings.push(record);
    this.#change(record, change);
  }

  #change(record: TaskRecord, change: Partial<TaskRecord>): void {
    const own = this.#records[record.index];
    if (own !== record) throw new TypeError("The record belongs to another board");
    this.#counts[own.state]--;
    Object.assign(own, change);
    this.#counts[own.state]++;
    this.#notify();
  }

  #notify(): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener();
      } catch (error) {
        // A listener's bug is its owner's: it surfaces as an uncaught error and does not stop the batch.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}
