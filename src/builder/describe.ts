import { ExprReadError, printNode } from "../expr/index.ts";
import { OrderStrategy } from "../generated/enums.ts";
import { displayName } from "../generated/indicators.ts";
import type { Blueprint, IndicatorSpec, StrategyConfig, Trigger } from "../generated/models.ts";
import { olderContextMembers, type PositionContext, type TradingContext } from "./context.ts";
import { isSignal, momentOf, momentText } from "./lint/moment.ts";
import { nodeOf } from "./nodes.ts";

/**
 * A strategy in plain words: its indicators, and what each trigger orders when, with the expressions as one would
 * write them. The text is for people; its form may change between versions.
 *
 * Works on any strategy, also one that was loaded from a file or written by another client.
 *
 * @example
 * console.log(describe(strategy));
 */
export function describe(strategy: StrategyConfig): string {
  const { name, base_instrument, base_freq, note, volatility_indicator: volatility } = strategy;
  const base = strategy.base_blueprint;
  const advanced = strategy.advanced_blueprints ?? [];
  const indicators = strategy.indicators ?? [];
  const head = [
    `Strategy "${name}" trades ${base_instrument} on ${base_freq} bars.`,
    ...noteLine(note),
    ...(volatility === null || volatility === undefined
      ? []
      : [`Its trades report as volatility: ${print(volatility, "volatility_indicator", "number")}`]),
  ];
  const columns = indicators.map((spec) => `- ${indicatorLine(spec, base_instrument)}`);
  const sections = [
    head,
    ...(columns.length === 0 ? [] : [["Indicators", ...columns]]),
    [
      `Base blueprint "${base.name}", ${base.direction.toLowerCase()}: makes the positions.`,
      ...noteLine(base.note),
      ...conflictLine(base),
      ...triggerLines(base, "base_blueprint"),
    ],
    ...advanced.map((blueprint, index) => [
      `Advanced blueprint "${blueprint.name}", ${blueprint.direction.toLowerCase()}: ` +
        `at most one trade within each position of "${base.name}".`,
      ...noteLine(blueprint.note),
      ...(blueprint.entry_triggers.length === 0 ? [`- enters with "${base.name}", at its price`] : []),
      ...triggerLines(blueprint, `advanced_blueprints[${index}]`),
      `- exits at the latest with "${base.name}"`,
    ]),
  ];
  return sections.map((lines) => lines.join("\n")).join("\n\n");
}

function noteLine(note: string | null | undefined): readonly string[] {
  return note === null || note === undefined || note === "" ? [] : [`Note: ${note}`];
}

function conflictLine({ entry_first, entry_triggers, exit_triggers }: Blueprint): readonly string[] {
  if (entry_triggers.length === 0 || exit_triggers.length === 0) return [];
  return [`When entry and exit fire on one bar, the ${entry_first ? "exit" : "entry"} is dropped.`];
}

function indicatorLine(spec: IndicatorSpec, baseInstrument: string): string {
  const { type, ...parameters } = spec.indicator;
  const values = Object.entries(parameters)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => `${name} ${typeof value === "object" ? JSON.stringify(value) : value}`);
  const list = values.length === 0 ? "" : ` (${values.join(", ")})`;
  return `${displayName(spec)}: ${type}${list} of ${spec.instrument ?? baseInstrument} ${spec.freq} bars, ${delay(spec)}`;
}

function delay({ shift, freq }: IndicatorSpec): string {
  const bars = shift ?? 1;
  if (bars === 1) return "completed bars only";
  if (bars === 0) return "the running bar included";
  return bars < 0 ? `${-bars} bars of ${freq} ahead` : `delayed by ${bars} bars of ${freq}`;
}

function triggerLines(blueprint: Blueprint, path: string): readonly string[] {
  return (["entry_triggers", "exit_triggers"] as const).flatMap((side) =>
    blueprint[side].flatMap((trigger, index) =>
      describeTrigger(trigger, `${path}.${side}[${index}]`, blueprint[side].length > 1),
    ),
  );
}

const orders: Readonly<Record<OrderStrategy, string>> = {
  [OrderStrategy.IMMEDIATE_ENTRY]: "enters",
  [OrderStrategy.FAVORABLE_DELAY_ENTRY]: "enters by a limit order",
  [OrderStrategy.ADVERSE_DELAY_ENTRY]: "enters by a stop order",
  [OrderStrategy.IMMEDIATE_EXIT]: "exits",
  [OrderStrategy.STOP_LOSS]: "exits by a stop loss",
  [OrderStrategy.TAKE_PROFIT]: "exits by a profit target",
  [OrderStrategy.TRAILING_STOP]: "exits by a trailing stop",
  [OrderStrategy.BREAKEVEN]: "exits by a breakeven stop",
  [OrderStrategy.TIMEOUT_EXIT]: "exits by a timeout",
};

function describeTrigger(trigger: Trigger, path: string, isOneOfMany: boolean): readonly string[] {
  const { name, order_strategy: order, priority, note, conditions } = trigger;
  const pricePath = `${path}.price_expr`;
  const price = print(trigger.price_expr, pricePath, "number");
  const when = conditions.length === 0 ? "on every bar" : conditions.length === 1 ? "when" : "when all hold:";
  const rank = isOneOfMany ? `, priority ${priority}` : "";
  return [
    `- "${name}" ${orders[order] ?? order}${momentOfOrder(trigger, pricePath)} at ${price}${rank}, ${when}`,
    ...conditions.map((json, index) => `    ${print(json, `${path}.conditions[${index}]`, "boolean")}`),
    ...noteLine(note).map((line) => `    ${line}`),
  ];
}

function momentOfOrder({ order_strategy: order, price_expr }: Trigger, path: string): string {
  if (!isSignal(order)) return "";
  const node = readable(price_expr, path);
  return node instanceof ExprReadError ? "" : ` ${momentText(momentOf(order, node))},`;
}

function print(json: unknown, path: string, kind: "number" | "boolean"): string {
  const node = readable(json, path);
  if (node instanceof ExprReadError) return `what cannot be read (${node.message})`;
  return printNode(node, kind).replace(contextMember, (text, context: string, member: string) => {
    const accessor = accessors[olderContextMembers[member] ?? member];
    return accessor === undefined ? text : `TradingContext.${contexts[context]}.${accessor}`;
  });
}

/** A member of a context as expressions print it. */
const contextMember =
  /col\("(base|advanced_entry|advanced_exit)_trading_context", \{ (\w+): "number" \}\)\.field\("\2"\)/g;

const contexts: Readonly<Record<string, keyof typeof TradingContext>> = {
  base: "base",
  advanced_entry: "advancedEntry",
  advanced_exit: "advancedExit",
};

const accessors: Readonly<Record<string, keyof PositionContext>> = {
  position_entry_price: "entryPrice",
  bars_since_entry: "barsSinceEntry",
  highest_since_entry: "highestSinceEntry",
  lowest_since_entry: "lowestSinceEntry",
};

function readable(json: unknown, path: string) {
  try {
    return nodeOf(json, path);
  } catch (error) {
    if (error instanceof ExprReadError) return error;
    throw error;
  }
}
