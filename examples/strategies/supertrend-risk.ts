import {
  BlueprintBuilder,
  col,
  Freq,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  TradeDirection,
  TradingContext,
} from "tradepose-client";

export interface SuperTrendRiskOptions {
  readonly instrument: string;
  readonly multiplier?: number;
}

/** Follows the SuperTrend; a second layer waits for a pullback and manages the risk in units of the ATR. */
export function superTrendRisk({ instrument, multiplier = 3 }: SuperTrendRiskOptions) {
  const s = new StrategyBuilder({ name: "supertrend", baseInstrument: instrument, baseFreq: Freq.DAY_1 });
  const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1 });
  const rawAtr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1, shift: 0 });
  const trend = s.addIndicator(Indicator.SuperTrend({ multiplier, volatilityColumn: rawAtr }), {
    freq: Freq.DAY_1,
  });

  const base = BlueprintBuilder.base({ name: "trend", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "up",
      conditions: [trend.direction.eq(1)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "down",
      conditions: [trend.direction.eq(-1)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();

  const position = TradingContext.advancedEntry;
  const risk = BlueprintBuilder.advanced({ name: "pullback-risk", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "pullback",
      priceExpr: TradingContext.base.entryPrice.sub(atr.mul(0.3)),
      orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY,
    })
    .addExitTrigger({
      name: "stop",
      priceExpr: position.entryPrice.sub(atr.mul(2)),
      orderStrategy: OrderStrategy.STOP_LOSS,
      priority: 1,
    })
    .addExitTrigger({
      name: "target",
      priceExpr: position.entryPrice.add(atr.mul(6)),
      orderStrategy: OrderStrategy.TAKE_PROFIT,
      priority: 2,
    })
    .addExitTrigger({
      name: "trail",
      conditions: [position.highestSinceEntry.gt(position.entryPrice.add(atr.mul(2)))],
      priceExpr: position.highestSinceEntry.sub(atr.mul(2.5)),
      orderStrategy: OrderStrategy.TRAILING_STOP,
      priority: 3,
    })
    .addExitTrigger({
      name: "timeout",
      conditions: [position.barsSinceEntry.gt(60)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.TIMEOUT_EXIT,
      priority: 4,
    })
    .build();
  return s.setBaseBlueprint(base).addAdvancedBlueprint(risk).build({ volatilityIndicator: atr });
}
