import { ExportType } from "../generated/enums.ts";
import type {
  ExportRequest,
  ExportResponse,
  LatestTradesResult,
  StrategyConfig,
  TaskMetadataResponse,
  ValidationResult,
} from "../generated/models.ts";
import { ExportResource } from "../generated/resources/export.ts";
import type { RequestOptions, Transport } from "../generated/transport.ts";
import {
  type BacktestExport,
  barsOnlyStrategy,
  type EnhancedOhlcvExport,
  type LatestTradesExport,
  localDate,
  type OnDemandOhlcvExport,
  validationDates,
} from "./export-requests.ts";
import type { DataFrame } from "./polars.ts";
import type { BacktestFrames, TasksClient } from "./tasks.ts";

/** Options of an export; times in milliseconds. */
export interface ExportOptions<Poll extends boolean = boolean> {
  /** Wait for the result (default), or return as soon as the task is accepted. */
  readonly poll?: Poll | undefined;
  /** Longest pause between two looks at the task. Default: the client's `pollInterval`. */
  readonly pollInterval?: number | undefined;
  /** How long the task is waited for. Default: the client's `pollTimeout`. */
  readonly pollTimeout?: number | undefined;
  /** Called with every state of the task that is seen. */
  readonly onStatus?: ((task: TaskMetadataResponse) => void) | undefined;
  /** Ends the call wherever it stands; a task that was accepted goes on. */
  readonly signal?: AbortSignal | undefined;
  /** Names the work, so that a server that supports it does it once however often it is asked. */
  readonly idempotencyKey?: string | undefined;
}

/** What an export gives: its result, and with `poll: false` the accepted task. */
export type Exported<Poll extends boolean, Result> = Poll extends false ? ExportResponse : Result;

/**
 * Computations: start them, and wait for their results. Each method throws TaskFailedError when the task failed,
 * TaskCancelledError when it was cancelled, TaskTimeoutError when it had not ended after `pollTimeout` (the task goes
 * on, and `tasks.wait` can be called for it), ValidationError when the gateway refuses the request.
 */
export class ExportClient extends ExportResource {
  readonly #tasks: TasksClient;

  constructor(transport: Transport, tasks: TasksClient) {
    super(transport);
    this.#tasks = tasks;
  }

  /**
   * Backtests strategies over one period.
   *
   * @returns Trades and performance; with `poll: false` the accepted task.
   * @example
   * const { trades } = await client.export.backtestResults(
   *   { strategy_configs: [strategy], start_date: "2024-01-01", end_date: "2024-12-31" },
   * );
   */
  backtestResults<Poll extends boolean = true>(
    request: BacktestExport,
    options: ExportOptions<Poll> = {},
  ): Promise<Exported<Poll, BacktestFrames>> {
    return this.#run(ExportType.BACKTEST_RESULTS, request, options, (taskId, download) =>
      this.#tasks.readResult(taskId, download),
    );
  }

  /**
   * The latest trades of every strategy and blueprint, open ones included.
   *
   * @returns Rows with the names of the trades frame; with `poll: false` the accepted task.
   */
  latestTrades<Poll extends boolean = true>(
    request: LatestTradesExport,
    options: ExportOptions<Poll> = {},
  ): Promise<Exported<Poll, LatestTradesResult>> {
    const { start_date = localDate(new Date()), trade_count, ...common } = request;
    const body = { ...common, start_date, ...(trade_count !== undefined && { trade_count }) };
    return this.#run(ExportType.LATEST_TRADES, body, options, (taskId, download) =>
      this.#tasks.getLatestTrades(taskId, download),
    );
  }

  /**
   * The bars of one strategy and blueprint with every stage of the pipeline: indicators, signals, positions. Without
   * `strategy_name` the first strategy, without `blueprint_name` its base blueprint.
   *
   * @returns Columns as in `enhancedOhlcvSchema`, and the indicators; with `poll: false` the accepted task.
   */
  enhancedOhlcv<Poll extends boolean = true>(
    request: EnhancedOhlcvExport,
    options: ExportOptions<Poll> = {},
  ): Promise<Exported<Poll, DataFrame>> {
    return this.#run(ExportType.ENHANCED_OHLCV, request, options, (taskId, download) =>
      this.#tasks.readEnhancedOhlcv(taskId, download),
    );
  }

  /**
   * Bars of an instrument with indicators, without any strategy.
   *
   * @returns Columns as in `onDemandOhlcvSchema`, and one per indicator; with `poll: false` the accepted task.
   * @example
   * const bars = await client.export.onDemandOhlcv({
   *   base_instrument: "SP500",
   *   base_freq: Freq.DAY_1,
   *   indicator_specs: [atr.spec],
   *   start_date: "2019-01-01",
   *   end_date: "2019-12-31",
   * });
   */
  onDemandOhlcv<Poll extends boolean = true>(
    request: OnDemandOhlcvExport,
    options: ExportOptions<Poll> = {},
  ): Promise<Exported<Poll, DataFrame>> {
    const body = {
      ...request,
      indicator_specs: [...request.indicator_specs],
      strategy_configs: [barsOnlyStrategy(request)],
    };
    return this.#run(ExportType.ON_DEMAND_OHLCV, body, options, (taskId, download) =>
      this.#tasks.readOnDemandOhlcv(taskId, download),
    );
  }

  /**
   * Checks strategies on the gateway, instruments and columns included.
   *
   * @returns `valid` and all problems; with `poll: false` the accepted task.
   */
  validate<Poll extends boolean = true>(
    strategies: readonly StrategyConfig[],
    options: ExportOptions<Poll> = {},
  ): Promise<Exported<Poll, ValidationResult>> {
    const body = { strategy_configs: [...strategies], ...validationDates };
    return this.#run(ExportType.VALIDATE_STRATEGY, body, options, (taskId, download) =>
      this.#tasks.getValidationResult(taskId, download),
    );
  }

  async #run<Poll extends boolean, Result>(
    type: ExportType,
    request: Omit<ExportRequest, "export_type">,
    { poll, pollInterval, pollTimeout, onStatus, signal, idempotencyKey }: ExportOptions<Poll>,
    read: (taskId: string, options: RequestOptions) => Promise<Result>,
  ): Promise<Exported<Poll, Result>> {
    const abort: RequestOptions = signal ? { signal } : {};
    const naming: RequestOptions = idempotencyKey === undefined ? {} : { idempotencyKey };
    const accepted = await this.create({ ...request, export_type: type }, { ...abort, ...naming });
    const finish = async () => {
      if (poll === false) return accepted;
      await this.#tasks.wait(accepted.task_id, { timeout: pollTimeout, pollInterval, signal, onStatus });
      return read(accepted.task_id, abort);
    };
    // What `Exported` says of the two branches, which the compiler cannot follow into a type parameter.
    return (await finish()) as Exported<Poll, Result>;
  }
}
