import type { Queries } from "./database.ts";

export async function insertResults(
  queries: Queries,
  taskId: string,
  files: Readonly<Record<string, Uint8Array>>,
): Promise<void> {
  const rows = Object.entries(files).map(([type, bytes]) => ({
    task_id: taskId,
    type,
    bytes: Buffer.from(bytes),
  }));
  if (rows.length > 0) await queries.insertInto("task_results").values(rows).execute();
}

export async function findResult(
  queries: Queries,
  taskId: string,
  type: string,
): Promise<Uint8Array | undefined> {
  const row = await queries
    .selectFrom("task_results")
    .select("bytes")
    .where("task_id", "=", taskId)
    .where("type", "=", type)
    .executeTakeFirst();
  return row?.bytes;
}
