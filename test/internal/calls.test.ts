import { getEventListeners } from "node:events";
import { inspect } from "node:util";
import { pino } from "pino";
import { describe, expect, expectTypeOf, it } from "vitest";
import * as z from "zod";
import type { Logger } from "../../src/core/index.ts";
import type { Operation } from "../../src/generated/transport.ts";
import { Credentials } from "../../src/internal/auth.ts";
import { leveled } from "../../src/internal/logger.ts";
import { type Behaviour, faultServer, json, reset, silent } from "./fault-server.ts";
import { failure, SECRET, transportTo } from "./transport-to.ts";

const get: Operation = { id: "usage.get", method: "GET", path: "/api/v1/usage", response: "json" };
const post: Operation = { id: "accounts.create", method: "POST", path: "/api/v1/accounts", response: "json" };
const keyed: Operation = {
  id: "export.create",
  method: "POST",
  path: "/api/v1/export",
  response: "json",
  idempotent: true,
};
const ok = json(200, { status: "ok" });
const busy = json(503, { detail: "starting" });

/** Plays a script, and answers /health by itself. */
async function announcing(capabilities: readonly string[] | null, ...script: readonly Behaviour[]) {
  let health = 0;
  let step = 0;
  const server = await faultServer((response, request) => {
    if (request.url === "/health") {
      health++;
      if (capabilities === null) reset(response, request);
      else json(200, { status: "ok", capabilities })(response, request);
      return;
    }
    script[Math.min(step++, script.length - 1)]?.(response, request);
  });
  const work = () => server.requests.filter(({ url }) => url !== "/health");
  return Object.assign(server, { work, health: () => health });
}

describe("a POST whose answer got lost", () => {
  it.each([
    ["is sent again where the server announces idempotency", ["idempotency"], keyed, {}, 2, 1],
    ["is not where the server announces other things", ["cancel"], keyed, {}, 1, 1],
    ["is not where the server cannot be asked", null, keyed, {}, 1, 1],
    ["is not when its endpoint does not take a key", ["idempotency"], post, {}, 1, 0],
    ["is when the caller gave the key", [], post, { idempotencyKey: "mine" }, 2, 0],
  ] as const)("%s", async (_, capabilities, operation, options, attempts, asked) => {
    await using server = await announcing(capabilities, reset, ok);
    const call = transportTo(server.url).call(operation, { body: {} }, options);
    if (attempts === 1) expect(await failure(call)).toMatchObject({ code: "NETWORK", attempts });
    else expect((await call.withResponse()).response.attempts).toBe(attempts);
    expect(server.work()).toHaveLength(attempts);
    expect(server.health()).toBe(asked);
  });

  it("asks for the capabilities once", async () => {
    await using server = await announcing(["idempotency"], reset, ok, reset, ok);
    const transport = transportTo(server.url);
    await transport.call(keyed, { body: {} });
    await transport.call(keyed, { body: {} });
    expect(server.health()).toBe(1);
  });
});

describe("Idempotency-Key", () => {
  const keys = (server: Awaited<ReturnType<typeof announcing>>) =>
    server.work().map(({ headers }) => headers["idempotency-key"]);

  it("is the same in all attempts of a POST and another for another call", async () => {
    await using server = await announcing([], busy, busy, ok);
    const transport = transportTo(server.url);
    await transport.call(post, { body: {} });
    await transport.call(post, { body: {} });
    const [first, second, third, other] = keys(server);
    expect(first).toMatch(/^[0-9a-f-]{36}$/);
    expect([second, third]).toEqual([first, first]);
    expect(other).not.toBe(first);
  });

  it("is the caller's when there is one, and not sent with a GET", async () => {
    await using server = await announcing([], ok);
    const transport = transportTo(server.url);
    await transport.call(post, { body: {} }, { idempotencyKey: "mine" });
    await transport.call(get, {});
    expect(keys(server)).toEqual(["mine", undefined]);
  });
});

