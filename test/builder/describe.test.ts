import { describe as inWords, type StrategyConfig } from "tradepose-client/builder";
import { describe, expect, it } from "vitest";
import ethTrend from "./fixtures/eth-trend.json" with { type: "json" };

// What a JSON module says of its texts is wider than the contract's enums.
const strategy = ethTrend as StrategyConfig;

describe("describe", () => {
  it("says what a strategy does, trigger by trigger", () => {
    expect(inWords(strategy)).toMatchInlineSnapshot(`
      "Strategy "eth_trend_demo" trades ETHUSDT on 1h bars.
      Note: worked example
      Its trades report as volatility: col("ETHUSDT_4h_ATR|14", "number")

      Indicators
      - ETHUSDT_4h_ATR|14: ATR (period 14) of ETHUSDT 4h bars, completed bars only
      - ETHUSDT_4h_ATR|14_s0: ATR (period 14) of ETHUSDT 4h bars, the running bar included
      - ETHUSDT_4h_EMA|50.close: EMA (period 50, column close) of ETHUSDT 4h bars, completed bars only
      - ETHUSDT_4h_ST|2.5x_ETHUSDT_4h_ATR|14_s0: SuperTrend (multiplier 2.5, volatility_column ETHUSDT_4h_ATR|14_s0, high high, low low, close close) of ETHUSDT 4h bars, completed bars only

      Base blueprint "base_long", long: makes the positions.
      When entry and exit fire on one bar, the exit is dropped.
      - "trend_up" enters at the open, at col("open"), when all hold:
          col("ETHUSDT_4h_ST|2.5x_ETHUSDT_4h_ATR|14_s0", { direction: "number" }).field("direction").eq(1)
          col("open").gt(col("ETHUSDT_4h_EMA|50.close", "number"))
          col("ts").dt.hour().gtEq(2)
      - "trend_down" exits at the open, at col("open"), when
          col("ETHUSDT_4h_ST|2.5x_ETHUSDT_4h_ATR|14_s0", { direction: "number" }).field("direction").eq(-1)

      Advanced blueprint "pullback_risk", long: at most one trade within each position of "base_long".
      - "pullback" enters by a limit order at TradingContext.base.entryPrice.sub(col("ETHUSDT_4h_ATR|14", "number").mul(0.3)), on every bar
      - "stop" exits by a stop loss at TradingContext.advancedEntry.entryPrice.sub(col("ETHUSDT_4h_ATR|14", "number").mul(1.5)), priority 1, on every bar
      - "target" exits by a profit target at TradingContext.advancedEntry.entryPrice.add(col("ETHUSDT_4h_ATR|14", "number").mul(4)), priority 2, on every bar
      - "trail" exits by a trailing stop at TradingContext.advancedEntry.highestSinceEntry.sub(col("ETHUSDT_4h_ATR|14", "number").mul(2)), priority 3, when
          TradingContext.advancedEntry.highestSinceEntry.gt(TradingContext.advancedEntry.entryPrice.add(col("ETHUSDT_4h_ATR|14", "number").mul(2)))
      - "timeout" exits by a timeout at the open, at col("open"), priority 4, when
          TradingContext.advancedEntry.barsSinceEntry.gt(240)
      - exits at the latest with "base_long""
    `);
  });

  it("leaves out what is not there", () => {
    const {
      indicators: _,
      advanced_blueprints: __,
      volatility_indicator: ___,
      note: ____,
      ...small
    } = strategy;
    const [entry] = small.base_blueprint.entry_triggers;
    const base = {
      ...small.base_blueprint,
      entry_triggers: [{ ...entry!, conditions: [] }],
      exit_triggers: [],
    };
    expect(inWords({ ...small, base_blueprint: base })).toBe(
      [
        'Strategy "eth_trend_demo" trades ETHUSDT on 1h bars.',
        "",
        'Base blueprint "base_long", long: makes the positions.',
        '- "trend_up" enters at the open, at col("open"), on every bar',
      ].join("\n"),
    );
  });

  it("tells moments, notes, delays and blueprints that follow the base", () => {
    const { base_blueprint, advanced_blueprints, indicators } = strategy;
    const [entry] = base_blueprint.entry_triggers;
    const late = { ...entry!, price_expr: '{"Column":"close"}', note: "late", conditions: [] };
    const within = { ...entry!, price_expr: { Column: "high" }, conditions: [], note: null };
    const [risk] = advanced_blueprints ?? [];
    const [atr] = indicators ?? [];
    const text = inWords({
      ...strategy,
      indicators: [
        { ...atr!, shift: 3 },
        { ...atr!, shift: 0 },
        { ...atr!, shift: -2 },
      ],
      base_blueprint: { ...base_blueprint, entry_first: false, note: "why", entry_triggers: [late, within] },
      advanced_blueprints: [{ ...risk!, entry_triggers: [] }],
    });
    expect(text.split("\n")).toEqual(
      expect.arrayContaining([
        "- ETHUSDT_4h_ATR|14_s3: ATR (period 14) of ETHUSDT 4h bars, delayed by 3 bars of 4h",
        "- ETHUSDT_4h_ATR|14_s0: ATR (period 14) of ETHUSDT 4h bars, the running bar included",
        "- ETHUSDT_4h_ATR|14_s-2: ATR (period 14) of ETHUSDT 4h bars, 2 bars of 4h ahead",
        "Note: why",
        "When entry and exit fire on one bar, the entry is dropped.",
        '- "trend_up" enters at the close, at col("close"), priority 1, on every bar',
        "    Note: late",
        '- "trend_up" enters inside the bar, at col("high"), priority 1, on every bar',
        '- enters with "base_long", at its price',
      ]),
    );
  });

  it("names what cannot be read instead of failing", () => {
    const { base_blueprint } = strategy;
    const [entry] = base_blueprint.entry_triggers;
    const broken = { ...entry!, price_expr: { BinaryExpr: {} }, conditions: [{ left: 1 }] };
    const text = inWords({ ...strategy, base_blueprint: { ...base_blueprint, entry_triggers: [broken] } });
    expect(text).toMatch(
      /"trend_up" enters at what cannot be read \(base_blueprint.entry_triggers\[0\].price_expr/,
    );
    expect(text).toMatch(/ {4}what cannot be read \(base_blueprint.entry_triggers\[0\].conditions\[0\]/);
  });
});
