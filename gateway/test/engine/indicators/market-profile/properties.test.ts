import fc from "fast-check";
import { Weekday } from "tradepose-client/models";
import { expect, it } from "vitest";
import type { Bars } from "../../../../src/engine/bars.ts";
import type { AnchorConfig } from "../../../../src/engine/indicators/market-profile/anchors.ts";
import { profileCells } from "./cells.ts";
import { type NaiveOptions, naiveMarketProfile } from "./naive.ts";

const MINUTE = 60_000;
const DAYS = Object.values(Weekday);

/** A zone, and an hour of UTC from which its clock soon jumps. */
const JUMPS = [
  ["UTC", "2024-03-07T00:00Z"],
  ["America/New_York", "2024-03-08T00:00Z"],
  ["America/New_York", "2024-11-01T00:00Z"],
  // Jumps by half an hour.
  ["Australia/Lord_Howe", "2024-04-05T00:00Z"],
  ["Australia/Lord_Howe", "2024-10-04T00:00Z"],
  // Jumps at midnight: a day that starts at 01:00, and one whose last hour comes twice.
  ["America/Santiago", "2024-09-06T00:00Z"],
  ["America/Santiago", "2024-04-05T00:00Z"],
  // A whole date is left out.
  ["Pacific/Apia", "2011-12-28T00:00Z"],
] as const;

const bar = fc.record({
  price: fc.integer({ min: -24, max: 24 }),
  height: fc.integer({ min: 0, max: 12 }),
  /** Bars since the one before. */
  gap: fc.constantFrom(1, 1, 1, 1, 1, 1, 2, 7),
});

/** Bars of a half hour or more, some missing, on prices around 0 on a grid of eighths. */
const bars = (start: string): fc.Arbitrary<Bars> =>
  fc
    .record({
      step: fc.constantFrom(30, 30, 60, 240),
      // Mostly long enough for some segments.
      rows: fc.oneof(
        { weight: 1, arbitrary: fc.array(bar, { maxLength: 30 }) },
        { weight: 4, arbitrary: fc.array(bar, { minLength: 100, maxLength: 250 }) },
      ),
    })
    .map(({ step, rows }) => {
      let at = 0;
      const ts = rows.map(({ gap }) => {
        at += gap;
        return Date.parse(start) + at * step * MINUTE;
      });
      const low = rows.map(({ price }) => price / 8);
      const high = rows.map(({ price, height }) => (price + height) / 8);
      const cells = { ts, open: low, high, low, close: high, volume: low.map(() => 1) };
      const columns = Object.entries(cells).map(([name, values]) => [name, Float64Array.from(values)]);
      return { length: rows.length, ...Object.fromEntries(columns) } as Bars;
    });

/** Half hours of the day; clocks jump in the first of them, and bars of 4 hours start on few. */
const endTime = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.constantFrom(8, 16, 19, 24, 47));
const textOf = (half: number): string =>
  `${String(Math.floor(half / 2)).padStart(2, "0")}:${half % 2 === 0 ? "00" : "30"}`;
const ruleOf = (half: number) => ({ hour: Math.floor(half / 2), minute: (half % 2) * 30 });

const anchors = fc.oneof(
  fc.tuple(endTime, fc.integer({ min: 1, max: 4 })).map(([end, lookback]) => ({
    naive: { end: textOf(end), lookback },
    engine: { end_rule: { type: "DailyTime" as const, ...ruleOf(end) }, lookback_days: lookback },
  })),
  fc
    .tuple(endTime, fc.integer({ min: 1, max: 4 }), fc.integer({ min: 0, max: 6 }))
    .map(([end, lookback, weekday]) => ({
      naive: { end: textOf(end), lookback, weekday },
      engine: {
        end_rule: { type: "WeeklyTime" as const, weekday: DAYS[weekday]!, ...ruleOf(end) },
        lookback_days: lookback,
      },
    })),
  fc.tuple(endTime, fc.integer({ min: 1, max: 20 })).map(([drawn, length]) => {
    const end = Math.max(1, drawn);
    const start = Math.max(0, end - length);
    return {
      naive: { start: textOf(start), end: textOf(end), lookback: 0 },
      engine: {
        start_rule: { type: "DailyTime" as const, ...ruleOf(start) },
        end_rule: { type: "DailyTime" as const, ...ruleOf(end) },
        lookback_days: 0,
      },
    };
  }),
);

const levels = fc.record({
  tick: fc.constantFrom(0.1, 0.25, 0.5, 1, 10),
  share: fc.constantFrom(0.01, 0.5, 0.7, 0.99),
});

interface Case {
  readonly bars: Bars;
  readonly naive: NaiveOptions;
  readonly engine: AnchorConfig;
}

const cases: fc.Arbitrary<Case> = fc.constantFrom(...JUMPS).chain(([timeZone, start]) =>
  fc.tuple(bars(start), anchors, levels).map(([series, { naive, engine }, { tick, share }]) => ({
    bars: series,
    naive: { ...naive, timeZone, tick, share },
    engine,
  })),
);

const engineCells = ({ bars: series, naive: { timeZone, tick, share }, engine }: Case) => {
  const options = { anchors: engine, tickSize: tick, valueAreaShare: share, shapes: undefined };
  const { rows, segmentIds } = profileCells(series, timeZone, options);
  return { rows, segmentIds };
};

it("equals its definition, whatever the clock does", () => {
  let profiles = 0;
  fc.assert(
    fc.property(cases, (drawn) => {
      const expected = naiveMarketProfile(drawn.bars, drawn.naive);
      expect(engineCells(drawn)).toEqual(expected);
      profiles += expected.rows.filter((row) => row !== null).length;
    }),
    { numRuns: 200 },
  );
  expect(profiles).toBeGreaterThan(50);
});

it("a value is made of earlier bars alone: cutting the data behind a bar changes nothing up to it", () => {
  fc.assert(
    fc.property(cases, fc.nat(), (drawn, cut) => {
      const length = cut % (drawn.bars.length + 1);
      const columns = Object.entries(drawn.bars).map(([name, column]) => [
        name,
        column instanceof Float64Array ? column.slice(0, length) : length,
      ]);
      const part = engineCells({ ...drawn, bars: Object.fromEntries(columns) as Bars });
      const whole = engineCells(drawn);
      expect(part).toEqual({
        rows: whole.rows.slice(0, length),
        segmentIds: whole.segmentIds.slice(0, length),
      });
    }),
  );
});
