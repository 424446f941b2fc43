import { addMoment, squareRoot, varianceOf } from "./moments.ts";
import { EqualRun } from "./rolling-equal.ts";
import { endsOf, type RollingWindow, walkBlocks } from "./rolling-window.ts";
import type { Kernel } from "./rows.ts";
import { cellOf, put } from "./running.ts";

/** Rolling variance of what is not null, null for `ddof` values or fewer; of equal values exactly 0. */
export function rollingVariance(window: RollingWindow, ddof: number): Kernel {
  return rollingSquares(window, (count, squares) => varianceOf(count, squares, ddof));
}

export function rollingDeviation(window: RollingWindow, ddof: number): Kernel {
  return rollingSquares(window, (count, squares) => squareRoot(varianceOf(count, squares, ddof)));
}

/**
 * Mean and squared deviations of a block's end and of the next one's beginning are gathered by Welford's update and
 * joined by the formula of Chan, Golub and LeVeque (1979).
 */
function rollingSquares(
  window: RollingWindow,
  result: (count: number, squares: number) => number | null,
): Kernel {
  return (input, output) => {
    const { length } = input.values;
    const endCount = new Int32Array(endsOf(length, window));
    const endMean = new Float64Array(endCount.length);
    const endSquares = new Float64Array(endCount.length);
    const run = new EqualRun();
    const end = new Float64Array(3);
    const current = new Float64Array(3);
    walkBlocks(length, window, {
      close(start) {
        end.fill(0);
        for (let k = window.size - 1; k >= 0; k--) {
          const x = start + k < length ? cellOf(input, start + k) : null;
          if (x !== null) addMoment(end, x);
          endCount[k] = end[0]!;
          endMean[k] = end[1]!;
          endSquares[k] = end[2]!;
        }
      },
      take(row, inBlock) {
        if (inBlock === 0) current.fill(0);
        const x = row < length ? cellOf(input, row) : null;
        if (x === null) return;
        addMoment(current, x);
        run.take(x);
      },
      emit(row, k) {
        const [newer, mean, squares] = current as unknown as readonly [number, number, number];
        const older = endCount[k]!;
        const count = older + newer;
        if (count < window.minPeriods) {
          output.nulls[row] = 1;
          return;
        }
        let total = squares + endSquares[k]!;
        if (older > 0 && newer > 0) {
          const gap = mean - endMean[k]!;
          total += gap * gap * older * (newer / count);
        }
        put(output, row, result(count, run.valueOfLast(count) === undefined ? total : 0));
      },
    });
  };
}
