import { EqualRun } from "./rolling-equal.ts";
import { endsOf, type RollingWindow, walkBlocks } from "./rolling-window.ts";
import type { Kernel } from "./rows.ts";
import { cellOf, put } from "./running.ts";

/** Rolling sum of what is not null. */
export function rollingSum(window: RollingWindow): Kernel {
  return rollingTotal(window, (sum) => sum);
}

/** Rolling mean of what is not null; of equal values exactly that value. */
export function rollingMean(window: RollingWindow): Kernel {
  return rollingTotal(window, (sum, count, equal) => equal ?? sum / count);
}

function rollingTotal(
  window: RollingWindow,
  result: (sum: number, count: number, equal: number | undefined) => number,
): Kernel {
  return (input, output) => {
    const { length } = input.values;
    const endSum = new Float64Array(endsOf(length, window));
    const endCount = new Int32Array(endSum.length);
    const run = new EqualRun();
    let sum = 0;
    let count = 0;
    walkBlocks(length, window, {
      close(start) {
        for (let k = window.size - 1; k >= 0; k--) {
          const x = start + k < length ? cellOf(input, start + k) : null;
          endSum[k] = endSum[k + 1]! + (x ?? 0);
          endCount[k] = endCount[k + 1]! + (x === null ? 0 : 1);
        }
      },
      take(row, inBlock) {
        if (inBlock === 0) {
          sum = 0;
          count = 0;
        }
        const x = row < length ? cellOf(input, row) : null;
        if (x === null) return;
        sum += x;
        count += 1;
        run.take(x);
      },
      emit(row, k) {
        const all = count + endCount[k]!;
        if (all < window.minPeriods) output.nulls[row] = 1;
        else put(output, row, result(sum + endSum[k]!, all, run.valueOfLast(all)));
      },
    });
  };
}
