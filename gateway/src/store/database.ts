import { CompiledQuery, Kysely, PostgresDialect, type PostgresPool, sql } from "kysely";
import { GatewayError } from "../foundation/errors.ts";
import { gatewaySchema, migrateToLatest } from "./migrate.ts";
import { pglitePool } from "./pglite-pool.ts";
import type { Tables } from "./tables.ts";

/** A connection or a transaction: what every query function takes. */
export type Queries = Kysely<Tables>;

/** An open database with its schema up to date. */
export interface Database {
  readonly queries: Queries;
  /** True when no other process can write to it (PGlite behind the lock of its data folder). */
  readonly exclusive: boolean;
  /** Runs `work` while no other process is in its own: for changes of the schema. */
  alone<T>(work: () => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** Runs SQL text as it is, several statements too when there are no values; for libraries that write their own SQL. */
export async function runSql(
  queries: Queries,
  text: string,
  values: readonly unknown[] = [],
): Promise<{ rows: unknown[] }> {
  if (queries.isTransaction) return queries.executeQuery(CompiledQuery.raw(text, [...values]));
  return queries.connection().execute(async (connection) => {
    try {
      return await connection.executeQuery(CompiledQuery.raw(text, [...values]));
    } catch (error) {
      // The text may have begun a transaction of its own; the connection must not go back with it open.
      await connection.executeQuery(CompiledQuery.raw("rollback"));
      throw error;
    }
  });
}

/**
 * Opens PGlite in a folder. The caller holds the folder's lock: PGlite has none, and two openers lose rows.
 *
 * @throws GatewayError `GATEWAY_DATABASE` when the files cannot be opened.
 */
export async function openEmbedded(folder: string): Promise<Database> {
  // Loaded here so that neither PGlite's 27 MB nor pg is touched by programs that use the other one.
  const { PGlite } = await import("@electric-sql/pglite");
  const pglite = await PGlite.create(folder).catch((error: unknown) => {
    throw new GatewayError(
      "GATEWAY_DATABASE",
      `The database in ${folder} cannot be opened: ${text(error)}. Restore the folder from a backup, or name another data folder.`,
      { cause: error },
    );
  });
  return open(pglitePool(pglite), true, `The database in ${folder}`);
}

/**
 * Connects to PostgreSQL.
 *
 * @param url `postgres://user:password@host:port/database`
 * @throws GatewayError `GATEWAY_DATABASE` when it cannot be reached or refuses.
 */
export async function openPostgres(url: string): Promise<Database> {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000 });
  // An idle connection that breaks is replaced by the pool; without a listener its error would end the process.
  pool.on("error", () => {});
  return open(pool as PostgresPool, false, `PostgreSQL at ${withoutPassword(url)}`);
}

async function open(pool: PostgresPool, exclusive: boolean, what: string): Promise<Database> {
  const kysely = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  // PGlite has one connection, which `work` needs, and no other process.
  const alone = <T>(work: () => Promise<T>) => (exclusive ? work() : whileLocked(kysely, work));
  const queries = kysely.withSchema(gatewaySchema);
  try {
    await alone(() => migrateToLatest(queries as Kysely<unknown>));
  } catch (error) {
    await kysely.destroy();
    throw new GatewayError(
      "GATEWAY_DATABASE",
      `${what} cannot be used: ${text(error)}. Check that it runs, that the address is right and that the user may create tables.`,
      { cause: error },
    );
  }
  return { queries, exclusive, alone, close: () => kysely.destroy() };
}

/** An arbitrary number that all gateways know. */
const lockKey = 7_403_118_205;

async function whileLocked<T>(kysely: Kysely<Tables>, work: () => Promise<T>): Promise<T> {
  return kysely.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(${lockKey}::bigint)`.execute(connection);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(${lockKey}::bigint)`.execute(connection);
    }
  });
}

function withoutPassword(url: string): string {
  if (!URL.canParse(url)) return "the given address";
  const { hostname, port, pathname } = new URL(url);
  return `${hostname}${port === "" ? "" : `:${port}`}${pathname}`;
}

function text(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(text).join("; ");
  return error instanceof Error ? error.message : String(error);
}
