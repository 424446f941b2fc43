import { describe, expect, it } from "vitest";
import type { Bars } from "../../../../src/engine/bars.ts";
import { bindStrategy } from "../../../../src/engine/binding/bind.ts";
import { type BarRow, barsOf } from "../../bars-of.ts";
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
} from "../../binding/market-of.ts";

const MINUTE = 60_000;
const utc = (text: string): number => Date.parse(`2024-01-${text}Z`);

/** Bars that each stand at one price, one for every `step` minutes. */
function flatBars(start: string, step: number, prices: readonly number[]): Bars {
  return barsOf(
    prices.map((price): BarRow => [price, price, price, price, 1]),
    utc(start),
    step * MINUTE,
  );
}

/** Two hours of 15 minutes from 08:00: prices 1 to 8. A 30-minute profile of 08:00 to 09:00 holds 1 to 4. */
const quarters = marketOf(seriesOf("X", "15min", flatBars("02T08:00", 15, [1, 2, 3, 4, 5, 6, 7, 8])));

function spec(rest: Wire = {}, parameters: Wire = {}): Wire {
  const indicator = {
    type: "MarketProfile",
    anchor_config: {
      start_rule: { type: "DailyTime", hour: 8, minute: 0 },
      end_rule: { type: "DailyTime", hour: 9, minute: 0 },
      lookback_days: 0,
    },
    tick_size: 1,
    ...parameters,
  };
  return { freq: "30min", indicator, ...rest };
}

/** An expression on every base row of the day, as a price; NaN is null. */
function valuesOf(expression: unknown, indicators: Wire[], market = quarters, base_freq = "15min"): number[] {
  const base_blueprint = blueprint([trigger("ImmediateEntry", expression)], []);
  const { plan, problems } = bindStrategy(strategy({ indicators, base_blueprint, base_freq }), market, {
    start: "2024-01-02",
    end: "2024-01-02",
  });
  expect(problems ?? []).toEqual([]);
  return Array.from({ length: plan!.toRow }, (_, row) => plan!.base.plan.entries[0]!.priceAt(row));
}

function problemsOf(expression: unknown, conditions: unknown[] = []): readonly string[] {
  const base_blueprint = blueprint([trigger("ImmediateEntry", expression, conditions)], []);
  const config = strategy({ indicators: [spec({ shift: 0 })], base_blueprint, base_freq: "15min" });
  return (bindStrategy(config, quarters, { start: "2024-01-02", end: "2024-01-02" }).problems ?? []).map(
    ({ message }) => message,
  );
}

const name = "30min_MP|0900_0_1";

