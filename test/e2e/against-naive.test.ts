/**
 * Every trade of two strategies, computed by the whole product over a real port, compared with loops that share no
 * code with it.
 */
import {
  BatchTester,
  BlueprintBuilder,
  col,
  Freq,
  Indicator,
  OrderStrategy,
  Period,
  StrategyBuilder,
  TradeDirection,
  TradingContext,
} from "tradepose-client";
import type { StrategyConfig } from "tradepose-client/models";
import { startGateway } from "tradepose-gateway";
import { describe, expect, it } from "vitest";
import { smaCrossover } from "../../examples/strategies/sma-crossover.ts";
import {
  crossoverSignals,
  type NaiveRange,
  type NaiveTrade,
  naiveSmaCrossover,
  naiveStopTarget,
} from "../../gateway/test/engine/naive/index.ts";
import { sp500Bars, sp500File, temporaryFolder } from "./support.ts";

const bars = sp500Bars();
const years = Array.from({ length: 20 }, (_, i) => 2000 + i);

describe("all trades of 20 years of daily bars", { timeout: 180_000 }, () => {
  it("equal the naive ones: SMA crossover, stop and target", async () => {
    await using gateway = await startGateway({ dataDir: await temporaryFolder() });
    await gateway.importBars({ instrument: "SP500", freq: Freq.DAY_1, file: sp500File });
    await using tester = new BatchTester({
      serverUrl: gateway.url,
      apiKey: gateway.apiKey,
      progress: "silent",
    });

    const crossover = smaCrossover({ instrument: "SP500", fast: 10, slow: 50 });
    const protectedLong = stopAndTarget();
    const periods = years.map((year) => Period.fromYear(year));
    const batch = tester.submit({ strategies: [crossover, protectedLong], periods });
    await batch.wait();
    expect(batch.failedTasks).toEqual([]);
    const rows = (await batch.allTrades()).toRecords();

    let compared = 0;
    for (const year of years) {
      const period = Period.fromYear(year).toKey();
      const range = rangeOf(year);
      const of = (strategy: string, blueprint: string) =>
        rows.filter(
          (it) => it.period === period && it.strategy_name === strategy && it.blueprint_name === blueprint,
        );
      const levels = crossoverSignals(bars, { fast: 5, slow: 20 });

      const cases: readonly (readonly [string, string, readonly NaiveTrade[]])[] = [
        [crossover.name, "cross", naiveSmaCrossover(bars, { fast: 10, slow: 50, on: "cross" }, range)],
        [
          protectedLong.name,
          "protected",
          naiveStopTarget(
            bars,
            { signals: levels, direction: "long", distance: { of: "price", stop: 0.02, target: 0.03 } },
            range,
          ),
        ],
      ];
      for (const [strategy, blueprint, naive] of cases) {
        expect(of(strategy, blueprint).map(comparable), `${strategy} ${year}`).toEqual(
          naive.map((it) => expected(it, range)),
        );
        compared += naive.length;
      }
    }
    expect(compared).toBeGreaterThan(200);
  });
});

function stopAndTarget(): StrategyConfig {
  const s = new StrategyBuilder({ name: "stop-target", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const fast = s.addIndicator(Indicator.SMA({ period: 5 }), { freq: Freq.DAY_1 });
  const slow = s.addIndicator(Indicator.SMA({ period: 20 }), { freq: Freq.DAY_1 });
  const base = BlueprintBuilder.base({ name: "base", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "above",
      conditions: [fast.gt(slow)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "below",
      conditions: [fast.lt(slow)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  const position = TradingContext.advancedEntry.entryPrice;
  const risk = BlueprintBuilder.advanced({ name: "protected", direction: TradeDirection.LONG })
    .addExitTrigger({
      name: "stop",
      priceExpr: position.mul(1 - 0.02),
      orderStrategy: OrderStrategy.STOP_LOSS,
    })
    .addExitTrigger({
      name: "target",
      priceExpr: position.mul(1 + 0.03),
      orderStrategy: OrderStrategy.TAKE_PROFIT,
    })
    .build();
  return s.setBaseBlueprint(base).addAdvancedBlueprint(risk).build();
}

function rangeOf(year: number): NaiveRange {
  const inYear = (ts: number) => new Date(ts).getUTCFullYear() === year;
  return {
    first: bars.findIndex(({ ts }) => inYear(ts)),
    last: bars.findLastIndex(({ ts }) => inYear(ts)),
  };
}

const reasons = { signal: 3, stop: 4, target: 5 } as const;

function expected(trade: NaiveTrade, range: NaiveRange) {
  const time = (index: number | null) => (index === null ? null : bars[range.first + index]!.ts);
  return {
    open: trade.exitIndex === null,
    entryIndex: trade.entryIndex,
    entryTime: time(trade.entryIndex),
    entryPrice: trade.entryPrice,
    exitIndex: trade.exitIndex,
    exitTime: time(trade.exitIndex),
    exitPrice: trade.exitPrice,
    exitReason: trade.exitReason === null ? null : reasons[trade.exitReason],
    pnl: trade.pnl,
    mae: trade.mae,
    mfe: trade.mfe,
  };
}

function comparable(row: Record<string, unknown>) {
  const time = (value: unknown) => (value instanceof Date ? value.getTime() : value);
  return {
    open: row.status,
    entryIndex: row.entry_idx,
    entryTime: time(row.entry_time),
    entryPrice: row.entry_price,
    exitIndex: row.exit_idx,
    exitTime: time(row.exit_time),
    exitPrice: row.exit_price,
    exitReason: row.exit_reason,
    pnl: row.pnl,
    mae: row.mae,
    mfe: row.mfe,
  };
}
