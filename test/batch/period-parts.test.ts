import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarLength, type CalendarUnit, Period } from "../../src/batch/index.ts";
import { ArgumentError } from "../../src/errors/index.ts";

const keys = (periods: readonly Period[]) => periods.map((period) => period.toKey());
const of = (start: string, end: string) => new Period({ start, end });
const DAY = 86_400_000;

const unit = fc.constantFrom<CalendarUnit>("month", "quarter", "year");
const day = fc.date({ min: new Date("1990-01-01"), max: new Date("2030-12-31"), noInvalidDate: true });

/** Of up to four years; half of them of whole days. */
const period = fc
  .tuple(day, fc.integer({ min: 1, max: 4 * 366 * DAY }), fc.boolean())
  .map(([from, length, wholeDays]) => {
    const round = (ms: number) => (wholeDays ? Math.floor(ms / DAY) * DAY : ms);
    const start = round(from.getTime());
    return new Period({
      start: new Date(start),
      end: new Date(round(start + length) + (wholeDays ? DAY : 0)),
    });
  });

/** First and last millisecond of what a period covers, by what it says of itself. */
function covered(period: Period): readonly [number, number] {
  const end = period.end.getTime();
  return [period.start.getTime(), end % DAY === 0 ? end + DAY - 1 : end];
}

describe("split", () => {
  it.each<[string, Period, CalendarUnit, readonly string[]]>([
    [
      "a quarter into months",
      Period.Q1(2024),
      "month",
      ["2024-01-01_2024-01-31", "2024-02-01_2024-02-29", "2024-03-01_2024-03-31"],
    ],
    ["a month into itself", Period.fromMonth(2024, 2), "year", ["2024-02-01_2024-02-29"]],
    [
      "parts at both ends",
      of("2023-11-15", "2024-02-10"),
      "quarter",
      ["2023-11-15_2023-12-31", "2024-01-01_2024-02-10"],
    ],
    [
      "a single first day",
      of("2024-01-31", "2024-02-10"),
      "month",
      ["2024-01-31T00:00:00_2024-01-31T23:59:59.999", "2024-02-01_2024-02-10"],
    ],
    [
      "a single last day",
      of("2024-01-30", "2024-02-01"),
      "month",
      ["2024-01-30_2024-01-31", "2024-02-01T00:00:00_2024-02-01T23:59:59.999"],
    ],
    [
      "times of day",
      of("2024-01-31T09:30", "2024-02-01T16:00"),
      "month",
      ["2024-01-31T09:30:00_2024-01-31T23:59:59.999", "2024-02-01T00:00:00_2024-02-01T16:00:00"],
    ],
    [
      "a single millisecond stays with what follows",
      of("2024-01-31T23:59:59.999", "2024-02-10T12:00"),
      "month",
      ["2024-01-31T23:59:59.999_2024-02-10T12:00:00"],
    ],
    [
      "the last month there is",
      of("9999-11-01", "9999-12-31"),
      "month",
      ["9999-11-01_9999-11-30", "9999-12-01_9999-12-31"],
    ],
  ])("%s", (_, whole, by, parts) => {
    expect(keys(whole.split(by))).toEqual(parts);
  });

  it("refuses another unit", () => {
    expect(() => Period.Q1(2024).split("week" as "month")).toThrow(
      'Period.split: the unit must be month, quarter, year, got "week"',
    );
  });

  it("tiles the period: in order, without gap or overlap", () => {
    fc.assert(
      fc.property(period, unit, (whole, by) => {
        const spans = whole.split(by).map(covered);
        expect(spans[0]?.[0]).toBe(covered(whole)[0]);
        expect(spans.at(-1)?.[1]).toBe(covered(whole)[1]);
        spans.slice(1).forEach(([first], index) => {
          expect(first).toBe((spans[index]?.[1] ?? 0) + 1);
        });
      }),
    );
  });

  it("gives the same months whether by quarters first or not", () => {
    fc.assert(
      fc.property(period, (whole) => {
        expect(keys(whole.split("quarter").flatMap((part) => part.split("month")))).toEqual(
          keys(whole.split("month")),
        );
      }),
    );
  });
});

