import { type ExportRequest, TaskStatus } from "tradepose-client/models";
import type { Database, Queries } from "../store/database.ts";
import {
  abandonTasks,
  beginTasks,
  completeTasks,
  type Execution,
  extendLeases,
  failTask,
  findTask,
  insertTasks,
  lockAbandonedTasks,
  type NewTask,
  requeueTasks,
  type TaskCountColumns,
  type TaskRow,
  type TaskState,
  unbeginTask,
} from "../store/tasks.ts";
import { insertTrades } from "../store/trades.ts";
import { grouped } from "./group.ts";
import { type JobQueue, openJobQueue } from "./jobs.ts";
import type { ClaimedTask, TaskCounts, TaskOutcome, TaskQueue } from "./queue.ts";
import type { ResultStore } from "./results.ts";
import { makeTaskId } from "./task-id.ts";

/** A task whose process died is begun again until it was tried this often. */
const maxAttempts = 3;
const leaseSeconds = 30;
const heartbeatMs = 10_000;
const accepting = { limit: 50, patience: 0 };
/** Tasks end one by one, a few milliseconds apart: a short wait shares a transaction that costs more than it. */
const completing = { limit: 50, patience: 5 };

/** The life of tasks: the side of their owners, and with `TaskQueue` the side of the worker. */
export interface Tasks extends TaskQueue {
  /** Stores a task and its job; durable once resolved. Gives the task's id. */
  submit(userId: string, request: ExportRequest): Promise<string>;
  /** State of a user's task; undefined when the user has no such task. */
  find(userId: string, taskId: string): Promise<TaskState | undefined>;
  /** A result of a user's completed task; undefined when there is none of that type. */
  result(userId: string, taskId: string, type: string): Promise<Uint8Array | undefined>;
  /** Stops the timers. Tasks still claimed are found again by the next start. */
  close(): Promise<void>;
}

export interface TasksOptions {
  readonly database: Database;
  readonly results: ResultStore;
  /** Told of failures that no caller waits for. */
  readonly onError: (error: Error) => void;
}

/** Opens the queue and gives tasks of processes that are gone back to it. */
export async function openTasks({ database, results, onError }: TasksOptions): Promise<Tasks> {
  const jobs = await openJobQueue(database, onError);
  const life = new TaskLife(database, jobs, results, onError);
  await life.start();
  return life;
}

class TaskLife implements Tasks {
  readonly #queries: Queries;
  readonly #exclusive: boolean;
  readonly #jobs: JobQueue;
  readonly #results: ResultStore;
  readonly #onError: (error: Error) => void;
  readonly #listeners = new Set<() => void>();
  /** What this process has claimed and not ended, by task. */
  readonly #running = new Map<string, Execution>();
  readonly #accept = grouped<NewTask, undefined>(accepting, (tasks) => this.#acceptAll(tasks));
  readonly #complete = grouped<Ending, undefined>(completing, (endings) => this.#completeAll(endings));
  #heartbeat: NodeJS.Timeout | undefined;

  constructor(database: Database, jobs: JobQueue, results: ResultStore, onError: (error: Error) => void) {
    this.#queries = database.queries;
    this.#exclusive = database.exclusive;
    this.#jobs = jobs;
    this.#results = results;
    this.#onError = onError;
  }

