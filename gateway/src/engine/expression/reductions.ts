import { addMoment, NO_MOMENTS, squareRoot, varianceOf } from "./moments.ts";
import { quantileOf } from "./quantile.ts";
import { type NumberRows, presentNumbers, type Reduction } from "./rows.ts";
import { cellOf, type Running } from "./running.ts";
import { addTerm, EMPTY_SUM, sumOf } from "./sum.ts";

/** A running function that has a value on every row: after the last one it is the value of all rows. */
export interface RunningReduction extends Running {
  /** The value of no row. */
  readonly ofNone: number | null;
}

/** How many values there are. */
export const COUNT: RunningReduction = {
  start: [0],
  step: (memory, x) => {
    if (x !== null) memory[0]! += 1;
    return memory[0]!;
  },
  ofNone: 0,
};

export const MEAN: RunningReduction = {
  start: [...EMPTY_SUM, 0],
  step: (memory, x) => {
    if (x !== null) {
      addTerm(memory, x);
      memory[2]! += 1;
    }
    return memory[2] === 0 ? null : sumOf(memory) / memory[2]!;
  },
  ofNone: null,
};

export function variance(ddof: number): RunningReduction {
  return {
    start: NO_MOMENTS,
    step: (memory, x) => {
      if (x !== null) addMoment(memory, x);
      return varianceOf(memory[0]!, memory[2]!, ddof);
    },
    ofNone: null,
  };
}

export function standardDeviation(ddof: number): RunningReduction {
  const { step, ...rest } = variance(ddof);
  return { ...rest, step: (memory, x) => squareRoot(step(memory, x)) };
}

/** The value that `running` has on the last row that is not null. */
export function lastOf(running: Running, ofNone: number | null): RunningReduction {
  const { length } = running.start;
  return {
    // Behind its memory: whether there was a value, and which.
    start: [...running.start, 0, 0],
    step: (memory, x) => {
      const value = x === null ? null : running.step(memory, x);
      if (value !== null) {
        memory[length] = 1;
        memory[length + 1] = value;
      }
      return memory[length] === 1 ? memory[length + 1]! : ofNone;
    },
    ofNone,
  };
}

/** The value of all rows. */
export function reductionOf({ start, step, ofNone }: RunningReduction): Reduction {
  return (input) => {
    const memory = Float64Array.from(start);
    let result = ofNone;
    for (let row = 0; row < input.values.length; row++) result = step(memory, cellOf(input, row));
    return result;
  };
}

/** The middle value, or the mean of the two in the middle. */
export function median(input: NumberRows): number | null {
  // A typed array sorts NaN last.
  const sorted = presentNumbers(input).sort();
  return sorted.length === 0 ? null : quantileOf(sorted, sorted.length, 0.5, "midpoint");
}
