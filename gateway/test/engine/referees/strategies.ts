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
import { type BooleanExpr, col, type NumberExpr, type Scope, when } from "tradepose-client/expr";

export type Side = "long" | "short";

const { base, advancedEntry } = TradingContext;
const { IMMEDIATE_ENTRY, IMMEDIATE_EXIT, STOP_LOSS, TAKE_PROFIT, TRAILING_STOP } = OrderStrategy;
const open = col("open");
const daily = { freq: Freq.DAY_1 };

const enterAtOpen = { name: "in", priceExpr: open, orderStrategy: IMMEDIATE_ENTRY } as const;
const exitAtOpen = { priceExpr: open, orderStrategy: IMMEDIATE_EXIT } as const;
const exitAtClose = { priceExpr: col("close"), orderStrategy: IMMEDIATE_EXIT } as const;

/** Keeps an entry signal in a position, which is ignored, from holding back an exit of the same bar. */
const isFlat = base.entryPrice.isNull();

const signOf = { long: 1, short: -1 } as const;
const directionOf = { long: TradeDirection.LONG, short: TradeDirection.SHORT } as const;

/** In at the open after the fast average crosses the slow one, out at the open after it crosses back. */
export function smaCross(side: Side): StrategyConfig {
  return crossing(side).build({ strict: true });
}

/** `smaCross` with a stop 3 % and a target 6 % from the entry. */
export function smaCrossWithStopAndTarget(side: Side): StrategyConfig {
  const { entryPrice } = advancedEntry;
  const sign = signOf[side];
  const levels = BlueprintBuilder.advanced({ name: "levels", direction: directionOf[side] })
    .addExitTrigger({
      name: "stop",
      priceExpr: entryPrice.mul(1 - sign * 0.03),
      orderStrategy: STOP_LOSS,
      priority: 1,
    })
    .addExitTrigger({
      name: "target",
      priceExpr: entryPrice.mul(1 + sign * 0.06),
      orderStrategy: TAKE_PROFIT,
      priority: 2,
    })
    .build();
  return crossing(side).addAdvancedBlueprint(levels).build({ strict: true });
}

/** `smaCross` with a stop 5 % behind the best price since the entry. */
export function smaCrossWithTrailingStop(side: Side): StrategyConfig {
  const best = side === "long" ? advancedEntry.highestSinceEntry : advancedEntry.lowestSinceEntry;
  const trailing = BlueprintBuilder.advanced({ name: "trailing", direction: directionOf[side] })
    .addExitTrigger({
      name: "stop",
      priceExpr: best.mul(1 - signOf[side] * 0.05),
      orderStrategy: TRAILING_STOP,
    })
    .build();
  return crossing(side).addAdvancedBlueprint(trailing).build({ strict: true });
}

function crossing(side: Side): StrategyBuilder {
  const strategy = new StrategyBuilder({ name: "sma-cross", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const fast = strategy.addIndicator(Indicator.SMA({ period: 10 }), daily);
  const slow = strategy.addIndicator(Indicator.SMA({ period: 50 }), daily);
  const up = fast.crossesAbove(slow);
  const down = fast.crossesBelow(slow);
  const [enter, leave] = side === "long" ? [up, down] : [down, up];
  return strategy.setBaseBlueprint(
    BlueprintBuilder.base({ name: "cross", direction: directionOf[side] })
      .addEntryTrigger({ ...enterAtOpen, conditions: [enter] })
      .addExitTrigger({ ...exitAtOpen, name: "out", conditions: [leave] })
      .build(),
  );
}

/**
 * In at the open after an RSI beyond 30 (short: 70), out at the open after it is back beyond 55 (45), with a stop 4 %
 * from the entry. The entry signal may still be on when the stop is hit, and then the next trade starts at the next
 * open. So the base position, which holds one trade, leaves with it: at the close of the bar that hit the stop.
 */
export function rsiWithStop(side: Side): StrategyConfig {
  const { strategy, enter, leave } = rsiSignals(side);
  return strategy
    .setBaseBlueprint(
      BlueprintBuilder.base({ name: "rsi", direction: directionOf[side] })
        .addEntryTrigger({ ...enterAtOpen, conditions: [enter, isFlat] })
        .addExitTrigger({ ...exitAtOpen, name: "out", conditions: [leave], priority: 1 })
        .addExitTrigger({
          ...exitAtClose,
          name: "stopped",
          conditions: [isStopHit(side, base.entryPrice)],
          priority: 2,
        })
        .build(),
    )
    .addAdvancedBlueprint(stopped("trade", side).build())
    .build({ strict: true });
}

/**
 * `rsiWithStop` where a stop may be hit on the entry bar, and the next trade start at the open after it. A base
 * position cannot close on its entry bar, so there it stays for that next trade, which a second blueprint makes.
 */
export function rsiWithStopOnEntryBar(side: Side): StrategyConfig {
  const { strategy, enter, leave } = rsiSignals(side);
  const isFirstBar = base.barsSinceEntry.eq(0);
  const wasStoppedOnFirstBar = base.barsSinceEntry.eq(1).and(isStopHit(side, open).shift(1));
  const entryOfTrade = when(isFirstBar.or(wasStoppedOnFirstBar)).then(open).otherwise(null).forwardFill();
  return strategy
    .setBaseBlueprint(
      BlueprintBuilder.base({ name: "rsi", direction: directionOf[side] })
        .addEntryTrigger({ ...enterAtOpen, conditions: [enter, isFlat] })
        .addExitTrigger({ ...exitAtOpen, name: "out", conditions: [leave], priority: 1 })
        .addExitTrigger({
          ...exitAtOpen,
          name: "stopped on the first bar",
          conditions: [wasStoppedOnFirstBar, enter.not()],
          priority: 1,
        })
        .addExitTrigger({
          ...exitAtClose,
          name: "stopped",
          conditions: [isStopHit(side, entryOfTrade)],
          priority: 2,
        })
        .build(),
    )
    .addAdvancedBlueprint(stopped("trade", side).build())
    .addAdvancedBlueprint(
      stopped("next trade", side)
        .addEntryTrigger({ ...enterAtOpen, conditions: [wasStoppedOnFirstBar, enter] })
        .build(),
    )
    .build({ strict: true });
}

function rsiSignals(side: Side): { strategy: StrategyBuilder; enter: BooleanExpr; leave: BooleanExpr } {
  const strategy = new StrategyBuilder({ name: "rsi", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const rsi = strategy.addIndicator(Indicator.RSI({ period: 14 }), daily);
  return side === "long"
    ? { strategy, enter: rsi.lt(30), leave: rsi.gt(55) }
    : { strategy, enter: rsi.gt(70), leave: rsi.lt(45) };
}

function stopped(name: string, side: Side): BlueprintBuilder<"advanced"> {
  return BlueprintBuilder.advanced({ name, direction: directionOf[side] }).addExitTrigger({
    name: "stop",
    priceExpr: stopLevel(side, advancedEntry.entryPrice),
    orderStrategy: STOP_LOSS,
  });
}

function isStopHit<S extends Scope>(side: Side, entry: NumberExpr<S>): BooleanExpr<S> {
  const level = stopLevel(side, entry);
  return side === "long" ? col("low").ltEq(level) : col("high").gtEq(level);
}

function stopLevel<S extends Scope>(side: Side, entry: NumberExpr<S>): NumberExpr<S> {
  return entry.mul(1 - signOf[side] * 0.04);
}
