import { barsOnlyStrategy } from "../core/export-requests.ts";
import { ArgumentError } from "../errors/argument.ts";
import { ExportType, PersistMode } from "../generated/enums.ts";
import type { EngineOptions, ExportRequest, StrategyConfig } from "../generated/models.ts";
import type { Period } from "./period.ts";
import type { ProgressOption } from "./progress/option.ts";
import { BacktestRequest, type TaskUnit } from "./request.ts";

/** Of which strategies, over which periods: one task for each pair. */
export interface ExportSubmitOptions {
  /** One strategy, or several with different names. */
  readonly strategies: StrategyConfig | readonly StrategyConfig[];
  /** One period, or several different ones. */
  readonly periods: Period | readonly Period[];
  /** Overrides the tester's. */
  readonly progress?: ProgressOption | undefined;
}

/** Bars with every stage of the pipeline. */
export interface EnhancedOhlcvOptions extends ExportSubmitOptions {
  /** Blueprint whose positions are shown. Default: the base blueprint of each strategy. */
  readonly blueprint?: string | undefined;
  /** Conventions of the engine; only the local gateway knows them. */
  readonly engineOptions?: EngineOptions | undefined;
}

/** The last trades of strategies. */
export interface LatestTradesOptions extends ExportSubmitOptions {
  /** Trades per strategy and blueprint, from 1. Default: the server's, 2. */
  readonly tradeCount?: number | undefined;
  /** Where the gateway keeps the trades. Default `PersistMode.PSQL`. */
  readonly persistMode?: PersistMode | undefined;
  /** Conventions of the engine; only the local gateway knows them. */
  readonly engineOptions?: EngineOptions | undefined;
}

/** The tasks of a submission and the request that starts each. */
export interface ExportPlan {
  readonly units: readonly TaskUnit[];
  readonly exportBody: (unit: TaskUnit) => ExportRequest;
}

/** Bars of each strategy's base instrument with its indicators, and no trading. */
export function ohlcvPlan(options: ExportSubmitOptions): ExportPlan {
  return plan(options, {}, (body, strategy) => {
    const bars = {
      base_instrument: strategy.base_instrument,
      base_freq: strategy.base_freq,
      indicator_specs: [...(strategy.indicators ?? [])],
    };
    const dates = { start_date: body.start_date ?? "", end_date: body.end_date ?? "" };
    return {
      ...body,
      ...bars,
      export_type: ExportType.ON_DEMAND_OHLCV,
      strategy_configs: [barsOnlyStrategy({ ...bars, ...dates })],
    };
  });
}

export function enhancedOhlcvPlan(options: EnhancedOhlcvOptions): ExportPlan {
  const { blueprint, engineOptions } = options;
  return plan(options, { engineOptions }, (body, strategy) => ({
    ...body,
    export_type: ExportType.ENHANCED_OHLCV,
    strategy_name: strategy.name,
    blueprint_name: blueprint ?? strategy.base_blueprint.name,
  }));
}

/** The gateway looks from the start of a period to the last bar it has; the end of the period does not count. */
export function latestTradesPlan(options: LatestTradesOptions): ExportPlan {
  const { tradeCount, persistMode = PersistMode.PSQL, engineOptions } = options;
  if (tradeCount !== undefined && !(Number.isSafeInteger(tradeCount) && tradeCount > 0)) {
    throw new ArgumentError(`tradeCount must be a whole number from 1, got ${tradeCount}`);
  }
  return plan(options, { persistMode, engineOptions }, ({ end_date: _, ...body }) => ({
    ...body,
    export_type: ExportType.LATEST_TRADES,
    ...(tradeCount !== undefined && { trade_count: tradeCount }),
  }));
}

function plan(
  { strategies, periods }: ExportSubmitOptions,
  common: { readonly persistMode?: PersistMode; readonly engineOptions?: EngineOptions | undefined },
  change: (body: ExportRequest, strategy: StrategyConfig) => ExportRequest,
): ExportPlan {
  const request = new BacktestRequest({
    ...common,
    strategies: asList(strategies),
    periods: asList(periods),
  });
  return {
    units: request.units(),
    exportBody: (unit) => {
      const body = request.exportBody(unit);
      const [strategy] = unit.strategies;
      return strategy === undefined ? body : change(body, strategy);
    },
  };
}

/** One or many as many. */
export function asList<T extends object>(value: T | readonly T[]): readonly T[] {
  return isList(value) ? value : [value];
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}
