import type { Selectable } from "kysely";
import type { StrategyConfig, StrategySummary } from "tradepose-client/models";
import type { Queries } from "./database.ts";
import type { StrategiesTable } from "./tables.ts";

export type StrategyRow = Selectable<StrategiesTable>;

export interface NewStrategy {
  readonly id: string;
  readonly userId: string;
  readonly name: string;
  readonly config: StrategyConfig;
  readonly summary: StrategySummary;
}

/** Stores a strategy; false, and nothing changed, when the user has one of that name. */
export async function insertStrategy(queries: Queries, strategy: NewStrategy): Promise<boolean> {
  const rows = await queries
    .insertInto("strategies")
    .values({
      id: strategy.id,
      user_id: strategy.userId,
      name: strategy.name,
      config: JSON.stringify(strategy.config),
      summary: JSON.stringify(strategy.summary),
    })
    .onConflict((conflict) => conflict.columns(["user_id", "name"]).doNothing())
    .returning("id")
    .execute();
  return rows.length > 0;
}

export async function findStrategyByName(queries: Queries, userId: string, name: string) {
  return strategyOf(queries, userId).where("name", "=", name).executeTakeFirst();
}

export async function findStrategyById(queries: Queries, userId: string, id: string) {
  return strategyOf(queries, userId).where("id", "=", id).executeTakeFirst();
}

/** Summaries ordered by name. */
export async function listStrategies(
  queries: Queries,
  userId: string,
  archived: boolean,
): Promise<StrategySummary[]> {
  let query = queries.selectFrom("strategies").select("summary").where("user_id", "=", userId);
  if (!archived) query = query.where("archived_at", "is", null);
  const rows = await query.orderBy("name").execute();
  return rows.map((row) => row.summary);
}

/** False when the user has no strategy of that name. */
export async function archiveStrategy(
  queries: Queries,
  userId: string,
  name: string,
  now: Date,
): Promise<boolean> {
  const rows = await queries
    .updateTable("strategies")
    .set((column) => ({ archived_at: column.fn.coalesce("archived_at", column.val(now)) }))
    .where("user_id", "=", userId)
    .where("name", "=", name)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** False when the user has no strategy of that name. */
export async function deleteStrategy(queries: Queries, userId: string, name: string): Promise<boolean> {
  const rows = await queries
    .deleteFrom("strategies")
    .where("user_id", "=", userId)
    .where("name", "=", name)
    .returning("id")
    .execute();
  return rows.length > 0;
}

function strategyOf(queries: Queries, userId: string) {
  return queries.selectFrom("strategies").selectAll().where("user_id", "=", userId);
}
