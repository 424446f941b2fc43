import { ArgumentError } from "../errors/argument.ts";
import type { TaskMetadataResponse } from "../generated/models.ts";
import { Limiter } from "./limiter.ts";
import { type Look, type WaitOptions, type WaitSettings, waitForTask } from "./wait.ts";

/** Options of waiting for several tasks; times in milliseconds. */
export interface WaitAllOptions extends WaitOptions {
  /** Requests on their way at a time, from 1. Default 10. */
  readonly concurrency?: number | undefined;
}

const CONCURRENCY = 10;

/** Waits for every task: see `tasks.waitAll`. */
export async function waitForTasks(
  look: Look,
  taskIds: Iterable<string>,
  settings: WaitSettings,
  concurrency: number = CONCURRENCY,
): Promise<ReadonlyMap<string, PromiseSettledResult<TaskMetadataResponse>>> {
  if (!Number.isSafeInteger(concurrency) || concurrency < 1) {
    throw new ArgumentError(`concurrency must be a whole number from 1, got ${concurrency}`);
  }
  const { signal } = settings;
  signal?.throwIfAborted();
  // Requests are what is bounded, not tasks: slow ones must not keep others from being seen before the deadline.
  const limiter = new Limiter(concurrency);
  const boundedLook: Look = (taskId, until) => limiter.run(() => look(taskId, until));
  const settle = async (taskId: string) => {
    const [outcome] = await Promise.allSettled([waitForTask(boundedLook, taskId, settings)]);
    return [taskId, outcome] as const;
  };
  const outcomes = await Promise.all([...new Set(taskIds)].map(settle));
  signal?.throwIfAborted();
  return new Map(outcomes);
}
