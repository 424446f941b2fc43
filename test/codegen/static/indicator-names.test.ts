import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  anchorText,
  columnName,
  floatText,
  percentText,
  tickText,
} from "../../../scripts/codegen/static/indicator-names.ts";

describe("floatText is Python's repr of a float", () => {
  it.each([
    [3, "3.0"],
    [0, "0.0"],
    [-2, "-2.0"],
    [2.5, "2.5"],
    [0.1 + 0.2, "0.30000000000000004"],
    [0.0001, "0.0001"],
    [0.00012345, "0.00012345"],
    [0.00009, "9e-05"],
    [0.00001, "1e-05"],
    [0.000012345, "1.2345e-05"],
    [1e-7, "1e-07"],
    [1.5e-10, "1.5e-10"],
    [5e-324, "5e-324"],
    [1e15, "1000000000000000.0"],
    [9999999999999998, "9999999999999998.0"],
    [1e16, "1e+16"],
    [1.5e16, "1.5e+16"],
    [1e21, "1e+21"],
    [1.7976931348623157e308, "1.7976931348623157e+308"],
    [123456.789, "123456.789"],
  ])("%d -> %s", (value, text) => {
    expect(floatText(value)).toBe(text);
  });

  it("reads back as the same number and always looks like a float", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = floatText(value);
        expect(Number(text)).toBe(value);
        expect(text).toMatch(/^-?\d+(\.\d+|(\.\d+)?e[+-]\d{2,3})$/);
      }),
    );
  });
});

describe("percentText cuts off the binary product", () => {
  it.each([
    [0.29, "28"],
    [0.57, "56"],
    [0.58, "57"],
    [0.5, "50"],
    [0.95, "95"],
    [0.999, "99"],
    [0.005, "0"],
  ])("%d -> %s", (value, text) => {
    expect(percentText(value)).toBe(text);
  });
});

describe("tickText", () => {
  it.each([
    [1, "1"],
    [100, "100"],
    [0.25, "0.25"],
    [0.01, "0.01"],
    [0.00001, "1e-05"],
  ])("%d -> %s", (value, text) => {
    expect(tickText(value)).toBe(text);
  });
});

describe("anchorText", () => {
  it.each<[rule: object, text: string]>([
    [{ type: "DailyTime", hour: 9, minute: 15 }, "0915"],
    [{ type: "DailyTime", hour: 0, minute: 0 }, "0000"],
    [{ type: "DailyTime", hour: 23, minute: 5 }, "2305"],
    [{ type: "WeeklyTime", weekday: "Mon", hour: 9, minute: 15 }, "W00915"],
    [{ type: "WeeklyTime", weekday: "Sun", hour: 18, minute: 0 }, "W61800"],
    [{ type: "WeeklyTime", weekday: "Someday", hour: 1, minute: 2 }, "W00102"],
    [{ DailyTime: { hour: 9, minute: 15 } }, "0915"],
    [{ WeeklyTime: { weekday: "Fri", hour: 9, minute: 15 } }, "W40915"],
    [{ type: "MonthlyTime", day: 1 }, "UNKNOWN"],
  ])("%j -> %s", (rule, text) => {
    expect(anchorText({ end_rule: rule })).toBe(text);
  });
});

describe("columnName", () => {
  const indicator = { type: "ATR", period: 14 } as const;
  it.each([
    [{ instrument: "ETHUSDT", freq: "4h" }, "ETHUSDT_4h_X"],
    [{ instrument: "ETHUSDT", freq: "4h", shift: 1 }, "ETHUSDT_4h_X"],
    [{ instrument: "ETHUSDT", freq: "4h", shift: 0 }, "ETHUSDT_4h_X_s0"],
    [{ instrument: "ETHUSDT", freq: "4h", shift: 2 }, "ETHUSDT_4h_X_s2"],
    [{ instrument: "ETHUSDT", freq: "4h", shift: -1 }, "ETHUSDT_4h_X_s-1"],
    [{ freq: "1h" }, "1h_X"],
    [{ instrument: null, freq: "1M", shift: null }, "1M_X"],
  ] as const)("%j -> %s", (spec, name) => {
    expect(columnName({ ...spec, indicator }, "X")).toBe(name);
  });
});
