import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../../src/engine/calendar/calendar.ts";
import { FREQS, type Freq } from "../../../src/engine/calendar/freq.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);
const text = (instant: number): string => new Date(instant).toISOString().slice(0, 16);

interface Case {
  readonly of: string;
  readonly zone: string;
  readonly session: string;
  readonly freq: Freq;
  readonly at: string;
  readonly bin: readonly [start: string, end: string];
}

const NEW_YORK = { zone: "America/New_York", session: "18:00" };
const ATHENS = { zone: "Europe/Athens", session: "00:00" };
const UTC = { zone: "UTC", session: "00:00" };

const CASES: readonly Case[] = [
  {
    of: "UTC minute",
    ...UTC,
    freq: "1min",
    at: "2024-01-01T10:00",
    bin: ["2024-01-01T10:00", "2024-01-01T10:01"],
  },
  {
    of: "UTC quarter",
    ...UTC,
    freq: "15min",
    at: "2024-01-01T10:29",
    bin: ["2024-01-01T10:15", "2024-01-01T10:30"],
  },
  { of: "UTC 4h", ...UTC, freq: "4h", at: "2024-01-01T23:59", bin: ["2024-01-01T20:00", "2024-01-02T00:00"] },
  {
    of: "UTC week from Monday",
    ...UTC,
    freq: "1W",
    at: "2024-01-07T23:59",
    bin: ["2024-01-01T00:00", "2024-01-08T00:00"],
  },
  {
    of: "UTC month of a leap year",
    ...UTC,
    freq: "1M",
    at: "2024-02-29T12:00",
    bin: ["2024-02-01T00:00", "2024-03-01T00:00"],
  },
  {
    of: "UTC before 1970",
    ...UTC,
    freq: "1W",
    at: "1969-12-31T12:00",
    bin: ["1969-12-29T00:00", "1970-01-05T00:00"],
  },

  {
    of: "a session day begins the evening before",
    ...NEW_YORK,
    freq: "1D",
    at: "2024-01-02T15:00",
    bin: ["2024-01-01T23:00", "2024-01-02T23:00"],
  },
  {
    of: "its very start",
    ...NEW_YORK,
    freq: "1D",
    at: "2024-01-02T23:00",
    bin: ["2024-01-02T23:00", "2024-01-03T23:00"],
  },
  {
    of: "4h from the session start",
    ...NEW_YORK,
    freq: "4h",
    at: "2024-01-02T02:59",
    bin: ["2024-01-01T23:00", "2024-01-02T03:00"],
  },
  {
    of: "day with 23 hours",
    ...NEW_YORK,
    freq: "1D",
    at: "2024-03-10T12:00",
    bin: ["2024-03-09T23:00", "2024-03-10T22:00"],
  },
  {
    of: "its last 4h bin has 3 hours",
    ...NEW_YORK,
    freq: "4h",
    at: "2024-03-10T21:30",
    bin: ["2024-03-10T19:00", "2024-03-10T22:00"],
  },
  {
    of: "day with 25 hours",
    ...NEW_YORK,
    freq: "1D",
    at: "2024-11-03T12:00",
    bin: ["2024-11-02T22:00", "2024-11-03T23:00"],
  },
  {
    of: "its additional last bin has 1 hour",
    ...NEW_YORK,
    freq: "4h",
    at: "2024-11-03T22:10",
    bin: ["2024-11-03T22:00", "2024-11-03T23:00"],
  },
  {
    of: "week from Monday's session day",
    ...NEW_YORK,
    freq: "1W",
    at: "2024-03-11T21:59",
    bin: ["2024-03-04T23:00", "2024-03-11T22:00"],
  },
  {
    of: "month from the 1st's session day",
    ...NEW_YORK,
    freq: "1M",
    at: "2024-03-15T00:00",
    bin: ["2024-03-01T23:00", "2024-04-01T22:00"],
  },
  {
    of: "Sunday evening belongs to Sunday's session day",
    ...NEW_YORK,
    freq: "1D",
    at: "2024-01-07T23:30",
    bin: ["2024-01-07T23:00", "2024-01-08T23:00"],
  },

  {
    of: "local midnight",
    ...ATHENS,
    freq: "1D",
    at: "2024-01-15T21:59",
    bin: ["2024-01-14T22:00", "2024-01-15T22:00"],
  },
  {
    of: "day with 23 hours",
    ...ATHENS,
    freq: "1D",
    at: "2024-03-31T12:00",
    bin: ["2024-03-30T22:00", "2024-03-31T21:00"],
  },
  {
    of: "4h is elapsed time, across the jump",
    ...ATHENS,
    freq: "4h",
    at: "2024-03-31T01:30",
    bin: ["2024-03-30T22:00", "2024-03-31T02:00"],
  },
  {
    of: "month with both offsets",
    ...ATHENS,
    freq: "1M",
    at: "2024-10-27T12:00",
    bin: ["2024-09-30T21:00", "2024-10-31T22:00"],
  },

  {
    of: "session start that a jump skips",
    zone: "America/New_York",
    session: "02:30",
    freq: "1D",
    at: "2024-03-10T07:00",
    bin: ["2024-03-10T07:00", "2024-03-11T06:30"],
  },
  {
    of: "just before it",
    zone: "America/New_York",
    session: "02:30",
    freq: "1h",
    at: "2024-03-10T06:59",
    bin: ["2024-03-10T06:30", "2024-03-10T07:00"],
  },
  {
    of: "doubled session start: its first occurrence",
    zone: "America/New_York",
    session: "01:30",
    freq: "1D",
    at: "2024-11-03T05:30",
    bin: ["2024-11-03T05:30", "2024-11-04T06:30"],
  },
  {
    of: "half past session, 1h bins",
    zone: "America/New_York",
    session: "09:30",
    freq: "1h",
    at: "2024-01-03T15:00",
    bin: ["2024-01-03T14:30", "2024-01-03T15:30"],
  },
];

