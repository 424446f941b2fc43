import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type * as z from "zod";
import { enumsOf } from "../../scripts/codegen/emit/enums.ts";
import { understand } from "../../scripts/codegen/generate.ts";
import * as models from "../../src/models.ts";
import { ownerOf, requiredPlaces, type Tree } from "./places.ts";

const byName = models as unknown as Record<string, z.ZodType>;
const strategy = (): Tree =>
  JSON.parse(readFileSync(new URL("./fixtures/strategy.json", import.meta.url), "utf8"));

const { contract } = await understand(["openapi/models.yaml", "openapi/gateway.yaml"]);

function without(path: readonly (string | number)[]): Tree {
  const copy = strategy();
  delete ownerOf(copy, path)[path.at(-1) ?? ""];
  return copy;
}

function withValue(path: string, replacement: unknown): Tree {
  const copy = strategy();
  const keys = path.split(".");
  ownerOf(copy, keys)[keys.at(-1) ?? ""] = replacement;
  return copy;
}

const issues = (model: z.ZodType | undefined, value: unknown): string[] =>
  model?.safeParse(value).error?.issues.map((issue) => issue.path.join(".")) ?? [];

describe("a whole strategy", () => {
  const places = requiredPlaces(contract, strategy(), "StrategyConfig");

  it("is valid, and parsing changes nothing", () => {
    expect(models.StrategyConfigModel.parse(strategy())).toEqual(strategy());
  });

  it("has required fields on every level", () => {
    const paths = places.map((place) => place.join("."));
    expect(paths.length).toBeGreaterThan(60);
    for (const path of [
      "name",
      "indicators.3.indicator.multiplier",
      "base_blueprint.entry_triggers.0.price_expr",
    ])
      expect(paths).toContain(path);
  });

  it.each(places.map((place) => [place.join("."), place] as const))("needs %s", (path, place) => {
    expect(issues(models.StrategyConfigModel, without(place))).toEqual([path]);
  });

  it.each<[path: string, value: unknown]>([
    ["base_freq", "2h"],
    ["base_freq", null],
    ["name", ""],
    ["id", "12"],
    ["base_instrument_id", 1.5],
    ["indicators.0.indicator.period", 0],
    ["indicators.0.indicator.period", "14"],
    ["indicators.0.indicator.type", "VWAP"],
    ["indicators.2.indicator.column", "Close"],
    ["indicators.3.indicator.multiplier", 0],
    ["indicators.3.indicator.volatility_column", ""],
    ["base_blueprint.direction", "long"],
    ["base_blueprint.entry_first", 1],
    ["base_blueprint.entry_triggers.0.order_strategy", "LimitEntry"],
    ["base_blueprint.entry_triggers.0.priority", 1.5],
    ["base_blueprint.entry_triggers.0.conditions.1", 5],
    ["advanced_blueprints.0.exit_triggers.2.price_expr", ""],
  ])("refuses %s = %j", (path, value) => {
    expect(issues(models.StrategyConfigModel, withValue(path, value))).toEqual([path]);
  });

  it.each<[path: string, value: unknown]>([
    ["note", null],
    ["indicators", null],
    ["indicators.0.shift", null],
    ["indicators.0.shift", -1],
    ["indicators.2.indicator.column", null],
    ["indicators.3.indicator.fields", null],
    ["advanced_blueprints", null],
    ["volatility_indicator", '{"Column":"close"}'],
    ["volatility_indicator", null],
    ["id", "00000000-0000-0000-0000-000000000001"],
    ["added_by_a_newer_server", { any: "thing" }],
  ])("takes %s = %j", (path, value) => {
    expect(issues(models.StrategyConfigModel, withValue(path, value))).toEqual([]);
  });
});

