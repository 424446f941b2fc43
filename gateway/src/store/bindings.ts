import type { Insertable, Selectable } from "kysely";
import type { Queries } from "./database.ts";
import type { BindingsTable } from "./tables.ts";
import { isForeignKeyViolation } from "./violations.ts";

export type BindingRow = Selectable<BindingsTable>;
export type NewBinding = Insertable<BindingsTable>;

/** Stores a binding. "exists" when the pair is bound already; "gone" when account or portfolio are not there (any more). */
export async function insertBinding(
  queries: Queries,
  binding: NewBinding,
): Promise<BindingRow | "exists" | "gone"> {
  try {
    const row = await queries
      .insertInto("bindings")
      .values(binding)
      .onConflict((conflict) => conflict.columns(["account_id", "portfolio_id"]).doNothing())
      .returningAll()
      .executeTakeFirst();
    return row ?? "exists";
  } catch (error) {
    if (isForeignKeyViolation(error)) return "gone";
    throw error;
  }
}

/** Oldest first. */
export async function listBindings(queries: Queries, userId: string): Promise<readonly BindingRow[]> {
  return queries
    .selectFrom("bindings")
    .selectAll()
    .where("user_id", "=", userId)
    .orderBy("created_at")
    .orderBy("id")
    .execute();
}

/** False when the user has no such binding. */
export async function deleteBinding(queries: Queries, userId: string, id: string): Promise<boolean> {
  const rows = await queries
    .deleteFrom("bindings")
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .returning("id")
    .execute();
  return rows.length > 0;
}
