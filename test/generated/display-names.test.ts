import { BlueprintBuilder, StrategyBuilder } from "tradepose-client/builder";
import { col } from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../src/errors/index.ts";
import { displayName, Indicator, indicatorInfo, shortName } from "../../src/generated/indicators.ts";
import { IndicatorConfigModel, type IndicatorSpec } from "../../src/generated/models.ts";
import { collisions } from "./display-names/collisions.ts";
import { indicatorRules } from "./display-names/indicators.ts";
import { placeRules } from "./display-names/places.ts";
import { profileRules } from "./display-names/profiles.ts";
import type { NamedSpec } from "./display-names/rule.ts";

const others = [...placeRules, ...indicatorRules, ...profileRules].flatMap((rule) => rule.names);
const names = [...others, ...collisions.names];

describe.each([...placeRules, ...indicatorRules, ...profileRules, collisions])("$rule", ({ names }) => {
  it.each(names.map(([indicator, place, name]) => [name, { ...place, indicator }] as const))(
    "%s",
    (name, spec: IndicatorSpec) => {
      expect(displayName(spec)).toBe(name);
      expect(displayName(JSON.parse(JSON.stringify(spec)))).toBe(name);
    },
  );
});

describe("the table of names", () => {
  it("has every kind of indicator, and many names", () => {
    expect(new Set(names.map(([indicator]) => indicator.type))).toEqual(new Set(Object.keys(indicatorInfo)));
    expect(names.length).toBeGreaterThanOrEqual(120);
  });

  it("holds configurations that the contract allows, but for the older forms of anchors", () => {
    const refused = names.filter(([indicator]) => !IndicatorConfigModel.safeParse(indicator).success);
    expect(refused.map(([, , name]) => name)).toEqual([
      "ETHUSDT_4h_MP|0905_1_1",
      "ETHUSDT_4h_MP|W00102_1_1",
      "ETHUSDT_4h_MP|W41800_1_1",
      "ETHUSDT_4h_MP|UNKNOWN_1_1",
    ]);
  });
});

describe("names of columns", () => {
  it("keep the sign of a zero, as Python does", () => {
    const indicator = { type: "SuperTrend", multiplier: -0, volatility_column: "ATR|14" } as const;
    expect(shortName(indicator)).toBe("ST|-0.0x_ATR|14");
  });

  it("begin with the strategy's own instrument where the builder places the indicator", () => {
    const s = new StrategyBuilder({ name: "s", baseInstrument: "SP500", baseFreq: "1D" });
    const rsi = Indicator.RSI();
    expect(s.addIndicator(rsi, { freq: "1W" }).displayName).toBe("SP500_1W_RSI|14.close");
    expect(s.addIndicator(rsi, { freq: "1W", instrument: "VIX" }).displayName).toBe("VIX_1W_RSI|14.close");
  });

  it("are not given to a configuration that is no indicator", () => {
    expect(() => shortName({ type: "VWAP" } as never)).toThrow(ArgumentError);
  });
});

describe("two indicators with one name", () => {
  const pairs = collisions.names.map((one): [name: string, one: NamedSpec, other: NamedSpec] => {
    const [, , name] = one;
    const other = others.find((candidate) => candidate[2] === name);
    if (other === undefined) throw new Error(`no other indicator of the table is named ${name}`);
    return [name, one, other];
  });

  it.each(pairs)("%s: %j", (name, one, other) => {
    const base = BlueprintBuilder.base({ name: "b", direction: "Long" })
      .addEntryTrigger({ name: "in", priceExpr: col("open"), orderStrategy: "ImmediateEntry" })
      .build();
    const s = new StrategyBuilder({ name: "s", baseInstrument: "ETHUSDT", baseFreq: "4h" });
    s.addIndicator(Indicator.ATR({ period: 14 }), { freq: "4h" });
    for (const [config] of [other, one])
      s.addIndicator(
        { config, handle: (spec) => ({ spec, displayName: displayName(spec) }) },
        { freq: "4h" },
      );
    expect(() => s.setBaseBlueprint(base).build()).toThrow(
      expect.objectContaining({
        problems: [
          expect.objectContaining({
            path: "indicators[2]",
            message: expect.stringContaining(
              `"${name}" is already that of another indicator, indicators[1]: ` +
                `${JSON.stringify(one[0])} and ${JSON.stringify(other[0])}`,
            ),
          }),
        ],
      }),
    );
  });
});
