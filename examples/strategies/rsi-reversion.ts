import {
  BlueprintBuilder,
  col,
  Freq,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  TradeDirection,
  TrendType,
} from "tradepose-client";

export interface RsiReversionOptions {
  readonly instrument: string;
  readonly period?: number;
  readonly oversold?: number;
  readonly recovered?: number;
}

/** Buys weakness: in when the RSI of closed bars is oversold, out when it has recovered. */
export function rsiReversion({
  instrument,
  period = 14,
  oversold = 30,
  recovered = 55,
}: RsiReversionOptions) {
  const s = new StrategyBuilder({ name: `rsi-${period}`, baseInstrument: instrument, baseFreq: Freq.DAY_1 });
  const rsi = s.addIndicator(Indicator.RSI({ period }), { freq: Freq.DAY_1 });

  const base = BlueprintBuilder.base({
    name: "reversion",
    direction: TradeDirection.LONG,
    trendType: TrendType.REVERSAL,
  })
    .addEntryTrigger({
      name: "oversold",
      conditions: [rsi.lt(oversold)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "recovered",
      conditions: [rsi.gt(recovered)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  return s.setBaseBlueprint(base).build();
}
