import { TradePoseClient } from "../core/client.ts";
import type { ExportOptions } from "../core/export.ts";
import type { InstrumentFilters } from "../core/instruments.ts";
import type { IterateOptions } from "../core/iterate.ts";
import { Limiter } from "../core/limiter.ts";
import type { ClientOptions } from "../core/options.ts";
import type { DataFrame } from "../core/polars.ts";
import { ArgumentError } from "../errors/argument.ts";
import { enhancedOhlcvSchema, onDemandOhlcvSchema } from "../generated/frames.ts";
import type {
  InstrumentResponse,
  LatestTradesResult,
  StrategyConfig,
  ValidationResult,
} from "../generated/models.ts";
import { BatchFrames } from "./batch-frames.ts";
import { ResultCache } from "./cache.ts";
import {
  asList,
  type EnhancedOhlcvOptions,
  type ExportPlan,
  type ExportSubmitOptions,
  enhancedOhlcvPlan,
  type LatestTradesOptions,
  latestTradesPlan,
  ohlcvPlan,
} from "./export-plans.ts";
import { ExportResults } from "./export-results.ts";
import { type ExportSource, FrameSource, ValueSource } from "./export-source.ts";
import type { ResultFetcher } from "./poller.ts";
import type { ProgressDisplay } from "./progress/display.ts";
import { type ProgressOption, progressDisplay } from "./progress/option.ts";
import { BacktestRequest, type BacktestRequestOptions, type TaskUnit } from "./request.ts";
import { ResultSource } from "./result-source.ts";
import { BatchResults } from "./results.ts";
import { BatchRun, closedError } from "./run.ts";

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
  readonly #running = new Set<BatchRun>();
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
   * @example
   * const family = sweep({ days: [10, 20] }, ({ days }) => ({ ...strategy, name: `after ${days}` }));
   * const batch = await tester.submit({ strategies: family, periods: Period.range(2023, 2024) }).wait();
   * const table = await batch.pivot("param_days", "period", "total");
   * table.columns; // ["param_days", "2023-01-01_2023-12-31", "2024-01-01_2024-12-31"]
   */
  submit(options: SubmitOptions): BatchResults {
    const request = new BacktestRequest(options);
    const display = this.#display(options.progress);
    const cache = this.#cache();
    const source = new ResultSource(this.client.tasks, cache, new Limiter(this.#concurrency));
    const frames = new BatchFrames(source, request);
    const plan = { units: request.units(), exportBody: (unit: TaskUnit) => request.exportBody(unit) };
    const batch = new BatchResults({ request, run: this.#run(plan, source), frames, cache });
    if (display) batch.onProgress(display);
    return batch;
  }

  /**
   * Bars of each strategy's base instrument in its base frequency, with its indicators and without any trading.
   * Starts and returns at once, as {@link submit} does. Frames have the columns of `onDemandOhlcvSchema` and one per
   * indicator.
   *
   * @throws ArgumentError for no strategy or no period, equal names, equal periods.
   * @example
   * const exports = await tester.submitOhlcv({ strategies: strategy, periods: Period.Q1(2024) }).wait();
   * const bars = await exports.results[0]!.result();
   * bars.columns.slice(0, 7); // ["ts", "open", "high", "low", "close", "volume", "SP500_1D_SMA|50.close"]
   */
  submitOhlcv(options: ExportSubmitOptions): ExportResults<DataFrame> {
    const { tasks } = this.client;
    const source = new FrameSource("on_demand_ohlcv", onDemandOhlcvSchema, this.#cache(), (id, signal) =>
      tasks.downloadOnDemandOhlcv(id, signal && { signal }),
    );
    return this.#start(ohlcvPlan(options), source, options.progress);
  }

  /**
   * Bars with every stage of the pipeline: indicators, signals, positions. Starts and returns at once, as
   * {@link submit} does. Frames have the columns of `enhancedOhlcvSchema` and the indicators.
   *
   * @throws ArgumentError for no strategy or no period, equal names, equal periods.
   */
  submitEnhancedOhlcv(options: EnhancedOhlcvOptions): ExportResults<DataFrame> {
    const { tasks } = this.client;
    const source = new FrameSource("enhanced_ohlcv", enhancedOhlcvSchema, this.#cache(), (id, signal) =>
      tasks.downloadEnhancedOhlcv(id, signal && { signal }),
    );
    return this.#start(enhancedOhlcvPlan(options), source, options.progress);
  }

  /**
   * The latest trades of strategies, open ones included, from the start of a period to the last bar there is; the end
   * of the period does not count. Starts and returns at once, as {@link submit} does.
   *
   * @throws ArgumentError for no strategy or no period, equal names, equal periods, and no whole `tradeCount`.
   * @example
   * const latest = tester.submitLatestTrades({ strategies: strategy, periods: Period.fromYear(2024), tradeCount: 5 });
   * await latest.wait();
   * const { trades } = await latest.results[0]!.result();
   * trades.length <= 5; // true
   */
  submitLatestTrades(options: LatestTradesOptions): ExportResults<LatestTradesResult> {
    const { tasks } = this.client;
    const source = new ValueSource((id, signal) => tasks.getLatestTrades(id, signal && { signal }));
    return this.#start(latestTradesPlan(options), source, options.progress);
  }

  /**
   * Checks strategies on the gateway, instruments and columns included.
   *
   * @returns `valid` and all problems.
   * @throws What `client.export.validate` throws; its options are these, its polling included.
   * @example
   * const { valid, errors } = await tester.validate(strategy);
   * valid; // true
   */
  validate(
    strategies: StrategyConfig | readonly StrategyConfig[],
    options: Omit<ExportOptions, "poll"> = {},
  ): Promise<ValidationResult> {
    return this.client.export.validate(asList(strategies), { ...options, poll: true });
  }

  /**
   * Instruments that can be traded, all pages of them, ordered by symbol.
   *
   * @example
   * const instruments = await tester.listInstruments({ symbol: "SP5" });
   * instruments.map(({ symbol }) => symbol); // ["SP500"]
   */
  async listInstruments(
    filters: InstrumentFilters = {},
    options: IterateOptions = {},
  ): Promise<readonly InstrumentResponse[]> {
    const instruments: InstrumentResponse[] = [];
    for await (const instrument of this.client.instruments.iterate(filters, options)) {
      instruments.push(instrument);
    }
    return instruments;
  }

  /**
   * Ends all work of this tester and closes the connections. Tasks the gateway has accepted go on there; whoever
   * waits for an unfinished batch gets an error. Results that have come stay readable.
   */
  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([...this.#running].map((run) => run.close()));
    await this.client.close();
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.close();
  }

  #start<Result>(
    plan: ExportPlan,
    source: ExportSource<Result>,
    progress: ProgressOption | undefined,
  ): ExportResults<Result> {
    const display = this.#display(progress);
    const results = new ExportResults(this.#run(plan, source), source);
    if (display) results.onProgress(display);
    return results;
  }

  #run({ units, exportBody }: ExportPlan, source: ResultFetcher): BatchRun {
    return new BatchRun({
      units,
      exportBody,
      source,
      client: this.client,
      concurrency: this.#concurrency,
      requireOpen: () => {
        if (this.#closed) throw closedError("The tester is closed: make a new one to submit batches");
      },
      onWork: (run, isWorking) => {
        if (isWorking) this.#running.add(run);
        else this.#running.delete(run);
      },
    });
  }

  #display(progress: ProgressOption | undefined): ProgressDisplay | undefined {
    return progressDisplay(progress ?? this.#options.progress ?? "auto");
  }

  #cache(): ResultCache {
    const { cacheDirectory, cacheMemory } = this.#options;
    return new ResultCache({ directory: cacheDirectory, maxMemory: cacheMemory });
  }
}
