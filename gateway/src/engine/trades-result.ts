import type { Costs } from "./bars.ts";
import type { Direction, StrategyPlan } from "./plan.ts";
import { type Excursions, measureExcursions } from "./simulation/excursions.ts";
import type { Fill } from "./simulation/fill.ts";
import type { Trade } from "./simulation/trade.ts";

/** What a trade came to, per unit and in price units. */
export interface TradeResult {
  readonly trade: Trade;
  /** The exit bar, or the last bar of the period while open. */
  readonly lastRow: number;
  /** After costs; of an open trade marked at the last close, less the costs of its entry. */
  readonly pnl: number;
  /** `pnl` as a fraction of the entry price; NaN where that is 0. */
  readonly pnlPct: number;
  readonly excursions: Excursions;
}

export function resultOf(trade: Trade, direction: Direction, plan: StrategyPlan): TradeResult {
  const { bars, costs, toRow } = plan;
  const { entry, exit } = trade;
  const lastRow = exit?.row ?? toRow - 1;
  const last = exit?.price ?? bars.close[lastRow]!;
  const gross = direction === 1 ? last - entry.price : entry.price - last;
  const pnl = gross - (commission(entry, costs) + (exit === undefined ? 0 : commission(exit, costs)));
  return {
    trade,
    lastRow,
    pnl,
    pnlPct: entry.price === 0 ? Number.NaN : pnl / entry.price,
    excursions: measureExcursions(bars, direction, entry, exit, lastRow),
  };
}

/** One side's commission; a rate is charged on the size of the price, whatever its sign. */
function commission(fill: Fill, { commissionRate, commissionFixed }: Costs): number {
  return commissionRate * Math.abs(fill.price) + commissionFixed;
}
