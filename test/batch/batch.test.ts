import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import pl from "nodejs-polars";
import { afterEach, describe, expect, it } from "vitest";
import {
  type BatchProgress,
  type BatchResults,
  BatchTester,
  type BatchTesterOptions,
  Period,
} from "../../src/batch/index.ts";
import {
  ArgumentError,
  BatchFailedError,
  ResourceNotFoundError,
  ServerError,
} from "../../src/errors/index.ts";
import { type ContractServer, type ContractServerOptions, contractServer } from "./contract-server.ts";
import { strategy } from "./strategies.ts";

const open: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of open.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

async function setUp(
  server: ContractServerOptions = {},
  options: BatchTesterOptions = {},
): Promise<{ server: ContractServer; tester: BatchTester }> {
  const running = await contractServer(server);
  const tester = new BatchTester({
    serverUrl: running.url,
    apiKey: "key",
    progress: "silent",
    maxRetries: 0,
    pollInterval: 500,
    ...options,
  });
  open.push(running, tester);
  return { server: running, tester };
}

const names = ["sma", "rsi", "trend"];
const strategies = names.map(strategy);
const years = [2001, 2002, 2003];
const periods = years.map((year) => Period.fromYear(year));

async function rows(batch: BatchResults): Promise<unknown[][]> {
  const trades = await batch.allTrades();
  return trades.select("strategy_name", "period", "pnl").rows();
}

const expectedRows = names.flatMap((name) =>
  years.flatMap((year) => [year, year + 0.5].map((pnl) => [name, `${year}-01-01_${year}-12-31`, pnl])),
);

async function temporary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "batch-test-"));
  open.push({ [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) });
  return folder;
}

