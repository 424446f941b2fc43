/**
 * Three timeframes, on hourly bars of a market that never closes.
 *
 * The day says the direction, four hours say whether the move has rested, and the hour says when: the close comes back
 * above its own average. Every indicator is computed on bars of its own frequency and delayed by one of them, so an
 * hour sees completed days and completed four hours only.
 *
 *     npx tsx --conditions=source examples/multi-timeframe.ts
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
import { backtest } from "./support/backtest.ts";
import { generateBars } from "./support/bars.ts";

const s = new StrategyBuilder({ name: "multi-timeframe", baseInstrument: "BTCUSDT", baseFreq: Freq.HOUR_1 });
const fastDay = s.addIndicator(Indicator.EMA({ period: 5 }), { freq: Freq.DAY_1 });
const slowDay = s.addIndicator(Indicator.EMA({ period: 20 }), { freq: Freq.DAY_1 });
const rsi = s.addIndicator(Indicator.RSI({ period: 14 }), { freq: Freq.HOUR_4 });
const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.HOUR_4 });
const hourly = s.addIndicator(Indicator.EMA({ period: 20 }), { freq: Freq.HOUR_1 });
const lastClose = col("close").shift(1);

const rested = BlueprintBuilder.base({ name: "rested", direction: TradeDirection.LONG })
  .addEntryTrigger({
    name: "the move goes on",
    conditions: [fastDay.gt(slowDay), rsi.lt(55), lastClose.crossesAbove(hourly)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
  })
  .addExitTrigger({
    name: "far enough, or over",
    conditions: [rsi.gt(70).or(fastDay.lt(slowDay))],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
  })
  .build();

const position = TradingContext.advancedEntry;
const trailed = BlueprintBuilder.advanced({ name: "trailed", direction: TradeDirection.LONG })
  .addExitTrigger({
    name: "trail",
    priceExpr: position.highestSinceEntry.sub(atr.mul(3)),
    orderStrategy: OrderStrategy.TRAILING_STOP,
  })
  .build();

const bars = generateBars({ seed: 3, days: 700, minutes: 60, price: 30_000, volatility: 0.025 });
const strategy = s
  .setBaseBlueprint(rested)
  .addAdvancedBlueprint(trailed)
  .build({ volatilityIndicator: atr, strict: true });
await backtest(
  [strategy],
  [Period.fromYear(2023), Period.fromYear(2024)],
  [{ instrument: "BTCUSDT", freq: Freq.HOUR_1, bars }],
);
