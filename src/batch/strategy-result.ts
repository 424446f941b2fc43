import type { DataFrame } from "../core/polars.ts";
import type { StrategyConfig } from "../generated/models.ts";
import type { BatchFrames } from "./batch-frames.ts";
import type { Period } from "./period.ts";
import { StrategyPeriodResult } from "./strategy-period-result.ts";
import { countStates, type TaskCounts, type TaskRecord } from "./task-board.ts";

/** One strategy over all periods: a view over the tasks that run it. */
export class StrategyResult {
  readonly strategy: StrategyConfig;
  readonly #records: readonly TaskRecord[];
  readonly #frames: BatchFrames;

  /** @internal */
  constructor(strategy: StrategyConfig, records: readonly TaskRecord[], frames: BatchFrames) {
    this.strategy = strategy;
    this.#records = records;
    this.#frames = frames;
  }

  get name(): string {
    return this.strategy.name;
  }

  /** How many of its tasks are in each state. */
  get status(): TaskCounts {
    return countStates(this.#records);
  }

  /** One per period, in the order given. */
  get periods(): readonly StrategyPeriodResult[] {
    return this.#records.map((record) => new StrategyPeriodResult(this.name, record, this.#frames));
  }

  /** The result of one period, undefined for a period the batch does not have. */
  get(period: Period): StrategyPeriodResult | undefined {
    return this.periods.find((result) => result.period.equals(period));
  }

  /** Trades of the completed tasks, with a last column `period`. */
  trades(): Promise<DataFrame> {
    return this.#frames.ofTasks(this.#records, "trades", this.name);
  }

  /** Performance of the completed tasks, with a last column `period`. */
  performance(): Promise<DataFrame> {
    return this.#frames.ofTasks(this.#records, "performance", this.name);
  }
}
