import { setTimeout as pause } from "node:timers/promises";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TradePoseClient } from "../../src/core/index.ts";
import { answer } from "./behaviours.ts";
import { type CallName, calls, healthy, KEY, type Outcome, TASK, task } from "./calls.ts";
import { cert } from "./certificate.ts";
import { held, leaksOf } from "./leaks.ts";
import {
  answers,
  breaksTunnel,
  FaultProxy,
  hangsUp,
  hangsUpWhenAsked,
  type ProxyPlay,
  resets,
  resetsWhenAsked,
  saysNothing,
  socks,
  tunnels,
} from "./proxy.ts";
import { deadAddress, FaultServer, type Protocol } from "./server.ts";

beforeEach(() => {
  vi.spyOn(Math, "random").mockReturnValue(0.001);
  vi.stubEnv("NO_PROXY", "");
  vi.stubEnv("no_proxy", "");
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

function useProxy(address: string): void {
  for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"]) vi.stubEnv(name, address);
}

/** The fault server under a name that only a proxy knows. */
const named = (server: FaultServer) => server.url.replace("127.0.0.1", "gateway.invalid");
const protocols = ["h1", "h1s", "h2"] as const satisfies readonly Protocol[];

interface Row {
  readonly name: string;
  readonly script: readonly ProxyPlay[];
  /** Of every call: the request has never come to the origin, so that any may be sent again. */
  readonly outcome: Outcome;
}

const unavailable = (message: string): Outcome => ({
  attempts: 4,
  code: "NETWORK",
  matches: { message: expect.stringContaining(message) },
});
const refused = (message: string): Outcome => ({ ...unavailable(message), attempts: 1 });
const passes: Outcome = { attempts: 2 };

const rows: readonly Row[] = [
  { name: "resets once", script: [resets, tunnels], outcome: passes },
  { name: "hangs up once", script: [hangsUp, tunnels], outcome: passes },
  { name: "resets when it is asked, once", script: [resetsWhenAsked, tunnels], outcome: passes },
  { name: "hangs up when it is asked, once", script: [hangsUpWhenAsked, tunnels], outcome: passes },
  { name: "resets without end", script: [resets], outcome: unavailable("the proxy 127.0.0.1") },
  { name: "hangs up without end", script: [hangsUp], outcome: unavailable("the proxy 127.0.0.1") },
  { name: "is no proxy", script: [answers("SSH-2.0-OpenSSH_9.2")], outcome: unavailable("the proxy") },
  {
    name: "wants a password",
    script: [answers("HTTP/1.1 407 x", "Proxy-Authenticate: Basic", "Content-Length: 0"), tunnels],
    outcome: refused("wants a user name and password (407)"),
  },
  { name: "forbids it", script: [answers("HTTP/1.1 403 x"), tunnels], outcome: refused("answered 403") },
  { name: "cannot reach the origin", script: [answers("HTTP/1.1 502 x"), tunnels], outcome: passes },
  {
    name: "can never reach the origin",
    script: [answers("HTTP/1.1 503 x")],
    outcome: unavailable("answered 503"),
  },
];

describe.each(protocols)("a proxy before %s that", (protocol) => {
  const cases = rows.flatMap((row) =>
    (["get", "post", "download"] as const satisfies readonly CallName[]).map(
      (call) => [row.name, call, row] as const,
    ),
  );

  it.each(cases)("%s: %s", async (_, call, { script, outcome }) => {
    await using proxy = await FaultProxy.start(...script);
    useProxy(proxy.url.replace("//", "//me:hidden@"));
    await play(protocol, async (client, server, signal) => {
      const [ending] = await Promise.allSettled([calls[call].run(client, { signal })]);
      const { attempts, code, matches } = outcome;
      if (code === undefined && ending.status === "rejected") throw ending.reason;
      if (code !== undefined) {
        expect(ending).toMatchObject({
          status: "rejected",
          reason: { code, attempts, ...(matches as object) },
        });
        expect(inspect(ending, { depth: 20, showHidden: true })).not.toMatch(/hidden|aGlkZGVu/);
      }
      expect(proxy.arrivals).toBe(attempts);
      expect(server.arrivals).toBe(code === undefined ? 1 : 0);
      for (const [request, ...headers] of proxy.asked) {
        expect(request).toBe(`CONNECT ${new URL(named(server)).host} HTTP/1.1`);
        expect(headers.join().toLowerCase()).not.toContain("x-api-key");
      }
    });
  });

  it("says nothing: the timeout of the attempt ends it, and the signal", async () => {
    await using proxy = await FaultProxy.start(saysNothing);
    useProxy(proxy.url);
    await play(protocol, async (client, _, signal) => {
      const started = performance.now();
      await expect(calls.get.run(client, { signal, timeout: 60, maxRetries: 1 })).rejects.toMatchObject({
        code: "TIMEOUT",
        attempts: 2,
      });
      const reason = new Error("enough");
      const controller = new AbortController();
      setTimeout(() => controller.abort(reason), 30);
      await expect(calls.get.run(client, { signal: controller.signal })).rejects.toBe(reason);
      expect(performance.now() - started).toBeLessThan(2_000);
    });
  });

  it("breaks the tunnel in the middle of a body: a GET is sent again, a POST is not", async () => {
    for (const [call, outcome] of [
      ["get", "fulfilled"],
      ["post", "rejected"],
    ] as const) {
      await using proxy = await FaultProxy.start(breaksTunnel, tunnels);
      useProxy(proxy.url);
      const long = answer(200, JSON.stringify({ ...task, worker_id: "x".repeat(200_000) }));
      await play(
        protocol,
        async (client, server, signal) => {
          const [ending] = await Promise.allSettled([calls[call].run(client, { signal })]);
          expect(ending.status).toBe(outcome);
          expect(server.arrivals).toBe(call === "get" ? 2 : 1);
        },
        long,
      );
    }
  });

  it("works gets the password, tunnels no more often than is needed, and sees nothing of the calls", async () => {
    await using proxy = await FaultProxy.start(tunnels);
    useProxy(proxy.url.replace("//", "//me:p%40ss@"));
    await play(protocol, async (client, server, signal) => {
      for (let call = 0; call < 5; call++) expect(await client.tasks.get(TASK, { signal })).toEqual(task);
      expect(proxy.asked.length).toBeLessThanOrEqual(2);
      expect(proxy.asked[0]).toContain(`proxy-authorization: Basic ${btoa("me:p@ss")}`);
      expect(server.requests.map(({ httpVersion }) => httpVersion)).toEqual(Array(5).fill("1.1"));
    });
  });

  it("speaks SOCKS", async () => {
    await using proxy = await FaultProxy.start(socks);
    useProxy(proxy.url.replace("http:", "socks5:"));
    await play(protocol, async (client, server, signal) => {
      expect(await client.tasks.get(TASK, { signal })).toEqual(task);
      await calls.post.run(client, { signal });
      expect(server.requests.map(({ httpVersion }) => httpVersion)).toEqual(["1.1", "1.1"]);
    });
  });

  it("is not there", async () => {
    useProxy(await deadAddress());
    await play(protocol, async (client, _, signal) => {
      await expect(calls.post.run(client, { signal })).rejects.toMatchObject({
        code: "NETWORK",
        attempts: 4,
        message: expect.stringMatching(/the proxy 127.0.0.1.*ECONNREFUSED/),
      });
    });
  });
});

it.each(["gopher://me:hidden@host", "http://", "//", "me:hidden@"])(
  "an address that cannot be one of a proxy is a configuration error: %s",
  async (address) => {
    useProxy(address);
    const client = new TradePoseClient({ serverUrl: "http://gateway.invalid", apiKey: KEY });
    const error = await client.tasks.get(TASK).catch((it) => it);
    expect(error).toMatchObject({ code: "CONFIG", message: expect.stringContaining("HTTP_PROXY") });
    expect(inspect(error, { depth: 20, showHidden: true })).not.toContain("hidden");
    await client.close();
  },
);

/** Plays a scene with a server that only the proxy can reach, and checks that nothing is left of it. */
async function play(
  protocol: Protocol,
  scene: (client: TradePoseClient, server: FaultServer, signal: AbortSignal) => Promise<void>,
  step = healthy,
): Promise<void> {
  await using server = await FaultServer.start([step], {
    protocol,
    target: ({ path }) => path !== "/health",
    otherwise: healthy,
  });
  const before = held();
  const client = new TradePoseClient({ serverUrl: named(server), apiKey: KEY, ca: cert, timeout: 5_000 });
  const { signal } = new AbortController();
  await scene(client, server, signal);
  await pause(1);
  expect(await leaksOf(client, server, signal, before)).toEqual([]);
}
