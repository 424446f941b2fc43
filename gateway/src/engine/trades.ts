import type { FrameRow, ResultFrame } from "./frame.ts";
import { FrameBuilder } from "./frame-builder.ts";
import type { StrategyPlan } from "./plan.ts";
import { tradesSchema } from "./result-schemas.ts";
import type { Excursion } from "./simulation/excursions.ts";
import type { Fill } from "./simulation/fill.ts";
import type { Hypo, Hypos } from "./simulation/hypo.ts";
import type { SimulatedBlueprint } from "./simulation/trade.ts";
import type { TradeResult } from "./trades-result.ts";

/** One row of the trades frame by column name. */
export type TradeRow = FrameRow;

/** The trades frame while strategies are run: the rows of one blueprint at a time, column by column. */
export class TradesBuilder {
  readonly #table = new FrameBuilder(tradesSchema);

  /** Adds the rows of one blueprint: its trades, then the entry that is still pending. */
  add(plan: StrategyPlan, blueprint: SimulatedBlueprint, results: readonly TradeResult[]): void {
    const { trades, pending } = blueprint;
    const asked: readonly Asked[] = pending === undefined ? trades : [...trades, pending];
    const from = this.#table.grow(asked.length);
    writeNames(this.#table, from, plan, blueprint);
    writeAsked(this.#table, from, plan, asked);
    writeEntries(this.#table, from, plan, results);
    writeExits(this.#table, from, plan, results);
    writeOutcomes(this.#table, from, plan, results);
    writeExcursions(this.#table, from, plan, results);
    writeVolatility(this.#table, from, plan, results);
    if (pending !== undefined) this.#table.booleans("status")[from + results.length] = 1;
  }

  frame(): ResultFrame {
    return this.#table.frame();
  }
}

/** What trades and pending entries have in common. */
interface Asked {
  readonly baseEntry: Fill;
  readonly entryHypos: Hypos;
  readonly exitHypos?: Hypos;
}

type Results = readonly TradeResult[];

/** Null while the frame is built. */
const NONE = Number.NaN;

function writeNames(
  table: FrameBuilder,
  from: number,
  { strategyName }: StrategyPlan,
  { name, direction }: SimulatedBlueprint,
): void {
  table.numbers("direction").fill(direction, from, table.length);
  table.texts("strategy_name").fill(strategyName, from);
  table.texts("blueprint_name").fill(name, from);
  table.texts("strategy").fill(strategyName, from);
  table.texts("blueprint").fill(name, from);
}

function writeAsked(
  table: FrameBuilder,
  from: number,
  { bars }: StrategyPlan,
  asked: readonly Asked[],
): void {
  const baseTime = table.numbers("base_entry_time");
  const basePrice = table.numbers("base_entry_price");
  for (let i = 0; i < asked.length; i++) {
    const { baseEntry } = asked[i]!;
    baseTime[from + i] = bars.ts[baseEntry.row]!;
    basePrice[from + i] = baseEntry.price;
  }
  writeHypos(table, from, "entry", asked);
  writeHypos(table, from, "exit", asked);
}

function writeHypos(
  table: FrameBuilder,
  from: number,
  side: "entry" | "exit",
  asked: readonly Asked[],
): void {
  const favorablePrice = table.numbers(`favorable_${side}_hypo_price`);
  const adversePrice = table.numbers(`adverse_${side}_hypo_price`);
  const favorableOrder = table.numbers(`favorable_${side}_strategy`);
  const adverseOrder = table.numbers(`adverse_${side}_strategy`);
  const neutralOrder = table.numbers(`neutral_${side}_strategy`);
  for (let i = 0; i < asked.length; i++) {
    const { entryHypos, exitHypos } = asked[i]!;
    const hypos = side === "entry" ? entryHypos : exitHypos;
    if (hypos === undefined) continue;
    const { favorable, adverse, neutral } = hypos;
    favorablePrice[from + i] = priceOf(favorable);
    adversePrice[from + i] = priceOf(adverse);
    favorableOrder[from + i] = favorable?.order ?? NONE;
    adverseOrder[from + i] = adverse?.order ?? NONE;
    neutralOrder[from + i] = neutral ?? NONE;
  }
}

function priceOf(hypo: Hypo | undefined): number {
  return hypo === undefined ? NONE : hypo.price;
}

function writeEntries(table: FrameBuilder, from: number, { bars, fromRow }: StrategyPlan, results: Results) {
  const index = table.numbers("entry_idx");
  const time = table.numbers("entry_time");
  const price = table.numbers("entry_price");
  const reason = table.numbers("entry_reason");
  const triggered = table.booleans("is_adv_triggered");
  for (let i = 0; i < results.length; i++) {
    const { entry } = results[i]!.trade;
    index[from + i] = entry.row - fromRow;
    time[from + i] = bars.ts[entry.row]!;
    price[from + i] = entry.price;
    reason[from + i] = entry.order ?? NONE;
    triggered[from + i] = 1;
  }
}

function writeExits(table: FrameBuilder, from: number, { bars, fromRow }: StrategyPlan, results: Results) {
  const status = table.booleans("status");
  const index = table.numbers("exit_idx");
  const time = table.numbers("exit_time");
  const price = table.numbers("exit_price");
  const reason = table.numbers("exit_reason");
  for (let i = 0; i < results.length; i++) {
    const { exit } = results[i]!.trade;
    if (exit === undefined) {
      status[from + i] = 1;
      continue;
    }
    index[from + i] = exit.row - fromRow;
    time[from + i] = bars.ts[exit.row]!;
    price[from + i] = exit.price;
    reason[from + i] = exit.order ?? NONE;
  }
}

function writeOutcomes(table: FrameBuilder, from: number, { bars }: StrategyPlan, results: Results) {
  const seconds = table.numbers("holding_seconds");
  const held = table.numbers("holding_bars");
  const pnl = table.numbers("pnl");
  const pnlPct = table.numbers("pnl_pct");
  const ambiguous = table.booleans("ambiguous");
  for (let i = 0; i < results.length; i++) {
    const { trade, lastRow, pnl: result, pnlPct: share } = results[i]!;
    const { row } = trade.entry;
    seconds[from + i] = Math.trunc((bars.ts[lastRow]! - bars.ts[row]!) / 1000);
    held[from + i] = lastRow - row;
    pnl[from + i] = result;
    pnlPct[from + i] = share;
    ambiguous[from + i] = trade.ambiguous ? 1 : 0;
  }
}

const EXCURSIONS = [
  ["g_mfe", ({ excursions }: TradeResult): Excursion => excursions.gMfe],
  ["mae", ({ excursions }: TradeResult): Excursion => excursions.mae],
  ["mfe", ({ excursions }: TradeResult): Excursion => excursions.mfe],
  ["mae_lv1", ({ excursions }: TradeResult): Excursion => excursions.maeLv1],
  ["mhl", ({ excursions }: TradeResult): Excursion => excursions.mhl],
] as const;

function writeExcursions(table: FrameBuilder, from: number, { fromRow }: StrategyPlan, results: Results) {
  for (const [name, excursionOf] of EXCURSIONS) {
    const value = table.numbers(name);
    const index = table.numbers(`${name}_idx`);
    for (let i = 0; i < results.length; i++) {
      const excursion = excursionOf(results[i]!);
      value[from + i] = excursion.value;
      index[from + i] = excursion.row - fromRow;
    }
  }
}

function writeVolatility(table: FrameBuilder, from: number, plan: StrategyPlan, results: Results): void {
  if (plan.volatility === undefined) return;
  const { values, nulls } = plan.volatility;
  const volatilityAt = (row: number): number =>
    nulls?.[row] === 1 || !Number.isFinite(values[row]!) ? NONE : values[row]!;

  const entry = table.numbers("entry_volatility");
  const exit = table.numbers("exit_volatility");
  for (let i = 0; i < results.length; i++) {
    const { trade } = results[i]!;
    entry[from + i] = volatilityAt(trade.entry.row);
    exit[from + i] = trade.exit === undefined ? NONE : volatilityAt(trade.exit.row);
  }
  for (const [name, excursionOf] of EXCURSIONS) {
    const column = table.numbers(`${name}_volatility`);
    for (let i = 0; i < results.length; i++) column[from + i] = volatilityAt(excursionOf(results[i]!).row);
  }
}
