import { deepStrictEqual } from "node:assert";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { TradePoseClient } from "tradepose-client/client";
import type { InstrumentListResponse } from "tradepose-client/models";
import { Agent, fetch, request } from "undici";
import { type Figure, printFigures, summary } from "./report.ts";

type Get = () => Promise<unknown>;

/** GETs of the same JSON from a server in another process: what the client adds to undici, one at a time and 50 at once. */
export async function measureClient(quick: boolean): Promise<void> {
  for (const instruments of [1, 100]) {
    const answer = page(instruments);
    const text = JSON.stringify(answer);
    const { server, port } = await startServer(text);
    try {
      await measureAgainst(`http://127.0.0.1:${port}`, answer, text.length, quick);
    } finally {
      server.disconnect();
    }
  }
}

async function measureAgainst(
  serverUrl: string,
  answer: unknown,
  bytes: number,
  quick: boolean,
): Promise<void> {
  const dispatcher = new Agent({ connections: 100 });
  const url = `${serverUrl}/api/v1/instruments`;
  const headers = { accept: "application/json", "x-api-key": "key" };
  await using validating = new TradePoseClient({ serverUrl, apiKey: "key" });
  await using trusting = new TradePoseClient({ serverUrl, apiKey: "key", validate: "off" });
  const ways: Record<string, Get> = {
    "undici request": async () => (await request(url, { dispatcher, headers })).body.json(),
    "undici fetch": async () => (await fetch(url, { dispatcher, headers })).json(),
    "client, validate off": () => trusting.instruments.list(),
    "client, validate warn (default)": () => validating.instruments.list(),
  };
  try {
    for (const get of Object.values(ways)) deepStrictEqual(await get(), answer);
    for (const concurrency of [1, 50]) {
      const calls = quick ? 500 : 2_000;
      const rounds = await inTurns(ways, calls, concurrency, quick ? 3 : 7);
      printFigures(
        `GET of ${(bytes / 1_000).toFixed(1)} kB JSON over loopback, ${concurrency} at once, ${calls} calls a round`,
        figuresOf(rounds),
      );
    }
  } finally {
    await dispatcher.close();
  }
}

/** Microseconds a call of each way, a round of each in turn, so that a slow moment of the machine slows all. */
async function inTurns(ways: Record<string, Get>, calls: number, concurrency: number, rounds: number) {
  const samples = new Map(Object.keys(ways).map((name): [string, number[]] => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, get] of Object.entries(ways)) {
      const start = performance.now();
      let left = calls;
      await Promise.all(
        Array.from({ length: concurrency }, async () => {
          while (left-- > 0) await get();
        }),
      );
      // The first round warms up.
      if (round >= 0) samples.get(name)!.push(((performance.now() - start) / calls) * 1_000);
    }
  }
  return samples;
}

/** The ratio is that of calls of the same round; its median is printed. */
function figuresOf(samples: ReadonlyMap<string, readonly number[]>): Figure[] {
  const ratio = (own: readonly number[], peer: string) =>
    summary(own.map((time, round) => time / samples.get(peer)![round]!)).median.toFixed(2);
  return [...samples].map(([name, times]) => ({
    name,
    value: summary(times),
    unit: "us",
    note: name.startsWith("client")
      ? `${ratio(times, "undici request")}x request, ${ratio(times, "undici fetch")}x fetch`
      : "",
  }));
}

async function startServer(text: string): Promise<{ server: ChildProcess; port: number }> {
  const server = fork(fileURLToPath(new URL("./client-server.ts", import.meta.url)));
  server.send(text);
  const [port] = (await Promise.race([
    once(server, "message"),
    once(server, "exit").then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ])) as [number];
  return { server, port };
}

function page(length: number): InstrumentListResponse {
  const instruments = Array.from({ length }, (_, i) => ({
    id: i + 1,
    symbol: `SYMBOL-${i}`,
    account_source: "BINANCE" as const,
    broker_type: "binance" as const,
    market_type: "spot" as const,
    base_currency: "BTC",
    quote_currency: "USDT",
    tick_size: "0.01",
    lot_size: "0.0001",
    contract_size: "1",
    point_value: "1",
    price_precision: 2,
    quantity_precision: 4,
    status: "active" as const,
    created_at: "2026-01-02T03:04:05Z",
    updated_at: "2026-01-02T03:04:05Z",
  }));
  return { instruments, count: length, total: length, limit: 100, offset: 0 };
}