describe("a batch", () => {
  it("is there at once and works by itself", async () => {
    const { server, tester } = await setUp();
    const batch = tester.submit({ strategies, periods });
    expect(batch.taskCount).toBe(9);
    expect(batch.status).toEqual({ pending: 9, processing: 0, completed: 0, failed: 0 });
    expect(batch.isComplete).toBe(false);
    expect(await batch.wait()).toBe(batch);
    expect(batch.status).toEqual({ pending: 0, processing: 0, completed: 9, failed: 0 });
    expect(batch.progress).toBe(1);
    expect(batch.strategyCount).toBe(3);
    expect(server.submitted[0]).toMatchObject({
      export_type: 0,
      persist_mode: 0,
      start_date: "2001-01-01T00:00:00",
      end_date: "2001-12-31T00:00:00",
    });
    expect(inspect(batch)).toContain("3 strategies x 3 periods, 9 tasks: 9 completed");
  });

  it.each(["each", "period", 2] as const)(
    "grouped by %s gives the same rows in the same order",
    async (grouping) => {
      const { server, tester } = await setUp({ course: (_, number) => ({ looks: 1 + ((number * 7) % 4) }) });
      const batch = await tester.submit({ strategies, periods, grouping }).wait();
      expect(server.submitted).toHaveLength(grouping === "each" ? 9 : grouping === "period" ? 3 : 6);
      expect(await rows(batch)).toEqual(expectedRows);
      const trades = await batch.allTrades();
      expect(trades.columns.at(-1)).toBe("period");
      expect(trades.width).toBe(47);
      const summary = await batch.summary();
      expect(summary.select("strategy_name", "period", "total").rows()).toEqual(
        names.flatMap((name) => years.map((year) => [name, `${year}-01-01_${year}-12-31`, 2 * year + 0.5])),
      );
    },
  );

  it.each(["each", "period"] as const)("grouped by %s has views by strategy and period", async (grouping) => {
    const { tester } = await setUp();
    const batch = await tester.submit({ strategies, periods, grouping }).wait();
    const q = Period.fromYear(2002);
    const one = batch.get("rsi", q);
    expect((await one?.trades())?.select("strategy_name", "pnl").rows()).toEqual([
      ["rsi", 2002],
      ["rsi", 2002.5],
    ]);
    expect((await one?.performance())?.height).toBe(1);
    expect(batch.getPeriod("2002-01-01_2002-12-31")?.period.equals(q)).toBe(true);
    expect(batch.getPeriod(q)?.strategyNames).toEqual(names);
    expect((await batch.getPeriod(q)?.trades())?.height).toBe(6);
    expect(batch.getPeriod(q)?.get("trend")?.status).toBe("completed");
    expect((await batch.getStrategy("sma")?.trades())?.getColumn("period").unique().length).toBe(3);
    expect((await batch.getStrategy(strategies[0]!)?.performance())?.height).toBe(3);
    expect(batch.getStrategy("sma")?.get(q)?.taskId).toBe(batch.get("sma", q)?.taskId);
    expect(batch.results.size).toBe(3);
    const { taskId } = batch.tasks[0]!;
    expect(batch.getTask(taskId ?? "")).toBe(batch.tasks[0]);
    expect(batch.get("other", q)).toBeUndefined();
    expect(batch.getPeriod(Period.Q1(1999))).toBeUndefined();
    expect(batch.getStrategy("other")).toBeUndefined();
  });

  it("gives tasks in the order in which they end", async () => {
    const { tester } = await setUp({ course: (_, number) => ({ looks: number === 0 ? 4 : 1 }) });
    const batch = tester.submit({ strategies: strategies.slice(0, 1), periods });
    const seen: number[] = [];
    for await (const task of batch) seen.push(task.period.start.getUTCFullYear());
    expect(seen.toSorted()).toEqual(years);
    expect(seen.at(-1)).toBe(2001);
    expect([...batch].map((task) => task.period.start.getUTCFullYear())).toEqual(seen);
    expect(batch.isComplete).toBe(true);
  });

  it("tells every change of its progress", async () => {
    const { tester } = await setUp();
    const seen: BatchProgress[] = [];
    const batch = tester.submit({ strategies, periods, progress: (progress) => seen.push(progress) });
    await batch.wait();
    const ended = seen.map(({ completed }) => completed);
    expect(ended).toEqual(ended.toSorted((a, b) => a - b));
    expect(seen.at(-1)).toMatchObject({ total: 9, completed: 9, fraction: 1, remaining: 0, failures: [] });
    expect(seen.every((it) => it.pending + it.processing + it.completed + it.failed === 9)).toBe(true);
  });

  it("submits a bounded number at a time", async () => {
    const { server, tester } = await setUp({}, { concurrency: 2 });
    await tester.submit({ strategies, periods }).wait();
    expect(server.mostAtOnce()).toBe(2);
  });

  it("needs three requests per task when tasks end at once", async () => {
    const { server, tester } = await setUp();
    const batch = await tester.submit({ strategies, periods }).wait();
    await batch.allTrades();
    await batch.summary();
    expect(server.log.toSorted()).toEqual(
      ["GET /api/v1/tasks/{id}", "GET /api/v1/tasks/{id}/result", "POST /api/v1/export"].flatMap((line) =>
        new Array(9).fill(line),
      ),
    );
  });

  it("takes the single files from a gateway without archives, and asks for an archive no more", async () => {
    const { server, tester } = await setUp({ archives: false }, { concurrency: 1 });
    const batch = await tester.submit({ strategies, periods }).wait();
    expect(await rows(batch)).toEqual(expectedRows);
    expect(server.log.filter((line) => line.endsWith("/result"))).toHaveLength(1);
  });
});

