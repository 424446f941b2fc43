import { randomUUID } from "node:crypto";
import type { Queries } from "./database.ts";

/** Id of the user of that name, made if need be. */
export async function ensureUser(queries: Queries, name: string): Promise<string> {
  await queries
    .insertInto("users")
    .values({ id: randomUUID(), name })
    .onConflict((conflict) => conflict.column("name").doNothing())
    .execute();
  const user = await queries
    .selectFrom("users")
    .select("id")
    .where("name", "=", name)
    .executeTakeFirstOrThrow();
  return user.id;
}
