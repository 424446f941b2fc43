import { describe, expect, it } from "vitest";
import { bindStrategy } from "../../../../src/engine/binding/bind.ts";
import { closesOf } from "../../bars-of.ts";
import { marketOf, seriesOf, strategy, type Wire } from "../../binding/market-of.ts";

const market = marketOf(seriesOf("X", "1h", closesOf(1, 2, 3)));
const period = { start: "1970-01-01", end: "1970-01-01" };

const daily = (hour: number, minute = 0): Wire => ({ type: "DailyTime", hour, minute });
const monday: Wire = { type: "WeeklyTime", weekday: "Mon", hour: 9, minute: 0 };

function problemsOf(anchors: Wire, rest: Wire = {}): readonly (readonly [path: string, message: string])[] {
  const indicator = { type: "MarketProfile", tick_size: 1, anchor_config: anchors, ...rest };
  const { problems } = bindStrategy(strategy({ indicators: [{ freq: "1h", indicator }] }), market, period);
  return (problems ?? []).map(({ path, message }) => [path, message]);
}

describe("anchors that make up no segments", () => {
  it.each<[what: string, anchors: Wire, path: string, message: RegExp]>([
    [
      "a window that starts after its end",
      { start_rule: daily(10, 5), end_rule: daily(9, 30), lookback_days: 0 },
      "start_rule",
      /starts at 10:05, which is not before its end at 09:30/,
    ],
    [
      "a window without length",
      { start_rule: daily(9), end_rule: daily(9), lookback_days: 0 },
      "start_rule",
      /not before its end/,
    ],
    ["a window without a start", { end_rule: daily(9), lookback_days: 0 }, "start_rule", /give the time/],
    [
      "a window that ends on a weekday",
      { start_rule: daily(8), end_rule: monday, lookback_days: 0 },
      "end_rule.type",
      /at a DailyTime/,
    ],
    [
      "a window that starts on a weekday",
      { start_rule: monday, end_rule: daily(10), lookback_days: 0 },
      "start_rule.type",
      /at a DailyTime/,
    ],
    [
      "a start for segments of days",
      { start_rule: daily(8), end_rule: daily(9), lookback_days: 2 },
      "start_rule",
      /leave it out, or set lookback_days \(2\) to 0/,
    ],
  ])("%s", (_what, anchors, path, message) => {
    expect(problemsOf(anchors)).toEqual([
      [`indicators[0].indicator.anchor_config.${path}`, expect.stringMatching(message)],
    ]);
  });

  it.each<[what: string, anchors: Wire]>([
    ["daily", { end_rule: daily(0), lookback_days: 1 }],
    ["a start that is null", { end_rule: daily(9), start_rule: null, lookback_days: 1 }],
    ["weekly", { end_rule: monday, lookback_days: 5 }],
    ["within a day", { start_rule: daily(9, 14), end_rule: daily(9, 15), lookback_days: 0 }],
  ])("%s is fine", (_what, anchors) => {
    expect(problemsOf(anchors)).toEqual([]);
  });

  it("a member that is none is told beside them", () => {
    const anchors = { end_rule: daily(9), lookback_days: 0 };
    expect(problemsOf(anchors, { fields: ["poc", "pov"] })).toEqual([
      ["indicators[0].indicator.fields[1]", expect.stringMatching(/no member "pov"; did you mean "poc"/)],
      ["indicators[0].indicator.anchor_config.start_rule", expect.any(String)],
    ]);
  });
});
