import {
  enhancedOhlcvSchema,
  onDemandOhlcvSchema,
  performanceSchema,
  tradesSchema,
} from "../generated/frames.ts";
import type { TaskMetadataResponse } from "../generated/models.ts";
import { TasksResource } from "../generated/resources/tasks.ts";
import type { ApiPromise, RequestOptions } from "../generated/transport.ts";
import type { StreamingTransport } from "../internal/streaming-transport.ts";
import { checkedDownloads, describeFile, downloads, saveDownload } from "./downloads.ts";
import { readFrame } from "./frames.ts";
import type { DataFrame } from "./polars.ts";
import { unpackResult } from "./result-archive.ts";
import type { SavedFile } from "./save-body.ts";
import { type WaitOptions, type WaitSettings, waitForTask } from "./wait.ts";
import { type WaitAllOptions, waitForTasks } from "./wait-all.ts";
import type { ArchiveLimits } from "./zip.ts";

/** What waiting needs to know of the client's settings. */
export interface PollDefaults {
  readonly pollInterval: number;
  readonly pollTimeout: number;
}

/** Frames of a backtest. */
export interface BacktestFrames {
  /** One row per trade; columns as in `tradesSchema`. */
  readonly trades: DataFrame;
  /** One row per strategy, blueprint and unit; columns as in `performanceSchema`. */
  readonly performance: DataFrame;
}

/** Options of reading an archive: those of a request, and how large it may be. */
export interface ReadResultOptions extends RequestOptions, ArchiveLimits {}

/**
 * States and results of tasks. A result comes in three forms: `download...` gives its bytes, `read...` a frame with
 * the columns of its schema, `save...` a file. In each the bytes are checked before they are believed: a ZIP archive
 * or Parquet file that is not whole is a SerializationError.
 */
export class TasksClient extends TasksResource {
  readonly #transport: StreamingTransport;
  readonly #defaults: PollDefaults;

  constructor(transport: StreamingTransport, defaults: PollDefaults) {
    super(checkedDownloads(transport));
    this.#transport = transport;
    this.#defaults = defaults;
  }

