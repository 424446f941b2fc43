import {
  BatchTester,
  BlueprintBuilder,
  col,
  Freq,
  Indicator,
  Period,
  StrategyBuilder,
  TradePoseClient,
} from "tradepose-client";

const s = new StrategyBuilder({ name: "trend", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
const fast = s.addIndicator(Indicator.SMA({ period: 10 }), { freq: Freq.DAY_1 });
const base = BlueprintBuilder.base({ name: "base", direction: "Long" })
  .addEntryTrigger({
    name: "in",
    conditions: [col("close").gt(fast)],
    priceExpr: col("open"),
    orderStrategy: "ImmediateEntry",
  })
  .addExitTrigger({
    name: "out",
    conditions: [col("close").lt(fast)],
    priceExpr: col("open"),
    orderStrategy: "ImmediateExit",
  })
  .build();
const strategy = s.setBaseBlueprint(base).build();

export const instruments = new TradePoseClient({ apiKey: "key" }).instruments.list();
export const batch = new BatchTester({ apiKey: "key" }).submit({
  strategies: [strategy],
  periods: [Period.fromYear(2018)],
});
