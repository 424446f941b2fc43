import {
  BlueprintBuilder,
  Freq,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  TradeDirection,
  TradingContext,
} from "tradepose-client/builder";
import { col } from "tradepose-client/expr";
import type { StrategyConfig } from "tradepose-client/models";

const freq = Freq.MIN_1;
const direction = TradeDirection.LONG;
const open = col("open");

/** SMA 10/50 crossover, in and out at the next open. `offset` makes conditions that no cache has seen. */
export function crossover(offset = 0): StrategyConfig {
  const s = new StrategyBuilder({ name: "crossover", baseInstrument: "BENCH", baseFreq: freq });
  const fast = s.addIndicator(Indicator.SMA({ period: 10 }), { freq });
  const slow = s.addIndicator(Indicator.SMA({ period: 50 }), { freq });
  const base = BlueprintBuilder.base({ name: "base", direction })
    .addEntryTrigger({
      name: "up",
      conditions: [fast.gt(slow.add(offset)), fast.shift(1).ltEq(slow.add(offset).shift(1))],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "down",
      conditions: [fast.lt(slow.add(offset))],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  return s.setBaseBlueprint(base).build();
}

/** The crossover while the RSI is below 70, under a stop at 2 and a target at 4 times the ATR. */
export function filteredCrossover(offset = 0): StrategyConfig {
  const s = new StrategyBuilder({ name: "filtered", baseInstrument: "BENCH", baseFreq: freq });
  const fast = s.addIndicator(Indicator.SMA({ period: 10 }), { freq });
  const slow = s.addIndicator(Indicator.SMA({ period: 50 }), { freq });
  const rsi = s.addIndicator(Indicator.RSI({ period: 14 }), { freq });
  const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq });
  const base = BlueprintBuilder.base({ name: "base", direction })
    .addEntryTrigger({
      name: "up",
      conditions: [fast.gt(slow.add(offset)), rsi.lt(70)],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "down",
      conditions: [fast.lt(slow.add(offset))],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  const { entryPrice } = TradingContext.advancedEntry;
  const risk = BlueprintBuilder.advanced({ name: "risk", direction })
    .addExitTrigger({
      name: "stop",
      priceExpr: entryPrice.sub(atr.mul(2)),
      orderStrategy: OrderStrategy.STOP_LOSS,
      priority: 1,
    })
    .addExitTrigger({
      name: "target",
      priceExpr: entryPrice.add(atr.mul(4)),
      orderStrategy: OrderStrategy.TAKE_PROFIT,
      priority: 2,
    })
    .build();
  return s.setBaseBlueprint(base).addAdvancedBlueprint(risk).build();
}

/** The crossover within hours and under an RSI filter; a second layer adds stop, target and trailing stop by the ATR. */
export function protectedCrossover(offset = 0): StrategyConfig {
  const s = new StrategyBuilder({ name: "protected", baseInstrument: "BENCH", baseFreq: freq });
  const fast = s.addIndicator(Indicator.SMA({ period: 10 }), { freq });
  const slow = s.addIndicator(Indicator.SMA({ period: 50 }), { freq });
  const rsi = s.addIndicator(Indicator.RSI({ period: 14 }), { freq });
  const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq });
  const hour = col("ts").dt.hour();
  const base = BlueprintBuilder.base({ name: "base", direction })
    .addEntryTrigger({
      name: "up",
      conditions: [fast.gt(slow.add(offset)), rsi.lt(70 + offset), hour.gtEq(1), hour.ltEq(21)],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "down",
      conditions: [fast.lt(slow.add(offset))],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  const { entryPrice, highestSinceEntry } = TradingContext.advancedEntry;
  const risk = BlueprintBuilder.advanced({ name: "risk", direction })
    .addExitTrigger({
      name: "stop",
      priceExpr: entryPrice.sub(atr.mul(2)),
      orderStrategy: OrderStrategy.STOP_LOSS,
      priority: 1,
    })
    .addExitTrigger({
      name: "target",
      priceExpr: entryPrice.add(atr.mul(4)),
      orderStrategy: OrderStrategy.TAKE_PROFIT,
      priority: 2,
    })
    .addExitTrigger({
      name: "trail",
      priceExpr: highestSinceEntry.sub(atr.mul(3)),
      orderStrategy: OrderStrategy.TRAILING_STOP,
      priority: 3,
    })
    .build();
  return s.setBaseBlueprint(base).addAdvancedBlueprint(risk).build({ volatilityIndicator: atr });
}
