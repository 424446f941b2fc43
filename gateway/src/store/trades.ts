import { type Selectable, type SelectQueryBuilder, sql } from "kysely";
import { isStorable } from "../foundation/storable-text.ts";
import type { Queries } from "./database.ts";
import type { Tables, TradesTable } from "./tables.ts";

export type TradeRow = Selectable<TradesTable>;

/** A trade as its task found it. */
export type NewTrade = Pick<
  TradeRow,
  | "strategy_name"
  | "blueprint_name"
  | "instrument"
  | "direction"
  | "is_open"
  | "entry_price"
  | "exit_price"
  | "pnl"
  | "pnl_pct"
  | "mae"
  | "mfe"
  | "stop_price"
  | "target_price"
> & {
  /** ISO 8601 with zone. */
  readonly entry_time: string;
  readonly exit_time: string | null;
};

type Selection = Pick<TradeRow, "strategy_name" | "blueprint_name">;

/** Which trades of a user; what is left out does not restrict. */
export interface TradeFilter {
  readonly strategyName?: string | undefined;
  readonly blueprintName?: string | undefined;
  /** Only these; no trade when empty. */
  readonly selections?: readonly Selection[] | undefined;
  /** First and last moment of entry, both inclusive. */
  readonly from?: Date | undefined;
  readonly to?: Date | undefined;
  readonly hasEntrySignal?: boolean | undefined;
  readonly hasExitSignal?: boolean | undefined;
}

/** A statement takes its rows as one text, which should not grow with the task. */
const rowsPerStatement = 1_000;

const newColumns = [
  "task_row",
  "strategy_name",
  "blueprint_name",
  "instrument",
  "direction",
  "is_open",
  "entry_time",
  "entry_price",
  "exit_time",
  "exit_price",
  "pnl",
  "pnl_pct",
  "mae",
  "mfe",
  "stop_price",
  "target_price",
] as const satisfies readonly (keyof TradesTable)[];

type NewRow = Pick<TradeRow, (typeof newColumns)[number]>;

/** Stores the trades of a task, in their order. A task's trades can be stored once: a second time throws. */
export async function insertTrades(
  queries: Queries,
  taskId: string,
  trades: readonly NewTrade[],
): Promise<void> {
  const shape = sql`arrived(task_row int, strategy_name text, blueprint_name text, instrument text, direction int,
    is_open boolean, entry_time timestamptz, entry_price float8, exit_time timestamptz, exit_price float8, pnl float8,
    pnl_pct float8, mae float8, mfe float8, stop_price float8, target_price float8)`;
  for (let from = 0; from < trades.length; from += rowsPerStatement) {
    const rows = trades
      .slice(from, from + rowsPerStatement)
      .map((trade, index) => ({ ...trade, task_row: from + index }));
    const arrived = sql<NewRow>`json_to_recordset(${JSON.stringify(rows)}::json)`.as<"arrived">(shape);
    await queries
      .insertInto("trades")
      .columns(["user_id", "task_id", ...newColumns])
      .expression((expression) =>
        expression
          .selectFrom(["tasks", arrived])
          .where("tasks.id", "=", taskId)
          .select(["tasks.user_id", "tasks.id"])
          .select(newColumns),
      )
      .execute();
  }
}

/** A page of a user's trades, newest entry first; trades that entered at once in the order of their tasks. */
export async function findTrades(
  queries: Queries,
  userId: string,
  filter: TradeFilter,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly TradeRow[]> {
  const all = queries.selectFrom("trades").selectAll().where("user_id", "=", userId);
  return narrowed(all, filter)
    .orderBy("entry_time", "desc")
    .orderBy("task_id")
    .orderBy("task_row")
    .limit(page.limit)
    .offset(page.offset)
    .execute();
}

function narrowed(
  all: SelectQueryBuilder<Tables, "trades", TradeRow>,
  { strategyName, blueprintName, selections, from, to, hasEntrySignal, hasExitSignal }: TradeFilter,
) {
  let query = all;
  if (strategyName !== undefined) query = query.where("strategy_name", "=", strategyName);
  if (blueprintName !== undefined) query = query.where("blueprint_name", "=", blueprintName);
  if (from !== undefined) query = query.where("entry_time", ">=", from);
  if (to !== undefined) query = query.where("entry_time", "<=", to);
  // An entry signal lasts as long as its trade is open, and the exit signal is what closed it.
  if (hasEntrySignal !== undefined) query = query.where("is_open", "=", hasEntrySignal);
  if (hasExitSignal !== undefined) query = query.where("is_open", "=", !hasExitSignal);
  if (selections !== undefined) {
    // As one text: there may be more of them than a statement takes parameters.
    const wanted = JSON.stringify(selections.filter(canBeStored));
    query =
      query.where(sql<boolean>`(strategy_name, blueprint_name) in (select s.strategy_name, s.blueprint_name
      from json_to_recordset(${wanted}::json) as s(strategy_name text, blueprint_name text))`);
  }
  return query;
}

/** What cannot be stored selects nothing, and the database would not read it. */
function canBeStored({ strategy_name, blueprint_name }: Selection): boolean {
  return isStorable(strategy_name) && isStorable(blueprint_name);
}
