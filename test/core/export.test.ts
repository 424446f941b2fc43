import { afterEach, describe, expect, expectTypeOf, it } from "vitest";
import {
  type BacktestFrames,
  type DataFrame,
  type ExportClient,
  type ExportOptions,
  TradePoseClient,
} from "../../src/core/index.ts";
import { Freq } from "../../src/generated/enums.ts";
import { enhancedOhlcvSchema, onDemandOhlcvSchema } from "../../src/generated/frames.ts";
import { Indicator } from "../../src/generated/indicators.ts";
import {
  ExportRequestModel,
  type ExportResponse,
  type LatestTradesResult,
  StrategyConfigModel,
  type ValidationResult,
} from "../../src/generated/models.ts";
import { type ContractServer, type Course, contractServer } from "../batch/contract-server.ts";
import { parquet } from "../batch/result-files.ts";
import { strategy } from "../batch/strategies.ts";
import { json, serve } from "./server.ts";

const open: AsyncDisposable[] = [];

afterEach(async () => {
  for (const resource of open.splice(0).reverse()) await resource[Symbol.asyncDispose]();
});

async function setUp(course: Course = {}): Promise<{ server: ContractServer; exports: ExportClient }> {
  const server = await contractServer({ course: () => course });
  const client = new TradePoseClient({ serverUrl: server.url, apiKey: "key", maxRetries: 0 });
  open.push(server, client);
  return { server, exports: client.export };
}

const strategies = { strategy_configs: [strategy("sma")] };
const span = { start_date: "2020-01-01", end_date: "2020-12-31" };
const sma = Indicator.SMA({ period: 20 }).config;
const bars = {
  base_instrument: "SP500",
  base_freq: Freq.DAY_1,
  indicator_specs: [{ freq: Freq.DAY_1, shift: 1, indicator: sma }],
  ...span,
};

/** What each method sends, and where it finds its result. */
const methods: readonly {
  readonly name: string;
  readonly call: (exports: ExportClient, options?: ExportOptions) => Promise<unknown>;
  readonly sent: Readonly<Record<string, unknown>>;
  readonly result: string;
  readonly bytes?: Uint8Array;
}[] = [
  {
    name: "backtestResults",
    call: (exports, options) => exports.backtestResults({ ...strategies, ...span }, options),
    sent: { export_type: 0, ...strategies, ...span },
    result: "/result",
  },
  {
    name: "latestTrades",
    call: (exports, options) =>
      exports.latestTrades({ ...strategies, start_date: "2020-06-01", trade_count: 5 }, options),
    sent: { export_type: 1, ...strategies, start_date: "2020-06-01", trade_count: 5 },
    result: "/results/latest_trades",
    bytes: Buffer.from('{"trades":[{"strategy_name":"sma","status":true}]}'),
  },
  {
    name: "enhancedOhlcv",
    call: (exports, options) =>
      exports.enhancedOhlcv({ ...strategies, ...span, blueprint_name: "base" }, options),
    sent: { export_type: 2, ...strategies, ...span, blueprint_name: "base" },
    result: "/results/enhanced_ohlcv",
    bytes: parquet(enhancedOhlcvSchema, [{}, {}]),
  },
  {
    name: "onDemandOhlcv",
    call: (exports, options) => exports.onDemandOhlcv(bars, options),
    sent: {
      export_type: 3,
      ...bars,
      strategy_configs: [
        {
          name: "on_demand_SP500_1D",
          base_instrument: "SP500",
          base_freq: "1D",
          indicators: bars.indicator_specs,
          base_blueprint: {
            name: "_ohlcv_export_dummy",
            direction: "Long",
            trend_type: "Trend",
            entry_first: true,
            entry_triggers: [],
            exit_triggers: [],
          },
          advanced_blueprints: [],
        },
      ],
    },
    result: "/results/on_demand_ohlcv",
    bytes: parquet(onDemandOhlcvSchema, [{}, {}, {}]),
  },
  {
    name: "validate",
    call: (exports, options) => exports.validate([strategy("sma")], options),
    sent: { export_type: 4, ...strategies, start_date: "2024-01-01", end_date: "2024-01-02" },
    result: "/results/validation_result",
  },
];

describe.each(methods)("export.$name", ({ call, sent, result, bytes }) => {
  it("sends what the contract asks for, waits, and reads the result of its kind", async () => {
    const { server, exports } = await setUp({ looks: 2, ...(bytes && { bytes }) });
    const seen: unknown[] = [];
    await call(exports, { onStatus: ({ status }) => seen.push(status) });
    expect(server.submitted).toEqual([sent]);
    expect(ExportRequestModel.safeParse(server.submitted[0]).error).toBeUndefined();
    expect(server.log).toEqual([
      "POST /api/v1/export",
      "GET /api/v1/tasks/{id}",
      "GET /api/v1/tasks/{id}",
      `GET /api/v1/tasks/{id}${result}`,
    ]);
    expect(seen).toEqual([0, 2]);
  });

  it("with poll: false gives the accepted task and asks no further", async () => {
    const { server, exports } = await setUp();
    expect(await call(exports, { poll: false })).toMatchObject({ task_id: expect.any(String) });
    expect(server.log).toEqual(["POST /api/v1/export"]);
  });

  it("passes failures on", async () => {
    const { exports } = await setUp({ failure: "no such instrument: SP500" });
    await expect(call(exports)).rejects.toMatchObject({ code: "TASK_FAILED", reason: /no such/ });
    const late = await setUp({ looks: 1_000 });
    await expect(call(late.exports, { pollTimeout: 100 })).rejects.toMatchObject({ code: "TASK_TIMEOUT" });
    const refused = await setUp({ submission: 422 });
    await expect(call(refused.exports)).rejects.toMatchObject({ code: "VALIDATION" });
  });
});

