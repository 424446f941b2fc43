import { checkParquet } from "../core/binary-check.ts";
import type { Limiter } from "../core/limiter.ts";
import { type ResultFiles, unpackResult } from "../core/result-archive.ts";
import type { TasksClient } from "../core/tasks.ts";
import { ResourceNotFoundError } from "../errors/request.ts";
import type { ResultCache } from "./cache.ts";

/** Result files of completed tasks: from the cache, else from the gateway into the cache. */
export class ResultSource {
  readonly #tasks: TasksClient;
  readonly #cache: ResultCache;
  readonly #limiter: Limiter;
  readonly #running = new Map<string, Promise<ResultFiles>>();
  /** Some gateways have no archives, only the single files. */
  #archives = true;

  constructor(tasks: TasksClient, cache: ResultCache, limiter: Limiter) {
    this.#tasks = tasks;
    this.#cache = cache;
    this.#limiter = limiter;
  }

  /** One file of a completed task. */
  async file(taskId: string, kind: keyof ResultFiles): Promise<Uint8Array> {
    return (await this.#cache.get(taskId, kind)) ?? (await this.fetch(taskId))[kind];
  }

  /** Brings both files of a completed task into the cache; asked for twice it downloads once. */
  fetch(taskId: string, signal?: AbortSignal): Promise<ResultFiles> {
    let running = this.#running.get(taskId);
    if (running === undefined) {
      running = this.#limiter
        .run(() => this.#fetch(taskId, signal))
        .finally(() => this.#running.delete(taskId));
      this.#running.set(taskId, running);
    }
    return running;
  }

  async #fetch(taskId: string, signal: AbortSignal | undefined): Promise<ResultFiles> {
    const cached = await this.#cached(taskId);
    if (cached !== undefined) return cached;
    const files = await this.#download(taskId, signal);
    await this.#cache.put(taskId, "trades", files.trades);
    await this.#cache.put(taskId, "performance", files.performance);
    return files;
  }

  async #cached(taskId: string): Promise<ResultFiles | undefined> {
    const trades = await this.#cache.get(taskId, "trades");
    const performance = trades && (await this.#cache.get(taskId, "performance"));
    return trades && performance && { trades, performance };
  }

  async #download(taskId: string, signal: AbortSignal | undefined): Promise<ResultFiles> {
    const options = signal && { signal };
    if (this.#archives) {
      try {
        return unpackResult(await this.#tasks.downloadResult(taskId, options));
      } catch (error) {
        if (!(error instanceof ResourceNotFoundError)) throw error;
      }
    }
    const [trades, performance] = await Promise.all([
      this.#tasks.downloadTrades(taskId, options),
      this.#tasks.downloadPerformance(taskId, options),
    ]);
    checkParquet(trades, `trades.parquet of task ${taskId}`);
    checkParquet(performance, `performance.parquet of task ${taskId}`);
    this.#archives = false;
    return { trades, performance };
  }
}
