/** The text of a strategy with as many indicators and triggers, written as a person would. */
export function largeStrategy(indicators: number, triggers: number): string {
  const lines = [
    'import { BlueprintBuilder, Freq, Indicator, OrderStrategy, StrategyBuilder, TradeDirection, TradingContext } from "tradepose-client/builder";',
    'import { col, maxHorizontal, when } from "tradepose-client/expr";',
    'const s = new StrategyBuilder({ name: "large", baseInstrument: "SP500", baseFreq: Freq.HOUR_1 });',
    'const open = col("open");',
    "const own = TradingContext.advancedEntry;",
  ];
  const freqs = ["Freq.HOUR_1", "Freq.HOUR_4", "Freq.DAY_1"];
  const makers = [
    (n: number) => `Indicator.SMA({ period: ${n + 2} })`,
    (n: number) => `Indicator.ATR({ period: ${n + 2} })`,
    (n: number) => `Indicator.MACD({ fastPeriod: ${n + 2}, slowPeriod: ${n + 20} })`,
    (n: number) => `Indicator.BollingerBands({ period: ${n + 2}, numStd: 2.5, fields: ["upper", "lower"] })`,
    (n: number) => `Indicator.RSI({ period: ${n + 2} })`,
  ];
  const numbers = [
    (n: number) => `i${n}`,
    (n: number) => `i${n}`,
    (n: number) => `i${n}.histogram`,
    (n: number) => `i${n}.lower`,
    (n: number) => `i${n}`,
  ];
  const number = (n: number) => numbers[(n % indicators) % numbers.length]!(n % indicators);
  for (let n = 0; n < indicators; n++) {
    const maker = makers[n % makers.length]!;
    lines.push(`const i${n} = s.addIndicator(${maker(n)}, { freq: ${freqs[n % freqs.length]} });`);
  }
  const half = Math.floor(triggers / 2);
  lines.push('const base = BlueprintBuilder.base({ name: "base", direction: TradeDirection.LONG })');
  for (let n = 0; n < half; n++) {
    const side = n % 2 === 0 ? "Entry" : "Exit";
    lines.push(
      `  .add${side}Trigger({ name: "base ${n}", priceExpr: open, orderStrategy: OrderStrategy.IMMEDIATE_${side.toUpperCase()},`,
      `    conditions: [${number(n)}.gt(${number(n + 1)}).and(open.shift(1).lt(${number(n + 2)}.mul(1.5).add(${n}))), col("ts").dt.hour().isBetween(9, 16)] })`,
    );
  }
  lines.push("  .build();", 'const risk = BlueprintBuilder.advanced({ name: "risk", direction: "Long" })');
  for (let n = half; n < triggers; n++) {
    if (n % 3 === 0) {
      lines.push(
        `  .addEntryTrigger({ name: "in ${n}", priceExpr: TradingContext.base.entryPrice.sub(${number(n)}.mul(0.5)), orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY })`,
      );
    } else {
      lines.push(
        `  .addExitTrigger({ name: "out ${n}", orderStrategy: OrderStrategy.${n % 3 === 1 ? "STOP_LOSS" : "TRAILING_STOP"}, priority: ${n},`,
        `    priceExpr: maxHorizontal(own.entryPrice.sub(${number(n)}.mul(2)), when(${number(n)}.gt(1)).then(own.highestSinceEntry.sub(${number(n + 1)})).otherwise(null)),`,
        `    conditions: [own.barsSinceEntry.gt(${n})] })`,
      );
    }
  }
  lines.push(
    "  .build();",
    "export const strategy = s.setBaseBlueprint(base).addAdvancedBlueprint(risk).build();",
  );
  return lines.join("\n");
}