describe("what the results are", () => {
  it("frames with the rows and columns that came", async () => {
    const { exports } = await setUp({
      bytes: parquet(onDemandOhlcvSchema, [{ close: 1.5 }, { close: 2.5 }]),
    });
    const frame = await exports.onDemandOhlcv(bars);
    expect(frame.columns).toEqual(onDemandOhlcvSchema.columns.map(({ name }) => name));
    expect(frame.getColumn("close").toArray()).toEqual([1.5, 2.5]);
  });

  it("latest trades as rows, from today when nothing else is said", async () => {
    const trades = [{ strategy_name: "sma", status: true }];
    const { server, exports } = await setUp({ bytes: Buffer.from(JSON.stringify({ trades })) });
    const before = new Date().toLocaleDateString("sv");
    expect(await exports.latestTrades(strategies)).toEqual({ trades });
    const after = new Date().toLocaleDateString("sv");
    expect([before, after]).toContain(server.submitted[0]?.start_date);
    expect(server.submitted[0]).not.toHaveProperty("trade_count");
    expect(server.submitted[0]).not.toHaveProperty("end_date");
  });
});

describe("the strategy of an export of bars", () => {
  it("fits the contract", async () => {
    const { server, exports } = await setUp();
    await exports.onDemandOhlcv(bars, { poll: false });
    expect(StrategyConfigModel.safeParse(server.submitted[0]?.strategy_configs[0]).error).toBeUndefined();
  });
});

it("an idempotency key names the submission and nothing else", async () => {
  const keys: unknown[] = [];
  const { client } = await serve((response, request) => {
    keys.push([request.method, request.headers["idempotency-key"]]);
    if (request.method === "POST") json(response, { task_id: "t", message: "", operation_type: "" }, 202);
    else json(response, { task_id: "t", status: 3, error_message: "no" });
  });
  const going = client.export.validate([strategy("sma")], { idempotencyKey: "work-1" });
  await expect(going).rejects.toMatchObject({ code: "TASK_FAILED" });
  expect(keys).toEqual([
    ["POST", "work-1"],
    ["GET", undefined],
  ]);
});

it("aborting while the task is waited for asks nothing more, the task included", async () => {
  const { server, exports } = await setUp({ looks: 1_000 });
  const controller = new AbortController();
  setTimeout(() => controller.abort(new Error("enough")), 80);
  await expect(exports.validate([strategy("sma")], { signal: controller.signal })).rejects.toThrow("enough");
  expect(new Set(server.log)).toEqual(new Set(["POST /api/v1/export", "GET /api/v1/tasks/{id}"]));
});

it("the type of a result follows `poll`", () => {
  type Of<Call extends (...args: never[]) => unknown> = Awaited<ReturnType<Call>>;
  const types = (exports: ExportClient, poll: boolean) => ({
    frames: () => exports.backtestResults({ ...strategies, ...span }),
    polled: () => exports.backtestResults({ ...strategies, ...span }, { poll: true, pollTimeout: 10_000 }),
    timed: () => exports.backtestResults({ ...strategies, ...span }, { pollTimeout: 10_000 }),
    accepted: () => exports.backtestResults({ ...strategies, ...span }, { poll: false }),
    either: () => exports.backtestResults({ ...strategies, ...span }, { poll }),
    latest: () => exports.latestTrades(strategies),
    bars: () => exports.onDemandOhlcv(bars),
    enhanced: () => exports.enhancedOhlcv({ ...strategies, ...span }),
    validated: () => exports.validate([]),
    started: () => exports.validate([], { poll: false }),
  });
  type Types = ReturnType<typeof types>;
  expectTypeOf<Of<Types["frames"]>>().toEqualTypeOf<BacktestFrames>();
  expectTypeOf<Of<Types["polled"]>>().toEqualTypeOf<BacktestFrames>();
  expectTypeOf<Of<Types["timed"]>>().toEqualTypeOf<BacktestFrames>();
  expectTypeOf<Of<Types["accepted"]>>().toEqualTypeOf<ExportResponse>();
  expectTypeOf<Of<Types["either"]>>().toEqualTypeOf<BacktestFrames | ExportResponse>();
  expectTypeOf<Of<Types["latest"]>>().toEqualTypeOf<LatestTradesResult>();
  expectTypeOf<Of<Types["bars"]>>().toEqualTypeOf<DataFrame>();
  expectTypeOf<Of<Types["enhanced"]>>().toEqualTypeOf<DataFrame>();
  expectTypeOf<Of<Types["validated"]>>().toEqualTypeOf<ValidationResult>();
  expectTypeOf<Of<Types["started"]>>().toEqualTypeOf<ExportResponse>();
});
