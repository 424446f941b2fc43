import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zoneOf } from "../../../src/engine/calendar/zone.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);
const HOUR = 3_600_000;

describe("offsetAt", () => {
  it.each([
    ["America/New_York", "2024-03-10T06:59:59.999", -5],
    ["America/New_York", "2024-03-10T07:00:00.000", -4],
    ["America/New_York", "2024-11-03T05:59:59.999", -4],
    ["America/New_York", "2024-11-03T06:00:00.000", -5],
    ["Europe/Athens", "2024-03-31T00:59:59.999", 2],
    ["Europe/Athens", "2024-03-31T01:00:00.000", 3],
    ["Asia/Kolkata", "2024-06-01T00:00:00.000", 5.5],
    ["Australia/Lord_Howe", "2024-04-06T14:59:59.999", 11],
    ["Australia/Lord_Howe", "2024-04-06T15:00:00.000", 10.5],
    ["UTC", "2024-03-10T07:00:00.000", 0],
  ])("%s at %sZ is %d h", (zone, instant, hours) => {
    expect(zoneOf(zone).offsetAt(utc(instant))).toBe(hours * HOUR);
  });

  it("is the same whatever was asked before", () => {
    const instants = fc.array(fc.integer({ min: utc("1990-01-01T00:00"), max: utc("2035-01-01T00:00") }));
    fc.assert(
      fc.property(instants, (asked) => {
        const zone = zoneOf("Europe/Athens");
        const first = asked.map(zone.offsetAt);
        const backwards = [...asked].reverse().map(zone.offsetAt).reverse();
        expect(backwards).toEqual(first);
      }),
    );
  });
});

describe("instantOf", () => {
  it.each([
    ["ordinary", "America/New_York", "2024-07-01T18:00", "2024-07-01T22:00"],
    ["skipped: the first instant after the jump", "America/New_York", "2024-03-10T02:30", "2024-03-10T07:00"],
    ["first of two", "America/New_York", "2024-11-03T01:30", "2024-11-03T05:30"],
    ["just after the second of two", "America/New_York", "2024-11-03T02:00", "2024-11-03T07:00"],
    ["half-hour jump", "Australia/Lord_Howe", "2024-10-06T02:15", "2024-10-05T15:30"],
    ["a day that a zone left out", "Pacific/Apia", "2011-12-30T12:00", "2011-12-30T10:00"],
  ])("%s", (_name, zone, wallClock, instant) => {
    expect(new Date(zoneOf(zone).instantOf(utc(wallClock))).toISOString()).toBe(`${instant}:00.000Z`);
  });

  it("shows the wall clock it was asked for, or the first one after a gap, and no earlier instant does", () => {
    const zones = fc.constantFrom(
      "America/New_York",
      "Europe/Athens",
      "Australia/Lord_Howe",
      "Africa/Casablanca",
      "UTC",
    );
    const minutes = fc.integer({
      min: utc("2000-01-01T00:00") / 60_000,
      max: utc("2030-01-01T00:00") / 60_000,
    });
    fc.assert(
      fc.property(zones, minutes, (name, minute) => {
        const zone = zoneOf(name);
        const wallClock = minute * 60_000;
        const instant = zone.instantOf(wallClock);
        expect(instant + zone.offsetAt(instant)).toBeGreaterThanOrEqual(wallClock);
        expect(instant - 1 + zone.offsetAt(instant - 1)).toBeLessThan(wallClock);
      }),
      { numRuns: 500 },
    );
  });
});

it("an unknown zone is an error", () => {
  expect(() => zoneOf("Mars/Olympus")).toThrow(RangeError);
});
