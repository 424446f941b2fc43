import { TaskTimeoutError } from "../errors/task.ts";
import { requireMilliseconds } from "../internal/limits.ts";
import type { TaskBoard, TaskRecord } from "./task-board.ts";

export interface WaitLimits {
  /** Milliseconds; none by default, nor with `Infinity`. */
  readonly timeout?: number | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Tasks in the order in which they end, until all have; holds the process meanwhile. */
export async function* endings(board: TaskBoard, hold: () => () => void): AsyncGenerator<TaskRecord, void> {
  const release = hold();
  try {
    for (let next = 0; ; ) {
      const record = board.endings[next];
      if (record !== undefined) {
        next++;
        yield record;
      } else if (board.isComplete) return;
      else await nextChange(board);
    }
  } finally {
    release();
  }
}

/** Resolves with the next change of the board, rejects when there will be none. */
function nextChange(board: TaskBoard): Promise<void> {
  if (board.closed) return Promise.reject(board.closed);
  return new Promise((resolve, reject) => {
    const end = board.subscribe(() => {
      end();
      if (board.closed) reject(board.closed);
      else resolve();
    });
  });
}

/** Resolves when every task has ended; holds the process until then. */
export function waitUntilComplete(
  board: TaskBoard,
  hold: () => () => void,
  { timeout = Number.POSITIVE_INFINITY, signal }: WaitLimits,
): Promise<void> {
  const limit = timeout === Number.POSITIVE_INFINITY ? undefined : timeout;
  if (limit !== undefined) requireMilliseconds(limit, "timeout");
  return new Promise((resolve, reject) => {
    const release = hold();
    let timer: NodeJS.Timeout | undefined;
    const end = (settle: () => void) => {
      unsubscribe();
      release();
      clearTimeout(timer);
      signal?.removeEventListener("abort", check);
      settle();
    };
    const check = () => {
      if (board.isComplete) end(resolve);
      else if (board.closed) end(() => reject(board.closed));
      else if (signal?.aborted) end(() => reject(signal.reason));
    };
    const unsubscribe = board.subscribe(check);
    signal?.addEventListener("abort", check, { once: true });
    if (limit !== undefined) timer = setTimeout(() => end(() => reject(expired(board, limit))), limit);
    check();
  });
}

function expired(board: TaskBoard, timeout: number): TaskTimeoutError {
  const open = board.records.length - board.settledCount;
  return new TaskTimeoutError(
    `${open} of ${board.records.length} tasks were still open after ${timeout} ms; they go on, wait() can be called again`,
    null,
    timeout,
  );
}
