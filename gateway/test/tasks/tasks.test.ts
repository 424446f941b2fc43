import { join } from "node:path";
import { type ExportRequest, TaskStatus } from "tradepose-client/models";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Database, openEmbedded, openPostgres } from "../../src/store/database.ts";
import { ensureUser } from "../../src/store/users.ts";
import type { TaskOutcome } from "../../src/tasks/queue.ts";
import { resultsInDatabase, resultsInFolder } from "../../src/tasks/results.ts";
import { openTasks, type Tasks } from "../../src/tasks/tasks.ts";
import { backtestRequest, databases, type Place, smaStrategy } from "../gateway/support.ts";

const request = backtestRequest([smaStrategy("s")]) as ExportRequest;
const outcome: TaskOutcome = {
  files: { trades: new Uint8Array([1, 2, 3]), performance: new Uint8Array() },
  counts: {
    strategies: 1,
    blueprints: 2,
    indicators: 3,
    triggers: 4,
    inputRows: 5,
    rejectedEntries: 6,
    ambiguousTrades: 7,
  },
};
const nobody = "00000000-0000-4000-8000-000000000000";
const ids = (tasks: readonly { readonly id: string }[]) => tasks.map((task) => task.id);

describe.each(databases)("tasks on $name", ({ prepare }) => {
  let place: Place;
  let database: Database;
  let tasks: Tasks;
  let user: string;
  const errors: Error[] = [];

  const open = () =>
    openTasks({
      database,
      results: database.exclusive
        ? resultsInFolder(join(place.dataDir, "results"))
        : resultsInDatabase(database.queries),
      onError: (error) => errors.push(error),
    });

  /** As after a crash: whatever this process held is forgotten, and its leases have run out. */
  async function crash(): Promise<void> {
    await tasks.close();
    await database.queries
      .updateTable("tasks")
      .set({ lease_until: new Date(0) })
      .where("status", "=", 1)
      .execute();
    tasks = await open();
  }

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
    expect(errors).toEqual([]);
  });

  beforeEach(async () => {
    await database.queries.deleteFrom("tasks").execute();
    expect(await tasks.claim(1_000, "w"), "jobs without a task are dropped").toEqual([]);
  });

  it("goes from pending over processing to completed with its results", async () => {
    const id = await tasks.submit(user, request);
    expect(await tasks.find(user, id)).toMatchObject({
      status: TaskStatus.PENDING,
      started_at: null,
      export_type: 0,
    });
    expect(await tasks.result(user, id, "trades")).toBeUndefined();

    expect(await tasks.claim(5, "w")).toEqual([{ id, userId: user, request, attempt: 1 }]);
    expect(await tasks.claim(5, "w")).toEqual([]);
    expect(await tasks.find(user, id)).toMatchObject({ status: TaskStatus.PROCESSING, worker_id: "w" });

    await tasks.finish(id, outcome);
    expect(await tasks.find(user, id)).toMatchObject({
      status: TaskStatus.COMPLETED,
      strategy_counts: 1,
      blueprint_counts: 2,
      indicator_counts: 3,
      trigger_counts: 4,
      input_rows: 5,
      rejected_entries: 6,
      ambiguous_trades: 7,
      completed_at: expect.any(Date),
    });
    expect([...((await tasks.result(user, id, "trades")) ?? [])]).toEqual([1, 2, 3]);
    expect(await tasks.result(user, id, "performance")).toHaveLength(0);
    expect(await tasks.result(user, id, "latest_trades")).toBeUndefined();
  });

  it("keeps the request as it came: order of members, nulls and all", async () => {
    const odd = { ...request, strategy_ids: null, engine_options: null } as ExportRequest;
    await tasks.submit(user, odd);
    const [task] = await tasks.claim(1, "w");
    expect(JSON.stringify(task?.request)).toBe(JSON.stringify(odd));
  });

  it("shows a task and its results to its owner only", async () => {
    const id = await tasks.submit(user, request);
    await tasks.claim(1, "w");
    await tasks.finish(id, outcome);
    expect(await tasks.find(nobody, id)).toBeUndefined();
    expect(await tasks.result(nobody, id, "trades")).toBeUndefined();
  });

  it("hands out the oldest first, each task once, however many ask", async () => {
    const submitted: string[] = [];
    for (let index = 0; index < 12; index += 1) submitted.push(await tasks.submit(user, request));
    expect(ids(await tasks.claim(4, "a"))).toEqual(submitted.slice(0, 4));
    const rest = await Promise.all(["b", "c", "d", "e"].map((worker) => tasks.claim(4, worker)));
    expect(
      rest
        .flat()
        .map((task) => task.id)
        .sort(),
    ).toEqual(submitted.slice(4).sort());
  });

  it("takes hundreds of tasks at once and ends them all", async () => {
    const submitted = await Promise.all(Array.from({ length: 300 }, () => tasks.submit(user, request)));
    const done: string[] = [];
    for (;;) {
      const claimed = await tasks.claim(32, "w");
      if (claimed.length === 0) break;
      await Promise.all(claimed.map((task) => tasks.finish(task.id, outcome)));
      done.push(...ids(claimed));
    }
    expect([...done].sort()).toEqual([...submitted].sort());
    for (const id of submitted) expect((await tasks.find(user, id))?.status).toBe(TaskStatus.COMPLETED);
  });

  it("fails for good with a message", async () => {
    const id = await tasks.submit(user, request);
    await tasks.claim(1, "w");
    await tasks.fail(id, "no such column");
    await tasks.finish(id, outcome);
    expect(await tasks.find(user, id)).toMatchObject({
      status: TaskStatus.FAILED,
      error_message: "no such column",
    });
    expect(await tasks.result(user, id, "trades")).toBeUndefined();
    expect(await tasks.claim(1, "w")).toEqual([]);
  });

  it("gives back what was not executed, at its old place and without counting the attempt", async () => {
    const [first, second] = [await tasks.submit(user, request), await tasks.submit(user, request)];
    await tasks.claim(1, "w");
    await tasks.giveBack([first]);
    expect(await tasks.find(user, first)).toMatchObject({ status: TaskStatus.PENDING, worker_id: null });
    const again = await tasks.claim(2, "w");
    expect(again.map(({ id, attempt }) => [id, attempt])).toEqual([
      [first, 1],
      [second, 1],
    ]);
  });

  it("runs tasks of a dead process again, and gives them up after three attempts", async () => {
    const id = await tasks.submit(user, request);
    for (const attempt of [1, 2, 3]) {
      expect(await tasks.claim(1, "w")).toMatchObject([{ id, attempt }]);
      await crash();
    }
    expect(await tasks.claim(1, "w")).toEqual([]);
    expect(await tasks.find(user, id)).toMatchObject({
      status: TaskStatus.FAILED,
      error_message: "The process that ran this task ended 3 times.",
    });
  });

  it("ignores the end of an execution that was taken from its worker", async () => {
    const id = await tasks.submit(user, request);
    await tasks.claim(1, "slow");
    const slow = tasks;
    tasks = await open();
    await database.queries
      .updateTable("tasks")
      .set({ lease_until: new Date(0) })
      .where("id", "=", id)
      .execute();
    await crash();
    expect(await tasks.claim(1, "quick")).toMatchObject([{ id, attempt: 2 }]);
    await slow.finish(id, outcome);
    await slow.fail(id, "too late");
    expect(await tasks.find(user, id)).toMatchObject({ status: TaskStatus.PROCESSING, worker_id: "quick" });
    await tasks.finish(id, outcome);
    expect(await tasks.find(user, id)).toMatchObject({ status: TaskStatus.COMPLETED });
    await slow.close();
  });

  it("tells listeners of work until they leave", async () => {
    let calls = 0;
    const leave = tasks.onWork(() => {
      calls += 1;
    });
    const id = await tasks.submit(user, request);
    expect(calls).toBe(1);
    await tasks.claim(1, "w");
    await tasks.giveBack([id]);
    expect(calls).toBe(2);
    leave();
    await tasks.submit(user, request);
    expect(calls).toBe(2);
  });

  it("stores nothing of a task whose owner does not exist", async () => {
    await expect(tasks.submit(nobody, request)).rejects.toThrow();
    expect(await tasks.claim(1, "w")).toEqual([]);
  });
});
