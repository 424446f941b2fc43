import { type ExprNode, ExprReadError, readExpr } from "tradepose-client/expr";
import type { BlueprintConfig, TriggerConfig } from "../config.ts";
import { literal } from "../expression/elementwise.ts";
import { type EvaluationContext, evaluate } from "../expression/evaluate.ts";
import { allOf, trueRows } from "../expression/logic.ts";
import type { FrameScope, NamedColumns } from "../expression/scope.ts";
import { BOOLEAN, FLOAT, typeName } from "../expression/types.ts";
import {
  type Cell,
  type CellReader,
  type ColumnValue,
  readerOf,
  type ScalarValue,
} from "../expression/value.ts";
import type { BlueprintPlan, Moment, TriggerPlan } from "../plan.ts";
import { directionOf, orderCodeOf } from "./orders.ts";
import type { Problems } from "./problems.ts";

/** The expressions of one blueprint, bound to rows. Undefined when anything in it was reported. */
export function bindBlueprint(
  config: BlueprintConfig,
  path: string,
  scope: FrameScope,
  columns: NamedColumns,
  problems: Problems,
): BlueprintPlan | undefined {
  const context: EvaluationContext = { scope, columns, report: (at, message) => problems.add(at, message) };
  const bindAll = (triggers: readonly TriggerConfig[], side: string): (TriggerPlan | undefined)[] =>
    triggers.map((trigger, i) => bindTrigger(trigger, `${path}.${side}[${i}]`, context));
  const entries = bindAll(config.entry_triggers, "entry_triggers");
  const exits = bindAll(config.exit_triggers, "exit_triggers");
  const direction = directionOf(config.direction);
  if (direction === undefined || entries.includes(undefined) || exits.includes(undefined)) return undefined;
  return {
    name: config.name,
    direction,
    entryFirst: config.entry_first,
    entries: entries.filter((entry) => entry !== undefined),
    exits: exits.filter((exit) => exit !== undefined),
  };
}

function bindTrigger(
  config: TriggerConfig,
  path: string,
  context: EvaluationContext,
): TriggerPlan | undefined {
  const conditions = (config.conditions ?? []).map((json, i) =>
    bindCondition(json, `${path}.conditions[${i}]`, context),
  );
  const price = bindNumber(config.price_expr, `${path}.price_expr`, context);
  const order = orderCodeOf(config.order_strategy);
  if (order === undefined || price === undefined || conditions.includes(undefined)) return undefined;
  return {
    name: config.name,
    order,
    priority: config.priority,
    moment: momentOf(price.node),
    ...holds(
      conditions.filter((condition) => condition !== undefined),
      context.scope,
    ),
    priceAt: finitePrice(price.value, context.scope),
  };
}

function bindCondition(json: unknown, path: string, context: EvaluationContext): ScalarValue | undefined {
  const node = readNode(json, path, context);
  const value = node === undefined ? undefined : evaluate(node, path, context);
  if (value === undefined || value.type.kind === "boolean") return value;
  if (value.type.kind === "null") return literal(BOOLEAN, null);
  context.report(path, `a condition must be true or false, not ${typeName(value.type)}; write a comparison`);
  return undefined;
}

/** An expression that must be a number, with the tree it was read from. */
export function bindNumber(
  json: unknown,
  path: string,
  context: EvaluationContext,
): { readonly node: ExprNode; readonly value: ScalarValue } | undefined {
  const node = readNode(json, path, context);
  if (node === undefined) return undefined;
  const value = evaluate(node, path, context);
  if (value === undefined) return undefined;
  if (value.type.kind === "number") return { node, value };
  if (value.type.kind === "null") return { node, value: literal(FLOAT, null) };
  context.report(path, `a number is needed, not ${typeName(value.type)}`);
  return undefined;
}

function readNode(json: unknown, path: string, context: EvaluationContext): ExprNode | undefined {
  try {
    return readExpr(json);
  } catch (error) {
    if (!(error instanceof ExprReadError)) throw error;
    context.report(error.path === "" ? path : `${path}.${error.path}`, error.message);
    return undefined;
  }
}

/** A price acts at the open or close only if it is that column itself; any other acts within the bar. */
function momentOf(node: ExprNode): Moment {
  if (node.kind === "alias") return momentOf(node.input);
  if (node.kind !== "column") return "inside";
  return node.name === "open" || node.name === "close" ? node.name : "inside";
}

/** The conditions of a trigger: what bars alone decide is one array, looked at first. */
function holds(
  conditions: readonly ScalarValue[],
  scope: FrameScope,
): Pick<TriggerPlan, "conditionsHold" | "mayFire"> {
  const decided = allOf(
    scope,
    conditions.filter(({ source }) => source !== "context"),
  );
  const open = allTrue(conditions.filter(({ source }) => source === "context").map(readerOf));
  if (decided.source !== "column") {
    return { conditionsHold: decided.source === "literal" && decided.cell === 1 ? open : () => false };
  }
  const mask = trueRows(scope, decided);
  if (conditions.every(({ source }) => source !== "context")) {
    return { conditionsHold: (row) => mask[row] === 1, mayFire: mask };
  }
  return { conditionsHold: (row) => mask[row] === 1 && open(row), mayFire: mask };
}

function allTrue(readers: readonly CellReader[]): (row: number) => boolean {
  const [first, second, ...others] = readers;
  if (first === undefined) return () => true;
  if (second === undefined) return (row) => first(row) === 1;
  if (others.length === 0) return (row) => first(row) === 1 && second(row) === 1;
  return (row) => readers.every((read) => read(row) === 1);
}

/** The price of each row, NaN where there is none. */
function finitePrice(value: ScalarValue, scope: FrameScope): (row: number) => number {
  if (value.source === "context") {
    const { at } = value;
    return (row) => finiteOrNaN(at(row));
  }
  if (value.source === "literal") {
    const price = finiteOrNaN(value.cell);
    return () => price;
  }
  const prices = finiteRows(scope, value);
  return (row) => prices[row]!;
}

/** The values of a column of numbers, NaN where they are null or not finite; the column's own array if none is. */
function finiteRows(scope: FrameScope, { key, column }: ColumnValue): Float64Array {
  const finite = scope.column(`finite(${key})`, FLOAT, () => {
    if (column.kind !== "number") throw new TypeError("a price is a number");
    const { values, nulls } = column;
    if (nulls === undefined && areFinite(values)) return { ...column, dtype: "Float64" };
    const prices = new Float64Array(values.length);
    for (let row = 0; row < prices.length; row++) {
      const price = values[row]!;
      prices[row] = nulls?.[row] === 1 || !Number.isFinite(price) ? Number.NaN : price;
    }
    return { kind: "number", dtype: "Float64", values: prices, nulls: undefined };
  });
  return finite.column.values as Float64Array;
}

function areFinite(values: Float64Array): boolean {
  for (let row = 0; row < values.length; row++) {
    if (!Number.isFinite(values[row]!)) return false;
  }
  return true;
}

function finiteOrNaN(cell: Cell): number {
  return typeof cell === "number" && Number.isFinite(cell) ? cell : Number.NaN;
}
