import type { ContextColumn } from "tradepose-client/models";
import type { Bars, MarketData, MarketSeries } from "../bars.ts";
import { FREQS, type Freq, isFreq } from "../calendar/freq.ts";
import { type PeriodText, readPeriod } from "../calendar/period.ts";
import type { NumberColumn } from "../column.ts";
import type { BlueprintConfig, StrategyConfig } from "../config.ts";
import { FLOAT } from "../expression/types.ts";
import { materialise, readerOf, type StructValue } from "../expression/value.ts";
import type { BoundBlueprint, ContextRows, EngineProblem, StrategyPlan } from "../plan.ts";
import { resampleProblem } from "../resample.ts";
import { BindingCache, type Frame, type SeriesView } from "./cache.ts";
import { StrategyColumns } from "./columns.ts";
import { contextStruct, emptyContext, nullContextStruct } from "./contexts.ts";
import { type BoundIndicators, bindIndicators } from "./indicators.ts";
import { checkOrders } from "./orders.ts";
import { Problems } from "./problems.ts";
import { bindBlueprint, bindNumber } from "./triggers.ts";

/** A strategy ready to run, or everything that is wrong with it (at least one problem). */
export type BindResult =
  | { readonly plan: StrategyPlan; readonly indicators: BoundIndicators; readonly problems?: undefined }
  | {
      readonly plan?: undefined;
      readonly indicators?: undefined;
      readonly problems: readonly EngineProblem[];
    };

/**
 * Binds a strategy to market data and a period: resamples, computes indicators, reads, checks and evaluates every
 * expression. Pure; nothing is traded here.
 *
 * @param period read on the clock of the strategy's base instrument.
 * @param cache gives bindings that follow each other what they have in common; without it nothing is shared.
 */
export function bindStrategy(
  config: StrategyConfig,
  market: MarketData,
  period: PeriodText,
  cache: BindingCache = new BindingCache(),
): BindResult {
  const problems = new Problems(config.name);
  const advanced = config.advanced_blueprints ?? [];
  checkOrders(config.base_blueprint, advanced, problems);
  const indicators = bindIndicators(config.indicators ?? [], config.base_instrument, market, cache, problems);
  const rows = baseRows(config, market, period, cache, problems);
  if (rows === undefined) return { problems: problems.found };

  const strategy = new StrategyBinder(config, rows.frame, indicators, cache, problems);
  const base = strategy.base();
  const others = advanced.map((blueprint, i) => strategy.advanced(blueprint, i));
  const volatility = strategy.volatility();
  if (problems.found.length > 0 || base === undefined) return { problems: problems.found };
  const { series, frame, fromRow } = rows;
  return {
    plan: {
      strategyName: config.name,
      instrument: config.base_instrument,
      instrumentId: series.instrumentId,
      costs: series.costs,
      bars: frame.bars,
      fromRow,
      toRow: frame.bars.length,
      base: strategy.withReaders(base),
      advanced: others
        .filter((blueprint) => blueprint !== undefined)
        .map((blueprint) => strategy.withReaders(blueprint)),
      volatility,
    },
    indicators,
  };
}

interface BaseRows {
  readonly series: MarketSeries;
  readonly frame: Frame;
  readonly fromRow: number;
}

/** The base frame up to the period's last bar, and the row of its first. */
function baseRows(
  config: StrategyConfig,
  market: MarketData,
  period: PeriodText,
  cache: BindingCache,
  problems: Problems,
): BaseRows | undefined {
  const series = market.series(config.base_instrument);
  const freq = config.base_freq;
  if (series === undefined) {
    problems.add("base_instrument", `unknown instrument "${config.base_instrument}"; import its bars first`);
  }
  if (!isFreq(freq)) {
    return problems.add("base_freq", `"${freq}" is no frequency; there are ${FREQS.join(", ")}`);
  }
  if (series === undefined) return undefined;
  const view = cache.view(series);
  const unmakeable = resampleProblem(view.freq, freq);
  if (unmakeable !== undefined) return problems.add("base_freq", `${series.symbol}: ${unmakeable}`);
  return periodRows(view, freq, period, cache, problems);
}

