import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import type { ServerResponse } from "node:http";
import { join } from "node:path";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { TasksClient } from "../../src/core/index.ts";
import {
  enhancedOhlcvSchema,
  type FrameSchema,
  onDemandOhlcvSchema,
  performanceSchema,
  tradesSchema,
} from "../../src/generated/frames.ts";
import { parquet } from "../batch/result-files.ts";
import { temporaryFolder } from "../e2e/support.ts";
import { json, serve } from "./server.ts";

const row = { strategy_name: "sma" };
const trades = parquet(tradesSchema, [row, row]);
const performanceFile = parquet(performanceSchema, [row]);
const archive = zipSync({ "trades.parquet": trades, "performance.parquet": performanceFile });

const send = (bytes: Uint8Array) => (response: ServerResponse) => void response.writeHead(200).end(bytes);

/** A part of a file under the length of the whole, then the connection ends. */
const cut = (bytes: Uint8Array) => (response: ServerResponse) => {
  response.writeHead(200, { "content-length": bytes.length });
  response.write(bytes.subarray(0, bytes.length / 2), () => response.socket?.destroy());
};

/** The same without a length, in a chunked body that is ended properly. */
const half = (bytes: Uint8Array) => send(bytes.subarray(0, bytes.length / 2));

describe("what comes as a file", () => {
  it.each([
    ["Trades", "results/trades", tradesSchema],
    ["Performance", "results/performance", performanceSchema],
    ["EnhancedOhlcv", "results/enhanced_ohlcv", enhancedOhlcvSchema],
    ["OnDemandOhlcv", "results/on_demand_ohlcv", onDemandOhlcvSchema],
  ] as const)("%s: bytes, frame and file", async (name, path, schema: FrameSchema) => {
    const file = parquet(schema, [{}, {}, {}]);
    const { client, log } = await serve(send(file));
    const place = join(await temporaryFolder(), "out.parquet");
    expect(await client.tasks[`download${name}`]("t")).toEqual(new Uint8Array(file));
    const frame = await client.tasks[`read${name}`]("t");
    expect([frame.height, frame.columns]).toEqual([3, schema.columns.map((column) => column.name)]);
    expect(await client.tasks[`save${name}`]("t", place)).toEqual({ path: place, size: file.length });
    expect(await readFile(place)).toEqual(Buffer.from(file));
    expect(log).toEqual(Array(3).fill(`GET /api/v1/tasks/t/${path}`));
  });

  it("the result: bytes, frames and file", async () => {
    const { client, log } = await serve(send(archive));
    const place = join(await temporaryFolder(), "result.zip");
    expect(await client.tasks.downloadResult("t")).toEqual(archive);
    const frames = await client.tasks.readResult("t");
    expect([frames.trades.height, frames.performance.height]).toEqual([2, 1]);
    const { data, response } = await client.tasks.saveResult("t", place).withResponse();
    expect(data).toEqual({ path: place, size: archive.length });
    expect(response).toMatchObject({ status: 200, attempts: 1 });
    expect(await readFile(place)).toEqual(Buffer.from(archive));
    expect(log).toEqual(Array(3).fill("GET /api/v1/tasks/t/result"));
  });

  it("the result within the limits that were asked for", async () => {
    const { client } = await serve(send(archive));
    await expect(client.tasks.readResult("t", { maxUnpackedSize: 100 })).rejects.toThrow("100 is the limit");
    await expect(client.tasks.readResult("t", { maxEntries: 1 })).rejects.toThrow("1 is the limit");
  });
});

describe("a download that is not what it should be", () => {
  const calls: readonly [string, (tasks: TasksClient, folder: string) => Promise<unknown>][] = [
    ["downloadTrades", (tasks) => tasks.downloadTrades("t")],
    ["readTrades", (tasks) => tasks.readTrades("t")],
    ["saveTrades", (tasks, folder) => tasks.saveTrades("t", join(folder, "out"))],
    ["downloadResult", (tasks) => tasks.downloadResult("t")],
    ["readResult", (tasks) => tasks.readResult("t")],
    ["saveResult", (tasks, folder) => tasks.saveResult("t", join(folder, "out"))],
  ];
  const bodies = (call: string) => {
    const whole = call.endsWith("Result") ? archive : trades;
    return [
      ["nothing", send(new Uint8Array()), "SERIALIZATION", "of task t is no .*: it is empty"],
      ["a page", send(Buffer.from("<html>")), "SERIALIZATION", 'of task t is no .*: it begins "<html>"'],
      ["half of it", half(whole), "SERIALIZATION", "of task t is a broken .*: its end is missing"],
      ["a broken connection", cut(whole), "NETWORK", "got no complete answer"],
      ["an error", (response: ServerResponse) => json(response, { detail: "no" }, 404), "NOT_FOUND", "no"],
    ] as const;
  };
  const table = calls.flatMap(([name, call]) =>
    bodies(name).map(
      ([body, answer, code, message]) => [name, body, { call, answer, code, message }] as const,
    ),
  );

  it.each(table)("%s of %s is an error, and leaves nothing", async (_name, _body, step) => {
    const { client } = await serve(step.answer);
    const folder = await temporaryFolder();
    await expect(step.call(client.tasks, folder)).rejects.toMatchObject({
      code: step.code,
      message: expect.stringMatching(step.message),
    });
    expect(await readdir(folder)).toEqual([]);
  });
});

