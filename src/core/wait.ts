import { NetworkError, ServerError } from "../errors/request.ts";
import { TaskTimeoutError } from "../errors/task.ts";
import type { TaskMetadataResponse } from "../generated/models.ts";
import { requireMilliseconds } from "../internal/limits.ts";
import { linkAbort } from "../internal/linked-abort.ts";
import { sleep } from "../internal/sleep.ts";
import { AdaptivePause, FIRST_PAUSE_MS } from "./polling.ts";
import { taskFailure, taskState } from "./task-state.ts";

/** Options of waiting; times in milliseconds. */
export interface WaitOptions {
  /** How long to wait. Default: the client's `pollTimeout`. */
  readonly timeout?: number | undefined;
  /** Longest pause between two looks at a task. Default: the client's `pollInterval`. */
  readonly pollInterval?: number | undefined;
  /** Ends the waiting, never the task. */
  readonly signal?: AbortSignal | undefined;
  /** Called with every state seen, the final one included. What it throws ends the waiting. */
  readonly onStatus?: ((task: TaskMetadataResponse) => void) | undefined;
}

/** {@link WaitOptions} with their defaults filled in. */
export interface WaitSettings {
  readonly timeout: number;
  readonly pollInterval: number;
  readonly signal: AbortSignal | undefined;
  readonly onStatus: ((task: TaskMetadataResponse) => void) | undefined;
}

export type Look = (taskId: string, signal: AbortSignal) => Promise<TaskMetadataResponse>;

/** Looks in a row that fail, each after the client's own retries, until the waiting is given up. */
const MAX_MISSES = 5;

/** Looks at a task until it has ended, or the time or the signal ends the waiting: see `tasks.wait`. */
export async function waitForTask(
  look: Look,
  taskId: string,
  { timeout, pollInterval, signal, onStatus }: WaitSettings,
): Promise<TaskMetadataResponse> {
  requireMilliseconds(timeout, "timeout");
  requireMilliseconds(pollInterval, "pollInterval");
  const deadline = performance.now() + timeout;
  const pause = new AdaptivePause(pollInterval);
  const link = linkAbort(signal, timeout);
  let seen = "nothing seen of it yet";
  let misses = 0;
  try {
    for (;;) {
      const task = await look(taskId, link.signal).catch((error: unknown) => {
        if (link.signal.aborted || !isPassing(error) || ++misses === MAX_MISSES) throw error;
        seen = `the last look failed: ${error.message}`;
        return undefined;
      });
      if (task !== undefined) {
        misses = 0;
        const state = taskState(task);
        onStatus?.(task);
        if (state === "completed") return task;
        if (state === "failed") throw taskFailure(task);
        seen = `it was ${state}`;
      }
      // Ever closer to the deadline, so that a task which ends shortly before it is still seen.
      const closing = Math.max(FIRST_PAUSE_MS, (deadline - performance.now()) / 2);
      await sleep(Math.min(pause.next(), closing), link.signal);
    }
  } catch (error) {
    if (!link.timedOut()) throw error;
    throw new TaskTimeoutError(
      `Task ${taskId} did not end within ${timeout} ms, ${seen}; it goes on, wait for it again`,
      taskId,
      timeout,
    );
  } finally {
    link.release();
  }
}

/** A gateway that cannot answer for a while is no reason to give up a task that may be running. */
function isPassing(error: unknown): error is NetworkError | ServerError {
  // One that said how long it needs, and needs longer than the client may wait, is obeyed.
  return error instanceof NetworkError || (error instanceof ServerError && error.retryAfter === null);
}