describe("the columns of a market profile on the base bars", () => {
  it.each<[what: string, shift: number, column: string, member: string, values: number[]]>([
    [
      "shift 0: on the bars of the anchor's row, known when it opens",
      0,
      `${name}_s0`,
      "poc",
      [NaN, NaN, NaN, NaN, 1, 1, NaN, NaN],
    ],
    [
      "shift 1, the default: one bar of the profile later",
      1,
      name,
      "poc",
      [NaN, NaN, NaN, NaN, NaN, NaN, 1, 1],
    ],
    ["shift 2: not within these bars", 2, `${name}_s2`, "poc", Array<number>(8).fill(NaN)],
    ["vah", 0, `${name}_s0`, "vah", [NaN, NaN, NaN, NaN, 3, 3, NaN, NaN]],
    ["val", 0, `${name}_s0`, "val", [NaN, NaN, NaN, NaN, 1, 1, NaN, NaN]],
    ["value_area", 0, `${name}_s0`, "value_area", [NaN, NaN, NaN, NaN, 2, 2, NaN, NaN]],
    ["segment_id is carried on", 0, `${name}_s0`, "segment_id", [NaN, NaN, NaN, NaN, 0, 0, 0, 0]],
  ])("%s", (_what, shift, columnName, field, values) => {
    expect(valuesOf(member(columnName, field), [spec({ shift })])).toEqual(values);
  });

  it("a shape is a text, null without a shape configuration", () => {
    const is = (shape: string, indicators: Wire[]): number[] =>
      valuesOf(
        {
          Ternary: {
            predicate: compare(member(`${name}_s0`, "profile_shape"), "Eq", {
              Literal: { Scalar: { String: shape } },
            }),
            truthy: number(1),
            falsy: number(0),
          },
        },
        indicators,
      );
    expect(is("trend_day", [spec({ shift: 0 }, { shape_config: {} })])).toEqual(Array(8).fill(0));
    expect(is("undefined", [spec({ shift: 0 }, { shape_config: {} })])).toEqual([0, 0, 0, 0, 1, 1, 0, 0]);
    expect(is("undefined", [spec({ shift: 0 })])).toEqual(Array(8).fill(0));
  });

  it("a distribution can be asked whether it is there, and shifted; nothing else", () => {
    const list = member(`${name}_s0`, "tpo_distribution");
    const isNull = (of: unknown) => ({ Function: { input: [of], function: { Boolean: "IsNull" } } });
    const asNumber = (condition: unknown) => ({
      Ternary: { predicate: condition, truthy: number(1), falsy: number(0) },
    });
    expect(valuesOf(asNumber(isNull(list)), [spec({ shift: 0 })])).toEqual([1, 1, 1, 1, 0, 0, 1, 1]);
    const later = { Function: { input: [list, number(1)], function: "Shift" } };
    expect(valuesOf(asNumber(isNull(later)), [spec({ shift: 0 })])).toEqual([1, 1, 1, 1, 1, 0, 0, 1]);

    const open = column("open");
    expect(problemsOf(list)).toEqual([expect.stringMatching(/List/)]);
    expect(problemsOf(open, [list])).toEqual([expect.stringMatching(/List/)]);
    expect(problemsOf(compare(list, "Plus", number(1)))).toEqual([expect.stringMatching(/List/)]);
    expect(problemsOf(open, [compare(list, "Eq", list)])).toEqual([expect.stringMatching(/List/)]);
    expect(
      problemsOf({ Ternary: { predicate: compare(open, "Gt", number(1)), truthy: list, falsy: list } }),
    ).toEqual([expect.stringMatching(/List/)]);
  });

  it("`fields` leaves the others out, but never the segment", () => {
    const indicators = [spec({ shift: 0 }, { fields: ["vah"] })];
    expect(valuesOf(member(`${name}_s0`, "segment_id"), indicators)[4]).toBe(0);
    const base_blueprint = blueprint([trigger("ImmediateEntry", member(`${name}_s0`, "poc"))], []);
    const { problems } = bindStrategy(
      strategy({ indicators, base_blueprint, base_freq: "15min" }),
      quarters,
      {
        start: "2024-01-02",
        end: "2024-01-02",
      },
    );
    expect(problems).toMatchObject([{ message: expect.stringMatching(/there are vah, segment_id/) }]);
  });

  it("an incomplete last bar has no profile yet, though its anchor has come", () => {
    const market = marketOf(seriesOf("X", "15min", flatBars("02T08:00", 15, [1, 2, 3, 4, 5])));
    expect(valuesOf(member(`${name}_s0`, "poc"), [spec({ shift: 0 })], market)).toEqual(Array(5).fill(NaN));
  });

  it("a finer profile is read on the base bar that starts with its row", () => {
    const poc = member("15min_MP|0900_0_1_s0", "poc");
    expect(valuesOf(poc, [spec({ freq: "15min", shift: 0 })], quarters, "1h")).toEqual([NaN, 1]);
  });

  it("another instrument's profile is cut on its own clock", () => {
    // 09:00 of Tokyo is midnight of UTC, 09:00 of London nine hours later.
    const hours = Array.from({ length: 24 }, (_, i) => i + 1);
    const tokyo = seriesOf("T", "1h", flatBars("01T15:00", 60, hours), { timeZone: "Asia/Tokyo" });
    const london = seriesOf("X", "1h", flatBars("02T00:00", 60, hours), { timeZone: "Europe/London" });
    const market = marketOf(tokyo, london);
    const rowsWithValue = (instrument: string): [row: number, poc: number][] =>
      valuesOf(
        member(`${instrument}_1h_MP|0900_0_1_s0`, "poc"),
        [{ ...spec({ freq: "1h", shift: 0 }), instrument }],
        market,
        "1h",
      ).flatMap((value, row): [number, number][] => (Number.isNaN(value) ? [] : [[row, value]]));
    // Tokyo's bar of 08:00 is its ninth, London's likewise.
    expect(rowsWithValue("T")).toEqual([[0, 9]]);
    expect(rowsWithValue("X")).toEqual([[9, 9]]);
  });

  it("bars of a session that starts at 09:30 meet an anchor of 10:30, not one of 10:00", () => {
    const clock = { timeZone: "America/New_York", sessionStart: "09:30" };
    const prices = Array.from({ length: 8 }, (_, i) => i + 1);
    const market = marketOf(seriesOf("X", "30min", flatBars("02T14:30", 30, prices), clock));
    const window = (hour: number, minute: number): Wire => ({
      anchor_config: {
        start_rule: { type: "DailyTime", hour: 9, minute: 30 },
        end_rule: { type: "DailyTime", hour, minute },
        lookback_days: 0,
      },
    });
    const poc = (time: string, parameters: Wire) =>
      valuesOf(
        member(`1h_MP|${time}_0_1_s0`, "poc"),
        [spec({ freq: "1h", shift: 0 }, parameters)],
        market,
        "1h",
      );
    expect(poc("1030", window(10, 30))).toEqual([NaN, 1, NaN, NaN]);
    expect(poc("1000", window(10, 0))).toEqual([NaN, NaN, NaN, NaN]);
  });

  it("does not depend on the period", () => {
    const base_blueprint = blueprint([trigger("ImmediateEntry", member(`${name}_s0`, "vah"))], []);
    const config = strategy({ indicators: [spec({ shift: 0 })], base_blueprint, base_freq: "15min" });
    const period = { start: "2024-01-02T09:00:00", end: "2024-01-02T09:15:00" };
    const { plan } = bindStrategy(config, quarters, period);
    expect([plan!.fromRow, plan!.base.plan.entries[0]!.priceAt(plan!.fromRow)]).toEqual([4, 3]);
  });
});
