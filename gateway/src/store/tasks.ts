import { type Selectable, sql, type UpdateObject } from "kysely";
import { type ExportRequest, TaskStatus } from "tradepose-client/models";
import type { Queries } from "./database.ts";
import type { Tables, TasksTable } from "./tables.ts";

export type TaskRow = Selectable<TasksTable>;

/** A task without the request, which may be large. */
export type TaskState = Omit<TaskRow, "request">;

const stateColumns = [
  "id",
  "user_id",
  "export_type",
  "status",
  "created_at",
  "started_at",
  "completed_at",
  "worker_id",
  "attempts",
  "lease_until",
  "strategy_counts",
  "blueprint_counts",
  "indicator_counts",
  "trigger_counts",
  "input_rows",
  "rejected_entries",
  "ambiguous_trades",
  "error_message",
] as const satisfies readonly (keyof TaskState)[];

export interface NewTask {
  readonly id: string;
  readonly userId: string;
  readonly request: ExportRequest;
}

/** An execution of a task: it may only be ended by the worker and attempt that began it. */
export interface Execution {
  readonly taskId: string;
  readonly workerId: string;
  readonly attempt: number;
}

export type TaskCountColumns = Pick<
  TaskRow,
  | "strategy_counts"
  | "blueprint_counts"
  | "indicator_counts"
  | "trigger_counts"
  | "input_rows"
  | "rejected_entries"
  | "ambiguous_trades"
>;

export async function insertTasks(queries: Queries, tasks: readonly NewTask[]): Promise<void> {
  await queries
    .insertInto("tasks")
    .values(
      tasks.map((task) => ({
        id: task.id,
        user_id: task.userId,
        export_type: task.request.export_type,
        status: TaskStatus.PENDING,
        request: JSON.stringify(task.request),
      })),
    )
    .execute();
}

export async function findTask(queries: Queries, userId: string, id: string): Promise<TaskState | undefined> {
  return queries
    .selectFrom("tasks")
    .select(stateColumns)
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .executeTakeFirst();
}

/** Marks pending tasks as processing and gives them back whole; those that are no longer pending are left out. */
export async function beginTasks(
  queries: Queries,
  ids: readonly string[],
  workerId: string,
  leaseSeconds: number,
): Promise<readonly TaskRow[]> {
  return queries
    .updateTable("tasks")
    .set((column) => ({
      status: TaskStatus.PROCESSING,
      started_at: sql<Date>`now()`,
      worker_id: workerId,
      attempts: column("attempts", "+", 1),
      lease_until: leaseEnd(leaseSeconds),
    }))
    .where("id", "in", ids)
    .where("status", "=", TaskStatus.PENDING)
    .returningAll()
    .execute();
}

/** The end of an execution, with what it counted. */
export interface Completion extends TaskCountColumns {
  readonly execution: Execution;
}

/** Completes tasks in one statement. Gives the ids of those whose execution was still the current one. */
export async function completeTasks(
  queries: Queries,
  completions: readonly Completion[],
): Promise<readonly string[]> {
  const ended = JSON.stringify(
    completions.map(({ execution, ...counts }) => ({
      ...counts,
      id: execution.taskId,
      worker_id: execution.workerId,
      attempts: execution.attempt,
    })),
  );
  const shape = sql`ended(id uuid, worker_id text, attempts int, strategy_counts int, blueprint_counts int,
    indicator_counts int, trigger_counts int, input_rows int, rejected_entries int, ambiguous_trades int)`;
  const rows = await queries
    .updateTable("tasks")
    .from(sql<EndedRow>`json_to_recordset(${ended}::json)`.as<"ended">(shape))
    .set((column) => ({
      status: TaskStatus.COMPLETED,
      completed_at: sql<Date>`now()`,
      lease_until: null,
      error_message: null,
      strategy_counts: column.ref("ended.strategy_counts"),
      blueprint_counts: column.ref("ended.blueprint_counts"),
      indicator_counts: column.ref("ended.indicator_counts"),
      trigger_counts: column.ref("ended.trigger_counts"),
      input_rows: column.ref("ended.input_rows"),
      rejected_entries: column.ref("ended.rejected_entries"),
      ambiguous_trades: column.ref("ended.ambiguous_trades"),
    }))
    .whereRef("tasks.id", "=", "ended.id")
    .whereRef("tasks.worker_id", "=", "ended.worker_id")
    .whereRef("tasks.attempts", "=", "ended.attempts")
    .where("tasks.status", "=", TaskStatus.PROCESSING)
    .returning("tasks.id")
    .execute();
  return rows.map((row) => row.id);
}

