import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Gateway, startGateway } from "tradepose-gateway";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { BatchTester, Period } from "../../src/batch/index.ts";
import {
  BlueprintBuilder,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  TradeDirection,
} from "../../src/builder/index.ts";
import { ArgumentError, ValidationError } from "../../src/errors/index.ts";
import { col } from "../../src/expr/index.ts";
import { Freq } from "../../src/generated/enums.ts";
import { enhancedOhlcvSchema, onDemandOhlcvSchema } from "../../src/generated/frames.ts";

let folder: string;
let gateway: Gateway;
let tester: BatchTester;

/** Two years of days on which the price swings about a slow rise. */
function bars(): string {
  const rows = Array.from({ length: 731 }, (_, day) => {
    const date = new Date(Date.UTC(2020, 0, 1 + day)).toISOString().slice(0, 10);
    const price = 3_000 + day + 200 * Math.sin(day / 25);
    return [date, price, price + 20, price - 20, price + 5, 1_000].join(",");
  });
  return ["date,open,high,low,close,volume", ...rows].join("\n");
}

function strategy(period: number, baseInstrument = "SP500") {
  const s = new StrategyBuilder({ name: `above ${period}`, baseInstrument, baseFreq: Freq.DAY_1 });
  const sma = s.addIndicator(Indicator.SMA({ period }), { freq: Freq.DAY_1 });
  const base = BlueprintBuilder.base({ name: "long", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "up",
      conditions: [col("open").gt(sma)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "down",
      conditions: [col("open").lt(sma)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    });
  return s.setBaseBlueprint(base.build()).build();
}

const strategies = [strategy(10), strategy(50)];
const periods = Period.fromYear(2021).split("quarter");

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "batch-test-"));
  const file = join(folder, "bars.csv");
  await writeFile(file, bars());
  gateway = await startGateway({ dataDir: join(folder, "data") });
  await gateway.importBars({ instrument: "SP500", freq: Freq.DAY_1, file });
  tester = new BatchTester({ serverUrl: gateway.url, apiKey: gateway.apiKey, progress: "silent" });
}, 60_000);

afterAll(async () => {
  await tester.close();
  await gateway.close();
  await rm(folder, { recursive: true, force: true });
});

describe("on a gateway", () => {
  it("submitEnhancedOhlcv gives the bars of each strategy and period", async () => {
    const exports = await tester.submitEnhancedOhlcv({ strategies, periods }).wait();
    expect(exports.status).toEqual({ pending: 0, processing: 0, completed: 8, failed: 0 });
    const frame = await exports.get(strategies[1]!, Period.Q2(2021))?.result();
    expect(frame?.height).toBe(91);
    expect(frame?.columns).toEqual(
      expect.arrayContaining(enhancedOhlcvSchema.columns.map(({ name }) => name)),
    );
    expect(frame?.getColumn("strategy_name").unique().toArray()).toEqual(["above 50"]);
    expect(frame?.getColumn("blueprint_name").unique().toArray()).toEqual(["long"]);
  });

  it("submitOhlcv gives bars with the strategy's indicators, one or many", async () => {
    const exports = tester.submitOhlcv({ strategies: strategies[0]!, periods: Period.Q1(2021) });
    const ended: (Error | null)[] = [];
    for await (const { error } of exports) ended.push(error);
    expect(ended).toEqual([null]);
    const frame = await exports.results[0]?.result();
    expect(frame?.height).toBe(90);
    expect(frame?.columns.slice(0, 6)).toEqual(onDemandOhlcvSchema.columns.map(({ name }) => name));
    expect(frame?.columns.slice(6)).toEqual(["SP500_1D_SMA|10.close"]);
    expect(frame?.getColumn("SP500_1D_SMA|10.close").nullCount()).toBe(0);
  });

  it("submitLatestTrades gives trades, as many as wanted", async () => {
    const exports = tester.submitLatestTrades({ strategies, periods: Period.fromYear(2020), tradeCount: 1 });
    await exports.wait();
    const latest = await Promise.all(exports.results.map((one) => one.result()));
    expect(latest.map(({ trades }) => trades.map((trade) => trade.strategy_name))).toEqual([
      ["above 10"],
      ["above 50"],
    ]);
  });

  it("validate says what is wrong, for one or many", async () => {
    expect(await tester.validate(strategies)).toMatchObject({ valid: true, errors: [] });
    const { valid, errors } = await tester.validate(strategy(10, "NOWHERE"));
    expect(valid).toBe(false);
    expect(errors[0]).toMatchObject({ message: expect.stringContaining("NOWHERE") });
  });

  it("listInstruments gives all pages", async () => {
    const instruments = await tester.listInstruments({}, { pageSize: 1 });
    expect(instruments.map(({ symbol }) => symbol)).toEqual(["SP500"]);
    expect(await tester.listInstruments({ symbol: "nothing" })).toEqual([]);
  });

  it("a refused export is a failed result beside the others", async () => {
    const exports = tester.submitLatestTrades({
      strategies: [strategy(10), strategy(20, "NOWHERE")],
      periods: Period.fromYear(2020),
    });
    await exports.wait();
    expect(exports.status).toMatchObject({ completed: 1, failed: 1 });
    expect(exports.failed[0]?.strategy).toBe("above 20");
    expect(exports.failed[0]?.error).toBeInstanceOf(ValidationError);
    await expect(exports.failed[0]?.result()).rejects.toBe(exports.failed[0]?.error);
  });
});

describe("argument errors are thrown at once", () => {
  it.each([
    ["no strategies", () => tester.submitOhlcv({ strategies: [], periods }), "strategies must be"],
    [
      "equal periods",
      () => tester.submitEnhancedOhlcv({ strategies, periods: [Period.Q1(2021), Period.Q1(2021)] }),
      "are both 2021-01-01_2021-03-31",
    ],
    [
      "no trades",
      () => tester.submitLatestTrades({ strategies, periods, tradeCount: 0 }),
      "tradeCount must be",
    ],
  ])("%s", (_, submit, message) => {
    expect(submit).toThrow(ArgumentError);
    expect(submit).toThrow(message);
  });
});
