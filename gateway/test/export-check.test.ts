import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ExportRequest, ExportType, type Freq } from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkExportWith } from "../src/export-check.ts";
import { MarketStore } from "../src/market-data/index.ts";
import { averageStrategy, requestOf } from "./worker/requests.ts";

let folder: string;
let market: MarketStore;

/** Days of January 2024 with a bar; the 1st is a Monday. The 6th, 7th, 13th, 14th and all of 17 to 28 are missing. */
const days = [1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15, 16, 29, 30];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "tradepose-check-"));
  market = await MarketStore.open(folder);
  const lines = days.map((day) => `2024-01-${String(day).padStart(2, "0")},1,2,1,2,0`);
  const file = join(folder, "bars.csv");
  await writeFile(file, ["date,open,high,low,close,volume", ...lines].join("\n"));
  await market.importBars({ instrument: "X", freq: "1D", file });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const daily = averageStrategy("a", 2, "X");

function check(fields: Partial<ExportRequest>) {
  return checkExportWith(market)(requestOf({ strategy_configs: [daily], ...fields }));
}

describe("a period", () => {
  const clear = "no problem";
  const extent = "the bars of X run from 2024-01-01T00:00:00.000Z to 2024-01-30T00:00:00.000Z";
  const nothing = (freq: Freq) =>
    `start_date: no complete bar of X at ${freq} starts in the period; ${extent}`;

  it.each<[freq: Freq, start: string, end: string, problem: string]>([
    ["1D", "2024-01-05", "2024-01-06", clear],
    ["1D", "2024-01-06", "2024-01-08", clear],
    ["1D", "2024-01-06", "2024-01-07", nothing("1D")],
    ["1D", "2024-01-17", "2024-01-28", nothing("1D")],
    ["1D", "2024-01-30", "2024-12-31", clear],
    ["1D", "2024-01-31", "2024-12-31", `start_date: is after the data: ${extent}`],
    ["1D", "2023-01-01", "2023-12-31", `end_date: is before the data: ${extent}`],
    [
      "1D",
      "2024-01-09",
      "2024-01-08",
      "end_date: the period ends (2024-01-08) before it starts (2024-01-09)",
    ],
    ["1D", "soon", "2024-01-08", 'start_date: "soon" is not a date'],
    // A week is named by its Monday, and the last one is not complete.
    ["1W", "2024-01-08", "2024-01-09", clear],
    ["1W", "2024-01-09", "2024-01-14", nothing("1W")],
    ["1W", "2024-01-09", "2024-01-15", clear],
    ["1W", "2024-01-16", "2024-01-28", nothing("1W")],
    ["1W", "2024-01-16", "2024-01-29", nothing("1W")],
    ["1M", "2024-01-01", "2024-01-31", nothing("1M")],
  ])("%s from %s to %s: %s", async (base_freq, start_date, end_date, problem) => {
    const strategy_configs = [{ ...daily, base_freq }];
    const problems = await check({ strategy_configs, start_date, end_date });
    const [first = clear, ...others] = problems.map(({ field, message }) => `${field}: ${message}`);
    expect(first.slice(0, problem.length)).toBe(problem);
    expect(others).toEqual([]);
  });

  it("is one problem of strategies on the same bars", async () => {
    const strategy_configs = [daily, averageStrategy("b", 3, "X")];
    const period = { start_date: "2024-01-06", end_date: "2024-01-07" };
    expect(await check({ strategy_configs, ...period })).toHaveLength(1);
  });
});

describe("bars and stages", () => {
  const period = { start_date: "2024-01-01", end_date: "2024-01-31" };
  const bars = { export_type: ExportType.ON_DEMAND_OHLCV, ...period };
  const known = { ...bars, base_instrument: "X", base_freq: "1D" } as const;
  const stages = { export_type: ExportType.ENHANCED_OHLCV, ...period };
  const negative = { freq: "1D", shift: -1, indicator: { type: "SMA", period: 3 } } as const;
  const good = { ...negative, shift: 1 } as const;

  it.each<[what: string, fields: Partial<ExportRequest>, fields: readonly string[]]>([
    ["bars", known, []],
    [
      "bars, whatever strategy comes along",
      { ...known, strategy_configs: [averageStrategy("x", 5, "NO")] },
      [],
    ],
    ["bars of nothing", bars, ["base_instrument", "base_freq"]],
    ["bars without a period", { ...known, start_date: null, end_date: null }, ["start_date", "end_date"]],
    ["bars of an unknown instrument", { ...known, base_instrument: "NO" }, ["base_instrument"]],
    ["bars finer than stored", { ...known, base_freq: "1h" }, ["base_freq"]],
    ["a wrong indicator", { ...known, indicator_specs: [good, negative] }, ["indicator_specs[1].shift"]],
    [
      "bars in a period without any",
      { ...known, start_date: "2024-01-20", end_date: "2024-01-21" },
      ["start_date"],
    ],
    ["stages", stages, []],
    ["stages by name", { ...stages, strategy_name: "a", blueprint_name: "trend" }, []],
    ["stages of another strategy", { ...stages, strategy_name: "b" }, ["strategy_name"]],
    ["stages of another blueprint", { ...stages, blueprint_name: "b" }, ["blueprint_name"]],
  ])("%s", async (_, fields, wrong) => {
    expect((await check(fields)).map(({ field }) => field)).toEqual(wrong);
  });

  it("validation is never refused", async () => {
    const fields = {
      export_type: ExportType.VALIDATE_STRATEGY,
      strategy_configs: [averageStrategy("x", 5, "NO")],
    };
    expect(await check({ ...fields, start_date: null })).toEqual([]);
  });
});
