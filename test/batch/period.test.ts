import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Period } from "../../src/batch/index.ts";
import { ArgumentError } from "../../src/errors/index.ts";

describe("constructors", () => {
  it.each([
    ["Q1(2024)", Period.Q1(2024), "2024-01-01_2024-03-31"],
    ["Q2(2024)", Period.Q2(2024), "2024-04-01_2024-06-30"],
    ["Q3(2024)", Period.Q3(2024), "2024-07-01_2024-09-30"],
    ["Q4(2024)", Period.Q4(2024), "2024-10-01_2024-12-31"],
    ["fromYear(2024)", Period.fromYear(2024), "2024-01-01_2024-12-31"],
    ["fromYear(2023, 2)", Period.fromYear(2023, 2), "2023-01-01_2024-12-31"],
    ["fromYear(2024, -1)", Period.fromYear(2024, -1), "2024-01-01_2024-12-31"],
    ["fromYear(2024, -2)", Period.fromYear(2024, -2), "2023-01-01_2024-12-31"],
    ["fromMonth(2024, 2)", Period.fromMonth(2024, 2), "2024-02-01_2024-02-29"],
    ["fromMonth(2023, 2)", Period.fromMonth(2023, 2), "2023-02-01_2023-02-28"],
    ["3 months on", Period.fromMonth(2024, 3, { months: 3 }), "2024-03-01_2024-05-31"],
    ["3 months back", Period.fromMonth(2024, 3, { months: -3 }), "2024-01-01_2024-03-31"],
    ["back over a new year", Period.fromMonth(2024, 1, { months: -2 }), "2023-12-01_2024-01-31"],
    ["6 months and a year", Period.fromMonth(2024, 1, { months: 6, years: 1 }), "2024-01-01_2025-06-30"],
    ["months count as 1 beside years", Period.fromMonth(2024, 12, { years: -2 }), "2023-02-01_2024-12-31"],
    ["a year long ago", Period.fromYear(99), "0099-01-01_0099-12-31"],
  ])("%s", (_, period, key) => {
    expect(period.toKey()).toBe(key);
    const [start, end] = key.split("_");
    expect(period.toIso()).toEqual({ start: `${start}T00:00:00`, end: `${end}T00:00:00` });
  });
});