describe("range", () => {
  it.each<[readonly [number, number, CalendarUnit?], number, string, string]>([
    [[2015, 2020], 6, "2015-01-01_2015-12-31", "2020-01-01_2020-12-31"],
    [[2024, 2024], 1, "2024-01-01_2024-12-31", "2024-01-01_2024-12-31"],
    [[2023, 2024, "quarter"], 8, "2023-01-01_2023-03-31", "2024-10-01_2024-12-31"],
    [[2023, 2024, "month"], 24, "2023-01-01_2023-01-31", "2024-12-01_2024-12-31"],
  ])("%j", (args, count, first, last) => {
    const periods = Period.range(...args);
    expect(periods).toHaveLength(count);
    expect(periods[0]?.toKey()).toBe(first);
    expect(periods.at(-1)?.toKey()).toBe(last);
  });

  it("refuses years turned round, both shown", () => {
    expect(() => Period.range(2020, 2015)).toThrow("got 2020 and 2015");
  });
});

describe("contains and overlaps", () => {
  const q1 = Period.Q1(2024);

  it.each<[string, Period | string | Date, boolean]>([
    ["its start", "2024-01-01", true],
    ["the moment before it", "2023-12-31T23:59:59.999", false],
    ["the evening of its last day", "2024-03-31T23:59:59.999", true],
    ["the day after", "2024-04-01", false],
    ["a Date", new Date(Date.UTC(2024, 1, 1)), true],
    ["itself", q1, true],
    ["a month of it", Period.fromMonth(2024, 3), true],
    ["its last day written with times", of("2024-03-31T00:00", "2024-03-31T23:59:59"), true],
    ["a period that goes on", of("2024-03-01", "2024-04-01"), false],
    ["a longer one", Period.fromYear(2024), false],
  ])("the first quarter contains %s: %#", (_, other, contained) => {
    expect(q1.contains(other)).toBe(contained);
  });

  it.each<[string, Period, boolean]>([
    ["the next quarter", Period.Q2(2024), false],
    ["a period from its last evening on", of("2024-03-31T23:00", "2024-06-30"), true],
    ["its year", Period.fromYear(2024), true],
    ["the year before", Period.fromYear(2023), false],
  ])("the first quarter overlaps %s: %#", (_, other, overlapping) => {
    expect(q1.overlaps(other)).toBe(overlapping);
    expect(other.overlaps(q1)).toBe(overlapping);
  });

  it("an end with a time is the last moment", () => {
    const morning = of("2024-01-02T00:00", "2024-01-02T12:00");
    expect(morning.contains("2024-01-02T12:00")).toBe(true);
    expect(morning.contains("2024-01-02T12:00:00.001")).toBe(false);
  });

  it("refuses what is no moment", () => {
    expect(() => q1.contains("soon")).toThrow(ArgumentError);
  });

  it("agree with what the periods cover", () => {
    fc.assert(
      fc.property(period, period, (a, b) => {
        const [aFirst, aLast] = covered(a);
        const [bFirst, bLast] = covered(b);
        expect(a.overlaps(b)).toBe(!(aLast < bFirst || bLast < aFirst));
        expect(a.contains(b)).toBe(aFirst <= bFirst && bLast <= aLast);
        if (a.contains(b)) expect(a.overlaps(b)).toBe(true);
        if (a.contains(b) && b.contains(a)) expect([aFirst, aLast]).toEqual([bFirst, bLast]);
      }),
    );
  });
});

