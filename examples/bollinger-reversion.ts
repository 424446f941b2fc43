/**
 * Mean reversion on Bollinger bands, on daily bars of the S&P 500.
 *
 * Buys when a close has fallen through the lower band while the long trend is up, sells when one is back above the
 * average. The advanced blueprint adds what the base lacks: a way out when nothing comes back.
 *
 *     npx tsx --conditions=source examples/bollinger-reversion.ts
 */
import {
  BlueprintBuilder,
  col,
  Freq,
  Indicator,
  OrderStrategy,
  Period,
  StrategyBuilder,
  TradeDirection,
  TradingContext,
  TrendType,
} from "tradepose-client";
import { backtest, sp500 } from "./support/backtest.ts";

const daily = { freq: Freq.DAY_1 };
const s = new StrategyBuilder({
  name: "bollinger-reversion",
  baseInstrument: "SP500",
  baseFreq: Freq.DAY_1,
});
const bands = s.addIndicator(Indicator.BollingerBands({ period: 20, numStd: 2 }), daily);
const trend = s.addIndicator(Indicator.SMA({ period: 200 }), daily);
const atr = s.addIndicator(Indicator.ATR({ period: 14 }), daily);

// Indicators are those of the bar before; so is this close.
const lastClose = col("close").shift(1);

const reversion = BlueprintBuilder.base({
  name: "reversion",
  direction: TradeDirection.LONG,
  trendType: TrendType.REVERSAL,
})
  .addEntryTrigger({
    name: "through the lower band",
    conditions: [lastClose.crossesBelow(bands.lower), lastClose.gt(trend)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
  })
  .addExitTrigger({
    name: "back at the average",
    conditions: [lastClose.gt(bands.middle)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
  })
  .build();

const position = TradingContext.advancedEntry;
const guarded = BlueprintBuilder.advanced({ name: "guarded", direction: TradeDirection.LONG })
  .addExitTrigger({
    name: "stop",
    priceExpr: position.entryPrice.sub(atr.mul(2.5)),
    orderStrategy: OrderStrategy.STOP_LOSS,
  })
  .addExitTrigger({
    name: "ten days",
    conditions: [position.barsSinceEntry.gtEq(10)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.TIMEOUT_EXIT,
  })
  .build();

const strategy = s
  .setBaseBlueprint(reversion)
  .addAdvancedBlueprint(guarded)
  .build({ volatilityIndicator: atr, strict: true });
await backtest([strategy], [Period.fromYear(2001, 19)], [sp500]);
