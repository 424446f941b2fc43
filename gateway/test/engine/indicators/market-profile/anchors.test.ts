import { describe, expect, it } from "vitest";
import type { Bars } from "../../../../src/engine/bars.ts";
import type { AnchorConfig } from "../../../../src/engine/indicators/market-profile/anchors.ts";
import { profileCells } from "./cells.ts";

/** Bars that start at these moments of UTC; the price of each is its row, so that a profile tells its bars. */
function barsAt(times: readonly string[]): Bars {
  const row = Float64Array.from(times.keys());
  const ts = Float64Array.from(times, (time) => Date.parse(`2024-${time}Z`));
  return { length: times.length, ts, open: row, high: row, low: row, close: row, volume: row };
}

/** The bars of each profile by the moment of the bar that carries it, and the ids of all bars. */
function segments(times: readonly string[], anchors: AnchorConfig, timeZone: string) {
  const options = { anchors, tickSize: 1, valueAreaShare: 0.7, shapes: undefined };
  const { rows, segmentIds } = profileCells(barsAt(times), timeZone, options);
  const profiles = rows.flatMap((row, at) => {
    if (row === null) return [];
    return [[times[at]!, row.distribution.map(({ price }) => times[price]!)] as const];
  });
  return { profiles: Object.fromEntries(profiles), segmentIds };
}

const time = (text: string) => ({ hour: Number(text.slice(0, 2)), minute: Number(text.slice(3)) });
const daily = (end: string, lookback = 1): AnchorConfig => ({
  end_rule: { type: "DailyTime", ...time(end) },
  lookback_days: lookback,
});
const weekly = (weekday: "Mon" | "Sun", end: string, lookback: number): AnchorConfig => ({
  end_rule: { type: "WeeklyTime", weekday, ...time(end) },
  lookback_days: lookback,
});
const within = (start: string, end: string): AnchorConfig => ({
  start_rule: { type: "DailyTime", ...time(start) },
  end_rule: { type: "DailyTime", ...time(end) },
  lookback_days: 0,
});

/** January 2024 began on a Monday. */
const days = (...dates: readonly number[]): string[] =>
  dates.map((date) => `01-${String(date).padStart(2, "0")}T09:00`);

type Case = [
  what: string,
  anchors: AnchorConfig,
  timeZone: string,
  times: string[],
  profiles: Record<string, string[]>,
  ids: (number | null)[],
];

describe("segments", () => {
  it.each<Case>([
    [
      "daily: from anchor to anchor; what comes before the first is in none",
      daily("09:00"),
      "UTC",
      [
        "01-01T08:00",
        "01-01T09:00",
        "01-01T10:00",
        "01-02T08:00",
        "01-02T09:00",
        "01-02T10:00",
        "01-03T09:00",
      ],
      {
        "01-02T09:00": ["01-01T09:00", "01-01T10:00", "01-02T08:00"],
        "01-03T09:00": ["01-02T09:00", "01-02T10:00"],
      },
      [null, null, null, null, 0, 0, 1],
    ],
    [
      "a day without a bar at that very time has no anchor",
      daily("09:00"),
      "UTC",
      ["01-01T09:00", "01-02T08:59", "01-02T09:01", "01-03T09:00"],
      { "01-03T09:00": ["01-01T09:00", "01-02T08:59", "01-02T09:01"] },
      [null, null, null, 0],
    ],
    [
      "a weekend is skipped: Monday's segment is Friday's",
      daily("09:00"),
      "UTC",
      days(5, 8),
      { "01-08T09:00": days(5) },
      [null, 0],
    ],
    [
      "daily, three days: every third anchor has a value",
      daily("09:00", 3),
      "UTC",
      days(1, 2, 3, 4, 5, 8, 9, 10),
      { "01-04T09:00": days(1, 2, 3), "01-09T09:00": days(4, 5, 8) },
      [null, null, null, 0, 0, 0, 1, 1],
    ],
    [
      "weekly: five days back from each Monday, over a holiday into the week before",
      weekly("Mon", "09:00", 5),
      "UTC",
      days(1, 2, 3, 4, 5, 8, 9, 11, 12, 15),
      { "01-08T09:00": days(1, 2, 3, 4, 5), "01-15T09:00": days(5, 8, 9, 11, 12) },
      [null, null, null, null, null, 0, 0, 0, 0, 1],
    ],
    [
      "weekly: fewer days before than asked for give nothing, and take no number",
      weekly("Mon", "09:00", 6),
      "UTC",
      days(1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 15),
      { "01-15T09:00": days(5, 8, 9, 10, 11, 12) },
      [...Array<null>(10).fill(null), 0],
    ],
    [
      "weekly: a week without its anchor is left out",
      weekly("Mon", "09:00", 2),
      "UTC",
      days(4, 5, 8, 9, 12, 16, 19, 22),
      { "01-08T09:00": days(4, 5), "01-22T09:00": days(16, 19) },
      [null, null, 0, 0, 0, 0, 0, 1],
    ],
    [
      "weekly: the weekday is the clock's, whatever the session is called",
      weekly("Mon", "02:00", 1),
      "America/New_York",
      ["01-07T07:00", "01-08T03:00", "01-08T07:00", "01-09T07:00"],
      { "01-08T07:00": ["01-07T07:00", "01-08T03:00"] },
      [null, null, 0, 0],
    ],
    [
      "within a day: from the start to the bar at the end",
      within("09:00", "10:00"),
      "UTC",
      [
        "01-01T08:30",
        "01-01T09:00",
        "01-01T09:30",
        "01-01T10:00",
        "01-01T10:30",
        "01-02T09:00",
        "01-02T10:00",
      ],
      { "01-01T10:00": ["01-01T09:00", "01-01T09:30"], "01-02T10:00": ["01-02T09:00"] },
      [null, null, null, 0, 0, 0, 1],
    ],
    [
      "within a day: the start needs no bar of its own",
      within("09:00", "10:00"),
      "UTC",
      ["01-01T08:59", "01-01T09:01", "01-01T10:00"],
      { "01-01T10:00": ["01-01T09:01"] },
      [null, null, 0],
    ],
    [
      "within a day: without a bar at the end there is no value",
      within("09:00", "10:00"),
      "UTC",
      ["01-01T09:00", "01-01T10:01", "01-02T09:00", "01-02T10:00"],
      { "01-02T10:00": ["01-02T09:00"] },
      [null, null, null, 0],
    ],
    [
      "within a day: an empty window gives nothing and takes no number",
      within("09:00", "10:00"),
      "UTC",
      ["01-01T09:00", "01-01T10:00", "01-02T10:00", "01-03T09:30", "01-03T10:00"],
      { "01-01T10:00": ["01-01T09:00"], "01-03T10:00": ["01-03T09:30"] },
      [null, 0, 0, 0, 1],
    ],
    ["no bar at that time at all", daily("09:15"), "UTC", days(1, 2, 3), {}, [null, null, null]],
    ["no bars", daily("09:00"), "UTC", [], {}, []],
    ["one bar", daily("09:00"), "UTC", days(1), {}, [null]],
  ])("%s", (_what, anchors, timeZone, times, profiles, ids) => {
    expect(segments(times, anchors, timeZone)).toEqual({ profiles, segmentIds: ids });
  });
});

