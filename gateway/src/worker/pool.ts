import { availableParallelism } from "node:os";
import { Piscina } from "piscina";
import type { Job, JobOutcome } from "./job.ts";
import { type ThreadEntry, threadEntry } from "./thread-entry.ts";

export interface EnginePoolOptions {
  /** Number of threads; by default one per core less one for the server, at least 1. */
  readonly threads?: number;
  /** Told of a thread that died while it had no job. */
  readonly onError: (error: Error) => void;
  /** What the threads run; by default the engine. */
  readonly entry?: ThreadEntry;
}

/** Threads that execute jobs, one at a time each. They start at once, so that the first job finds them warm. */
export class EnginePool {
  readonly threads: number;
  readonly #pool: Piscina<Job, JobOutcome>;

  constructor({ threads, onError, entry = threadEntry("thread", import.meta.url) }: EnginePoolOptions) {
    this.threads = threads ?? Math.max(1, availableParallelism() - 1);
    this.#pool = new Piscina({
      filename: entry.url,
      execArgv: [...entry.execArgv],
      minThreads: this.threads,
      maxThreads: this.threads,
      concurrentTasksPerWorker: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
    });
    this.#pool.on("error", onError);
  }

  /**
   * Executes a job on the next free thread.
   * @throws when the thread dies; it is replaced, and jobs of other threads are not touched.
   */
  run(job: Job): Promise<JobOutcome> {
    return this.#pool.run(job);
  }

  /** Ends the threads at once; jobs that still run are rejected. */
  close(): Promise<void> {
    return this.#pool.destroy();
  }
}
