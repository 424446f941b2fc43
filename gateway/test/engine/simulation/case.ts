import type { Costs } from "../../../src/engine/bars.ts";
import type { EngineOptions } from "../../../src/engine/plan.ts";
import type { PathFill, PathTrade, Side } from "../naive/price-path/index.ts";
import { imageOf, mirror, mirrorImage } from "./image.ts";
import { type BlueprintSpec, type Candle, defaults, enterAt, type PlanSpec } from "./support.ts";
import { byEngine, byPricePath, type Simulator } from "./two-simulators.ts";

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
export function bothWays(cases: readonly Case[]): { rule: string; side: Side; spec: Case }[] {
  return (["long", "short"] as const).flatMap((side) =>
    cases.map((spec) => ({ rule: spec.rule, side, spec })),
  );
}

export const entersAtFirstOpen: BlueprintSpec = { entries: [enterAt("open", { on: [0] })] };

export interface Outcome {
  readonly trades: string[];
  readonly rejected: number;
}

/** What the engine makes of a case. */
export function simulateCase(spec: Case, side: Side): Outcome {
  return outcomeOf(spec, side, byEngine);
}

/** What the naive walk along the price path makes of it: a check of the table itself. */
export function walkCase(spec: Case, side: Side): Outcome {
  return outcomeOf(spec, side, byPricePath);
}

function outcomeOf(spec: Case, side: Side, simulate: Simulator): Outcome {
  const long: PlanSpec = {
    candles: spec.candles,
    base: spec.base ?? entersAtFirstOpen,
    advanced: spec.advanced === undefined ? [] : [spec.advanced],
    ...(spec.costs && { costs: spec.costs }),
  };
  const plan: PlanSpec = side === "long" ? long : { ...imageOf(long, mirrorImage), direction: -1 };
  const seen = side === "long" ? (price: number): number => price : mirror;
  const result = simulate(plan, { ...defaults, ...spec.options }).at(-1)!;
  return {
    trades: result.trades.map((trade) => inWords(trade, seen)),
    rejected: result.rejectedEntries,
  };
}

/** A trade in words, for tables that read like a specification. */
function inWords({ entry, exit, ambiguous }: PathTrade, seen: (price: number) => number): string {
  const fill = ({ row, moment, price, order, gapFilled }: PathFill): string =>
    `${row} ${moment} ${seen(price)} ${order ?? "end of data"}${gapFilled ? " gap" : ""}`;
  return `${fill(entry)} -> ${exit === undefined ? "open" : fill(exit)}${ambiguous ? " ?" : ""}`;
}
