import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import {
  AuthenticationError,
  AuthorizationError,
  InvalidResponseError,
  NetworkError,
  RateLimitError,
  RequestTimeoutError,
  ResourceNotFoundError,
  ServerError,
  TradePoseAPIError,
  ValidationError,
} from "../../src/errors/index.ts";
import type { Operation } from "../../src/generated/transport.ts";
import type { TransportSettings } from "../../src/internal/transport.ts";
import {
  type Behaviour,
  deadAddress,
  type FaultServer,
  faultServer,
  json,
  raw,
  reset,
  silent,
  stalledBody,
  truncated,
} from "./fault-server.ts";
import { failure, SECRET, transportTo } from "./transport-to.ts";

const get: Operation = { id: "usage.get", method: "GET", path: "/api/v1/usage", response: "json" };
const post: Operation = { id: "export.create", method: "POST", path: "/api/v1/export", response: "json" };
const download: Operation = {
  id: "d",
  method: "GET",
  path: "/api/v1/tasks/{task_id}/result",
  response: "bytes",
};
const revoke: Operation = { id: "r", method: "DELETE", path: "/api/v1/keys/{key_id}", response: "none" };

const ok = json(200, { status: "ok" });
const unavailable = json(503, { detail: "starting" });

describe("attempts and outcome of each misbehaviour", () => {
  type Case = {
    readonly name: string;
    readonly script: readonly Behaviour[];
    readonly get: { readonly attempts: number; readonly error?: new (...args: never[]) => Error };
    readonly post: { readonly attempts: number; readonly error?: new (...args: never[]) => Error };
    readonly settings?: Partial<TransportSettings>;
  };
  const never = (error: Case["get"]["error"]) => ({ attempts: 1, ...(error && { error }) });
  const cases: readonly Case[] = [
    { name: "an answer at once", script: [ok], get: { attempts: 1 }, post: { attempts: 1 } },
    {
      name: "a reset after the request was read",
      script: [reset, ok],
      get: { attempts: 2 },
      post: never(NetworkError),
    },
    {
      name: "resets without end",
      script: [reset],
      get: { attempts: 4, error: NetworkError },
      post: never(NetworkError),
    },
    { name: "a truncated body", script: [truncated, ok], get: { attempts: 2 }, post: never(NetworkError) },
    {
      name: "no answer",
      script: [silent, ok],
      settings: { timeout: 100 },
      get: { attempts: 2 },
      post: never(RequestTimeoutError),
    },
    {
      name: "a body that stalls",
      script: [stalledBody, ok],
      settings: { timeout: 100 },
      get: { attempts: 2 },
      post: never(RequestTimeoutError),
    },
    {
      name: "429 once",
      script: [json(429, { detail: "slow" }), ok],
      get: { attempts: 2 },
      post: { attempts: 2 },
    },
    {
      name: "429 without end",
      script: [json(429, { detail: "slow" })],
      get: { attempts: 4, error: RateLimitError },
      post: { attempts: 4, error: RateLimitError },
    },
    {
      name: "429 that asks for more than is waited",
      script: [json(429, { detail: "slow" }, { "retry-after": "61" }), ok],
      get: { attempts: 1, error: RateLimitError },
      post: { attempts: 1, error: RateLimitError },
    },
    {
      name: "a 503 storm that passes",
      script: [unavailable, unavailable, unavailable, ok],
      get: { attempts: 4 },
      post: { attempts: 4 },
    },
    {
      name: "a 503 storm that stays",
      script: [unavailable],
      get: { attempts: 4, error: ServerError },
      post: { attempts: 4, error: ServerError },
    },
    ...[408, 425].map((status) => ({
      name: `${status} once`,
      script: [json(status, { detail: "again" }), ok],
      get: { attempts: 2 },
      post: never(TradePoseAPIError),
    })),
    ...[500, 502, 504].map((status) => ({
      name: `${status} once`,
      script: [json(status, { detail: "broken" }), ok],
      get: { attempts: 2 },
      post: never(ServerError),
    })),
    ...(
      [
        [400, TradePoseAPIError],
        [401, AuthenticationError],
        [403, AuthorizationError],
        [404, ResourceNotFoundError],
        [409, TradePoseAPIError],
        [422, ValidationError],
        [501, ServerError],
      ] as const
    ).map(([status, error]) => ({
      name: `${status}`,
      script: [json(status, { detail: "no" }), ok],
      get: { attempts: 1, error },
      post: { attempts: 1, error },
    })),
    {
      name: "an HTML error page",
      script: [raw(502, "<html><title>Bad Gateway</title></html>", { "content-type": "text/html" })],
      get: { attempts: 4, error: ServerError },
      post: never(ServerError),
    },
    {
      name: "an empty error",
      script: [raw(500, "")],
      get: { attempts: 4, error: ServerError },
      post: never(ServerError),
    },
    {
      name: "200 with a page instead of JSON",
      script: [raw(200, "<html>login</html>", { "content-type": "text/html" })],
      get: never(InvalidResponseError),
      post: never(InvalidResponseError),
    },
    {
      name: "200 with an empty body",
      script: [raw(200, "")],
      get: never(InvalidResponseError),
      post: never(InvalidResponseError),
    },
    {
      name: "204 where JSON was promised",
      script: [raw(204, "")],
      get: { attempts: 1 },
      post: { attempts: 1 },
    },
    {
      name: "retries switched off",
      script: [unavailable, ok],
      settings: { maxRetries: 0 },
      get: never(ServerError),
      post: never(ServerError),
    },
  ];

  for (const method of ["get", "post"] as const) {
    it.each(cases.map((it) => [it.name, it] as const))(
      `${method}: %s`,
      async (_, { script, settings, ...expected }) => {
        await using server = await faultServer(...script);
        const transport = transportTo(server.url, settings);
        const call =
          method === "get"
            ? transport.call(get, {})
            : transport.call(post, { body: { strategy_configs: [] } });
        const { attempts, error } = expected[method];
        if (error === undefined) {
          const { response } = await call.withResponse();
          expect(response.attempts).toBe(attempts);
        } else {
          const thrown = await failure(call);
          expect(thrown.constructor).toBe(error);
          expect(thrown).toMatchObject({ attempts, method: method.toUpperCase() });
        }
        expect(server.requests).toHaveLength(attempts);
        await transport.close();
      },
    );
  }

  it("repeats a POST when the connection was refused, since nothing can have begun", async () => {
    const thrown = await failure(transportTo(await deadAddress()).call(post, { body: {} }));
    expect(thrown).toBeInstanceOf(NetworkError);
    expect(thrown).toMatchObject({
      code: "NETWORK",
      attempts: 4,
      message: expect.stringContaining("ECONNREFUSED"),
    });
  });
});

