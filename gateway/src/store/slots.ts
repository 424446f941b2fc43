import { randomUUID } from "node:crypto";
import { type Selectable, sql } from "kysely";
import type { Queries } from "./database.ts";
import type { SlotsTable } from "./tables.ts";
import { isForeignKeyViolation } from "./violations.ts";

const now = sql<Date>`now()`;

export type SlotRow = Selectable<SlotsTable>;

/** Where a slot is, both counted from 0. */
export interface SlotPlace {
  readonly node_seq: number;
  readonly slot_idx: number;
}

/** By node and slot. */
export async function listSlots(queries: Queries, userId: string): Promise<readonly SlotRow[]> {
  return queries
    .selectFrom("slots")
    .selectAll()
    .where("user_id", "=", userId)
    .orderBy("node_seq")
    .orderBy("slot_idx")
    .execute();
}

export async function findSlot(
  queries: Queries,
  userId: string,
  place: SlotPlace,
): Promise<SlotRow | undefined> {
  return queries
    .selectFrom("slots")
    .selectAll()
    .where("user_id", "=", userId)
    .where("node_seq", "=", place.node_seq)
    .where("slot_idx", "=", place.slot_idx)
    .executeTakeFirst();
}

/**
 * Puts an account into a slot, which is made if need be. "occupied" when another account is in it; "gone" when the
 * account is not there (any more).
 */
export async function bindSlot(
  queries: Queries,
  userId: string,
  place: SlotPlace,
  accountId: string,
): Promise<SlotRow | "occupied" | "gone"> {
  try {
    const row = await queries
      .insertInto("slots")
      .values({
        id: randomUUID(),
        user_id: userId,
        node_seq: place.node_seq,
        slot_idx: place.slot_idx,
        account_id: accountId,
        bound_at: now,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["user_id", "node_seq", "slot_idx"])
          .doUpdateSet((column) => ({
            account_id: accountId,
            bound_at: column.fn.coalesce("slots.bound_at", now),
            updated_at: now,
          }))
          .where((column) =>
            column.or([column("slots.account_id", "is", null), column("slots.account_id", "=", accountId)]),
          ),
      )
      .returningAll()
      .executeTakeFirst();
    return row ?? "occupied";
  } catch (error) {
    if (isForeignKeyViolation(error)) return "gone";
    throw error;
  }
}

/** Frees a slot, if it is not free; undefined when the user has no such slot. */
export async function unbindSlot(
  queries: Queries,
  userId: string,
  place: SlotPlace,
): Promise<SlotRow | undefined> {
  return queries
    .updateTable("slots")
    .set({ account_id: null, bound_at: null, updated_at: now })
    .where("user_id", "=", userId)
    .where("node_seq", "=", place.node_seq)
    .where("slot_idx", "=", place.slot_idx)
    .returningAll()
    .executeTakeFirst();
}
