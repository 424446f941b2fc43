import { describe, expect, it } from "vitest";
import { bindStrategy } from "../../../src/engine/binding/bind.ts";
import { BindingCache } from "../../../src/engine/binding/cache.ts";
import type { StrategyConfig } from "../../../src/engine/config.ts";
import type { StrategyPlan } from "../../../src/engine/plan.ts";
import { barsOf } from "../bars-of.ts";
import {
  blueprint,
  column,
  compare,
  marketOf,
  member,
  number,
  seriesOf,
  strategy,
  trigger,
  type Wire,
} from "./market-of.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);
const HOURS = 72;
/** 72 hours from Monday 2024-01-01; bar i opens at 100 + i and closes at 101 + i, with one more to either side. */
const hourly = barsOf(
  Array.from({ length: HOURS }, (_, i) => [100 + i, 102 + i, 99 + i, 101 + i, 1] as const),
  utc("2024-01-01T00:00"),
);
const market = marketOf(seriesOf("X", "1h", hourly));
const ALL = { start: "2024-01-01", end: "2024-01-03" };

function plan(config: StrategyConfig, period = ALL, data = market): StrategyPlan {
  const bound = bindStrategy(config, data, period);
  expect(bound.problems ?? []).toEqual([]);
  return bound.plan!;
}

const prices = (bound: StrategyPlan): number[] =>
  Array.from({ length: bound.toRow }, (_, row) => bound.base.plan.entries[0]!.priceAt(row));

/** The values a column has on the base rows, read as a price; NaN is null. */
function columnValues(
  name: string,
  indicators: readonly Wire[],
  rest: Wire = {},
  data = market,
  period = ALL,
): number[] {
  const base = blueprint([trigger("ImmediateEntry", column(name))], []);
  return prices(plan(strategy({ indicators, base_blueprint: base, ...rest }), period, data));
}

const raw = (freq: string, shift?: number, name: "close" | "open" | "high" = "close"): Wire => ({
  freq,
  ...(shift === undefined ? {} : { shift }),
  indicator: { type: "RawOhlcv", column: name },
});

describe("the base frame", () => {
  it("runs from the first stored bar to the period's last; the period's rows are fromRow to toRow", () => {
    const bound = plan(strategy(), { start: "2024-01-02", end: "2024-01-02" });
    expect([bound.fromRow, bound.toRow, bound.bars.length]).toEqual([24, 48, 48]);
    expect(bound.bars.ts[bound.fromRow]).toBe(utc("2024-01-02T00:00"));
  });

  it("is resampled to the base frequency, without an incomplete last bar", () => {
    const data = marketOf(
      seriesOf(
        "X",
        "1h",
        barsOf(
          [...Array(70).keys()].map((i) => [i + 1, i + 1, i + 1, i + 1]),
          utc("2024-01-01T00:00"),
        ),
      ),
    );
    expect(plan(strategy({ base_freq: "1D" }), ALL, data).bars.open).toEqual(Float64Array.of(1, 25));
  });

  it("the period is read on the instrument's clock", () => {
    const data = marketOf(seriesOf("X", "1h", hourly, { timeZone: "America/New_York" }));
    const bound = plan(strategy(), { start: "2024-01-02", end: "2024-01-02" }, data);
    expect([bound.fromRow, bound.toRow]).toEqual([29, 53]);
  });
});

