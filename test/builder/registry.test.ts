import {
  AccountSource,
  Currency,
  PortfolioBuilder,
  StrategyBuildError,
  type StrategyConfig,
  StrategyRegistry,
} from "tradepose-client/builder";
import { PortfolioCreateRequestModel } from "tradepose-client/models";
import { describe, expect, it } from "vitest";
import { advanced, base } from "./lint/strategies.ts";

const named = (name: string): StrategyConfig => ({ ...base([{}]), name });
const layered = { ...advanced({}), name: "layered" };

describe("StrategyRegistry", () => {
  it("keeps strategies by name, in the order of adding", () => {
    const registry = new StrategyRegistry([named("b")]).add(named("a"));
    expect(registry.list()).toEqual(["b", "a"]);
    expect([...registry].map(({ name }) => name)).toEqual(["b", "a"]);
    expect([registry.size, registry.has("a"), registry.has("c")]).toEqual([2, true, false]);
    expect(registry.get("a")).toEqual(named("a"));
    expect([registry.remove("b"), registry.remove("b"), registry.size]).toEqual([true, false, 1]);
    registry.clear();
    expect(registry.list()).toEqual([]);
  });

  it("replaces only when it is told to", () => {
    const registry = new StrategyRegistry([named("a")]);
    expect(() => registry.add(named("a"))).toThrow(
      /there is a strategy "a" already; give \{ replace: true \}/,
    );
    expect(registry.add({ ...named("a"), note: "new" }, { replace: true }).get("a").note).toBe("new");
  });

  it("says what it has when it is asked for something else", () => {
    expect(() => new StrategyRegistry([named("a"), named("b")]).get("c")).toThrow(
      /"c" in the registry; it has: a, b/,
    );
    expect(() => new StrategyRegistry().get("c")).toThrow(/it is empty/);
  });

  it("picks blueprints for a portfolio", () => {
    const registry = new StrategyRegistry([layered]);
    const selection = (blueprint_name: string) => ({ strategy_name: "layered", blueprint_name });
    expect(registry.pick("layered")).toEqual([selection("base"), selection("advanced")]);
    expect(registry.pick("layered", "advanced")).toEqual([selection("advanced")]);
    expect(() => registry.pick("layered", "none")).toThrow(/has no blueprint "none"; it has base, advanced/);
    expect(() => registry.pick("none")).toThrow(/no strategy "none"/);
  });
});

describe("PortfolioBuilder", () => {
  const whole = new PortfolioBuilder({ name: "main" })
    .select("layered", "base")
    .setCapital("100000.10", Currency.USD)
    .setAccountSource(AccountSource.BINANCE);

  it("builds what the server takes, frozen", () => {
    const portfolio = whole
      .select("layered", "advanced")
      .select("layered", "base")
      .setInstrumentMapping({ BTCUSDT: 5 })
      .build();
    expect(portfolio).toEqual({
      name: "main",
      capital: "100000.10",
      currency: "USD",
      account_source: "BINANCE",
      selections: [
        { strategy_name: "layered", blueprint_name: "base" },
        { strategy_name: "layered", blueprint_name: "advanced" },
      ],
      instrument_mapping: { BTCUSDT: 5 },
    });
    expect(PortfolioCreateRequestModel.parse(portfolio)).toEqual(portfolio);
    expect(Object.isFrozen(portfolio.selections)).toBe(true);
  });

  it("never changes: every call gives a new builder", () => {
    whole.setCapital(5, "EUR").select("x", "y");
    expect(whole.build()).toMatchObject({ capital: "100000.10", selections: [{ strategy_name: "layered" }] });
  });

  it("takes only what a registry has, when it is given one", () => {
    const builder = new PortfolioBuilder({ name: "main", registry: new StrategyRegistry([layered]) });
    expect(() => builder.select("layered", "none")).toThrow(/no blueprint "none"/);
    expect(() => builder.select("none", "base")).toThrow(/no strategy "none"/);
  });

  it("lists everything that is missing", () => {
    try {
      new PortfolioBuilder({ name: " " }).build();
      expect.unreachable();
    } catch (error) {
      expect(error).toBeInstanceOf(StrategyBuildError);
      expect(error).toMatchObject({
        problems: ["name", "selections", "capital", "account_source"].map((path) => ({ path })),
      });
    }
  });

  it.each([0, -5, Number.NaN, Number.POSITIVE_INFINITY, "1e5", "abc", ""])(
    "refuses a capital of %s",
    (amount) => {
      expect(() => whole.setCapital(amount, "USD").build()).toThrow(
        /capital: must be a decimal number above 0/,
      );
    },
  );
});
