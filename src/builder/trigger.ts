import { ArgumentError } from "../errors/argument.ts";
import {
  type BooleanInput,
  ExprWriteError,
  inputNode,
  type JsonObject,
  type NumberInput,
  type Scope,
} from "../expr/index.ts";
import type { OrderStrategy } from "../generated/enums.ts";
import type { Trigger } from "../generated/models.ts";
import type { Problems } from "./errors.ts";
import { writeKnown } from "./nodes.ts";

/** When to place which order, at which price. */
export interface TriggerOptions<O, S extends Scope = never> {
  /** Label. */
  readonly name: string;
  /** All must be true on a bar; null counts as false. Default none: always true. */
  readonly conditions?: readonly BooleanInput<S>[];
  /** The price of the order. `col("open")` acts at the open, `col("close")` at the close, every other one within the bar. */
  readonly priceExpr: NumberInput<S>;
  /** What kind of order. */
  readonly orderStrategy: O;
  /** The lower number goes first among triggers that fire together; ties go by the order of adding. Default 1. */
  readonly priority?: number;
  /** Free text. Default empty. */
  readonly note?: string;
}

/** Stands for what could not be written, in a trigger that its problems keep from leaving. */
const UNWRITTEN = {};

/** The wire form of a trigger; what cannot be written is a problem. */
export function writeTrigger(options: TriggerOptions<OrderStrategy, Scope>, problems: Problems): Trigger {
  const conditions = options.conditions ?? [];
  return {
    name: options.name,
    order_strategy: options.orderStrategy,
    priority: options.priority ?? 1,
    note: options.note ?? "",
    conditions: conditions.map(
      (condition, index) => writeInput(condition, "boolean", `conditions[${index}]`, problems) ?? UNWRITTEN,
    ),
    price_expr: writeInput(options.priceExpr, "number", "price_expr", problems) ?? UNWRITTEN,
  };
}

/**
 * The wire form of a value or expression of a kind; undefined, and a problem, where it has none. JavaScript callers
 * may have given anything.
 */
export function writeInput(
  input: NumberInput<Scope> | BooleanInput<Scope>,
  kind: "number" | "boolean",
  path: string,
  problems: Problems,
): JsonObject | undefined {
  try {
    return writeKnown(inputNode(input, kind));
  } catch (error) {
    if (!(error instanceof ExprWriteError || error instanceof ArgumentError)) throw error;
    problems.add(path, error.message);
    return undefined;
  }
}
