import {
  Freq,
  Indicator,
  type IndicatorDefinition,
  indicatorColumn,
  StrategyBuilder,
} from "tradepose-client/builder";
import { columnNode, equalExpr } from "tradepose-client/expr";
import { describe, expect, it } from "vitest";

describe("indicatorColumn", () => {
  it.each<[string, IndicatorDefinition, readonly string[] | undefined]>([
    ["a number", Indicator.SMA({ period: 20 }), undefined],
    ["a struct", Indicator.MACD(), ["macd", "signal", "histogram"]],
    ["a struct of selected members", Indicator.MACD({ fields: ["macd"] }), ["macd"]],
    ["another struct", Indicator.BollingerBands({ period: 20 }), ["upper", "middle", "lower", "bandwidth"]],
  ])("is the column of the handle: %s", (_, definition, members) => {
    const s = new StrategyBuilder({ name: "s", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
    const { spec, displayName } = s.addIndicator(definition, { freq: Freq.HOUR_1, shift: 2 });
    const column = indicatorColumn(JSON.parse(JSON.stringify(spec)));
    expect(equalExpr(column.node, columnNode(displayName))).toBe(true);
    expect(column.kind === "struct" ? Object.keys(column.members).sort() : undefined).toEqual(
      members && [...members].sort(),
    );
  });
});
