import { OrderStrategy, tradeDirectionCode } from "tradepose-client/models";
import type { BlueprintConfig, TriggerConfig } from "../config.ts";
import { didYouMean } from "../expression/suggest.ts";
import { type Direction, OrderCode } from "../plan.ts";
import type { Problems } from "./problems.ts";

const { IMMEDIATE_ENTRY, FAVORABLE_DELAY_ENTRY, ADVERSE_DELAY_ENTRY, IMMEDIATE_EXIT } = OrderStrategy;
const ENTRY_ORDERS: readonly string[] = [IMMEDIATE_ENTRY, FAVORABLE_DELAY_ENTRY, ADVERSE_DELAY_ENTRY];
const EXIT_ORDERS: readonly string[] = Object.keys(OrderCode).filter((name) => !ENTRY_ORDERS.includes(name));

/** Undefined for a name that is no order strategy. */
export function orderCodeOf(name: string): OrderCode | undefined {
  return Object.hasOwn(OrderCode, name) ? OrderCode[name as keyof typeof OrderCode] : undefined;
}

const DIRECTIONS: ReadonlyMap<string, Direction | null> = new Map(
  Object.entries(tradeDirectionCode).map(([name, code]) => [name.toLowerCase(), code]),
);

/** 1 long, -1 short; undefined for anything else. The contract's readers ignore the case of the first letter. */
export function directionOf(text: string): Direction | undefined {
  return DIRECTIONS.get(text.toLowerCase()) ?? undefined;
}

/** The rules of orders and directions that need no data. */
export function checkOrders(
  base: BlueprintConfig,
  advanced: readonly BlueprintConfig[],
  problems: Problems,
): void {
  checkDirection(base, "base_blueprint", problems);
  checkSide(base.entry_triggers, "base_blueprint.entry_triggers", [IMMEDIATE_ENTRY], problems, BASE_HINT);
  checkSide(base.exit_triggers, "base_blueprint.exit_triggers", [IMMEDIATE_EXIT], problems, BASE_HINT);

  advanced.forEach((blueprint, i) => {
    const path = `advanced_blueprints[${i}]`;
    checkDirection(blueprint, path, problems);
    checkLikeBase(blueprint, base, path, problems);
    checkSide(blueprint.entry_triggers, `${path}.entry_triggers`, ENTRY_ORDERS, problems);
    checkSide(blueprint.exit_triggers, `${path}.exit_triggers`, EXIT_ORDERS, problems);
    checkDelays(blueprint, path, problems);
  });
}

const BASE_HINT = "; put it into an advanced blueprint";

function checkSide(
  triggers: readonly TriggerConfig[],
  path: string,
  allowed: readonly string[],
  problems: Problems,
  hint = "",
): void {
  triggers.forEach(({ order_strategy: order }, i) => {
    if (allowed.includes(order)) return;
    const at = `${path}[${i}].order_strategy`;
    if (orderCodeOf(order) === undefined) {
      problems.add(at, `"${order}" is no order strategy; ${didYouMean(order, Object.keys(OrderCode))}`);
    } else problems.add(at, `${order} cannot stand here, only ${allowed.join(", ")}${hint}`);
  });
}

function checkDirection({ direction }: BlueprintConfig, path: string, problems: Problems): void {
  if (directionOf(direction) !== undefined) return;
  problems.add(
    `${path}.direction`,
    `direction "${direction}" cannot be traded; use Long or Short, one strategy for each`,
  );
}

function checkLikeBase(
  blueprint: BlueprintConfig,
  base: BlueprintConfig,
  path: string,
  problems: Problems,
): void {
  const own = directionOf(blueprint.direction);
  const expected = directionOf(base.direction);
  if (own === undefined || expected === undefined || own === expected) return;
  const message = `direction ${blueprint.direction} differs from ${base.direction} of the base blueprint`;
  problems.add(`${path}.direction`, `${message}; an advanced blueprint trades within the base position`);
}

/** A pending entry has one kind of order. */
function checkDelays({ entry_triggers: triggers }: BlueprintConfig, path: string, problems: Problems): void {
  const has = (order: string): boolean => triggers.some(({ order_strategy }) => order_strategy === order);
  if (!has(FAVORABLE_DELAY_ENTRY) || !has(ADVERSE_DELAY_ENTRY)) return;
  const message = `${FAVORABLE_DELAY_ENTRY} and ${ADVERSE_DELAY_ENTRY} cannot be mixed in one blueprint; use two blueprints`;
  problems.add(`${path}.entry_triggers`, message);
}
