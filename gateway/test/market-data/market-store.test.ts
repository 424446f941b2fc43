import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { InstrumentResponseModel } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import {
  type ImportOptions,
  MarketDataError,
  type MarketDataErrorCode,
  MarketStore,
} from "../../src/market-data/index.ts";
import { fileOf, tempDir } from "./temp-dir.ts";

const SP500 = fileURLToPath(
  new URL("../../../node_modules/vega-datasets/data/sp500-2000.csv", import.meta.url),
);

async function daily(days: readonly number[], price = (day: number) => 100 + day): Promise<string> {
  const rows = days.map(
    (day) =>
      `2024-01-${String(day).padStart(2, "0")},${price(day)},${price(day)},${price(day)},${price(day)},1`,
  );
  return fileOf(["date,open,high,low,close,volume", ...rows].join("\n"));
}

async function minutes(count: number, price: number): Promise<string> {
  const rows = Array.from(
    { length: count },
    (_, row) => `${1_700_000_000 + row * 60},${price},${price},${price},${price},1`,
  );
  return fileOf(["ts,open,high,low,close,volume", ...rows].join("\n"));
}

async function daysOf(store: MarketStore, symbol: string): Promise<number[]> {
  const series = await store.series(symbol);
  return Array.from(series?.bars.ts ?? [], (ts) => new Date(ts).getUTCDate());
}

async function refusal(work: Promise<unknown>, code: MarketDataErrorCode): Promise<string> {
  const error = await work.then(() => undefined).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(MarketDataError);
  expect((error as MarketDataError).code).toBe(code);
  return (error as MarketDataError).message;
}

function startChild(folder: string, file: string): ChildProcess {
  const script = fileURLToPath(new URL("./import-child.ts", import.meta.url));
  return fork(script, [folder, file], { execArgv: ["--conditions=source", "--import", "tsx"] });
}

describe("a first import", () => {
  it("stores the daily bars of the S&P 500", async () => {
    const store = await MarketStore.open(await tempDir());
    const report = await store.importBars({ instrument: "SP500", freq: "1D", file: SP500 });
    expect(report).toEqual({
      instrument: "SP500",
      instrumentId: 1,
      freq: "1D",
      timezone: "UTC",
      sessionStart: "00:00",
      rows: 5105,
      added: 5105,
      first: new Date("2000-01-03"),
      last: new Date("2020-04-17"),
      changed: true,
      // Known bytes: equal on every machine, changed by whatever changes a stored bar.
      fingerprint: "c688857a2de00015314c192ae8f3c9514e6926a0c79a8c4da443af6b1c177e31",
      quality: {
        gaps: 1,
        // Trading was closed after 2001-09-11.
        widestGap: { from: new Date("2001-09-10"), to: new Date("2001-09-17") },
        zeroVolume: 0,
      },
    });
    const series = await store.series("SP500");
    expect(series).toMatchObject({
      symbol: "SP500",
      instrumentId: 1,
      freq: "1D",
      timeZone: "UTC",
      sessionStart: "00:00",
    });
    expect(series?.costs).toEqual({ commissionRate: 0, commissionFixed: 0, slippage: 0 });
    const bars = series?.bars;
    expect(bars?.length).toBe(5105);
    const row = bars?.ts.indexOf(Date.UTC(2008, 9, 13)) ?? -1;
    expect([bars?.open[row], bars?.high[row], bars?.low[row], bars?.close[row], bars?.volume[row]]).toEqual([
      912.75, 1006.929993, 912.75, 1003.349976, 7263370000,
    ]);
    expect(bars?.close.buffer).toBeInstanceOf(SharedArrayBuffer);
  });

  it("loads a series once", async () => {
    const store = await MarketStore.open(await tempDir());
    await store.importBars({ instrument: "A", freq: "1D", file: await daily([2, 3]) });
    const [one, other] = await Promise.all([store.series("A"), store.series("A")]);
    expect(one?.bars.ts.buffer).toBe(other?.bars.ts.buffer);
    expect((await store.series("A"))?.bars.ts.buffer).toBe(one?.bars.ts.buffer);
  });

  it("knows no series that was not imported", async () => {
    const store = await MarketStore.open(await tempDir());
    expect(await store.series("A")).toBeUndefined();
    expect((await store.market(["A"])).series("A")).toBeUndefined();
  });

  it("reads several files as one series", async () => {
    const store = await MarketStore.open(await tempDir());
    const files = [await daily([2, 3]), await daily([4])];
    expect(await store.importBars({ instrument: "A", freq: "1D", files })).toMatchObject({
      rows: 3,
      added: 3,
    });
    const wrongOrder = store.importBars({ instrument: "B", freq: "1D", files: files.toReversed() });
    expect(await refusal(wrongOrder, "INVALID_FILE")).toContain(`${files[0]}:2: `);
  });

  it.each<[string, Partial<ImportOptions>, string]>([
    ["no file", { files: [] }, "give file or files"],
    ["an empty symbol", { instrument: "" }, 'instrument ""'],
    ["a symbol with a line break", { instrument: "A\nB" }, 'instrument "A\\nB"'],
    ["a freq of another system", { freq: "1m" as "1M" }, 'freq "1m" is not one of 1min, 5min'],
    ["an unknown zone", { timezone: "New York" }, 'timezone "New York" is not an IANA zone'],
    ["a session start that is no time", { sessionStart: "6pm" }, 'sessionStart "6pm"'],
    ["negative slippage", { costs: { slippage: -1 } }, "costs.slippage is -1"],
    ["a commission of NaN", { costs: { commissionRate: Number.NaN } }, "costs.commissionRate is NaN"],
  ])("refuses %s", async (_, options, reason) => {
    const store = await MarketStore.open(await tempDir());
    const file = options.files === undefined ? { file: await daily([2]) } : {};
    const message = await refusal(
      store.importBars({ instrument: "A", freq: "1D", ...file, ...options }),
      "INVALID_OPTION",
    );
    expect(message).toContain(reason);
    expect(await store.instruments()).toEqual({ instruments: [], total: 0 });
  });

  it.each([
    ["no file of that name", "no-such-file.csv", "there is no such file"],
    ["a folder", ".", "is a folder"],
  ])("refuses %s", async (_, name, reason) => {
    const folder = await tempDir();
    const store = await MarketStore.open(folder);
    const work = store.importBars({ instrument: "A", freq: "1D", file: join(folder, name) });
    expect(await refusal(work, "UNREADABLE_FILE")).toContain(reason);
  });

  it("builds no path from a symbol", async () => {
    const folder = await tempDir();
    const store = await MarketStore.open(join(folder, "market"));
    const instrument = "../../etc/passwd";
    await store.importBars({ instrument, freq: "1D", file: await daily([2]) });
    expect(await daysOf(store, instrument)).toEqual([2]);
    expect(await readdir(folder)).toEqual(["market"]);
    expect(await readdir(join(folder, "market"))).toEqual([
      expect.stringMatching(/^[0-9a-f]{64}\.bars$/),
      "catalogue.json",
    ]);
  });
});