describe("indicator columns are delayed by bars of their own frequency, then joined backward", () => {
  const rowsOf = (values: number[], ...rows: number[]): number[] => rows.map((row) => values[row]!);

  it("shift 1 is the default: the completed bar before", () => {
    expect(rowsOf(columnValues("1h_close", [raw("1h")]), 0, 1, 2)).toEqual([NaN, 101, 102]);
  });

  it.each([
    ["same frequency, shift 0", "1h", 0, "1h_close_s0", [101, 102, 104, 172]],
    ["4h, shift 1: known when its bar has ended", "4h", 1, "4h_close", [NaN, NaN, NaN, 168]],
    ["4h, shift 0: sees its bar's end", "4h", 0, "4h_close_s0", [104, 104, 104, 172]],
    ["4h, shift 2", "4h", 2, "4h_close_s2", [NaN, NaN, NaN, 164]],
    ["1D, shift 1", "1D", 1, "1D_close", [NaN, NaN, NaN, 148]],
  ])("%s", (_what, freq, shift, name, expected) => {
    expect(rowsOf(columnValues(name, [raw(freq, shift)]), 0, 1, 3, 71)).toEqual(expected);
  });

  it("an incomplete last bar has no value of its own, and shift 1 inside it shows the last complete one", () => {
    const data = marketOf(
      seriesOf(
        "X",
        "1h",
        barsOf(
          [...Array(7).keys()].map((i) => [i + 1, i + 1, i + 1, i + 1]),
          utc("2024-01-01T00:00"),
        ),
      ),
    );
    const period = { start: "2024-01-01", end: "2024-01-01" };
    expect(columnValues("4h_close", [raw("4h")], {}, data, period)).toEqual([NaN, NaN, NaN, NaN, 4, 4, 4]);
    expect(columnValues("4h_close_s0", [raw("4h", 0)], {}, data, period)).toEqual([
      4,
      4,
      4,
      4,
      NaN,
      NaN,
      NaN,
    ]);
  });

  it("a base bar sees the row of a finer indicator that starts with it", () => {
    expect(columnValues("1h_open_s0", [raw("1h", 0, "open")], { base_freq: "1D" })).toEqual([100, 124, 148]);
    expect(columnValues("1h_open", [raw("1h", 1, "open")], { base_freq: "1D" })).toEqual([NaN, 123, 147]);
  });

  it("another instrument is joined on time, whatever it lacks", () => {
    const other = barsOf(
      [
        [7, 7, 7, 7],
        [8, 8, 8, 8],
      ],
      utc("2024-01-01T01:00"),
      2 * 3_600_000,
    );
    const data = marketOf(seriesOf("X", "1h", hourly), seriesOf("Y", "1h", other));
    const values = columnValues("Y_1h_close_s0", [{ ...raw("1h", 0), instrument: "Y" }], {}, data);
    expect(values.slice(0, 5)).toEqual([NaN, 7, 7, 8, 8]);
  });

  it("does not depend on the period: the same rows hold the same values", () => {
    const spec: Wire = { freq: "1h", indicator: { type: "EMA", period: 5 } };
    const whole = columnValues("1h_EMA|5.close", [spec]);
    const part = columnValues("1h_EMA|5.close", [spec], {}, market, {
      start: "2024-01-02",
      end: "2024-01-02",
    });
    expect(part).toEqual(whole.slice(0, 48));
  });

  it("an indicator given twice is one column, with its defaults written out or not", () => {
    const twice = (second: Wire): Wire[] => [
      { freq: "1h", indicator: { type: "MACD" } },
      { freq: "1h", indicator: { type: "MACD", fields: null, ...second } },
    ];
    const line = member("1h_MACD|12_26_9", "macd");
    const base_blueprint = blueprint([trigger("ImmediateEntry", line)], []);
    const of = (indicators: Wire[]): number[] => prices(plan(strategy({ indicators, base_blueprint })));
    const once = of(twice({}).slice(1));
    expect(once.at(-1)).not.toBeNaN();
    expect(of(twice({}))).toEqual(once);
    expect(of(twice({ column: "close", fast_period: 12 }))).toEqual(once);
  });

  it("struct members are columns, limited to the fields chosen", () => {
    const spec: Wire = {
      freq: "1h",
      shift: 0,
      indicator: { type: "BollingerBands", period: 2, num_std: 1, fields: ["upper"] },
    };
    const upper = (name: string): StrategyConfig =>
      strategy({
        indicators: [spec],
        base_blueprint: blueprint([trigger("ImmediateEntry", member("1h_BB|2_1.0_s0", name))], []),
      });
    expect(prices(plan(upper("upper"))).slice(0, 3)).toEqual([NaN, 102, 103]);
    expect(bindStrategy(upper("lower"), market, ALL).problems).toMatchObject([
      { message: expect.stringMatching(/there are upper/) },
    ]);
  });
});

