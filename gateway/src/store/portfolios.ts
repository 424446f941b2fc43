import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import type { Queries } from "./database.ts";
import type { PortfoliosTable } from "./tables.ts";
import { unlessInUse } from "./violations.ts";

const now = sql<Date>`now()`;

export type PortfolioRow = Selectable<PortfoliosTable>;
export type NewPortfolio = Insertable<PortfoliosTable>;
export type PortfolioChange = Updateable<PortfoliosTable>;

/** Stores a portfolio; undefined, and nothing changed, when the user has one of that name. */
export async function insertPortfolio(
  queries: Queries,
  portfolio: NewPortfolio,
): Promise<PortfolioRow | undefined> {
  return queries
    .insertInto("portfolios")
    .values(portfolio)
    .onConflict((conflict) => conflict.columns(["user_id", "name"]).doNothing())
    .returningAll()
    .executeTakeFirst();
}

export async function findPortfolio(
  queries: Queries,
  userId: string,
  name: string,
): Promise<PortfolioRow | undefined> {
  return queries
    .selectFrom("portfolios")
    .selectAll()
    .where("user_id", "=", userId)
    .where("name", "=", name)
    .executeTakeFirst();
}

/** Ordered by name. */
export async function listPortfolios(
  queries: Queries,
  userId: string,
  archived: boolean,
): Promise<readonly PortfolioRow[]> {
  let query = queries.selectFrom("portfolios").selectAll().where("user_id", "=", userId);
  if (!archived) query = query.where("archived_at", "is", null);
  return query.orderBy("name").execute();
}

/** Changes what is given and not undefined; undefined when the user has no portfolio of that name. */
export async function updatePortfolio(
  queries: Queries,
  userId: string,
  name: string,
  change: PortfolioChange,
): Promise<PortfolioRow | undefined> {
  return queries
    .updateTable("portfolios")
    .set({ ...change, updated_at: now })
    .where("user_id", "=", userId)
    .where("name", "=", name)
    .returningAll()
    .executeTakeFirst();
}

/** False when the user has no portfolio of that name. Archiving twice keeps the first moment. */
export async function archivePortfolio(queries: Queries, userId: string, name: string): Promise<boolean> {
  const rows = await queries
    .updateTable("portfolios")
    .set((column) => ({ archived_at: column.fn.coalesce("archived_at", now), updated_at: now }))
    .where("user_id", "=", userId)
    .where("name", "=", name)
    .returning("id")
    .execute();
  return rows.length > 0;
}

/** Deletes a portfolio. "in use" when a binding refers to it; false when the user has no such portfolio. */
export async function deletePortfolio(
  queries: Queries,
  userId: string,
  name: string,
): Promise<boolean | "in use"> {
  return unlessInUse(async () => {
    const rows = await queries
      .deleteFrom("portfolios")
      .where("user_id", "=", userId)
      .where("name", "=", name)
      .returning("id")
      .execute();
    return rows.length > 0;
  });
}
