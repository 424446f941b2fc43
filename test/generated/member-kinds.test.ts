import { describe, expect, it } from "vitest";
import { MEMBER_KINDS } from "../../scripts/codegen/emit/indicators.ts";
import { StructExpr } from "../../src/expr/index.ts";
import { StructIndicator } from "../../src/generated/indicator-runtime.ts";
import { Indicator } from "../../src/generated/indicators.ts";
import type { IndicatorConfig, IndicatorSpec } from "../../src/generated/models.ts";

class Handle extends StructIndicator<Record<string, "number" | "boolean" | "text" | "time" | "list">> {}

const spec = (indicator: IndicatorConfig): IndicatorSpec => ({ freq: "1D", indicator });

describe("members of a struct indicator", () => {
  it.each(Object.entries(MEMBER_KINDS))("a %s is read as %s, as its getter is typed", (dtype, kind) => {
    const output = [{ name: "it", dtype, always: false }];
    const info = { key: "any", output, defaults: {}, references: [] };
    const { members } = new Handle(spec({ type: "ADX" }), "ADX|14", info);
    expect(members).toEqual({ it: kind });
  });

  it("are those that `fields` selects, and those that are always there", () => {
    const { config, handle } = Indicator.MarketProfile({
      anchorConfig: { end_rule: { type: "DailyTime", hour: 9, minute: 15 }, lookback_days: 1 },
      tickSize: 1,
      fields: ["tpo_distribution", "profile_shape"],
    });
    const made: unknown = handle(spec(config));
    expect(made).toBeInstanceOf(StructExpr);
    expect(made).toHaveProperty("members", {
      tpo_distribution: "list",
      segment_id: "number",
      profile_shape: "text",
    });
  });
});
