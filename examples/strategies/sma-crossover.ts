import {
  BlueprintBuilder,
  col,
  Freq,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  TradeDirection,
} from "tradepose-client";

export interface SmaCrossoverOptions {
  readonly instrument: string;
  readonly fast?: number;
  readonly slow?: number;
}

/** Long while the fast average of closed bars is above the slow one; in and out at the next open. */
export function smaCrossover({ instrument, fast = 10, slow = 50 }: SmaCrossoverOptions) {
  const s = new StrategyBuilder({
    name: `sma-${fast}-${slow}`,
    baseInstrument: instrument,
    baseFreq: Freq.DAY_1,
  });
  const quick = s.addIndicator(Indicator.SMA({ period: fast }), { freq: Freq.DAY_1 });
  const calm = s.addIndicator(Indicator.SMA({ period: slow }), { freq: Freq.DAY_1 });

  const base = BlueprintBuilder.base({ name: "cross", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "above",
      conditions: [quick.gt(calm), quick.shift(1).ltEq(calm.shift(1))],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "below",
      conditions: [quick.lt(calm)],
      priceExpr: col("open"),
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  return s.setBaseBlueprint(base).build();
}
