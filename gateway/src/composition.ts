import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import type { FastifyBaseLogger } from "fastify";
import { type LevelWithSilent, pino } from "pino";
import type { Plan } from "tradepose-client/models";
import { checkExportWith } from "./export-check.ts";
import { lockFolder } from "./foundation/folder-lock.ts";
import { Undo } from "./foundation/undo.ts";
import { buildApp } from "./http/app.ts";
import { Authenticator } from "./http/auth.ts";
import { listen } from "./http/listen.ts";
import { RequestCounter } from "./http/request-counter.ts";
import { MarketStore } from "./market-data/index.ts";
import { localPlan } from "./plan.ts";
import { countUnreadableCredentials } from "./store/accounts.ts";
import { makeKey } from "./store/api-keys.ts";
import { CredentialCipher } from "./store/credential-cipher.ts";
import { loadCredentialKey } from "./store/credential-key.ts";
import { type Database, openEmbedded, openPostgres } from "./store/database.ts";
import { ensureUser } from "./store/users.ts";
import { resultsInDatabase, resultsInFolder } from "./tasks/results.ts";
import { openTasks } from "./tasks/tasks.ts";
import { version } from "./version.ts";
import { EnginePool, WorkerLoop } from "./worker/index.ts";

/** Owner of everything on a gateway that nobody has given other users. */
export const localUser = "local";

export interface CompositionOptions {
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly databaseUrl: string | undefined;
  /** Engine threads; undefined for one per core less one. */
  readonly workers: number | undefined;
  readonly logLevel: LevelWithSilent;
  /** What billing and usage report; without it no limits and no price. */
  readonly plan?: Plan | undefined;
  /** Key of the accounts' credentials, 64 hexadecimal digits; without it the one in the data folder. */
  readonly credentialKey?: string | undefined;
}

/** A running gateway with its parts. */
export interface Composition {
  readonly url: string;
  /** Valid in this process only. */
  readonly apiKey: string;
  readonly userId: string;
  readonly database: Database;
  readonly market: MarketStore;
  close(): Promise<void>;
}

/** Takes the data folder, where there is a database in it; `undo` gives it back. */
export async function takeFolder(
  dataDir: string,
  databaseUrl: string | undefined,
  undo: Undo,
): Promise<void> {
  if (databaseUrl !== undefined) return;
  const lock = await lockFolder(dataDir);
  undo.add(() => lock.release());
}

/** Opens the database of a folder that was taken, or the one at the address; `undo` closes it. */
export async function openDatabase(
  dataDir: string,
  databaseUrl: string | undefined,
  undo: Undo,
): Promise<Database> {
  const database = await (databaseUrl === undefined
    ? openEmbedded(join(dataDir, "db"))
    : openPostgres(databaseUrl));
  undo.add(() => database.close());
  return database;
}

/** Puts the parts together and starts them; when one does not start, those before it are closed again. */
export async function compose(options: CompositionOptions): Promise<Composition> {
  const undo = new Undo();
  try {
    return await start(options, undo);
  } catch (error) {
    // Why it did not start matters more than what else went wrong on the way back.
    await undo.run().catch(() => undefined);
    throw error;
  }
}

async function start(options: CompositionOptions, undo: Undo): Promise<Composition> {
  const dataDir = resolve(options.dataDir);
  // To standard error: standard output belongs to the program that runs the gateway.
  const logger = pino({ level: options.logLevel }, pino.destination({ fd: 2, sync: true }));
  const onError = (error: Error): void => logger.error({ err: error }, "background work failed");

  await takeFolder(dataDir, options.databaseUrl, undo);
  const credentialCipher = new CredentialCipher(await loadCredentialKey(dataDir, options.credentialKey));
  // The threads load the engine while this one opens the database, which takes seconds the first time.
  const pool = new EnginePool({
    ...(options.workers === undefined ? {} : { threads: options.workers }),
    onError,
  });
  undo.add(() => pool.close());
  const database = await openDatabase(dataDir, options.databaseUrl, undo);
  const userId = await ensureUser(database.queries, localUser);
  const unreadable = await countUnreadableCredentials(database.queries, credentialCipher);
  if (unreadable > 0) {
    logger.error(
      { accounts: unreadable },
      "credentials of accounts were encrypted with another key: start with that key, or give the credentials again",
    );
  }
  const market = await MarketStore.open(join(dataDir, "market"));
  const results = database.exclusive
    ? resultsInFolder(join(dataDir, "results"))
    : resultsInDatabase(database.queries);
  const tasks = await openTasks({ database, results, onError });
  undo.add(() => tasks.close());

  const workerId = `${hostname()}-${process.pid}-${randomUUID().slice(0, 8)}`;
  const loop = new WorkerLoop({ queue: tasks, market, pool, workerId, onError });
  undo.add(() => loop.stop());

  const { key: apiKey, hash } = makeKey();
  const authenticator = new Authenticator(database, [{ hash, userId }], onError);
  const counter = new RequestCounter(database, onError);
  undo.add(() => counter.close());
  const app = buildApp(
    {
      database,
      authenticator,
      counter,
      plan: options.plan ?? localPlan,
      credentialCipher,
      tasks,
      catalogue: market,
      checkExport: checkExportWith(market),
      health: { status: "ok", version, engine_version: version, capabilities: ["engine_options"] },
    },
    logger as FastifyBaseLogger,
  );
  undo.add(() => app.close());
  const url = await listen(app, options.host, options.port);
  logger.info({ url, dataDir, threads: pool.threads }, "gateway listens");
  return { url, apiKey, userId, database, market, close: () => undo.run() };
}
