/**
 * What an example in a docstring or in docs/strategies.md may use without saying where it is from: every value that
 * `tradepose-client` exports, so that no example imports anything, and the names of `begin` and below. An example may
 * declare a name anew.
 */
import { mkdir, writeFile } from "node:fs/promises";
import {
  type BatchResults,
  type BatchTester,
  BlueprintBuilder,
  col,
  Freq,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  TradeDirection,
  type TradePoseClient,
} from "tradepose-client";

export * from "tradepose-client";

/** What every example begins with; new for each, since a strategy builder keeps what it is given. */
export function begin() {
  const [ts, open, high, low, close, volume] = [
    col("ts"),
    col("open"),
    col("high"),
    col("low"),
    col("close"),
    col("volume"),
  ];
  const s = new StrategyBuilder({ name: "example", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const daily = { freq: Freq.DAY_1 };
  const sma = s.addIndicator(Indicator.SMA({ period: 50 }), daily);
  const atr = s.addIndicator(Indicator.ATR({ period: 14 }), daily);
  const rsi = s.addIndicator(Indicator.RSI(), daily);
  const macd = s.addIndicator(Indicator.MACD(), daily);
  const bands = s.addIndicator(Indicator.BollingerBands(), daily);
  const base = BlueprintBuilder.base({ name: "above", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "up",
      conditions: [open.gt(sma)],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "down",
      conditions: [open.lt(sma)],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  const strategy = s.setBaseBlueprint(base).build({ volatilityIndicator: atr });
  const bars = { ts, open, high, low, close, volume };
  return { ...bars, s, sma, atr, rsi, macd, bands, base, strategy, strategies: [strategy] };
}

/** The files that are there, in the folder where an example runs. */
export async function writeFiles(): Promise<void> {
  const { strategy } = begin();
  const registry = { version: "1.0", strategies: { [strategy.name]: strategy } };
  await mkdir("strategies");
  await writeFile("strategies/trend.json", JSON.stringify(strategy));
  await writeFile("strategies.json", JSON.stringify(registry));
}

/** What only a server can give; examples that use one of these run on a gateway. */
export declare const client: TradePoseClient;
export declare const tester: BatchTester;
export declare const batch: BatchResults;
export declare const apiKey: string;
export declare const ids: readonly string[];
