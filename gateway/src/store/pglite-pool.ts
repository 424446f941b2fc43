import type { PGlite } from "@electric-sql/pglite";
import type { PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";

/**
 * Shows a PGlite instance to Kysely's PostgreSQL dialect as a pool with one connection. PGlite has a single session:
 * whoever connects waits until the one before has released it, so a transaction is never interleaved with others'
 * statements.
 */
export function pglitePool(pglite: PGlite): PostgresPool {
  let lastReleased: Promise<void> = Promise.resolve();

  return {
    async connect() {
      const turn = lastReleased;
      let release = (): void => {};
      lastReleased = new Promise((resolve) => {
        release = resolve;
      });
      await turn;
      return client(pglite, release);
    },
    end: () => pglite.close(),
  };
}

type Command = PostgresQueryResult<unknown>["command"];
const commands: readonly Command[] = ["INSERT", "UPDATE", "DELETE", "MERGE"];

function client(pglite: PGlite, release: () => void): PostgresPoolClient {
  // Kysely's type also knows a form for cursors, which it uses only for streams; nothing here streams.
  const query = async (sql: string, parameters: readonly unknown[]) => {
    // Without parameters a text may hold several statements (pg-boss migrates so), which only `exec` takes.
    const result =
      parameters.length === 0 ? (await pglite.exec(sql)).at(-1) : await pglite.query(sql, [...parameters]);
    const word = sql.trimStart().slice(0, 6).toUpperCase();
    return {
      command: commands.find((command) => word.startsWith(command)) ?? "SELECT",
      rowCount: result?.affectedRows ?? 0,
      rows: result?.rows ?? [],
    };
  };
  return { query: query as PostgresPoolClient["query"], release };
}
