import pl from "nodejs-polars";
import {
  ExportType,
  type StrategyConfig,
  type ValidationResult,
  ValidationResultModel,
} from "tradepose-client/models";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MarketStore, type StoredSeries } from "../../src/market-data/index.ts";
import { type JobOutcome, symbolsOf } from "../../src/worker/job.ts";
import { EnginePool } from "../../src/worker/pool.ts";
import { importedSp500 } from "./market.ts";
import { averageStrategy, requestOf } from "./requests.ts";

const START = 60_000;

let pool: EnginePool;
let series: readonly StoredSeries[];

beforeAll(async () => {
  pool = new EnginePool({
    threads: 2,
    onError: (error) => {
      throw error;
    },
  });
  const { folder } = await importedSp500();
  const stored = await (await MarketStore.open(folder)).series("SP500");
  series = stored === undefined ? [] : [stored];
}, START);

afterAll(() => pool.close());

function filesOf(outcome: JobOutcome): Readonly<Record<string, Uint8Array>> {
  if (outcome.kind === "failed") throw new Error(outcome.message);
  return outcome.outcome.files;
}

function frameOf(file: Uint8Array | undefined): pl.DataFrame {
  if (file === undefined) throw new Error("the file is missing");
  return pl.readParquet(Buffer.from(file));
}

function jsonOf(file: Uint8Array | undefined): unknown {
  return JSON.parse(new TextDecoder().decode(file));
}

function run(fields: Parameters<typeof requestOf>[0] = {}, stored = series): Promise<JobOutcome> {
  return pool.run({ request: requestOf(fields), series: stored });
}

describe("BACKTEST_RESULTS", { timeout: START }, () => {
  it("gives trades and performance", async () => {
    const outcome = await run();
    const { trades, performance, ...others } = filesOf(outcome);
    expect(others).toEqual({});
    const rows = frameOf(trades).toRecords();
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows)
      expect(row).toMatchObject({ strategy_name: "average", blueprint_name: "trend", direction: 1 });
    expect(frameOf(performance).getColumn("metric_type").toArray().toSorted()).toEqual(["pnl", "pnl_pct"]);
    expect(outcome).toMatchObject({
      outcome: {
        counts: {
          strategies: 1,
          blueprints: 1,
          indicators: 1,
          triggers: 2,
          inputRows: 252,
          rejectedEntries: 0,
        },
      },
    });
  });

  it("gives the same bytes on every thread, warm or cold", async () => {
    const runs = await Promise.all(Array.from({ length: 6 }, () => run()));
    const [first, ...others] = runs.map((outcome) => filesOf(outcome));
    for (const other of others) expect(other).toEqual(first);
  });

  it("runs only the strategies that strategy_ids names", async () => {
    const strategy_configs = [averageStrategy("a", 10), averageStrategy("b", 20), averageStrategy("c", 30)];
    const { performance } = filesOf(await run({ strategy_configs, strategy_ids: ["b"] }));
    expect(new Set(frameOf(performance).getColumn("strategy_name").toArray())).toEqual(new Set(["b"]));
    expect(await run({ strategy_configs, strategy_ids: ["z"] })).toEqual({
      kind: "failed",
      message: "strategy_ids (z) names none of the strategies of the request: a, b, c",
    });
  });

  it("follows the engine options of the request", async () => {
    const strategy_configs = [averageStrategy("average", 50)];
    const period = { start_date: "2009-08-01", end_date: "2009-10-15" };
    const statusOf = async (end_of_data: "open" | "close") => {
      const { trades } = filesOf(await run({ strategy_configs, ...period, engine_options: { end_of_data } }));
      return frameOf(trades).getColumn("status").toArray().at(-1);
    };
    expect(await statusOf("open")).toBe(true);
    expect(await statusOf("close")).toBe(false);
  });

  it.each<[string, Parameters<typeof requestOf>[0], readonly string[]]>([
    [
      "an unknown instrument",
      { strategy_configs: [averageStrategy("x", 20, "NOPE")] },
      ['strategy "x", base_instrument', "NOPE"],
    ],
    [
      "a period outside the data",
      { start_date: "2031-01-01", end_date: "2031-12-31" },
      ['strategy "average"', "2031"],
    ],
    ["no end", { end_date: null }, ["needs start_date and end_date"]],
    [
      "a strategy_name that is not there",
      { export_type: ExportType.ENHANCED_OHLCV, strategy_name: "other" },
      ['no strategy of the request is named "other"; there are "average"'],
    ],
    [
      "a blueprint_name that is not there",
      { export_type: ExportType.ENHANCED_OHLCV, blueprint_name: "other" },
      ['no blueprint "other"; its blueprints are "trend"'],
    ],
    [
      "bars on demand of nothing",
      { export_type: ExportType.ON_DEMAND_OHLCV },
      ["needs base_instrument and base_freq"],
    ],
  ])("fails for %s", async (_, fields, parts) => {
    const outcome = await run(fields);
    if (outcome.kind === "done") throw new Error("it did not fail");
    for (const part of parts) expect(outcome.message).toContain(part);
  });
});