describe("single models", () => {
  it.each<[model: string, value: unknown, wrong: string[]]>([
    ["ExportRequest", { strategy_configs: [strategy()], export_type: 0 }, []],
    ["ExportRequest", { strategy_configs: [], export_type: 0 }, ["strategy_configs"]],
    ["ExportRequest", { strategy_configs: [strategy()], export_type: 5 }, ["export_type"]],
    ["ExportRequest", { strategy_configs: [strategy()], export_type: "0" }, ["export_type"]],
    [
      "ExportRequest",
      { strategy_configs: [strategy()], export_type: 0, engine_options: { intrabar: "exact" } },
      ["engine_options.intrabar"],
    ],
    ["ExportRequest", { strategy_configs: [strategy()], export_type: 1, trade_count: 0 }, ["trade_count"]],
    ["ErrorResponse", { detail: "no" }, []],
    ["ErrorResponse", { detail: "no", details: null }, []],
    ["ErrorResponse", { detail: ["no"] }, ["detail"]],
    ["APIKeyCreate", { name: "x".repeat(100) }, []],
    ["APIKeyCreate", { name: "x".repeat(101) }, ["name"]],
    ["Decimal", "0.01", []],
    ["Decimal", "1E-8", []],
    ["Decimal", ".5", [""]],
    [
      "MarketProfile",
      {
        type: "MarketProfile",
        anchor_config: { end_rule: { type: "DailyTime", hour: 24, minute: 0 }, lookback_days: 1 },
        tick_size: 1,
      },
      ["anchor_config.end_rule.hour"],
    ],
    [
      "AnchorConfig",
      {
        end_rule: { type: "WeeklyTime", weekday: "Mon", hour: 9, minute: 0 },
        start_rule: null,
        lookback_days: 5,
      },
      [],
    ],
  ])("%s of %j", (model, value, wrong) => {
    expect(issues(byName[`${model}Model`], value)).toEqual(wrong);
  });

  it("times are taken as Python and JavaScript write them", () => {
    const key = {
      id: "b5ad1a53-5c3e-4cd1-9d55-56b4e7ab6c4f",
      user_id: "u",
      name: "n",
      revoked: false,
      last_used: null,
    };
    const at = (created_at: string): string[] => issues(models.APIKeyResponseModel, { ...key, created_at });
    for (const time of [
      "2024-01-02T03:04:05Z",
      "2024-01-02T03:04:05.123Z",
      "2024-01-02T03:04:05.123456+00:00",
      "2024-01-02T03:04:05",
    ])
      expect(at(time)).toEqual([]);
    for (const time of ["2024-01-02", "yesterday", "1704164645"]) expect(at(time)).toEqual(["created_at"]);
  });

  it("every example of the contract fits its schema", () => {
    const examples = [...contract.schemas].flatMap(([name, { notes }]) =>
      notes.examples.map((example) => [name, example] as const),
    );
    expect(examples.length).toBeGreaterThan(0);
    for (const [name, example] of examples) expect(issues(byName[`${name}Model`], example)).toEqual([]);
  });
});

describe("enums", () => {
  it.each(enumsOf(contract))("%s: constant object, model and document agree", (name, schema) => {
    const values = schema.members.map((member) => member.value);
    expect(Object.values((models as unknown as Record<string, object>)[name] ?? {})).toEqual(values);
    for (const value of values) expect(issues(byName[`${name}Model`], value)).toEqual([]);
    for (const other of ["nothing like it", -1, null])
      expect(issues(byName[`${name}Model`], other)).toEqual([""]);
  });

  it("have the names that programs use", () => {
    expect(models.Freq.DAY_1).toBe("1D");
    expect(models.Freq.MIN_1).toBe("1min");
    expect(models.TaskStatus.COMPLETED).toBe(2);
    expect(models.OrderStrategy.FAVORABLE_DELAY_ENTRY).toBe("FavorableDelayEntry");
  });

  it("have the codes of result columns", () => {
    expect(models.orderStrategyCode).toMatchObject({ ImmediateEntry: 0, ImmediateExit: 3, TimeoutExit: 8 });
    expect(models.tradeDirectionCode).toEqual({ Long: 1, Short: -1, Both: null });
    expect(models.weekdayCode).toMatchObject({ Mon: 0, Sun: 6 });
  });
});

describe("defaults", () => {
  it("are data: a model applies none", () => {
    expect(models.engineOptionsDefaults).toEqual({
      intrabar: "pessimistic",
      entry_bar_exits: "certain",
      stops_before_signals: false,
      end_of_data: "open",
    });
    expect(models.EngineOptionsModel.parse({})).toEqual({});
    expect(models.EngineOptionsModel.parse(models.engineOptionsDefaults)).toEqual(
      models.engineOptionsDefaults,
    );
    expect(models.indicatorSpecDefaults).toEqual({ shift: 1 });
  });
});

describe("secrets", () => {
  it("are named, whatever schema they stand in", () => {
    const marked = [...contract.schemas.values()].flatMap((owner) =>
      owner.kind === "object" ? owner.properties.filter(({ schema }) => schema.notes.secret) : [],
    );
    expect([...models.secretFields].sort()).toEqual([...new Set(marked.map(({ name }) => name))].sort());
    for (const name of ["api_key", "api_secret", "passphrase", "password"])
      expect(models.secretFields).toContain(name);
  });
});

describe("frames", () => {
  it.each([
    [models.tradesSchema, 46, "direction", "blueprint_name"],
    [models.performanceSchema, 21, "strategy_name", "sqn"],
    [models.enhancedOhlcvSchema, 53, "idx", "blueprint_name"],
    [models.onDemandOhlcvSchema, 6, "ts", "volume"],
  ])("$name", (schema, count, first, last) => {
    expect([schema.columns.length, schema.columns[0]?.name, schema.columns.at(-1)?.name]).toEqual([
      count,
      first,
      last,
    ]);
  });

  it("the contexts", () => {
    expect(models.contextMembers.map(({ name }) => name)).toEqual([
      "position_entry_price",
      "bars_since_entry",
      "highest_since_entry",
      "lowest_since_entry",
    ]);
    expect(models.contextColumns.map(({ name }) => name)).toContain("base_trading_context");
  });
});
