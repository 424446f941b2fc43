import { inspect } from "node:util";
import { afterEach, describe, expect, it } from "vitest";
import { type ClientOptions, TradePoseClient } from "../../src/core/index.ts";
import type { TaskMetadataResponse } from "../../src/generated/models.ts";
import { type ContractServer, type ContractServerOptions, contractServer } from "../batch/contract-server.ts";
import { strategy } from "../batch/strategies.ts";

const open: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of open.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

async function setUp(
  server: ContractServerOptions = {},
  options: ClientOptions = {},
): Promise<{ server: ContractServer; client: TradePoseClient }> {
  const running = await contractServer(server);
  const client = new TradePoseClient({ serverUrl: running.url, apiKey: "key", maxRetries: 0, ...options });
  open.push(running, client);
  return { server: running, client };
}

const request = {
  strategy_configs: [strategy("sma"), strategy("rsi")],
  start_date: "2020-01-01",
  end_date: "2020-12-31",
};

async function start(client: TradePoseClient): Promise<string> {
  return (await client.export.backtestResults(request, { poll: false })).task_id;
}

describe("export.backtestResults", () => {
  it("gives typed frames", async () => {
    const { server, client } = await setUp();
    const { trades, performance } = await client.export.backtestResults(request);
    expect(trades.select("strategy_name", "pnl").rows()).toEqual([
      ["sma", 2020],
      ["rsi", 2020],
      ["sma", 2020.5],
      ["rsi", 2020.5],
    ]);
    expect(trades.shape).toEqual({ height: 4, width: 46 });
    expect(performance.shape).toEqual({ height: 2, width: 21 });
    expect(server.submitted[0]).toMatchObject({ ...request, export_type: 0 });
  });

  it("with poll: false gives the accepted task and asks no further", async () => {
    const { server, client } = await setUp();
    const accepted = await client.export.backtestResults(request, { poll: false });
    expect(accepted.operation_type).toBe("backtest-results");
    expect(server.log).toEqual(["POST /api/v1/export"]);
  });

  it("reports why the task failed", async () => {
    const { client } = await setUp({ course: () => ({ failure: "no such instrument: SP500" }) });
    await expect(client.export.backtestResults(request)).rejects.toMatchObject({
      code: "TASK_FAILED",
      reason: "no such instrument: SP500",
      message: expect.stringMatching(/^Task [0-9a-f-]{36} failed: no such instrument: SP500$/),
    });
  });

  it("ends with pollTimeout", async () => {
    const { client } = await setUp({ course: () => ({ looks: 1_000 }) });
    await expect(client.export.backtestResults(request, { pollTimeout: 100 })).rejects.toMatchObject({
      code: "TASK_TIMEOUT",
      timeout: 100,
    });
  });
});

describe("export.validate", () => {
  it("gives the outcome", async () => {
    const { server, client } = await setUp();
    expect(await client.export.validate([strategy("sma")])).toEqual({
      valid: true,
      validated_strategies: ["sma"],
      errors: [],
    });
    expect(server.submitted[0]?.export_type).toBe(4);
  });
});

describe("tasks.wait", () => {
  it("looks at once, then ever more rarely, and tells what it sees", async () => {
    const { client } = await setUp({ course: () => ({ looks: 4 }) });
    const seen: TaskMetadataResponse[] = [];
    const taskId = await start(client);
    const started = performance.now();
    const task = await client.tasks.wait(taskId, { onStatus: (it) => seen.push(it) });
    const elapsed = performance.now() - started;
    expect(task).toBe(seen.at(-1));
    expect(seen.map(({ status }) => status)).toEqual([0, 1, 1, 2]);
    // 50 + 100 + 200 ms, each up to a fifth shorter.
    expect(elapsed).toBeGreaterThan(270);
    expect(elapsed).toBeLessThan(1_500);
  });

  it("aborting ends the polling at once and asks nothing more", async () => {
    const { server, client } = await setUp({ course: () => ({ looks: 1_000 }) });
    const taskId = await start(client);
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 30);
    await expect(client.tasks.wait(taskId, { signal: controller.signal })).rejects.toThrow("enough");
    const asked = server.log.length;
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(server.log).toHaveLength(asked);
    expect(server.log.every((line) => !line.startsWith("DELETE"))).toBe(true);
  });

  it.each([
    ["an unknown state", { status: 7 }, "TASK_STATUS_UNKNOWN"],
    ["a cancelled task", { failure: "cancelled" }, "TASK_CANCELLED"],
    ["an unknown task", { lookErrors: [404] }, "NOT_FOUND"],
  ])("%s is an error of its own", async (_, course, code) => {
    const { client } = await setUp({ course: () => course });
    await expect(client.tasks.wait(await start(client))).rejects.toMatchObject({ code });
  });
});

describe("a client", () => {
  it("shows no secret when printed", () => {
    const client = new TradePoseClient({ apiKey: "tp_test_secret" });
    expect(inspect(client, { depth: 20, showHidden: true })).not.toContain("tp_test_secret");
  });

  it("gives status and headers beside the body", async () => {
    const { client } = await setUp();
    const taskId = await start(client);
    const { data, response } = await client.tasks.get(taskId).withResponse();
    expect(data.task_id).toBe(taskId);
    expect(response).toMatchObject({ status: 200, attempts: 1 });
    expect(response.headers.get("content-type")).toBe("application/json");
  });

  it("uses a fetch of the user's", async () => {
    const asked: string[] = [];
    const fetch: typeof globalThis.fetch = (input, init) => {
      asked.push(`${init?.method} ${new URL(String(input)).pathname}`);
      return globalThis.fetch(input, init);
    };
    const { client } = await setUp({}, { fetch });
    await start(client);
    expect(asked).toEqual(["POST /api/v1/export"]);
  });

  it("refuses calls after it was closed", async () => {
    const { client } = await setUp();
    await client.close();
    await expect(client.tasks.get("t")).rejects.toMatchObject({ code: "CLOSED" });
  });
});
