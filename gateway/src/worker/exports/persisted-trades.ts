import { type ExportRequest, PersistMode } from "tradepose-client/models";
import type { ResultFrame } from "../../engine/index.ts";
import { isStorable } from "../../foundation/storable-text.ts";
import type { NewTrade, TaskOutcome } from "../../tasks/queue.ts";
import { columnNamed, valueAt } from "../frame-rows.ts";
import { done, failed, type JobOutcome } from "../job.ts";

/** The outcome of a task that made trades; with `persist_mode` PSQL they are also for the trades query. */
export function doneWithTrades(
  request: ExportRequest,
  outcome: TaskOutcome,
  trades: ResultFrame,
): JobOutcome {
  if (request.persist_mode !== PersistMode.PSQL) return done(outcome);
  const refusal = refusalOf(request);
  if (refusal !== undefined) return failed(`persist_mode PSQL: ${refusal}`);
  const symbols = new Map(
    request.strategy_configs.map(({ name, base_instrument }) => [name, base_instrument]),
  );
  return done({ ...outcome, trades: persistedTrades(trades, symbols) });
}

/** Why trades of these strategies cannot be found by name again. */
function refusalOf({ strategy_configs }: ExportRequest): string | undefined {
  const symbols = new Map<string, string>();
  for (const { name, base_instrument, base_blueprint, advanced_blueprints } of strategy_configs) {
    const blueprints = [base_blueprint, ...(advanced_blueprints ?? [])].map((blueprint) => blueprint.name);
    const bad = [name, ...blueprints].find((text) => !isStorable(text));
    if (bad !== undefined) return `the name ${JSON.stringify(bad)} has a character that cannot be stored`;
    if ((symbols.get(name) ?? base_instrument) !== base_instrument)
      return `strategies named "${name}" trade different instruments; give each a name of its own`;
    symbols.set(name, base_instrument);
  }
  return undefined;
}

/** The rows that have entered: a pending entry is an order, not a trade, and has neither time nor price. */
function persistedTrades(frame: ResultFrame, symbols: ReadonlyMap<string, string>): NewTrade[] {
  const numbers = (name: string) =>
    reader(frame, name, (value) => (typeof value === "number" ? value : null));
  const texts = (name: string) => reader(frame, name, String);
  const strategy = texts("strategy_name");
  const blueprint = texts("blueprint_name");
  const direction = numbers("direction");
  const isOpen = reader(frame, "status", (value) => value === true);
  const entryTime = numbers("entry_time");
  const entryPrice = numbers("entry_price");
  const exitTime = numbers("exit_time");
  const exitPrice = numbers("exit_price");
  const pnl = numbers("pnl");
  const pnlPct = numbers("pnl_pct");
  const mae = numbers("mae");
  const mfe = numbers("mfe");
  const stop = numbers("adverse_exit_hypo_price");
  const target = numbers("favorable_exit_hypo_price");

  return Array.from({ length: frame.length }, (_, row) => row).flatMap((row) => {
    const time = entryTime(row);
    const price = entryPrice(row);
    const side = direction(row);
    const instrument = symbols.get(strategy(row));
    if (time === null || price === null || side === null || instrument === undefined) return [];
    const exit = exitTime(row);
    return {
      strategy_name: strategy(row),
      blueprint_name: blueprint(row),
      instrument,
      direction: side,
      is_open: isOpen(row),
      entry_time: new Date(time).toISOString(),
      entry_price: price,
      exit_time: exit === null ? null : new Date(exit).toISOString(),
      exit_price: exitPrice(row),
      pnl: pnl(row),
      pnl_pct: pnlPct(row),
      mae: mae(row),
      mfe: mfe(row),
      stop_price: stop(row),
      target_price: target(row),
    };
  });
}

/** Reads a column row by row. */
function reader<T>(
  frame: ResultFrame,
  name: string,
  read: (value: ReturnType<typeof valueAt>) => T,
): (row: number) => T {
  const column = columnNamed(frame, name);
  return (row) => read(valueAt(column, row));
}
