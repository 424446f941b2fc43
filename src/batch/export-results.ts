import type { StrategyConfig } from "../generated/models.ts";
import { ExportResult } from "./export-result.ts";
import type { ExportSource } from "./export-source.ts";
import type { Period } from "./period.ts";
import type { BatchRun } from "./run.ts";
import { Submission } from "./submission.ts";
import { endings } from "./wait.ts";

/**
 * Exports at work, one for each strategy and period. A failed one is a failed result with its error and takes nothing
 * away from the others.
 *
 * @example
 * const exports = tester.submitEnhancedOhlcv({ strategies: [strategy], periods: Period.Q1(2024) });
 * for await (const bars of exports) {
 *   if (bars.error === null) console.log(bars.strategy, await bars.result());
 * }
 */
export class ExportResults<Result> extends Submission implements AsyncIterable<ExportResult<Result>> {
  /** All in the order of submission: by strategy, then period. */
  readonly results: readonly ExportResult<Result>[];
  readonly #run: BatchRun;

  /** @internal */
  constructor(run: BatchRun, source: ExportSource<Result>) {
    super(run);
    this.#run = run;
    this.results = run.board.records.map((record) => new ExportResult(record, source));
  }

  /** Failed ones in the order of submission, each with its error. */
  get failed(): readonly ExportResult<Result>[] {
    return this.results.filter(({ status }) => status === "failed");
  }

  /** What one strategy gave over one period; undefined for a pair that was not submitted. */
  get(strategy: StrategyConfig | string, period: Period | string): ExportResult<Result> | undefined {
    const name = typeof strategy === "string" ? strategy : strategy.name;
    const key = typeof period === "string" ? period : period.toKey();
    return this.results.find((result) => result.strategy === name && result.period.toKey() === key);
  }

  /** In the order in which they end; finishes with the last. Keeps the process alive meanwhile. */
  async *[Symbol.asyncIterator](): AsyncIterator<ExportResult<Result>> {
    for await (const { index } of endings(this.#run.board, this.#run.hold)) {
      const result = this.results[index];
      if (result !== undefined) yield result;
    }
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    const { pending, processing, completed, failed } = this.status;
    return (
      `ExportResults(${this.results.length} exports: ${completed} completed, ${failed} failed, ` +
      `${processing} processing, ${pending} pending)`
    );
  }
}
