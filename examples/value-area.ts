/**
 * A market-profile play on half-hour bars: yesterday's value area holds.
 *
 * Each session's profile is known when the next one opens. When price has left its value area through the low and a
 * half hour closes back inside, the base buys; the advanced blueprint takes its profit at the point of control and is
 * wrong half a value area below. Nothing stays open overnight.
 *
 *     npx tsx --conditions=source examples/value-area.ts
 */
import {
  BlueprintBuilder,
  col,
  Freq,
  Indicator,
  MarketProfileAnchor,
  OrderStrategy,
  Period,
  StrategyBuilder,
  TradeDirection,
} from "tradepose-client";
import { backtest } from "./support/backtest.ts";
import { generateBars } from "./support/bars.ts";

const zone = "America/New_York";
const ts = col("ts");
const s = new StrategyBuilder({ name: "value-area", baseInstrument: "INDEX", baseFreq: Freq.MIN_30 });
const profile = s.addIndicator(
  Indicator.MarketProfile({
    anchorConfig: MarketProfileAnchor.daily({ end: "09:30" }),
    tickSize: 5,
    fields: ["poc", "val", "value_area"],
  }),
  { freq: Freq.MIN_30 },
);

// A profile stands on one row of the day; the rows after it see the last one.
const poc = profile.poc.forwardFill();
const val = profile.val.forwardFill();
const valueArea = profile.valueArea.forwardFill();
const lastClose = col("close").shift(1);

const rejection = BlueprintBuilder.base({ name: "rejection", direction: TradeDirection.LONG })
  .addEntryTrigger({
    name: "back inside",
    conditions: [ts.timeBetween("10:30", "15:00", zone), lastClose.crossesAbove(val), col("open").lt(poc)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
  })
  .addExitTrigger({
    name: "end of the day",
    conditions: [ts.timeBetween("15:30", "16:00", zone)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
  })
  .build();

const toControl = BlueprintBuilder.advanced({
  name: "to the point of control",
  direction: TradeDirection.LONG,
})
  .addExitTrigger({
    name: "point of control",
    priceExpr: poc,
    orderStrategy: OrderStrategy.TAKE_PROFIT,
  })
  .addExitTrigger({
    name: "value left behind",
    priceExpr: val.sub(valueArea.mul(0.5)),
    orderStrategy: OrderStrategy.STOP_LOSS,
  })
  .build();

const bars = generateBars({ seed: 11, days: 500, minutes: 30, hours: ["09:30", "16:00"], price: 4_000 });
const strategy = s.setBaseBlueprint(rejection).addAdvancedBlueprint(toControl).build({ strict: true });
await backtest(
  [strategy],
  [Period.fromYear(2023, 2)],
  [{ instrument: "INDEX", freq: Freq.MIN_30, bars, timezone: zone }],
);
