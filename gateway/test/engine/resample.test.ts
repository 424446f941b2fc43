import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarOf } from "../../src/engine/calendar/calendar.ts";
import { FREQS, intradayStep } from "../../src/engine/calendar/freq.ts";
import { resample, resampleProblem } from "../../src/engine/resample.ts";
import { arbitraryBars, barsOf } from "./bars-of.ts";

const utc = (text: string): number => Date.parse(`${text}Z`);
const HOUR = 3_600_000;
const UTC = calendarOf("UTC", "00:00");
const NEW_YORK = calendarOf("America/New_York", "18:00");

describe("resample", () => {
  it("gathers open, high, low, close and volume of each bin", () => {
    const stored = barsOf(
      [
        [10, 12, 9, 11, 1],
        [11, 15, 11, 14, 2],
        [14, 14, 7, 8, 4],
        [8, 9, 8, 9, 8],
        [9, 10, 9, 10, 16],
      ],
      utc("2024-01-01T02:00"),
    );
    const { bars } = resample(stored, "1h", UTC, "4h");
    expect([...bars.ts]).toEqual([utc("2024-01-01T00:00"), utc("2024-01-01T04:00")]);
    expect([...bars.open]).toEqual([10, 14]);
    expect([...bars.high]).toEqual([15, 14]);
    expect([...bars.low]).toEqual([9, 7]);
    expect([...bars.close]).toEqual([14, 10]);
    expect([...bars.volume]).toEqual([3, 28]);
  });

  it("an empty bin gives no bar", () => {
    const stored = barsOf(
      [
        [1, 1, 1, 1],
        [2, 2, 2, 2],
      ],
      utc("2024-01-01T00:00"),
      30 * HOUR,
    );
    expect([...resample(stored, "1h", UTC, "4h").bars.ts]).toEqual([
      utc("2024-01-01T00:00"),
      utc("2024-01-02T04:00"),
    ]);
  });

  it.each([
    ["ends with the bin", 8, 2, 2],
    ["ends inside the bin", 7, 2, 1],
    ["one bar into the next", 9, 3, 2],
    ["within the first bin", 3, 1, 0],
  ])("the last bin is complete only if the data reach its end: %s", (_name, hours, length, complete) => {
    const stored = barsOf(
      Array.from({ length: hours }, () => [1, 1, 1, 1] as const),
      utc("2024-01-01T00:00"),
    );
    const { bars, completeLength } = resample(stored, "1h", UTC, "4h");
    expect([bars.length, completeLength]).toEqual([length, complete]);
  });

  it("a day that daylight saving shortens is complete after 23 hours", () => {
    const day = (hours: number): number => {
      const rows = Array.from({ length: hours }, () => [1, 1, 1, 1] as const);
      return resample(barsOf(rows, utc("2024-03-09T23:00")), "1h", NEW_YORK, "1D").completeLength;
    };
    expect([day(22), day(23)]).toEqual([0, 1]);
  });

  it("at the stored frequency the bars are the stored ones, whatever their labels", () => {
    const stored = barsOf([[1, 1, 1, 1]], 12_345);
    expect(resample(stored, "1D", NEW_YORK, "1D")).toEqual({ bars: stored, completeLength: 1 });
  });

  it("no bars make no bars", () => {
    expect(resample(barsOf([]), "1h", UTC, "1D")).toMatchObject({ bars: { length: 0 }, completeLength: 0 });
  });

  it("equals a gathering bar by bar, and a frequency in between changes nothing", () => {
    const coarser = fc.constantFrom("4h" as const, "1D" as const, "1W" as const, "1M" as const);
    fc.assert(
      fc.property(arbitraryBars(), coarser, fc.integer({ min: 0, max: 4_000 }), (hours, freq, day) => {
        const stored = { ...hours, ts: hours.ts.map((ts) => ts * 7 + day * 24 * HOUR) };
        const { bars } = resample(stored, "1h", NEW_YORK, freq);
        const groups = new Map<number, number[]>();
        for (const [row, ts] of stored.ts.entries()) {
          const { start } = NEW_YORK.binAt(freq, ts);
          groups.set(start, [...(groups.get(start) ?? []), row]);
        }
        expect([...bars.ts]).toEqual([...groups.keys()]);
        [...groups.values()].forEach((rows, bin) => {
          expect(bars.open[bin]).toBe(stored.open[rows[0]!]);
          expect(bars.close[bin]).toBe(stored.close[rows.at(-1)!]);
          expect(bars.high[bin]).toBe(Math.max(...rows.map((row) => stored.high[row]!)));
          expect(bars.low[bin]).toBe(Math.min(...rows.map((row) => stored.low[row]!)));
          expect(bars.volume[bin]).toBe(rows.reduce((sum, row) => sum + stored.volume[row]!, 0));
        });
        const twice = resample(resample(stored, "1h", NEW_YORK, "4h").bars, "4h", NEW_YORK, freq).bars;
        expect(twice).toEqual(bars);
      }),
    );
  });
});

describe("resampleProblem", () => {
  it.each([
    ["1h", "15min", /15min cannot be made from stored bars of 1h/],
    ["1D", "4h", /4h cannot be made from stored bars of 1D/],
    ["1W", "1M", /a week may lie in two months/],
  ] as const)("%s to %s", (stored, wanted, message) => {
    expect(resampleProblem(stored, wanted)).toMatch(message);
    expect(() => resample(barsOf([[1, 1, 1, 1]]), stored, UTC, wanted)).toThrow(message);
  });

  it("every other pair of equal or coarser frequencies can be made", () => {
    for (const [i, stored] of FREQS.entries()) {
      for (const wanted of FREQS.slice(i)) {
        if (stored !== "1W" || wanted !== "1M") expect(resampleProblem(stored, wanted)).toBeUndefined();
      }
    }
    expect(FREQS.map(intradayStep).filter((step) => step === undefined)).toHaveLength(3);
  });
});
