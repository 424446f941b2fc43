import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Selectable } from "kysely";
import type { Queries } from "./database.ts";
import type { ApiKeysTable } from "./tables.ts";

const prefixLength = 14;

export type ApiKeyRow = Selectable<ApiKeysTable>;

/** A new key in plain text (256 random bits) and the hash under which it is known. */
export function makeKey(): { readonly key: string; readonly hash: string } {
  const key = `tp_live_${randomBytes(32).toString("base64url")}`;
  return { key, hash: hashKey(key) };
}

/** SHA-256, hexadecimal; a slow hash would protect nothing, since keys are random and not chosen by people. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** Makes a key for a user. Its text is in the answer and nowhere else. */
export async function createApiKey(
  queries: Queries,
  userId: string,
  name: string,
): Promise<{ readonly key: string; readonly row: ApiKeyRow }> {
  const { key, hash } = makeKey();
  const row = await queries
    .insertInto("api_keys")
    .values({ id: randomUUID(), user_id: userId, name, hash, prefix: key.slice(0, prefixLength) })
    .returningAll()
    .executeTakeFirstOrThrow();
  return { key, row };
}

/** The key with that hash, unless it is revoked. */
export async function findLiveApiKey(queries: Queries, hash: string): Promise<ApiKeyRow | undefined> {
  return queries
    .selectFrom("api_keys")
    .selectAll()
    .where("hash", "=", hash)
    .where("revoked_at", "is", null)
    .executeTakeFirst();
}

/** All keys of a user, revoked ones included, newest first. */
export async function listApiKeys(queries: Queries, userId: string): Promise<readonly ApiKeyRow[]> {
  return queries
    .selectFrom("api_keys")
    .selectAll()
    .where("user_id", "=", userId)
    .orderBy("created_at", "desc")
    .orderBy("id")
    .execute();
}

/** Whether any key was ever made. */
export async function hasApiKeys(queries: Queries): Promise<boolean> {
  return (await queries.selectFrom("api_keys").select("id").limit(1).execute()).length > 0;
}

/** Revokes a key of a user; false when the user has no such key. Revoking twice keeps the first moment. */
export async function revokeApiKey(
  queries: Queries,
  userId: string,
  id: string,
  now: Date,
): Promise<boolean> {
  const rows = await queries
    .updateTable("api_keys")
    .set((column) => ({ revoked_at: column.fn.coalesce("revoked_at", column.val(now)) }))
    .where("id", "=", id)
    .where("user_id", "=", userId)
    .returning("id")
    .execute();
  return rows.length > 0;
}

export async function touchApiKey(queries: Queries, id: string, now: Date): Promise<void> {
  await queries.updateTable("api_keys").set({ last_used: now }).where("id", "=", id).execute();
}
