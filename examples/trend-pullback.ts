/**
 * Trend with a pullback entry and breakeven, on daily bars of the S&P 500.
 *
 * The base says when a long position makes sense: the 20-day average crosses above the 100-day one. The advanced
 * blueprint does not buy at once but waits for a dip of half an ATR below the base's entry, risks two ATR, and moves the
 * stop to the entry once the trade was one and a half ATR ahead.
 *
 *     npx tsx --conditions=source examples/trend-pullback.ts
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
} from "tradepose-client";
import { backtest, sp500 } from "./support/backtest.ts";

const s = new StrategyBuilder({ name: "trend-pullback", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
const fast = s.addIndicator(Indicator.SMA({ period: 20 }), { freq: Freq.DAY_1 });
const slow = s.addIndicator(Indicator.SMA({ period: 100 }), { freq: Freq.DAY_1 });
const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1 });
const open = col("open");

const trend = BlueprintBuilder.base({ name: "trend", direction: TradeDirection.LONG })
  .addEntryTrigger({
    name: "cross up",
    conditions: [fast.crossesAbove(slow)],
    priceExpr: open,
    orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
  })
  .addExitTrigger({
    name: "cross down",
    conditions: [fast.crossesBelow(slow)],
    priceExpr: open,
    orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
  })
  .build();

const position = TradingContext.advancedEntry;
const pullback = BlueprintBuilder.advanced({ name: "pullback", direction: TradeDirection.LONG })
  .addEntryTrigger({
    name: "dip",
    priceExpr: TradingContext.base.entryPrice.sub(atr.mul(0.5)),
    orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY,
  })
  .addExitTrigger({
    name: "stop",
    priceExpr: position.entryPrice.sub(atr.mul(2)),
    orderStrategy: OrderStrategy.STOP_LOSS,
    priority: 2,
  })
  .addExitTrigger({
    name: "breakeven",
    conditions: [position.highestSinceEntry.gt(position.entryPrice.add(atr.mul(1.5)))],
    priceExpr: position.entryPrice,
    orderStrategy: OrderStrategy.BREAKEVEN,
    priority: 1,
  })
  .build();

const strategy = s
  .setBaseBlueprint(trend)
  .addAdvancedBlueprint(pullback)
  .build({ volatilityIndicator: atr, strict: true });
await backtest([strategy], [Period.fromYear(2001, 19)], [sp500]);
