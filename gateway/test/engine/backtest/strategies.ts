import {
  BlueprintBuilder,
  Freq,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  type StrategyConfig,
  TradeDirection,
  type TradedDirection,
  TradingContext,
} from "tradepose-client/builder";
import { col, type NumberExpr } from "tradepose-client/expr";

const open = col("open");
const place = { freq: Freq.DAY_1 };

export type Side = "long" | "short";

/** In the market while the fast average is on the right side of the slow one, by the bar before. */
export function smaCrossover(name: string, fast: number, slow: number, side: Side): StrategyConfig {
  const strategy = new StrategyBuilder({ name, baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const base = crossover(strategy, fast, slow, side);
  return strategy.setBaseBlueprint(base).build();
}

export type Levels =
  | { readonly of: "price"; readonly stop: number; readonly target: number }
  | { readonly of: "atr"; readonly period: number; readonly stop: number; readonly target: number };

/** The crossover with a stop and a target in an advanced blueprint that enters with the base. */
export function stopAndTarget(
  name: string,
  { fast, slow, side, levels }: { fast: number; slow: number; side: Side; levels: Levels },
): StrategyConfig {
  const strategy = new StrategyBuilder({ name, baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const base = crossover(strategy, fast, slow, side);
  const entry = TradingContext.advancedEntry.entryPrice;
  const sign = side === "long" ? 1 : -1;
  const atr =
    levels.of === "atr" ? strategy.addIndicator(Indicator.ATR({ period: levels.period }), place) : undefined;
  const away = (distance: number): NumberExpr<"only in an advanced blueprint"> =>
    atr === undefined ? entry.mul(1 + distance) : entry.add(atr.mul(distance));
  const risk = BlueprintBuilder.advanced({ name: "risk", direction: directionOf(side) })
    .addExitTrigger({
      name: "stop",
      priceExpr: away(-sign * levels.stop),
      orderStrategy: OrderStrategy.STOP_LOSS,
      priority: 1,
    })
    .addExitTrigger({
      name: "target",
      priceExpr: away(sign * levels.target),
      orderStrategy: OrderStrategy.TAKE_PROFIT,
      priority: 2,
    })
    .build();
  return strategy
    .setBaseBlueprint(base)
    .addAdvancedBlueprint(risk)
    .build(atr === undefined ? {} : { volatilityIndicator: atr });
}

function crossover(strategy: StrategyBuilder, fast: number, slow: number, side: Side) {
  const quick = strategy.addIndicator(Indicator.SMA({ period: fast }), place);
  const calm = strategy.addIndicator(Indicator.SMA({ period: slow }), place);
  const above = quick.gt(calm);
  const below = quick.lt(calm);
  return BlueprintBuilder.base({ name: "base", direction: directionOf(side) })
    .addEntryTrigger({
      name: "in",
      conditions: [side === "long" ? above : below],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "out",
      conditions: [side === "long" ? below : above],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
}

function directionOf(side: Side): TradedDirection {
  return side === "long" ? TradeDirection.LONG : TradeDirection.SHORT;
}