describe("deadline", () => {
  it("ends a call although its attempts have time left", async () => {
    await using server = await faultServer(silent);
    const started = performance.now();
    const thrown = await failure(transportTo(server.url).call(get, {}, { deadline: 150 }));
    expect(thrown).toMatchObject({ name: "DeadlineError", code: "DEADLINE", deadline: 150, attempts: 1 });
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it("ends a call before a wait that would go beyond it, with the last error as cause", async () => {
    await using server = await faultServer(json(503, { detail: "later" }, { "retry-after": "30" }));
    const started = performance.now();
    const thrown = await failure(transportTo(server.url, { deadline: 5_000 }).call(get, {}));
    expect(thrown).toMatchObject({ code: "DEADLINE", deadline: 5_000, attempts: 1 });
    expect(thrown.cause).toMatchObject({ code: "SERVER", retryAfter: 30_000 });
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  it("spans all attempts", async () => {
    await using server = await faultServer(silent);
    const options = { timeout: 60, deadline: 200, maxRetries: 10 };
    const thrown = await failure(transportTo(server.url).call(get, {}, options));
    expect(thrown).toMatchObject({ code: "DEADLINE", cause: { code: "TIMEOUT" } });
    expect(server.requests.length).toBeGreaterThan(1);
    expect(server.requests.length).toBeLessThan(6);
  });

  it("must be a time", async () => {
    await expect(transportTo("http://127.0.0.1:1").call(get, {}, { deadline: 0 })).rejects.toThrow(
      "deadline must be",
    );
  });
});

describe("a function as key", () => {
  const guarded =
    (...valid: readonly string[]): Behaviour =>
    (response, request) =>
      json(valid.includes(String(request.headers["x-api-key"])) ? 200 : 401, { detail: "no" })(
        response,
        request,
      );

  function counting(...tokens: readonly string[]) {
    let asked = 0;
    const credentials = new Credentials("apiKey", async () => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      return tokens[Math.min(asked++, tokens.length - 1)] ?? "";
    });
    return { credentials, asked: () => asked };
  }

  it("is asked once for calls at the same time and after each other", async () => {
    await using server = await faultServer(ok);
    const { credentials, asked } = counting("first");
    const transport = transportTo(server.url, { credentials });
    await Promise.all([1, 2, 3].map(() => transport.call(get, {})));
    await transport.call(get, {});
    expect(asked()).toBe(1);
  });

  it("is asked once more when the server refuses what it gave, even without retries", async () => {
    await using server = await faultServer(guarded("second"));
    const { credentials, asked } = counting("first", "second");
    const transport = transportTo(server.url, { credentials, maxRetries: 0 });
    const answers = await Promise.all(
      [get, post].map((it) => transport.call(it, it === post ? { body: {} } : {}).withResponse()),
    );
    expect(answers.map(({ response }) => response.attempts)).toEqual([2, 2]);
    expect(asked()).toBe(2);
  });

  it("ends with the refusal when the second is refused too", async () => {
    await using server = await faultServer(guarded());
    const { credentials, asked } = counting("first", "second", "third");
    const thrown = await failure(transportTo(server.url, { credentials }).call(get, {}));
    expect(thrown).toMatchObject({ code: "AUTHENTICATION", attempts: 2 });
    expect(asked()).toBe(2);
  });

  it("is not asked again for a fixed key", async () => {
    await using server = await faultServer(guarded());
    expect(await failure(transportTo(server.url).call(get, {}))).toMatchObject({ attempts: 1 });
  });

  it.each([
    ["fails", () => Promise.reject(new Error("vault is sealed")), "vault is sealed"],
    ["gives what no header can carry", () => `${SECRET}\n`, "gave no text of visible ASCII"],
  ])("that %s is a configuration error, and the next call asks again", async (_, source, message) => {
    await using server = await faultServer(ok);
    let broken = true;
    const credentials = new Credentials("apiKey", () => (broken ? source() : "good"));
    const transport = transportTo(server.url, { credentials });
    const thrown = await failure(transport.call(get, {}));
    expect(thrown).toMatchObject({ code: "CONFIG", message: expect.stringContaining(message) });
    expect(inspect(thrown)).not.toContain(SECRET);
    expect(server.requests).toHaveLength(0);
    broken = false;
    await transport.call(get, {});
  });

  it("that never answers is ended by the timeout and by the signal", async () => {
    const credentials = new Credentials("jwt", () => new Promise<string>(() => {}));
    const transport = transportTo("http://127.0.0.1:1", { credentials, maxRetries: 0 });
    expect(await failure(transport.call(get, {}, { timeout: 30 }))).toMatchObject({ code: "TIMEOUT" });
    const signal = AbortSignal.abort(new Error("enough"));
    expect((await failure(transport.call(get, {}, { signal }))).message).toBe("enough");
  });
});

describe("hooks", () => {
  it("tell of every attempt, its answer and its retry", async () => {
    await using server = await faultServer(busy, ok);
    const told: string[] = [];
    const transport = transportTo(server.url, {
      hooks: {
        onRequest: ({ operation, attempt }) => void told.push(`request ${operation} ${attempt}`),
        onResponse: ({ status, attempt, duration }) =>
          void told.push(`response ${status} ${attempt} ${duration >= 0}`),
        onRetry: ({ error, attempt, delay }) => void told.push(`retry ${error.name} ${attempt} ${delay}`),
      },
    });
    await transport.call(get, {});
    expect(told).toEqual([
      "request usage.get 1",
      "response 503 1 true",
      "retry ServerError 1 1",
      "request usage.get 2",
      "response 200 2 true",
    ]);
  });

  it("may change headers, wait, and see no credentials", async () => {
    await using server = await faultServer(ok);
    let seen = "";
    const onRequest = async ({ headers }: { headers: Headers }) => {
      await new Promise((resolve) => setTimeout(resolve, 5));
      seen = JSON.stringify([...headers]);
      headers.set("traceparent", "00-1");
      headers.delete("x-team");
    };
    await transportTo(server.url, { hooks: { onRequest }, headers: { "x-team": "a" } }).call(get, {});
    expect(seen).toContain("x-team");
    expect(seen).not.toContain(SECRET);
    expect(server.requests[0]?.headers).toMatchObject({ traceparent: "00-1", "x-api-key": SECRET });
    expect(server.requests[0]?.headers["x-team"]).toBeUndefined();
  });

  it.each(["onRequest", "onResponse", "onRetry"] as const)("what %s throws ends the call", async (name) => {
    await using server = await faultServer(busy, ok);
    const bug = new RangeError("bug");
    const hooks = {
      [name]: () => {
        throw bug;
      },
    };
    expect(await failure(transportTo(server.url, { hooks }).call(get, {}))).toBe(bug);
    expect(server.requests.length).toBeLessThanOrEqual(1);
  });
});

describe("log", () => {
  function collect() {
    const lines: string[] = [];
    const at = (level: string) => (message: string) => void lines.push(`${level} ${message}`);
    const logger = { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
    return { lines, logger };
  }

  it.each([
    [
      "debug",
      [/^debug GET .* 503 in \d+ ms \(attempt 1\)$/, /^info retry in 1 ms: /, /^debug GET .* 200 in/],
    ],
    ["info", [/^info retry in 1 ms: GET .*\/api\/v1\/usage failed with 503: starting$/]],
    ["warn", []],
  ] as const)("%s", async (level, expected) => {
    await using server = await faultServer(busy, ok);
    const { lines, logger } = collect();
    await transportTo(server.url, { logger: leveled(level, logger) }).call(get, {});
    expect(lines).toHaveLength(expected.length);
    for (const [index, pattern] of expected.entries()) expect(lines[index]).toMatch(pattern);
  });

  it("holds no secret, even when the server echoes it", async () => {
    await using server = await faultServer(json(503, { detail: `no ${SECRET}` }, { "x-request-id": SECRET }));
    const { lines, logger } = collect();
    await failure(transportTo(server.url, { logger: leveled("debug", logger), maxRetries: 1 }).call(get, {}));
    expect(lines).toHaveLength(3);
    expect(lines.join()).not.toContain(SECRET);
  });

  it("goes to console and to pino", () => {
    expectTypeOf(console).toExtend<Logger>();
    expectTypeOf<ReturnType<typeof pino>>().toExtend<Logger>();
    const written: string[] = [];
    const logger: Logger = pino({ level: "debug" }, { write: (line: string) => void written.push(line) });
    leveled("info", logger).warn("look");
    leveled("info", logger).debug("hidden");
    expect(written.map((line) => JSON.parse(line))).toMatchObject([{ level: 40, msg: "look" }]);
  });
});

describe("validate", () => {
  const model = z.object({
    name: z.string(),
    kind: z.enum(["a", "b"]),
    items: z.array(z.strictObject({ n: z.number() })),
    shape: z.discriminatedUnion("type", [z.object({ type: z.literal("x"), size: z.number() })]),
    either: z.union([z.enum(["l", "r"]), z.number()]).optional(),
  });
  const checked: Operation = { ...get, model: () => model };
  const good = { name: "n", kind: "a", items: [{ n: 1 }], shape: { type: "x", size: 1 } };
  const bad = { ...good, name: 5, items: [{ n: "1" }, { n: "2" }] };

  it.each([
    ["what fits", good],
    ["an unknown field", { ...good, more: 1, items: [{ n: 1, more: 2 }] }],
    ["an unknown enum value", { ...good, kind: "c", either: "m" }],
    ["an unknown member of a union", { ...good, shape: { type: "y", radius: 2 } }],
  ])("takes %s, and hands it over as received", async (_, data) => {
    await using server = await faultServer(json(200, data));
    expect(await transportTo(server.url, { validate: "throw" }).call(checked, {})).toEqual(data);
  });

  it.each([
    ["a wrong type", bad, ["name", "items[0].n", "items[1].n"]],
    ["a number for an enum of texts", { ...good, kind: 3 }, ["kind"]],
    ["a known member with a wrong field", { ...good, shape: { type: "x", size: "1" } }, ["shape.size"]],
    ["no such field", { ...good, items: undefined }, ["items"]],
  ])("throw refuses %s once and names it", async (_, data, fields) => {
    await using server = await faultServer(json(200, data));
    const thrown = await failure(transportTo(server.url, { validate: "throw" }).call(checked, {}));
    expect(thrown).toMatchObject({ name: "InvalidResponseError", code: "INVALID_RESPONSE", status: 200 });
    expect((thrown as unknown as { fields: { field: string }[] }).fields.map((it) => it.field)).toEqual(
      fields,
    );
    expect(server.requests).toHaveLength(1);
  });

  it("warn tells each kind of problem once and hands over what came", async () => {
    await using server = await faultServer(json(200, bad));
    const warnings: string[] = [];
    const logger = { ...leveled("silent"), warn: (message: string) => void warnings.push(message) };
    const transport = transportTo(server.url, { validate: "warn", logger });
    for (let call = 0; call < 3; call++) expect(await transport.call(checked, {})).toEqual(bad);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(
      /^GET .*usage answered with what the contract does not allow: name: .*; items\[0\]\.n: /,
    );
  });
});

it("10,000 calls on one long-lived signal leave no listener behind", async () => {
  const { signal } = new AbortController();
  const transport = transportTo("http://127.0.0.1:1", { fetch: async () => Response.json({ ok: true }) });
  let started = 0;
  const worker = async () => {
    while (started++ < 10_000) await transport.call(get, {}, { signal });
  };
  await Promise.all(Array.from({ length: 50 }, worker));
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
});
