import { describe, expect, it } from "vitest";
import { type PeriodRange, readPeriod } from "../../../src/engine/calendar/period.ts";

const text = (instant: number): string => new Date(instant).toISOString();

function rangeOf(start: string, end: string, zone: string): PeriodRange {
  const range = readPeriod({ start, end }, zone);
  if ("field" in range) throw new Error(range.message);
  return range;
}

describe("readPeriod", () => {
  it.each([
    ["dates, UTC", "UTC", "2024-01-01", "2024-03-31", "2024-01-01T00:00:00.000Z", "2024-04-01T00:00:00.000Z"],
    [
      "midnight end",
      "UTC",
      "2024-01-01T00:00:00",
      "2024-03-31T00:00:00",
      "2024-01-01T00:00:00.000Z",
      "2024-04-01T00:00:00.000Z",
    ],
    [
      "midnight end with offset",
      "America/New_York",
      "2024-01-01T00:00:00Z",
      "2024-03-31T00:00:00.000Z",
      "2024-01-01T00:00:00.000Z",
      "2024-04-01T00:00:00.000Z",
    ],
    [
      "local days",
      "America/New_York",
      "2024-03-10",
      "2024-03-10",
      "2024-03-10T05:00:00.000Z",
      "2024-03-11T04:00:00.000Z",
    ],
    [
      "a timed end is included",
      "UTC",
      "2024-01-01",
      "2024-01-01T12:30",
      "2024-01-01T00:00:00.000Z",
      "2024-01-01T12:30:00.001Z",
    ],
    [
      "offsets win over the zone",
      "Europe/Athens",
      "2024-01-01T10:00+08:00",
      "2024-01-01T12:00-05:00",
      "2024-01-01T02:00:00.000Z",
      "2024-01-01T17:00:00.001Z",
    ],
    [
      "a space for the T",
      "UTC",
      "2024-01-01 09:00",
      "2024-01-01 17:00:00.250",
      "2024-01-01T09:00:00.000Z",
      "2024-01-01T17:00:00.251Z",
    ],
  ])("%s", (_name, zone, start, end, from, to) => {
    const range = rangeOf(start, end, zone);
    expect([text(range.from), text(range.to)]).toEqual([from, to]);
  });

  it.each(["UTC", "America/New_York", "Europe/Athens"])("consecutive quarters tile a year in %s", (zone) => {
    const q1 = rangeOf("2024-01-01", "2024-03-31", zone);
    const q2 = rangeOf("2024-04-01", "2024-06-30", zone);
    const q3 = rangeOf("2024-07-01T00:00:00", "2024-09-30T00:00:00", zone);
    const q4 = rangeOf("2024-10-01", "2024-12-31", zone);
    expect([q2.from, q3.from, q4.from]).toEqual([q1.to, q2.to, q3.to]);
    expect({ from: q1.from, to: q4.to }).toEqual(rangeOf("2024-01-01", "2024-12-31", zone));
  });

  it.each([
    ["start", "yesterday", "2024-01-01"],
    ["start", "2024-02-30", "2024-03-01"],
    ["start", "2024-01-01T25:00", "2024-03-01"],
    ["end", "2024-01-01", "01/02/2024"],
    ["end", "2024-01-02", "2024-01-01"],
    ["end", "2024-01-02T10:00", "2024-01-02T09:59"],
  ])("names the field %s of %s .. %s", (field, start, end) => {
    expect(readPeriod({ start, end }, "UTC")).toMatchObject({ field, message: expect.stringMatching(/./) });
  });
});
