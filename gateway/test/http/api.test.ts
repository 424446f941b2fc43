import { unzipSync } from "fflate";
import { type OperationId, operations, TaskStatus } from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Composition, compose } from "../../src/composition.ts";
import { createApiKey } from "../../src/store/api-keys.ts";
import { ensureUser } from "../../src/store/users.ts";
import {
  backtestRequest,
  call,
  databases,
  ended,
  type Place,
  smaStrategy,
  sp500File,
  type Target,
} from "../gateway/support.ts";

const someId = "3f0c4f0e-6c1d-4a0e-8a52-6a2f0f1d9b11";
const parquetMagic = [0x50, 0x41, 0x52, 0x31];

/** Something to put into every path. */
const path = { key_id: someId, strategy: "nothing", task_id: someId, instrument_id: 4711 };
const ids = Object.keys(operations) as OperationId[];
/** What has no handler and so answers 501; a gateway that sells nothing will never have a checkout. */
const unavailable: readonly OperationId[] = [
  "billing.createCheckout",
  "export.createBatch",
  "tasks.cancel",
  "tasks.downloadResults",
  "tasks.list",
];
const guarded = ids.filter((id) => !operations[id].public);

describe.each(databases)("the API on $name", ({ prepare }) => {
  let place: Place;
  let gateway: Composition;
  /** The same gateway through the key of another user. */
  let stranger: Target;

  beforeAll(async () => {
    place = await prepare();
    gateway = await compose({ ...place, host: "127.0.0.1", port: 0, workers: 1, logLevel: "error" });
    await gateway.market.importBars({ instrument: "SP500", freq: "1D", file: sp500File });
    const { queries } = gateway.database;
    const { key } = await createApiKey(queries, await ensureUser(queries, "stranger"), "test");
    stranger = { url: gateway.url, apiKey: key };
  }, 120_000);

  afterAll(async () => {
    await gateway.close();
    await place.remove();
  });

  describe("authentication", () => {
    const wrong: readonly [string, string | undefined, Record<string, string>][] = [
      ["no key", undefined, {}],
      ["an empty key", "", {}],
      ["an unknown key", "tp_live_unknown", {}],
      ["a token", undefined, { authorization: "Bearer abc" }],
    ];
    it.each(guarded.flatMap((id) => wrong.map(([name, key, headers]) => [id, name, key, headers] as const)))(
      "%s with %s is 401",
      async (id, _name, apiKey, headers) => {
        const answer = await call({ url: gateway.url, apiKey }, id, { path, headers });
        expect(answer.status).toBe(401);
        expect(answer.json.detail).toMatch(/key/);
      },
    );

    it("asks for none where the contract asks for none", async () => {
      const { status, json } = await call({ url: gateway.url, apiKey: undefined }, "health.get");
      expect(status).toBe(200);
      expect(json).toMatchObject({ status: "ok", version: "0.1.0", capabilities: ["engine_options"] });
    });

    it("is done before the body is read", async () => {
      const body = "x".repeat(1_000_000);
      expect((await call({ url: gateway.url, apiKey: "no" }, "export.create", { body })).status).toBe(401);
    });
  });

  describe("keys", () => {
    it("work from their creation until they are revoked, at once", async () => {
      const { status, json } = await call(gateway, "apiKeys.create", { body: { name: "mine" } });
      expect(status).toBe(201);
      expect(json.api_key).toMatch(/^tp_live_[\w-]{43}$/);
      const mine = { url: gateway.url, apiKey: json.api_key as string };
      expect((await call(mine, "strategies.list")).status).toBe(200);

      const { json: list } = await call(mine, "apiKeys.list");
      expect(list.keys).toContainEqual(
        expect.objectContaining({ id: json.id, name: "mine", revoked: false }),
      );
      expect(JSON.stringify(list)).not.toContain(json.api_key);

      expect((await call(mine, "apiKeys.revoke", { path: { key_id: json.id as string } })).status).toBe(204);
      expect((await call(mine, "strategies.list")).status).toBe(401);
      const { json: after } = await call(gateway, "apiKeys.list");
      expect(after.keys).toContainEqual(expect.objectContaining({ id: json.id, revoked: true }));
      expect((await call(gateway, "apiKeys.revoke", { path: { key_id: json.id as string } })).status).toBe(
        204,
      );
    });

    it("remember when they were used", async () => {
      const { json } = await call(gateway, "apiKeys.create", { body: { name: "used" } });
      await call({ url: gateway.url, apiKey: json.api_key as string }, "strategies.list");
      const lastUsed = async () => {
        const { json: list } = await call(gateway, "apiKeys.list");
        return (list.keys as { id: string; last_used: string | null }[]).find((key) => key.id === json.id)
          ?.last_used;
      };
      await expect.poll(lastUsed).toMatch(/^\d{4}-/);
    });

    it("belong to their user", async () => {
      const { json } = await call(gateway, "apiKeys.create", { body: { name: "not yours" } });
      expect((await call(stranger, "apiKeys.revoke", { path: { key_id: json.id as string } })).status).toBe(
        404,
      );
      expect(JSON.stringify((await call(stranger, "apiKeys.list")).json)).not.toContain(json.id);
    });

    it.each([
      [{}, "name", "missing"],
      [{ name: "" }, "name", "too_small"],
      [{ name: "x".repeat(101) }, "name", "too_big"],
      [{ name: 1 }, "name", "invalid_type"],
      [{ name: "a\u0000" }, "name", "invalid_text"],
    ])("are not made from %j", async (body, field, type) => {
      const { status, json } = await call(gateway, "apiKeys.create", { body });
      expect(status).toBe(422);
      expect(json.details).toMatchObject([{ field, type }]);
    });
  });

  describe("strategies", () => {
    it("are created once and got from then on, unchanged", async () => {
      const { status, json } = await call(gateway, "strategies.create", { body: smaStrategy("once", 20) });
      expect(status).toBe(201);
      expect(json).toMatchObject({
        id: expect.any(String),
        name: "once",
        base_instrument_id: 1,
        indicators: [{ instrument_id: 1, indicator: { period: 20 } }],
        base_blueprint: { id: expect.any(String) },
      });
      const again = await call(gateway, "strategies.create", { body: smaStrategy("once", 50) });
      expect(again.status).toBe(200);
      expect(again.json).toEqual(json);
      for (const strategy of ["once", json.id as string]) {
        expect((await call(gateway, "strategies.get", { path: { strategy } })).json).toEqual(json);
      }
    });

    it.each(["a b", "ä/ö", "100%", "..", "x?y#z", "名前"])("may be called %j", async (name) => {
      const { status, json } = await call(gateway, "strategies.create", { body: smaStrategy(name) });
      expect(status).toBe(201);
      // URL parsers fold `..`, escaped or not: such a strategy is reached by its id.
      const strategy = name === ".." ? (json.id as string) : name;
      expect((await call(gateway, "strategies.get", { path: { strategy } })).json).toEqual(json);
    });

    it("are archived, then deleted", async () => {
      await call(gateway, "strategies.create", { body: smaStrategy("gone") });
      const names = async (archived: string) => {
        const { json } = await call(gateway, "strategies.list", { query: { archived } });
        expect(json.count).toBe((json.strategies as unknown[]).length);
        return (json.strategies as { name: string }[]).map((strategy) => strategy.name);
      };
      const remove = (archive: string) =>
        call(gateway, "strategies.delete", { path: { strategy: "gone" }, query: { archive } });

      expect((await remove("true")).json).toEqual({ message: "Strategy 'gone' archived" });
      expect(await names("false")).not.toContain("gone");
      expect(await names("true")).toContain("gone");
      expect((await call(gateway, "strategies.get", { path: { strategy: "gone" } })).status).toBe(200);
      expect((await remove("false")).json).toEqual({ message: "Strategy 'gone' deleted" });
      expect(await names("true")).not.toContain("gone");
      expect((await remove("false")).status).toBe(404);
      expect((await call(gateway, "strategies.get", { path: { strategy: "gone" } })).status).toBe(404);
    });

    it("belong to their user, and names do not clash between users", async () => {
      const { json } = await call(gateway, "strategies.create", { body: smaStrategy("shared name") });
      for (const strategy of ["shared name", json.id as string]) {
        expect((await call(stranger, "strategies.get", { path: { strategy } })).status).toBe(404);
      }
      expect((await call(stranger, "strategies.delete", { path: { strategy: "shared name" } })).status).toBe(
        404,
      );
      expect((await call(stranger, "strategies.create", { body: smaStrategy("shared name") })).status).toBe(
        201,
      );
    });

    it("are not deleted while a portfolio selects them, but may be archived", async () => {
      await call(gateway, "strategies.create", { body: smaStrategy("selected") });
      const portfolio = {
        name: "holder",
        capital: "1",
        currency: "USD",
        account_source: "BINANCE",
        selections: [{ strategy_name: "selected", blueprint_name: "base" }],
      };
      expect((await call(gateway, "portfolios.create", { body: portfolio })).status).toBe(201);
      const remove = (archive: string) =>
        call(gateway, "strategies.delete", { path: { strategy: "selected" }, query: { archive } });

      const refused = await remove("false");
      expect(refused.status).toBe(409);
      expect(refused.json.detail).toMatch(/'selected' is selected by portfolio 'holder'/);
      expect((await remove("true")).status).toBe(200);
      expect((await remove("false")).status).toBe(409);
      await call(gateway, "portfolios.delete", { path: { name: "holder" }, query: { archive: "false" } });
      expect((await remove("false")).status).toBe(200);
      expect((await remove("false")).status).toBe(404);
    });

    it.each([
      ["U+0000", "a\u0000", "invalid_text"],
      ["half of a surrogate pair", "a\ud800", "invalid_text"],
      ["more characters than an index takes", "x".repeat(256), "too_big"],
    ])("with %s in their name are refused", async (_name, name, type) => {
      const { status, json } = await call(gateway, "strategies.create", { body: smaStrategy(name) });
      expect(status).toBe(422);
      expect(json.details).toMatchObject([{ field: "name", type }]);
    });

    it("whose name nothing can have are not there", async () => {
      for (const id of ["strategies.get", "strategies.delete"] as const) {
        expect((await call(gateway, id, { path: { strategy: "a\u0000" } })).status).toBe(404);
      }
    });

    it("are not stored when they do not fit the contract", async () => {
      const { status, json } = await call(gateway, "strategies.create", {
        body: { ...smaStrategy("bad"), base_freq: 1 },
      });
      expect(status).toBe(422);
      expect(json.details).toMatchObject([{ field: "base_freq" }]);
      expect((await call(gateway, "strategies.get", { path: { strategy: "bad" } })).status).toBe(404);
    });
  });

  describe("exports", () => {
    it("become a task that completes, with trades and performance as files and as an archive", async () => {
      const { status, json } = await call(gateway, "export.create", {
        body: backtestRequest([smaStrategy("sma")]),
      });
      expect(status).toBe(202);
      expect(json).toMatchObject({ operation_type: "backtest-results" });
      const task = await ended(gateway, json.task_id as string);
      expect(task).toMatchObject({
        status: TaskStatus.COMPLETED,
        export_type: 0,
        error_message: null,
        strategy_counts: 1,
        blueprint_counts: 1,
        indicator_counts: 1,
        trigger_counts: 2,
        input_rows: 251,
      });

      const get = { path: { task_id: json.task_id as string } };
      const trades = await call(gateway, "tasks.downloadTrades", get);
      const performance = await call(gateway, "tasks.downloadPerformance", get);
      expect([...trades.bytes.slice(0, 4)]).toEqual(parquetMagic);
      const archive = await call(gateway, "tasks.downloadResult", get);
      expect(unzipSync(archive.bytes)).toEqual({
        "trades.parquet": trades.bytes,
        "performance.parquet": performance.bytes,
      });
      expect((await call(gateway, "tasks.downloadResult", get)).bytes).toEqual(archive.bytes);
      for (const id of ["tasks.downloadEnhancedOhlcv", "tasks.getValidationResult"] as const) {
        const answer = await call(gateway, id, get);
        expect(answer.status).toBe(404);
        expect(answer.json.detail).toMatch(/has no result/);
      }
    }, 60_000);

    it("belong to their user", async () => {
      const { json } = await call(gateway, "export.create", { body: backtestRequest([smaStrategy("mine")]) });
      await ended(gateway, json.task_id as string);
      for (const id of ["tasks.get", "tasks.downloadTrades", "tasks.downloadResult"] as const) {
        expect((await call(stranger, id, { path: { task_id: json.task_id as string } })).status).toBe(404);
      }
    });

    it("of VALIDATE_STRATEGY answer what is wrong, as a result", async () => {
      const good = smaStrategy("good");
      const bad = { ...smaStrategy("bad"), base_instrument: "NOTHING" };
      const body = { ...backtestRequest([good, bad]), export_type: 4 };
      const { json } = await call(gateway, "export.create", { body });
      expect(await ended(gateway, json.task_id as string)).toMatchObject({ status: TaskStatus.COMPLETED });
      const result = await call(gateway, "tasks.getValidationResult", {
        path: { task_id: json.task_id as string },
      });
      expect(result.json).toMatchObject({
        valid: false,
        validated_strategies: ["good", "bad"],
        errors: expect.arrayContaining([
          expect.objectContaining({ strategy_name: "bad", field_path: "base_instrument" }),
        ]),
      });
    });

    it.each<[string, object, string, RegExp]>([
      [
        "an unknown instrument",
        backtestRequest([smaStrategy("ok"), { ...smaStrategy("s"), base_instrument: "NOTHING" }]),
        "strategy_configs[1].base_instrument",
        /NOTHING/,
      ],
      [
        "a column that does not exist",
        backtestRequest([{ ...smaStrategy("s"), indicators: [] }]),
        "strategy_configs[0].base_blueprint.entry_triggers[0].conditions[0]",
        /SMA\|20/,
      ],
      ["a period after the data", backtestRequest([smaStrategy("s")], 2030), "start_date", /2020-04-17/],
      ["a period before the data", backtestRequest([smaStrategy("s")], 1990), "end_date", /2000-01-03/],
      [
        "a date that is none",
        { ...backtestRequest([smaStrategy("s")]), start_date: "soon" },
        "start_date",
        /soon/,
      ],
      ["no dates", { ...backtestRequest([smaStrategy("s")]), end_date: null }, "end_date", /required/],
      ["a wrong form", { ...backtestRequest([smaStrategy("s")]), export_type: 9 }, "export_type", /./],
    ])("with %s are refused before they become a task", async (_name, body, field, message) => {
      const { status, json } = await call(gateway, "export.create", { body });
      expect(status).toBe(422);
      expect(json.details).toContainEqual(
        expect.objectContaining({
          field: expect.stringContaining(field),
          message: expect.stringMatching(message),
        }),
      );
      expect(json.detail).toContain((json.details as { field: string }[])[0]?.field);
    });
  });

  describe("endpoints of the contract that this gateway does not offer", () => {
    it.each(unavailable)("%s is 501", async (id) => {
      const { status, json } = await call(gateway, id, { path });
      expect(status).toBe(501);
      const { method, path: template } = operations[id];
      expect(json.detail).toBe(`${method} ${template} is not available on this gateway.`);
    });
    it("takes the longest query that the contract allows", async () => {
      const query = Array.from({ length: 500 }, () => `ids=${someId}`).join("&");
      const headers = { "x-api-key": gateway.apiKey };
      const response = await fetch(`${gateway.url}/api/v1/tasks?${query}`, { headers });
      expect(response.status).toBe(501);
    });
    it("needs a key all the same", async () => {
      expect((await call({ url: gateway.url, apiKey: undefined }, "tasks.list")).status).toBe(401);
    });
  });

  describe("tasks and results that are not there", () => {
    const reading = ids.filter(
      (id) => operations[id].path.includes("{task_id}") && !unavailable.includes(id),
    );
    it.each(reading)("%s of an unknown task is 404", async (id) => {
      const { status, json } = await call(gateway, id, { path });
      expect(status).toBe(404);
      expect(json.detail).toBe(`Task ${someId} does not exist.`);
    });
    it.each(reading)("%s of something that is no task id is 422", async (id) => {
      const { status, json } = await call(gateway, id, { path: { task_id: "../../etc/passwd" } });
      expect(status).toBe(422);
      expect(json.details).toMatchObject([{ field: "task_id" }]);
    });
  });

  describe("instruments", () => {
    it("are listed and read", async () => {
      const { json } = await call(gateway, "instruments.list");
      expect(json).toMatchObject({
        count: 1,
        total: 1,
        limit: 100,
        offset: 0,
        instruments: [{ id: 1, symbol: "SP500" }],
      });
      expect((await call(gateway, "instruments.get", { path: { instrument_id: 1 } })).json).toMatchObject({
        id: 1,
      });
      expect((await call(gateway, "instruments.get", { path: { instrument_id: 2 } })).status).toBe(404);
      expect((await call(gateway, "instruments.get", { path: { instrument_id: "x" } })).status).toBe(422);
    });

    it.each([
      [{ symbol: "sp5" }, 1, 1],
      [{ symbol: "nothing" }, 0, 0],
      [{ market_type: "forex" }, 0, 0],
      [{ offset: "1" }, 0, 1],
    ])("match %j", async (query, count, total) => {
      expect((await call(gateway, "instruments.list", { query })).json).toMatchObject({ count, total });
    });

    it("do not take a page of 0", async () => {
      const { status, json } = await call(gateway, "instruments.list", { query: { limit: "0" } });
      expect(status).toBe(422);
      expect(json.details).toMatchObject([{ field: "limit" }]);
    });
  });

  describe("requests that are none", () => {
    const send = (url: string, init: RequestInit = {}) =>
      fetch(`${gateway.url}${url}`, { ...init, headers: { "x-api-key": gateway.apiKey, ...init.headers } });

    it.each([
      ["GET", "/", 404],
      ["GET", "/api/v1/nothing", 404],
      ["PATCH", "/api/v1/strategies", 404],
      ["GET", "/api/v1/strategies/%ZZ", 404],
      ["GET", `/api/v1/strategies/${"x".repeat(5_000)}`, 404],
    ])("%s %s is %i with a JSON body", async (method, url, status) => {
      const response = await send(url, { method });
      expect(response.status).toBe(status);
      expect(response.headers.get("x-request-id")).toMatch(/./);
      expect(await response.json()).toEqual({ detail: expect.any(String) });
    });

    it.each([
      ["no JSON", "{", "application/json"],
      ["no body", "", "application/json"],
      ["no object", "[]", "application/json"],
      ["null", "null", "application/json"],
      ["JSON under another type that is no strategy", "{}", "text/plain"],
      ["a form", "a=b", "application/x-www-form-urlencoded"],
    ])("%s is 422", async (_name, body, type) => {
      const { status, json } = await call(gateway, "strategies.create", {
        body,
        headers: { "content-type": type },
      });
      expect(status).toBe(422);
      expect(json.details).not.toEqual([]);
      expect(JSON.stringify(json)).not.toMatch(/node_modules|\.ts|\n *at /);
    });

    it("larger than 64 MB are 413", async () => {
      const body = JSON.stringify({ name: "x".repeat(64 * 1024 * 1024) });
      const { status, json } = await call(gateway, "strategies.create", { body });
      expect(status).toBe(413);
      expect(json.detail).toMatch(/64 MB/);
    });

    it("that delete may carry a content type without a body, as some clients send", async () => {
      const headers = { "content-type": "application/json" };
      const { status } = await call(gateway, "strategies.delete", { path: { strategy: "nothing" }, headers });
      expect(status).toBe(404);
    });

    it.each([
      ["abc-1", "abc-1"],
      ["two words", undefined],
      ["x".repeat(200), undefined],
    ])("keep a request id of their own when it is one: %j", async (given, kept) => {
      const { headers } = await call(gateway, "health.get", { headers: { "x-request-id": given } });
      if (kept === undefined) expect(headers.get("x-request-id")).not.toBe(given);
      else expect(headers.get("x-request-id")).toBe(kept);
    });
  });
});
