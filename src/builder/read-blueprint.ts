import { ExprReadError } from "../expr/index.ts";
import type { Blueprint, Trigger } from "../generated/models.ts";
import type { BuiltBlueprint } from "./blueprint.ts";
import { Problems } from "./errors.ts";
import { deepFreeze } from "./freeze.ts";
import { adoptExpression } from "./nodes.ts";

/**
 * A blueprint of any origin, for example of a strategy that was loaded from a file, as one that a StrategyBuilder
 * takes. Its expressions are read; `build()` of the strategy checks the rest. Expressions that were JSON text become
 * JSON objects, ids are kept out.
 *
 * @throws StrategyBuildError naming every expression that cannot be read.
 *
 * @example
 * const stored = JSON.parse(toJSON(strategy));
 * const copy = s.setBaseBlueprint(readBlueprint(stored.base_blueprint)).build();
 */
export function readBlueprint(blueprint: Blueprint): BuiltBlueprint {
  const problems = new Problems();
  const { id: _, ...fields } = blueprint;
  const read: Blueprint = {
    ...fields,
    entry_triggers: blueprint.entry_triggers.map((trigger, index) =>
      readTrigger(trigger, problems.under(`entry_triggers[${index}]`)),
    ),
    exit_triggers: blueprint.exit_triggers.map((trigger, index) =>
      readTrigger(trigger, problems.under(`exit_triggers[${index}]`)),
    ),
  };
  problems.throwIfAny(`blueprint "${blueprint.name}"`);
  // A layer exists for the compiler only; of this one nothing is known yet, so it fits either place.
  return deepFreeze(read) as BuiltBlueprint;
}

function readTrigger(trigger: Trigger, problems: Problems): Trigger {
  const adopt = (json: Trigger["price_expr"], path: string) => {
    try {
      return adoptExpression(json, problems.path(path));
    } catch (error) {
      if (!(error instanceof ExprReadError)) throw error;
      problems.addAt(error.path, error.problem);
      return json;
    }
  };
  return {
    ...trigger,
    conditions: trigger.conditions.map((condition, index) => adopt(condition, `conditions[${index}]`)),
    price_expr: adopt(trigger.price_expr, "price_expr"),
  };
}
