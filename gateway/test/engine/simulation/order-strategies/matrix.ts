import type { OrderStrategy } from "tradepose-client/models";
import type { Policy, Side } from "../../naive/price-path/index.ts";
import type { Case } from "../case.ts";
import type { BlueprintSpec, Candle } from "../support.ts";

/** What a bar can do to an order. */
export const situations = ["touch", "gap", "entry bar", "last bar", "null price", "both touched"] as const;
export type Situation = (typeof situations)[number];

export const policies = ["pessimistic", "path", "optimistic"] as const satisfies readonly Policy[];
export const sides = ["long", "short"] as const satisfies readonly Side[];

/** The trade in words, the same under every policy or one for each; `none` where nothing is traded. */
export type Expected = string | Readonly<Record<Policy, string>>;
export const none = "none";

/** One row: written for a long, true for the mirrored short, under every policy. */
export interface Row {
  readonly rule: string;
  readonly spec: Omit<Case, "rule" | "trades">;
  readonly trade: Expected;
}

/** Everything said about one order strategy in one kind of blueprint. A text says why a cell makes no sense. */
export interface Table {
  readonly blueprint: "base" | "advanced";
  readonly order: OrderStrategy;
  readonly cells: Readonly<Record<Situation, readonly Row[] | string>>;
}

type Orders = Pick<BlueprintSpec, "entries" | "exits">;

/** A row about an advanced blueprint; the base is in from the open of bar 0 unless the row says otherwise. */
export function row(
  rule: string,
  candles: readonly Candle[],
  { entries = [], exits = [], ...rest }: Orders & Pick<Case, "base" | "options" | "costs" | "rejected">,
  trade: Expected,
): Row {
  return { rule, spec: { candles, advanced: { entries, exits }, ...rest }, trade };
}

/** A row about the base blueprint itself. */
export function baseRow(
  rule: string,
  candles: readonly Candle[],
  { options, rejected, ...base }: BlueprintSpec & Pick<Case, "options" | "rejected">,
  trade: Expected,
): Row {
  return { rule, spec: { candles, base, ...(options && { options }), ...(rejected && { rejected }) }, trade };
}

/** What a row expects under one policy. */
export function tradesOf({ trade }: Row, policy: Policy): string[] {
  const expected = typeof trade === "string" ? trade : trade[policy];
  return expected === none ? [] : [expected];
}
