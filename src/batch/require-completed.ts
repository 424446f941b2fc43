import { TaskError } from "../errors/task.ts";
import type { TaskRecord } from "./task-board.ts";

/** @throws The task's error when it failed, TaskError (code `TASK_OPEN`) while it is open. */
export function requireCompleted(record: TaskRecord): TaskRecord {
  if (record.state === "completed") return record;
  if (record.error !== null) throw record.error;
  const names = record.strategies.map((strategy) => strategy.name).join(", ");
  throw new TaskError(
    `The task of ${names} over ${record.period.toKey()} is still ${record.state}: await batch.wait() first`,
    { taskId: record.taskId, code: "TASK_OPEN" },
  );
}
