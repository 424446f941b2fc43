/**
 * Opening-range breakout on 5-minute bars of a market with sessions from 09:30 to 16:00 New York time.
 *
 * The range of the first half hour is known at 10:00. From then until 15:00 a stop order waits at its high; what it
 * bought is closed at the range's low, at twice the range's height above it, or at 15:55, whichever comes first.
 *
 *     npx tsx --conditions=source examples/opening-range.ts
 */
import {
  BlueprintBuilder,
  col,
  Freq,
  OrderStrategy,
  Period,
  StrategyBuilder,
  TradeDirection,
  TradingContext,
  when,
} from "tradepose-client";
import { backtest } from "./support/backtest.ts";
import { generateBars } from "./support/bars.ts";

const zone = "America/New_York";
const ts = col("ts");
const day = ts.dt.convertTimeZone(zone).dt.date();
const isOpening = ts.timeBetween("09:30", "10:00", zone);

// The extremes of the bars so far, of this day's opening alone; shift(1) leaves the running bar out.
const rangeHigh = when(isOpening).then(col("high")).otherwise(null).cumMax().forwardFill().shift(1).over(day);
const rangeLow = when(isOpening).then(col("low")).otherwise(null).cumMin().forwardFill().shift(1).over(day);

const s = new StrategyBuilder({ name: "opening-range", baseInstrument: "INDEX", baseFreq: Freq.MIN_5 });

const hours = BlueprintBuilder.base({ name: "hours", direction: TradeDirection.LONG })
  .addEntryTrigger({
    name: "range is known",
    conditions: [ts.timeBetween("10:00", "10:05", zone)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
  })
  .addExitTrigger({
    name: "before the close",
    conditions: [ts.timeBetween("15:55", "16:00", zone)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
  })
  .build();

const breakout = BlueprintBuilder.advanced({ name: "breakout", direction: TradeDirection.LONG })
  .addEntryTrigger({
    name: "above the range",
    conditions: [ts.timeBetween("10:00", "15:00", zone)],
    priceExpr: rangeHigh,
    orderStrategy: OrderStrategy.ADVERSE_DELAY_ENTRY,
  })
  .addExitTrigger({
    name: "below the range",
    priceExpr: rangeLow,
    orderStrategy: OrderStrategy.STOP_LOSS,
  })
  .addExitTrigger({
    name: "twice the range",
    priceExpr: TradingContext.advancedEntry.entryPrice.add(rangeHigh.sub(rangeLow).mul(2)),
    orderStrategy: OrderStrategy.TAKE_PROFIT,
  })
  .build();

const bars = generateBars({ seed: 7, days: 250, minutes: 5, hours: ["09:30", "16:00"], price: 4_000 });
const strategy = s.setBaseBlueprint(hours).addAdvancedBlueprint(breakout).build({ strict: true });
await backtest(
  [strategy],
  [Period.fromYear(2023)],
  [{ instrument: "INDEX", freq: Freq.MIN_5, bars, timezone: zone }],
);
