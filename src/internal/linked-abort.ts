import { setMaxListeners } from "node:events";

/** A signal that follows its parent and a timer, until it is released. */
export interface LinkedAbort {
  readonly signal: AbortSignal;
  /** Whether it was the timer that aborted. */
  timedOut(): boolean;
  /** Stops the timer and lets go of the parent. */
  release(): void;
}

/**
 * Links by hand what `AbortSignal.any` would: that one keeps something on a long-lived parent for every call, so a
 * signal used for thousands of calls would grow without end.
 */
export function linkAbort(parent: AbortSignal | undefined, timeout: number): LinkedAbort {
  const controller = new AbortController();
  let timedOut = false;
  const follow = () => controller.abort(parent?.reason);
  const timer = setTimeout(() => {
    timedOut = true;
    controller.abort(new DOMException(`Timed out after ${timeout} ms`, "TimeoutError"));
  }, timeout);
  if (parent?.aborted) follow();
  else if (parent) {
    // One signal for many calls at a time is meant, and every listener is taken off again.
    setMaxListeners(0, parent);
    parent.addEventListener("abort", follow, { once: true });
  }
  return {
    signal: controller.signal,
    timedOut: () => timedOut,
    release() {
      clearTimeout(timer);
      parent?.removeEventListener("abort", follow);
    },
  };
}
