import pRetry from "p-retry";
import { sleep } from "./sleep.ts";

export interface RetryPlan {
  /** Attempts after the first. */
  readonly maxRetries: number;
  /** Milliseconds to wait after a failed attempt, null to give up. What it throws ends the attempts. */
  readonly delay: (error: Error, attempt: number) => Promise<number | null>;
}

/**
 * Runs attempts until one succeeds or the plan gives up; then the last error is thrown. Aborting ends the wait
 * between attempts too, with the signal's reason.
 *
 * p-retry counts and drives; the waits are ours, because its own know neither `Retry-After` nor full jitter.
 */
export async function withRetries<T>(
  attempt: () => Promise<T>,
  plan: RetryPlan,
  signal?: AbortSignal,
): Promise<T> {
  let again = false;
  try {
    return await pRetry(attempt, {
      retries: plan.maxRetries,
      minTimeout: 0,
      ...(signal && { signal }),
      onFailedAttempt: async ({ error, attemptNumber, retriesLeft }) => {
        const delay = retriesLeft > 0 && !signal?.aborted ? await plan.delay(error, attemptNumber) : null;
        again = delay !== null;
        if (delay !== null) await sleep(delay, signal);
      },
      shouldRetry: () => again,
    });
  } catch (error) {
    // p-retry wraps reasons that are no Error objects.
    if (signal?.aborted) throw signal.reason;
    throw error;
  }
}
