import { deepStrictEqual } from "node:assert";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { TradePoseClient } from "tradepose-client/client";
import { Agent, fetch, request } from "undici";
import { cert } from "../../test/faults/certificate.ts";
import { type Figure, printFigures, summary } from "./report.ts";

const CALLS = 200;
/** Connections that the client may use; to an HTTP/2 server it may take twice as long as undici's best. */
const maxConnections = { h2: 2, h1: 100 } as const;
const ratioGoal = { h2: { goal: 2 }, h1: {} } as const;

type Protocol = keyof typeof maxConnections;
type Method = "GET" | "POST";
type Call = (method: Method, number: number) => Promise<unknown>;

/** One way to make the calls, with connections of its own that are opened by the first. */
interface Way {
  readonly name: string;
  readonly isClient: boolean;
  open(serverUrl: string): { readonly call: Call; close(): Promise<void> };
}

const client: Way = {
  name: "client (default options)",
  isClient: true,
  open(serverUrl) {
    const client = new TradePoseClient({ serverUrl, apiKey: "key", ca: cert });
    return {
      call: (method, number) =>
        method === "GET"
          ? client.instruments.list({ limit: number + 1 })
          : client.apiKeys.create({ name: `key ${number}` }),
      close: () => client.close(),
    };
  },
};

function undici(name: string, options: Agent.Options, send: "request" | "fetch"): Way {
  return {
    name: `undici ${send}, ${name}`,
    isClient: false,
    open(serverUrl) {
      const dispatcher = new Agent({ ...options, connect: { ca: cert } });
      return {
        call: async (method, number) => {
          const url =
            method === "GET"
              ? `${serverUrl}/api/v1/instruments?limit=${number + 1}`
              : `${serverUrl}/api/v1/api-keys`;
          const headers = {
            accept: "application/json",
            "x-api-key": "key",
            ...(method === "POST" && { "content-type": "application/json" }),
          };
          const body = method === "POST" ? JSON.stringify({ name: `key ${number}` }) : null;
          if (send === "fetch") return (await fetch(url, { method, headers, body, dispatcher })).json();
          // Without being told that it may repeat a POST, undici sends one at a time over HTTP/2.
          return (await request(url, { method, headers, body, dispatcher, idempotent: true })).body.json();
        },
        close: () => dispatcher.close(),
      };
    },
  };
}

const pool = { connections: 100, pipelining: 1 };
const ways: Record<Protocol, readonly Way[]> = {
  h2: [
    client,
    undici("HTTP/2 on 1 connection", { allowH2: true, connections: 1, pipelining: CALLS }, "request"),
    undici("HTTP/2 on 2 connections", { allowH2: true, connections: 2, pipelining: 100 }, "request"),
    undici("HTTP/1.1 on 100 connections", { allowH2: false, ...pool }, "request"),
    undici("HTTP/2 on 2 connections", { allowH2: true, connections: 2, pipelining: 100 }, "fetch"),
    undici("HTTP/1.1 on 100 connections", { allowH2: false, ...pool }, "fetch"),
  ],
  h1: [
    client,
    undici("100 connections", pool, "request"),
    undici("20 connections", { ...pool, connections: 20 }, "request"),
    undici("100 connections", pool, "fetch"),
  ],
};

/** 200 calls at once: the client beside the best that undici alone can do with the same server. */
export async function measureConcurrency(quick: boolean): Promise<void> {
  for (const protocol of ["h2", "h1"] as const) {
    const { server, port } = await startServer(protocol);
    try {
      const serverUrl = `${protocol === "h2" ? "https" : "http"}://127.0.0.1:${port}`;
      for (const method of ["GET", "POST"] as const) {
        await checkAnswers(ways[protocol], serverUrl, method);
        for (const state of ["new", "open"] as const) {
          await measureOne(protocol, method, state, server, serverUrl, quick ? 5 : 15);
        }
      }
    } finally {
      server.disconnect();
    }
  }
}

async function measureOne(
  protocol: Protocol,
  method: Method,
  state: "new" | "open",
  server: ChildProcess,
  serverUrl: string,
  rounds: number,
): Promise<void> {
  const times = new Map(ways[protocol].map((way): [Way, number[]] => [way, []]));
  const connections = new Map<Way, number>();
  for (let round = -2; round < rounds; round++) {
    // A round of each in turn, so that a slow moment of the machine slows all.
    for (const way of ways[protocol]) {
      const { call, close } = way.open(serverUrl);
      await acceptedBy(server);
      if (state === "open") await callAll(call, method);
      globalThis.gc?.();
      const start = performance.now();
      await callAll(call, method);
      const time = performance.now() - start;
      await close();
      connections.set(way, Math.max(connections.get(way) ?? 0, await acceptedBy(server)));
      // The first rounds warm up.
      if (round >= 0) times.get(way)!.push(time);
    }
  }
  printFigures(
    `${CALLS} ${method} at once to ${protocol === "h2" ? "HTTP/2" : "HTTP/1.1"}, connections ${state}`,
    figuresOf(protocol, times, connections),
  );
}

function figuresOf(
  protocol: Protocol,
  times: ReadonlyMap<Way, readonly number[]>,
  connections: ReadonlyMap<Way, number>,
): Figure[] {
  const medians = [...times].map(([way, samples]) => ({ way, median: summary(samples).median }));
  const own = medians.find(({ way }) => way.isClient)!;
  const best = medians
    .filter(({ way }) => !way.isClient)
    .reduce((least, it) => (it.median < least.median ? it : least));
  const used = connections.get(own.way)!;
  const most = maxConnections[protocol];
  return [
    ...[...times].map(([way, samples]): Figure => {
      return {
        name: way.name,
        value: summary(samples),
        unit: "ms",
        note: `${connections.get(way)} connections`,
      };
    }),
    {
      name: "client to undici's best",
      value: own.median / best.median,
      unit: "x",
      ...ratioGoal[protocol],
      note: `best: ${best.way.name}; connections ${used}, goal ${most}: ${used <= most ? "met" : "MISSED"}`,
    },
  ];
}

async function checkAnswers(all: readonly Way[], serverUrl: string, method: Method): Promise<void> {
  const answers = [];
  for (const way of all) {
    const { call, close } = way.open(serverUrl);
    answers.push(await callAll(call, method));
    await close();
  }
  for (const answer of answers) deepStrictEqual(answer, answers[0]);
}

const callAll = (call: Call, method: Method): Promise<unknown[]> =>
  Promise.all(Array.from({ length: CALLS }, (_, number) => call(method, number)));

async function acceptedBy(server: ChildProcess): Promise<number> {
  server.send("count");
  const [connections] = (await once(server, "message")) as [number];
  return connections;
}

async function startServer(protocol: Protocol): Promise<{ server: ChildProcess; port: number }> {
  const server = fork(fileURLToPath(new URL("./client-concurrent-server.ts", import.meta.url)), [protocol]);
  const [port] = (await Promise.race([
    once(server, "message"),
    once(server, "exit").then(([code]) => Promise.reject(new Error(`the server ended with ${code}`))),
  ])) as [number];
  return { server, port };
}
