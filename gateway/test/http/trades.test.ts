import pl from "nodejs-polars";
import { TradePoseClient } from "tradepose-client";
import { TaskStatus } from "tradepose-client/models";
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

const psql = 1;
const openTime = (row: Record<string, unknown>, name: string) =>
  (row[name] as Date | null)?.getTime() ?? null;

describe.each(databases)("the trades query on $name", ({ prepare }) => {
  let place: Place;
  let gateway: Composition;
  let client: TradePoseClient;
  let stranger: Target;
  /** Rows of the results of the tasks that were asked to persist them, by strategy. */
  const rows = new Map<string, Record<string, unknown>[]>();

  const run = async (body: object) => {
    const { json } = await call(gateway, "export.create", { body });
    const task = await ended(gateway, json.task_id as string);
    return { taskId: json.task_id as string, task };
  };

  beforeAll(async () => {
    place = await prepare();
    gateway = await compose({ ...place, host: "127.0.0.1", port: 0, workers: 1, logLevel: "error" });
    await gateway.market.importBars({ instrument: "SP500", freq: "1D", file: sp500File });
    client = new TradePoseClient({ serverUrl: gateway.url, apiKey: gateway.apiKey, validate: "throw" });
    const { queries } = gateway.database;
    const { key } = await createApiKey(queries, await ensureUser(queries, "stranger"), "test");
    stranger = { url: gateway.url, apiKey: key };

    await run(backtestRequest([smaStrategy("not persisted")]));
    for (const [name, period] of [
      ["fast", 20],
      ["slow", 50],
    ] as const) {
      const { taskId, task } = await run({
        ...backtestRequest([smaStrategy(name, period)]),
        persist_mode: psql,
      });
      expect(task.status).toBe(TaskStatus.COMPLETED);
      const file = await call(gateway, "tasks.downloadTrades", { path: { task_id: taskId } });
      rows.set(name, pl.readParquet(Buffer.from(file.bytes)).toRecords());
    }
  }, 120_000);

  afterAll(async () => {
    await client.close();
    await gateway.close();
    await place.remove();
  });

  it("gives the trades of a result as they are in its file, newest entry first", async () => {
    const expected = rows.get("slow") ?? [];
    expect(expected.length).toBeGreaterThan(3);
    const { trades, count } = await client.trades.query({ strategy_name: "slow" });
    expect(count).toBe(expected.length);
    const told = trades.map((trade) => ({
      strategy_name: trade.strategy_name,
      blueprint_name: trade.blueprint_name,
      instrument: trade.instrument,
      direction: trade.direction,
      entry_time: Date.parse(trade.entry_time),
      entry_price: Number(trade.entry_price),
      exit_time: trade.exit_time == null ? null : Date.parse(trade.exit_time),
      exit_price: trade.exit_price == null ? null : Number(trade.exit_price),
      pnl: Number(trade.pnl),
      pnl_pct: Number(trade.pnl_pct),
      mae: Number(trade.mae),
      mfe: Number(trade.mfe),
      status: trade.has_entry_signal,
      quantity: trade.quantity,
    }));
    expect(told).toEqual(
      expected.toReversed().map((row) => ({
        strategy_name: "slow",
        blueprint_name: "base",
        instrument: "SP500",
        direction: row.direction,
        entry_time: openTime(row, "entry_time"),
        entry_price: row.entry_price,
        exit_time: openTime(row, "exit_time"),
        exit_price: row.exit_price,
        pnl: row.pnl,
        pnl_pct: row.pnl_pct,
        mae: row.mae,
        mfe: row.mfe,
        status: row.status,
        quantity: "1",
      })),
    );
    expect(trades.every((trade) => trade.has_entry_signal !== trade.has_exit_signal)).toBe(true);
  });

  it("has those of tasks that asked for it, and of no other", async () => {
    const names = new Set<string>();
    for await (const trade of client.trades.iterate()) names.add(trade.strategy_name);
    expect([...names].sort()).toEqual(["fast", "slow"]);
  });

  it("is paged: every trade once, whatever the size of the page", async () => {
    const all = (rows.get("fast")?.length ?? 0) + (rows.get("slow")?.length ?? 0);
    for (const pageSize of [1, 3, 1000]) {
      const ids: string[] = [];
      for await (const trade of client.trades.iterate({}, { pageSize })) ids.push(trade.id);
      expect(new Set(ids).size).toBe(all);
      expect(ids).toHaveLength(all);
    }
  });

  describe("filters", () => {
    const entries = (wanted: (row: Record<string, unknown>) => boolean) =>
      [...rows.values()].flat().filter(wanted).length;
    const middle = () => openTime((rows.get("fast") ?? [])[3] ?? {}, "entry_time") ?? 0;
    const iso = (ms: number) => new Date(ms).toISOString();

    it.each<[string, () => Record<string, string>, () => number]>([
      ["strategy", () => ({ strategy_name: "fast" }), () => rows.get("fast")?.length ?? 0],
      ["an unknown strategy", () => ({ strategy_name: "none" }), () => 0],
      ["blueprint", () => ({ blueprint_name: "base" }), () => entries(() => true)],
      ["an unknown blueprint", () => ({ blueprint_name: "none" }), () => 0],
      ["open", () => ({ has_entry_signal: "true" }), () => entries((row) => row.status === true)],
      ["closed", () => ({ has_exit_signal: "true" }), () => entries((row) => row.status === false)],
      ["neither", () => ({ has_entry_signal: "false", has_exit_signal: "false" }), () => 0],
      [
        "from a moment, inclusive",
        () => ({ start_time: iso(middle()) }),
        () => entries((row) => (openTime(row, "entry_time") ?? 0) >= middle()),
      ],
      [
        "after a moment",
        () => ({ start_time: iso(middle() + 1) }),
        () => entries((row) => (openTime(row, "entry_time") ?? 0) > middle()),
      ],
      [
        "up to a moment without zone, inclusive",
        () => ({ end_time: iso(middle()).slice(0, -1) }),
        () => entries((row) => (openTime(row, "entry_time") ?? 0) <= middle()),
      ],
      ["with an offset", () => ({ end_time: "2018-01-01T00:00:00+14:00" }), () => 0],
      ["all of time", () => ({ start_time: "0000-01-01T00:00:00+14:00" }), () => entries(() => true)],
      ["and its end", () => ({ end_time: "9999-12-31T23:59:59-14:00" }), () => entries(() => true)],
      ["an offset beyond the end", () => ({ offset: "100000" }), () => 0],
    ])("%s", async (_name, query, count) => {
      const { status, json } = await call(gateway, "trades.query", { query: query() });
      expect(status).toBe(200);
      expect(json).toMatchObject({ count: count(), limit: 100 });
    });

    it.each([
      ["start_time", "yesterday"],
      ["limit", "0"],
      ["limit", "1001"],
      ["offset", "-1"],
      ["has_exit_signal", "maybe"],
      ["strategy_name", ""],
      ["blueprint_name", "\u0000"],
      ["portfolio_name", "a\u0000"],
    ])("%s does not take %j", async (field, value) => {
      const { status, json } = await call(gateway, "trades.query", { query: { [field]: value } });
      expect(status).toBe(422);
      expect(json.details).toMatchObject([{ field }]);
    });
  });

  it("takes a portfolio for what it selects", async () => {
    const select = async (name: string, selections: { strategy_name: string; blueprint_name: string }[]) => {
      const given = { name, capital: "1000", currency: "USD", account_source: "BINANCE" } as const;
      await client.portfolios.create({ ...given, selections });
      const { json } = await call(gateway, "trades.query", { query: { portfolio_name: name } });
      return json.count;
    };
    const fast = { strategy_name: "fast", blueprint_name: "base" };
    const unknown = [
      { strategy_name: "fast", blueprint_name: "none" },
      { strategy_name: "\u0000", blueprint_name: "base" },
    ];
    expect(await select("one", [fast, fast, ...unknown])).toBe(rows.get("fast")?.length);
    expect(await select("none", unknown)).toBe(0);
    expect(await select("empty", [])).toBe(0);
    const query = { portfolio_name: "one" };
    expect((await call(stranger, "trades.query", { query })).json.count).toBe(0);
    expect(
      (await call(gateway, "trades.query", { query: { portfolio_name: "unknown" } })).json,
    ).toMatchObject({ trades: [], count: 0 });
  });

  it("shows no user the trades of another", async () => {
    expect((await call(stranger, "trades.query")).json).toMatchObject({ trades: [], count: 0 });
  });

  it("has what LATEST_TRADES was asked to persist: the last trades of each strategy", async () => {
    const { task } = await run({
      export_type: 1,
      persist_mode: psql,
      trade_count: 2,
      start_date: "2019-01-01",
      strategy_configs: [smaStrategy("latest")],
    });
    expect(task.status).toBe(TaskStatus.COMPLETED);
    const { trades } = await client.trades.query({ strategy_name: "latest" });
    expect(trades).toHaveLength(2);
  });

  it("keeps no entry that is still pending: it has no time and no price", async () => {
    const waiting = smaStrategy("waiting");
    const { base_blueprint } = waiting;
    const limit = {
      name: "limit",
      order_strategy: "FavorableDelayEntry" as const,
      priority: 1,
      conditions: [],
      price_expr: { Literal: { Dyn: { Float: 1 } } },
    };
    const advanced = { ...base_blueprint, name: "limit", entry_triggers: [limit], exit_triggers: [] };
    const { task, taskId } = await run({
      ...backtestRequest([{ ...waiting, advanced_blueprints: [advanced] }], 2019),
      persist_mode: psql,
    });
    expect(task.error_message).toBeNull();
    const file = await call(gateway, "tasks.downloadTrades", { path: { task_id: taskId } });
    const pending = pl
      .readParquet(Buffer.from(file.bytes))
      .toRecords()
      .filter((row) => row.entry_time === null);
    expect(pending).toHaveLength(1);
    expect((await client.trades.query({ strategy_name: "waiting", blueprint_name: "limit" })).count).toBe(0);
    expect((await client.trades.query({ strategy_name: "waiting" })).count).toBeGreaterThan(0);
  });

  it("fails a task whose trades could not be found by name again", async () => {
    const { task } = await run({ ...backtestRequest([smaStrategy("nul \u0000")]), persist_mode: psql });
    expect(task).toMatchObject({
      status: TaskStatus.FAILED,
      error_message: expect.stringMatching(/persist_mode PSQL.*nul/),
    });
  });
});