function periodRows(
  view: SeriesView,
  freq: Freq,
  period: PeriodText,
  cache: BindingCache,
  problems: Problems,
): BaseRows | undefined {
  const range = readPeriod(period, view.series.timeZone);
  if ("field" in range) return problems.add(`period.${range.field}`, range.message);
  const { bars, completeLength } = cache.bars(view, freq);
  const toRow = firstRowFrom(bars.ts, completeLength, range.to);
  const fromRow = firstRowFrom(bars.ts, completeLength, range.from);
  if (fromRow >= toRow) {
    const asked = `${period.start} to ${period.end}`;
    problems.add(
      "period",
      `no bars of ${view.series.symbol} at ${freq} in ${asked}; ${extent(bars, completeLength)}`,
    );
  }
  return { series: view.series, frame: cache.frame(view, freq, toRow), fromRow };
}

function extent({ ts }: Bars, length: number): string {
  if (length === 0) return "the instrument has no complete bar";
  const [first, last] = [ts[0]!, ts[length - 1]!].map((time) => new Date(time).toISOString());
  return `its bars run from ${first} to ${last}`;
}

/** The first of `length` rows at or after an instant. */
function firstRowFrom(ts: Float64Array, length: number, instant: number): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ts[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Binds the expressions of one strategy, each blueprint with the contexts it may read. */
class StrategyBinder {
  readonly #config: StrategyConfig;
  readonly #frame: Frame;
  readonly #indicators: BoundIndicators;
  readonly #cache: BindingCache;
  readonly #problems: Problems;
  readonly #baseContext: ContextRows;
  /** The contexts that an expression has asked for. */
  readonly #read = new Set<ContextRows>();

  constructor(
    config: StrategyConfig,
    frame: Frame,
    indicators: BoundIndicators,
    cache: BindingCache,
    problems: Problems,
  ) {
    this.#config = config;
    this.#frame = frame;
    this.#indicators = indicators;
    this.#cache = cache;
    this.#problems = problems;
    this.#baseContext = emptyContext(frame.bars.length);
  }

  base(): BoundBlueprint | undefined {
    const columns = this.#columns(undefined);
    const { base_blueprint: config } = this.#config;
    const plan = bindBlueprint(config, "base_blueprint", this.#frame.scope, columns, this.#problems);
    return plan === undefined ? undefined : { plan, context: this.#baseContext };
  }

  advanced(config: BlueprintConfig, index: number): BoundBlueprint | undefined {
    const context = emptyContext(this.#frame.bars.length);
    const columns = this.#columns(context);
    const path = `advanced_blueprints[${index}]`;
    const plan = bindBlueprint(config, path, this.#frame.scope, columns, this.#problems);
    return plan === undefined ? undefined : { plan, context };
  }

  volatility(): NumberColumn | undefined {
    const { volatility_indicator: json } = this.#config;
    if (json === null || json === undefined) return undefined;
    const path = "volatility_indicator";
    const { scope } = this.#frame;
    const columns = this.#columns(undefined);
    const report = (at: string, message: string): void => this.#problems.add(at, message);
    const value = bindNumber(json, path, { scope, columns, report })?.value;
    if (value === undefined) return undefined;
    if (value.source === "context") {
      return this.#problems.add(
        path,
        "a volatility that reads a trading context is not defined outside a position",
      );
    }
    const column =
      value.source === "column" ? value.column : materialise(FLOAT, scope.length, readerOf(value));
    return column.kind === "number" ? column : undefined;
  }

  /** The blueprint, told whether its context is read: known when every expression is bound. */
  withReaders(blueprint: BoundBlueprint): BoundBlueprint {
    return { ...blueprint, isContextRead: this.#read.has(blueprint.context) };
  }

  /** What expressions read that have that context of their own; undefined is a position that can never exist. */
  #columns(own: ContextRows | undefined): StrategyColumns {
    const base = this.#struct(this.#baseContext);
    const advanced = own === undefined ? nullContextStruct : this.#struct(own);
    const contexts: Readonly<Record<ContextColumn, () => StructValue>> = {
      base_trading_context: base,
      advanced_entry_trading_context: advanced,
      advanced_exit_trading_context: advanced,
    };
    const byName = new Map(Object.entries(contexts));
    return new StrategyColumns(this.#frame, this.#indicators, byName, this.#cache);
  }

  #struct(context: ContextRows): () => StructValue {
    return () => {
      this.#read.add(context);
      return contextStruct(context);
    };
  }
}
