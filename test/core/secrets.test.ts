import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { resolveConfig, type TradePoseClient, type TradePoseError } from "../../src/core/index.ts";
import type { AccountCreateRequest } from "../../src/generated/models.ts";
import { type Answer, json, serve } from "./server.ts";

const KEY = "tp_test_0123456789";
const PASSWORD = "correct-horse";
/** Made by the server and shown once. */
const NEW_KEY = "tp_live_9876543210";
const COOKIE = "c00kie-of-a-session";
const secrets = [KEY, PASSWORD, NEW_KEY, COOKIE];

const account: AccountCreateRequest = {
  name: "a",
  account_source: "BINANCE",
  broker_type: "binance",
  credentials: { account_id: "1", password: PASSWORD },
};

const calls = {
  account: (client: TradePoseClient) => client.accounts.create(account),
  key: (client: TradePoseClient) => client.apiKeys.create({ name: "k" }),
  download: (client: TradePoseClient) => client.tasks.downloadTrades("t"),
} as const;

const raw =
  (status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer =>
  (response) =>
    response.writeHead(status, headers).end(text);
const echoing =
  (status: number, body: unknown): Answer =>
  (response) =>
    json(response, body, status);

const newKey = { id: "1", name: "k", api_key: NEW_KEY, created_at: "2026-01-01T00:00:00Z" };

describe("an answer that tells a secret", () => {
  it.each([
    [
      "FastAPI's field list with the value",
      "account",
      echoing(422, {
        detail: [
          { loc: ["body", "credentials", "password"], msg: `${PASSWORD} is too short`, input: PASSWORD },
          { loc: ["body"], msg: "wrong", input: account },
        ],
      }),
      "VALIDATION",
    ],
    [
      "the contract's field list with the value",
      "account",
      echoing(422, { details: [{ field: "credentials.password", message: "no", value: "of somebody" }] }),
      "VALIDATION",
    ],
    ["an error with the request", "account", echoing(500, { detail: { request: account } }), "SERVER"],
    ["an error as text", "account", raw(400, `got Credentials(password='${PASSWORD}')`), "API"],
    ["an error page", "account", raw(500, `<html><title>${PASSWORD} ${KEY}</title></html>`), "SERVER"],
    ["headers", "account", raw(404, "", { "x-request-id": KEY, "set-cookie": COOKIE }), "NOT_FOUND"],
    ["200 with a page", "account", raw(200, `<p>${PASSWORD}</p>`), "INVALID_RESPONSE"],
    ["200 of another shape", "key", echoing(200, { ...newKey, id: {} }), "INVALID_RESPONSE"],
    ["200 with the key at another place", "key", echoing(200, { api_key: [NEW_KEY] }), "INVALID_RESPONSE"],
    ["200 that is cut", "key", raw(200, JSON.stringify(newKey).slice(0, -5)), "INVALID_RESPONSE"],
    ["200 cut within the key", "key", raw(200, `{"api_key":"${NEW_KEY}`), "INVALID_RESPONSE"],
    ["no file", "download", raw(200, `${KEY} is not allowed`), "SERIALIZATION"],
    ["no file, late", "download", raw(200, `the given key ${KEY}`), "SERIALIZATION"],
  ] as const)("does not get it printed: %s", async (_, call, answer, code) => {
    const printed: string[] = [];
    const print = (it: unknown) => {
      printed.push(inspect(it, { depth: 20, showHidden: true }));
    };
    const { client } = await serve(answer, {
      apiKey: KEY,
      headers: { cookie: COOKIE },
      validate: "throw",
      logLevel: "debug",
      logger: { debug: print, info: print, warn: print, error: print },
      onRequest: print,
      onResponse: print,
      onRetry: print,
    });
    const error: TradePoseError = await calls[call](client).then(
      () => expect.unreachable("the call succeeded"),
      (it) => it,
    );
    expect(error).toMatchObject({ code });
    for (const it of [error, client, client.config]) print(it);
    printed.push(error.message, String(error.stack), JSON.stringify(error), JSON.stringify(client.config));
    for (const secret of secrets) expect(printed.join("\n")).not.toContain(secret);
    // What is shown in place of it: the test would also pass if nothing were.
    expect(printed.join("\n")).toContain(call === "download" ? "[reda" : "[redacted]");
  });

  it("is told by a warning neither", async () => {
    const lines: string[] = [];
    const { client } = await serve(echoing(200, { ...newKey, [NEW_KEY]: 1, id: {} }), {
      validate: "warn",
      logger: { ...console, warn: (line: string) => void lines.push(line) },
    });
    await client.apiKeys.create({ name: "k" });
    expect(lines.join()).toMatch(/id: /);
    expect(lines.join()).not.toContain(NEW_KEY);
  });

  it("gives it to whoever asked for it", async () => {
    const { client } = await serve((response) => {
      response.setHeader("set-cookie", COOKIE);
      json(response, newKey);
    });
    const { data, response } = await client.apiKeys.create({ name: "k" }).withResponse();
    expect(data.api_key).toBe(NEW_KEY);
    expect(response.headers.get("set-cookie")).toBe(COOKIE);
    expect(inspect(response, { showHidden: true })).not.toContain("key");
  });
});

describe("settings", () => {
  it("of headers are sent whole and printed without what they hold", async () => {
    const headers = { Authorization: "Bearer abcdef", Cookie: COOKIE, "x-team": "a" };
    let sent: unknown;
    const { client } = await serve(
      (response, request) => {
        sent = request.headers;
        json(response, {});
      },
      { headers },
    );
    await client.usage.getCurrent();
    expect(sent).toMatchObject({ authorization: "Bearer abcdef", cookie: COOKIE, "x-team": "a" });
    for (const text of [inspect(client, { depth: 5 }), JSON.stringify(client.config)]) {
      expect(text).toMatch(/x-team/);
      expect(text).not.toMatch(/abcdef|c00kie/);
    }
  });

  it.each(["http://me:hidden@host/", "ftp://me:hidden@host", "me:hidden@host", "http://me:hid/den@[x"])(
    "of the address are not repeated: %s",
    (serverUrl) => {
      expect(() => resolveConfig({ apiKey: KEY, serverUrl }, {})).toThrow(
        expect.objectContaining({ code: "CONFIG", message: expect.not.stringMatching(/hid|den/) }),
      );
    },
  );
});
