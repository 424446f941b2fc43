import { setTimeout as sleep } from "node:timers/promises";
import type { MarketStore } from "../market-data/index.ts";
import type { ClaimedTask, TaskQueue } from "../tasks/queue.ts";
import { failed, type JobOutcome, symbolsOf } from "./job.ts";
import type { EnginePool } from "./pool.ts";

/** How long to wait before the queue is asked again after it has failed, in milliseconds. */
const RETRY_MS = 1_000;

export interface WorkerLoopOptions {
  readonly queue: TaskQueue;
  readonly market: MarketStore;
  readonly pool: EnginePool;
  /** Name under which tasks are claimed; unique among running workers. */
  readonly workerId: string;
  /** Told of failures of the queue; the loop goes on. */
  readonly onError: (error: Error) => void;
}

/**
 * Takes tasks from the queue, executes them on the pool and stores what came of them. It holds one task per thread
 * and one more each, so that a thread that ends a task finds the next one loaded. A task that cannot be executed
 * fails alone.
 */
export class WorkerLoop {
  readonly #queue: TaskQueue;
  readonly #market: MarketStore;
  readonly #pool: EnginePool;
  readonly #workerId: string;
  readonly #onError: (error: Error) => void;
  readonly #held = new Map<string, Promise<void>>();
  readonly #stopping = new AbortController();
  readonly #unsubscribe: () => void;
  #claiming: Promise<void> | undefined;
  #mayHaveMore = false;

  /** Starts at once. */
  constructor({ queue, market, pool, workerId, onError }: WorkerLoopOptions) {
    this.#queue = queue;
    this.#market = market;
    this.#pool = pool;
    this.#workerId = workerId;
    this.#onError = onError;
    this.#unsubscribe = queue.onWork(() => this.#wake());
    this.#wake();
  }

  /**
   * Takes no more tasks and lets those it holds end; what has not ended in time is given back to the queue.
   * @param patience milliseconds to wait for them.
   */
  async stop(patience = 10_000): Promise<void> {
    this.#stopping.abort();
    this.#unsubscribe();
    await this.#claiming;
    const ended = new AbortController();
    const ending = Promise.all(this.#held.values()).then(() => ended.abort());
    await Promise.race([ending, sleep(patience, undefined, { signal: ended.signal }).catch(() => undefined)]);
    const left = [...this.#held.keys()];
    this.#held.clear();
    if (left.length > 0) await this.#queue.giveBack(left);
  }

  get #stopped(): boolean {
    return this.#stopping.signal.aborted;
  }

  get #free(): number {
    return 2 * this.#pool.threads - this.#held.size;
  }

  #wake(): void {
    this.#mayHaveMore = true;
    if (this.#claiming !== undefined || this.#stopped) return;
    this.#claiming = this.#claimWhileFree().finally(() => {
      this.#claiming = undefined;
      // Woken, or a task ended, after the last look and before this moment.
      if (this.#mayHaveMore && this.#free > 0) this.#wake();
    });
  }

  async #claimWhileFree(): Promise<void> {
    while (!this.#stopped && this.#mayHaveMore) {
      const free = this.#free;
      if (free <= 0) return;
      this.#mayHaveMore = false;
      try {
        const tasks = await this.#queue.claim(free, this.#workerId);
        for (const task of tasks) this.#take(task);
        if (tasks.length > 0) this.#mayHaveMore = true;
      } catch (error) {
        this.#onError(asError(error));
        this.#mayHaveMore = true;
        await sleep(RETRY_MS, undefined, { signal: this.#stopping.signal }).catch(() => undefined);
      }
    }
  }

  #take(task: ClaimedTask): void {
    const ending = this.#execute(task)
      .then((outcome) => this.#report(task, outcome))
      .catch((error: unknown) => this.#onError(asError(error)))
      .finally(() => {
        this.#held.delete(task.id);
        this.#wake();
      });
    this.#held.set(task.id, ending);
  }

  async #execute({ id, request }: ClaimedTask): Promise<JobOutcome> {
    try {
      const loaded = await Promise.all([...symbolsOf(request)].map((symbol) => this.#market.series(symbol)));
      return await this.#pool.run({ request, series: loaded.filter((series) => series !== undefined) });
    } catch (cause) {
      const { message } = asError(cause);
      // The owner reads the message; the stack is for whoever runs the gateway.
      if (this.#held.has(id))
        this.#onError(new Error(`task ${id} could not be executed: ${message}`, { cause }));
      return failed(`the task could not be executed: ${message}`);
    }
  }

  async #report({ id }: ClaimedTask, outcome: JobOutcome): Promise<void> {
    // Given back by stop: another worker answers for it now.
    if (!this.#held.has(id)) return;
    if (outcome.kind === "done") await this.#queue.finish(id, outcome.outcome);
    else await this.#queue.fail(id, outcome.message);
  }
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
