import { inspect } from "node:util";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { TradePoseClient } from "../../src/core/index.ts";
import { type CallName, calls, classes, healthy, KEY, type Outcome, WORK } from "./calls.ts";
import { cert } from "./certificate.ts";
import { held, leaksOf } from "./leaks.ts";
import type { Row } from "./row.ts";
import { FaultServer, type Protocol } from "./server.ts";
import { table } from "./table.ts";

beforeAll(() => {
  // Waits between attempts are a random share of 1, 2, 4 s: here the smallest.
  vi.spyOn(Math, "random").mockReturnValue(0.001);
});

afterAll(() => {
  vi.restoreAllMocks();
});

type Case = readonly [name: string, call: CallName, protocol: Protocol, row: Row, outcome: Outcome];

function casesOf(rows: readonly Row[]): readonly Case[] {
  return rows.flatMap((row) =>
    (row.on ?? (["h1", "h2"] as const)).flatMap((protocol) =>
      (Object.keys(calls) as CallName[]).flatMap((call): Case[] => {
        const outcome = row[call];
        return outcome === undefined ? [] : [[row.name, call, protocol, row, outcome]];
      }),
    ),
  );
}

describe.each(Object.entries(table))("%s", (_, rows) => {
  it.each(casesOf(rows))("%s: %s over %s", async (_name, name, protocol, row, expected) => {
    const call = calls[name];
    await using server = await FaultServer.start(row.script, {
      protocol,
      target: call.target,
      otherwise: row.otherwise ?? healthy,
    });
    const before = held();
    const client = new TradePoseClient({
      serverUrl: server.url,
      apiKey: KEY,
      ca: cert,
      timeout: 5_000,
      ...row.client,
    });
    const { signal } = new AbortController();

    const started = performance.now();
    const [ending] = await Promise.allSettled([call.run(client, { signal, ...row.options })]);
    const elapsed = performance.now() - started;
    const leaks = await leaksOf(client, server, signal, before);

    if (ending.status === "rejected") {
      const error: unknown = ending.reason;
      if (expected.code === undefined) throw error;
      expect(error).toMatchObject({ code: expected.code, ...(expected.matches as object | undefined) });
      expect((error as Error).constructor).toBe(classes[expected.code]);
      expect(inspect(error, { depth: 10, showHidden: true })).not.toContain(KEY);
    } else {
      expect(expected.code, "the call succeeded").toBeUndefined();
      if (expected.matches !== undefined) {
        const { value } = ending;
        expect(value instanceof Uint8Array ? value : { elapsed, ...(value as object) }).toMatchObject(
          expected.matches as object,
        );
      }
    }
    expect(server.arrivals).toBe(expected.attempts);
    expect(leaks).toEqual([]);
    expect(server.problems).toEqual([]);
    if (name === "keyed") {
      const keys = new Set(server.requests.map(({ headers }) => headers["idempotency-key"]));
      expect([...keys]).toEqual([WORK]);
    }
    if (protocol === "h2") expect(server.requests.every((it) => it.httpVersion === "2.0")).toBe(true);
  });
});