describe("LATEST_TRADES", { timeout: START }, () => {
  const latest = { export_type: ExportType.LATEST_TRADES, start_date: "2015-01-01", end_date: null };
  const strategy_configs = [averageStrategy("a", 10), averageStrategy("b", 50)];

  it.each([
    ["two by default", {}, 2],
    ["trade_count of them", { trade_count: 3 }, 3],
  ])("gives the last trades of each strategy, %s", async (_, fields, count) => {
    const all = frameOf(
      filesOf(await run({ strategy_configs, start_date: "2015-01-01", end_date: "2020-12-31" })).trades,
    ).toRecords();
    const last = (name: string) => all.filter(({ strategy_name }) => strategy_name === name).slice(-count);
    const { trades, performance, latest_trades } = filesOf(
      await run({ ...latest, strategy_configs, ...fields }),
    );
    expect(frameOf(trades).toRecords()).toEqual([...last("a"), ...last("b")]);
    expect(frameOf(performance).height).toBe(4);

    const json = jsonOf(latest_trades) as { trades: Record<string, unknown>[] };
    expect(json.trades.map(({ strategy, entry_price, status }) => [strategy, entry_price, status])).toEqual(
      [...last("a"), ...last("b")].map((row) => [row.strategy, row.entry_price, row.status]),
    );
    expect(json.trades[0]?.entry_time).toMatch(/^20\d\d-\d\d-\d\dT00:00:00\.000$/);
  });

  it("runs over everything stored when no start is given", async () => {
    const { performance } = filesOf(await run({ ...latest, start_date: null }));
    const [first] = frameOf(performance).getColumn("first_entry_time").cast(pl.Int64).toArray();
    expect(new Date(Number(first)).getUTCFullYear()).toBe(2000);
  });
});

describe("ENHANCED_OHLCV", { timeout: START }, () => {
  const enhanced = { export_type: ExportType.ENHANCED_OHLCV };

  it("shows the base blueprint of the first strategy, or those that are named", async () => {
    const strategy_configs = [averageStrategy("a", 10), averageStrategy("b", 20)];
    const outcome = await run({ ...enhanced, strategy_configs });
    const { enhanced_ohlcv, ...others } = filesOf(outcome);
    expect(others).toEqual({});
    const frame = frameOf(enhanced_ohlcv);
    expect(frame.height).toBe(252);
    expect(frame.select("strategy_name", "blueprint_name").unique().toRecords()).toEqual([
      { strategy_name: "a", blueprint_name: "trend" },
    ]);
    expect(outcome).toMatchObject({
      outcome: { counts: { strategies: 1, blueprints: 1, triggers: 2, inputRows: 252, rejectedEntries: 0 } },
    });

    const named = await run({ ...enhanced, strategy_configs, strategy_name: "b", blueprint_name: "trend" });
    expect(new Set(frameOf(filesOf(named).enhanced_ohlcv).getColumn("strategy_name").toArray())).toEqual(
      new Set(["b"]),
    );
  });

  it("gives the same bytes on every thread, warm or cold", async () => {
    const runs = await Promise.all(Array.from({ length: 4 }, () => run(enhanced)));
    const [first, ...others] = runs.map((outcome) => filesOf(outcome));
    for (const other of others) expect(other).toEqual(first);
  });
});