describe("references between indicators", () => {
  const atr = (shift: number, freq = "1h"): Wire => ({
    freq,
    shift,
    indicator: { type: "ATR", period: 1 },
  });
  const quantile = (name: string, freq = "1h"): Wire => ({
    freq,
    shift: 0,
    indicator: { type: "AtrQuantile", atr_column: name, window: 1, quantile: 0.5 },
  });
  const jumpy = marketOf(
    seriesOf(
      "X",
      "1h",
      barsOf(
        [...Array(12).keys()].map((i) => [50, 50 + i, 50, 50]),
        utc("2024-01-01T00:00"),
      ),
    ),
  );
  const period = { start: "2024-01-01", end: "2024-01-01" };
  const values = (name: string, ...specs: Wire[]): number[] => columnValues(name, specs, {}, jumpy, period);

  it.each([
    ["by display name, with its shift", "1h_ATR|1_s2", [atr(2)], [NaN, NaN, 0, 1, 2]],
    ["by short name, unshifted", "ATR|1", [atr(2)], [0, 1, 2, 3, 4]],
    ["display name before short name, wherever they stand", "1h_ATR|1", [atr(0), atr(1)], [NaN, 0, 1, 2, 3]],
    ["another frequency: shifted there, then joined", "4h_ATR|1", [atr(1, "4h")], [NaN, NaN, NaN, NaN, 3]],
  ])("%s", (_what, reference, specs, expected) => {
    // Declared after its reader: order in the list does not matter.
    expect(values(`1h_ATRQ|${reference}_Q50_1_s0`, quantile(reference), ...specs).slice(0, 5)).toEqual(
      expected,
    );
  });

  it.each([
    [
      "unknown",
      [quantile("1h_ATR|9"), atr(1)],
      "indicators[0].indicator.atr_column",
      /no indicator of this strategy has the column "1h_ATR\|9"; did you mean "1h_ATR\|1"/,
    ],
    [
      "short name of another frequency",
      [quantile("ATR|1"), atr(1, "4h")],
      "indicators[0].indicator.atr_column",
      /no indicator/,
    ],
    [
      "a struct",
      [quantile("1h_ADX|14"), { freq: "1h", indicator: { type: "ADX" } }],
      "indicators[0].indicator.atr_column",
      /is a struct \(ADX\)/,
    ],
  ])("%s is a problem", (_what, specs, path, message) => {
    const { problems } = bindStrategy(strategy({ indicators: specs }), market, ALL);
    expect(problems).toEqual([{ strategyName: "s", path, message: expect.stringMatching(message) }]);
  });

  it("may be chained; a chain that comes back to its own name finds no such column", () => {
    const first = quantile("ATR|1");
    const second = quantile("1h_ATRQ|ATR|1_Q50_1_s0");
    expect(values("1h_ATRQ|1h_ATRQ|ATR|1_Q50_1_s0_Q50_1_s0", second, first, atr(1)).slice(0, 3)).toEqual([
      0, 1, 2,
    ]);
    const { problems } = bindStrategy(strategy({ indicators: [quantile("ATRQ")] }), market, ALL);
    expect(problems).toMatchObject([
      { path: "indicators[0].indicator.atr_column", message: expect.stringMatching(/no indicator/) },
    ]);
  });
});

