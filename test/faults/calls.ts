import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import {
  AuthenticationError,
  AuthorizationError,
  DeadlineError,
  InvalidResponseError,
  NetworkError,
  RateLimitError,
  type RequestOptions,
  RequestTimeoutError,
  ResourceNotFoundError,
  SerializationError,
  ServerError,
  TradePoseAPIError,
  type TradePoseClient,
  ValidationError,
} from "../../src/core/index.ts";
import type { ExportResponse, TaskMetadataResponse } from "../../src/generated/models.ts";
import { archive, exportBody, parquetFile } from "./archives.ts";
import { answer, json } from "./behaviours.ts";
import type { Exchange, Play, SeenRequest } from "./server.ts";

export const TASK = "0190d6c4-0000-7000-8000-000000000001";
export const KEY = "tp_test_fault_0123456789";
export const WORK = "work-of-this-row";

export const task: TaskMetadataResponse = {
  task_id: TASK,
  user_id: "0190d6c4-0000-7000-8000-000000000002",
  status: 2,
  export_type: 0,
  created_at: "2026-01-01T00:00:00Z",
};
export const accepted: ExportResponse = {
  task_id: TASK,
  message: "accepted",
  operation_type: "backtest-results",
};

/** What is asked of the client; each misbehaviour is played to the request that its name stands for. */
export interface Call {
  run(client: TradePoseClient, options: RequestOptions): Promise<unknown>;
  /** Whether the script is played to a request. */
  target(request: SeenRequest): boolean;
}

const all = ({ path }: SeenRequest) => path !== "/health";

export const calls = {
  /** A GET that may be repeated. */
  get: { run: (client, options) => client.tasks.get(TASK, options), target: all },
  /** A POST that may not, since nothing says that the server knows it again. */
  post: {
    run: (client, options) => client.export.create({ ...exportBody, export_type: 0 }, options),
    target: all,
  },
  /** A POST that its caller has named, and that may therefore be repeated. */
  keyed: {
    run: (client, options) =>
      client.export.create({ ...exportBody, export_type: 0 }, { ...options, idempotencyKey: WORK }),
    target: all,
  },
  /** Bytes. */
  download: { run: (client, options) => client.tasks.downloadTrades(TASK, options), target: all },
  /** Bytes that go into a file. Nothing else may be in its folder afterwards, be it saved or not. */
  save: {
    run: async (client, options) => {
      const folder = await mkdtemp(join(tmpdir(), "tradepose-save-"));
      let saved: string[] = [];
      try {
        const { path, size } = await client.tasks.saveTrades(TASK, join(folder, "trades.parquet"), options);
        saved = ["trades.parquet"];
        return { size, bytes: new Uint8Array(await readFile(path)) };
      } finally {
        expect(await readdir(folder)).toEqual(saved);
        await rm(folder, { recursive: true });
      }
    },
    target: all,
  },
  /** A backtest as frames, of which the rows are counted; the script is played to the download of its archive. */
  frames: {
    run: async (client, { signal }) => {
      const { trades, performance } = await client.export.backtestResults(exportBody, signal && { signal });
      return { trades: trades.height, performance: performance.height };
    },
    target: ({ path }) => path.endsWith("/result"),
  },
} as const satisfies Record<string, Call>;

export type CallName = keyof typeof calls;

/** Answers everything as it should be; `/health` announces nothing. */
export const healthy: Play = able();

/** Answers everything as it should be, and announces what it can do beyond the hosted contract. */
export function able(...capabilities: readonly string[]): Play {
  return (exchange) => play(exchange, capabilities);
}

function play(exchange: Exchange, capabilities: readonly string[]): void | Promise<void> {
  const { method, path } = exchange.seen;
  const step =
    path === "/health"
      ? json(200, { status: "ok", version: "1", capabilities })
      : path.endsWith("/result")
        ? answer(200, archive, { "content-type": "application/zip" })
        : path.endsWith("/results/trades")
          ? answer(200, parquetFile)
          : method === "POST"
            ? json(202, accepted)
            : json(200, task);
  return step(exchange);
}

/** How a call ends, and after how many attempts. */
export interface Outcome {
  readonly attempts: number;
  /** Code of the error; without it the call succeeds. */
  readonly code?: keyof typeof classes;
  /** What else the error has, or what the result looks like. */
  readonly matches?: unknown;
}

/** The class that goes with a code. */
export const classes = {
  API: TradePoseAPIError,
  INVALID_RESPONSE: InvalidResponseError,
  REDIRECT: TradePoseAPIError,
  AUTHENTICATION: AuthenticationError,
  AUTHORIZATION: AuthorizationError,
  NOT_FOUND: ResourceNotFoundError,
  VALIDATION: ValidationError,
  RATE_LIMIT: RateLimitError,
  SERVER: ServerError,
  NETWORK: NetworkError,
  RESPONSE_TOO_LARGE: TradePoseAPIError,
  DEADLINE: DeadlineError,
  TIMEOUT: RequestTimeoutError,
  SERIALIZATION: SerializationError,
} as const;

export function succeeds(attempts: number, matches?: unknown): Outcome {
  return { attempts, ...(matches !== undefined && { matches }) };
}

export function fails(attempts: number, code: keyof typeof classes, matches?: unknown): Outcome {
  return { attempts, code, ...(matches !== undefined && { matches }) };
}
