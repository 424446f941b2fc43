import { setTimeout } from "node:timers/promises";
import { PersistMode, TaskStatus, type TradesListResponse } from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { run, type Server, serve, startServer } from "../cli/command.ts";
import {
  backtestRequest,
  call,
  ended,
  smaStrategy,
  sp500File,
  type Target,
  temporaryFolder,
} from "./support.ts";

const years = Array.from({ length: 20 }, (_, index) => 2000 + index);
const requests = [10, 20, 50].flatMap((period) =>
  years.map((year) => ({
    ...backtestRequest([smaStrategy(`sma ${period}`, period)], year),
    persist_mode: PersistMode.PSQL,
  })),
);

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(() => folder.remove());

const submit = async (target: Target) => {
  const answers = await Promise.all(requests.map((body) => call(target, "export.create", { body })));
  return answers.map(({ json }) => json.task_id as string);
};

const tradesOf = async (target: Target, taskId: string) => {
  expect(await ended(target, taskId)).toMatchObject({ status: TaskStatus.COMPLETED, error_message: null });
  return (await call(target, "tasks.downloadTrades", { path: { task_id: taskId } })).bytes;
};

/** How many rows the trades query has, by what makes a trade of these strategies one. */
const persistedTrades = async (target: Target) => {
  const counts = new Map<string, number>();
  for (let offset = 0; ; offset += 1_000) {
    const query = { limit: "1000", offset: String(offset) };
    const { json } = await call(target, "trades.query", { query });
    for (const trade of (json as unknown as TradesListResponse).trades) {
      const key = [trade.strategy_name, trade.entry_time, trade.exit_time].join();
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    if (Number(json.count) < 1_000) return counts;
  }
};

describe("kill -9", () => {
  it("while a folder is made, or in the middle of tasks, loses nothing that was accepted", async () => {
    const unborn = startServer(folder.path);
    await setTimeout(2_000);
    unborn.kill("SIGKILL");

    const importing = ["--data", folder.path, "--instrument", "SP500", "--freq", "1D"];
    expect((await run("import", sp500File, ...importing)).stderr).toBe("");
    const apiKey = (await run("keys", "create", "--data", folder.path)).stdout.trim();
    const at = (server: Server): Target => ({ url: server.url, apiKey });

    const first = await serve(folder.path);
    const accepted = await submit(at(first));
    await ended(at(first), accepted[5] as string);
    await first.stop("SIGKILL");

    const second = await serve(folder.path);
    await ended(at(second), accepted[20] as string);
    await second.stop("SIGKILL");

    const third = await serve(folder.path);
    const undisturbed = await submit(at(third));
    for (const [index, taskId] of accepted.entries()) {
      const expected = await tradesOf(at(third), undisturbed[index] as string);
      expect(await tradesOf(at(third), taskId)).toEqual(expected);
    }
    const persisted = await persistedTrades(at(third));
    expect(persisted.size).toBeGreaterThan(requests.length);
    // Once for the disturbed run and once for the undisturbed one.
    expect(new Set(persisted.values())).toEqual(new Set([2]));
    expect(await third.stop("SIGTERM")).toBe(0);
  }, 300_000);
});
