import type { PortfolioCreateRequest } from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, databases, type Place } from "../gateway/support.ts";
import { startForTwo, type TwoUsers } from "./users.ts";

function portfolio(name: string, more: Partial<PortfolioCreateRequest> = {}): PortfolioCreateRequest {
  return { name, capital: "100000", currency: "USD", account_source: "FTMO", ...more };
}

describe.each(databases)("portfolios on $name", ({ prepare }) => {
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
    const made = await mine.portfolios.create(portfolio("plain"));
    expect(made).toEqual({ ...portfolio("plain"), selections: [], instrument_mapping: null });
    expect(await mine.portfolios.get("plain")).toEqual(made);
  });

  it("keep selections and mapping in their order", async () => {
    const given = portfolio("growth", {
      selections: [
        { strategy_name: "z", blueprint_name: "base" },
        { strategy_name: "a", blueprint_name: "with \u0000 inside" },
        { strategy_name: "half \ud800 a character", blueprint_name: "b" },
      ],
      instrument_mapping: { ZZ: "US500.cash", AA: 17, "0": "first?" },
    });
    const made = await users.mine.portfolios.create(given);
    expect(made).toEqual(given);
    expect(Object.keys(made.instrument_mapping ?? {})).toEqual(Object.keys(given.instrument_mapping ?? {}));
  });

  it.each([
    ["0.1", "0.1"],
    ["12345678901234567890.123456789012345678", "12345678901234567890.123456789012345678"],
    ["1E5", "1E5"],
    ["-3", "-3"],
    [120000, "120000"],
    [0.1, "0.1"],
    [1e21, "1e+21"],
    [1e-7, "1e-7"],
  ])("keep every digit of a capital of %j", async (capital, kept) => {
    const made = await users.mine.portfolios.create(
      portfolio(`capital ${typeof capital} ${capital}`, { capital }),
    );
    expect(made.capital).toBe(kept);
  });

  it.each(["with space", "a/b", "ä%41", "..%2F..", "name?x=1#y", "x".repeat(255), "投資"])(
    "are found by the name %j",
    async (name) => {
      const { mine } = users;
      await mine.portfolios.create(portfolio(name));
      expect(await mine.portfolios.get(name)).toMatchObject({ name });
      expect(await mine.portfolios.update(name, { capital: "1" })).toMatchObject({ name, capital: "1" });
      expect(await mine.portfolios.delete(name)).toEqual({ message: `Portfolio '${name}' archived` });
    },
  );

  it.each([
    ["capital", { capital: "5" }],
    ["selections, all of them", { selections: [{ strategy_name: "new", blueprint_name: "b" }] }],
    ["no selections", { selections: [] }],
    ["mapping", { instrument_mapping: { X: "Y" } }],
    ["nothing", {}],
    ["nothing, in nulls", { capital: null, selections: null, instrument_mapping: null }],
  ] as const)("change by %s and by nothing else", async (what, change) => {
    const { mine } = users;
    const made = await mine.portfolios.create(
      portfolio(`change ${what}`, {
        selections: [{ strategy_name: "s", blueprint_name: "b" }],
        instrument_mapping: { A: "B" },
      }),
    );
    const changed = await mine.portfolios.update(made.name, change as object);
    const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== null));
    expect(changed).toEqual({ ...made, ...given });
    expect(await mine.portfolios.get(made.name)).toEqual(changed);
  });

  it("are listed by name, archived ones on demand, and deleted for good", async () => {
    const { theirs } = users;
    for (const name of ["b", "a", "ä", "B"]) await theirs.portfolios.create(portfolio(name));
    const names = async (archived: boolean) => {
      const { portfolios, count } = await theirs.portfolios.list({ archived });
      expect(count).toBe(portfolios.length);
      return portfolios.map(({ name }) => name);
    };
    expect(await names(false)).toEqual(["B", "a", "b", "ä"]);
    await theirs.portfolios.delete("a");
    await theirs.portfolios.delete("a", { archive: true });
    expect(await names(false)).toEqual(["B", "b", "ä"]);
    expect(await names(true)).toEqual(["B", "a", "b", "ä"]);
    expect(await theirs.portfolios.delete("a", { archive: false })).toEqual({
      message: "Portfolio 'a' deleted",
    });
    expect(await names(true)).toEqual(["B", "b", "ä"]);
  });

  it("have names of their own, for each user", async () => {
    const { gateway, mine, theirs } = users;
    await mine.portfolios.create(portfolio("once"));
    await mine.portfolios.delete("once");
    const { status, json } = await call(gateway, "portfolios.create", { body: portfolio("once") });
    expect(status).toBe(409);
    expect(json.detail).toMatch(/'once' already/);
    await theirs.portfolios.create(portfolio("once", { capital: "7" }));
    expect(await mine.portfolios.get("once")).toMatchObject({ capital: "100000" });
  });

  it("of another user do not exist", async () => {
    const { mine, theirs, stranger } = users;
    const made = await mine.portfolios.create(portfolio("mine"));
    const path = { name: "mine" };
    for (const id of ["portfolios.get", "portfolios.update", "portfolios.delete"] as const) {
      const body = id === "portfolios.update" ? { body: { capital: "0" } } : {};
      const { status, json } = await call(stranger, id, { path, ...body });
      expect(status).toBe(404);
      expect(json.detail).toBe("Portfolio 'mine' does not exist.");
    }
    const hard = await call(stranger, "portfolios.delete", { path, query: { archive: "false" } });
    expect(hard.status).toBe(404);
    expect(await mine.portfolios.get("mine")).toEqual(made);
    expect((await theirs.portfolios.list({ archived: true })).portfolios).not.toContainEqual(made);
  });

  it.each([
    ["no capital", { name: "x", currency: "USD", account_source: "IB" }, "capital", "missing"],
    ["capital that is no number", portfolio("x", { capital: "much" }), "capital", "invalid_format"],
    ["an unknown currency", { ...portfolio("x"), currency: "XYZ" }, "currency", "invalid_value"],
    ["an empty name", portfolio(""), "name", "too_small"],
    ["a name with U+0000", portfolio("x\u0000y"), "name", "invalid_text"],
    ["a name of 256 characters", portfolio("x".repeat(256)), "name", "too_big"],
    ["a name that no URL can carry", portfolio(".."), "name", "invalid_value"],
    [
      "half a selection",
      { ...portfolio("x"), selections: [{ strategy_name: "s" }] },
      "selections[0].blueprint_name",
      "missing",
    ],
  ])("with %s are 422", async (_name, body, field, type) => {
    const { status, json } = await call(users.gateway, "portfolios.create", { body });
    expect(status).toBe(422);
    expect(json.details).toMatchObject([{ field, type }]);
  });
});
