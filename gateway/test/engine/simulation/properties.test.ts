import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runPlan } from "../../../src/engine/backtest-plan.ts";
import type { EngineOptions } from "../../../src/engine/plan.ts";
import { simulateStrategy } from "../../../src/engine/simulation/strategy.ts";
import type { TradeRow } from "../../../src/engine/trades.ts";
import { options, plan } from "./arbitrary.ts";
import { imageOf, mirror, mirrorImage, scaledBy } from "./image.ts";
import { type BlueprintSpec, type OrderSpec, type PlanSpec, planOf } from "./support.ts";

const runs = { numRuns: 200 };

const prices = ["entry_price", "exit_price", "base_entry_price"] as const;
const levels = [
  "favorable_entry_hypo_price",
  "adverse_entry_hypo_price",
  "favorable_exit_hypo_price",
  "adverse_exit_hypo_price",
] as const;
const distances = ["pnl", "g_mfe", "mae", "mfe", "mae_lv1", "mhl"] as const;

function tradesOf(spec: PlanSpec, options: EngineOptions): readonly TradeRow[] {
  return runPlan(planOf(spec), options).trades;
}

/** The row with some of its numbers changed; nulls stay. */
function changed(
  row: TradeRow,
  columns: readonly (keyof TradeRow)[],
  change: (value: number) => number,
): TradeRow {
  const entries = columns.map((name) => [
    name,
    typeof row[name] === "number" ? change(row[name]) : row[name],
  ]);
  return { ...row, ...Object.fromEntries(entries) };
}

/** The same strategy after some bars that do not belong to the period. */
function delayed(spec: PlanSpec, lead: number): PlanSpec {
  const rows = (order: OrderSpec): OrderSpec => ({
    ...order,
    rows: Array.isArray(order.rows) ? order.rows.map((row) => row + lead) : order.rows,
  });
  const blueprint = ({ entries = [], exits = [], ...rest }: BlueprintSpec): BlueprintSpec => ({
    ...rest,
    entries: entries.map(rows),
    exits: exits.map(rows),
  });
  const before = Array.from({ length: lead }, () => [100, 110, 90, 100] as const);
  return {
    ...spec,
    candles: [...before, ...spec.candles],
    base: blueprint(spec.base),
    advanced: (spec.advanced ?? []).map(blueprint),
    fromRow: lead,
  };
}

describe("any strategy on any bars", () => {
  it("gives the same trades on prices times a power of two, every price and distance scaled", () => {
    fc.assert(
      fc.property(plan, options, fc.constantFrom(-20, -1, 3, 30), (spec, options, power) => {
        const factor = 2 ** power;
        const slippage = (spec.costs?.slippage ?? 0) * factor;
        const scaled = { ...imageOf(spec, scaledBy(factor)), costs: { slippage } };
        expect(tradesOf(scaled, options)).toEqual(
          tradesOf(spec, options).map((row) =>
            changed(row, [...prices, ...levels, ...distances], (value) => value * factor),
          ),
        );
      }),
      runs,
    );
  });

  it("gives the mirrored short the mirrored trades, with the same results and flags", () => {
    fc.assert(
      fc.property(plan, options, (spec, options) => {
        const short = { ...imageOf(spec, mirrorImage), direction: -1 as const };
        const withoutPct = (row: TradeRow): TradeRow => ({ ...row, pnl_pct: null });
        const mirrored = tradesOf(short, options).map((row) => changed(row, [...prices, ...levels], mirror));
        expect(mirrored.map(withoutPct)).toEqual(
          tradesOf(spec, options).map((row) => ({ ...withoutPct(row), direction: -1 })),
        );
      }),
      runs,
    );
  });

  it("does not change a closed trade when later bars are cut off", () => {
    fc.assert(
      fc.property(plan, options, fc.nat(), (spec, anyOptions, at) => {
        const options: EngineOptions = { ...anyOptions, endOfData: "open" };
        const length = 1 + (at % spec.candles.length);
        const cut = { ...spec, candles: spec.candles.slice(0, length) };
        const closedBefore = (row: TradeRow): boolean =>
          row.exit_idx !== null && Number(row.exit_idx) < length;
        expect(tradesOf(cut, options).filter(closedBefore)).toEqual(
          tradesOf(spec, options).filter(closedBefore),
        );
      }),
      runs,
    );
  });

  it("gives every trade the same on rows that begin later in the frame, counted from the first of the period", () => {
    fc.assert(
      fc.property(plan, options, fc.integer({ min: 1, max: 5 }), (spec, options, lead) => {
        const shifted = delayed(spec, lead);
        const times = ["entry_time", "exit_time", "base_entry_time"] as const;
        expect(tradesOf(shifted, options)).toEqual(
          tradesOf(spec, options).map((row) => changed(row, times, (time) => time + lead * 86_400_000)),
        );
      }),
      runs,
    );
  });
});

describe("every trade", () => {
  it("lives in order, on its bars, inside its base position", () => {
    fc.assert(
      fc.property(plan, options, (spec, options) => {
        const slippage = spec.costs?.slippage ?? 0;
        const bound = planOf(spec);
        const [base, ...advanced] = simulateStrategy(bound, options);
        const onBar = (row: number, price: number): boolean =>
          price >= bound.bars.low[row]! - slippage && price <= bound.bars.high[row]! + slippage;
        const order = { open: 0, inside: 1, close: 2 };

        for (const { trades } of [base!, ...advanced]) {
          for (const { entry, exit } of trades) {
            expect(onBar(entry.row, entry.price)).toBe(true);
            if (exit === undefined) continue;
            expect(onBar(exit.row, exit.price)).toBe(true);
            expect(exit.row).toBeGreaterThanOrEqual(entry.row);
            if (exit.row === entry.row)
              expect(order[exit.moment]).toBeGreaterThanOrEqual(order[entry.moment]);
          }
        }
        for (const [at, { entry }] of base!.trades.entries()) {
          const before = base!.trades[at - 1];
          if (before !== undefined) expect(entry.row).toBeGreaterThan(before.exit!.row);
        }
        for (const { trades } of advanced) {
          const homes = trades.map(({ baseEntry }) => baseEntry.row);
          expect(new Set(homes).size).toBe(homes.length);
          for (const { entry, exit, baseEntry } of trades) {
            const home = base!.trades.find((trade) => trade.entry === baseEntry)!;
            expect(entry.row).toBeGreaterThanOrEqual(home.entry.row);
            if (home.exit === undefined) continue;
            expect(exit).toBeDefined();
            expect(exit!.row).toBeLessThanOrEqual(home.exit.row);
          }
        }
      }),
      runs,
    );
  });

  it("is counted: performance adds up the closed trades of its blueprint", () => {
    fc.assert(
      fc.property(plan, options, (spec, options) => {
        const { trades, performance } = runPlan(planOf(spec), options);
        expect(performance).toHaveLength(6);
        for (const row of performance) {
          const closed = trades.filter(
            ({ blueprint_name, status }) => blueprint_name === row.blueprint_name && status === false,
          );
          const values = closed.map((trade) => Number(row.metric_type === "pnl" ? trade.pnl : trade.pnl_pct));
          expect(row.trades).toBe(closed.length);
          expect(row.total).toBe(values.reduce((sum, value) => sum + value, 0));
          for (const value of Object.values(row)) {
            if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
          }
        }
      }),
      runs,
    );
  });
});