describe("what fails is a failed result and leaves the others alone", () => {
  const only = (year: number, course: object) => ({
    course: (request: { start_date?: string | null }) =>
      request.start_date?.startsWith(`${year}`) ? course : {},
  });

  it.each([
    ["a refused submission", { submission: 422 }, "VALIDATION", "not accepted"],
    ["a submission that breaks", { submission: 500 }, "SERVER", "not accepted"],
    ["a failed task", { failure: "no bars before 2003" }, "TASK_FAILED", "no bars before 2003"],
    ["a cancelled task", { failure: "cancelled" }, "TASK_CANCELLED", "was cancelled"],
    ["an unknown state", { status: 9 }, "TASK_STATUS_UNKNOWN", "status 9"],
    ["a vanished task", { lookErrors: [404] }, "NOT_FOUND", "cannot look"],
    ["a refused download", { download: 500 }, "SERVER", "no result"],
    ["a result that is gone", { download: 404 }, "NOT_FOUND", "no result"],
    ["a result that is no archive", { bytes: Buffer.from("garbage") }, "SERIALIZATION", "no ZIP file"],
    ["a result that is empty", { bytes: new Uint8Array() }, "SERIALIZATION", "it is empty"],
  ])("%s", async (_, course, code, message) => {
    const { tester } = await setUp(only(2002, course));
    const batch = await tester.submit({ strategies: [strategy("sma")], periods }).wait();
    expect(batch.status).toEqual({ pending: 0, processing: 0, completed: 2, failed: 1 });
    const [failed] = batch.failedTasks;
    expect(failed?.error).toMatchObject({ code, message: expect.stringContaining(message) });
    expect(failed?.period.equals(Period.fromYear(2002))).toBe(true);
    await expect(failed?.trades()).rejects.toBe(failed?.error);
    expect((await batch.allTrades()).getColumn("pnl").toArray()).toEqual([2001, 2001.5, 2003, 2003.5]);
    expect(batch.snapshot().failures).toEqual([failed?.error?.message]);
  });

  it("a gateway that cannot be asked for a while costs nothing", async () => {
    const { tester } = await setUp(only(2002, { lookErrors: [503, 500, 429, 502] }));
    const batch = await tester.submit({ strategies: [strategy("sma")], periods }).wait();
    expect(batch.status.completed).toBe(3);
  });

  it("a gateway that can no longer be asked ends the task", async () => {
    const { tester } = await setUp(only(2002, { lookErrors: new Array(20).fill(503) }));
    const batch = await tester.submit({ strategies: [strategy("sma")], periods }).wait();
    expect(batch.failedTasks[0]?.error).toBeInstanceOf(ServerError);
  });

  it("when nothing is left, frames say why instead of being empty", async () => {
    const { tester } = await setUp({ course: () => ({ submission: 404 }) });
    const batch = await tester.submit({ strategies, periods }).wait();
    const thrown = await batch.summary().catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(BatchFailedError);
    expect(thrown).toMatchObject({
      message: expect.stringMatching(/^All 9 tasks of the batch failed: POST .*not accepted/),
    });
    expect((thrown as BatchFailedError).errors[0]).toBeInstanceOf(ResourceNotFoundError);
    const folder = await temporary();
    await expect(batch.save(join(folder, "out"))).rejects.toThrow(BatchFailedError);
    expect(await readdir(folder)).toEqual([]);
  });

  it("frames of an unfinished batch hold what is completed, typed even when that is nothing", async () => {
    const { tester } = await setUp({ course: () => ({ looks: 1_000 }) });
    const batch = tester.submit({ strategies, periods });
    const trades = await batch.allTrades();
    expect(trades.height).toBe(0);
    expect(trades.width).toBe(47);
    expect(String(trades.getColumn("entry_time").dtype)).toBe(String(pl.Datetime("ms")));
    await expect(batch.tasks[0]?.trades()).rejects.toMatchObject({ code: "TASK_OPEN" });
  });
});

describe("waiting", () => {
  it("ends with its timeout, and the batch goes on", async () => {
    const { tester } = await setUp({ course: () => ({ looks: 4 }) });
    const batch = tester.submit({ strategies, periods });
    await expect(batch.wait({ timeout: 20 })).rejects.toMatchObject({
      code: "TASK_TIMEOUT",
      message: expect.stringContaining("9 of 9 tasks were still open after 20 ms"),
    });
    await batch.wait();
    expect(batch.status.completed).toBe(9);
  });

  it.each([0, -1, Number.NaN, 2 ** 31])(
    "refuses the timeout %d, at which a timer would fire at once",
    async (timeout) => {
      const { tester } = await setUp();
      const batch = tester.submit({ strategies, periods });
      await expect(batch.wait({ timeout })).rejects.toThrow(ArgumentError);
      await batch.wait({ timeout: Number.POSITIVE_INFINITY });
    },
  );

  it("ends with its signal", async () => {
    const { tester } = await setUp({ course: () => ({ looks: 100 }) });
    const batch = tester.submit({ strategies, periods });
    await expect(batch.wait({ signal: AbortSignal.abort(new Error("enough")) })).rejects.toThrow("enough");
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("later")), 20);
    await expect(batch.wait({ signal: controller.signal })).rejects.toThrow("later");
  });

  it("ends with the tester", async () => {
    const { tester } = await setUp({ course: () => ({ looks: 100 }) });
    const batch = tester.submit({ strategies, periods });
    const waiting = expect(batch.wait()).rejects.toMatchObject({ code: "CLOSED" });
    const iterating = expect(
      (async () => {
        for await (const _ of batch) break;
      })(),
    ).rejects.toMatchObject({ code: "CLOSED" });
    await tester.close();
    await waiting;
    await iterating;
    await expect(batch.wait()).rejects.toMatchObject({ code: "CLOSED" });
    expect(() => tester.submit({ strategies, periods })).toThrow("The tester is closed");
  });

  it("results that have come stay readable after the tester is closed", async () => {
    const { tester } = await setUp();
    const batch = await tester.submit({ strategies, periods }).wait();
    await tester.close();
    expect(await rows(batch)).toEqual(expectedRows);
  });
});

