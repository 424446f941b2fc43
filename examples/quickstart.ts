// Reads sp500-2000.csv (daily S&P 500 bars, in the npm package vega-datasets) from the current folder.
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
import { startGateway } from "tradepose-gateway";

const s = new StrategyBuilder({ name: "supertrend", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1 }); // shift 1 by default
const rawAtr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1, shift: 0 });
const trend = s.addIndicator(Indicator.SuperTrend({ multiplier: 3, volatilityColumn: rawAtr }), {
  freq: Freq.DAY_1,
});

const base = BlueprintBuilder.base({ name: "trend", direction: TradeDirection.LONG })
  .addEntryTrigger({
    name: "up",
    conditions: [trend.direction.eq(1)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
  })
  .addExitTrigger({
    name: "down",
    conditions: [trend.direction.eq(-1)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
  })
  .build();
const risk = BlueprintBuilder.advanced({ name: "risk", direction: TradeDirection.LONG })
  .addEntryTrigger({
    name: "pullback",
    priceExpr: TradingContext.base.entryPrice.sub(atr.mul(0.3)),
    orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY,
  })
  .addExitTrigger({
    name: "stop",
    priceExpr: TradingContext.advancedEntry.entryPrice.sub(atr.mul(2)),
    orderStrategy: OrderStrategy.STOP_LOSS,
  })
  .build();
const strategy = s.setBaseBlueprint(base).addAdvancedBlueprint(risk).build({ volatilityIndicator: atr });

await using gateway = await startGateway({ dataDir: ".tradepose" });
await gateway.importBars({ instrument: "SP500", freq: Freq.DAY_1, file: "sp500-2000.csv" });
await using tester = new BatchTester({ serverUrl: gateway.url, apiKey: gateway.apiKey });
const batch = tester.submit({ strategies: [strategy], periods: [Period.fromYear(2018), Period.Q1(2019)] }); // returns at once
await batch.wait();
console.log(await batch.summary()); // nodejs-polars DataFrame
console.log(await batch.allTrades());