describe("another import of the same instrument", () => {
  it("changes nothing when the bars are the same", async () => {
    const folder = await tempDir();
    const store = await MarketStore.open(folder);
    const options = { instrument: "SP500", freq: "1D", file: SP500 } as const;
    const first = await store.importBars(options);
    const before = await readFile(join(folder, "catalogue.json"), "utf8");
    expect(await store.importBars(options)).toEqual({ ...first, added: 0, changed: false });
    expect(await readFile(join(folder, "catalogue.json"), "utf8")).toBe(before);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it.each<[string, number[], number[], number]>([
    ["later bars", [9, 10], [5, 6, 7, 9, 10], 2],
    ["earlier bars", [2, 3], [2, 3, 5, 6, 7], 2],
    ["bars around the stored ones", [4, 5, 6, 7, 8], [4, 5, 6, 7, 8], 2],
    ["bars that overlap the end", [6, 7, 8], [5, 6, 7, 8], 1],
    ["bars that overlap the start", [4, 5], [4, 5, 6, 7], 1],
    ["some of the stored bars", [6], [5, 6, 7], 0],
  ])("adds %s", async (_, days, result, added) => {
    const store = await MarketStore.open(await tempDir());
    await store.importBars({ instrument: "A", freq: "1D", file: await daily([5, 6, 7]) });
    const report = await store.importBars({ instrument: "A", freq: "1D", file: await daily(days) });
    expect(report).toMatchObject({ rows: result.length, added, changed: added > 0 });
    expect([report.first.getUTCDate(), report.last.getUTCDate()]).toEqual([result[0], result.at(-1)]);
    expect(await daysOf(store, "A")).toEqual(result);
  });

  it.each<[string, number[], number, string]>([
    ["another price", [6], 1, "of the bar at 2024-01-06T00:00:00.000Z its open is 106 and would be 107"],
    ["a bar in a hole", [5, 6, 7], 0, "of the bar at 2024-01-06T00:00:00.000Z only the new bars have it"],
    [
      "a hole instead of a bar",
      [5, 8],
      0,
      "of the bar at 2024-01-07T00:00:00.000Z only the stored bars have it",
    ],
  ])("refuses %s unless it is to replace", async (name, days, change, reason) => {
    const stored = name === "a bar in a hole" ? [5, 7, 8] : [5, 6, 7, 8];
    const folder = await tempDir();
    const store = await MarketStore.open(folder);
    await store.importBars({ instrument: "A", freq: "1D", file: await daily(stored) });
    const before = await readdir(folder);
    const options = {
      instrument: "A",
      freq: "1D",
      file: await daily(days, (day) => 100 + day + change),
    } as const;
    const message = await refusal(store.importBars(options), "CONFLICT");
    if (name !== "a hole instead of a bar") expect(message).toContain(reason);
    expect(await daysOf(store, "A")).toEqual(stored);
    expect(await readdir(folder)).toEqual(before);

    expect(await store.importBars({ ...options, replace: true })).toMatchObject({
      rows: days.length,
      changed: true,
    });
    expect(await daysOf(store, "A")).toEqual(days);
    expect(await readdir(folder)).toHaveLength(2);
  });

  it.each<[string, Partial<ImportOptions>, string]>([
    ["another freq", { freq: "1W" }, "A is stored with freq 1D, not 1W"],
    ["another zone", { timezone: "Asia/Tokyo" }, "A is stored with timezone UTC, not Asia/Tokyo"],
    ["another session", { sessionStart: "18:00" }, "A is stored with sessionStart 00:00, not 18:00"],
  ])("refuses %s unless it is to replace", async (_, other, reason) => {
    const store = await MarketStore.open(await tempDir());
    const options = { instrument: "A", freq: "1D", file: await daily([2]) } as const;
    await store.importBars(options);
    expect(await refusal(store.importBars({ ...options, ...other }), "CONFLICT")).toContain(reason);
    expect(await store.importBars({ ...options, ...other, replace: true })).toMatchObject({
      instrumentId: 1,
      ...other,
    });
  });

  it("keeps the settings that are not given and takes those that are", async () => {
    const store = await MarketStore.open(await tempDir());
    const options = {
      instrument: "A",
      freq: "1D",
      file: await daily([2]),
      timezone: "Asia/Tokyo",
      costs: { slippage: 0.5 },
    } as const;
    await store.importBars(options);
    const { timezone: _, costs: __, ...bare } = options;
    expect(await store.importBars(bare)).toMatchObject({ timezone: "Asia/Tokyo", changed: false });
    expect(await store.importBars({ ...bare, costs: { commissionRate: 0.001 } })).toMatchObject({
      changed: true,
      added: 0,
    });
    const series = await store.series("A");
    expect(series).toMatchObject({
      timeZone: "Asia/Tokyo",
      costs: { slippage: 0.5, commissionRate: 0.001, commissionFixed: 0 },
    });
  });

  it("leaves everything as it was when a row is bad", async () => {
    const folder = await tempDir();
    const store = await MarketStore.open(folder);
    await store.importBars({ instrument: "A", freq: "1D", file: await daily([2, 3]) });
    const before = await readFile(join(folder, "catalogue.json"), "utf8");
    const bad = await fileOf("date,open,high,low,close\n2024-01-04,1,1,1,1\n2024-01-05,1,1,1,oops\n");
    await refusal(store.importBars({ instrument: "A", freq: "1D", file: bad }), "INVALID_FILE");
    expect(await readFile(join(folder, "catalogue.json"), "utf8")).toBe(before);
    expect(await readdir(folder)).toHaveLength(2);
    expect(await daysOf(store, "A")).toEqual([2, 3]);
  });

  it("keeps a file that two instruments share", async () => {
    const store = await MarketStore.open(await tempDir());
    const file = await daily([2, 3]);
    await store.importBars({ instrument: "A", freq: "1D", file });
    await store.importBars({ instrument: "B", freq: "1D", file });
    await store.importBars({ instrument: "A", freq: "1D", file: await daily([4]), replace: true });
    const reopened = await MarketStore.open(await tempDir());
    expect(await reopened.series("B")).toBeUndefined();
    expect(await daysOf(store, "B")).toEqual([2, 3]);
  });
});

describe("the catalogue", () => {
  it("lists instruments as the contract shows them", async () => {
    const store = await MarketStore.open(await tempDir());
    const file = await daily([2]);
    for (const [instrument, market_type] of [
      ["NQ", "futures"],
      ["BTCUSDT", "spot"],
      ["ES", "futures"],
    ] as const) {
      await store.importBars({ instrument, freq: "1D", file, facts: { market_type, tick_size: "0.25" } });
    }
    const { instruments, total } = await store.instruments();
    expect(total).toBe(3);
    for (const instrument of instruments) InstrumentResponseModel.parse(instrument);
    expect(instruments.map(({ id, symbol }) => [id, symbol])).toEqual([
      [2, "BTCUSDT"],
      [3, "ES"],
      [1, "NQ"],
    ]);
    expect(await store.instrument(3)).toMatchObject({
      symbol: "ES",
      market_type: "futures",
      tick_size: "0.25",
    });
    expect(await store.instrument(4)).toBeUndefined();

    const symbols = async (filter: Parameters<MarketStore["instruments"]>[0]) => {
      const page = await store.instruments(filter);
      return [page.total, ...page.instruments.map(({ symbol }) => symbol)];
    };
    expect(await symbols({ symbol: "s" })).toEqual([2, "BTCUSDT", "ES"]);
    expect(await symbols({ market_type: "futures" })).toEqual([2, "ES", "NQ"]);
    expect(await symbols({ broker_type: "binance" })).toEqual([0]);
    expect(await symbols({ account_source: "IB", limit: 1, offset: 1 })).toEqual([3, "ES"]);
    expect(await symbols({ offset: 5 })).toEqual([3]);
  });

  it("is the same for a store opened anew", async () => {
    const folder = await tempDir();
    const store = await MarketStore.open(folder);
    await store.importBars({ instrument: "A", freq: "1D", file: await daily([2, 3]) });
    const reopened = await MarketStore.open(folder);
    expect(await reopened.instruments()).toEqual(await store.instruments());
    expect(await daysOf(reopened, "A")).toEqual([2, 3]);
  });

  it.each([
    ["not JSON", "{", "is not JSON"],
    ["of another program", '{"version":2}', "is not a catalogue"],
  ])("that is %s is refused by name", async (_, content, reason) => {
    const folder = await tempDir();
    await writeFile(join(folder, "catalogue.json"), content);
    expect(await refusal(MarketStore.open(folder), "CORRUPT_STORE")).toContain(reason);
  });

  it.each([
    [
      "damaged",
      async (path: string) => writeFile(path, (await readFile(path)).fill(7, 100, 108)),
      "is damaged",
    ],
    ["cut", async (path: string) => writeFile(path, (await readFile(path)).subarray(0, 99)), "is damaged"],
    ["missing", (path: string) => rm(path), "is missing"],
  ])("names a bar file that is %s, and a replacement repairs it", async (_, spoil, reason) => {
    const folder = await tempDir();
    const options = { instrument: "A", freq: "1D", file: await daily([2, 3]) } as const;
    const { fingerprint } = await (await MarketStore.open(folder)).importBars(options);
    await spoil(join(folder, `${fingerprint}.bars`));
    const store = await MarketStore.open(folder);
    expect(await refusal(store.series("A"), "CORRUPT_STORE")).toContain(reason);
    await store.importBars({ ...options, replace: true });
    expect(await daysOf(store, "A")).toEqual([2, 3]);
  });
});

// Some of these start a process that runs from source, which takes seconds on a busy machine.
describe("several at once", { timeout: 60_000 }, () => {
  it("sees what another process imports", async () => {
    const folder = await tempDir();
    const store = await MarketStore.open(folder);
    await store.importBars({ instrument: "ES", freq: "1min", file: await minutes(3, 100) });
    expect((await store.series("ES"))?.bars.close).toEqual(Float64Array.of(100, 100, 100));
    const child = startChild(folder, await minutes(2, 200));
    const [code] = await once(child, "exit");
    expect(code).toBe(0);
    expect((await store.series("ES"))?.bars.close).toEqual(Float64Array.of(200, 200));
  });

  it("lets imports of one folder follow each other", async () => {
    const folder = await tempDir();
    const stores = [await MarketStore.open(folder), await MarketStore.open(folder)];
    const symbols = ["A", "B", "C", "D", "E", "F"];
    const file = await daily([2]);
    await Promise.all(
      symbols.map((instrument, i) => stores[i % 2]!.importBars({ instrument, freq: "1D", file })),
    );
    const { instruments } = await stores[0]!.instruments();
    expect(instruments.map(({ symbol }) => symbol)).toEqual(symbols);
    expect(new Set(instruments.map(({ id }) => id)).size).toBe(symbols.length);
  });

  it("leaves the old bars or the new ones when an import is killed", async () => {
    const folder = await tempDir();
    const store = await MarketStore.open(folder);
    await store.importBars({ instrument: "ES", freq: "1min", file: await minutes(5, 100) });
    const file = await minutes(200_000, 200);
    const seen: number[] = [];
    for (const delay of [0, 80, 160]) {
      const child = startChild(folder, file);
      const exit = once(child, "exit");
      await once(child, "message");
      await sleep(delay);
      child.kill("SIGKILL");
      await exit;

      const reopened = await MarketStore.open(folder);
      const rows = (await reopened.series("ES"))?.bars.length ?? 0;
      expect([5, 200_000]).toContain(rows);
      const data = (await readdir(folder)).filter((name) => !name.startsWith("gateway.lock"));
      expect(data).toEqual([expect.stringMatching(/\.bars$/), "catalogue.json"]);
      seen.push(rows);
    }
    expect(seen[0]).toBe(5);
    const report = await store.importBars({ instrument: "ES", freq: "1min", file, replace: true });
    expect(report.rows).toBe(200_000);
  });
});