describe("Retry-After", () => {
  it.each([
    ["seconds", () => "1", 1_000],
    ["a date", () => new Date(Date.now() + 2_000).toUTCString(), 500],
  ])("is waited for as %s", async (_, value, least) => {
    await using server = await faultServer(json(429, {}, { "retry-after": value() }), ok);
    const started = performance.now();
    await transportTo(server.url).call(get, {});
    const elapsed = performance.now() - started;
    expect(elapsed).toBeGreaterThanOrEqual(least);
    expect(elapsed).toBeLessThan(4_000);
  });

  it("is in the error when it is longer than allowed", async () => {
    await using server = await faultServer(json(503, { detail: "back later" }, { "retry-after": "120" }));
    expect(await failure(transportTo(server.url).call(get, {}))).toMatchObject({
      retryAfter: 120_000,
      attempts: 1,
    });
  });
});

describe("errors", () => {
  it("carry status, request id, address, body and a message that says what and where", async () => {
    await using server = await faultServer(
      json(
        422,
        {
          detail: "the request does not fit",
          details: [{ field: "strategy_configs[0].name", message: "must not be empty", type: "too_small" }],
        },
        { "x-request-id": "req-1" },
      ),
    );
    const thrown = await failure(transportTo(server.url).call(post, { body: {} }));
    expect(thrown).toMatchObject({
      name: "ValidationError",
      code: "VALIDATION",
      status: 422,
      requestId: "req-1",
      url: `${server.url}/api/v1/export`,
      fields: [{ field: "strategy_configs[0].name", message: "must not be empty", type: "too_small" }],
      message: `POST ${server.url}/api/v1/export failed with 422: the request does not fit; strategy_configs[0].name: must not be empty (request id req-1)`,
    });
  });

  it.each([
    ["error", { error: "e" }, "e"],
    ["message", { message: "m" }, "m"],
    ["the first that says something", { detail: "", error: "e", message: "m" }, "e"],
    ["nothing known", { other: 1 }, "Unknown error"],
    ["a list", [1], "Unknown error"],
  ])("read their text from %s", async (_, body, text) => {
    await using server = await faultServer(json(400, body));
    expect((await failure(transportTo(server.url).call(get, {}))).message).toContain(
      `failed with 400: ${text}`,
    );
  });

  it("read the field list FastAPI writes by itself", async () => {
    await using server = await faultServer(
      json(422, {
        detail: [{ loc: ["body", "strategy_configs", 0, "name"], msg: "field required", type: "missing" }],
      }),
    );
    expect(await failure(transportTo(server.url).call(post, { body: {} }))).toMatchObject({
      fields: [{ field: "strategy_configs[0].name", message: "field required", type: "missing" }],
    });
  });

  it.each([
    ["an error body", json(400, { detail: `bad key ${SECRET}`, [SECRET]: [SECRET] })],
    ["an error page", raw(401, `<html>${SECRET}</html>`)],
    ["a wrong body", raw(200, `key ${SECRET}`)],
    ["nothing", reset],
  ])("never show the key, even when the server echoes it in %s", async (_, behaviour) => {
    await using server = await faultServer(behaviour);
    const transport = transportTo(server.url, { maxRetries: 0 });
    const thrown = await failure(transport.call(get, {}));
    expect(inspect(thrown, { depth: 10 })).not.toContain(SECRET);
    expect(JSON.stringify(thrown)).not.toContain(SECRET);
    expect(inspect(transport, { depth: 10, showHidden: true })).not.toContain(SECRET);
  });
});

