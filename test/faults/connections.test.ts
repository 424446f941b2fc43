import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type ClientOptions, NetworkError, TradePoseClient } from "../../src/core/index.ts";
import { exportBody } from "./archives.ts";
import {
  goaway,
  redirect,
  resetUnread,
  retryAfter,
  silent,
  silentAtAccept,
  stalledBody,
  thenCloseIdle,
  thenGoaway,
} from "./behaviours.ts";
import { calls, healthy, KEY, TASK, task } from "./calls.ts";
import { cert } from "./certificate.ts";
import { held, leaksOf } from "./leaks.ts";
import { deadAddress, FaultServer, type FaultServerOptions, type Protocol, type Step } from "./server.ts";

beforeAll(() => {
  vi.spyOn(Math, "random").mockReturnValue(0.001);
});

afterAll(() => {
  vi.restoreAllMocks();
});

interface Scene {
  readonly server: FaultServer;
  readonly client: TradePoseClient;
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
}

/** Plays a scene and checks that nothing is left of it. */
async function play(
  script: readonly Step[],
  options: FaultServerOptions & { readonly client?: ClientOptions },
  scene: (it: Scene) => Promise<void>,
): Promise<void> {
  await using server = await FaultServer.start(script, {
    target: ({ path }) => path !== "/health",
    otherwise: healthy,
    ...options,
  });
  const before = held();
  const client = new TradePoseClient({ serverUrl: server.url, apiKey: KEY, ca: cert, ...options.client });
  const controller = new AbortController();
  const { signal } = controller;
  await scene({ server, client, signal, abort: (reason) => controller.abort(reason) });
  expect(await leaksOf(client, server, signal, before)).toEqual([]);
  expect(server.problems).toEqual([]);
}

async function rejection(promise: Promise<unknown>): Promise<unknown> {
  const [ending] = await Promise.allSettled([promise]);
  if (ending.status === "fulfilled") throw new Error("expected a rejection");
  return ending.reason;
}

const protocols = ["h1", "h1s", "h2"] as const satisfies readonly Protocol[];
const many = (count: number) => Array.from({ length: count }, (_, index) => index);

describe("between calls", () => {
  it.each(protocols)("an idle connection that the peer closes costs no attempt: %s", (protocol) =>
    play([thenCloseIdle(healthy, 10), healthy], { protocol }, async ({ server, client, signal }) => {
      await client.tasks.get(TASK, { signal });
      await vi.waitFor(() => expect(server.openSockets).toBe(0));
      const { response } = await client.tasks.get(TASK, { signal }).withResponse();
      expect(response.attempts).toBe(1);
      expect(server.arrivals).toBe(2);
    }),
  );

  it.each(protocols)(
    "a connection that is closed just as it is used again costs one attempt: %s",
    (protocol) =>
      play([healthy, resetUnread, healthy], { protocol }, async ({ server, client, signal }) => {
        await client.tasks.get(TASK, { signal });
        const { response } = await client.tasks.get(TASK, { signal }).withResponse();
        expect(response.attempts).toBe(2);
        expect(server.arrivals).toBe(3);
      }),
  );

  it("after GOAWAY calls go over another connection, at no attempt", () =>
    play([thenGoaway(healthy), healthy], { protocol: "h2" }, async ({ server, client, signal }) => {
      await client.tasks.get(TASK, { signal });
      await pause(20);
      const answers = await Promise.all(many(5).map(() => client.tasks.get(TASK, { signal }).withResponse()));
      expect(answers.map(({ response }) => response.attempts)).toEqual([1, 1, 1, 1, 1]);
      expect(server.arrivals).toBe(6);
    }));

  it.each(protocols)("one or two connections carry calls that follow each other: %s", (protocol) =>
    play([healthy], { protocol }, async ({ server, client, signal }) => {
      for (const _ of many(10)) await client.tasks.get(TASK, { signal });
      // A pool may open a second one while the first is being put back.
      expect(server.connections).toBeLessThanOrEqual(2);
    }),
  );
});

