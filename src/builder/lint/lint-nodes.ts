import type { ExprNode } from "../../expr/index.ts";
import { ExprReadError } from "../../expr/index.ts";
import { displayName } from "../../generated/indicators.ts";
import type { Blueprint, StrategyConfig, Trigger } from "../../generated/models.ts";
import { columnReads } from "./column-reads.ts";
import { constantWarnings } from "./constant.ts";
import { levelSideWarnings } from "./level-side.ts";
import { lookAheads, type Placed, type ReadTrigger, timed, volatilityLookAheads } from "./look-ahead.ts";
import { overflowWarnings } from "./overflow.ts";
import type { ColumnReads } from "./reads.ts";
import { sequenceWarnings } from "./sequence.ts";
import type { Indicators } from "./sign.ts";
import type { LintWarning } from "./warning.ts";

/** Gives the node of a wire form. `build` knows those it has written; `lint` reads the others. */
export type NodeOf = (json: unknown, path: string) => ExprNode;

/** The warnings of a strategy, in the order of its fields. */
export function lintNodes(strategy: StrategyConfig, nodeOf: NodeOf): readonly LintWarning[] {
  return Object.freeze(
    [...new StrategyLint(strategy, nodeOf).warnings()].map((found) => Object.freeze(found)),
  );
}

class StrategyLint {
  readonly #strategy: StrategyConfig;
  readonly #nodeOf: NodeOf;
  readonly #columns: ColumnReads;
  readonly #indicators: Indicators;

  constructor(strategy: StrategyConfig, nodeOf: NodeOf) {
    this.#strategy = strategy;
    this.#nodeOf = nodeOf;
    this.#columns = columnReads(strategy);
    this.#indicators = new Map(
      (strategy.indicators ?? []).map((spec) => [displayName(spec), spec.indicator]),
    );
  }

  *warnings(): Generator<LintWarning> {
    const { volatility_indicator: volatility, base_blueprint, advanced_blueprints } = this.#strategy;
    if (volatility !== null && volatility !== undefined) {
      const placed = yield* this.#read(volatility, "volatility_indicator");
      if (placed !== undefined) yield* volatilityLookAheads(placed, this.#columns);
    }
    yield* this.#blueprint(base_blueprint, "base_blueprint", true);
    for (const [index, blueprint] of (advanced_blueprints ?? []).entries()) {
      yield* this.#blueprint(blueprint, `advanced_blueprints[${index}]`, false);
    }
  }

  *#blueprint(blueprint: Blueprint, path: string, isBase: boolean): Generator<LintWarning> {
    const entries = yield* this.#triggers(blueprint, blueprint.entry_triggers, `${path}.entry_triggers`);
    const exits = yield* this.#triggers(blueprint, blueprint.exit_triggers, `${path}.exit_triggers`);
    // Advanced blueprints go by the moments of their orders, whatever their priorities.
    if (!isBase) return;
    const time = (read: ReadTrigger) => timed(read, this.#columns);
    yield* sequenceWarnings(blueprint, entries.map(time), exits.map(time));
  }

  *#triggers(
    blueprint: Blueprint,
    triggers: readonly Trigger[],
    path: string,
  ): Generator<LintWarning, readonly ReadTrigger[]> {
    const found: ReadTrigger[] = [];
    for (const [index, trigger] of triggers.entries()) {
      const read = yield* this.#trigger(trigger, `${path}[${index}]`);
      if (read === undefined) continue;
      found.push(read);
      for (const condition of read.conditions) yield* constantWarnings(condition);
      for (const expression of [...read.conditions, read.price]) yield* overflowWarnings(expression);
      yield* lookAheads(timed(read, this.#columns), this.#columns);
      yield* levelSideWarnings(read, blueprint, this.#indicators);
    }
    return found;
  }

  *#trigger(trigger: Trigger, path: string): Generator<LintWarning, ReadTrigger | undefined> {
    const conditions: Placed[] = [];
    for (const [index, json] of trigger.conditions.entries()) {
      const condition = yield* this.#read(json, `${path}.conditions[${index}]`);
      if (condition !== undefined) conditions.push(condition);
    }
    const price = yield* this.#read(trigger.price_expr, `${path}.price_expr`);
    return price && { trigger, path, conditions, price };
  }

  *#read(json: unknown, path: string): Generator<LintWarning, Placed | undefined> {
    try {
      return { path, node: this.#nodeOf(json, path) };
    } catch (error) {
      if (!(error instanceof ExprReadError)) throw error;
      const remedy = "correct the JSON; build() of a StrategyBuilder writes it";
      yield { rule: "unreadable", path: error.path, reason: error.problem, remedy };
      return undefined;
    }
  }
}
