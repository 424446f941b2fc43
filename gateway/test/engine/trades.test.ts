import { describe, expect, it } from "vitest";
import { runPlan } from "../../src/engine/backtest-plan.ts";
import { frameOf } from "../../src/engine/frame.ts";
import { tradesSchema } from "../../src/engine/result-schemas.ts";
import {
  type Candle,
  defaults,
  enterAt,
  exitAt,
  limitEntry,
  type PlanSpec,
  planOf,
  stopLoss,
  takeProfit,
  timeout,
} from "./simulation/support.ts";

const day = 86_400_000;

// Open, high, low, close; the first bar lies before the period.
const candles: readonly Candle[] = [
  [90, 91, 89, 90],
  [100, 102, 98, 101],
  [101, 103, 97, 102],
  [102, 110, 100, 105],
  [105, 107, 96, 104],
];
const volatility = {
  kind: "number",
  dtype: "Float64",
  values: Float64Array.of(0, 1, 2, 3, Number.NaN),
  nulls: Uint8Array.of(1, 0, 0, 0, 0),
} as const;

const spec: PlanSpec = {
  candles,
  fromRow: 1,
  base: { entries: [enterAt("open", { on: [1] })], exits: [exitAt("close", { on: [3] })] },
  volatility,
};
const rowsOf = (change: Partial<PlanSpec>, options = defaults) =>
  runPlan(planOf({ ...spec, ...change }), options).trades;

describe("a row of the trades frame", () => {
  it("of a closed base trade", () => {
    expect(rowsOf({})).toEqual([
      {
        direction: 1,
        status: false,
        entry_idx: 0,
        entry_time: day,
        entry_price: 100,
        entry_reason: 0,
        favorable_entry_hypo_price: null,
        adverse_entry_hypo_price: null,
        favorable_entry_strategy: null,
        adverse_entry_strategy: null,
        neutral_entry_strategy: 0,
        exit_idx: 2,
        exit_time: 3 * day,
        exit_price: 105,
        exit_reason: 3,
        favorable_exit_hypo_price: null,
        adverse_exit_hypo_price: null,
        favorable_exit_strategy: null,
        adverse_exit_strategy: null,
        neutral_exit_strategy: 3,
        holding_seconds: 2 * 86_400,
        holding_bars: 2,
        g_mfe: 10,
        mae: 3,
        mfe: 3,
        mae_lv1: 3,
        mhl: 5,
        g_mfe_idx: 2,
        mae_idx: 1,
        mfe_idx: 1,
        mae_lv1_idx: 1,
        mhl_idx: 1,
        entry_volatility: 1,
        exit_volatility: 3,
        g_mfe_volatility: 3,
        mae_volatility: 2,
        mfe_volatility: 2,
        mae_lv1_volatility: 2,
        mhl_volatility: 2,
        base_entry_time: day,
        base_entry_price: 100,
        is_adv_triggered: true,
        pnl: 5,
        pnl_pct: 0.05,
        strategy_name: "hand-made",
        blueprint_name: "base",
        ambiguous: false,
        strategy: "hand-made",
        blueprint: "base",
      },
    ]);
  });

  it("of an open trade: no exit, everything else up to the last bar, levels of the last row", () => {
    const [, row] = rowsOf({
      base: { entries: [enterAt("open", { on: [1] })] },
      advanced: [
        {
          entries: [limitEntry(99, { on: [2] })],
          exits: [stopLoss((row) => 80 + row), takeProfit(120), timeout("close", { on: [] })],
        },
      ],
    });
    expect(row).toMatchObject({
      status: true,
      entry_idx: 1,
      entry_price: 99,
      entry_reason: 1,
      favorable_entry_hypo_price: 99,
      favorable_entry_strategy: 1,
      neutral_entry_strategy: null,
      exit_idx: null,
      exit_time: null,
      exit_price: null,
      exit_reason: null,
      favorable_exit_hypo_price: 120,
      favorable_exit_strategy: 5,
      adverse_exit_hypo_price: 84,
      adverse_exit_strategy: 4,
      neutral_exit_strategy: null,
      holding_bars: 2,
      holding_seconds: 2 * 86_400,
      g_mfe: 11,
      mae: 3,
      mae_idx: 3,
      entry_volatility: 2,
      mae_volatility: null,
      exit_volatility: null,
      base_entry_time: day,
      base_entry_price: 100,
      is_adv_triggered: true,
      pnl: 5,
      pnl_pct: 5 / 99,
    });
  });

  it("of a pending entry: its level, its base, and nothing that has not happened", () => {
    const [, row] = rowsOf({
      base: { entries: [enterAt("open", { on: [1] })] },
      advanced: [{ entries: [limitEntry(80)], exits: [stopLoss(70)] }],
    });
    const told = Object.fromEntries(Object.entries(row!).filter(([, value]) => value !== null));
    expect(told).toEqual({
      direction: 1,
      status: true,
      favorable_entry_hypo_price: 80,
      favorable_entry_strategy: 1,
      base_entry_time: day,
      base_entry_price: 100,
      is_adv_triggered: false,
      strategy_name: "hand-made",
      blueprint_name: "advanced 0",
      ambiguous: false,
      strategy: "hand-made",
      blueprint: "advanced 0",
    });
  });

  it("of a trade closed by the end of the data: closed at the last close, without a reason", () => {
    const base = { entries: [enterAt("open", { on: [1] })] };
    expect(rowsOf({ base }, { ...defaults, endOfData: "close" })[0]).toMatchObject({
      status: false,
      exit_idx: 3,
      exit_price: 104,
      exit_reason: null,
      pnl: 4,
    });
  });

  it.each([
    { rule: "per side, of price", costs: { commissionRate: 0.01 }, closed: 5 - 0.01 * 100 - 0.01 * 105 },
    { rule: "per side, fixed", costs: { commissionFixed: 0.25 }, closed: 5 - 0.5 },
    { rule: "in the prices", costs: { slippage: 0.5 }, closed: 4 },
  ])("carries costs $rule", ({ costs, closed }) => {
    expect(rowsOf({ costs })[0]!.pnl).toBeCloseTo(closed, 12);
    expect(rowsOf({ costs })[0]!.pnl_pct).toBeCloseTo(closed / (100 + (costs.slippage ?? 0)), 12);
  });

  it("charges an open trade its entry only", () => {
    const base = { entries: [enterAt("open", { on: [1] })] };
    expect(rowsOf({ base, costs: { commissionFixed: 0.25 } })[0]!.pnl).toBe(3.75);
  });

  it("gives a short the opposite result", () => {
    expect(rowsOf({ direction: -1 })[0]).toMatchObject({
      direction: -1,
      pnl: -5,
      pnl_pct: -0.05,
      g_mfe: 3,
      mae: 10,
    });
  });
});

