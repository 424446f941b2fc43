import {
  BlueprintBuilder,
  describe,
  Freq,
  Indicator,
  lint,
  MarketProfileAnchor,
  OrderStrategy,
  PortfolioBuilder,
  profileShapeConfig,
  StrategyBuilder,
  StrategyRegistry,
  sweep,
  TradeDirection,
  TradingContext,
  toJSON,
} from "tradepose-client/builder";
import { col, equalExpr, maxHorizontal, readExpr, when, writeExpr } from "tradepose-client/expr";

/** What page and Node must agree on: strategies, what is said of them, expressions read back, and refusals. */
export function answers(): Record<string, unknown> {
  const json = JSON.stringify(writeExpr(vocabulary()));
  const made = strategy();
  const family = sweep({ multiplier: [2, 3], risk: [1, 1.5, 2] }, strategy);
  return {
    strategy: toJSON(made),
    described: describe(made),
    warnings: lint(strategy({ looksAhead: true })),
    family: family.table(),
    portfolio: new PortfolioBuilder({ name: "all", registry: new StrategyRegistry(family.strategies) })
      .select("supertrend(multiplier=2,risk=1.5)", "risk")
      .setCapital(10_000, "USD")
      .setAccountSource("BINANCE")
      .build(),
    expression: json,
    printed: vocabulary().toString(),
    readBack: equalExpr(readExpr(JSON.parse(json)), vocabulary().node),
    refusals: [
      refusal(() => readExpr({ Column: 1 })),
      refusal(() => MarketProfileAnchor.daily({ end: "9:30" })),
      refusal(() => strategy({ looksAhead: true, strict: true })),
    ],
  };
}

/** An expression with a word of every sort. */
function vocabulary() {
  const [close, ts] = [col("close"), col("ts")];
  const day = ts.dt.convertTimeZone("Asia/Taipei").dt.date();
  const score = close.sub(close.rollingMean(20)).div(close.rollingStd(20, { ddof: 0 }));
  return when(ts.timeBetween("09:30", "16:00", "America/New_York"))
    .then(score.ewmMean({ span: 5 }))
    .when(close.crossesAbove(col("high").highest(20).shift(1)))
    .then(col("open").first().over(day).fillNull(0).round(2))
    .otherwise(maxHorizontal(close, col("open").cumMax()).mul(1e-9));
}

interface Options {
  readonly multiplier?: number;
  readonly risk?: number;
  readonly looksAhead?: boolean;
  readonly strict?: boolean;
}

function strategy({ multiplier = 3, risk = 2, looksAhead = false, strict = false }: Options = {}) {
  const s = new StrategyBuilder({ name: "supertrend", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1 });
  const raw = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1, shift: 0 });
  const trend = s.addIndicator(Indicator.SuperTrend({ multiplier, volatilityColumn: raw }), {
    freq: Freq.DAY_1,
  });
  const anchorConfig = MarketProfileAnchor.initialBalance({ start: "09:30", end: "10:30" });
  const profile = s.addIndicator(
    Indicator.MarketProfile({ anchorConfig, tickSize: 0.25, shapeConfig: profileShapeConfig() }),
    { freq: Freq.MIN_30 },
  );
  const base = BlueprintBuilder.base({ name: "trend", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "up",
      conditions: [
        trend.direction.eq(1),
        col("open").gt(profile.poc.forwardFill()),
        looksAhead ? col("close").isRising(3) : col("close").shift(1).isRising(3),
      ],
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
  const managed = BlueprintBuilder.advanced({ name: "risk", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "pullback",
      priceExpr: TradingContext.base.entryPrice.sub(atr.mul(0.3)),
      orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY,
    })
    .addExitTrigger({
      name: "stop",
      priceExpr: TradingContext.advancedEntry.entryPrice.sub(atr.mul(risk)),
      orderStrategy: OrderStrategy.STOP_LOSS,
    })
    .build();
  return s.setBaseBlueprint(base).addAdvancedBlueprint(managed).build({ volatilityIndicator: atr, strict });
}

function refusal(attempt: () => unknown): string {
  try {
    attempt();
  } catch (error) {
    const { name, message, code } = error as Error & { code?: string };
    return `${name} ${code}: ${message}`;
  }
  throw new Error("what must be refused was not");
}
