import { randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type AccountCreateRequest, BrokerType, MarketType } from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compose } from "../../src/composition.ts";
import { countUnreadableCredentials } from "../../src/store/accounts.ts";
import { CredentialCipher } from "../../src/store/credential-cipher.ts";
import { loadCredentialKey } from "../../src/store/credential-key.ts";
import { call, databases, type Place, temporaryFolder } from "../gateway/support.ts";
import { startForTwo, type TwoUsers } from "./users.ts";

const secret = "hunter2-is-no-password";

function account(name: string, more: Partial<AccountCreateRequest> = {}): AccountCreateRequest {
  return {
    name,
    broker_type: BrokerType.BINANCE,
    credentials: { api_key: `${secret}-key`, api_secret: secret, extra_config: { deep: [secret] } },
    ...more,
  };
}

describe.each(databases)("accounts on $name", ({ prepare }) => {
  let place: Place;
  let users: TwoUsers;
  beforeAll(async () => {
    place = await prepare();
    users = await startForTwo(place);
  }, 120_000);
  afterAll(async () => {
    await users[Symbol.asyncDispose]();
    await place.remove();
  });

  it("are made with the contract's defaults", async () => {
    const { mine } = users;
    const made = await mine.accounts.create(account("plain"));
    expect(made).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: "plain",
      broker_type: "binance",
      account_source: null,
      available_markets: ["spot"],
      default_market: null,
      environment: "production",
      base_url: null,
      ws_url: null,
      status: "inactive",
      is_archived: false,
      last_validated_at: null,
      validation_error: null,
      created_at: expect.stringMatching(/Z$/),
      updated_at: made.created_at,
    });
    expect(await mine.accounts.get(made.id)).toEqual(made);
    expect(await mine.accounts.get(made.id.toUpperCase())).toEqual(made);
  });

  it("keep what they are given", async () => {
    const given = {
      broker_type: BrokerType.MT5,
      account_source: "FTMO",
      available_markets: [MarketType.FOREX, MarketType.SPOT],
      default_market: MarketType.FOREX,
      environment: "testnet",
      base_url: "https://broker.example/api",
      ws_url: "wss://broker.example",
      status: "active",
    } as const;
    const made = await users.mine.accounts.create(
      account("full", { ...given, available_markets: [...given.available_markets] }),
    );
    expect(made).toMatchObject(given);
  });

  it.each([
    ["name", { name: "renamed" }],
    ["status", { status: "suspended" }],
    ["available_markets", { available_markets: [] }],
    ["default_market", { default_market: "spot" }],
    ["environment and addresses", { environment: "testnet", base_url: "https://a", ws_url: "wss://a" }],
    ["nothing", {}],
    ["nothing, in nulls", { name: null, base_url: null, credentials: null, available_markets: null }],
  ] as const)("change by %s and by nothing else", async (what, change) => {
    const { mine } = users;
    const made = await mine.accounts.create(account(`change ${what}`, { base_url: "https://before" }));
    const changed = await mine.accounts.update(made.id, change as object);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
    expect(changed).toEqual({ ...made, ...given, updated_at: changed.updated_at });
    expect(Date.parse(changed.updated_at)).toBeGreaterThanOrEqual(Date.parse(made.updated_at));
    expect(await mine.accounts.get(made.id)).toEqual(changed);
  });

  it("are listed by name; archived ones on demand", async () => {
    const { theirs } = users;
    for (const name of ["b", "a", "ä", "B"]) await theirs.accounts.create(account(name));
    const { accounts, count } = await theirs.accounts.list();
    expect(accounts.map(({ name }) => name)).toEqual(["B", "a", "b", "ä"]);
    expect(count).toBe(4);

    const { id } = accounts[1]!;
    expect(await theirs.accounts.delete(id)).toEqual({ message: `Account ${id} archived` });
    await theirs.accounts.delete(id, { archive: true });
    const names = async (archived: boolean) =>
      (await theirs.accounts.list({ archived })).accounts.map(({ name }) => name);
    expect(await names(false)).toEqual(["B", "b", "ä"]);
    expect(await names(true)).toEqual(["B", "a", "b", "ä"]);
    expect(await theirs.accounts.get(id)).toMatchObject({ is_archived: true });
  });

  it("have names of their own, archived ones included", async () => {
    const { gateway, mine } = users;
    const { id } = await mine.accounts.create(account("once"));
    const other = await mine.accounts.create(account("other"));
    await mine.accounts.delete(id);
    const again = await call(gateway, "accounts.create", { body: account("once") });
    const renamed = await call(gateway, "accounts.update", {
      path: { account_id: other.id },
      body: { name: "once" },
    });
    for (const { status, json } of [again, renamed]) {
      expect(status).toBe(409);
      expect(json.detail).toMatch(/'once' already/);
    }
    expect(await mine.accounts.delete(id, { archive: false })).toEqual({ message: `Account ${id} deleted` });
    expect(await mine.accounts.create(account("once"))).not.toMatchObject({ id });
    await users.theirs.accounts.create(account("once"));
  });

  it("are not made twice by requests at once", async () => {
    const { gateway } = users;
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call(gateway, "accounts.create", { body: account("race") })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  it("of another user do not exist", async () => {
    const { mine, stranger } = users;
    const made = await mine.accounts.create(account("mine"));
    const path = { account_id: made.id };
    for (const id of ["accounts.get", "accounts.delete", "accounts.update"] as const) {
      const body = id === "accounts.update" ? { body: { name: "stolen" } } : {};
      const { status, json } = await call(stranger, id, { path, ...body });
      expect(status).toBe(404);
      expect(json.detail).toBe(`Account ${made.id} does not exist.`);
    }
    const hard = await call(stranger, "accounts.delete", { path, query: { archive: "false" } });
    expect(hard.status).toBe(404);
    expect(await mine.accounts.get(made.id)).toEqual(made);
    expect(JSON.stringify(await users.theirs.accounts.list({ archived: true }))).not.toContain(made.id);
  });

  it.each([
    ["no credentials", { name: "x", broker_type: "binance" }, "credentials", "missing"],
    ["an unknown broker", { ...account("x"), broker_type: "bank" }, "broker_type", "invalid_value"],
    ["an empty name", account(""), "name", "too_small"],
    ["a name with U+0000", account("x\u0000y"), "name", "invalid_text"],
    [
      "an environment with half a character",
      account("x", { environment: "\ud800" }),
      "environment",
      "invalid_text",
    ],
    ["an address with U+0000", account("x", { ws_url: "\u0000" }), "ws_url", "invalid_text"],
    ["a name of 256 characters", account("x".repeat(256)), "name", "too_big"],
    ["MT5 without source", account("x", { broker_type: "mt5" }), "account_source", "missing"],
    [
      "a secret that is no text",
      { ...account("x"), credentials: { password: 12345678 } },
      "credentials.password",
      "invalid_type",
    ],
  ])("with %s are 422", async (_name, body, field, type) => {
    const { status, json } = await call(users.gateway, "accounts.create", { body });
    expect(status).toBe(422);
    expect(json.details).toMatchObject([{ field, type }]);
    expect(JSON.stringify(json)).not.toMatch(/hunter2|12345678/);
  });

  it("that are none are 404, and what is no id is 422", async () => {
    const { gateway } = users;
    for (const id of ["accounts.get", "accounts.update", "accounts.delete"] as const) {
      const body = id === "accounts.update" ? { body: {} } : {};
      const unknown = await call(gateway, id, { path: { account_id: randomUUID() }, ...body });
      expect(unknown.status).toBe(404);
      const wrong = await call(gateway, id, { path: { account_id: "1' or '1'='1" }, ...body });
      expect(wrong.status).toBe(422);
      expect(wrong.json.details).toMatchObject([{ field: "account_id" }]);
    }
  });

  describe("credentials", () => {
    const stored = async (id: string) => {
      const { credentials } = await users.gateway.database.queries
        .selectFrom("accounts")
        .select("credentials")
        .where("id", "=", id)
        .executeTakeFirstOrThrow();
      const cipher = new CredentialCipher(await loadCredentialKey(place.dataDir, undefined));
      return { bytes: Buffer.from(credentials), opened: cipher.open(credentials, id) };
    };

    it("are stored encrypted, replaced as a whole, and in no answer", async () => {
      const { gateway } = users;
      const made = await call(gateway, "accounts.create", { body: account("sealed") });
      const id = made.json.id as string;
      const before = await stored(id);
      expect(before.opened).toEqual(account("sealed").credentials);

      const path = { account_id: id.toUpperCase() };
      const body = { credentials: { password: `${secret}-new` } };
      const changed = await call(gateway, "accounts.update", { path, body });
      const after = await stored(id);
      expect(after.opened).toEqual(body.credentials);
      for (const { bytes } of [before, after]) expect(bytes.includes(secret)).toBe(false);

      const got = await call(gateway, "accounts.get", { path });
      const listed = await call(gateway, "accounts.list");
      for (const { json } of [made, changed, got, listed]) {
        expect(JSON.stringify(json)).not.toMatch(/hunter2|credentials/);
      }
    });

    it("of another key are counted", async () => {
      const { queries } = users.gateway.database;
      const all = (await queries.selectFrom("accounts").select("id").execute()).length;
      const key = await loadCredentialKey(place.dataDir, undefined);
      expect(await countUnreadableCredentials(queries, new CredentialCipher(key))).toBe(0);
      expect(await countUnreadableCredentials(queries, new CredentialCipher(new Uint8Array(32)))).toBe(all);
    });
  });
});

