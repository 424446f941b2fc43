import { describe, expect, it } from "vitest";
import { isNullAt, type Series } from "../../../src/engine/indicators/series.ts";
import { superTrend } from "../../../src/engine/indicators/supertrend.ts";

const series = (...cells: (number | null)[]): Series => ({
  values: Float64Array.from(cells, (cell) => cell ?? 0),
  nulls: cells.includes(null) ? Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0)) : undefined,
});
const cells = (column: Series): (number | null)[] =>
  Array.from(column.values, (value, row) => (isNullAt(column, row) ? null : value));

/** Bars of height 2 around the middle, volatility 1 and multiplier 2: new bands stand at middle +- 2. */
function run(
  bars: readonly (readonly [middle: number, close: number])[],
  volatility: readonly (number | null)[],
) {
  const result = superTrend(
    series(...bars.map(([middle]) => middle + 1)),
    series(...bars.map(([middle]) => middle - 1)),
    series(...bars.map(([, close]) => close)),
    series(...volatility),
    2,
  );
  return {
    direction: cells(result.direction),
    line: cells(result.supertrend),
    long: cells(result.long),
    short: cells(result.short),
  };
}

describe("superTrend", () => {
  it("starts upward on the first bar with all inputs; the lower band only rises while the close holds it", () => {
    const { direction, line, long, short } = run(
      [
        [9, 9],
        [10, 10],
        [11, 11],
        [10.5, 10.5],
      ],
      [null, 1, 1, 1],
    );
    expect(direction).toEqual([null, 1, 1, 1]);
    expect(line).toEqual([null, 8, 9, 9]);
    expect(long).toEqual(line);
    expect(short).toEqual([null, null, null, null]);
  });

  it("turns down when the close falls below the previous lower band, with the upper band that has been kept", () => {
    const { direction, line, long, short } = run(
      [
        [10, 10],
        [8.5, 7.9],
        [8, 8],
      ],
      [1, 1, 1],
    );
    expect(direction).toEqual([1, -1, -1]);
    expect(line).toEqual([8, 10.5, 10]);
    expect(long).toEqual([8, null, null]);
    expect(short).toEqual([null, 10.5, 10]);
  });

  it("the upper band falls, never rises, until a close has crossed it; then the trend turns up on the kept lower band", () => {
    const { direction, line } = run(
      [
        [10, 10],
        [8, 7.5],
        [9, 9],
        [10, 10.5],
        [12, 12],
      ],
      [1, 1, 1, 1, 1],
    );
    // Upper bands: 12, 10, 10 (11 is higher), crossed at 10.5 on bar 4; lower bands: 8, 8, 7 (after a close below), 8, 10.
    expect(direction).toEqual([1, -1, -1, 1, 1]);
    expect(line).toEqual([8, 10, 10, 8, 10]);
  });

  it("a bar without volatility gives nulls and leaves the state as it was", () => {
    const full = run(
      [
        [10, 10],
        [11, 11],
        [12, 12],
      ],
      [1, 1, 1],
    );
    const gap = run(
      [
        [10, 10],
        [11, 11],
        [99, 1],
        [12, 12],
      ],
      [1, 1, null, 1],
    );
    expect(gap.direction).toEqual([1, 1, null, 1]);
    expect(gap.line.toSpliced(2, 1)).toEqual(full.line);
  });
});
