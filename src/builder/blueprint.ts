import type { Scope } from "../expr/index.ts";
import { type OrderStrategy, type TradeDirection, TrendType } from "../generated/enums.ts";
import type { Blueprint } from "../generated/models.ts";
import { checkBlueprint } from "./check-blueprint.ts";
import type { AdvancedOnly } from "./context.ts";
import { Problems } from "./errors.ts";
import { deepFreeze } from "./freeze.ts";
import type { DelayedOrder, EntryOrderOf, ExitOrderOf, Layer, Unmixed } from "./order.ts";
import { type TriggerOptions, writeTrigger } from "./trigger.ts";

/** A direction in which an engine can trade. */
export type TradedDirection = Exclude<TradeDirection, typeof TradeDirection.BOTH>;

/** What a blueprint is beside its triggers. */
export interface BlueprintOptions {
  /** Becomes `blueprint_name` of the results; unique within a strategy. */
  readonly name: string;
  /** The blueprints of one strategy share one direction. `Both` cannot be traded: use one strategy for each. */
  readonly direction: TradedDirection;
  /** Category label; changes no result. Default `Trend`. */
  readonly trendType?: TrendType;
  /** When entry and exit of a base blueprint fire on one bar: true drops the exit, false the entry. Default true. */
  readonly entryFirst?: boolean;
  /** Free text. Default empty. */
  readonly note?: string;
}

/** Its name is what the compiler shows where a blueprint of other origin is given. */
declare const madeByBlueprintBuilderOrReadBlueprint: unique symbol;

/**
 * A blueprint as it travels, frozen; the compiler knows for which layer it was built. `readBlueprint` makes one of a
 * blueprint of any origin.
 */
export type BuiltBlueprint<L extends Layer = never> = Blueprint & {
  readonly [madeByBlueprintBuilderOrReadBlueprint]: L | undefined;
};

/** The scope of expressions in the triggers of a layer. */
type ScopeIn<L extends Layer> = "base" extends L ? never : AdvancedOnly;

type AnyTrigger = TriggerOptions<OrderStrategy, Scope>;

interface Draft {
  readonly options: BlueprintOptions;
  readonly layer: Layer | undefined;
  readonly entries: readonly AnyTrigger[];
  readonly exits: readonly AnyTrigger[];
}

/**
 * Builds one blueprint: entry and exit triggers in one direction. Builders never change; every call gives a new one,
 * so a builder can be the common start of several blueprints.
 *
 * `BlueprintBuilder.base` and `BlueprintBuilder.advanced` let the compiler check each trigger against the rules of its
 * layer; the plain constructor leaves that to `build()` of the strategy.
 *
 * @example
 * BlueprintBuilder.base({ name: "breakout", direction: TradeDirection.LONG })
 *   .addEntryTrigger({
 *     name: "up",
 *     conditions: [col("close").shift(1).gt(col("high").shift(2))],
 *     priceExpr: col("open"),
 *     orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
 *   })
 *   .build();
 */
export class BlueprintBuilder<L extends Layer = never, D extends DelayedOrder = never> {
  #draft: Draft;

  constructor(options: BlueprintOptions) {
    this.#draft = { options, layer: undefined, entries: [], exits: [] };
  }

  /** A base blueprint: generates the positions; takes immediate orders only and reads no advanced position. */
  static base(options: BlueprintOptions): BlueprintBuilder<"base"> {
    return BlueprintBuilder.#of({ options, layer: "base", entries: [], exits: [] });
  }

  /** An advanced blueprint: trades within the positions of the base; cannot mix the two kinds of delayed entries. */
  static advanced(options: BlueprintOptions): BlueprintBuilder<"advanced"> {
    return BlueprintBuilder.#of({ options, layer: "advanced", entries: [], exits: [] });
  }

  static #of<L extends Layer, D extends DelayedOrder>(draft: Draft): BlueprintBuilder<L, D> {
    const builder = new BlueprintBuilder<L, D>(draft.options);
    builder.#draft = draft;
    return builder;
  }

  /** Adds a trigger that enters. Their order settles equal priorities. */
  addEntryTrigger<const O extends EntryOrderOf<L>>(
    trigger: TriggerOptions<O & Unmixed<O, D>, ScopeIn<L>>,
  ): BlueprintBuilder<L, D | Extract<O, DelayedOrder>> {
    return BlueprintBuilder.#of({
      ...this.#draft,
      entries: [...this.#draft.entries, Object.freeze({ ...trigger })],
    });
  }

  /** Adds a trigger that exits. Their order settles equal priorities. */
  addExitTrigger(trigger: TriggerOptions<ExitOrderOf<L>, ScopeIn<L>>): BlueprintBuilder<L, D> {
    return BlueprintBuilder.#of({
      ...this.#draft,
      exits: [...this.#draft.exits, Object.freeze({ ...trigger })],
    });
  }

  /**
   * The finished blueprint.
   *
   * @throws StrategyBuildError listing everything that is wrong with it.
   */
  build(): BuiltBlueprint<L> {
    const { options, layer, entries, exits } = this.#draft;
    const problems = new Problems();
    const blueprint: Blueprint = {
      name: options.name,
      direction: options.direction,
      trend_type: options.trendType ?? TrendType.TREND,
      entry_first: options.entryFirst ?? true,
      note: options.note ?? "",
      entry_triggers: entries.map((trigger, index) =>
        writeTrigger(trigger, problems.under(`entry_triggers[${index}]`)),
      ),
      exit_triggers: exits.map((trigger, index) =>
        writeTrigger(trigger, problems.under(`exit_triggers[${index}]`)),
      ),
    };
    checkBlueprint(blueprint, layer, problems);
    problems.throwIfAny(`blueprint "${options.name}"`);
    // The layer exists for the compiler only.
    return deepFreeze(blueprint) as BuiltBlueprint<L>;
  }
}
