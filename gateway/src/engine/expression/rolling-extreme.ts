import { endsOf, type RollingWindow, walkBlocks } from "./rolling-window.ts";
import type { Kernel } from "./rows.ts";
import { cellOf } from "./running.ts";

/** Rolling maximum or minimum of what is not null; NaN while the window holds one. */
export function rollingExtreme(window: RollingWindow, which: "max" | "min"): Kernel {
  const better = which === "max" ? Math.max : Math.min;
  const nothing = which === "max" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  return (input, output) => {
    const { length } = input.values;
    const endBest = new Float64Array(endsOf(length, window)).fill(nothing);
    const endCount = new Int32Array(endBest.length);
    let best = nothing;
    let count = 0;
    walkBlocks(length, window, {
      close(start) {
        for (let k = window.size - 1; k >= 0; k--) {
          const x = start + k < length ? cellOf(input, start + k) : null;
          endBest[k] = x === null ? endBest[k + 1]! : better(endBest[k + 1]!, x);
          endCount[k] = endCount[k + 1]! + (x === null ? 0 : 1);
        }
      },
      take(row, inBlock) {
        if (inBlock === 0) {
          best = nothing;
          count = 0;
        }
        const x = row < length ? cellOf(input, row) : null;
        if (x === null) return;
        best = better(best, x);
        count += 1;
      },
      emit(row, k) {
        if (count + endCount[k]! < window.minPeriods) output.nulls[row] = 1;
        else output.values[row] = better(best, endBest[k]!);
      },
    });
  };
}