describe("a data folder with accounts", () => {
  it("holds no credential in clear in any of its files", async () => {
    const place = await databases[0]!.prepare();
    try {
      const users = await startForTwo(place);
      await users.mine.accounts.create(account("a-name-in-clear"));
      await users[Symbol.asyncDispose]();

      const entries = await readdir(place.dataDir, { recursive: true, withFileTypes: true });
      const files = await Promise.all(
        entries
          .filter((entry) => entry.isFile())
          .map((entry) => readFile(join(entry.parentPath, entry.name))),
      );
      expect(files.some((bytes) => bytes.includes("a-name-in-clear"))).toBe(true);
      expect(files.some((bytes) => bytes.includes(secret))).toBe(false);
    } finally {
      await place.remove();
    }
  }, 120_000);

  it("is given back when the key is none", async () => {
    const { path, remove } = await temporaryFolder();
    const starting = () =>
      compose({
        dataDir: path,
        databaseUrl: undefined,
        host: "127.0.0.1",
        port: 0,
        workers: 1,
        logLevel: "error",
        credentialKey: "0123",
      });
    await expect(starting()).rejects.toMatchObject({ code: "GATEWAY_CREDENTIALS_KEY" });
    await expect(starting()).rejects.toMatchObject({ code: "GATEWAY_CREDENTIALS_KEY" });
    await remove();
  });
});
