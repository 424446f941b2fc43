import { sql } from "kysely";
import { TaskStatus } from "tradepose-client/models";
import type { Queries } from "./database.ts";
import type { RequestCountsTable } from "./tables.ts";

/** Requests are counted in ticks of ten seconds, which are dropped after a while, and in days (UTC), which are kept. */
export type Span = RequestCountsTable["span"];

export interface RequestCount {
  readonly user_id: string;
  readonly span: Span;
  /** When the span begins; ISO 8601 with zone. */
  readonly start: string;
  readonly requests: number;
}

/** Adds to what this process, or another, has counted before. */
export async function addRequests(queries: Queries, counts: readonly RequestCount[]): Promise<void> {
  const shape = sql`counted(user_id uuid, span text, start timestamptz, requests int)`;
  const counted = sql<RequestCountsTable>`json_to_recordset(${JSON.stringify(counts)}::json)`.as<"counted">(
    shape,
  );
  await queries
    .insertInto("request_counts")
    .columns(["user_id", "span", "start", "requests"])
    .expression((expression) =>
      expression
        .selectFrom(counted)
        .select(["user_id", "span", "start", "requests"])
        // In one order everywhere, so that processes which write at once wait for each other and never deadlock.
        .orderBy("user_id")
        .orderBy("span")
        .orderBy("start"),
    )
    .onConflict((conflict) =>
      conflict.columns(["user_id", "span", "start"]).doUpdateSet((column) => ({
        requests: column("request_counts.requests", "+", column.ref("excluded.requests")),
      })),
    )
    .execute();
}

/** Drops ticks that no window looks back to any more. */
export async function dropTicks(queries: Queries, before: Date): Promise<void> {
  await queries.deleteFrom("request_counts").where("span", "=", "tick").where("start", "<", before).execute();
}

/** Requests of a user in the spans that begin at a moment or later. */
export async function countRequests(
  queries: Queries,
  userId: string,
  span: Span,
  from: Date,
): Promise<number> {
  const { requests } = await queries
    .selectFrom("request_counts")
    .select(sql<number>`coalesce(sum(requests), 0)::float8`.as("requests"))
    .where("user_id", "=", userId)
    .where("span", "=", span)
    .where("start", ">=", from)
    .executeTakeFirstOrThrow();
  return requests;
}

/** The days with requests from the first to the last, both inclusive, in order. */
export async function listDays(
  queries: Queries,
  userId: string,
  first: Date,
  last: Date,
): Promise<readonly { readonly start: Date; readonly requests: number }[]> {
  return queries
    .selectFrom("request_counts")
    .select(["start", "requests"])
    .where("user_id", "=", userId)
    .where("span", "=", "day")
    .where("start", ">=", first)
    .where("start", "<=", last)
    .orderBy("start")
    .execute();
}

/** Tasks of a user that ended at a moment or later. */
export async function countEndedTasks(
  queries: Queries,
  userId: string,
  from: Date,
): Promise<{ readonly completed: number; readonly failed: number }> {
  const ended = (status: TaskStatus) => sql<number>`(count(*) filter (where status = ${status}))::int`;
  return queries
    .selectFrom("tasks")
    .select([ended(TaskStatus.COMPLETED).as("completed"), ended(TaskStatus.FAILED).as("failed")])
    .where("user_id", "=", userId)
    .where("completed_at", ">=", from)
    .executeTakeFirstOrThrow();
}
