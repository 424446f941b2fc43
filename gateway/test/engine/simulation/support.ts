import type { Bars, Costs } from "../../../src/engine/bars.ts";
import {
  type BlueprintPlan,
  type BoundBlueprint,
  type ContextRows,
  type EngineOptions,
  type Moment,
  OrderCode,
  type StrategyPlan,
  type TriggerPlan,
} from "../../../src/engine/plan.ts";

export const defaults: EngineOptions = {
  intrabar: "pessimistic",
  entryBarExits: "certain",
  stopsBeforeSignals: false,
  endOfData: "open",
};

export const free: Costs = { commissionRate: 0, commissionFixed: 0, slippage: 0 };

/** Open, high, low, close. */
export type Candle = readonly [number, number, number, number];

const day = 86_400_000;

export function barsOf(candles: readonly Candle[]): Bars {
  const column = (at: 0 | 1 | 2 | 3) => Float64Array.from(candles, (candle) => candle[at]);
  return {
    length: candles.length,
    ts: Float64Array.from(candles, (_, row) => row * day),
    open: column(0),
    high: column(1),
    low: column(2),
    close: column(3),
    volume: new Float64Array(candles.length),
  };
}

export function contextOf(length: number): ContextRows {
  return {
    entryPrice: new Float64Array(length),
    barsSinceEntry: new Float64Array(length),
    highestSinceEntry: new Float64Array(length),
    lowestSinceEntry: new Float64Array(length),
    inPosition: new Uint8Array(length),
  };
}

/** What a price is: one level for all rows, or by row, where undefined is a null price. */
export type Price = number | ((row: number, scene: Scene) => number | undefined);

/** What a hand-written trigger may read. */
export interface Scene {
  readonly bars: Bars;
  /** The blueprint's own context. */
  readonly own: ContextRows;
  readonly base: ContextRows;
}

export interface OrderSpec {
  readonly code: OrderCode;
  readonly price: Price | "open" | "close";
  /** Rows on which the conditions hold; all by default. */
  readonly rows: readonly number[] | ((row: number, scene: Scene) => boolean) | undefined;
  readonly priority: number;
}

type Rest = { readonly on?: OrderSpec["rows"]; readonly priority?: number };

const order =
  (code: OrderCode) =>
  (price: OrderSpec["price"], { on, priority = 1 }: Rest = {}): OrderSpec => ({
    code,
    price,
    rows: on,
    priority,
  });

export const enterAt = order(OrderCode.ImmediateEntry);
export const limitEntry = order(OrderCode.FavorableDelayEntry);
export const stopEntry = order(OrderCode.AdverseDelayEntry);
export const exitAt = order(OrderCode.ImmediateExit);
export const stopLoss = order(OrderCode.StopLoss);
export const takeProfit = order(OrderCode.TakeProfit);
export const trailingStop = order(OrderCode.TrailingStop);
export const breakeven = order(OrderCode.Breakeven);
export const timeout = order(OrderCode.TimeoutExit);

export interface BlueprintSpec {
  readonly entries?: readonly OrderSpec[];
  readonly exits?: readonly OrderSpec[];
  readonly entryFirst?: boolean;
}

export interface PlanSpec {
  readonly candles: readonly Candle[];
  readonly direction?: 1 | -1;
  readonly base: BlueprintSpec;
  readonly advanced?: readonly BlueprintSpec[];
  readonly costs?: Partial<Costs>;
  readonly fromRow?: number;
  readonly volatility?: StrategyPlan["volatility"];
}

export function planOf(spec: PlanSpec): StrategyPlan {
  const bars = barsOf(spec.candles);
  const direction = spec.direction ?? 1;
  const baseContext = contextOf(bars.length);
  const bound = (name: string, blueprint: BlueprintSpec, context: ContextRows): BoundBlueprint => {
    const scene: Scene = { bars, own: context, base: baseContext };
    const plan: BlueprintPlan = {
      name,
      direction,
      entryFirst: blueprint.entryFirst ?? true,
      entries: (blueprint.entries ?? []).map((order, at) => triggerOf(`${name} entry ${at}`, order, scene)),
      exits: (blueprint.exits ?? []).map((order, at) => triggerOf(`${name} exit ${at}`, order, scene)),
    };
    return { plan, context };
  };
  return {
    strategyName: "hand-made",
    instrument: "TEST",
    instrumentId: 1,
    costs: { ...free, ...spec.costs },
    bars,
    fromRow: spec.fromRow ?? 0,
    toRow: bars.length,
    base: bound("base", spec.base, baseContext),
    advanced: (spec.advanced ?? []).map((blueprint, at) =>
      bound(`advanced ${at}`, blueprint, contextOf(bars.length)),
    ),
    volatility: spec.volatility,
  };
}

function triggerOf(name: string, { code, price, rows, priority }: OrderSpec, scene: Scene): TriggerPlan {
  const holds = typeof rows === "function" ? rows : (row: number) => rows === undefined || rows.includes(row);
  const moment: Moment = price === "open" || price === "close" ? price : "inside";
  const priceAt = (row: number): number | undefined => {
    if (price === "open") return scene.bars.open[row];
    if (price === "close") return scene.bars.close[row];
    return typeof price === "number" ? price : price(row, scene);
  };
  return {
    name,
    order: code,
    priority,
    moment,
    conditionsHold: (row) => holds(row, scene),
    priceAt: (row) => priceAt(row) ?? Number.NaN,
  };
}
