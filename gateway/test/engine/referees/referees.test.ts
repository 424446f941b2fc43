import { isDeepStrictEqual } from "node:util";
import type { StrategyConfig } from "tradepose-client/builder";
import { orderStrategyCode } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import { type EngineOptions, runBacktest } from "../../../src/engine/index.ts";
import { resultOf, rowsOf } from "../backtest/rows.ts";
import { marketOf, sp500 } from "../backtest/sp500.ts";
import {
  rsiWithStop,
  rsiWithStopOnEntryBar,
  type Side,
  smaCross,
  smaCrossWithStopAndTarget,
  smaCrossWithTrailingStop,
} from "./strategies.ts";
import { type Referee, type RefereeTrade, tableOf } from "./tables.ts";

const market = marketOf(sp500);
const period = { start: "2000-01-01", end: "2020-12-31" };

/** The conventions of each referee as options of this engine. No bar of the tables hits both a stop and a target. */
const optionsOf: Readonly<Record<Referee, EngineOptions>> = {
  vectorbt: {
    intrabar: "pessimistic",
    entryBarExits: "none",
    stopsBeforeSignals: true,
    endOfData: "open",
  },
  backtestingpy: {
    intrabar: "pessimistic",
    entryBarExits: "certain",
    stopsBeforeSignals: false,
    endOfData: "open",
  },
};

const reasonOf: ReadonlyMap<unknown, string> = new Map([
  [orderStrategyCode.ImmediateExit, "signal"],
  [orderStrategyCode.StopLoss, "stop"],
  [orderStrategyCode.TakeProfit, "target"],
  [orderStrategyCode.TrailingStop, "trailing"],
]);

/** The trades of the advanced blueprints, by entry; without any, those of the base. */
function tradesOf(strategy: StrategyConfig, options: EngineOptions): RefereeTrade[] {
  const { trades } = resultOf(runBacktest({ strategies: [strategy], market, period, options }));
  const hasAdvanced = (strategy.advanced_blueprints ?? []).length > 0;
  const isTraded = (blueprint: unknown) => !hasAdvanced || blueprint !== strategy.base_blueprint.name;
  return rowsOf(trades)
    .filter((row) => isTraded(row.blueprint_name))
    .sort((a, b) => Number(a.entry_idx) - Number(b.entry_idx))
    .map((row) => ({
      entryDate: dateOf(Number(row.entry_time)),
      entryPrice: Number(row.entry_price),
      exitDate: row.exit_time === null ? null : dateOf(Number(row.exit_time)),
      exitPrice: row.exit_price === null ? null : Number(row.exit_price),
      exitReason: row.exit_reason === null ? null : reasonOf.get(row.exit_reason)!,
      pnl: Number(row.pnl),
    }));
}

function dateOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

type Strategy = (side: Side) => StrategyConfig;

describe("every trade of a referee, bit for bit", () => {
  // Referee, its table, our strategy, the number of trades.
  const tables: readonly (readonly [Referee, string, Side, Strategy, number])[] = [
    ["vectorbt", "sma-cross", "long", smaCross, 69],
    ["vectorbt", "sma-cross", "short", smaCross, 69],
    ["vectorbt", "sma-cross-sl3-tp6", "long", smaCrossWithStopAndTarget, 69],
    ["vectorbt", "sma-cross-sl3-tp6", "short", smaCrossWithStopAndTarget, 69],
    ["vectorbt", "sma-cross-trail5", "long", smaCrossWithTrailingStop, 69],
    ["vectorbt", "sma-cross-trail5", "short", smaCrossWithTrailingStop, 69],
    ["vectorbt", "rsi-sl4", "long", rsiWithStop, 52],
    ["vectorbt", "rsi-sl4", "short", rsiWithStop, 45],
    ["backtestingpy", "sma-cross", "long", smaCross, 69],
    ["backtestingpy", "sma-cross", "short", smaCross, 69],
    ["backtestingpy", "sma-cross-sl3-tp6", "long", smaCrossWithStopAndTarget, 69],
    ["backtestingpy", "sma-cross-sl3-tp6", "short", smaCrossWithStopAndTarget, 69],
    ["backtestingpy", "sma-cross-trail5", "long", smaCrossWithTrailingStop, 69],
    ["backtestingpy", "sma-cross-trail5", "short", smaCrossWithTrailingStop, 69],
    ["backtestingpy", "rsi-sl4", "long", rsiWithStopOnEntryBar, 53],
    ["backtestingpy", "rsi-sl4", "short", rsiWithStopOnEntryBar, 45],
  ];
  it.each(tables)("%s, %s %s", (referee, name, side, strategy, count) => {
    const table = tableOf(referee, name, side);
    expect(table).toHaveLength(count);
    expect(tradesOf(strategy(side), optionsOf[referee])).toEqual(table);
  });
});

describe("the options of vectorbt, one of them changed", () => {
  const changes = {
    "entry bar counts": { entryBarExits: "certain" },
    "signals before stops": { stopsBeforeSignals: false },
    "targets before stops": { intrabar: "optimistic" },
    "closed at the end": { endOfData: "close" },
  } as const satisfies Record<string, Partial<EngineOptions>>;

  // Table, our strategy, what is changed, the trades that are then no longer those of the table.
  const rows: readonly (readonly [string, Side, keyof typeof changes, number, Strategy])[] = [
    ["sma-cross", "long", "closed at the end", 0, smaCross],
    ["sma-cross", "short", "closed at the end", 1, smaCross],
    ["sma-cross-sl3-tp6", "long", "entry bar counts", 1, smaCrossWithStopAndTarget],
    ["sma-cross-sl3-tp6", "short", "entry bar counts", 2, smaCrossWithStopAndTarget],
    ["sma-cross-sl3-tp6", "long", "signals before stops", 2, smaCrossWithStopAndTarget],
    ["sma-cross-sl3-tp6", "short", "signals before stops", 1, smaCrossWithStopAndTarget],
    ["sma-cross-sl3-tp6", "long", "targets before stops", 0, smaCrossWithStopAndTarget],
    ["sma-cross-sl3-tp6", "short", "targets before stops", 0, smaCrossWithStopAndTarget],
    ["sma-cross-trail5", "long", "entry bar counts", 3, smaCrossWithTrailingStop],
    ["sma-cross-trail5", "short", "entry bar counts", 10, smaCrossWithTrailingStop],
    ["sma-cross-trail5", "long", "signals before stops", 3, smaCrossWithTrailingStop],
    ["sma-cross-trail5", "short", "signals before stops", 5, smaCrossWithTrailingStop],
  ];
  it.each(rows)("%s %s, %s: %i trades differ", (name, side, change, count, strategy) => {
    const trades = tradesOf(strategy(side), { ...optionsOf.vectorbt, ...changes[change] });
    const table = tableOf("vectorbt", name, side);
    expect(trades).toHaveLength(table.length);
    expect(trades.filter((trade, i) => !isDeepStrictEqual(trade, table[i]))).toHaveLength(count);
  });
});