  async start(): Promise<void> {
    // Nobody else can hold a task of an exclusive database, so there is no lease to wait for.
    await this.#recover(this.#exclusive ? "all" : "expired");
    this.#heartbeat = setInterval(() => {
      this.#beat().catch((error: Error) => this.#onError(error));
    }, heartbeatMs);
    this.#heartbeat.unref();
  }

  async close(): Promise<void> {
    clearInterval(this.#heartbeat);
    this.#listeners.clear();
    await this.#jobs.close();
  }

  async submit(userId: string, request: ExportRequest): Promise<string> {
    const id = makeTaskId();
    await this.#accept({ id, userId, request });
    this.#wake();
    return id;
  }

  find(userId: string, taskId: string): Promise<TaskState | undefined> {
    return findTask(this.#queries, userId, taskId);
  }

  async result(userId: string, taskId: string, type: string): Promise<Uint8Array | undefined> {
    const task = await this.find(userId, taskId);
    if (task?.status !== TaskStatus.COMPLETED) return undefined;
    return this.#results.read(taskId, type);
  }

  async claim(limit: number, workerId: string): Promise<readonly ClaimedTask[]> {
    const rows = await this.#queries.transaction().execute(async (transaction) => {
      const ids = await this.#jobs.take(transaction, limit);
      if (ids.length === 0) return [];
      const begun = await beginTasks(transaction, ids, workerId, leaseSeconds);
      const stale = ids.filter((id) => !begun.some((task) => task.id === id));
      if (stale.length > 0) await this.#jobs.remove(transaction, stale);
      return [...begun].sort(byAge);
    });
    for (const row of rows) this.#running.set(row.id, { taskId: row.id, workerId, attempt: row.attempts });
    return rows.map((row) => ({
      id: row.id,
      userId: row.user_id,
      request: row.request,
      attempt: row.attempts,
    }));
  }

  async finish(taskId: string, outcome: TaskOutcome): Promise<void> {
    const execution = this.#running.get(taskId);
    if (execution === undefined) return;
    // Whether it can be stored or not, it is held no longer: what could not be stored is run again after its lease.
    this.#running.delete(taskId);
    await this.#results.stage(taskId, outcome.files);
    await this.#complete({ execution, outcome });
  }

  async fail(taskId: string, message: string): Promise<void> {
    const execution = this.#running.get(taskId);
    if (execution === undefined) return;
    await this.#queries.transaction().execute(async (transaction) => {
      if (await failTask(transaction, execution, message)) await this.#jobs.remove(transaction, [taskId]);
    });
    this.#running.delete(taskId);
  }

  async giveBack(taskIds: readonly string[]): Promise<void> {
    const executions = taskIds.flatMap((id) => this.#running.get(id) ?? []);
    if (executions.length === 0) return;
    await this.#queries.transaction().execute(async (transaction) => {
      for (const execution of executions) {
        if (await unbeginTask(transaction, execution))
          await this.#jobs.putBack(transaction, [execution.taskId]);
      }
    });
    for (const { taskId } of executions) this.#running.delete(taskId);
    this.#wake();
  }

  onWork(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  #wake(): void {
    for (const listener of this.#listeners) listener();
  }

  async #acceptAll(tasks: readonly NewTask[]): Promise<undefined[]> {
    await this.#queries.transaction().execute(async (transaction) => {
      await insertTasks(transaction, tasks);
      await this.#jobs.add(
        transaction,
        tasks.map((task) => task.id),
      );
    });
    return tasks.map(() => undefined);
  }

  async #completeAll(endings: readonly Ending[]): Promise<undefined[]> {
    await this.#queries.transaction().execute(async (transaction) => {
      const done = await completeTasks(
        transaction,
        endings.map(({ execution, outcome }) => ({ execution, ...countColumns(outcome.counts) })),
      );
      for (const { execution, outcome } of endings) {
        if (done.includes(execution.taskId)) {
          await this.#results.commit(transaction, execution.taskId, outcome.files);
          await insertTrades(transaction, execution.taskId, outcome.trades ?? []);
        }
      }
      if (done.length > 0) await this.#jobs.remove(transaction, done);
    });
    return endings.map(() => undefined);
  }

  async #beat(): Promise<void> {
    const executions = [...this.#running.values()];
    if (executions.length > 0) await extendLeases(this.#queries, executions, leaseSeconds);
    await this.#recover("expired");
  }

  /** Gives tasks of dead workers back to the queue, or up when they have ended their worker too often. */
  async #recover(which: "all" | "expired"): Promise<void> {
    const recovered = await this.#queries.transaction().execute(async (transaction) => {
      const abandoned = await lockAbandonedTasks(transaction, which);
      const again = abandoned.filter((task) => task.attempts < maxAttempts).map((task) => task.id);
      const never = abandoned.filter((task) => task.attempts >= maxAttempts).map((task) => task.id);
      if (again.length > 0) {
        await requeueTasks(transaction, again);
        await this.#jobs.putBack(transaction, again);
      }
      if (never.length > 0) {
        await abandonTasks(transaction, never, `The process that ran this task ended ${maxAttempts} times.`);
        await this.#jobs.remove(transaction, never);
      }
      return again.length;
    });
    if (recovered > 0) this.#wake();
  }
}

function byAge(a: TaskRow, b: TaskRow): number {
  return a.created_at.getTime() - b.created_at.getTime() || (a.id < b.id ? -1 : 1);
}

interface Ending {
  readonly execution: Execution;
  readonly outcome: TaskOutcome;
}

function countColumns(counts: TaskCounts): TaskCountColumns {
  return {
    strategy_counts: counts.strategies,
    blueprint_counts: counts.blueprints,
    indicator_counts: counts.indicators,
    trigger_counts: counts.triggers,
    input_rows: counts.inputRows,
    rejected_entries: counts.rejectedEntries,
    ambiguous_trades: counts.ambiguousTrades,
  };
}
