import type { StrategyFamily } from "../builder/sweep.ts";
import { ArgumentError } from "../errors/argument.ts";
import { ExportType, PersistMode } from "../generated/enums.ts";
import type { EngineOptions, ExportRequest, StrategyConfig } from "../generated/models.ts";
import { Period } from "./period.ts";

/**
 * What goes into one task: `each` one strategy over one period, `period` all strategies of a period, a number that
 * many strategies of a period.
 */
export type Grouping = "each" | "period" | number;

/** What to backtest. */
export interface BacktestRequestOptions {
  /**
   * Strategies with different names, at least one; or the family of a `sweep`, whose parameters then stand in the
   * results as columns `param_...`.
   */
  readonly strategies: readonly StrategyConfig[] | StrategyFamily<object>;
  /** Different periods, at least one. */
  readonly periods: readonly Period[];
  /** Default `each`. */
  readonly grouping?: Grouping | undefined;
  /** Where the gateway keeps results. Default `PersistMode.REDIS`. */
  readonly persistMode?: PersistMode | undefined;
  /** Conventions of the engine; only the local gateway knows them. */
  readonly engineOptions?: EngineOptions | undefined;
}

/** The work of one task: strategies over one period. */
export interface TaskUnit {
  readonly strategies: readonly StrategyConfig[];
  readonly period: Period;
}

/** Strategies times periods, checked. Immutable. */
export class BacktestRequest {
  readonly strategies: readonly StrategyConfig[];
  /** The sweep that the strategies are from, if they are. */
  readonly family: StrategyFamily<object> | undefined;
  readonly periods: readonly Period[];
  readonly grouping: Grouping;
  readonly #persistMode: PersistMode;
  readonly #engineOptions: EngineOptions | undefined;

  /** @throws ArgumentError for no strategy or no period, equal names, equal periods. */
  constructor(options: BacktestRequestOptions) {
    const { periods, grouping = "each" } = options;
    const family = isFamily(options.strategies) ? options.strategies : undefined;
    const strategies = isFamily(options.strategies) ? options.strategies.strategies : options.strategies;
    requireStrategies(strategies);
    requirePeriods(periods);
    if (grouping !== "each" && grouping !== "period" && !(Number.isInteger(grouping) && grouping > 0)) {
      throw new ArgumentError(
        `grouping must be "each", "period" or a whole number from 1, got ${JSON.stringify(grouping)}`,
      );
    }
    this.family = family;
    this.strategies = Object.freeze([...strategies]);
    this.periods = Object.freeze([...periods]);
    this.grouping = grouping;
    this.#persistMode = options.persistMode ?? PersistMode.REDIS;
    this.#engineOptions = options.engineOptions;
    Object.freeze(this);
  }

  /** The tasks: for each strategy, or group of them, one per period, in the order given. */
  units(): readonly TaskUnit[] {
    const size = this.#groupSize();
    const groups: StrategyConfig[][] = [];
    for (let start = 0; start < this.strategies.length; start += size) {
      groups.push(this.strategies.slice(start, start + size));
    }
    return groups.flatMap((strategies) => this.periods.map((period) => ({ strategies, period })));
  }

  /** The request that starts a task. */
  exportBody(unit: TaskUnit): ExportRequest {
    const { start, end } = unit.period.toIso();
    return {
      strategy_configs: [...unit.strategies],
      export_type: ExportType.BACKTEST_RESULTS,
      persist_mode: this.#persistMode,
      start_date: start,
      end_date: end,
      ...(this.#engineOptions && { engine_options: this.#engineOptions }),
    };
  }

  #groupSize(): number {
    if (this.grouping === "each") return 1;
    return this.grouping === "period" ? this.strategies.length : this.grouping;
  }
}

/** By what it has, not by its class: the ESM and CJS builds each have their own. */
function isFamily(strategies: BacktestRequestOptions["strategies"]): strategies is StrategyFamily<object> {
  return typeof strategies === "object" && strategies !== null && "members" in strategies;
}

function requireStrategies(strategies: readonly StrategyConfig[]): void {
  requireList(strategies, "strategies");
  const seen = new Map<string, number>();
  strategies.forEach((strategy, index) => {
    const name: unknown = strategy?.name;
    if (typeof name !== "string" || name === "") {
      throw new ArgumentError(`strategies[${index}] is no strategy: build() of a StrategyBuilder makes one`);
    }
    const earlier = seen.get(name);
    if (earlier !== undefined) {
      throw new ArgumentError(
        `strategies[${earlier}] and strategies[${index}] are both named ${JSON.stringify(name)}: results are told apart by name, so rename one`,
      );
    }
    seen.set(name, index);
  });
}

function requirePeriods(periods: readonly Period[]): void {
  requireList(periods, "periods");
  const seen = new Map<string, number>();
  periods.forEach((period, index) => {
    if (!(period instanceof Period)) {
      throw new ArgumentError(
        `periods[${index}] is no Period: write new Period({ start: "2024-01-01", end: "2024-12-31" })`,
      );
    }
    const earlier = seen.get(period.toKey());
    if (earlier !== undefined) {
      throw new ArgumentError(
        `periods[${earlier}] and periods[${index}] are both ${period.toKey()}: leave one out`,
      );
    }
    seen.set(period.toKey(), index);
  });
}

function requireList(list: unknown, name: string): void {
  if (!Array.isArray(list) || list.length === 0) {
    throw new ArgumentError(`${name} must be an array of at least one element`);
  }
}