describe("side by side", () => {
  const started = (name: string) => ({
    ...exportBody,
    strategy_configs: exportBody.strategy_configs.map((it) => ({ ...it, name })),
    export_type: 0 as const,
  });
  const breakTenth = (): Step => {
    let count = 0;
    return async (exchange) => {
      await exchange.readBody();
      count++;
      if (count === 10) await goaway(2, 0)(exchange);
      else {
        await pause(30);
        await healthy(exchange);
      }
    };
  };

  it("what shared a connection with GOAWAY is sent again when it may be", () =>
    play([breakTenth()], { protocol: "h2" }, async ({ client, signal }) => {
      const results = await Promise.all(many(20).map(() => client.tasks.get(TASK, { signal })));
      expect(results).toEqual(many(20).map(() => task));
    }));

  it("and a POST without a name never is, not even by the pool", () =>
    play([breakTenth()], { protocol: "h2" }, async ({ server, client, signal }) => {
      const endings = await Promise.allSettled(
        many(20).map((index) => client.export.create(started(`s${index}`), { signal })),
      );
      const failed = endings.filter((it) => it.status === "rejected");
      expect(failed.length).toBeGreaterThan(0);
      for (const { reason } of failed) expect(reason).toBeInstanceOf(NetworkError);
      const bodies = server.requests.map(({ body }) => body);
      expect(new Set(bodies).size).toBe(bodies.length);
    }));

  it("200 calls need no more than 2 connections of HTTP/2", () =>
    play([healthy], { protocol: "h2" }, async ({ server, client, signal }) => {
      await Promise.all(
        many(200).map((index) =>
          index % 2 === 0
            ? client.tasks.get(TASK, { signal })
            : client.export.create(started(`s${index}`), { signal }),
        ),
      );
      expect(server.connections).toBeLessThanOrEqual(2);
      expect(server.arrivals).toBe(200);
    }));

  it("a server that takes one stream at a time is served one at a time", () =>
    play([healthy], { protocol: "h2", maxConcurrentStreams: 1 }, async ({ server, client, signal }) => {
      await Promise.all(many(20).map(() => client.tasks.get(TASK, { signal })));
      expect(server.arrivals).toBe(20);
      expect(server.connections).toBeLessThanOrEqual(2);
    }));
});

describe("redirects", () => {
  const secrets = ["x-api-key", "authorization", "cookie"] as const;
  const cases = [301, 302, 303, 307, 308].flatMap((status) =>
    (["h1", "h2"] as const).flatMap((protocol) =>
      (["get", "keyed"] as const).map((call) => [status, call, protocol] as const),
    ),
  );

  it.each(cases)("%i of %s to another origin does not carry the key: %s", async (status, call, protocol) => {
    await using other = await FaultServer.start([healthy], { protocol });
    await play(
      [redirect(status, `${other.url}/elsewhere?x=1`)],
      { protocol, client: { headers: { cookie: "session=1", authorization: "Bearer x" } } },
      async ({ server, client, signal }) => {
        await calls[call].run(client, { signal });
        expect(server.requests[0]?.headers).toMatchObject({ "x-api-key": KEY, cookie: "session=1" });
        expect(other.requests.map(({ path }) => path)).toEqual(["/elsewhere?x=1"]);
        const [arrived] = other.requests;
        expect(arrived?.method).toBe(call === "get" || status < 304 ? "GET" : "POST");
        expect(secrets.filter((name) => arrived?.headers[name] !== undefined)).toEqual([]);
        expect(JSON.stringify(arrived)).not.toContain(KEY);
        await client.close();
        await vi.waitFor(() => expect(other.openSockets).toBe(0));
      },
    );
  });

  it.each(cases)("%i of %s within the origin carries it: %s", (status, call, protocol) =>
    play([redirect(status, "/elsewhere"), healthy], { protocol }, async ({ server, client, signal }) => {
      await calls[call].run(client, { signal });
      const [, arrived] = server.requests;
      expect(arrived).toMatchObject({ path: "/elsewhere", headers: { "x-api-key": KEY } });
      expect(arrived?.method).toBe(call === "get" || status < 304 ? "GET" : "POST");
    }),
  );
});