describe("on the instrument's clock", () => {
  it.each<Case>([
    [
      "summer time begins: 09:30 of New York moves by an hour of UTC",
      daily("09:30"),
      "America/New_York",
      ["03-08T14:30", "03-08T15:30", "03-11T13:30", "03-11T14:30", "03-12T13:30"],
      { "03-11T13:30": ["03-08T14:30", "03-08T15:30"], "03-12T13:30": ["03-11T13:30", "03-11T14:30"] },
      [null, null, 0, 0, 1],
    ],
    [
      "a time that is skipped has no anchor that day: New York goes from 02:00 to 03:00",
      daily("02:30"),
      "America/New_York",
      ["03-09T07:30", "03-10T06:30", "03-10T07:30", "03-11T06:30"],
      { "03-11T06:30": ["03-09T07:30", "03-10T06:30", "03-10T07:30"] },
      [null, null, null, 0],
    ],
    [
      "a time that comes twice counts once, the first time",
      daily("01:30"),
      "America/New_York",
      ["11-02T05:30", "11-03T05:30", "11-03T06:30", "11-04T06:30"],
      { "11-03T05:30": ["11-02T05:30"], "11-04T06:30": ["11-03T05:30", "11-03T06:30"] },
      [null, 0, 0, 1],
    ],
    [
      "a window that starts in the skipped hour starts after it",
      within("02:30", "04:00"),
      "America/New_York",
      ["03-10T06:30", "03-10T07:00", "03-10T07:30", "03-10T08:00"],
      { "03-10T08:00": ["03-10T07:00", "03-10T07:30"] },
      [null, null, null, 0],
    ],
    [
      "a window over the doubled hour holds it twice",
      within("00:30", "02:00"),
      "America/New_York",
      [
        "11-03T04:00",
        "11-03T04:30",
        "11-03T05:00",
        "11-03T05:30",
        "11-03T06:00",
        "11-03T06:30",
        "11-03T07:00",
      ],
      { "11-03T07:00": ["11-03T04:30", "11-03T05:00", "11-03T05:30", "11-03T06:00", "11-03T06:30"] },
      [null, null, null, null, null, null, 0],
    ],
    [
      "a session over midnight lies between two anchors like any other",
      daily("18:00"),
      "America/New_York",
      ["01-07T23:00", "01-08T04:00", "01-08T06:00", "01-08T21:00", "01-08T23:00", "01-09T05:00"],
      { "01-08T23:00": ["01-07T23:00", "01-08T04:00", "01-08T06:00", "01-08T21:00"] },
      [null, null, null, null, 0, 0],
    ],
    [
      "a zone that is half an hour off",
      daily("09:15"),
      "Asia/Kolkata",
      ["01-01T03:45", "01-01T09:15", "01-02T03:45"],
      { "01-02T03:45": ["01-01T03:45", "01-01T09:15"] },
      [null, null, 0],
    ],
  ])("%s", (_what, anchors, timeZone, times, profiles, ids) => {
    expect(segments(times, anchors, timeZone)).toEqual({ profiles, segmentIds: ids });
  });
});