describe("requests", () => {
  it("send key, body, query and encoded path", async () => {
    await using server = await faultServer(ok);
    const transport = transportTo(server.url);
    await transport.call(
      { id: "x", method: "DELETE", path: "/api/v1/strategies/{strategy}", response: "json" },
      { path: { strategy: "a/b c" }, query: { archive: true, skipped: null, absent: undefined } },
    );
    await transport.call(post, { body: { note: null, n: 1 } });
    const [first, second] = server.requests;
    expect(first).toMatchObject({
      method: "DELETE",
      url: "/api/v1/strategies/a%2Fb%20c?archive=true",
      body: "",
    });
    expect(first?.headers).toMatchObject({ "x-api-key": SECRET, accept: "application/json" });
    expect(first?.headers["content-type"]).toBeUndefined();
    expect(second).toMatchObject({ method: "POST", body: '{"note":null,"n":1}' });
    expect(second?.headers).toMatchObject({ "content-type": "application/json", "content-length": "19" });
  });

  it.each([".", "..", ""])("refuse the path parameter %j, which would change the address", async (value) => {
    await using server = await faultServer(ok);
    const thrown = await failure(transportTo(server.url).call(download, { path: { task_id: value } }));
    expect(thrown).toMatchObject({ code: "INVALID_ARGUMENT" });
    expect(server.requests).toHaveLength(0);
  });

  it.each([
    ["a body that JSON cannot hold", { body: { n: 1n } }, {}, "The body cannot be written as JSON: "],
    [
      "a header value with a line break",
      {},
      { headers: { "x-secret": `${SECRET}\nx` } },
      'headers: "x-secret"',
    ],
    ["a header name with a space", {}, { headers: { "x y": "1" } }, 'headers: "x y"'],
  ])("refuse %s once, without sending or showing it", async (_, input, options, message) => {
    await using server = await faultServer(ok);
    const thrown = await failure(transportTo(server.url).call(post, input, options));
    expect(thrown).toMatchObject({ code: "INVALID_ARGUMENT", message: expect.stringContaining(message) });
    expect(inspect(thrown)).not.toContain(SECRET);
    expect(server.requests).toHaveLength(0);
  });

  it("leave no timer behind, whether they succeed, fail or are refused", async () => {
    await using server = await faultServer(ok, json(404, {}), reset, ok);
    const transport = transportTo(server.url, { fetch: globalThis.fetch });
    const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const before = timers();
    await transport.call(get, {});
    await failure(transport.call(get, {}));
    await transport.call(get, {});
    for (let call = 0; call < 5; call++) {
      await transport.call(get, {});
      await failure(transport.call(download, { path: { task_id: ".." } }));
      await failure(transport.call(post, { body: { n: 1n } }));
    }
    expect(timers()).toBeLessThanOrEqual(before + 1); // the keep-alive clock of the built-in fetch
  });

  it.each([
    ["timeout", { timeout: 0 }],
    ["timeout", { timeout: Number.POSITIVE_INFINITY }],
    ["maxRetries", { maxRetries: -1 }],
    ["maxRetries", { maxRetries: 0.5 }],
  ])("refuse a %s that cannot be: %j", async (name, options) => {
    const transport = transportTo("http://127.0.0.1:1");
    await expect(transport.call(get, {}, options)).rejects.toThrow(`${name} must be`);
  });

  it("take headers of the call, null taking one away", async () => {
    await using server = await faultServer(ok);
    await transportTo(server.url, { headers: { "x-team": "a" } }).call(
      get,
      {},
      {
        headers: { "x-team": null, "x-trace": "1" },
        idempotencyKey: "k",
      },
    );
    expect(server.requests[0]?.headers).toMatchObject({ "x-trace": "1", "idempotency-key": "k" });
    expect(server.requests[0]?.headers["x-team"]).toBeUndefined();
  });

  it("give bytes as they are, and nothing for an operation without a body", async () => {
    const bytes = Uint8Array.from([0, 255, 1, 254]);
    await using server = await faultServer(raw(200, bytes), raw(204, ""));
    const transport = transportTo(server.url);
    expect(await transport.call(download, { path: { task_id: "t" } })).toEqual(bytes);
    expect(await transport.call(revoke, { path: { key_id: "k" } })).toBeUndefined();
  });

  it("do not take the key along to another origin", async () => {
    await using other = await faultServer(ok);
    await using server = await faultServer((response) =>
      response.writeHead(307, { location: `${other.url}/elsewhere` }).end(),
    );
    await transportTo(server.url).call(get, {});
    expect(server.requests[0]?.headers["x-api-key"]).toBe(SECRET);
    expect(other.requests[0]?.url).toBe("/elsewhere");
    expect(other.requests[0]?.headers["x-api-key"]).toBeUndefined();
  });

  it("end redirects that go in a circle", async () => {
    await using server = await faultServer((response) =>
      response.writeHead(302, { location: "/health" }).end(),
    );
    const thrown = await failure(transportTo(server.url, { maxRetries: 0 }).call(get, {}));
    expect(thrown.message).toContain("more than 5 redirects");
  });

  it("run side by side", async () => {
    await using server = await faultServer((response) =>
      setTimeout(() => json(200, {})(response, response.req), 50),
    );
    const transport = transportTo(server.url);
    const started = performance.now();
    await Promise.all(Array.from({ length: 60 }, () => transport.call(get, {})));
    expect(performance.now() - started).toBeLessThan(1_500);
    await transport.close();
  });

  it("are refused after close", async () => {
    await using server = await faultServer(ok);
    const transport = transportTo(server.url);
    await transport.call(get, {});
    await transport.close();
    expect(await failure(transport.call(get, {}))).toMatchObject({ code: "CLOSED" });
  });
});