describe("bounds", () => {
  it.each([
    ["a date", "2024-01-31", "2024-01-31T00:00:00"],
    ["a time without offset stays as it is", "2024-01-31T16:30", "2024-01-31T16:30:00"],
    ["a space instead of T", "2024-01-31 16:30:15", "2024-01-31T16:30:15"],
    ["UTC", "2024-01-31T16:30:00Z", "2024-01-31T16:30:00"],
    ["an offset is taken to UTC", "2024-01-31T16:30:00+02:00", "2024-01-31T14:30:00"],
    ["an offset without colon", "2024-01-31T23:30:00-0130", "2024-02-01T01:00:00"],
    ["milliseconds", "2024-01-31T16:30:00.250", "2024-01-31T16:30:00.250"],
    ["microseconds are cut", "2024-01-31T16:30:00.250999", "2024-01-31T16:30:00.250"],
    ["a Date", new Date(Date.UTC(2024, 0, 31, 16, 30)), "2024-01-31T16:30:00"],
    ["a leap day", "2024-02-29", "2024-02-29T00:00:00"],
  ])("%s", (_, start, expected) => {
    expect(new Period({ start, end: "2025-01-01" }).toIso().start).toBe(expected);
  });

  it.each([
    "",
    "2024",
    "2024-1-1",
    "01/31/2024",
    "2023-02-29",
    "2024-04-31",
    "2024-13-01",
    "2024-00-10",
    "2024-01-00",
    "2024-01-01T24:00",
    "2024-01-01T12:60",
    "2024-01-01T12",
    "today",
    "0000-01-01",
    new Date(Number.NaN),
    Number.NaN,
    null,
  ])("%j is refused", (start) => {
    // A JavaScript caller can pass anything.
    expect(() => new Period({ start: start as string, end: "2025-01-01" })).toThrow(
      /^Period: start must be a Date or text/,
    );
  });

  it.each([
    [
      "2024-13-01",
      "2024-12-31",
      'start must be a Date or text such as "2024-01-31" or "2024-01-31T16:00:00", got start "2024-13-01" and end "2024-12-31"',
    ],
    [
      "2024-01-01",
      "2024-02-30",
      'end must be a Date or text such as "2024-01-31" or "2024-01-31T16:00:00", got start "2024-01-01" and end "2024-02-30"',
    ],
    [
      new Date(Date.UTC(2024, 0, 1)),
      new Date(Number.NaN),
      "got start 2024-01-01T00:00:00.000Z and end an invalid Date",
    ],
  ])("a wrong one is shown beside the other: %s, %s", (start, end, message) => {
    expect(() => new Period({ start, end })).toThrow(ArgumentError);
    expect(() => new Period({ start, end })).toThrow(message);
  });

  it.each([
    ["equal", "2024-01-01", "2024-01-01", "start 2024-01-01T00:00:00 and end 2024-01-01T00:00:00"],
    ["turned round", "2024-03-31", "2024-01-01", "start 2024-03-31T00:00:00 and end 2024-01-01T00:00:00"],
  ])("%s bounds are refused, both shown", (_, start, end, message) => {
    expect(() => new Period({ start, end })).toThrow(ArgumentError);
    expect(() => new Period({ start, end })).toThrow(message);
  });

  it.each([
    ["month 0", () => Period.fromMonth(2024, 0), "month must be"],
    ["month 13", () => Period.fromMonth(2024, 13), "month must be"],
    ["0 months", () => Period.fromMonth(2024, 1, { months: 0 }), "months must not be 0"],
    ["0 months, a year", () => Period.fromMonth(2024, 1, { months: 0, years: 1 }), "months must not be 0"],
    ["a total of 0", () => Period.fromMonth(2024, 1, { months: 12, years: -1 }), "must not be 0"],
    ["half a month", () => Period.fromMonth(2024, 1, { months: 0.5 }), "months must be a whole number"],
    ["0 years", () => Period.fromYear(2024, 0), "years must not be 0"],
    ["half a year", () => Period.fromYear(2024.5), "year must be"],
  ])("%s is refused", (_, make, message) => {
    expect(make).toThrow(ArgumentError);
    expect(make).toThrow(message);
  });
});

describe("a period", () => {
  it("shows times in its key only where a bound has one, so that keys differ when periods do", () => {
    const day = { start: "2024-01-02T09:30", end: "2024-01-02T16:00" };
    expect(new Period(day).toKey()).toBe("2024-01-02T09:30:00_2024-01-02T16:00:00");
  });

  it("equals another with the same bounds", () => {
    expect(Period.Q1(2024).equals(new Period({ start: "2024-01-01", end: "2024-03-31" }))).toBe(true);
    expect(Period.Q1(2024).equals(Period.Q2(2024))).toBe(false);
  });

  it("cannot be changed", () => {
    const period = Period.Q1(2024);
    period.start.setUTCFullYear(1999);
    expect(period.toKey()).toBe("2024-01-01_2024-03-31");
    expect(Object.isFrozen(period)).toBe(true);
  });

  it("does not depend on the zone of the machine", () => {
    const zone = process.env.TZ;
    try {
      for (const other of ["America/New_York", "Asia/Tokyo", "UTC"]) {
        process.env.TZ = other;
        expect(new Period({ start: "2024-03-10T02:30", end: "2024-03-11" }).toIso().start).toBe(
          "2024-03-10T02:30:00",
        );
        expect(Period.Q1(2024).toKey()).toBe("2024-01-01_2024-03-31");
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it("reads its own text back", () => {
    const moment = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        fc.pre(a.getTime() !== b.getTime());
        const [start, end] = a < b ? [a, b] : [b, a];
        const period = new Period({ start, end });
        expect(new Period(period.toIso()).equals(period)).toBe(true);
        const [keyStart = "", keyEnd = ""] = period.toKey().split("_");
        expect(new Period({ start: keyStart, end: keyEnd }).equals(period)).toBe(true);
      }),
    );
  });

  it("of n months forward and of n months back from its end are the same", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2100 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 60 }),
        (year, month, months) => {
          const forward = Period.fromMonth(year, month, { months });
          const back = Period.fromMonth(forward.end.getUTCFullYear(), forward.end.getUTCMonth() + 1, {
            months: -months,
          });
          expect(back.equals(forward)).toBe(true);
        },
      ),
    );
  });
});
