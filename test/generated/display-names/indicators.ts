import type { IndicatorHandle } from "../../../src/generated/indicator-runtime.ts";
import { Indicator } from "../../../src/generated/indicators.ts";
import { btc, eth, type NameRule, nowhere } from "./rule.ts";

/** An ATR as others refer to it: with shift 0. */
const rawAtr: IndicatorHandle = Indicator.ATR({ period: 21 }).handle({
  ...btc,
  shift: 0,
  indicator: Indicator.ATR({ period: 21 }).config,
});

const superTrend = (multiplier: number, volatilityColumn: string | IndicatorHandle = "ATR|14") =>
  Indicator.SuperTrend({ multiplier, volatilityColumn }).config;
const atrQuantile = (quantile: number) =>
  Indicator.AtrQuantile({ atrColumn: "ATR|14", window: 50, quantile }).config;
const bands = (numStd: number) => Indicator.BollingerBands({ numStd }).config;

/** Short names of all indicators but the market profile. */
export const indicatorRules: readonly NameRule[] = [
  {
    rule: "SMA|{period}.{column}, and EMA, SMMA and WMA likewise",
    names: [
      [Indicator.SMA({ period: 1 }).config, eth, "ETHUSDT_4h_SMA|1.close"],
      [Indicator.SMA({ period: 200, column: "open" }).config, eth, "ETHUSDT_4h_SMA|200.open"],
      [Indicator.SMA({ period: 20, column: "high" }).config, eth, "ETHUSDT_4h_SMA|20.high"],
      [Indicator.SMA({ period: 20, column: "low" }).config, eth, "ETHUSDT_4h_SMA|20.low"],
      [Indicator.SMA({ period: 20, column: "volume" }).config, eth, "ETHUSDT_4h_SMA|20.volume"],
      [{ type: "SMA", period: 20, column: null }, eth, "ETHUSDT_4h_SMA|20.close"],
      [Indicator.EMA({ period: 50 }).config, eth, "ETHUSDT_4h_EMA|50.close"],
      [Indicator.EMA({ period: 9, column: "volume" }).config, eth, "ETHUSDT_4h_EMA|9.volume"],
      [Indicator.SMMA({ period: 14 }).config, eth, "ETHUSDT_4h_SMMA|14.close"],
      [Indicator.SMMA({ period: 7, column: "low" }).config, eth, "ETHUSDT_4h_SMMA|7.low"],
      [Indicator.WMA({ period: 30 }).config, eth, "ETHUSDT_4h_WMA|30.close"],
      [Indicator.WMA({ period: 7, column: "open" }).config, eth, "ETHUSDT_4h_WMA|7.open"],
    ],
  },
  {
    rule: "ATR|{period}",
    names: [
      [Indicator.ATR({ period: 14 }).config, eth, "ETHUSDT_4h_ATR|14"],
      [Indicator.ATR({ period: 14 }).config, { ...eth, shift: 0 }, "ETHUSDT_4h_ATR|14_s0"],
      [Indicator.ATR({ period: 100 }).config, nowhere, "1h_ATR|100"],
    ],
  },
  {
    rule: "ATRQ|{atr_column}_Q{quantile}_{window}: the quantile in per cent, cut off after the binary product",
    names: [
      [atrQuantile(0.5), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q50_50"],
      [atrQuantile(0.29), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q28_50"],
      [atrQuantile(0.57), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q56_50"],
      [atrQuantile(0.58), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q57_50"],
      [atrQuantile(0.07), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q7_50"],
      [atrQuantile(0.56), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q56_50"],
      [atrQuantile(0.01), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q1_50"],
      [atrQuantile(0.99), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q99_50"],
      [atrQuantile(0.999), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q99_50"],
      [atrQuantile(0.005), eth, "ETHUSDT_4h_ATRQ|ATR|14_Q0_50"],
      [
        Indicator.AtrQuantile({ atrColumn: rawAtr, window: 252, quantile: 0.95 }).config,
        btc,
        "BTCUSDT_1D_ATRQ|BTCUSDT_1D_ATR|21_s0_Q95_252",
      ],
    ],
  },
  {
    rule: "ST|{multiplier}x_{volatility_column}: the multiplier as Python writes a float",
    names: [
      [superTrend(3), eth, "ETHUSDT_4h_ST|3.0x_ATR|14"],
      [superTrend(2.5), eth, "ETHUSDT_4h_ST|2.5x_ATR|14"],
      [superTrend(0.1 + 0.2), eth, "ETHUSDT_4h_ST|0.30000000000000004x_ATR|14"],
      [superTrend(1 / 3), eth, "ETHUSDT_4h_ST|0.3333333333333333x_ATR|14"],
      [superTrend(100), eth, "ETHUSDT_4h_ST|100.0x_ATR|14"],
      [superTrend(1_000_000), eth, "ETHUSDT_4h_ST|1000000.0x_ATR|14"],
      [superTrend(123456.789), eth, "ETHUSDT_4h_ST|123456.789x_ATR|14"],
      [superTrend(0.0001), eth, "ETHUSDT_4h_ST|0.0001x_ATR|14"],
      [superTrend(0.00009999), eth, "ETHUSDT_4h_ST|9.999e-05x_ATR|14"],
      [superTrend(0.00001), eth, "ETHUSDT_4h_ST|1e-05x_ATR|14"],
      [superTrend(1.5e-10), eth, "ETHUSDT_4h_ST|1.5e-10x_ATR|14"],
      [superTrend(5e-324), eth, "ETHUSDT_4h_ST|5e-324x_ATR|14"],
      [superTrend(1e15), eth, "ETHUSDT_4h_ST|1000000000000000.0x_ATR|14"],
      [superTrend(9999999999999998), eth, "ETHUSDT_4h_ST|9999999999999998.0x_ATR|14"],
      [superTrend(1e16), eth, "ETHUSDT_4h_ST|1e+16x_ATR|14"],
      [superTrend(123456789012345680), eth, "ETHUSDT_4h_ST|1.2345678901234568e+17x_ATR|14"],
      [superTrend(1e22), eth, "ETHUSDT_4h_ST|1e+22x_ATR|14"],
      [superTrend(1e100), eth, "ETHUSDT_4h_ST|1e+100x_ATR|14"],
      [superTrend(Number.MAX_VALUE), eth, "ETHUSDT_4h_ST|1.7976931348623157e+308x_ATR|14"],
      [superTrend(3, rawAtr), btc, "BTCUSDT_1D_ST|3.0x_BTCUSDT_1D_ATR|21_s0"],
      [superTrend(3, rawAtr), { ...btc, shift: 0 }, "BTCUSDT_1D_ST|3.0x_BTCUSDT_1D_ATR|21_s0_s0"],
      [superTrend(3, "own_volatility"), nowhere, "1h_ST|3.0x_own_volatility"],
    ],
  },
  {
    rule: "MACD|{fast_period}_{slow_period}_{signal_period}",
    names: [
      [Indicator.MACD().config, eth, "ETHUSDT_4h_MACD|12_26_9"],
      [
        Indicator.MACD({ fastPeriod: 5, slowPeriod: 35, signalPeriod: 7 }).config,
        eth,
        "ETHUSDT_4h_MACD|5_35_7",
      ],
      [Indicator.MACD({ slowPeriod: 52 }).config, eth, "ETHUSDT_4h_MACD|12_52_9"],
      [{ type: "MACD" }, eth, "ETHUSDT_4h_MACD|12_26_9"],
      [{ type: "MACD", fast_period: null, signal_period: 5 }, eth, "ETHUSDT_4h_MACD|12_26_5"],
    ],
  },
  {
    rule: "ADX|{period}",
    names: [
      [Indicator.ADX().config, eth, "ETHUSDT_4h_ADX|14"],
      [Indicator.ADX({ period: 7 }).config, eth, "ETHUSDT_4h_ADX|7"],
      [{ type: "ADX", period: null }, eth, "ETHUSDT_4h_ADX|14"],
    ],
  },
  {
    rule: "RSI|{period}.{column}",
    names: [
      [Indicator.RSI().config, eth, "ETHUSDT_4h_RSI|14.close"],
      [Indicator.RSI({ period: 2, column: "low" }).config, eth, "ETHUSDT_4h_RSI|2.low"],
      [{ type: "RSI" }, eth, "ETHUSDT_4h_RSI|14.close"],
    ],
  },
  {
    rule: "CCI|{period}",
    names: [
      [Indicator.CCI().config, eth, "ETHUSDT_4h_CCI|20"],
      [Indicator.CCI({ period: 13 }).config, eth, "ETHUSDT_4h_CCI|13"],
      [{ type: "CCI", period: null }, eth, "ETHUSDT_4h_CCI|20"],
    ],
  },
  {
    rule: "STOCH|{k_period}_{d_period}",
    names: [
      [Indicator.Stochastic().config, eth, "ETHUSDT_4h_STOCH|14_3"],
      [Indicator.Stochastic({ kPeriod: 5, dPeriod: 2 }).config, eth, "ETHUSDT_4h_STOCH|5_2"],
      [{ type: "Stochastic", d_period: 1 }, eth, "ETHUSDT_4h_STOCH|14_1"],
    ],
  },
  {
    rule: "BB|{period}_{num_std}: the width as Python writes a float",
    names: [
      [Indicator.BollingerBands().config, eth, "ETHUSDT_4h_BB|20_2.0"],
      [Indicator.BollingerBands({ period: 10, numStd: 1.5 }).config, eth, "ETHUSDT_4h_BB|10_1.5"],
      [bands(3), eth, "ETHUSDT_4h_BB|20_3.0"],
      [bands(2 / 3), eth, "ETHUSDT_4h_BB|20_0.6666666666666666"],
      [bands(0.1 + 0.2), eth, "ETHUSDT_4h_BB|20_0.30000000000000004"],
      [bands(0.00001), eth, "ETHUSDT_4h_BB|20_1e-05"],
      [bands(1e16), eth, "ETHUSDT_4h_BB|20_1e+16"],
      [bands(1e22), eth, "ETHUSDT_4h_BB|20_1e+22"],
      [{ type: "BollingerBands", num_std: null }, eth, "ETHUSDT_4h_BB|20_2.0"],
    ],
  },
  {
    rule: "{column}: RawOhlcv is its column alone",
    names: [
      [Indicator.RawOhlcv({ column: "open" }).config, btc, "BTCUSDT_1D_open"],
      [Indicator.RawOhlcv({ column: "high" }).config, btc, "BTCUSDT_1D_high"],
      [Indicator.RawOhlcv({ column: "low" }).config, { ...btc, shift: 0 }, "BTCUSDT_1D_low_s0"],
      [Indicator.RawOhlcv({ column: "close" }).config, { ...btc, shift: 2 }, "BTCUSDT_1D_close_s2"],
      [Indicator.RawOhlcv({ column: "volume" }).config, nowhere, "1h_volume"],
    ],
  },
];