type EndedRow = Pick<TaskRow, "id" | "worker_id" | "attempts"> & TaskCountColumns;

/** False when the execution is no longer the task's current one. */
export async function failTask(queries: Queries, execution: Execution, message: string): Promise<boolean> {
  return endExecution(queries, execution, {
    status: TaskStatus.FAILED,
    completed_at: sql<Date>`now()`,
    error_message: message,
  });
}

/** Undoes the begin of an execution that did not happen. False when it is no longer the task's current one. */
export async function unbeginTask(queries: Queries, execution: Execution): Promise<boolean> {
  return endExecution(queries, execution, {
    status: TaskStatus.PENDING,
    attempts: execution.attempt - 1,
    started_at: null,
    worker_id: null,
  });
}

/** Keeps executions alive that still run. */
export async function extendLeases(
  queries: Queries,
  executions: readonly Execution[],
  leaseSeconds: number,
): Promise<void> {
  await queries
    .updateTable("tasks")
    .set({ lease_until: leaseEnd(leaseSeconds) })
    .where("status", "=", TaskStatus.PROCESSING)
    .where(
      "id",
      "in",
      executions.map((execution) => execution.taskId),
    )
    .where("worker_id", "in", [...new Set(executions.map((execution) => execution.workerId))])
    .execute();
}

/** Tasks whose worker is gone: any that is processing, or only those whose lease has run out. */
export async function lockAbandonedTasks(
  queries: Queries,
  which: "all" | "expired",
): Promise<readonly Pick<TaskRow, "id" | "attempts">[]> {
  let query = queries
    .selectFrom("tasks")
    .select(["id", "attempts"])
    .where("status", "=", TaskStatus.PROCESSING);
  if (which === "expired") query = query.where("lease_until", "<", sql<Date>`now()`);
  return query.forUpdate().skipLocked().execute();
}

/** Makes processing tasks pending again; their attempts stay counted. */
export async function requeueTasks(queries: Queries, ids: readonly string[]): Promise<void> {
  await queries
    .updateTable("tasks")
    .set({ status: TaskStatus.PENDING, started_at: null, worker_id: null, lease_until: null })
    .where("id", "in", ids)
    .execute();
}

/** Gives up tasks that ended their worker too often. */
export async function abandonTasks(queries: Queries, ids: readonly string[], message: string): Promise<void> {
  await queries
    .updateTable("tasks")
    .set({
      status: TaskStatus.FAILED,
      completed_at: sql<Date>`now()`,
      lease_until: null,
      error_message: message,
    })
    .where("id", "in", ids)
    .execute();
}

async function endExecution(
  queries: Queries,
  execution: Execution,
  change: UpdateObject<Tables, "tasks">,
): Promise<boolean> {
  const rows = await queries
    .updateTable("tasks")
    .set({ ...change, lease_until: null })
    .where("id", "=", execution.taskId)
    .where("status", "=", TaskStatus.PROCESSING)
    .where("worker_id", "=", execution.workerId)
    .where("attempts", "=", execution.attempt)
    .returning("id")
    .execute();
  return rows.length > 0;
}

function leaseEnd(seconds: number) {
  return sql<Date>`now() + make_interval(secs => ${seconds}::double precision)`;
}
