import {
  type BoundBlueprint,
  type Direction,
  type EngineOptions,
  type Moment,
  OrderCode,
  type StrategyPlan,
} from "../plan.ts";
import { DirectedBar } from "./bar.ts";
import { ContextWriter } from "./context.ts";
import { endOfData } from "./end-of-data.ts";
import { chooseEntry, isPriceOutsideBar } from "./entry.ts";
import { chooseEntryBarExit } from "./entry-bar-exit.ts";
import { chooseExit, type ExitDecision, stay } from "./exit.ts";
import { type Execution, entryFill, exitFill, type Fill } from "./fill.ts";
import { entryHypos, exitHypos, type Hypos } from "./hypo.ts";
import { NextRow } from "./next-row.ts";
import { OrderBook } from "./orders.ts";
import type { PendingEntry, SimulatedBlueprint, Trade } from "./trade.ts";

/**
 * Walks one advanced blueprint over the base positions, bar by bar: at most one trade inside each, closed at the
 * latest by the base exit, at its moment and price. Records its position in its own context.
 */
export function simulateAdvanced(
  plan: StrategyPlan,
  blueprint: BoundBlueprint,
  basePositions: readonly Trade[],
  options: EngineOptions,
): SimulatedBlueprint {
  const walk = new AdvancedWalk(plan, blueprint, options);
  for (const base of basePositions) walk.run(base);
  const { name, direction } = blueprint.plan;
  const { trades, pending, rejectedEntries } = walk;
  return { name, direction, trades, pending, rejectedEntries };
}

/** An entry as it happened: what the exits of the same bar depend on. */
interface Entered {
  readonly execution: Execution;
  readonly fill: Fill;
  readonly hypos: Hypos;
}

class AdvancedWalk {
  readonly trades: Trade[] = [];
  pending: PendingEntry | undefined;
  rejectedEntries = 0;
  readonly #plan: StrategyPlan;
  readonly #options: EngineOptions;
  readonly #direction: Direction;
  readonly #entries: OrderBook;
  readonly #exits: OrderBook;
  readonly #nextEntry: NextRow;
  readonly #context: ContextWriter | undefined;
  readonly #bar: DirectedBar;

  constructor(plan: StrategyPlan, bound: BoundBlueprint, options: EngineOptions) {
    const { plan: blueprint, context, isContextRead } = bound;
    this.#plan = plan;
    this.#options = options;
    this.#direction = blueprint.direction;
    this.#entries = new OrderBook(blueprint.entries, blueprint.direction);
    this.#exits = new OrderBook(blueprint.exits, blueprint.direction);
    this.#nextEntry = new NextRow(blueprint.entries);
    this.#context = isContextRead === false ? undefined : new ContextWriter(context, plan.bars, options);
    this.#bar = new DirectedBar(plan.bars, blueprint.direction);
  }

  run(base: Trade): void {
    const lastRow = base.exit?.row ?? this.#plan.toRow - 1;
    // A base position that only the data ends leaves its last bar whole.
    const baseExit = base.exit?.order === null ? undefined : base.exit;
    let entered: Entered | undefined;
    let exit: Fill | undefined;
    let ambiguous = false;

    for (let row = base.entry.row; row <= lastRow && exit === undefined; row++) {
      if (entered === undefined && this.#waits) {
        row = this.#nextEntry.from(row, lastRow + 1);
        if (row > lastRow) break;
      }
      const baseExitMoment = row === baseExit?.row ? baseExit.moment : undefined;
      this.#bar.read(row);
      let decision: ExitDecision;
      if (entered === undefined) {
        entered = this.#enter(row, base, baseExitMoment);
        if (entered === undefined) continue;
        this.#context?.enter(entered.fill);
        decision = this.#exitOnEntryBar(row, entered.execution, baseExitMoment);
      } else {
        this.#context?.carry(row);
        decision = this.#exitOnBar(row, baseExitMoment);
      }
      ambiguous ||= decision.ambiguous;
      if (decision.execution !== undefined) {
        exit = exitFill(decision.execution, row, this.#direction, this.#plan.costs.slippage);
      }
    }

    if (entered !== undefined) this.#record(base, entered, exit ?? baseExit ?? this.#end(), ambiguous);
    else if (base.exit === undefined) this.#leavePending(base);
  }

  /** Whether it enters by orders of its own. */
  get #waits(): boolean {
    return this.#entries.orders.length > 0;
  }

  #enter(row: number, base: Trade, baseExit: Moment | undefined): Entered | undefined {
    if (!this.#waits) return entryOf(base, this.#direction);
    if (!this.#entries.read(row)) return undefined;
    const window = { baseEntry: row === base.entry.row ? base.entry.moment : undefined, baseExit };
    const execution = chooseEntry(this.#entries, this.#bar, window);
    if (execution === undefined) {
      if (isPriceOutsideBar(this.#entries, this.#bar, window)) this.rejectedEntries++;
      return undefined;
    }
    const fill = entryFill(execution, row, this.#direction, this.#plan.costs.slippage);
    return { execution, fill, hypos: entryHypos(this.#entries, this.#direction) };
  }

  #exitOnEntryBar(row: number, entry: Execution, baseExit: Moment | undefined): ExitDecision {
    if (this.#options.entryBarExits === "none" || entry.moment === "close") return stay;
    if (entry.moment === "open") return this.#exitOnBar(row, baseExit);
    return this.#exits.read(row) ? chooseEntryBarExit(this.#exits, this.#bar, entry) : stay;
  }

  #exitOnBar(row: number, baseExit: Moment | undefined): ExitDecision {
    return this.#exits.read(row) ? chooseExit(this.#exits, this.#bar, baseExit, this.#options) : stay;
  }

  #end(): Fill | undefined {
    return endOfData(this.#plan, this.#options);
  }

  #record(base: Trade, { fill, hypos }: Entered, exit: Fill | undefined, ambiguous: boolean): void {
    this.#exits.read(exit?.row ?? this.#plan.toRow - 1);
    const own = exitHypos(this.#exits, this.#direction);
    const closedByBase = exit !== undefined && exit === base.exit && exit.order === OrderCode.ImmediateExit;
    const exitHyposOfTrade = closedByBase ? { ...own, neutral: own.neutral ?? OrderCode.ImmediateExit } : own;
    this.trades.push({
      entry: fill,
      exit,
      baseEntry: base.entry,
      entryHypos: hypos,
      exitHypos: exitHyposOfTrade,
      ambiguous,
    });
  }

  /** A delayed order that fires on the last bar is what a live desk would have working now. */
  #leavePending(base: Trade): void {
    this.#entries.read(this.#plan.toRow - 1);
    const hypos = entryHypos(this.#entries, this.#direction);
    if (hypos.favorable === undefined && hypos.adverse === undefined) return;
    this.pending = { baseEntry: base.entry, entryHypos: hypos };
  }
}

/** A blueprint without entry triggers enters with the base: its fill, moment and price. */
function entryOf({ entry }: Trade, direction: Direction): Entered {
  const { moment, price, gapFilled } = entry;
  const order = OrderCode.ImmediateEntry;
  return {
    execution: { order, moment, price: direction * price, gapFilled },
    fill: entry,
    hypos: { favorable: undefined, adverse: undefined, neutral: order },
  };
}
