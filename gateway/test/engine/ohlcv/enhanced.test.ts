import fc from "fast-check";
import { enhancedOhlcvSchema } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import type { Bars } from "../../../src/engine/bars.ts";
import {
  type EnhancedOhlcv,
  type EnhancedResult,
  enhancedOhlcv,
  type OhlcvColumn,
  runBacktest,
} from "../../../src/engine/index.ts";
import { resultOf, rowsOf as tradeRowsOf } from "../backtest/rows.ts";
import { arbitraryBars, barsOf } from "../bars-of.ts";
import { marketOf, seriesOf } from "../binding/market-of.ts";
import { type Row, rowsOf } from "./rows.ts";
import { everyOrder, limitAndStop } from "./strategies.ts";

const everything = { start: "1970-01-01", end: "1970-12-31" };

function enhance(request: Omit<EnhancedOhlcv, "market" | "period">, bars: Bars): EnhancedResult {
  const market = marketOf(seriesOf("X", "1h", bars));
  const outcome = enhancedOhlcv({ market, period: everything, ...request });
  if (outcome.problems !== undefined) throw new Error(JSON.stringify(outcome.problems));
  return outcome;
}

function column(rows: readonly Row[], name: string): unknown[] {
  return rows.map((row) => row[name]);
}

describe("the stages of a limit entry with a stop", () => {
  // The base is in from the second bar to the last but one, at the open; the limit waits at 1 below that open.
  const bars = barsOf([
    [100, 101, 99, 100, 7],
    [102, 103, 101.5, 102],
    [102, 102.5, 100.5, 101],
    [101, 102, 100, 101],
    [98, 98.5, 97, 98],
    [98, 99, 97, 98],
    [98, 98, 98, 98],
  ]);
  const { frame } = enhance({ strategy: limitAndStop(), blueprint: "limit" }, bars);
  const rows = rowsOf(frame);

  it.each<[name: string, values: readonly unknown[]]>([
    ["idx", [0, 1, 2, 3, 4, 5, 6]],
    ["volume", [7, 0, 0, 0, 0, 0, 0]],
    ["gap_type", [null, 1, 0, 0, -1, 0, 0]],
    ["gap_points", [null, 2, 0, 0, -3, 0, 0]],
    ["gap_range_min", [null, 100, 102, 101, 98, 98, 98]],
    ["gap_range_max", [null, 102, 102, 101, 101, 98, 98]],
    ["entry_signal", [false, true, false, false, false, false, false]],
    ["exit_signal", [false, false, false, false, false, true, false]],
    ["cleaned_entry_signal", [false, true, false, false, false, false, false]],
    ["cleaned_exit_signal", [false, false, false, false, false, true, false]],
    ["base_entry_price", [null, 102, null, null, null, null, null]],
    ["base_exit_price", [null, null, null, null, null, 98, null]],
    ["base_entry_strategy", [null, 0, null, null, null, null, null]],
    ["base_exit_strategy", [null, null, null, null, null, 3, null]],
    ["base_position_id", [-1, 0, 0, 0, 0, 0, -1]],
    ["advanced_favorable_entry_hypo_price", [null, 101, 101, null, null, null, null]],
    ["advanced_favorable_entry_strategy", [null, 1, 1, null, null, null, null]],
    ["advanced_adverse_entry_hypo_price", [null, null, null, null, null, null, null]],
    ["advanced_entry_price", [null, null, 101, null, null, null, null]],
    ["advanced_entry_strategy", [null, null, 1, null, null, null, null]],
    ["is_entry_gap_filled", [null, null, false, null, null, null, null]],
    ["advanced_entry_position_id", [-1, -1, 0, 0, 0, -1, -1]],
    ["advanced_adverse_exit_hypo_price", [null, null, 99, 99, 99, null, null]],
    ["advanced_adverse_exit_strategy", [null, null, 4, 4, 4, null, null]],
    ["advanced_exit_price", [null, null, null, null, 98, null, null]],
    ["advanced_exit_strategy", [null, null, null, null, 4, null, null]],
    ["is_exit_gap_filled", [null, null, null, null, true, null, null]],
    ["advanced_exit_position_id", [-1, -1, -1, -1, 0, -1, -1]],
    ["is_entry_valid", [null, null, true, null, null, null, null]],
    ["entry_rejection_reason", [null, null, null, null, null, null, null]],
    ["validated_entry_signal", [false, false, true, false, false, false, false]],
    ["validated_exit_signal", [false, false, false, false, true, false, false]],
    ["final_position_id", [-1, -1, 0, 0, 0, -1, -1]],
    ["strategy_name", Array(7).fill("limit and stop")],
    ["blueprint_name", Array(7).fill("limit")],
  ])("%s", (name, values) => {
    expect(column(rows, name)).toEqual(values);
  });

  it("contexts, null outside a position", () => {
    const context = (bars: number, highest: number, lowest: number) => ({
      position_entry_price: 101,
      bars_since_entry: bars,
      highest_since_entry: highest,
      lowest_since_entry: lowest,
    });
    const own = [null, null, context(0, 101, 101), context(1, 101, 101), context(2, 102, 100), null, null];
    expect(column(rows, "advanced_entry_trading_context")).toEqual(own);
    expect(column(rows, "advanced_exit_trading_context")).toEqual(own);
    expect(column(rows, "final_trading_context")).toEqual(own);
    expect(column(rows, "base_trading_context").map((each) => each !== null)).toEqual(
      column(rows, "base_position_id").map((id) => id !== -1),
    );
  });

  it("a struct for each trigger", () => {
    const cells = (name: string, member: string) => (column(rows, name) as Row[]).map((each) => each[member]);
    expect(cells("advanced_entry.limit", "cond")).toEqual(Array(7).fill(true));
    expect(cells("advanced_entry.limit", "price")).toEqual([null, 101, 101, 101, 101, 101, null]);
    expect(cells("advanced_exit.stop", "price")).toEqual([null, null, 99, 99, 99, null, null]);
    expect(cells("advanced_exit.stop", "strategy")).toEqual(Array(7).fill(4));
    expect(cells("advanced_exit.stop", "priority")).toEqual(Array(7).fill(1));
    expect(cells("base_entry.in", "cond")).toEqual(column(rows, "entry_signal"));
  });
});