  /**
   * Waits until a task is completed: looks at once, then after pauses that grow from 50 ms to `pollInterval`, each up
   * to 20 % shorter at random. A gateway that does not answer for a while is asked again, up to 5 times in a row.
   *
   * @returns The state of the completed task.
   * @throws TaskFailedError when the task failed, with the server's message; TaskCancelledError when it was
   * cancelled; TaskTimeoutError when `timeout` passed; TaskStatusError for a state this version does not know; the
   * signal's reason on abort. In the last three cases the task itself goes on.
   */
  async wait(taskId: string, options: WaitOptions = {}): Promise<TaskMetadataResponse> {
    return waitForTask(this.#look, taskId, this.#settings(options));
  }

  /**
   * Waits until all tasks have ended, each as `wait` does; `timeout` is for all together. At most `concurrency`
   * requests are on their way at a time. One task that fails does not end the waiting for the others.
   *
   * @returns How each task ended, in the order of the ids, as `Promise.allSettled` tells it; an id given twice is
   * there once.
   * @throws The signal's reason on abort; the tasks go on.
   * @example
   * for (const [id, outcome] of await client.tasks.waitAll(ids)) {
   *   if (outcome.status === "rejected") console.error(id, outcome.reason);
   * }
   */
  async waitAll(
    taskIds: Iterable<string>,
    options: WaitAllOptions = {},
  ): Promise<ReadonlyMap<string, PromiseSettledResult<TaskMetadataResponse>>> {
    return waitForTasks(this.#look, taskIds, this.#settings(options), options.concurrency);
  }

  /**
   * Trades and performance of a backtest, by its archive.
   *
   * @throws SerializationError when the archive or a file in it is broken or beyond a limit, SchemaValidationError
   * when columns are missing, and what `downloadResult` throws.
   */
  async readResult(taskId: string, options: ReadResultOptions = {}): Promise<BacktestFrames> {
    const { maxEntries, maxUnpackedSize, ...request } = options;
    const archive = await this.downloadResult(taskId, request);
    const files = unpackResult(archive, { maxEntries, maxUnpackedSize });
    return {
      trades: await readFrame(files.trades, tradesSchema, describeFile(downloads.trades, taskId)),
      performance: await readFrame(
        files.performance,
        performanceSchema,
        describeFile(downloads.performance, taskId),
      ),
    };
  }

  /** Trades of a backtest; columns as in `tradesSchema`. */
  async readTrades(taskId: string, options?: RequestOptions): Promise<DataFrame> {
    const bytes = await this.downloadTrades(taskId, options);
    return readFrame(bytes, tradesSchema, describeFile(downloads.trades, taskId));
  }

  /** Performance of a backtest; columns as in `performanceSchema`. */
  async readPerformance(taskId: string, options?: RequestOptions): Promise<DataFrame> {
    const bytes = await this.downloadPerformance(taskId, options);
    return readFrame(bytes, performanceSchema, describeFile(downloads.performance, taskId));
  }

  /** Bars with every stage of the pipeline; columns as in `enhancedOhlcvSchema`, and the indicators. */
  async readEnhancedOhlcv(taskId: string, options?: RequestOptions): Promise<DataFrame> {
    const bytes = await this.downloadEnhancedOhlcv(taskId, options);
    return readFrame(bytes, enhancedOhlcvSchema, describeFile(downloads.enhancedOhlcv, taskId));
  }

  /** Bars and indicators; columns as in `onDemandOhlcvSchema`, and the indicators by their display names. */
  async readOnDemandOhlcv(taskId: string, options?: RequestOptions): Promise<DataFrame> {
    const bytes = await this.downloadOnDemandOhlcv(taskId, options);
    return readFrame(bytes, onDemandOhlcvSchema, describeFile(downloads.onDemandOhlcv, taskId));
  }

  /**
   * Streams the archive of a backtest into a file: written beside its place, checked, then moved there, replacing what
   * was there. A download that breaks is retried as any call, and leaves nothing behind.
   *
   * @param path Of the file; its folder must exist.
   * @throws TradePoseError (code `FILE`) when the file cannot be written, SerializationError when what came is no
   * whole archive, and what `downloadResult` throws.
   */
  saveResult(taskId: string, path: string, options?: RequestOptions): ApiPromise<SavedFile> {
    return saveDownload(this.#transport, downloads.result, taskId, path, options);
  }

  /** Streams the trades of a backtest into a Parquet file; see {@link saveResult}. */
  saveTrades(taskId: string, path: string, options?: RequestOptions): ApiPromise<SavedFile> {
    return saveDownload(this.#transport, downloads.trades, taskId, path, options);
  }

  /** Streams the performance of a backtest into a Parquet file; see {@link saveResult}. */
  savePerformance(taskId: string, path: string, options?: RequestOptions): ApiPromise<SavedFile> {
    return saveDownload(this.#transport, downloads.performance, taskId, path, options);
  }

  /** Streams bars with every stage of the pipeline into a Parquet file; see {@link saveResult}. */
  saveEnhancedOhlcv(taskId: string, path: string, options?: RequestOptions): ApiPromise<SavedFile> {
    return saveDownload(this.#transport, downloads.enhancedOhlcv, taskId, path, options);
  }

  /** Streams bars and indicators into a Parquet file; see {@link saveResult}. */
  saveOnDemandOhlcv(taskId: string, path: string, options?: RequestOptions): ApiPromise<SavedFile> {
    return saveDownload(this.#transport, downloads.onDemandOhlcv, taskId, path, options);
  }

  readonly #look = (taskId: string, signal: AbortSignal) => this.get(taskId, { signal });

  #settings(options: WaitOptions): WaitSettings {
    const { pollInterval, pollTimeout } = this.#defaults;
    return {
      timeout: options.timeout ?? pollTimeout,
      pollInterval: options.pollInterval ?? pollInterval,
      signal: options.signal,
      onStatus: options.onStatus,
    };
  }
}
