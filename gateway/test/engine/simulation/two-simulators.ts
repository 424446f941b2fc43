import { OrderStrategy } from "tradepose-client/models";
import { type EngineOptions, OrderCode } from "../../../src/engine/plan.ts";
import { measureExcursions } from "../../../src/engine/simulation/excursions.ts";
import type { Fill } from "../../../src/engine/simulation/fill.ts";
import type { Hypo, Hypos } from "../../../src/engine/simulation/hypo.ts";
import { simulateStrategy } from "../../../src/engine/simulation/strategy.ts";
import {
  type PathBlueprint,
  type PathFill,
  type PathLevel,
  type PathLevels,
  type PathOrder,
  type PathResult,
  walkPricePath,
} from "../naive/price-path/index.ts";
import { type BlueprintSpec, barsOf, type OrderSpec, type PlanSpec, planOf } from "./support.ts";

/** A way to run a plan: the base blueprint, then the advanced ones. */
export type Simulator = (spec: PlanSpec, options: EngineOptions) => PathResult[];

/** The engine, its results told in the words of the naive one. */
export const byEngine: Simulator = (spec, options) => {
  const plan = planOf(spec);
  const contexts = [plan.base, ...plan.advanced].map(({ context }) => context);
  return simulateStrategy(plan, options).map(({ direction, trades, pending, rejectedEntries }, at) => ({
    trades: trades.map(({ entry, exit, baseEntry, entryHypos, exitHypos, ambiguous }) => ({
      entry: fillOf(entry),
      exit: exit && fillOf(exit),
      baseEntry: fillOf(baseEntry),
      entryHypos: levelsOf(entryHypos),
      exitHypos: levelsOf(exitHypos),
      excursions: measureExcursions(plan.bars, direction, entry, exit, plan.toRow - 1),
      ambiguous,
    })),
    pending: pending && {
      baseEntry: fillOf(pending.baseEntry),
      entryHypos: levelsOf(pending.entryHypos),
    },
    rejectedEntries,
    context: contexts[at]!,
  }));
};

/** The naive walk along the price path. */
export const byPricePath: Simulator = (spec, options) => {
  const bars = barsOf(spec.candles);
  const orderOf = ({ code, price, rows, priority }: OrderSpec): PathOrder => ({
    name: nameOf(code),
    priority,
    moment: price === "open" || price === "close" ? price : "inside",
    ask: (row, own, base) => {
      const scene = { bars, own, base };
      const fires = typeof rows === "function" ? rows(row, scene) : (rows?.includes(row) ?? true);
      if (!fires) return null;
      if (price === "open" || price === "close") return bars[price][row]!;
      return (typeof price === "number" ? price : price(row, scene)) ?? null;
    },
  });
  const blueprintOf = ({ entries = [], exits = [] }: BlueprintSpec): PathBlueprint => ({
    entries: entries.map(orderOf),
    exits: exits.map(orderOf),
  });
  return walkPricePath(
    {
      bars: spec.candles.map(([open, high, low, close]) => ({ open, high, low, close })),
      side: spec.direction === -1 ? "short" : "long",
      firstRow: spec.fromRow ?? 0,
      entryFirst: spec.base.entryFirst ?? true,
      slippage: spec.costs?.slippage ?? 0,
      base: blueprintOf(spec.base),
      advanced: (spec.advanced ?? []).map(blueprintOf),
    },
    options,
  );
};

export const simulators = [
  { who: "the engine", simulate: byEngine },
  { who: "the naive walk", simulate: byPricePath },
] as const;

const orderStrategies = Object.values(OrderStrategy);

/** The wire name of an order strategy. */
export function nameOf(code: OrderCode): OrderStrategy {
  return orderStrategies.find((name) => OrderCode[name] === code)!;
}

function fillOf({ row, moment, price, order, gapFilled }: Fill): PathFill {
  return { row, moment, price, order: order === null ? null : nameOf(order), gapFilled };
}

function levelsOf({ favorable, adverse, neutral }: Hypos): PathLevels {
  return {
    favorable: favorable && levelOf(favorable),
    adverse: adverse && levelOf(adverse),
    neutral: neutral === undefined ? undefined : nameOf(neutral),
  };
}

function levelOf({ price, order }: Hypo): PathLevel {
  return { price, order: nameOf(order) };
}
