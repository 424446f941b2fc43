import { Indicator } from "../../../src/generated/indicators.ts";
import { daily, eth, type NameRule, profile } from "./rule.ts";

/** Names that other indicators have too. */
export const collisions: NameRule = {
  rule: "parameters beside those of the short name leave no trace, `fields` never does",
  names: [
    [Indicator.MACD({ column: "open" }).config, eth, "ETHUSDT_4h_MACD|12_26_9"],
    [Indicator.MACD({ fields: ["histogram"] }).config, eth, "ETHUSDT_4h_MACD|12_26_9"],
    [Indicator.ADX({ fields: ["plus_di", "minus_di"] }).config, eth, "ETHUSDT_4h_ADX|14"],
    [Indicator.Stochastic({ fields: ["k"] }).config, eth, "ETHUSDT_4h_STOCH|14_3"],
    [Indicator.BollingerBands({ column: "high" }).config, eth, "ETHUSDT_4h_BB|20_2.0"],
    [Indicator.BollingerBands({ fields: ["bandwidth"] }).config, eth, "ETHUSDT_4h_BB|20_2.0"],
    [
      Indicator.SuperTrend({ multiplier: 3, volatilityColumn: "ATR|14", high: "close", low: "close" }).config,
      eth,
      "ETHUSDT_4h_ST|3.0x_ATR|14",
    ],
    [
      Indicator.SuperTrend({ multiplier: 3, volatilityColumn: "ATR|14", fields: ["direction"] }).config,
      eth,
      "ETHUSDT_4h_ST|3.0x_ATR|14",
    ],
    [profile(daily(9, 15), 1, 0.25, { valueAreaPct: 0.8 }), eth, "ETHUSDT_4h_MP|0915_1_0.25"],
    [profile(daily(9, 15), 1, 0.25, { fields: ["poc"] }), eth, "ETHUSDT_4h_MP|0915_1_0.25"],
    [
      profile(daily(9, 15), 1, 0.25, { shapeConfig: { early_period_ratio: 0.2 } }),
      eth,
      "ETHUSDT_4h_MP|0915_1_0.25",
    ],
    [
      Indicator.MarketProfile({
        anchorConfig: { end_rule: daily(10, 0), start_rule: daily(9, 0), lookback_days: 0 },
        tickSize: 0.25,
      }).config,
      eth,
      "ETHUSDT_4h_MP|1000_0_0.25",
    ],
  ],
};