describe("abort", () => {
  it.each([
    ["before sending", ok, 0],
    ["while waiting for the answer", silent, 50],
    ["while reading the body", stalledBody, 50],
    ["while waiting to retry", json(429, {}, { "retry-after": "30" }), 100],
  ])("%s ends the call with the signal's reason", async (_, behaviour, after) => {
    await using server = await faultServer(behaviour);
    const controller = new AbortController();
    const reason = new Error("enough");
    if (after === 0) controller.abort(reason);
    else setTimeout(() => controller.abort(reason), after);
    const started = performance.now();
    expect(await failure(transportTo(server.url).call(get, {}, { signal: controller.signal }))).toBe(reason);
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  it("works with a reason that is no Error", async () => {
    await using server = await faultServer(silent);
    const controller = new AbortController();
    setTimeout(() => controller.abort("stop"), 20);
    await expect(transportTo(server.url).call(get, {}, { signal: controller.signal })).rejects.toBe("stop");
  });

  it("leaves no listener on a long-lived signal, and no warning about many calls at a time", async () => {
    await using server = await faultServer(ok, reset, unavailable, ok);
    const transport = transportTo(server.url);
    const { signal } = new AbortController();
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on("warning", listen);
    await Promise.all(Array.from({ length: 50 }, () => transport.call(get, {}, { signal })));
    await new Promise((resolve) => setTimeout(resolve, 10));
    process.off("warning", listen);
    expect(warnings).toEqual([]);
    expect(getEventListeners(signal, "abort")).toHaveLength(0);
  });
});

it("withResponse reports a failure once, and only to its caller", async () => {
  await using server: FaultServer = await faultServer(json(404, { detail: "no" }));
  const unhandled: unknown[] = [];
  const listen = (error: unknown) => unhandled.push(error);
  process.on("unhandledRejection", listen);
  await failure(transportTo(server.url).call(get, {}).withResponse());
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off("unhandledRejection", listen);
  expect(unhandled).toEqual([]);
});
