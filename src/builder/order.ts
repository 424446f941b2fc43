import type { ExprTypeError } from "../expr/index.ts";
import { OrderStrategy } from "../generated/enums.ts";

/** Which part of a strategy a blueprint is. */
export type Layer = "base" | "advanced";

type EntryOrder =
  | typeof OrderStrategy.IMMEDIATE_ENTRY
  | typeof OrderStrategy.FAVORABLE_DELAY_ENTRY
  | typeof OrderStrategy.ADVERSE_DELAY_ENTRY;

/** Entry orders that wait for a price. */
export type DelayedOrder = Exclude<EntryOrder, typeof OrderStrategy.IMMEDIATE_ENTRY>;

/** What entry triggers of a layer may order; a blueprint of no layer may order all that some layer may. */
export type EntryOrderOf<L extends Layer> = "base" extends L
  ? typeof OrderStrategy.IMMEDIATE_ENTRY
  : EntryOrder;

/** What exit triggers of a layer may order. */
export type ExitOrderOf<L extends Layer> = "base" extends L
  ? typeof OrderStrategy.IMMEDIATE_EXIT
  : Exclude<OrderStrategy, EntryOrder>;

/** Refuses a second kind of delayed order beside the kind `D` that is there. */
export type Unmixed<O, D> = [D] extends [never]
  ? unknown
  : O extends DelayedOrder
    ? O extends D
      ? unknown
      : ExprTypeError<"one blueprint cannot mix FavorableDelayEntry and AdverseDelayEntry: use two blueprints">
    : unknown;

const entryOrders: ReadonlySet<unknown> = new Set<EntryOrder>([
  OrderStrategy.IMMEDIATE_ENTRY,
  OrderStrategy.FAVORABLE_DELAY_ENTRY,
  OrderStrategy.ADVERSE_DELAY_ENTRY,
]);

const immediateOrders: ReadonlySet<unknown> = new Set<OrderStrategy>([
  OrderStrategy.IMMEDIATE_ENTRY,
  OrderStrategy.IMMEDIATE_EXIT,
]);

/** The orders a trigger may place, at run time; `layer` undefined is a blueprint of no layer. */
export function allowedOrders(side: "entry" | "exit", layer: Layer | undefined): readonly OrderStrategy[] {
  return Object.values(OrderStrategy).filter(
    (order) =>
      entryOrders.has(order) === (side === "entry") && (layer !== "base" || immediateOrders.has(order)),
  );
}