describe("of any strategy on any bars", () => {
  const requests = fc.record({
    side: fc.constantFrom("long", "short"),
    entryFirst: fc.boolean(),
    blueprint: fc.constantFrom("base", "risk", "pullback", "breakout"),
    options: fc.record({
      intrabar: fc.constantFrom("pessimistic", "path", "optimistic"),
      entryBarExits: fc.constantFrom("certain", "none"),
      stopsBeforeSignals: fc.boolean(),
      endOfData: fc.constantFrom("open", "close"),
    }),
  } as const);

  it("tells the same trades as a backtest, and names every rejected entry", () => {
    fc.assert(
      fc.property(requests, arbitraryBars(60), ({ side, entryFirst, blueprint, options }, bars) => {
        fc.pre(bars.length > 0);
        const strategy = everyOrder(side, entryFirst);
        const result = enhance({ strategy, blueprint, options }, bars);
        const market = marketOf(seriesOf("X", "1h", bars));
        const all = resultOf(runBacktest({ strategies: [strategy], market, period: everything, options }));
        const trades = tradeRowsOf(all.trades).filter((row) => row.blueprint_name === blueprint);
        const rows = rowsOf(result.frame);
        const filled = trades.filter(({ is_adv_triggered }) => is_adv_triggered);

        expect(column(rows, "ts")).toEqual([...bars.ts]);
        expect(rows.filter((row) => row.validated_entry_signal).length).toBe(filled.length);
        expect(rows.filter((row) => row.validated_exit_signal).length).toBe(
          filled.filter(({ exit_idx }) => exit_idx !== null).length,
        );
        for (const [id, trade] of filled.entries()) {
          expectTrade(rows, trade, id, blueprint === "base" ? "base" : "advanced");
        }
        for (const pending of trades.filter(({ is_adv_triggered }) => !is_adv_triggered)) {
          expect(rows.at(-1)).toMatchObject(hyposOf(pending, "entry"));
        }
        const rejected = rows.filter((row) => row.is_entry_valid === false);
        expect(rejected).toHaveLength(result.rejectedEntries);
        for (const row of rejected) expect(row.entry_rejection_reason).toBe("price_outside_bar");
      }),
    );
  });

  it("has the columns and types of the contract, then triggers and indicators", () => {
    const bars = barsOf([[1, 1, 1, 1]]);
    const { columns } = enhance({ strategy: everyOrder("long", true), blueprint: "risk" }, bars).frame;
    const fixed = enhancedOhlcvSchema.columns.length;
    expect(columns.slice(0, fixed).map(typeOf)).toEqual(
      enhancedOhlcvSchema.columns.map(({ name, dtype }) => [name, dtype]),
    );
    expect(columns.slice(fixed).map(({ name }) => name)).toEqual([
      "base_entry.in",
      "base_entry.in.2",
      "base_exit.out",
      "base_exit.late",
      "advanced_exit.stop",
      "advanced_exit.trail",
      "advanced_exit.target",
      "advanced_exit.time",
      "X_1h_SMA|3.close",
      "X_1h_STOCH|5_3",
    ]);
  });
});

