import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseDocument } from "yaml";
import type * as ours from "../../src/builder/index.ts";
import { ForeignSdk } from "./foreign.ts";

/** A channel between the highest high and the lowest low; our contract has none. */
const donchian = {
  type: "object",
  description: "Channel of the highest high and the lowest low.",
  required: ["type", "volatility_column"],
  properties: {
    type: { type: "string", const: "Donchian" },
    period: {
      type: "integer",
      exclusiveMinimum: 0,
      maximum: 500,
      default: 20,
      description: "Window in bars.",
    },
    volatility_column: {
      type: "string",
      minLength: 1,
      "x-tradepose-reference": true,
      description: "Its width.",
    },
    fields: { $ref: "#/components/schemas/IndicatorFields" },
  },
  "x-tradepose-indicator": {
    key: "donchian",
    shortName: "DC|{period}_{volatility_column}",
    output: [
      { name: "upper_band", dtype: "Float64", description: "Highest high.", always: true },
      { name: "lower_band", dtype: "Float64", description: "Lowest low." },
    ],
  },
};

const program = `
import { Indicator, StrategyBuilder } from "./builder/index.ts";
import type { NumberExpr } from "./expr/index.ts";

const s = new StrategyBuilder({ name: "s", baseInstrument: "SP500", baseFreq: "1D" });
const atr = s.addIndicator(Indicator.ATR({ period: 14 }), { freq: "1D" });
const channel = s.addIndicator(Indicator.Donchian({ period: 55, volatilityColumn: atr }), { freq: "1D" });
export const bands: readonly NumberExpr[] = [channel.upperBand, channel.lowerBand];
const upper = s.addIndicator(Indicator.Donchian({ volatilityColumn: atr, fields: [] }), { freq: "1D" });
export const always: NumberExpr = upper.upperBand;
// @ts-expect-error it has no such member
channel.middle;
// @ts-expect-error the member was not asked for
upper.lowerBand;
// @ts-expect-error it has no such parameter
Indicator.Donchian({ length: 5, volatilityColumn: atr });
// @ts-expect-error the column is required
Indicator.Donchian();
`;

type Builder = typeof ours;
/** The factory as the new contract gives it. */
type Donchian = (
  parameters: object,
) => ours.IndicatorDefinition<ours.IndicatorHandle & { readonly upperBand: { gt(value: number): never } }>;

let folder: string;
let sdk: ForeignSdk;
let builder: Builder;
let make: Donchian;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-contract-"));
  await cp("openapi", folder, { recursive: true });
  const models = join(folder, "models.yaml");
  const document = parseDocument(await readFile(models, "utf8"));
  const schemas = ["components", "schemas"];
  document.setIn([...schemas, "Donchian"], document.createNode(donchian));
  const reference = "#/components/schemas/Donchian";
  document.addIn([...schemas, "IndicatorConfig", "oneOf"], document.createNode({ $ref: reference }));
  document.setIn([...schemas, "IndicatorConfig", "discriminator", "mapping", "Donchian"], reference);
  document.addIn([...schemas, "IndicatorType", "enum"], "donchian");
  document.addIn([...schemas, "IndicatorType", "x-enum-varnames"], "DONCHIAN");
  await writeFile(models, document.toString());
  sdk = await ForeignSdk.makeOurs(models, join(folder, "gateway.yaml"));
  await writeFile(sdk.path("program.ts"), program);
  builder = await sdk.import<Builder>("builder/index.ts");
  make = (builder.Indicator as unknown as { Donchian: Donchian }).Donchian;
}, 120_000);

afterAll(async () => {
  await sdk?.remove();
  await rm(folder, { recursive: true, force: true });
});

function place(parameters: object) {
  const s = new builder.StrategyBuilder({ name: "s", baseInstrument: "SP500", baseFreq: "1D" });
  const atr = s.addIndicator(builder.Indicator.ATR({ period: 14 }), { freq: "1D" });
  const channel = s.addIndicator(make({ volatilityColumn: atr, ...parameters }), { freq: "1D" });
  return { s, channel };
}

function build({ s }: ReturnType<typeof place>, condition: object) {
  const trigger = {
    name: "in",
    order_strategy: "ImmediateEntry",
    priority: 1,
    price_expr: { Column: "open" },
  };
  const base = {
    name: "base",
    direction: "Long",
    trend_type: "Trend",
    entry_first: true,
    entry_triggers: [{ ...trigger, conditions: [condition] }],
    exit_triggers: [],
  } as ours.Blueprint;
  s.setBaseBlueprint(builder.readBlueprint(base));
  return s.build();
}

const member = (column: string, name: string) => ({
  BinaryExpr: {
    left: { Function: { input: [{ Column: column }], function: { StructExpr: { FieldByName: name } } } },
    op: "Gt",
    right: { Literal: { Dyn: { Float: 1.5 } } },
  },
});

describe("an indicator that only the contract knows", () => {
  const column = "SP500_1D_DC|20_SP500_1D_ATR|14";

  it("has a typed factory, handle and members", () => {
    expect(sdk.problemsOf("program.ts")).toEqual([]);
  }, 120_000);

  it("has a documented factory", async () => {
    const text = await readFile(sdk.path("generated/indicators.ts"), "utf8");
    expect(text).toContain(
      "* Channel of the highest high and the lowest low.\n   * Short name: `DC|{period}_{volatility_column}`.",
    );
    expect(text).toContain("/** Window in bars. Default: 20. Whole, above 0, at most 500. */");
    expect(text).toContain("/** Lowest low. */\n  get lowerBand(): NumberExpr");
  });

  it("has its display name, defaults filled in", () => {
    const { channel } = place({});
    expect(channel.displayName).toBe(column);
    expect(channel.spec.indicator).toEqual({
      type: "Donchian",
      period: 20,
      volatility_column: "SP500_1D_ATR|14",
    });
  });

  it("is checked by its factory", () => {
    expect(() => make({ volatilityColumn: "x", period: 501 })).toThrow(
      "Donchian: `period` must be a whole number above 0 and at most 500; not 501",
    );
    expect(() => make({})).toThrow("Donchian: `volatilityColumn` must be the handle of another indicator");
  });

  it("is checked by the builder", () => {
    expect(build(place({}), member(column, "lower_band")).indicators).toHaveLength(2);
    expect(() => build(place({}), member(column, "middle"))).toThrow(/middle/);
    expect(() => build(place({ fields: ["upper_band"] }), member(column, "lower_band"))).toThrow(
      /lower_band/,
    );
    expect(() =>
      build(place({ volatilityColumn: "ATR|15" }), member("SP500_1D_DC|20_ATR|15", "upper_band")),
    ).toThrow(/ATR\|15/);
  });

  it("is sent: its model takes it, and refuses what is wrong", async () => {
    const { IndicatorConfigModel } = await sdk.import<typeof import("../../src/models.ts")>("models.ts");
    const config = { type: "Donchian", volatility_column: "x" };
    expect(IndicatorConfigModel.safeParse(config).success).toBe(true);
    expect(IndicatorConfigModel.safeParse({ ...config, period: 0 }).success).toBe(false);
  });
});
