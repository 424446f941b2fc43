import { join } from "node:path";
import fc from "fast-check";
import type { ExportRequest } from "tradepose-client/models";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openEmbedded, openPostgres } from "../../src/store/database.ts";
import { findTrades, insertTrades, type NewTrade } from "../../src/store/trades.ts";
import { ensureUser } from "../../src/store/users.ts";
import type { TaskOutcome } from "../../src/tasks/queue.ts";
import { resultsInFolder } from "../../src/tasks/results.ts";
import { openTasks, type Tasks } from "../../src/tasks/tasks.ts";
import { backtestRequest, databases, type Place, smaStrategy } from "../gateway/support.ts";

const request = backtestRequest([smaStrategy("s")]) as ExportRequest;

const trade: NewTrade = {
  strategy_name: "s",
  blueprint_name: "base",
  instrument: "SP500",
  direction: 1,
  is_open: false,
  entry_time: "2020-01-02T00:00:00.000Z",
  entry_price: 100.1,
  exit_time: "2020-01-03T00:00:00.000Z",
  exit_price: 101,
  pnl: 0.9,
  pnl_pct: 0.009,
  mae: 0.5,
  mfe: 1.5,
  stop_price: 90,
  target_price: null,
};

const outcomeWith = (trades: readonly NewTrade[]): TaskOutcome => ({
  files: {},
  counts: {
    strategies: 1,
    blueprints: 1,
    indicators: 1,
    triggers: 2,
    inputRows: 3,
    rejectedEntries: 0,
    ambiguousTrades: 0,
  },
  trades,
});

describe.each(databases)("persisted trades on $name", ({ prepare }) => {
  let place: Place;
  let database: Database;
  let tasks: Tasks;
  let user: string;

  const open = () =>
    openTasks({
      database,
      results: resultsInFolder(join(place.dataDir, "results")),
      onError: (error) => {
        throw error;
      },
    });
  const stored = (limit = 100_000) => findTrades(database.queries, user, {}, { limit, offset: 0 });
  const claimed = async () => {
    const id = await tasks.submit(user, request);
    expect(await tasks.claim(1, "w")).toMatchObject([{ id }]);
    return id;
  };

  beforeAll(async () => {
    place = await prepare();
    const { dataDir, databaseUrl } = place;
    database = await (databaseUrl === undefined
      ? openEmbedded(join(dataDir, "db"))
      : openPostgres(databaseUrl));
    user = await ensureUser(database.queries, "tester");
    tasks = await open();
  }, 120_000);
  afterAll(async () => {
    await tasks.close();
    await database.close();
    await place.remove();
  });
  beforeEach(async () => {
    await database.queries.deleteFrom("tasks").execute();
    expect(await stored()).toEqual([]);
  });

  it("come back as they went in, newest entry first", async () => {
    const later = { ...trade, entry_time: "2020-02-01T00:00:00.000Z", exit_time: null, is_open: true };
    await tasks.finish(await claimed(), outcomeWith([trade, later]));
    const { entry_time, exit_time, ...rest } = trade;
    expect(await stored()).toMatchObject([
      { ...rest, is_open: true, entry_time: new Date(later.entry_time), exit_time: null, task_row: 1 },
      { ...rest, entry_time: new Date(entry_time), exit_time: new Date(exit_time ?? ""), task_row: 0 },
    ]);
  });

  it("are stored once, though their task is finished again or run again", async () => {
    const id = await claimed();
    await Promise.all([tasks.finish(id, outcomeWith([trade])), tasks.finish(id, outcomeWith([trade]))]);
    await tasks.finish(id, outcomeWith([trade]));
    expect(await stored()).toHaveLength(1);
    await expect(insertTrades(database.queries, id, [trade])).rejects.toThrow(/trades_task_row/);
  });

  it("are those of the execution that ended the task, not of one it was taken from", async () => {
    const id = await claimed();
    const slow = tasks;
    await database.queries
      .updateTable("tasks")
      .set({ lease_until: new Date(0) })
      .execute();
    tasks = await open();
    expect(await tasks.claim(1, "w")).toMatchObject([{ id, attempt: 2 }]);
    await slow.finish(id, outcomeWith([trade, trade]));
    expect(await stored()).toEqual([]);
    await tasks.finish(id, outcomeWith([trade]));
    expect(await stored()).toHaveLength(1);
    await slow.close();
  });

  it("are stored with the end of the task or not at all, and never hold up its neighbours", async () => {
    const [bad, good] = [await claimed(), await claimed()];
    const wrong = { ...trade, strategy_name: "\u0000" };
    const ends = await Promise.allSettled([
      tasks.finish(bad, outcomeWith([trade, wrong])),
      tasks.finish(good, outcomeWith([trade])),
    ]);
    expect(ends.map(({ status }) => status)).toEqual(["rejected", "fulfilled"]);
    expect((await stored()).map((row) => row.task_id)).toEqual([good]);
    expect(await tasks.find(user, bad)).toMatchObject({ completed_at: null });
  });

  it("may be many", async () => {
    const many = Array.from({ length: 2_345 }, (_, index) => ({ ...trade, pnl: index }));
    await tasks.finish(await claimed(), outcomeWith(many));
    expect((await stored()).map((row) => row.pnl)).toEqual(many.map(({ pnl }) => pnl));
  });

  it("keep every digit and every character", async () => {
    const price = fc.double({ noNaN: true, noDefaultInfinity: true });
    const text = fc.string({ unit: "grapheme", minLength: 1 }).filter((value) => !value.includes("\0"));
    // No period names an earlier day.
    const time = fc.date({ min: new Date("1000-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(price, fc.option(price), text, time, async (entry_price, pnl, strategy_name, at) => {
        await database.queries.deleteFrom("trades").execute();
        const id = await claimed();
        const entry_time = at.toISOString();
        await tasks.finish(id, outcomeWith([{ ...trade, entry_price, pnl, strategy_name, entry_time }]));
        const [row] = await stored();
        // JSON has no negative zero.
        expect(row).toMatchObject({ entry_price: entry_price + 0, strategy_name, entry_time: at });
        expect(row?.pnl).toBe(pnl === null ? null : pnl + 0);
      }),
      { numRuns: 40 },
    );
  });
});
