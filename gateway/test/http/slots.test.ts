import { randomUUID } from "node:crypto";
import { BrokerType } from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { call, databases, type Place } from "../gateway/support.ts";
import { startForTwo, type TwoUsers } from "./users.ts";

describe.each(databases)("slots on $name", ({ prepare }) => {
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

  async function newAccount(client = users.mine): Promise<string> {
    const body = { name: randomUUID(), broker_type: BrokerType.OKX, credentials: {} };
    return (await client.accounts.create(body)).id;
  }

  it("are made by the first account that takes them, freed, and taken again", async () => {
    const { mine } = users;
    const [first, second] = [await newAccount(), await newAccount()];
    const made = await mine.slots.bind(0, 1, { account_id: first });
    expect(made).toMatchObject({ node_seq: 0, slot_idx: 1, account_id: first });
    expect(made.bound_at).toMatch(/Z$/);
    expect(await mine.slots.get(0, 1)).toEqual(made);

    const free = await mine.slots.unbind(0, 1);
    expect(free).toEqual({ ...made, account_id: null, bound_at: null, updated_at: free.updated_at });
    expect(await mine.slots.unbind(0, 1)).toMatchObject({ id: made.id, account_id: null, bound_at: null });

    expect(await mine.slots.bind(0, 1, { account_id: second })).toMatchObject({
      id: made.id,
      account_id: second,
      bound_at: expect.stringMatching(/Z$/),
    });
  });

  it("keep their account until it is unbound; taking them twice changes nothing", async () => {
    const { gateway, mine } = users;
    const [holder, other] = [await newAccount(), await newAccount()];
    const path = { node_seq: 1, slot_idx: 0 };
    const made = await mine.slots.bind(1, 0, { account_id: holder });
    const again = await mine.slots.bind(1, 0, { account_id: holder });
    expect(again).toEqual({ ...made, updated_at: again.updated_at });

    const { status, json } = await call(gateway, "slots.bind", { path, body: { account_id: other } });
    expect(status).toBe(409);
    expect(json.detail).toMatch(/^Slot 0 of node 1 holds another account/);
    expect(await mine.slots.get(1, 0)).toEqual(again);
  });

  it("go to one of the accounts that ask for them at once", async () => {
    const accounts = await Promise.all(Array.from({ length: 6 }, () => newAccount()));
    const path = { node_seq: 2, slot_idx: 0 };
    const answers = await Promise.all(
      accounts.map((account_id) => call(users.gateway, "slots.bind", { path, body: { account_id } })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(409)]);
  });

  it("keep their account from being deleted", async () => {
    const { gateway, mine } = users;
    const account_id = await newAccount();
    await mine.slots.bind(3, 0, { account_id });
    const remove = () =>
      call(gateway, "accounts.delete", { path: { account_id }, query: { archive: "false" } });
    const { status, json } = await remove();
    expect(status).toBe(409);
    expect(json.detail).toMatch(/in a slot/);
    await mine.slots.unbind(3, 0);
    expect((await remove()).status).toBe(200);
  });

  it("are listed by node and slot, as numbers", async () => {
    const { theirs } = users;
    const account_id = await newAccount(theirs);
    const places = [
      [10, 0],
      [2, 10],
      [2, 9],
      [999_999_999_999_999, 0],
    ] as const;
    for (const [node, slot] of places) await theirs.slots.bind(node, slot, { account_id });
    const { slots, total } = await theirs.slots.list();
    expect(total).toBe(4);
    expect(slots.map(({ node_seq, slot_idx }) => [node_seq, slot_idx])).toEqual([
      [2, 9],
      [2, 10],
      [10, 0],
      [999_999_999_999_999, 0],
    ]);
  });

  it("belong to their user", async () => {
    const { gateway, mine, theirs, stranger } = users;
    const account_id = await newAccount();
    const path = { node_seq: 4, slot_idx: 0 };
    const made = await mine.slots.bind(4, 0, { account_id });
    expect((await call(stranger, "slots.get", { path })).status).toBe(404);
    expect((await call(stranger, "slots.unbind", { path })).status).toBe(404);
    expect((await call(stranger, "slots.bind", { path, body: { account_id } })).status).toBe(404);

    const foreign = await newAccount(theirs);
    const own = await theirs.slots.bind(4, 0, { account_id: foreign });
    expect(own.id).not.toBe(made.id);
    expect(await mine.slots.get(4, 0)).toEqual(made);
    const body = { account_id: foreign };
    const { status, json } = await call(gateway, "slots.bind", { path: { node_seq: 4, slot_idx: 1 }, body });
    expect(status).toBe(404);
    expect(json.detail).toBe(`Account ${foreign} does not exist.`);
    expect((await call(gateway, "slots.get", { path: { node_seq: 4, slot_idx: 1 } })).status).toBe(404);
  });

  it.each([
    ["-1", "0", "node_seq"],
    ["0", "-1", "slot_idx"],
    ["1.5", "0", "node_seq"],
    ["one", "0", "node_seq"],
    ["0", "99999999999999999999", "slot_idx"],
  ])("at %s/%s are 422", async (node_seq, slot_idx, field) => {
    for (const id of ["slots.get", "slots.bind", "slots.unbind"] as const) {
      const body = id === "slots.bind" ? { body: { account_id: randomUUID() } } : {};
      const { status, json } = await call(users.gateway, id, { path: { node_seq, slot_idx }, ...body });
      expect(status).toBe(422);
      expect(json.details).toMatchObject([{ field }]);
    }
  });
});