describe("saving", () => {
  it("is retried from the beginning when the connection breaks", async () => {
    let asked = 0;
    const { client } = await serve((response) => (asked++ === 0 ? cut(trades) : send(trades))(response));
    const folder = await temporaryFolder();
    await client.tasks.saveTrades("t", join(folder, "out"), { maxRetries: 1 });
    expect(asked).toBe(2);
    expect(await readdir(folder)).toEqual(["out"]);
    expect(await readFile(join(folder, "out"))).toEqual(Buffer.from(trades));
  });

  it("replaces a file, and leaves it as it was when the download fails", async () => {
    const answers = [cut(trades), send(trades)];
    const { client } = await serve((response) => answers.shift()?.(response));
    const folder = await temporaryFolder();
    const place = join(folder, "out");
    await writeFile(place, "before");
    await expect(client.tasks.saveTrades("t", place)).rejects.toMatchObject({ code: "NETWORK" });
    expect(await readFile(place, "utf8")).toBe("before");
    await client.tasks.saveTrades("t", place);
    expect(await readFile(place)).toEqual(Buffer.from(trades));
    expect(await readdir(folder)).toEqual(["out"]);
  });

  it.each([
    ["a folder that does not exist", "missing/out", /ENOENT/],
    ["a place that is a folder", "taken", /EISDIR|ENOTEMPTY|EEXIST/],
  ])("into %s is an error of its own, and not retried", async (_, name, message) => {
    const { client, log } = await serve(send(trades));
    const folder = await temporaryFolder();
    await mkdir(join(folder, "taken"));
    await expect(client.tasks.saveTrades("t", join(folder, name), { maxRetries: 3 })).rejects.toMatchObject({
      code: "FILE",
      message: expect.stringMatching(message),
      context: { path: join(folder, name) },
    });
    expect(log).toHaveLength(1);
    expect(await readdir(folder)).toEqual(["taken"]);
  });

  it("aborted in the middle leaves nothing", async () => {
    const { client } = await serve((response) => {
      response.writeHead(200).write(trades.subarray(0, 100));
    });
    const folder = await temporaryFolder();
    const controller = new AbortController();
    setTimeout(() => controller.abort(new Error("enough")), 100);
    await expect(
      client.tasks.saveTrades("t", join(folder, "out"), { signal: controller.signal }),
    ).rejects.toThrow("enough");
    expect(await readdir(folder)).toEqual([]);
  });

  it("holds no more than a part of a large file in memory", async () => {
    const block = randomBytes(1 << 20);
    const blocks = 100;
    const expected = createHash("sha256");
    const { client } = await serve(async (response) => {
      response.writeHead(200);
      for (const part of [Buffer.from("PAR1"), ...Array<Buffer>(blocks).fill(block), footer()]) {
        expected.update(part);
        if (!response.write(part)) await new Promise((resolve) => response.once("drain", resolve));
      }
      response.end();
    });
    const place = join(await temporaryFolder(), "large");
    let most = 0;
    const watch = setInterval(() => {
      most = Math.max(most, process.memoryUsage().arrayBuffers);
    }, 5);
    const before = process.memoryUsage().arrayBuffers;
    const { size } = await client.tasks.saveTrades("t", place);
    clearInterval(watch);
    expect(size).toBe(4 + blocks * block.length + 8);
    expect(
      createHash("sha256")
        .update(await readFile(place))
        .digest(),
    ).toEqual(expected.digest());
    expect(most - before).toBeLessThan((blocks * block.length) / 2);
  });

  /** An empty footer, enough for the ends to fit. */
  function footer(): Buffer {
    return Buffer.concat([Buffer.alloc(4), Buffer.from("PAR1")]);
  }
});