describe("triggers", () => {
  it.each([
    ["open", column("open"), "open"],
    ["close under an alias", { Alias: [{ Alias: [column("close"), "a"] }, "b"] }, "close"],
    ["high", column("high"), "inside"],
    ["open plus nothing", compare(column("open"), "Plus", number(0)), "inside"],
    ["a literal", number(100), "inside"],
  ])("moment of %s", (_what, price, moment) => {
    const bound = plan(strategy({ base_blueprint: blueprint([trigger("ImmediateEntry", price)], []) }));
    expect(bound.base.plan.entries[0]!.moment).toBe(moment);
  });

  it("conditions are joined by and; null is false; none at all is true", () => {
    const above = compare(column("1h_close"), "Gt", number(103));
    const below = compare(column("open"), "Lt", number(106));
    const rows = (conditions: unknown[]): number[] => {
      const base = blueprint([trigger("ImmediateEntry", column("open"), conditions)], []);
      const bound = plan(strategy({ indicators: [raw("1h")], base_blueprint: base }));
      return [...Array(8).keys()].filter((row) => bound.base.plan.entries[0]!.conditionsHold(row));
    };
    expect(rows([above, below])).toEqual([4, 5]);
    expect(rows([above])).toEqual([4, 5, 6, 7]);
    expect(rows([compare(column("1h_close"), "LtEq", number(102))])).toEqual([1, 2]);
    expect(rows([])).toHaveLength(8);
    expect(rows([above, { Literal: { Scalar: { Boolean: true } } }])).toEqual([4, 5, 6, 7]);
    const nothing = { Literal: { Scalar: { Null: "Null" } } };
    expect(rows([nothing])).toEqual([]);
    expect(rows([{ Function: { input: [nothing, number(1)], function: "Shift" } }, above])).toEqual([]);
  });

  it("a price that is null, NaN or infinite is none", () => {
    const base = blueprint(
      [
        trigger(
          "ImmediateEntry",
          compare(number(1), "TrueDivide", compare(column("open"), "Minus", number(101))),
        ),
      ],
      [],
    );
    expect(prices(plan(strategy({ base_blueprint: base }))).slice(0, 3)).toEqual([-1, NaN, 1]);
  });

  it("an advanced trigger reads its own position and the base's, row by row", () => {
    const own = "advanced_entry_trading_context";
    const stop = compare(
      member(own, "highest_since_entry"),
      "Minus",
      member("base_trading_context", "position_entry_price"),
    );
    const shifted = { Function: { input: [member(own, "bars_since_entry"), number(1)], function: "Shift" } };
    const late = compare(shifted, "GtEq", number(1));
    const bound = plan(
      strategy({
        advanced_blueprints: [
          blueprint([], [trigger("TrailingStop", stop, [late, compare(column("open"), "Gt", number(100))])]),
        ],
      }),
    );
    const exit = bound.advanced[0]!.plan.exits[0]!;
    const { context } = bound.advanced[0]!;
    expect([exit.priceAt(3), exit.conditionsHold(3)]).toEqual([NaN, false]);
    for (const row of [1, 2, 3]) {
      context.inPosition[row] = 1;
      context.barsSinceEntry[row] = row - 1;
      context.highestSinceEntry[row] = 110 + row;
      bound.base.context.inPosition[row] = 1;
      bound.base.context.entryPrice[row] = 100;
    }
    expect([1, 2, 3].map(exit.priceAt)).toEqual([11, 12, 13]);
    expect([1, 2, 3].map(exit.conditionsHold)).toEqual([false, false, true]);
  });

  it.each([
    ["bars_in_position", "barsSinceEntry"],
    ["bars_since_advanced_entry", "barsSinceEntry"],
    ["highest_since_advanced_entry", "highestSinceEntry"],
    ["lowest_since_advanced_entry", "lowestSinceEntry"],
  ] as const)("older member %s is served in every context", (name, rows) => {
    for (const context of ["advanced_entry_trading_context", "advanced_exit_trading_context"]) {
      const bound = plan(
        strategy({ advanced_blueprints: [blueprint([], [trigger("StopLoss", member(context, name))])] }),
      );
      bound.advanced[0]!.context.inPosition[5] = 1;
      bound.advanced[0]!.context[rows][5] = 42;
      expect(bound.advanced[0]!.plan.exits[0]!.priceAt(5)).toBe(42);
    }
  });

  it("for the base blueprint the advanced contexts are null, and its own is the base context", () => {
    const exits = [
      trigger("ImmediateExit", member("advanced_entry_trading_context", "position_entry_price")),
      trigger("ImmediateExit", member("base_trading_context", "position_entry_price")),
    ];
    const bound = plan(strategy({ base_blueprint: blueprint([], exits) }));
    bound.base.context.inPosition[5] = 1;
    bound.base.context.entryPrice[5] = 42;
    expect(bound.base.plan.exits.map((exit) => exit.priceAt(5))).toEqual([NaN, 42]);
  });
});

describe("volatility", () => {
  it("is a column over all base rows", () => {
    const config = strategy({
      indicators: [{ freq: "1h", indicator: { type: "ATR", period: 2 } }],
      volatility_indicator: column("1h_ATR|2"),
    });
    const { volatility } = plan(config);
    expect([...volatility!.values.slice(0, 4)]).toEqual([0, 0, 3, 3]);
    expect([...volatility!.nulls!.slice(0, 4)]).toEqual([1, 1, 0, 0]);
  });

  it("may be the same on every row, and may be absent", () => {
    expect(plan(strategy({ volatility_indicator: number(2.5) })).volatility!.values[71]).toBe(2.5);
    expect(plan(strategy()).volatility).toBeUndefined();
  });
});

