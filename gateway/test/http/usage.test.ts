import { TradePoseClient } from "tradepose-client";
import type { Plan } from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Composition, compose } from "../../src/composition.ts";
import { localPlan } from "../../src/plan.ts";
import { createApiKey } from "../../src/store/api-keys.ts";
import { addRequests } from "../../src/store/usage.ts";
import { ensureUser } from "../../src/store/users.ts";
import {
  backtestRequest,
  call,
  databases,
  ended,
  type Place,
  smaStrategy,
  sp500File,
} from "../gateway/support.ts";

const plan: Plan = {
  ...localPlan,
  tier: "pro",
  name: "House rules",
  limits: { ...localPlan.limits, requests_per_minute: 60, monthly_quota: 1_000 },
};
const today = () => new Date().toISOString().slice(0, 10);

describe.each(databases)("usage and billing on $name", ({ prepare }) => {
  let place: Place;
  let gateway: Composition;
  const clients: TradePoseClient[] = [];

  const start = (given: Plan | undefined = plan) =>
    compose({ ...place, host: "127.0.0.1", port: 0, workers: 1, logLevel: "error", plan: given });

  /** A user who has made no request yet, through the SDK. */
  const newcomer = async (name: string) => {
    const { queries } = gateway.database;
    const userId = await ensureUser(queries, name);
    const { key } = await createApiKey(queries, userId, "test");
    const target = { url: gateway.url, apiKey: key };
    const client = new TradePoseClient({ serverUrl: gateway.url, apiKey: key, validate: "throw" });
    clients.push(client);
    return { userId, target, client };
  };

  beforeAll(async () => {
    place = await prepare();
    gateway = await start();
    await gateway.market.importBars({ instrument: "SP500", freq: "1D", file: sp500File });
  }, 120_000);

  afterAll(async () => {
    await Promise.all(clients.map((client) => client.close()));
    await gateway.close();
    await place.remove();
  });

  it("counts the requests of each user, the one that asks included", async () => {
    const [ann, ben] = [await newcomer("ann"), await newcomer("ben")];
    for (let index = 0; index < 4; index += 1) await call(ann.target, "strategies.list");
    expect((await call(ann.target, "strategies.create", { body: {} })).status).toBe(422);
    expect((await call({ ...ann.target, apiKey: "unknown" }, "strategies.list")).status).toBe(401);

    const usage = await ann.client.usage.getCurrent();
    expect(usage).toMatchObject({
      last_minute: { total_requests: 6, completed_tasks: 0, failed_tasks: 0 },
      last_hour: { total_requests: 6 },
      last_day: { total_requests: 6 },
      current_period: { total_requests: 6 },
      plan: "pro",
      monthly_quota: 1_000,
      requests_per_minute: 60,
      remaining_quota: 994,
      quota_percentage_used: 0.6,
    });
    expect(usage.period_start).toBe(`${today().slice(0, 7)}-01T00:00:00.000Z`);
    expect((await ben.client.usage.getCurrent()).current_period.total_requests).toBe(1);
  });

  it("counts tasks by how they ended", async () => {
    const { target, client } = await newcomer("tasks");
    const good = backtestRequest([smaStrategy("good")]);
    const bad = { ...good, strategy_ids: ["somebody else"] };
    for (const body of [good, good, bad]) {
      const { json } = await call(target, "export.create", { body });
      await ended(target, json.task_id as string);
    }
    const usage = await client.usage.getCurrent();
    for (const window of [usage.last_minute, usage.last_hour, usage.last_day, usage.current_period]) {
      expect(window).toMatchObject({ completed_tasks: 2, failed_tasks: 1 });
    }
  });

  it("looks back as far as each window says", async () => {
    const { userId, client } = await newcomer("past");
    const now = Date.now();
    const ago = (ms: number) => ({
      user_id: userId,
      span: "tick" as const,
      start: new Date(now - ms).toISOString(),
      requests: 100,
    });
    await addRequests(gateway.database.queries, [ago(5 * 60_000), ago(5 * 3_600_000), ago(30 * 3_600_000)]);
    expect(await client.usage.getCurrent()).toMatchObject({
      last_minute: { total_requests: 1 },
      last_hour: { total_requests: 101 },
      last_day: { total_requests: 201 },
    });
  });

  it("adds to what is counted already, and keeps it over a restart", async () => {
    const { target } = await newcomer("loyal");
    await call(target, "strategies.list");
    expect((await call(target, "billing.getSubscription")).json).toEqual({
      subscription: null,
      current_plan: "pro",
      usage_current_month: 2,
      usage_limit: 1_000,
    });
    await call(target, "strategies.list");
    await gateway.close();
    gateway = await start();
    const again = { ...target, url: gateway.url };
    expect((await call(again, "billing.getSubscription")).json).toMatchObject({ usage_current_month: 4 });
  }, 60_000);

  it("loses no request of many at once", async () => {
    const { target, client } = await newcomer("crowd");
    await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        call(target, index % 10 === 0 ? "usage.getCurrent" : "strategies.list"),
      ),
    );
    expect((await client.billing.getUsage()).current_month.usage).toBe(101);
  });

  it("tells the month and the plan", async () => {
    const { userId, client } = await newcomer("month");
    expect(await client.billing.getUsage()).toEqual({
      current_month: {
        user_id: userId,
        current_month: today().slice(0, 7),
        usage: 1,
        limit: 1_000,
        remaining: 999,
        percentage_used: 0.1,
      },
      plan_name: "House rules",
      plan_tier: "pro",
      rate_limit_per_minute: 60,
      monthly_quota: 1_000,
    });
    expect(await client.billing.listPlans()).toEqual({ plans: [plan] });
  });

  it("says at most 100 % of a quota that is used up", async () => {
    const { userId, client } = await newcomer("busy");
    const day = { user_id: userId, span: "day" as const, start: `${today()}T00:00:00Z`, requests: 2_000 };
    await addRequests(gateway.database.queries, [day]);
    expect((await client.billing.getUsage()).current_month).toMatchObject({
      usage: 2_001,
      remaining: 0,
      percentage_used: 100,
    });
  });

  describe("history", () => {
    const counted = { "2024-06-30": 3, "2024-07-01": 40, "2024-07-02": 2, "2024-08-01": 7 };
    let reader: Awaited<ReturnType<typeof newcomer>>;
    beforeAll(async () => {
      reader = await newcomer("history");
      await addRequests(
        gateway.database.queries,
        Object.entries(counted).map(([date, requests]) => ({
          user_id: reader.userId,
          span: "day" as const,
          start: `${date}T00:00:00Z`,
          requests,
        })),
      );
    });

    it.each<[Record<string, string>, string, string, (keyof typeof counted)[]]>([
      [
        { start_date: "2024-07-01", end_date: "2024-07-31" },
        "2024-07-01",
        "2024-07-31",
        ["2024-07-01", "2024-07-02"],
      ],
      [{ start_date: "2024-07-02", end_date: "2024-07-02" }, "2024-07-02", "2024-07-02", ["2024-07-02"]],
      [{ end_date: "2024-07-01" }, "2024-07-01", "2024-07-01", ["2024-07-01"]],
      [{ start_date: "0000-01-01", end_date: "2024-06-30" }, "0001-01-01", "2024-06-30", ["2024-06-30"]],
      [{ start_date: "2030-01-01", end_date: "9999-12-31" }, "2030-01-01", "9999-12-31", []],
    ])("of %j", async (query, first, last, days) => {
      const target = { url: gateway.url, apiKey: reader.target.apiKey };
      const { json } = await call(target, "billing.getUsageHistory", { query });
      expect(json).toMatchObject({
        user_id: reader.userId,
        start_date: first,
        end_date: last,
        total_requests: days.reduce((sum, date) => sum + counted[date], 0),
        daily_usage: days.map((date) => ({ usage_date: date, requests: counted[date] })),
      });
    });

    it("without dates is the current month", async () => {
      const { client } = await newcomer("fresh");
      expect(await client.billing.getUsageHistory()).toMatchObject({
        start_date: `${today().slice(0, 7)}-01`,
        end_date: today(),
        total_requests: 1,
        daily_usage: [{ usage_date: today(), requests: 1 }],
      });
    });

    it.each([
      { start_date: "2024-07-02", end_date: "2024-07-01" },
      { start_date: "2024-02-30" },
      { start_date: "now" },
    ])("does not take %j", async (query) => {
      const { status, json } = await call(reader.target, "billing.getUsageHistory", { query });
      expect(status).toBe(422);
      expect(json.details).toMatchObject([{ field: "start_date" }]);
    });
  });

  it("sells nothing: there is no checkout, and no subscription to cancel", async () => {
    const checkout = await call(gateway, "billing.createCheckout", {
      body: { plan_tier: "pro", billing_cycle: "yearly" },
    });
    expect(checkout.status).toBe(501);
    expect(checkout.json.detail).toBe("POST /api/v1/billing/checkout is not available on this gateway.");
    const cancel = await call(gateway, "billing.cancelSubscription");
    expect(cancel.status).toBe(404);
    expect(cancel.json.detail).toMatch(/no subscription/);
  });
});