it("says which blueprints there are when it is asked for another", () => {
  const market = marketOf(seriesOf("X", "1h", barsOf([[1, 1, 1, 1]])));
  const request = { strategy: limitAndStop(), blueprint: "risk", market, period: everything };
  expect(enhancedOhlcv(request)).toEqual({
    problems: [
      {
        strategyName: "limit and stop",
        path: "blueprint_name",
        message: 'the strategy has no blueprint "risk"; its blueprints are "base", "limit"',
      },
    ],
  });
});

/** A trade of the backtest as the rows between its entry and its exit show it. */
function expectTrade(rows: readonly Row[], trade: Row, id: number, layer: "base" | "advanced"): void {
  const entry = rows[Number(trade.entry_idx)];
  expect(entry).toMatchObject({
    ts: trade.entry_time,
    [`${layer}_entry_price`]: trade.entry_price,
    [`${layer}_entry_strategy`]: trade.entry_reason,
    is_entry_valid: true,
    final_position_id: id,
  });
  const last = rows[trade.exit_idx === null ? rows.length - 1 : Number(trade.exit_idx)];
  expect(last?.final_position_id).toBe(id);
  expect(last?.final_trading_context).toMatchObject({ position_entry_price: trade.entry_price });
  if (layer === "advanced") {
    expect(entry).toMatchObject(hyposOf(trade, "entry"));
    expect(last).toMatchObject(hyposOf(trade, "exit"));
  }
  if (trade.exit_idx === null) return;
  expect(last).toMatchObject({
    ts: trade.exit_time,
    [`${layer}_exit_price`]: trade.exit_price,
    [`${layer}_exit_strategy`]: trade.exit_reason,
  });
}

function hyposOf(trade: Row, side: "entry" | "exit"): Row {
  const names = [
    `favorable_${side}_hypo_price`,
    `adverse_${side}_hypo_price`,
    `favorable_${side}_strategy`,
    `adverse_${side}_strategy`,
    `neutral_${side}_strategy`,
  ];
  return Object.fromEntries(names.map((name) => [`advanced_${name}`, trade[name]]));
}

/** Name and type as the contract writes them. */
function typeOf({ name, dtype }: OhlcvColumn): readonly [string, string] {
  const contract: Readonly<Record<string, string>> = {
    DatetimeMs: "Datetime",
    Utf8: "String",
    Struct: "TradingContext",
  };
  return [name, contract[dtype] ?? dtype];
}
