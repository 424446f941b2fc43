import { afterEach, describe, expect, it } from "vitest";
import { type BatchResults, BatchTester, Period } from "../../src/batch/index.ts";
import { TaskCancelledError } from "../../src/errors/index.ts";
import { type ContractServerOptions, contractServer } from "./contract-server.ts";
import { strategy } from "./strategies.ts";

const open: AsyncDisposable[] = [];
const patient = { timeout: 10_000 };

afterEach(async () => {
  for (const resource of open.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

async function setUp(options: ContractServerOptions, concurrency = 8) {
  const server = await contractServer(options);
  const tester = new BatchTester({
    serverUrl: server.url,
    apiKey: "key",
    progress: "silent",
    maxRetries: 0,
    pollInterval: 500,
    concurrency,
  });
  open.push(server, tester);
  return { server, tester };
}

const strategies = [strategy("sma")];
const periods = Period.range(2001, 2006);

async function totals(batch: BatchResults): Promise<readonly unknown[]> {
  return (await batch.summary()).getColumn("total").toArray();
}

describe("retryFailed", () => {
  it("submits what failed again, and only that", async () => {
    const { server, tester } = await setUp({
      course: (_, number) => {
        if (number >= periods.length) return {};
        return number % 3 === 0 ? { submission: 503 } : number % 3 === 1 ? { failure: "out of memory" } : {};
      },
    });
    const batch = await tester.submit({ strategies, periods }).wait();
    expect(batch.status).toEqual({ pending: 0, processing: 0, completed: 2, failed: 4 });
    const failedBefore = batch.failedTasks.map(({ period }) => period.toKey());

    expect(batch.retryFailed()).toBe(4);
    expect(batch.isComplete).toBe(false);
    expect(batch.status).toEqual({ pending: 4, processing: 0, completed: 2, failed: 0 });
    await batch.wait();
    expect(batch.status.completed).toBe(6);
    expect(await totals(batch)).toEqual(periods.map(({ start }) => 2 * start.getUTCFullYear() + 0.5));
    expect(
      server.submitted
        .slice(6)
        .map((body) => body.start_date?.slice(0, 10))
        .toSorted(),
    ).toEqual(failedBefore.map((key) => key.slice(0, 10)).toSorted());
    expect([...batch]).toHaveLength(6);
    expect(batch.retryFailed()).toBe(0);
  });

  it("can fail again, and be tried again", async () => {
    const { tester } = await setUp({
      course: (_, number) => (number < 3 ? { failure: `no ${number}` } : {}),
    });
    const batch = await tester.submit({ strategies, periods: [Period.Q1(2001)] }).wait();
    for (const attempt of [1, 2, 3]) {
      expect(batch.failedTasks[0]?.error?.message).toContain(`no ${attempt - 1}`);
      batch.retryFailed();
      expect(batch.tasks[0]?.error).toBeNull();
      await batch.wait();
    }
    expect(batch.status.completed).toBe(1);
    expect(batch.snapshot().failures).toHaveLength(3);
  });

  it("while the batch works goes on with it: an iteration sees both ends of the task", async () => {
    const { tester } = await setUp({
      course: ({ start_date }, number) =>
        start_date?.startsWith("2001") && number < 6 ? { failure: "once" } : { looks: 3 },
    });
    const batch = tester.submit({ strategies, periods });
    const seen: string[] = [];
    for await (const task of batch) {
      seen.push(`${task.period.start.getUTCFullYear()} ${task.status}`);
      if (task.status === "failed") batch.retryFailed();
    }
    expect(seen.toSorted()).toEqual([
      "2001 completed",
      "2001 failed",
      ...[2, 3, 4, 5, 6].map((n) => `200${n} completed`),
    ]);
    expect([...batch]).toHaveLength(6);
  });

  it("at the very end of the batch is still work that the tester ends when it is closed", async () => {
    const { tester } = await setUp({
      course: (_, number) => (number === 0 ? { failure: "once" } : { looks: 1_000_000 }),
    });
    const batch = tester.submit({ strategies, periods: [Period.Q1(2001)] });
    for await (const _ of batch) break;
    batch.retryFailed();
    await expect.poll(() => batch.tasks[0]?.metadata, patient).not.toBeNull();
    const waiting = expect(batch.wait()).rejects.toMatchObject({ code: "CLOSED" });
    await tester.close();
    await waiting;
  });

  it("is refused when the tester is closed, and changes nothing", async () => {
    const { tester } = await setUp({ course: () => ({ failure: "no" }) });
    const batch = await tester.submit({ strategies, periods }).wait();
    await tester.close();
    expect(() => batch.retryFailed()).toThrow("The tester is closed");
    expect(batch.status.failed).toBe(6);
  });
});

describe("cancel", () => {
  it("ends what is open, here and on a gateway that can, and keeps what is completed", async () => {
    const { server, tester } = await setUp({
      capabilities: ["task_cancel"],
      course: ({ start_date }) => ({ looks: start_date?.startsWith("2001") ? 1 : 1_000_000 }),
    });
    const batch = tester.submit({ strategies, periods });
    for await (const _ of batch) break;
    while (server.submitted.length < periods.length) await new Promise((resolve) => setTimeout(resolve, 5));
    const cancelling = batch.cancel();
    expect(batch.isComplete).toBe(true);
    expect(batch.status).toEqual({ pending: 0, processing: 0, completed: 1, failed: 5 });
    expect(batch.failedTasks.every(({ error }) => error instanceof TaskCancelledError)).toBe(true);
    expect(await batch.wait()).toBe(batch);
    await cancelling;
    await expect.poll(() => server.log.filter((line) => line.endsWith("/cancel")).length, patient).toBe(5);
    expect(await totals(batch)).toEqual([4002.5]);
  });

  it("asks nothing of a gateway that does not announce it", async () => {
    const { server, tester } = await setUp({ course: () => ({ looks: 1_000_000 }) });
    const batch = tester.submit({ strategies, periods });
    while (batch.tasks.some(({ taskId }) => taskId === null)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await batch.cancel();
    expect(batch.status.failed).toBe(6);
    expect(server.log.filter((line) => line.endsWith("/cancel"))).toEqual([]);
    expect(server.log.filter((line) => line.endsWith("/health"))).toHaveLength(1);
  });

  it("submits nothing any more", async () => {
    const { server, tester } = await setUp({}, 1);
    const batch = tester.submit({ strategies, periods });
    await batch.cancel();
    expect(batch.status.failed).toBe(6);
    expect(batch.tasks[0]?.error?.message).toBe("The task was cancelled");
    await tester.submit({ strategies, periods: [Period.Q1(1990)] }).wait();
    expect(server.submitted.map(({ start_date }) => start_date)).toEqual(["1990-01-01T00:00:00"]);
  });

  it("during a download and tried again does not take the old result for the new", async () => {
    let release = () => {};
    const downloadAfter = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { server, tester } = await setUp({
      course: (_, number) => (number === 0 ? { downloadAfter } : { looks: 1_000_000 }),
    });
    const batch = tester.submit({ strategies, periods: [Period.Q1(2001)] });
    await expect.poll(() => server.log.some((line) => line.endsWith("/result")), patient).toBe(true);
    await batch.cancel();
    batch.retryFailed();
    release();
    await expect(batch.wait({ timeout: 600 })).rejects.toMatchObject({ code: "TASK_TIMEOUT" });
    expect(batch.status.completed).toBe(0);
  });

  it.each([0, 3, 8, 20])("after %d ms and tried again gives every result once", async (delay) => {
    const { server, tester } = await setUp({ capabilities: ["task_cancel"] }, 2);
    const batch = tester.submit({ strategies, periods });
    await new Promise((resolve) => setTimeout(resolve, delay));
    const cancelling = batch.cancel();
    batch.retryFailed();
    await batch.wait();
    await cancelling;
    expect(batch.status.completed).toBe(6);
    expect(await totals(batch)).toEqual(periods.map(({ start }) => 2 * start.getUTCFullYear() + 0.5));
    expect(new Set(batch.tasks.map(({ taskId }) => taskId)).size).toBe(6);
    // What was accepted for nobody is cancelled, whenever its answer came.
    const cancelled = () => server.log.filter((line) => line.endsWith("/cancel")).length;
    await expect.poll(cancelled, patient).toBe(server.submitted.length - 6);
  });
});
