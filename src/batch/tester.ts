import { TradePoseClient } from "../core/client.ts";
import { Limiter } from "../core/limiter.ts";
import type { ClientOptions } from "../core/options.ts";
import { ArgumentError } from "../errors/argument.ts";
import { TradePoseError } from "../errors/base.ts";
import { BatchFrames } from "./batch-frames.ts";
import { ResultCache } from "./cache.ts";
import { BackgroundPoller } from "./poller.ts";
import { type ProgressOption, progressDisplay } from "./progress/option.ts";
import { BacktestRequest, type BacktestRequestOptions } from "./request.ts";
import { ResultSource } from "./result-source.ts";
import { BatchResults } from "./results.ts";
import { asError, submitAll } from "./submitter.ts";
import { TaskBoard } from "./task-board.ts";

/** Options of a tester: those of a client, and how batches work. */
export interface BatchTesterOptions extends ClientOptions {
  /** Requests of one kind (submissions, states, downloads) at a time, 1 to 64. Default 8. */
  readonly concurrency?: number | undefined;
  /** Folder that keeps result files. Without it they are in memory, and what does not fit in a temporary folder. */
  readonly cacheDirectory?: string | undefined;
  /** Bytes of result files that one batch holds in memory. Default 100 MB. */
  readonly cacheMemory?: number | undefined;
  /** How batches show their progress. Default `auto`. */
  readonly progress?: ProgressOption | undefined;
}

/** What to backtest, and how to show it. */
export interface SubmitOptions extends BacktestRequestOptions {
  /** Overrides the tester's. */
  readonly progress?: ProgressOption | undefined;
}

/**
 * Backtests strategies over periods, as many as you like, in the background.
 *
 * @example
 * const tester = new BatchTester({ serverUrl: "http://127.0.0.1:8420", apiKey });
 * const batch = tester.submit({ strategies: [strategy], periods: [Period.fromYear(2023), Period.Q1(2024)] });
 * await batch.wait();
 * console.log(await batch.summary());
 * await tester.close();
 */
export class BatchTester implements AsyncDisposable {
  /** The client under it; closed with the tester. */
  readonly client: TradePoseClient;
  readonly #options: BatchTesterOptions;
  readonly #concurrency: number;
  readonly #running = new Set<RunningBatch>();
  #closed = false;

  /** @throws TradePoseConfigError or ArgumentError when there is no key, or an option is out of its range. */
  constructor(options: BatchTesterOptions = {}) {
    const { concurrency = 8 } = options;
    if (!Number.isInteger(concurrency) || concurrency < 1 || concurrency > 64) {
      throw new ArgumentError(`concurrency must be a whole number from 1 to 64, got ${concurrency}`);
    }
    progressDisplay(options.progress ?? "silent");
    this.#options = options;
    this.#concurrency = concurrency;
    this.client = new TradePoseClient(options);
  }

  /**
   * Starts a batch and returns at once; it works in the background. The process stays alive until everything is
   * submitted; after that only while somebody waits, by `wait()` or `for await`.
   *
   * @throws ArgumentError for no strategy or no period, equal names, equal periods.
   */
  submit(options: SubmitOptions): BatchResults {
    if (this.#closed) throw closedError("The tester is closed: make a new one to submit batches");
    const request = new BacktestRequest(options);
    const display = progressDisplay(options.progress ?? this.#options.progress ?? "auto");
    const batch = this.#start(request);
    if (display) batch.onProgress(display);
    return batch;
  }

  /**
   * Ends all work of this tester and closes the connections. Tasks the gateway has accepted go on there; whoever
   * waits for an unfinished batch gets an error. Results that have come stay readable.
   */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#running].map((batch) => batch.close()));
    await this.client.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #start(request: BacktestRequest): BatchResults {
    const { tasks, export: exports, config } = this.client;
    const limiter = () => new Limiter(this.#concurrency);
    const abort = new AbortController();
    const { signal } = abort;
    const board = new TaskBoard(request.units());
    const cache = new ResultCache({
      directory: this.#options.cacheDirectory,
      maxMemory: this.#options.cacheMemory,
    });
    const source = new ResultSource(tasks, cache, limiter());
    const frames = new BatchFrames(
      source,
      request.strategies.map(({ name }) => name),
    );
    const poller = new BackgroundPoller({
      board,
      tasks,
      source,
      limiter: limiter(),
      pollInterval: config.pollInterval,
      signal,
    });
    const work = Promise.all([
      submitAll({ request, board, export: exports, limiter: limiter(), signal }),
      poller.run(),
    ]).catch((error) => {
      // Failures of tasks never come here; what does would otherwise leave waiters without an end.
      board.close(asError(error));
    });
    const running: RunningBatch = {
      async close() {
        board.close(closedError("The tester was closed before the batch had ended"));
        abort.abort(closedError("The tester was closed"));
        await work;
      },
    };
    this.#running.add(running);
    work.finally(() => this.#running.delete(running));
    return new BatchResults({ request, board, frames, cache, hold: () => poller.hold() });
  }
}

interface RunningBatch {
  close(): Promise<void>;
}

function closedError(message: string): TradePoseError {
  return new TradePoseError(message, { code: "CLOSED" });
}
