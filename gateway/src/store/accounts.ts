import { type Insertable, type Selectable, sql, type Updateable } from "kysely";
import type { CredentialCipher } from "./credential-cipher.ts";
import type { Queries } from "./database.ts";
import type { AccountsTable } from "./tables.ts";
import { isUniqueViolation, unlessInUse } from "./violations.ts";

const now = sql<Date>`now()`;

/** Everything but the credentials: they leave the store for nothing that answers requests. */
const columns = [
  "id",
  "user_id",
  "name",
  "broker_type",
  "account_source",
  "available_markets",
  "default_market",
  "environment",
  "base_url",
  "ws_url",
  "status",
  "created_at",
  "updated_at",
  "archived_at",
] as const satisfies readonly (keyof AccountsTable)[];

export type AccountRow = Pick<Selectable<AccountsTable>, (typeof columns)[number]>;
export type NewAccount = Insertable<AccountsTable>;
export type AccountChange = Updateable<AccountsTable>;

/** Stores an account; undefined, and nothing changed, when the user has one of that name. */
export async function insertAccount(queries: Queries, account: NewAccount): Promise<AccountRow | undefined> {
  return queries
    .insertInto("accounts")
    .values(account)
    .onConflict((conflict) => conflict.columns(["user_id", "name"]).doNothing())
    .returning(columns)
    .executeTakeFirst();
}

export async function findAccount(
  queries: Queries,
  userId: string,
  id: string,
): Promise<AccountRow | undefined> {
  return queries
    .selectFrom("accounts")
    .select(columns)
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .executeTakeFirst();
}

/** Ordered by name. */
export async function listAccounts(
  queries: Queries,
  userId: string,
  archived: boolean,
): Promise<readonly AccountRow[]> {
  let query = queries.selectFrom("accounts").select(columns).where("user_id", "=", userId);
  if (!archived) query = query.where("archived_at", "is", null);
  return query.orderBy("name").execute();
}

/** Changes what is given and not undefined. "taken" when the user has another account of the new name. */
export async function updateAccount(
  queries: Queries,
  userId: string,
  id: string,
  change: AccountChange,
): Promise<AccountRow | undefined | "taken"> {
  try {
    return await queries
      .updateTable("accounts")
      .set({ ...change, updated_at: now })
      .where("user_id", "=", userId)
      .where("id", "=", id)
      .returning(columns)
      .executeTakeFirst();
  } catch (error) {
    if (isUniqueViolation(error)) return "taken";
    throw error;
  }
}

/** Undefined when the user has no such account. Archiving twice keeps the first moment. */
export async function archiveAccount(
  queries: Queries,
  userId: string,
  id: string,
): Promise<AccountRow | undefined> {
  return queries
    .updateTable("accounts")
    .set((column) => ({ archived_at: column.fn.coalesce("archived_at", now), updated_at: now }))
    .where("user_id", "=", userId)
    .where("id", "=", id)
    .returning(columns)
    .executeTakeFirst();
}

/** Deletes an account. "in use" when a binding or a slot refers to it; false when the user has no such account. */
export async function deleteAccount(
  queries: Queries,
  userId: string,
  id: string,
): Promise<boolean | "in use"> {
  return unlessInUse(async () => {
    const rows = await queries
      .deleteFrom("accounts")
      .where("user_id", "=", userId)
      .where("id", "=", id)
      .returning("id")
      .execute();
    return rows.length > 0;
  });
}

/** How many accounts have credentials that the key does not open: they were sealed with another one. */
export async function countUnreadableCredentials(
  queries: Queries,
  cipher: CredentialCipher,
): Promise<number> {
  const rows = await queries.selectFrom("accounts").select(["id", "credentials"]).execute();
  return rows.filter(({ id, credentials }) => {
    try {
      cipher.open(credentials, id);
      return false;
    } catch {
      return true;
    }
  }).length;
}