describe("ON_DEMAND_OHLCV", { timeout: START }, () => {
  const onDemand = {
    export_type: ExportType.ON_DEMAND_OHLCV,
    base_instrument: "SP500",
    base_freq: "1D",
  } as const;

  it("gives bars and indicators, each as a backtest of the period reads it", async () => {
    const indicator_specs = averageStrategy("a").indicators ?? [];
    const outcome = await run({ ...onDemand, indicator_specs });
    const { on_demand_ohlcv, ...others } = filesOf(outcome);
    expect(others).toEqual({});
    const frame = frameOf(on_demand_ohlcv);
    expect(frame.columns).toEqual(["ts", "open", "high", "low", "close", "volume", "1D_SMA|20.close"]);
    const enhanced = frameOf(filesOf(await run({ export_type: ExportType.ENHANCED_OHLCV })).enhanced_ohlcv);
    expect(frame.toRecords()).toEqual(enhanced.select(...frame.columns).toRecords());
    expect(outcome).toMatchObject({ outcome: { counts: { indicators: 1, triggers: 0, inputRows: 252 } } });
  });

  it("gives bars alone, of a coarser frequency", async () => {
    const outcome = await run({ ...onDemand, base_freq: "1M" });
    const frame = frameOf(filesOf(outcome).on_demand_ohlcv);
    expect(frame.columns).toEqual(["ts", "open", "high", "low", "close", "volume"]);
    expect(frame.height).toBe(12);
  });
});

describe("VALIDATE_STRATEGY", { timeout: START }, () => {
  it("tells all problems, and that is a result", async () => {
    const good = averageStrategy("good");
    const { indicators: _, ...bad } = averageStrategy("bad");
    const outcome = await run({ export_type: ExportType.VALIDATE_STRATEGY, strategy_configs: [good, bad] });
    const result = jsonOf(filesOf(outcome).validation_result) as ValidationResult;
    ValidationResultModel.parse(result);
    expect(result.valid).toBe(false);
    expect(result.validated_strategies).toEqual(["good", "bad"]);
    expect(
      result.errors.map(({ strategy_name, field_path }) => [
        strategy_name,
        field_path.split(".BinaryExpr")[0],
      ]),
    ).toEqual([
      ["bad", "base_blueprint.entry_triggers[0].conditions[0]"],
      ["bad", "base_blueprint.exit_triggers[0].conditions[0]"],
    ]);
    expect(outcome).toMatchObject({ outcome: { counts: { strategies: 2, blueprints: 2, triggers: 4 } } });
  });

  it("warns of what runs and is most likely a mistake", async () => {
    const strategy = averageStrategy("knows the close");
    const [entry] = strategy.base_blueprint.entry_triggers;
    if (entry === undefined) throw new Error("the strategy has no entry");
    entry.conditions = [{ BinaryExpr: { left: { Column: "close" }, op: "Gt", right: { Column: "open" } } }];
    const warningsOf = async (config: StrategyConfig) => {
      const request = { export_type: ExportType.VALIDATE_STRATEGY, strategy_configs: [config] };
      return jsonOf(filesOf(await run(request)).validation_result);
    };
    expect(await warningsOf(strategy)).toEqual({
      valid: true,
      validated_strategies: ["knows the close"],
      errors: [],
      warnings: [
        {
          strategy_name: "knows the close",
          field_path: "base_blueprint.entry_triggers[0].conditions[0]",
          message: expect.stringMatching(/^look-ahead: .*close.*; /),
        },
      ],
    });
    expect(await warningsOf(averageStrategy("good"))).toMatchObject({ errors: [], warnings: [] });
  });

  it("does not warn of what is an error already", async () => {
    const strategy = averageStrategy("unreadable");
    const [entry] = strategy.base_blueprint.entry_triggers;
    if (entry === undefined) throw new Error("the strategy has no entry");
    entry.conditions = [{ Nonsense: 1 }];
    const request = { export_type: ExportType.VALIDATE_STRATEGY, strategy_configs: [strategy] };
    const result = jsonOf(filesOf(await run(request)).validation_result) as Record<string, unknown>;
    expect(result).toMatchObject({ valid: false, warnings: [] });
  });
});

describe("symbolsOf", () => {
  it("names every series that a request reads", () => {
    const other = averageStrategy("b", 20, "NQ");
    const indicators = [{ instrument: "VIX", freq: "1D", indicator: { type: "SMA", period: 5 } }] as const;
    const request = requestOf({
      strategy_configs: [averageStrategy("a"), { ...other, indicators: [...indicators] }],
      base_instrument: "ES",
      indicator_specs: [{ instrument: "TNX", freq: "1D", indicator: { type: "ATR", period: 5 } }],
    });
    expect([...symbolsOf(request)].toSorted()).toEqual(["ES", "NQ", "SP500", "TNX", "VIX"]);
  });
});
