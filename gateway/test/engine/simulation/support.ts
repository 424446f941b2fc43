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
import type { Fill } from "../../../src/engine/simulation/fill.ts";
import { simulateStrategy } from "../../../src/engine/simulation/strategy.ts";
import type { Trade } from "../../../src/engine/simulation/trade.ts";

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

const names = Object.entries(OrderCode);

function nameOf(code: OrderCode | null): string {
  return names.find(([, value]) => value === code)?.[0] ?? "end of data";
}

/** A trade in words, for tables that read like a specification. */
export function inWords({ entry, exit, ambiguous }: Trade, seen: (price: number) => number): string {
  const fill = ({ row, moment, price, order, gapFilled }: Fill): string =>
    `${row} ${moment} ${seen(price)} ${nameOf(order)}${gapFilled ? " gap" : ""}`;
  return `${fill(entry)} -> ${exit === undefined ? "open" : fill(exit)}${ambiguous ? " ?" : ""}`;
}

/** The mirror image of a price: what is above 100 for a long lies as far below it for a short. */
export function mirror(price: number): number {
  return 200 - price;
}

/** Another scale of prices, and the way back. `flips` when it turns highs into lows. */
export interface Image {
  readonly to: (price: number) => number;
  readonly from: (price: number) => number;
  readonly flips: boolean;
}

export const mirrorImage: Image = { to: mirror, from: mirror, flips: true };

export function scaledBy(factor: number): Image {
  return { to: (price) => price * factor, from: (price) => price / factor, flips: false };
}

/** A plan whose every price, fixed or computed from what it reads, is the image of the given plan's. */
export function imageOf({ candles, base, advanced = [], ...rest }: PlanSpec, image: Image): PlanSpec {
  return {
    ...rest,
    candles: candles.map((candle) => imageOfCandle(candle, image)),
    base: imageOfBlueprint(base, image),
    advanced: advanced.map((blueprint) => imageOfBlueprint(blueprint, image)),
  };
}

export function imageOfCandle([open, high, low, close]: Candle, { to, flips }: Image): Candle {
  return flips ? [to(open), to(low), to(high), to(close)] : [to(open), to(high), to(low), to(close)];
}

function imageOfBlueprint({ entries = [], exits = [], ...rest }: BlueprintSpec, image: Image): BlueprintSpec {
  const orders = (specs: readonly OrderSpec[]) => specs.map((spec) => imageOfOrder(spec, image));
  return { ...rest, entries: orders(entries), exits: orders(exits) };
}

function imageOfOrder(spec: OrderSpec, image: Image): OrderSpec {
  const { price } = spec;
  if (price === "open" || price === "close") return spec;
  if (typeof price === "number") return { ...spec, price: image.to(price) };
  return {
    ...spec,
    price: (row, scene) => {
      const value = price(row, originalOf(scene, image));
      return value === undefined ? undefined : image.to(value);
    },
  };
}

/** What the original order would read. */
function originalOf({ bars, own, base }: Scene, { from, flips }: Image): Scene {
  const back = (values: Float64Array): Float64Array => values.map(from);
  const extremes = (high: Float64Array, low: Float64Array) =>
    flips ? { high: back(low), low: back(high) } : { high: back(high), low: back(low) };
  const context = (rows: ContextRows): ContextRows => {
    const { high, low } = extremes(rows.highestSinceEntry, rows.lowestSinceEntry);
    return { ...rows, entryPrice: back(rows.entryPrice), highestSinceEntry: high, lowestSinceEntry: low };
  };
  return {
    bars: { ...bars, open: back(bars.open), ...extremes(bars.high, bars.low), close: back(bars.close) },
    own: context(own),
    base: context(base),
  };
}

/** One row of a specification table: written for a long, it must hold for the mirrored short as well. */
export interface Case {
  readonly rule: string;
  readonly candles: readonly Candle[];
  /** By default the base enters at the open of bar 0 and stays. */
  readonly base?: BlueprintSpec;
  /** Without it the table is about the base blueprint itself. */
  readonly advanced?: BlueprintSpec;
  readonly options?: Partial<EngineOptions>;
  readonly costs?: Partial<Costs>;
  /** The trades in words: row, moment, price and order of entry and exit; `gap` and `?` for the flags. */
  readonly trades: readonly string[];
  /** 0 by default. */
  readonly rejected?: number;
}

/** Every case for a long and, mirrored, for a short. */
export function bothWays(cases: readonly Case[]): { rule: string; side: "long" | "short"; spec: Case }[] {
  return (["long", "short"] as const).flatMap((side) =>
    cases.map((spec) => ({ rule: spec.rule, side, spec })),
  );
}

export const entersAtFirstOpen: BlueprintSpec = { entries: [enterAt("open", { on: [0] })] };

export function simulateCase(spec: Case, side: "long" | "short"): { trades: string[]; rejected: number } {
  const long: PlanSpec = {
    candles: spec.candles,
    base: spec.base ?? entersAtFirstOpen,
    advanced: spec.advanced === undefined ? [] : [spec.advanced],
    ...(spec.costs && { costs: spec.costs }),
  };
  const plan = planOf(side === "long" ? long : { ...imageOf(long, mirrorImage), direction: -1 });
  const seen = side === "long" ? (price: number): number => price : mirror;
  const simulated = simulateStrategy(plan, { ...defaults, ...spec.options }).at(-1)!;
  return {
    trades: simulated.trades.map((trade) => inWords(trade, seen)),
    rejected: simulated.rejectedEntries,
  };
}