describe("binAt", () => {
  it.each(CASES)("$zone $session $freq, $of: $at", ({ zone, session, freq, at, bin }) => {
    const { start, end } = calendarOf(zone, session).binAt(freq, utc(at));
    expect([text(start), text(end)]).toEqual(bin);
  });

  const calendars = fc.constantFrom(
    calendarOf("UTC", "00:00"),
    calendarOf("America/New_York", "18:00"),
    calendarOf("America/New_York", "02:30"),
    calendarOf("Europe/Athens", "00:00"),
    calendarOf("Australia/Lord_Howe", "02:15"),
  );
  const instants = fc.integer({ min: utc("1995-01-01T00:00"), max: utc("2035-01-01T00:00") });

  it("bins tile the time line: each holds its instant and ends where the next begins", () => {
    fc.assert(
      fc.property(calendars, fc.constantFrom(...FREQS), instants, (calendar, freq, instant) => {
        const bin = calendar.binAt(freq, instant);
        expect(bin.start).toBeLessThanOrEqual(instant);
        expect(bin.end).toBeGreaterThan(instant);
        expect(calendar.binAt(freq, bin.start)).toEqual(bin);
        expect(calendar.binAt(freq, bin.end - 1)).toEqual(bin);
        expect(calendar.binAt(freq, bin.end).start).toBe(bin.end);
      }),
      { numRuns: 500 },
    );
  });

  it("a finer bin lies within one bin of any coarser frequency but the month of a week", () => {
    fc.assert(
      fc.property(calendars, fc.integer({ min: 0, max: 7 }), instants, (calendar, finer, instant) => {
        const inner = calendar.binAt(FREQS[finer]!, instant);
        const outer = calendar.binAt(finer < 7 ? FREQS[finer + 1]! : FREQS[finer]!, instant);
        expect(inner.start).toBeGreaterThanOrEqual(outer.start);
        expect(inner.end).toBeLessThanOrEqual(outer.end);
      }),
      { numRuns: 300 },
    );
  });
});

it.each(["24:00", "9:30", "0930", ""])("session start %j is an error", (session) => {
  expect(() => calendarOf("UTC", session)).toThrow(/not a time of day/);
});
