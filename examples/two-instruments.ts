/**
 * Two instruments, on hourly bars: ETHUSDT is bought when it has fallen behind BTCUSDT.
 *
 * The ratio of both closes is measured against its own last four days. Two deviations below the mean while BTCUSDT is
 * above its average: ETHUSDT is cheap in a market that goes up. The position is closed when the ratio is back.
 *
 *     npx tsx --conditions=source examples/two-instruments.ts
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

const s = new StrategyBuilder({ name: "two-instruments", baseInstrument: "ETHUSDT", baseFreq: Freq.HOUR_1 });
const leader = { instrument: "BTCUSDT", freq: Freq.HOUR_1 };
const btc = s.addIndicator(Indicator.RawOhlcv({ column: "close" }), leader);
const btcAverage = s.addIndicator(Indicator.SMA({ period: 48 }), leader);
const eth = s.addIndicator(Indicator.RawOhlcv({ column: "close" }), { freq: Freq.HOUR_1 });
const atr = s.addIndicator(Indicator.ATR({ period: 24 }), { freq: Freq.HOUR_1 });

const ratio = eth.div(btc);
const score = ratio.sub(ratio.rollingMean(96)).div(ratio.rollingStd(96));

const catchUp = BlueprintBuilder.base({ name: "catch up", direction: TradeDirection.LONG })
  .addEntryTrigger({
    name: "behind",
    conditions: [score.crossesBelow(-2), btc.gt(btcAverage)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
  })
  .addExitTrigger({
    name: "caught up",
    conditions: [score.gt(0)],
    priceExpr: col("open"),
    orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
  })
  .build();

const stopped = BlueprintBuilder.advanced({ name: "stopped", direction: TradeDirection.LONG })
  .addExitTrigger({
    name: "stop",
    priceExpr: TradingContext.advancedEntry.entryPrice.sub(atr.mul(4)),
    orderStrategy: OrderStrategy.STOP_LOSS,
  })
  .build();

const bitcoin = generateBars({ seed: 5, days: 365, minutes: 60, price: 30_000, volatility: 0.025 });
const ether = generateBars({
  seed: 6,
  days: 365,
  minutes: 60,
  price: 2_000,
  volatility: 0.015,
  follows: { bars: bitcoin, beta: 1.1 },
});
const strategy = s
  .setBaseBlueprint(catchUp)
  .addAdvancedBlueprint(stopped)
  .build({ volatilityIndicator: atr, strict: true });
await backtest(
  [strategy],
  [Period.fromYear(2023)],
  [
    { instrument: "ETHUSDT", freq: Freq.HOUR_1, bars: ether },
    { instrument: "BTCUSDT", freq: Freq.HOUR_1, bars: bitcoin },
  ],
);