describe("doors", () => {
  it.each(["get", "post", "keyed"] as const)("nobody listens: %s", async (call) => {
    const before = held();
    const client = new TradePoseClient({ serverUrl: await deadAddress(), apiKey: KEY });
    const error = await rejection(calls[call].run(client, {}));
    expect(error).toMatchObject({
      code: "NETWORK",
      attempts: 4,
      message: expect.stringContaining("ECONNREFUSED"),
    });
    await client.close();
    await pause(10);
    expect(held().timers).toBeLessThanOrEqual(before.timers);
    expect(held().sockets).toBeLessThanOrEqual(before.sockets);
  });

  it.each([
    ["h1s", "get"],
    ["h1s", "post"],
    ["h2", "get"],
    ["h2", "post"],
  ] as const)("a certificate nobody vouches for, over %s: %s", (protocol, call) =>
    play([healthy], { protocol, client: { ca: undefined } }, async ({ server, client, signal }) => {
      const error = await rejection(calls[call].run(client, { signal }));
      expect(error).toMatchObject({
        code: "NETWORK",
        attempts: 1,
        message: expect.stringMatching(/SELF_SIGNED|UNABLE_TO_VERIFY/),
      });
      expect(server.requests).toEqual([]);
    }),
  );

  it("TLS to a server without it", () =>
    play([healthy], {}, async ({ server, signal }) => {
      const serverUrl = server.url.replace("http:", "https:");
      const client = new TradePoseClient({ serverUrl, apiKey: KEY, maxRetries: 1 });
      expect(await rejection(client.tasks.get(TASK, { signal }))).toBeInstanceOf(NetworkError);
      await client.close();
      expect(server.requests).toEqual([]);
    }));

  it("no TLS to a server with it, which must not see the key", () =>
    play([healthy], { protocol: "h1s" }, async ({ server, signal }) => {
      const serverUrl = server.url.replace("https:", "http:");
      const client = new TradePoseClient({ serverUrl, apiKey: KEY, maxRetries: 1 });
      expect(await rejection(client.tasks.get(TASK, { signal }))).toBeInstanceOf(NetworkError);
      await client.close();
      expect(server.requests).toEqual([]);
    }));
});

describe("abort", () => {
  const stages = [
    ["while the connection is made", silentAtAccept, ["h1s", "h2"]],
    ["while the answer is awaited", silent, protocols],
    ["while the body is read", stalledBody, protocols],
    ["while the next attempt is awaited", retryAfter(503, "30"), protocols],
  ] as const;
  const cases = stages.flatMap(([stage, step, on]) =>
    on.flatMap((protocol) =>
      (["get", "keyed", "download"] as const).map((call) => [stage, call, protocol, step] as const),
    ),
  );

  it.each(cases)("%s: %s over %s", (_, call, protocol, step) =>
    play([step], { protocol }, async ({ server, client, signal, abort }) => {
      const reason = new Error("enough");
      const ending = rejection(calls[call].run(client, { signal }));
      while (server.arrivals === 0) await pause(2);
      await pause(20);
      const aborted = performance.now();
      abort(reason);
      expect(await ending).toBe(reason);
      expect(performance.now() - aborted).toBeLessThan(500);
      expect(server.arrivals).toBe(1);
    }),
  );

  it.each(protocols)("before anything, over %s", (protocol) =>
    play([healthy], { protocol }, async ({ server, client, signal, abort }) => {
      const reason = new Error("enough");
      abort(reason);
      expect(await rejection(client.tasks.get(TASK, { signal }))).toBe(reason);
      expect(server.connections).toBe(0);
    }),
  );

  it("while a stream is awaited, the others going on", () =>
    play(
      [silent, healthy],
      { protocol: "h2", maxConcurrentStreams: 1 },
      async ({ client, signal, abort }) => {
        const first = client.tasks.get(TASK, { signal });
        await pause(30);
        const waiting = [...many(5).map(() => client.tasks.get(TASK, { signal }))];
        const reason = new Error("enough");
        setTimeout(() => abort(reason), 30);
        expect(await Promise.all([first, ...waiting].map(rejection))).toEqual(many(6).map(() => reason));
        expect(await client.tasks.get(TASK)).toEqual(task);
      },
    ));
});
