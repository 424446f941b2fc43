import {
  BlueprintBuilder,
  Freq,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  TradeDirection,
  TradingContext,
} from "tradepose-client/builder";
import { col, equalExpr, maxHorizontal, readExpr, when, writeExpr } from "tradepose-client/expr";

/** What page and Node must agree on: a strategy, an expression read back from its JSON, and a refusal. */
export function answers(): Record<string, unknown> {
  const close = col("close");
  const zone = col("ts").dt.convertTimeZone("Asia/Taipei");
  const expression = when(zone.dt.hour().isIn([9, 10]))
    .then(close.shift(1))
    .otherwise(maxHorizontal(close, col("open")).mul(1e-9));
  const json = JSON.stringify(writeExpr(expression));
  return {
    strategy: JSON.stringify(strategy()),
    expression: json,
    readBack: equalExpr(readExpr(JSON.parse(json)), expression.node),
    refusal: refusal(() => readExpr({ Column: 1 })),
  };
}

function strategy() {
  const s = new StrategyBuilder({ name: "supertrend", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1 });
  const raw = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1, shift: 0 });
  const trend = s.addIndicator(Indicator.SuperTrend({ multiplier: 3, volatilityColumn: raw }), {
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
  const risk = BlueprintBuilder.advanced({ name: "risk", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "pullback",
      priceExpr: TradingContext.base.entryPrice.sub(atr.mul(0.3)),
      orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY,
    })
    .addExitTrigger({
      name: "stop",
      priceExpr: TradingContext.advancedEntry.entryPrice.sub(atr.mul(2)),
      orderStrategy: OrderStrategy.STOP_LOSS,
    })
    .build();
  return s.setBaseBlueprint(base).addAdvancedBlueprint(risk).build({ volatilityIndicator: atr });
}

function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    return `${name} ${code}: ${message}`;
  }
  return "none";
}
