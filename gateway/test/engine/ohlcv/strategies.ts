import {
  BlueprintBuilder,
  Freq,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  type StrategyConfig,
  TradeDirection,
  TradingContext,
} from "tradepose-client/builder";
import { col } from "tradepose-client/expr";

const open = col("open");
const close = col("close");
const baseContext = TradingContext.base;
const own = TradingContext.advancedEntry;
const hourly = { freq: Freq.HOUR_1 };

/**
 * A strategy of every order: the base is in the market from a rise to a fall of the open, `entryFirst` as given, with a
 * price that is sometimes off the bar; `risk` enters with it and has all kinds of exits; `pullback` waits with a limit
 * and an immediate order, `breakout` with a stop.
 */
export function everyOrder(side: "long" | "short", entryFirst: boolean): StrategyConfig {
  const isLong = side === "long";
  const direction = isLong ? TradeDirection.LONG : TradeDirection.SHORT;
  const sign = isLong ? 1 : -1;
  const strategy = new StrategyBuilder({ name: "every order", baseInstrument: "X", baseFreq: Freq.HOUR_1 });
  const mean = strategy.addIndicator(Indicator.SMA({ period: 3 }), hourly);
  const stochastic = strategy.addIndicator(Indicator.Stochastic({ kPeriod: 5, dPeriod: 3 }), hourly);
  const rising = open.gt(mean);
  const falling = open.lt(mean);
  const base = BlueprintBuilder.base({ name: "base", direction, entryFirst })
    .addEntryTrigger({
      name: "in",
      conditions: [rising],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
      priority: 2,
    })
    .addEntryTrigger({
      name: "in",
      conditions: [falling],
      priceExpr: mean.add(1),
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "out",
      conditions: [falling],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .addExitTrigger({
      name: "late",
      conditions: [baseContext.barsSinceEntry.gt(4)],
      priceExpr: close,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  const risk = BlueprintBuilder.advanced({ name: "risk", direction })
    .addExitTrigger({
      name: "stop",
      priceExpr: own.entryPrice.sub(sign * 2),
      orderStrategy: OrderStrategy.STOP_LOSS,
    })
    .addExitTrigger({
      name: "trail",
      priceExpr: (isLong ? own.highestSinceEntry : own.lowestSinceEntry).sub(sign * 1.5),
      orderStrategy: OrderStrategy.TRAILING_STOP,
    })
    .addExitTrigger({
      name: "target",
      priceExpr: own.entryPrice.add(sign * 3),
      orderStrategy: OrderStrategy.TAKE_PROFIT,
    })
    .addExitTrigger({
      name: "time",
      conditions: [own.barsSinceEntry.gt(3)],
      priceExpr: close,
      orderStrategy: OrderStrategy.TIMEOUT_EXIT,
    })
    .build();
  const pullback = BlueprintBuilder.advanced({ name: "pullback", direction })
    .addEntryTrigger({
      name: "limit",
      priceExpr: baseContext.entryPrice.sub(sign * 3),
      orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY,
    })
    .addEntryTrigger({
      name: "now",
      conditions: [baseContext.barsSinceEntry.gt(0)],
      priceExpr: mean.add(2),
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "stop",
      priceExpr: own.entryPrice.sub(sign * 2),
      orderStrategy: OrderStrategy.STOP_LOSS,
    })
    .build();
  const breakout = BlueprintBuilder.advanced({ name: "breakout", direction })
    .addEntryTrigger({
      name: "stop",
      conditions: [stochastic.k.gt(20)],
      priceExpr: baseContext.entryPrice.add(sign),
      orderStrategy: OrderStrategy.ADVERSE_DELAY_ENTRY,
    })
    .addExitTrigger({
      name: "target",
      priceExpr: own.entryPrice.add(sign * 2),
      orderStrategy: OrderStrategy.TAKE_PROFIT,
    })
    .build();
  return strategy
    .setBaseBlueprint(base)
    .addAdvancedBlueprint(risk)
    .addAdvancedBlueprint(pullback)
    .addAdvancedBlueprint(breakout)
    .build();
}

/** In at an open of 102 after a rise, out at one of 98 after a fall; a limit 1 below the base entry, a stop 2 below that. */
export function limitAndStop(): StrategyConfig {
  const base = BlueprintBuilder.base({ name: "base", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "in",
      conditions: [open.eq(102), open.gt(close.shift(1))],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "out",
      conditions: [open.eq(98), close.shift(1).eq(98), close.shift(2).eq(101)],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  const limit = BlueprintBuilder.advanced({ name: "limit", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "limit",
      priceExpr: baseContext.entryPrice.sub(1),
      orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY,
    })
    .addExitTrigger({
      name: "stop",
      priceExpr: own.entryPrice.sub(2),
      orderStrategy: OrderStrategy.STOP_LOSS,
    })
    .build();
  return new StrategyBuilder({ name: "limit and stop", baseInstrument: "X", baseFreq: Freq.HOUR_1 })
    .setBaseBlueprint(base)
    .addAdvancedBlueprint(limit)
    .build();
}
