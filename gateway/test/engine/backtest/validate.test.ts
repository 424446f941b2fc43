import { describe, expect, it } from "vitest";
import { validateStrategies } from "../../../src/engine/index.ts";
import { marketOf, sp500 } from "./sp500.ts";
import { smaCrossover } from "./strategies.ts";

const market = marketOf(sp500.slice(0, 300));
const good = smaCrossover("good", 10, 50, "long");

describe("validation", () => {
  it("finds nothing wrong with a strategy that can run, on all that is stored or on a period", () => {
    const valid = { valid: true, validated_strategies: ["good"], errors: [] };
    expect(validateStrategies({ strategies: [good], market })).toEqual(valid);
    const period = { start: "2000-02-01", end: "2000-03-31" };
    expect(validateStrategies({ strategies: [good], market, period })).toEqual(valid);
  });

  it("names strategy, field and reason of every problem", () => {
    const unknown = { ...good, name: "unknown", base_instrument: "NOWHERE" };
    const result = validateStrategies({ strategies: [unknown, good], market });
    expect(result.valid).toBe(false);
    expect(result.validated_strategies).toEqual(["unknown", "good"]);
    expect(result.errors[0]).toEqual({
      strategy_name: "unknown",
      field_path: "base_instrument",
      message: expect.stringContaining("NOWHERE"),
    });
  });

  it("needs data in the period", () => {
    const { valid, errors } = validateStrategies({
      strategies: [good],
      market,
      period: { start: "1990-01-01", end: "1990-12-31" },
    });
    expect(valid).toBe(false);
    expect(errors.map(({ field_path }) => field_path)).toEqual(["period"]);
  });
});