describe("argument errors are thrown by submit", () => {
  it.each([
    ["no strategies", { strategies: [], periods }, "strategies must be an array of at least one"],
    ["no periods", { strategies, periods: [] }, "periods must be an array of at least one"],
    [
      "equal names",
      { strategies: [...strategies, strategy("rsi")], periods },
      'strategies[1] and strategies[3] are both named "rsi"',
    ],
    [
      "equal periods",
      { strategies, periods: [...periods, Period.fromYear(2002)] },
      "periods[1] and periods[3] are both 2002-01-01_2002-12-31",
    ],
    [
      "no Period",
      { strategies, periods: [{ start: "2001-01-01", end: "2002-01-01" } as unknown as Period] },
      "periods[0] is no Period",
    ],
    ["grouping 0", { strategies, periods, grouping: 0 }, "grouping must be"],
    ["progress", { strategies, periods, progress: "loud" as "bar" }, "progress must be"],
  ])("%s", async (_, options, message) => {
    const { server, tester } = await setUp();
    expect(() => tester.submit(options)).toThrow(ArgumentError);
    expect(() => tester.submit(options)).toThrow(message);
    expect(server.log).toEqual([]);
  });

  it("and by the tester", () => {
    expect(() => new BatchTester({ apiKey: "k", concurrency: 0 })).toThrow(
      "concurrency must be a whole number from 1 to 64",
    );
  });
});

describe("save", () => {
  it("writes both files whole, byte for byte the same for the same results", async () => {
    const folder = await temporary();
    const bytes: Buffer[][] = [];
    for (const seed of [3, 5]) {
      const { tester } = await setUp({ course: (_, number) => ({ looks: 1 + ((number * seed) % 4) }) });
      const batch = await tester.submit({ strategies, periods }).wait();
      const saved = await batch.save(join(folder, "out"));
      bytes.push([await readFile(saved.summary), await readFile(saved.trades)]);
    }
    expect(bytes[0]).toEqual(bytes[1]);
    expect(await readdir(join(folder, "out"))).toEqual(["summary.parquet", "trades.parquet"]);
    expect(pl.readParquet(join(folder, "out", "trades.parquet")).height).toBe(18);
  });
});

describe("the cache", () => {
  it("fetches again what was cleared", async () => {
    const { server, tester } = await setUp();
    const batch = await tester.submit({ strategies, periods }).wait();
    await batch.cache.clear();
    expect(batch.cache.memoryBytes).toBe(0);
    expect(await rows(batch)).toEqual(expectedRows);
    expect(server.log.filter((line) => line.endsWith("/result"))).toHaveLength(18);
  });

  it("puts into a folder what memory cannot hold", async () => {
    const { server, tester } = await setUp({}, { cacheMemory: 20_000 });
    const batch = await tester.submit({ strategies, periods }).wait();
    expect(batch.cache.memoryBytes).toBeLessThanOrEqual(20_000);
    expect(await rows(batch)).toEqual(expectedRows);
    expect(server.log.filter((line) => line.endsWith("/result"))).toHaveLength(9);
    await batch.cache.clear();
  });

  it("keeps results in a folder of the user's, whole and under their task's id", async () => {
    const folder = await temporary();
    const { tester } = await setUp({}, { cacheDirectory: join(folder, "results") });
    const batch = await tester.submit({ strategies, periods }).wait();
    const files = await readdir(join(folder, "results"));
    expect(files.toSorted()).toEqual(
      batch.tasks
        .flatMap(({ taskId }) => [`${taskId}-performance.parquet`, `${taskId}-trades.parquet`])
        .toSorted(),
    );
  });
});
