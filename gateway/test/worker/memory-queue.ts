import type { ExportRequest } from "tradepose-client/models";
import type { ClaimedTask, TaskOutcome, TaskQueue } from "../../src/tasks/queue.ts";

export type TaskEnd =
  | { readonly kind: "finished"; readonly outcome: TaskOutcome }
  | { readonly kind: "failed"; readonly message: string };

/** A task queue in memory that keeps the rules of the real one: only who holds a task can end it, and only once. */
export class MemoryQueue implements TaskQueue {
  readonly ends = new Map<string, TaskEnd>();
  readonly #waiting: ClaimedTask[] = [];
  readonly #claimed = new Map<string, ClaimedTask>();
  readonly #listeners = new Set<() => void>();
  readonly #watchers = new Set<() => void>();
  /** Most tasks that were held at the same time. */
  mostHeld = 0;
  /** Thrown by the next claims, one each. */
  readonly claimErrors: Error[] = [];

  submit(id: string, request: ExportRequest): void {
    this.#waiting.push({ id, userId: "user", request, attempt: 1 });
    for (const listener of this.#listeners) listener();
  }

  get waiting(): readonly string[] {
    return this.#waiting.map(({ id }) => id);
  }

  get held(): readonly string[] {
    return [...this.#claimed.keys()];
  }

  get listening(): boolean {
    return this.#listeners.size > 0;
  }

  /** Resolves when the condition holds, looked at after every change. */
  until(condition: () => boolean): Promise<void> {
    return new Promise((resolve) => {
      const look = (): void => {
        if (!condition()) return;
        this.#watchers.delete(look);
        resolve();
      };
      this.#watchers.add(look);
      look();
    });
  }

  async claim(limit: number): Promise<readonly ClaimedTask[]> {
    const error = this.claimErrors.shift();
    if (error !== undefined) throw error;
    const tasks = this.#waiting.splice(0, limit);
    for (const task of tasks) this.#claimed.set(task.id, task);
    this.mostHeld = Math.max(this.mostHeld, this.#claimed.size);
    this.#changed();
    return tasks;
  }

  async finish(taskId: string, outcome: TaskOutcome): Promise<void> {
    this.#end(taskId, { kind: "finished", outcome });
  }

  async fail(taskId: string, message: string): Promise<void> {
    this.#end(taskId, { kind: "failed", message });
  }

  async giveBack(taskIds: readonly string[]): Promise<void> {
    for (const id of taskIds) {
      const task = this.#claimed.get(id);
      if (task !== undefined) this.#waiting.unshift(task);
      this.#claimed.delete(id);
    }
    this.#changed();
  }

  onWork(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #end(taskId: string, end: TaskEnd): void {
    if (!this.#claimed.delete(taskId)) return;
    if (this.ends.has(taskId)) throw new Error(`task ${taskId} ended twice`);
    this.ends.set(taskId, end);
    this.#changed();
  }

  #changed(): void {
    for (const look of this.#watchers) look();
  }
}
