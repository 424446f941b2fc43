import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import pg from "pg";
import { type OperationId, operations, type StrategyConfig, TaskStatus } from "tradepose-client/models";
import { expect } from "vitest";

/** A folder that a test may fill; removed by `remove`. */
export async function temporaryFolder(): Promise<{ readonly path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), "tradepose-gateway-"));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/**
 * A temporary data folder whose database is a copy of an empty one, which is kept between runs: making one takes
 * seconds and is what `start.test.ts` is for.
 */
export async function temporaryDataDir(): Promise<Awaited<ReturnType<typeof temporaryFolder>>> {
  const folder = await temporaryFolder();
  await cp(await emptyDatabase(), join(folder.path, "db"), { recursive: true });
  return folder;
}

async function emptyDatabase(): Promise<string> {
  const cache = join(import.meta.dirname, "../../../node_modules/.cache/tradepose-gateway");
  const kept = join(cache, `empty-pglite-${process.versions.node}`);
  if (existsSync(kept)) return kept;
  await mkdir(cache, { recursive: true });
  const draft = await mkdtemp(join(cache, "draft-"));
  const pglite = await PGlite.create(draft);
  await pglite.close();
  // Another test file may have been quicker.
  await rename(draft, kept).catch(() => rm(draft, { recursive: true, force: true }));
  return kept;
}

/** A data folder and where its database is. */
export interface Place {
  readonly dataDir: string;
  /** Undefined for the database in the data folder. */
  readonly databaseUrl: string | undefined;
  remove(): Promise<void>;
}

const serverUrl = process.env.DATABASE_URL;
if (serverUrl === undefined) console.warn("DATABASE_URL is not set: nothing is tested on PostgreSQL");

/** The kinds of database to test on: PGlite, and PostgreSQL where `DATABASE_URL` names a server. */
export const databases: readonly { readonly name: string; prepare(): Promise<Place> }[] = [
  { name: "PGlite", prepare: embeddedPlace },
  ...(serverUrl === undefined ? [] : [{ name: "PostgreSQL", prepare: () => postgresPlace(serverUrl) }]),
];

async function embeddedPlace(): Promise<Place> {
  const { path, remove } = await temporaryDataDir();
  return { dataDir: path, databaseUrl: undefined, remove };
}

/** A new database on the server, dropped by `remove`. */
async function postgresPlace(server: string): Promise<Place> {
  const name = `tradepose_test_${randomBytes(6).toString("hex")}`;
  const url = new URL(server);
  url.pathname = name;
  const folder = await temporaryFolder();
  await administer(server, `create database ${name}`);
  return {
    dataDir: folder.path,
    databaseUrl: url.href,
    async remove() {
      await administer(server, `drop database ${name} with (force)`);
      await folder.remove();
    },
  };
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client(server);
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** 5,105 daily bars, 2000-01-03 to 2020-04-17, of a real index; a devDependency of the project. */
export const sp500File = join(import.meta.dirname, "../../../node_modules/vega-datasets/data/sp500-2000.csv");

export interface Target {
  readonly url: string;
  readonly apiKey: string | undefined;
}

export interface CallInput {
  readonly path?: Readonly<Record<string, string | number>>;
  readonly query?: Readonly<Record<string, string>>;
  /** Sent as JSON, or as it is when it is text. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly json: Record<string, unknown>;
  readonly bytes: Uint8Array;
}

/** Calls an endpoint as the contract writes it and checks that the answer, whatever its status, is in the contract. */
export async function call(target: Target, id: OperationId, input: CallInput = {}): Promise<Answer> {
  const operation = operations[id];
  const path = operation.path.replaceAll(/\{(\w+)\}/g, (_all, name: string) =>
    encodeURIComponent(String(input.path?.[name])),
  );
  const query = new URLSearchParams(input.query).toString();
  const response = await fetch(`${target.url}${path}${query === "" ? "" : `?${query}`}`, {
    method: operation.method,
    headers: {
      accept: "application/json",
      ...(input.body === undefined ? {} : { "content-type": "application/json" }),
      ...(target.apiKey === undefined ? {} : { "x-api-key": target.apiKey }),
      ...input.headers,
    },
    ...(input.body === undefined
      ? {}
      : { body: typeof input.body === "string" ? input.body : JSON.stringify(input.body) }),
  });
  const bytes = new Uint8Array(await response.arrayBuffer());

  const allowed = operation.responses[response.status];
  expect(allowed, `${id} answered ${response.status}, which its contract does not know`).toBeDefined();
  expect(response.headers.get("x-request-id")).toMatch(/./);
  let json: Record<string, unknown> = {};
  if (allowed?.kind === "none") expect(bytes).toHaveLength(0);
  else expect(response.headers.get("content-type")).toContain(allowed?.contentType);
  if (allowed?.kind === "json") {
    json = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>;
    expect(allowed.model?.safeParse(json).error?.issues ?? []).toEqual([]);
  }
  return { status: response.status, headers: response.headers, json, bytes };
}

/** Asks for a task until it has ended. */
export async function ended(target: Target, taskId: string): Promise<Record<string, unknown>> {
  for (;;) {
    const { json } = await call(target, "tasks.get", { path: { task_id: taskId } });
    if (json.status === TaskStatus.COMPLETED || json.status === TaskStatus.FAILED) return json;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Buys at the open above a moving average and sells below it. */
export function smaStrategy(name: string, period = 20): StrategyConfig {
  const compare = (op: string) => ({
    BinaryExpr: { left: { Column: "open" }, op, right: { Column: `1D_SMA|${period}.close` } },
  });
  return {
    name,
    base_instrument: "SP500",
    base_freq: "1D",
    note: null,
    volatility_indicator: null,
    indicators: [{ freq: "1D", shift: 1, indicator: { type: "SMA", period, column: "close" } }],
    base_blueprint: {
      name: "base",
      direction: "Long",
      trend_type: "Trend",
      entry_first: true,
      note: "",
      entry_triggers: [
        {
          name: "above",
          order_strategy: "ImmediateEntry",
          priority: 1,
          conditions: [compare("Gt")],
          price_expr: { Column: "open" },
        },
      ],
      exit_triggers: [
        {
          name: "below",
          order_strategy: "ImmediateExit",
          priority: 1,
          conditions: [compare("Lt")],
          price_expr: { Column: "open" },
        },
      ],
    },
    advanced_blueprints: [],
  };
}

export function backtestRequest(strategies: readonly StrategyConfig[], year = 2018) {
  return {
    export_type: 0,
    strategy_configs: strategies,
    start_date: `${year}-01-01`,
    end_date: `${year}-12-31`,
  };
}
