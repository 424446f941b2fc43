import type { TradeResponse } from "tradepose-client/models";
import { findPortfolio } from "../../store/portfolios.ts";
import { findTrades, type TradeRow } from "../../store/trades.ts";
import type { Handlers } from "../handler.ts";
import { readMoment } from "../moment.ts";
import type { Services } from "../services.ts";

const defaultLimit = 100;

export function tradeHandlers({ database }: Services): Handlers<"trades.query"> {
  const { queries } = database;
  return {
    "trades.query": async ({ caller, query }) => {
      const limit = query.limit ?? defaultLimit;
      const offset = query.offset ?? 0;
      // What a portfolio that does not exist selects is nothing.
      const selections =
        query.portfolio_name === undefined
          ? undefined
          : ((await findPortfolio(queries, caller.userId, query.portfolio_name))?.selections ?? []);
      const filter = {
        selections,
        strategyName: query.strategy_name,
        blueprintName: query.blueprint_name,
        from: query.start_time === undefined ? undefined : readMoment(query.start_time),
        to: query.end_time === undefined ? undefined : readMoment(query.end_time),
        hasEntrySignal: query.has_entry_signal,
        hasExitSignal: query.has_exit_signal,
      };
      const rows = await findTrades(queries, caller.userId, filter, { limit, offset });
      return { status: 200, body: { trades: rows.map(tradeOf), count: rows.length, limit, offset } };
    },
  };
}

/** Results are per unit, so the quantity is one. */
const quantity = "1";

function tradeOf(row: TradeRow): TradeResponse {
  return {
    id: row.id,
    strategy_name: row.strategy_name,
    blueprint_name: row.blueprint_name,
    instrument: row.instrument,
    direction: row.direction,
    entry_time: row.entry_time.toISOString(),
    exit_time: row.exit_time?.toISOString() ?? null,
    entry_price: String(row.entry_price),
    exit_price: decimal(row.exit_price),
    quantity,
    pnl: decimal(row.pnl),
    pnl_pct: decimal(row.pnl_pct),
    mae: decimal(row.mae),
    mfe: decimal(row.mfe),
    has_entry_signal: row.is_open,
    has_exit_signal: !row.is_open,
    sl_price: decimal(row.stop_price),
    tp_price: decimal(row.target_price),
    created_at: row.created_at.toISOString(),
  };
}

function decimal(value: number | null): string | null {
  return value === null ? null : String(value);
}
