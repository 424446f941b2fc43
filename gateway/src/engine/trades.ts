import type { FrameValue } from "./frame.ts";
import type { StrategyPlan } from "./plan.ts";
import type { Excursion } from "./simulation/excursions.ts";
import type { Fill } from "./simulation/fill.ts";
import type { Hypos } from "./simulation/hypo.ts";
import type { PendingEntry, SimulatedBlueprint } from "./simulation/trade.ts";
import type { TradeResult } from "./trades-result.ts";

/** One row of the trades frame by column name. */
export type TradeRow = { readonly [Column in keyof ReturnType<typeof filledRow>]: FrameValue };

/** The rows of one blueprint in the trades frame: its trades, then the entry that is still pending. */
export function tradeRows(
  plan: StrategyPlan,
  blueprint: SimulatedBlueprint,
  results: readonly TradeResult[],
): TradeRow[] {
  const rows: TradeRow[] = results.map((result) => filledRow(plan, blueprint, result));
  if (blueprint.pending !== undefined) rows.push(pendingRow(plan, blueprint, blueprint.pending));
  return rows;
}

function filledRow(plan: StrategyPlan, blueprint: SimulatedBlueprint, result: TradeResult) {
  const { trade, lastRow, pnl, pnlPct, excursions } = result;
  const { entry, exit, baseEntry, ambiguous } = trade;
  const { gMfe, mae, mfe, maeLv1, mhl } = excursions;
  const idx = ({ row }: Fill | Excursion): number => row - plan.fromRow;
  const time = (row: number): number => plan.bars.ts[row]!;
  return {
    ...shared(plan, blueprint, baseEntry, trade.entryHypos, trade.exitHypos),
    status: exit === undefined,
    entry_idx: idx(entry),
    entry_time: time(entry.row),
    entry_price: entry.price,
    entry_reason: entry.order,
    exit_idx: exit === undefined ? null : idx(exit),
    exit_time: exit === undefined ? null : time(exit.row),
    exit_price: exit?.price ?? null,
    exit_reason: exit?.order ?? null,
    holding_seconds: Math.trunc((time(lastRow) - time(entry.row)) / 1000),
    holding_bars: lastRow - entry.row,
    g_mfe: gMfe.value,
    mae: mae.value,
    mfe: mfe.value,
    mae_lv1: maeLv1.value,
    mhl: mhl.value,
    g_mfe_idx: idx(gMfe),
    mae_idx: idx(mae),
    mfe_idx: idx(mfe),
    mae_lv1_idx: idx(maeLv1),
    mhl_idx: idx(mhl),
    entry_volatility: volatilityAt(plan, entry.row),
    exit_volatility: exit === undefined ? null : volatilityAt(plan, exit.row),
    g_mfe_volatility: volatilityAt(plan, gMfe.row),
    mae_volatility: volatilityAt(plan, mae.row),
    mfe_volatility: volatilityAt(plan, mfe.row),
    mae_lv1_volatility: volatilityAt(plan, maeLv1.row),
    mhl_volatility: volatilityAt(plan, mhl.row),
    is_adv_triggered: true,
    pnl,
    pnl_pct: Number.isNaN(pnlPct) ? null : pnlPct,
    ambiguous,
  };
}

function pendingRow(plan: StrategyPlan, blueprint: SimulatedBlueprint, pending: PendingEntry): TradeRow {
  const { baseEntry, entryHypos } = pending;
  return {
    ...shared(plan, blueprint, baseEntry, entryHypos, undefined),
    status: true,
    entry_idx: null,
    entry_time: null,
    entry_price: null,
    entry_reason: null,
    exit_idx: null,
    exit_time: null,
    exit_price: null,
    exit_reason: null,
    holding_seconds: null,
    holding_bars: null,
    g_mfe: null,
    mae: null,
    mfe: null,
    mae_lv1: null,
    mhl: null,
    g_mfe_idx: null,
    mae_idx: null,
    mfe_idx: null,
    mae_lv1_idx: null,
    mhl_idx: null,
    entry_volatility: null,
    exit_volatility: null,
    g_mfe_volatility: null,
    mae_volatility: null,
    mfe_volatility: null,
    mae_lv1_volatility: null,
    mhl_volatility: null,
    is_adv_triggered: false,
    pnl: null,
    pnl_pct: null,
    ambiguous: false,
  };
}

function shared(
  plan: StrategyPlan,
  blueprint: SimulatedBlueprint,
  baseEntry: Fill,
  entry: Hypos,
  exit: Hypos | undefined,
) {
  return {
    direction: blueprint.direction,
    favorable_entry_hypo_price: entry.favorable?.price ?? null,
    adverse_entry_hypo_price: entry.adverse?.price ?? null,
    favorable_entry_strategy: entry.favorable?.order ?? null,
    adverse_entry_strategy: entry.adverse?.order ?? null,
    neutral_entry_strategy: entry.neutral ?? null,
    favorable_exit_hypo_price: exit?.favorable?.price ?? null,
    adverse_exit_hypo_price: exit?.adverse?.price ?? null,
    favorable_exit_strategy: exit?.favorable?.order ?? null,
    adverse_exit_strategy: exit?.adverse?.order ?? null,
    neutral_exit_strategy: exit?.neutral ?? null,
    base_entry_time: plan.bars.ts[baseEntry.row]!,
    base_entry_price: baseEntry.price,
    strategy_name: plan.strategyName,
    blueprint_name: blueprint.name,
    strategy: plan.strategyName,
    blueprint: blueprint.name,
  };
}

function volatilityAt({ volatility }: StrategyPlan, row: number): number | null {
  if (volatility === undefined || volatility.nulls?.[row] === 1) return null;
  const value = volatility.values[row]!;
  return Number.isFinite(value) ? value : null;
}
