import { Freq } from "../../../src/generated/enums.ts";
import { Indicator } from "../../../src/generated/indicators.ts";
import { eth, type NameRule } from "./rule.ts";

const sma = Indicator.SMA({ period: 20 }).config;

/** Where an indicator stands. */
export const placeRules: readonly NameRule[] = [
  {
    rule: "the name is [instrument_]freq_shortName[_sShift]",
    names: [
      [sma, { instrument: "SP500", freq: Freq.MIN_1 }, "SP500_1min_SMA|20.close"],
      [sma, { instrument: "SP500", freq: Freq.MIN_5 }, "SP500_5min_SMA|20.close"],
      [sma, { instrument: "SP500", freq: Freq.MIN_15 }, "SP500_15min_SMA|20.close"],
      [sma, { instrument: "SP500", freq: Freq.MIN_30 }, "SP500_30min_SMA|20.close"],
      [sma, { instrument: "SP500", freq: Freq.HOUR_1 }, "SP500_1h_SMA|20.close"],
      [sma, { instrument: "SP500", freq: Freq.HOUR_4 }, "SP500_4h_SMA|20.close"],
      [sma, { instrument: "SP500", freq: Freq.DAY_1 }, "SP500_1D_SMA|20.close"],
      [sma, { instrument: "SP500", freq: Freq.WEEK_1 }, "SP500_1W_SMA|20.close"],
      [sma, { instrument: "SP500", freq: Freq.MONTH_1 }, "SP500_1M_SMA|20.close"],
    ],
  },
  {
    rule: "the instrument stands there unless it is null, as it is written",
    names: [
      [sma, { freq: "1h" }, "1h_SMA|20.close"],
      [sma, { instrument: null, freq: "1h" }, "1h_SMA|20.close"],
      [sma, { instrument: "", freq: "1h" }, "_1h_SMA|20.close"],
      [
        sma,
        { instrument: "US100.cash_M15_FTMO_FUTURE", freq: "1h" },
        "US100.cash_M15_FTMO_FUTURE_1h_SMA|20.close",
      ],
      [sma, { instrument: "TXF_M1_SHIOAJI_FUTURE", freq: "1h" }, "TXF_M1_SHIOAJI_FUTURE_1h_SMA|20.close"],
      [sma, { instrument: "BRK.B", freq: "1h" }, "BRK.B_1h_SMA|20.close"],
      [sma, { instrument: "ES=F", freq: "1h" }, "ES=F_1h_SMA|20.close"],
      [sma, { instrument: "^GSPC", freq: "1h" }, "^GSPC_1h_SMA|20.close"],
      [sma, { instrument: "EUR/USD", freq: "1h" }, "EUR/USD_1h_SMA|20.close"],
      [sma, { instrument: "S&P 500", freq: "1h" }, "S&P 500_1h_SMA|20.close"],
      [sma, { instrument: "A|B", freq: "1h" }, "A|B_1h_SMA|20.close"],
      [sma, { instrument: "台積電", freq: "1h" }, "台積電_1h_SMA|20.close"],
      [sma, { instrument: 'quo"te\\', freq: "1h" }, 'quo"te\\_1h_SMA|20.close'],
    ],
  },
  {
    rule: "a shift other than 1 is a suffix; 1, null and no shift leave none",
    names: [
      [sma, { ...eth, shift: 1 }, "ETHUSDT_4h_SMA|20.close"],
      [sma, { ...eth, shift: null }, "ETHUSDT_4h_SMA|20.close"],
      [sma, eth, "ETHUSDT_4h_SMA|20.close"],
      [sma, { ...eth, shift: 0 }, "ETHUSDT_4h_SMA|20.close_s0"],
      [sma, { ...eth, shift: 2 }, "ETHUSDT_4h_SMA|20.close_s2"],
      [sma, { ...eth, shift: 10 }, "ETHUSDT_4h_SMA|20.close_s10"],
      [sma, { ...eth, shift: -1 }, "ETHUSDT_4h_SMA|20.close_s-1"],
      [sma, { freq: "1M", shift: 0 }, "1M_SMA|20.close_s0"],
    ],
  },
];