describe("problems", () => {
  const openEntry = trigger("ImmediateEntry", column("open"));
  const base = (rest: Wire) => ({
    base_blueprint: blueprint([openEntry], [], rest),
  });
  const advanced = (...args: Parameters<typeof blueprint>) => ({ advanced_blueprints: [blueprint(...args)] });
  const deep = Array.from({ length: 101 }).reduce<unknown>(
    (inner) => ({ Alias: [inner, "a"] }),
    column("open"),
  );

  it.each<[string, Wire, string, RegExp]>([
    ["unknown instrument", { base_instrument: "Z" }, "base_instrument", /unknown instrument "Z"/],
    ["finer than stored", { base_freq: "15min" }, "base_freq", /15min cannot be made from stored bars of 1h/],
    ["no frequency", { base_freq: "2h" }, "base_freq", /"2h" is no frequency/],
    ["indicator finer than stored", { indicators: [raw("5min")] }, "indicators[0].freq", /X: bars of 5min/],
    [
      "unknown indicator instrument",
      { indicators: [{ ...raw("1h"), instrument: "Z" }] },
      "indicators[0].instrument",
      /"Z"/,
    ],
    ["negative shift", { indicators: [raw("1h", -1)] }, "indicators[0].shift", /shift is -1/],
    [
      "unknown member",
      { indicators: [{ freq: "1h", indicator: { type: "ADX", fields: ["adx", "pdi"] } }] },
      "indicators[0].indicator.fields[1]",
      /no member "pdi"/,
    ],
    [
      "window of a market profile without a start",
      {
        indicators: [
          {
            freq: "1h",
            indicator: {
              type: "MarketProfile",
              anchor_config: { end_rule: { type: "DailyTime", hour: 9, minute: 15 }, lookback_days: 0 },
              tick_size: 1,
            },
          },
        ],
      },
      "indicators[0].indicator.anchor_config.start_rule",
      /give the time at which it starts/,
    ],
    [
      "two indicators with one name",
      {
        indicators: [
          { freq: "1h", indicator: { type: "MACD" } },
          { freq: "1h", indicator: { type: "MACD", column: "open" } },
        ],
      },
      "indicators[1]",
      /like that of indicators\[0\]/,
    ],
    [
      "delayed entry in the base",
      { base_blueprint: blueprint([trigger("FavorableDelayEntry", column("open"))], []) },
      "base_blueprint.entry_triggers[0].order_strategy",
      /put it into an advanced blueprint/,
    ],
    [
      "stop in the base",
      { base_blueprint: blueprint([openEntry], [trigger("StopLoss", column("low"))]) },
      "base_blueprint.exit_triggers[0].order_strategy",
      /only ImmediateExit/,
    ],
    [
      "entry among exits",
      advanced([], [trigger("ImmediateEntry", column("open"))]),
      "advanced_blueprints[0].exit_triggers[0].order_strategy",
      /cannot stand here/,
    ],
    [
      "misspelt order",
      advanced([], [trigger("Stoploss", column("open"))]),
      "advanced_blueprints[0].exit_triggers[0].order_strategy",
      /did you mean "StopLoss"/,
    ],
    ["direction Both", base({ direction: "Both" }), "base_blueprint.direction", /use Long or Short/],
    [
      "unlike the base",
      advanced([], [], { direction: "Short" }),
      "advanced_blueprints[0].direction",
      /differs from Long/,
    ],
    [
      "mixed delays",
      advanced(
        [trigger("FavorableDelayEntry", column("low")), trigger("AdverseDelayEntry", column("high"))],
        [],
      ),
      "advanced_blueprints[0].entry_triggers",
      /cannot be mixed/,
    ],
    [
      "unknown column",
      { base_blueprint: blueprint([trigger("ImmediateEntry", column("opne"))], []) },
      "base_blueprint.entry_triggers[0].price_expr",
      /did you mean "open"/,
    ],
    [
      "condition that is a number",
      { base_blueprint: blueprint([trigger("ImmediateEntry", column("open"), [column("close")])], []) },
      "base_blueprint.entry_triggers[0].conditions[0]",
      /must be true or false, not Float64/,
    ],
    [
      "price that is a condition",
      {
        base_blueprint: blueprint([trigger("ImmediateEntry", compare(column("open"), "Gt", number(1)))], []),
      },
      "base_blueprint.entry_triggers[0].price_expr",
      /a number is needed, not Boolean/,
    ],
    [
      "not an expression",
      { base_blueprint: blueprint([trigger("ImmediateEntry", { Column: 5 })], []) },
      "base_blueprint.entry_triggers[0].price_expr.Column",
      /./,
    ],
    [
      "too deep",
      { base_blueprint: blueprint([trigger("ImmediateEntry", deep)], []) },
      "base_blueprint.entry_triggers[0].price_expr",
      /100/,
    ],
    [
      "volatility over a context",
      { volatility_indicator: member("base_trading_context", "position_entry_price") },
      "volatility_indicator",
      /outside a position/,
    ],
    [
      "inner node",
      {
        base_blueprint: blueprint(
          [trigger("ImmediateEntry", column("open"), [compare(column("rsi"), "Lt", number(30))])],
          [],
        ),
      },
      "base_blueprint.entry_triggers[0].conditions[0].BinaryExpr.left",
      /unknown column "rsi"/,
    ],
  ])("%s", (_what, rest, path, message) => {
    const { plan: none, problems } = bindStrategy(strategy(rest), market, ALL);
    expect(none).toBeUndefined();
    expect(problems!.filter((problem) => problem.path.startsWith(path))).toEqual([
      { strategyName: "s", path: expect.any(String), message: expect.stringMatching(message) },
    ]);
    expect(problems).toHaveLength(1);
  });

  it.each([
    [
      "without data",
      { start: "2025-01-01", end: "2025-12-31" },
      "period",
      /run from 2024-01-01T00:00:00.000Z to 2024-01-03T23:00/,
    ],
    ["unreadable", { start: "soon", end: "2025-12-31" }, "period.start", /"soon"/],
    ["backwards", { start: "2024-01-02", end: "2024-01-01" }, "period.end", /before it starts/],
  ])("period %s", (_what, period, path, message) => {
    expect(bindStrategy(strategy(), market, period).problems).toEqual([
      { strategyName: "s", path, message: expect.stringMatching(message) },
    ]);
  });

  it("all are found at once, and a broken indicator is not reported again where it is read", () => {
    const config = strategy({
      indicators: [raw("1h", -1), raw("5min")],
      base_blueprint: blueprint(
        [trigger("StopLoss", column("1h_close_s-1"), [column("nothing"), column("5min_close")])],
        [],
      ),
    });
    expect(bindStrategy(config, market, ALL).problems!.map(({ path }) => path)).toEqual([
      "base_blueprint.entry_triggers[0].order_strategy",
      "indicators[0].shift",
      "indicators[1].freq",
      "base_blueprint.entry_triggers[0].conditions[0]",
    ]);
  });
});

