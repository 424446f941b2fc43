import { randomUUID } from "node:crypto";
import { type AccountSource, BrokerType, ExecutionMode } from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, databases, type Place } from "../gateway/support.ts";
import { startForTwo, type TwoUsers } from "./users.ts";

describe.each(databases)("bindings on $name", ({ prepare }) => {
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

  /** An account and a portfolio that no other test has. */
  async function pair(source: AccountSource | null = null, client = users.mine) {
    const name = randomUUID();
    const broker_type = BrokerType.BINANCE;
    const account = await client.accounts.create({
      name,
      broker_type,
      account_source: source,
      credentials: {},
    });
    await client.portfolios.create({ name, capital: 1, currency: "USDT", account_source: "BINANCE" });
    return { account_id: account.id, portfolio_name: name };
  }

  it("are made, listed in the order of their making, and removed", async () => {
    const { theirs } = users;
    const first = await theirs.bindings.create(await pair(null, theirs));
    const given = { ...(await pair("BINANCE", theirs)), execution_mode: ExecutionMode.PRICE_PRIORITY };
    const second = await theirs.bindings.create(given);
    expect(first).toMatchObject({ execution_mode: "signal_priority", is_active: true });
    expect(second).toMatchObject({ account_id: given.account_id, execution_mode: "price_priority" });
    expect(second.user_id).toBe(first.user_id);
    expect(await theirs.bindings.list()).toEqual({ bindings: [first, second], count: 2 });
    expect(await theirs.bindings.delete(first.id)).toEqual({ message: `Binding ${first.id} deleted` });
    expect(await theirs.bindings.list()).toEqual({ bindings: [second], count: 1 });
  });

  it("are made once for a pair, however many ask at once", async () => {
    const body = await pair();
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => call(users.gateway, "bindings.create", { body })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(7).fill(409)]);
  });

  it("keep account and portfolio from being deleted, but not from being archived", async () => {
    const { gateway, mine } = users;
    const { account_id, portfolio_name: name } = await pair();
    const binding = await mine.bindings.create({ account_id, portfolio_name: name });
    const query = { archive: "false" };
    const remove = async () => [
      await call(gateway, "accounts.delete", { path: { account_id }, query }),
      await call(gateway, "portfolios.delete", { path: { name }, query }),
    ];
    for (const { status, json } of await remove()) {
      expect(status).toBe(409);
      expect(json.detail).toMatch(/bound to .* archive it\.$/);
    }
    await mine.accounts.delete(account_id);
    await mine.portfolios.delete(name);
    expect((await mine.bindings.list()).bindings).toContainEqual(binding);
    await mine.bindings.delete(binding.id);
    expect((await remove()).map(({ status }) => status)).toEqual([200, 200]);
  });

  it("need account and portfolio to be of one source", async () => {
    const body = await pair("IB");
    const { status, json } = await call(users.gateway, "bindings.create", { body });
    expect(status).toBe(422);
    expect(json.details).toMatchObject([
      { field: "account_id", message: `is of IB, portfolio '${body.portfolio_name}' is for BINANCE` },
    ]);
  });

  it("of another user, or to things of another user, do not exist", async () => {
    const { gateway, mine, stranger } = users;
    const ours = await pair();
    const binding = await mine.bindings.create(ours);
    const path = { binding_id: binding.id };
    expect((await call(stranger, "bindings.delete", { path })).status).toBe(404);
    expect((await mine.bindings.list()).bindings).toContainEqual(binding);
    expect((await users.theirs.bindings.list()).bindings).not.toContainEqual(binding);

    const foreign = await pair(null, users.theirs);
    for (const body of [
      { ...ours, account_id: foreign.account_id },
      { ...ours, portfolio_name: foreign.portfolio_name },
      { ...ours, account_id: randomUUID() },
      { ...ours, portfolio_name: "none" },
    ]) {
      const { status, json } = await call(gateway, "bindings.create", { body });
      expect(status).toBe(404);
      expect(json.detail).toMatch(/^(Account|Portfolio) .* does not exist\.$/);
    }
  });

  it.each([
    [{}, ["account_id", "portfolio_name"]],
    [{ account_id: "x", portfolio_name: "p" }, ["account_id"]],
    [{ account_id: randomUUID(), portfolio_name: "p\u0000" }, ["portfolio_name"]],
    [{ account_id: randomUUID(), portfolio_name: "p", execution_mode: "fast" }, ["execution_mode"]],
  ])("are not made from %j", async (body, fields) => {
    const { status, json } = await call(users.gateway, "bindings.create", { body });
    expect(status).toBe(422);
    expect((json.details as { field: string }[]).map(({ field }) => field)).toEqual(fields);
  });

  it("that are none are 404, and what is no id is 422", async () => {
    const remove = (binding_id: string) => call(users.gateway, "bindings.delete", { path: { binding_id } });
    expect((await remove(randomUUID())).status).toBe(404);
    expect((await remove("none")).status).toBe(422);
  });
});