describe("the trades frame", () => {
  it("puts the base first, then the advanced blueprints in list order, by entry within each", () => {
    const rows = rowsOf({
      base: {
        entries: [enterAt("open", { on: [1, 3] })],
        exits: [exitAt("open", { on: [2, 4] })],
      },
      advanced: [{ exits: [stopLoss(90)] }, {}],
    });
    expect(rows.map(({ blueprint_name, entry_idx }) => `${blueprint_name} ${entry_idx}`)).toEqual([
      "base 0",
      "base 2",
      "advanced 0 0",
      "advanced 0 2",
      "advanced 1 0",
      "advanced 1 2",
    ]);
  });

  it("has the 46 columns of the contract in order, then the extras", () => {
    const { columns } = frameOf(tradesSchema, rowsOf({}));
    expect(Object.keys(rowsOf({})[0]!)).toHaveLength(columns.length);
    expect(columns).toHaveLength(49);
    expect(columns.map(({ name, dtype }) => `${name} ${dtype}`)).toMatchInlineSnapshot(`
      [
        "direction Int32",
        "status Boolean",
        "entry_idx UInt32",
        "entry_time DatetimeMs",
        "entry_price Float64",
        "entry_reason UInt32",
        "favorable_entry_hypo_price Float64",
        "adverse_entry_hypo_price Float64",
        "favorable_entry_strategy UInt32",
        "adverse_entry_strategy UInt32",
        "neutral_entry_strategy UInt32",
        "exit_idx UInt32",
        "exit_time DatetimeMs",
        "exit_price Float64",
        "exit_reason UInt32",
        "favorable_exit_hypo_price Float64",
        "adverse_exit_hypo_price Float64",
        "favorable_exit_strategy UInt32",
        "adverse_exit_strategy UInt32",
        "neutral_exit_strategy UInt32",
        "holding_seconds Int64",
        "holding_bars UInt32",
        "g_mfe Float64",
        "mae Float64",
        "mfe Float64",
        "mae_lv1 Float64",
        "mhl Float64",
        "g_mfe_idx UInt32",
        "mae_idx UInt32",
        "mfe_idx UInt32",
        "mae_lv1_idx UInt32",
        "mhl_idx UInt32",
        "entry_volatility Float64",
        "exit_volatility Float64",
        "g_mfe_volatility Float64",
        "mae_volatility Float64",
        "mfe_volatility Float64",
        "mae_lv1_volatility Float64",
        "mhl_volatility Float64",
        "base_entry_time DatetimeMs",
        "base_entry_price Float64",
        "is_adv_triggered Boolean",
        "pnl Float64",
        "pnl_pct Float64",
        "strategy_name Utf8",
        "blueprint_name Utf8",
        "ambiguous Boolean",
        "strategy Utf8",
        "blueprint Utf8",
      ]
    `);
  });
});
