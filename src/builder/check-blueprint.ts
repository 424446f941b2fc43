import { OrderStrategy, TradeDirection, TrendType } from "../generated/enums.ts";
import type { Blueprint, Trigger } from "../generated/models.ts";
import type { Problems } from "./errors.ts";
import { allowedOrders, type Layer } from "./order.ts";

/** The rules of a blueprint that need nothing of its strategy. `layer` undefined is a blueprint of no layer yet. */
export function checkBlueprint(blueprint: Blueprint, layer: Layer | undefined, problems: Problems): void {
  const { name, direction, trend_type, entry_first, entry_triggers, exit_triggers } = blueprint;
  checkName(name, problems);
  const { LONG, SHORT } = TradeDirection;
  checkMember(direction, { LONG, SHORT }, "direction", problems);
  checkMember(trend_type, TrendType, "trend_type", problems);
  if (typeof entry_first !== "boolean") problems.add("entry_first", "must be true or false");
  if (entry_triggers.length + exit_triggers.length === 0) {
    problems.add(
      "entry_triggers",
      "the blueprint has no trigger at all; add one with addEntryTrigger or addExitTrigger",
    );
  }
  entry_triggers.forEach((trigger, index) => {
    checkTrigger(trigger, allowedOrders("entry", layer), layer, problems.under(`entry_triggers[${index}]`));
  });
  exit_triggers.forEach((trigger, index) => {
    checkTrigger(trigger, allowedOrders("exit", layer), layer, problems.under(`exit_triggers[${index}]`));
  });
  checkDelays(entry_triggers, problems);
}

function checkTrigger(
  trigger: Trigger,
  allowed: readonly OrderStrategy[],
  layer: Layer | undefined,
  problems: Problems,
): void {
  checkName(trigger.name, problems);
  if (!Number.isSafeInteger(trigger.priority)) {
    problems.add("priority", `must be a whole number, not ${trigger.priority}`);
  }
  if (!allowed.includes(trigger.order_strategy)) {
    const where = layer === "base" ? "a base blueprint takes only" : "use one of";
    problems.add(
      "order_strategy",
      `"${trigger.order_strategy}" cannot stand here; ${where} ${allowed.join(", ")}`,
    );
  }
}

function checkDelays(entries: readonly Trigger[], problems: Problems): void {
  const delayed: readonly OrderStrategy[] = [
    OrderStrategy.FAVORABLE_DELAY_ENTRY,
    OrderStrategy.ADVERSE_DELAY_ENTRY,
  ];
  const first = entries.find((trigger) => delayed.includes(trigger.order_strategy));
  entries.forEach((trigger, index) => {
    if (first === undefined || !delayed.includes(trigger.order_strategy)) return;
    if (trigger.order_strategy === first.order_strategy) return;
    problems.add(
      `entry_triggers[${index}].order_strategy`,
      `${trigger.order_strategy} beside the ${first.order_strategy} of "${first.name}": ` +
        "one blueprint cannot mix the two; use two blueprints",
    );
  });
}

export function checkName(name: unknown, problems: Problems, path = "name"): void {
  if (typeof name !== "string" || name.trim() === "") problems.add(path, "must be a text that is not empty");
}

/** Whether a value is a member of an enum object. */
export function checkMember(
  value: unknown,
  members: Readonly<Record<string, unknown>>,
  path: string,
  problems: Problems,
): void {
  const values = Object.values(members);
  if (!values.includes(value)) problems.add(path, `"${value}" is none of ${values.join(", ")}`);
}
