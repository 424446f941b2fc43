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
import { StrategyConfigModel } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import ethTrend from "./fixtures/eth-trend.json" with { type: "json" };

/** The program that opens the README. */
function supertrend(): StrategyConfig {
  const s = new StrategyBuilder({ name: "supertrend", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1 });
  const rawAtr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: Freq.DAY_1, shift: 0 });
  const trend = s.addIndicator(Indicator.SuperTrend({ multiplier: 3, volatilityColumn: rawAtr }), {
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

describe("build", () => {
  it("writes a strategy as it travels", () => {
    const trend = "SP500_1D_ST|3.0x_SP500_1D_ATR|14_s0";
    const member = (column: string, name: string) => ({
      Function: { input: [{ Column: column }], function: { StructExpr: { FieldByName: name } } },
    });
    const binary = (left: unknown, op: string, right: unknown) => ({ BinaryExpr: { left, op, right } });
    const int = (value: number) => ({ Literal: { Dyn: { Int: value } } });
    const atr = { Column: "SP500_1D_ATR|14" };
    const trigger = { priority: 1, note: "", conditions: [] };
    const blueprint = { direction: "Long", trend_type: "Trend", entry_first: true, note: "" };
    const spec = { instrument: "SP500", freq: "1D", shift: 1 };
    expect(supertrend()).toEqual({
      name: "supertrend",
      base_instrument: "SP500",
      base_freq: "1D",
      note: "",
      volatility_indicator: atr,
      indicators: [
        { ...spec, indicator: { type: "ATR", period: 14 } },
        { ...spec, shift: 0, indicator: { type: "ATR", period: 14 } },
        {
          ...spec,
          indicator: {
            type: "SuperTrend",
            multiplier: 3,
            volatility_column: "SP500_1D_ATR|14_s0",
            high: "high",
            low: "low",
            close: "close",
          },
        },
      ],
      base_blueprint: {
        ...blueprint,
        name: "trend",
        entry_triggers: [
          {
            ...trigger,
            name: "up",
            order_strategy: "ImmediateEntry",
            conditions: [binary(member(trend, "direction"), "Eq", int(1))],
            price_expr: { Column: "open" },
          },
        ],
        exit_triggers: [
          {
            ...trigger,
            name: "down",
            order_strategy: "ImmediateExit",
            conditions: [binary(member(trend, "direction"), "Eq", int(-1))],
            price_expr: { Column: "open" },
          },
        ],
      },
      advanced_blueprints: [
        {
          ...blueprint,
          name: "risk",
          entry_triggers: [
            {
              ...trigger,
              name: "pullback",
              order_strategy: "FavorableDelayEntry",
              price_expr: binary(
                member("base_trading_context", "position_entry_price"),
                "Minus",
                binary(atr, "Multiply", { Literal: { Dyn: { Float: 0.3 } } }),
              ),
            },
          ],
          exit_triggers: [
            {
              ...trigger,
              name: "stop",
              order_strategy: "StopLoss",
              price_expr: binary(
                member("advanced_entry_trading_context", "position_entry_price"),
                "Minus",
                binary(atr, "Multiply", int(2)),
              ),
            },
          ],
        },
      ],
    });
  });

  it("gives plain frozen JSON that the contract's model accepts", () => {
    const strategy = supertrend();
    expect(StrategyConfigModel.parse(strategy)).toEqual(strategy);
    expect(JSON.parse(JSON.stringify(strategy))).toEqual(strategy);
    expectFrozen(strategy);
  });

  it("gives the same JSON for the same calls", () => {
    expect(JSON.stringify(supertrend())).toBe(JSON.stringify(supertrend()));
  });

  it("writes what another client of the platform would", () => {
    const s = new StrategyBuilder({ name: "eth_trend_demo", baseInstrument: "ETHUSDT", baseFreq: "1h" });
    const freq = Freq.HOUR_4;
    const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq });
    const rawAtr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq, shift: 0 });
    const ema = s.addIndicator(Indicator.EMA({ period: 50 }), { freq });
    const trend = s.addIndicator(Indicator.SuperTrend({ multiplier: 2.5, volatilityColumn: rawAtr }), {
      freq,
    });
    const own = TradingContext.advancedEntry;
    const strategy = s
      .setBaseBlueprint(
        BlueprintBuilder.base({ name: "base_long", direction: "Long" })
          .addEntryTrigger({
            name: "trend_up",
            conditions: [trend.direction.eq(1), col("open").gt(ema), col("ts").dt.hour().gtEq(2)],
            priceExpr: col("open"),
            orderStrategy: "ImmediateEntry",
          })
          .addExitTrigger({
            name: "trend_down",
            conditions: [trend.direction.eq(-1)],
            priceExpr: col("open"),
            orderStrategy: "ImmediateExit",
          })
          .build(),
      )
      .addAdvancedBlueprint(
        BlueprintBuilder.advanced({ name: "pullback_risk", direction: "Long" })
          .addEntryTrigger({
            name: "pullback",
            priceExpr: TradingContext.base.entryPrice.sub(atr.mul(0.3)),
            orderStrategy: "FavorableDelayEntry",
          })
          .addExitTrigger({
            name: "stop",
            priceExpr: own.entryPrice.sub(atr.mul(1.5)),
            orderStrategy: "StopLoss",
          })
          .addExitTrigger({
            name: "target",
            priceExpr: own.entryPrice.add(atr.mul(4)),
            orderStrategy: "TakeProfit",
            priority: 2,
          })
          .addExitTrigger({
            name: "trail",
            conditions: [own.highestSinceEntry.gt(own.entryPrice.add(atr.mul(2)))],
            priceExpr: own.highestSinceEntry.sub(atr.mul(2)),
            orderStrategy: "TrailingStop",
            priority: 3,
          })
          .addExitTrigger({
            name: "timeout",
            conditions: [own.barsInPosition.gt(240)],
            priceExpr: col("open"),
            orderStrategy: "TimeoutExit",
            priority: 4,
          })
          .build(),
      )
      .build({ volatilityIndicator: atr, note: "worked example" });
    expect(strategy).toEqual(ethTrend);
  });

  it("keeps indicators in the order of the calls, the same one twice included", () => {
    const s = new StrategyBuilder({ name: "twice", baseInstrument: "A", baseFreq: "1h" });
    const first = s.addIndicator(Indicator.RSI(), { freq: "1h" });
    const second = s.addIndicator(Indicator.RSI(), { freq: "1h" });
    s.addIndicator(Indicator.RSI(), { freq: "1h", instrument: "B" });
    expect(second.equals(first)).toBe(true);
    const { indicators } = s.setBaseBlueprint(alwaysIn()).build();
    expect(indicators?.map(({ instrument }) => instrument)).toEqual(["A", "A", "B"]);
  });

  it("may be called again after more was added", () => {
    const s = new StrategyBuilder({ name: "grows", baseInstrument: "A", baseFreq: "1h" }).setBaseBlueprint(
      alwaysIn(),
    );
    const before = s.build();
    s.addIndicator(Indicator.RSI(), { freq: "1h" });
    expect(before.indicators).toEqual([]);
    expect(s.build().indicators).toHaveLength(1);
  });
});

function alwaysIn() {
  return BlueprintBuilder.base({ name: "in", direction: "Long" })
    .addEntryTrigger({ name: "in", priceExpr: col("open"), orderStrategy: "ImmediateEntry" })
    .build();
}

function expectFrozen(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  expect(Object.isFrozen(value)).toBe(true);
  Object.values(value).forEach(expectFrozen);
}
