import type { ProgressDisplay } from "./progress/display.ts";
import { type BatchProgress, snapshot } from "./progress/snapshot.ts";
import type { BatchRun } from "./run.ts";
import type { TaskCounts } from "./task-board.ts";
import { type WaitLimits, waitUntilComplete } from "./wait.ts";

/** Tasks at work in the background: how far they are, and how to wait for them, retry and cancel them. */
export abstract class Submission {
  readonly #run: BatchRun;
  readonly #started = performance.now();

  /** @internal */
  constructor(run: BatchRun) {
    this.#run = run;
  }

  /** How many tasks are in each state. */
  get status(): TaskCounts {
    return this.#run.board.counts;
  }

  /** Share of the tasks that have ended, 0 to 1. */
  get progress(): number {
    return this.#run.board.settledCount / this.#run.board.records.length;
  }

  /** Whether every task has ended, completed or failed. */
  get isComplete(): boolean {
    return this.#run.board.isComplete;
  }

  /**
   * Waits until every task has ended, and keeps the process alive meanwhile. Failed tasks are results, not errors.
   *
   * @param limits `timeout` in milliseconds, none by default; `signal` ends the waiting. Neither ends the tasks.
   * @throws TaskTimeoutError when the timeout passed, the signal's reason on abort.
   */
  async wait(limits: WaitLimits = {}): Promise<this> {
    await waitUntilComplete(this.#run.board, this.#run.hold, limits);
    return this;
  }

  /**
   * Submits every failed task anew. What waits and iterates goes on until these have ended too.
   *
   * @returns How many there were.
   * @throws TradePoseError (code `CLOSED`) when the tester is closed.
   * @example
   * await batch.wait();
   * if (batch.retryFailed() > 0) await batch.wait();
   */
  retryFailed(): number {
    return this.#run.retryFailed();
  }

  /**
   * Ends every open task as failed with TaskCancelledError, at once; what is completed stays. Resolves when the gateway
   * has been asked to cancel them; one that does not announce that it can goes on computing what it has accepted.
   */
  cancel(): Promise<void> {
    return this.#run.cancel();
  }

  /** Calls back with every change. @returns Ends the calls. */
  onProgress(listener: ProgressDisplay): () => void {
    return this.#run.board.subscribe(() => listener(this.snapshot()));
  }

  /** Counts, rate and remaining time at this moment. */
  snapshot(): BatchProgress {
    return snapshot(this.#run.board, this.#started);
  }
}
