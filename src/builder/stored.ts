import type { Blueprint, StrategyConfig } from "../generated/models.ts";
import { deepFreeze } from "./freeze.ts";

/**
 * The text of a strategy as JSON, as `saveStrategy` writes it. Reading it back gives an equal strategy.
 *
 * @example
 * const text = toJSON(strategy);
 * const same: StrategyConfig = JSON.parse(text);
 */
export function toJSON(strategy: StrategyConfig): string {
  return `${JSON.stringify(strategy, null, 2)}\n`;
}

/**
 * The strategy without the ids that a gateway has filled in: what is posted again is a new strategy, maybe elsewhere.
 *
 * @example
 * const copy = withoutIds({ ...strategy, name: "copy" });
 */
export function withoutIds(strategy: StrategyConfig): StrategyConfig {
  const { id: _, base_instrument_id: __, ...fields } = strategy;
  const { indicators, advanced_blueprints, base_blueprint } = strategy;
  return deepFreeze({
    ...fields,
    ...(indicators && { indicators: indicators.map(({ instrument_id: _, ...spec }) => spec) }),
    base_blueprint: blueprintWithoutId(base_blueprint),
    ...(advanced_blueprints && { advanced_blueprints: advanced_blueprints.map(blueprintWithoutId) }),
  });
}

function blueprintWithoutId({ id: _, ...blueprint }: Blueprint): Blueprint {
  return blueprint;
}
