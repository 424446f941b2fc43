import type { NumberExpr } from "../expr/index.ts";
import { indicatorSpecDefaults } from "../generated/defaults.ts";
import type { Freq } from "../generated/enums.ts";
import type { IndicatorDefinition, IndicatorHandle } from "../generated/indicator-runtime.ts";
import type { IndicatorSpec, StrategyConfig } from "../generated/models.ts";
import type { BuiltBlueprint } from "./blueprint.ts";
import { checkStrategy } from "./check-strategy.ts";
import { Problems, StrategyBuildError } from "./errors.ts";
import { deepFreeze } from "./freeze.ts";
import { lintNodes } from "./lint/lint-nodes.ts";
import { writtenNode } from "./nodes.ts";
import { writeInput } from "./trigger.ts";

export interface StrategyOptions {
  /** Unique among your strategies. */
  readonly name: string;
  /** Symbol on which the strategy runs and trades. */
  readonly baseInstrument: string;
  /** Frequency of the bars on which it runs. */
  readonly baseFreq: Freq;
}

export interface IndicatorPlacement {
  /** Frequency of the bars on which the indicator is computed. */
  readonly freq: Freq;
  /** Bars of `freq` by which its value is delayed. Default 1, which sees completed bars only. */
  readonly shift?: number;
  /** Symbol on whose bars it is computed. Default: the strategy's base instrument. */
  readonly instrument?: string;
}

export interface StrategyBuildOptions {
  /** Its value at entry, exit and excursions fills the `*_volatility` columns of the trades. Default none. */
  readonly volatilityIndicator?: NumberExpr;
  /** Free text. Default empty. */
  readonly note?: string;
  /** Whether the warnings of `lint` are problems. Default false. */
  readonly strict?: boolean;
}

/**
 * Builds a strategy: its indicators, one base blueprint, and any number of advanced ones.
 *
 * Unlike a BlueprintBuilder it keeps what it is given, since `addIndicator` returns the indicator, which conditions
 * need. `build()` takes nothing away, so it may be called again after more was added.
 *
 * @example
 * const s = new StrategyBuilder({ name: "trend", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
 * const sma = s.addIndicator(Indicator.SMA({ period: 50 }), { freq: Freq.DAY_1 });
 * const strategy = s.setBaseBlueprint(
 *   BlueprintBuilder.base({ name: "above", direction: TradeDirection.LONG })
 *     .addEntryTrigger({
 *       name: "up",
 *       conditions: [col("open").gt(sma)],
 *       priceExpr: col("open"),
 *       orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
 *     })
 *     .build(),
 * ).build();
 */
export class StrategyBuilder {
  readonly #options: StrategyOptions;
  readonly #indicators: IndicatorSpec[] = [];
  readonly #advanced: BuiltBlueprint<"advanced">[] = [];
  #base: BuiltBlueprint<"base"> | undefined;

  constructor(options: StrategyOptions) {
    this.#options = { ...options };
  }

  /**
   * Adds an indicator and gives its handle: an expression, or a struct with one expression per output.
   * The order of the calls is the order of the columns; adding the same indicator again changes nothing.
   */
  addIndicator<H extends IndicatorHandle>(
    definition: IndicatorDefinition<H>,
    placement: IndicatorPlacement,
  ): H {
    const spec: IndicatorSpec = Object.freeze({
      instrument: placement.instrument ?? this.#options.baseInstrument,
      freq: placement.freq,
      shift: placement.shift ?? indicatorSpecDefaults.shift,
      indicator: definition.config,
    });
    this.#indicators.push(spec);
    return definition.handle(spec);
  }

  /** Sets the layer that generates positions. The last call counts. */
  setBaseBlueprint(blueprint: BuiltBlueprint<"base">): this {
    this.#base = blueprint;
    return this;
  }

  /** Adds a layer that trades within the positions of the base. */
  addAdvancedBlueprint(blueprint: BuiltBlueprint<"advanced">): this {
    this.#advanced.push(blueprint);
    return this;
  }

  /**
   * The finished strategy: frozen plain JSON, as it travels and is stored.
   *
   * @throws StrategyBuildError listing everything that is wrong with it.
   */
  build(options: StrategyBuildOptions = {}): StrategyConfig {
    const { name, baseInstrument, baseFreq } = this.#options;
    const subject = `strategy "${name}"`;
    const base = this.#base;
    if (base === undefined) {
      throw new StrategyBuildError(subject, [
        { path: "base_blueprint", message: "is missing; give one with setBaseBlueprint" },
      ]);
    }
    const problems = new Problems();
    const volatility = options.volatilityIndicator;
    const strategy: StrategyConfig = {
      name,
      base_instrument: baseInstrument,
      base_freq: baseFreq,
      note: options.note ?? "",
      volatility_indicator:
        volatility === undefined
          ? null
          : (writeInput(volatility, "number", "volatility_indicator", problems) ?? null),
      indicators: [...this.#indicators],
      base_blueprint: { ...base },
      advanced_blueprints: this.#advanced.map((blueprint) => ({ ...blueprint })),
    };
    checkStrategy(strategy, problems);
    problems.throwIfAny(subject);
    if (options.strict === true) {
      for (const { path, reason, remedy } of lintNodes(strategy, writtenNode)) {
        problems.add(path, `${reason}; ${remedy}`);
      }
      problems.throwIfAny(subject);
    }
    return deepFreeze(strategy);
  }
}