describe("a shared cache", () => {
  const config = strategy({
    indicators: [{ freq: "4h", indicator: { type: "SMA", period: 3 } }],
    base_blueprint: blueprint(
      [
        trigger("ImmediateEntry", column("4h_SMA|3.close"), [
          compare(column("open"), "Gt", column("4h_SMA|3.close")),
        ]),
      ],
      [],
    ),
  });
  const outcome = (bound: StrategyPlan): unknown => [
    prices(bound),
    [...Array(bound.toRow).keys()].map(bound.base.plan.entries[0]!.conditionsHold),
  ];

  it("changes no result, whatever was bound with it before", () => {
    const cache = new BindingCache();
    const periods = [
      { start: "2024-01-02", end: "2024-01-02" },
      ALL,
      { start: "2024-01-01", end: "2024-01-01T05:00" },
    ];
    for (const period of [...periods, ...periods]) {
      const shared = bindStrategy(config, market, period, cache).plan!;
      expect(outcome(shared)).toEqual(outcome(plan(config, period)));
    }
  });

  it("gives strategies their own contexts", () => {
    const cache = new BindingCache();
    const [a, b] = [1, 2].map(() => bindStrategy(config, market, ALL, cache).plan!);
    expect(a!.bars).toBe(b!.bars);
    expect(a!.base.context).not.toBe(b!.base.context);
  });

  it("tells series of one symbol apart", () => {
    const cache = new BindingCache();
    const doubled = { ...hourly, close: hourly.close.map((close) => close * 2) };
    bindStrategy(config, market, ALL, cache);
    const fresh = bindStrategy(config, marketOf(seriesOf("X", "1h", doubled)), ALL, cache).plan!;
    expect(outcome(fresh)).toEqual(outcome(plan(config, ALL, marketOf(seriesOf("X", "1h", doubled)))));
  });
});
