import { TaskCancelledError, type TaskError, TaskFailedError, TaskStatusError } from "../errors/task.ts";
import { TaskStatus } from "../generated/enums.ts";
import type { TaskMetadataResponse } from "../generated/models.ts";
import { Redactor } from "../internal/redact.ts";

/** How a task stands, in words. */
export type TaskState = "pending" | "processing" | "completed" | "failed";

const states: ReadonlyMap<unknown, TaskState> = new Map<unknown, TaskState>([
  [TaskStatus.PENDING, "pending"],
  [TaskStatus.PROCESSING, "processing"],
  [TaskStatus.COMPLETED, "completed"],
  [TaskStatus.FAILED, "failed"],
]);

const CANCELLED = "cancelled";

/** @throws TaskStatusError for a status this version does not know. */
export function taskState(task: TaskMetadataResponse): TaskState {
  const state = states.get(task.status);
  if (state === undefined) throw new TaskStatusError(task.task_id, task.status);
  return state;
}

/** The error of a failed task. A cancelled one is a failed one whose code, or else message, says so. */
export function taskFailure(task: TaskMetadataResponse): TaskError {
  if ((task.error_code ?? task.error_message) === CANCELLED) return new TaskCancelledError(task.task_id);
  const reason = task.error_message ?? "the server gave no reason";
  return new TaskFailedError(task.task_id, new Redactor().text(reason));
}
