import type { EngineOptions, StrategyPlan } from "../plan.ts";
import { DirectedBar } from "./bar.ts";
import { ContextWriter } from "./context.ts";
import { endOfData } from "./end-of-data.ts";
import { type Execution, entryFill, execute, exitFill, type Fill } from "./fill.ts";
import { entryHypos, exitHypos, type Hypos } from "./hypo.ts";
import { NextRow } from "./next-row.ts";
import { OrderBook } from "./orders.ts";
import type { SimulatedBlueprint, Trade } from "./trade.ts";

interface OpenPosition {
  readonly entry: Fill;
  readonly entryHypos: Hypos;
}

/**
 * Walks the base blueprint over the period, from one row on which it may act to the next, and records its position in its context.
 *
 * One action a bar. Where entry and exit signals meet on a bar, `entryFirst` drops the exit and its absence drops
 * the entry: on the signals alone, whatever the position and the prices.
 */
export function simulateBase(plan: StrategyPlan, options: EngineOptions): SimulatedBlueprint {
  const { bars, fromRow, toRow, costs } = plan;
  const { name, direction, entryFirst, ...triggers } = plan.base.plan;
  const entries = new OrderBook(triggers.entries, direction);
  const exits = new OrderBook(triggers.exits, direction);
  const nextEntry = new NextRow(triggers.entries);
  const nextExit = new NextRow(triggers.exits);
  const context =
    plan.base.isContextRead === false ? undefined : new ContextWriter(plan.base.context, bars, options);
  const bar = new DirectedBar(bars, direction);
  const trades: Trade[] = [];
  let rejectedEntries = 0;
  let open: OpenPosition | undefined;

  for (let row = fromRow; row < toRow; row++) {
    if (open === undefined) {
      row = nextEntry.from(row, toRow);
      if (row === toRow) break;
      if (!entries.read(row)) continue;
      if (!entryFirst && exits.read(row)) continue;
      bar.read(row);
      const execution = firstOnBar(entries, bar);
      if (execution === undefined) {
        rejectedEntries++;
        continue;
      }
      const entry = entryFill(execution, row, direction, costs.slippage);
      context?.enter(entry);
      open = { entry, entryHypos: entryHypos(entries, direction) };
    } else {
      const next = nextExit.from(row, toRow);
      const last = Math.min(next, toRow - 1);
      if (context !== undefined) for (; row <= last; row++) context.carry(row);
      row = last;
      if (next === toRow) break;
      if (!exits.read(row)) continue;
      if (entryFirst && entries.read(row)) continue;
      bar.read(row);
      const execution = firstOnBar(exits, bar);
      if (execution === undefined) continue;
      const exit = exitFill(execution, row, direction, costs.slippage);
      trades.push(tradeOf(open, exit, exitHypos(exits, direction)));
      open = undefined;
    }
  }
  if (open !== undefined) {
    exits.read(toRow - 1);
    trades.push(tradeOf(open, endOfData(plan, options), exitHypos(exits, direction)));
  }
  return { name, direction, trades, pending: undefined, rejectedEntries };
}

function tradeOf({ entry, entryHypos }: OpenPosition, exit: Fill | undefined, exitHypos: Hypos): Trade {
  return { entry, exit, baseEntry: entry, entryHypos, exitHypos, ambiguous: false };
}

/** By priority, then list order, the first firing order that the bar fills. */
function firstOnBar(book: OrderBook, bar: DirectedBar): Execution | undefined {
  book.meet(bar);
  const order = book.first();
  return order && execute(order, bar);
}
