import { TradePoseError } from "./base.ts";

interface TaskErrorDetails {
  readonly taskId: string | null;
  readonly code: string;
  readonly cause?: unknown;
}

/** A task did not end as hoped. Code `TASK` unless a subclass says otherwise. */
export class TaskError extends TradePoseError {
  override readonly name: string = "TaskError";
  /** The task; null when it never came to be, or when the error is about several. */
  readonly taskId: string | null;

  constructor(message: string, details: TaskErrorDetails) {
    super(message, { code: details.code, cause: details.cause });
    this.taskId = details.taskId;
  }
}

/** Waiting ended before the task did. The task goes on: wait again. Code `TASK_TIMEOUT`. */
export class TaskTimeoutError extends TaskError {
  override readonly name: string = "TaskTimeoutError";
  /** Milliseconds that were waited. */
  readonly timeout: number;

  constructor(message: string, taskId: string | null, timeout: number) {
    super(message, { taskId, code: "TASK_TIMEOUT" });
    this.timeout = timeout;
  }
}

/** The task failed on the server. Code `TASK_FAILED`; `reason` is the server's own message. */
export class TaskFailedError extends TaskError {
  override readonly name: string = "TaskFailedError";
  readonly reason: string;

  constructor(taskId: string, reason: string) {
    super(`Task ${taskId} failed: ${reason}`, { taskId, code: "TASK_FAILED" });
    this.reason = reason;
  }
}

/** The task was cancelled. Code `TASK_CANCELLED`. */
export class TaskCancelledError extends TaskError {
  override readonly name: string = "TaskCancelledError";
  constructor(taskId: string | null) {
    const task = taskId === null ? "The task" : `Task ${taskId}`;
    super(`${task} was cancelled`, { taskId, code: "TASK_CANCELLED" });
  }
}

/** The server reports a state this version of the package does not know. Code `TASK_STATUS_UNKNOWN`. */
export class TaskStatusError extends TaskError {
  override readonly name: string = "TaskStatusError";
  constructor(taskId: string, status: unknown) {
    super(
      `Task ${taskId} has status ${JSON.stringify(status)}, which this version of tradepose-client does not know ` +
        "(0 pending, 1 processing, 2 completed, 3 failed): update the package",
      { taskId, code: "TASK_STATUS_UNKNOWN" },
    );
  }
}