describe("walk-forward windows", () => {
  const shown = (windows: ReturnType<Period["rolling"]>) =>
    windows.map(({ train, test }) => `${train} ${test}`);

  it.each<[string, readonly string[], readonly string[]]>([
    [
      "half-years after two years",
      shown(Period.fromYear(2021, 3).rolling({ train: { years: 2 }, test: { months: 6 } })),
      ["2021-01-01_2022-12-31 2023-01-01_2023-06-30", "2021-07-01_2023-06-30 2023-07-01_2023-12-31"],
    ],
    [
      "the same, anchored",
      shown(Period.fromYear(2021, 3).anchored({ train: { years: 2 }, test: { months: 6 } })),
      ["2021-01-01_2022-12-31 2023-01-01_2023-06-30", "2021-01-01_2023-06-30 2023-07-01_2023-12-31"],
    ],
    [
      "a step of its own, the rest left out",
      shown(Period.Q1(2023).rolling({ train: { months: 1 }, test: { days: 14 }, step: { months: 1 } })),
      ["2023-01-01_2023-01-31 2023-02-01_2023-02-14", "2023-02-01_2023-02-28 2023-03-01_2023-03-14"],
    ],
    [
      "months counted from the 31st do not drift",
      shown(of("2023-01-31", "2023-06-30").rolling({ train: { months: 1 }, test: { months: 1 } })),
      [
        "2023-01-31_2023-02-27 2023-02-28_2023-03-30",
        "2023-02-28_2023-03-30 2023-03-31_2023-04-29",
        "2023-03-31_2023-04-29 2023-04-30_2023-05-30",
        "2023-04-30_2023-05-30 2023-05-31_2023-06-29",
      ],
    ],
  ])("%s", (_, windows, expected) => {
    expect(windows).toEqual(expected);
  });

  it.each([
    ["no length", { train: {}, test: { months: 1 } }, "train must be longer than nothing"],
    [
      "a negative one",
      { train: { months: 1 }, test: { days: -1 } },
      "test.days must be a whole number from 0, got -1",
    ],
    ["half a month", { train: { months: 0.5 }, test: { days: 1 } }, "train.months must be a whole number"],
    [
      "no step",
      { train: { days: 1 }, test: { days: 1 }, step: { days: 0 } },
      "step must be longer than nothing",
    ],
    [
      "too long a training",
      { train: { years: 1 }, test: { days: 1 } },
      "no walk-forward window fits: 1 years of training and 1 days of test",
    ],
    ["a length without end", { train: { years: 10 ** 9 }, test: { days: 1 } }, "no walk-forward window fits"],
  ])("refuse %s", (_, options, message) => {
    expect(() => Period.Q1(2024).rolling(options)).toThrow(ArgumentError);
    expect(() => Period.Q1(2024).anchored(options)).toThrow(message);
  });

  const length = fc
    .record({ months: fc.integer({ min: 0, max: 6 }), days: fc.integer({ min: 0, max: 40 }) })
    .filter(({ months, days }) => months + days > 0);
  const threeYears = (from: Date) =>
    new Period({ start: from, end: new Date(from.getTime() + 3 * 366 * DAY) });
  const anyYears = day.map(threeYears);
  const years = day.map((from) => threeYears(new Date(Math.floor(from.getTime() / 60_000) * 60_000)));

  it("never test on what they were trained on, nor on anything outside the period", () => {
    fc.assert(
      fc.property(anyYears, length, length, length, fc.boolean(), (whole, train, test, step, rolls) => {
        const options = { train, test, step };
        for (const window of rolls ? whole.rolling(options) : whole.anchored(options)) {
          expect(window.train.overlaps(window.test)).toBe(false);
          expect(whole.contains(window.train) && whole.contains(window.test)).toBe(true);
        }
      }),
    );
  });

  it("test what follows their own training at once, one window after the other", () => {
    fc.assert(
      fc.property(years, length, length, length, fc.boolean(), (whole, train, test, step, rolls) => {
        const options = { train, test, step };
        const windows = rolls ? whole.rolling(options) : whole.anchored(options);
        for (const window of windows) {
          expect(covered(window.test)[0]).toBe(covered(window.train)[1] + 1);
        }
        const starts = windows.map(({ test }) => test.start.getTime());
        expect(starts).toEqual([...new Set(starts)].toSorted((a, b) => a - b));
      }),
    );
  });

  it("have tests that follow each other when there is no step of its own", () => {
    fc.assert(
      fc.property(years, length, length, (whole, train, test) => {
        const tests = whole.rolling({ train, test }).map((window) => covered(window.test));
        tests.slice(1).forEach(([first], index) => {
          expect(first).toBe((tests[index]?.[1] ?? 0) + 1);
        });
      }),
    );
  });

  it("anchored ones differ from rolling ones only in where the training begins", () => {
    const train: CalendarLength = { months: 3 };
    fc.assert(
      fc.property(years, length, (whole, test) => {
        const anchored = whole.anchored({ train, test });
        const rolling = whole.rolling({ train, test });
        expect(anchored.map((window) => [window.train.end, window.test.toKey()])).toEqual(
          rolling.map((window) => [window.train.end, window.test.toKey()]),
        );
        expect(anchored.every((window) => window.train.start.getTime() === whole.start.getTime())).toBe(true);
      }),
    );
  });
});
