import { Freq } from "../generated/enums.ts";
import type { Blueprint, StrategyConfig } from "../generated/models.ts";
import { checkBlueprint, checkMember, checkName } from "./check-blueprint.ts";
import { checkExpression } from "./check-expression.ts";
import { checkIndicators } from "./check-indicators.ts";
import { columnsOf } from "./columns.ts";
import type { Problems } from "./errors.ts";
import type { Layer } from "./order.ts";

/** Every rule of a whole strategy that can be told without the instruments and their bars. */
export function checkStrategy(strategy: StrategyConfig, problems: Problems): void {
  const { base_blueprint: base, advanced_blueprints, indicators, volatility_indicator } = strategy;
  const advanced = advanced_blueprints ?? [];
  checkName(strategy.name, problems);
  checkName(strategy.base_instrument, problems, "base_instrument");
  checkMember(strategy.base_freq, Freq, "base_freq", problems);
  checkIndicators(indicators ?? [], strategy.base_instrument, problems);
  const columns = columnsOf(indicators ?? []);
  if (volatility_indicator !== null && volatility_indicator !== undefined) {
    const readable = { columns, layer: undefined };
    checkExpression(volatility_indicator, problems.path("volatility_indicator"), readable, problems);
  }
  checkLayer(base, "base", columns, problems.under("base_blueprint"));
  const names = new Map([[base.name, "base_blueprint"]]);
  advanced.forEach((blueprint, index) => {
    const path = `advanced_blueprints[${index}]`;
    const here = problems.under(path);
    checkLayer(blueprint, "advanced", columns, here);
    const earlier = names.get(blueprint.name);
    if (earlier === undefined) names.set(blueprint.name, path);
    else
      here.add(
        "name",
        `"${blueprint.name}" is also the name of ${earlier}; results could not tell them apart`,
      );
    if (blueprint.direction !== base.direction) {
      here.add(
        "direction",
        `${blueprint.direction} is unlike the base blueprint's ${base.direction}; they must agree`,
      );
    }
  });
}

function checkLayer(
  blueprint: Blueprint,
  layer: Layer,
  columns: ReadonlyMap<string, readonly string[]>,
  problems: Problems,
): void {
  checkBlueprint(blueprint, layer, problems);
  const readable = { columns, layer };
  for (const side of ["entry_triggers", "exit_triggers"] as const) {
    blueprint[side].forEach((trigger, index) => {
      const path = problems.path(`${side}[${index}]`);
      trigger.conditions.forEach((condition, position) => {
        checkExpression(condition, `${path}.conditions[${position}]`, readable, problems);
      });
      checkExpression(trigger.price_expr, `${path}.price_expr`, readable, problems);
    });
  }
}
