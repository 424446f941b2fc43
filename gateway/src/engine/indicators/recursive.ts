import { isNullAt, type Series, SeriesBuilder } from "./series.ts";

/**
 * Exponential smoothing `y += alpha * (x - y)`, seeded with the mean of the first `period` defined inputs; the first
 * value stands on the row of the last of them. A null input gives null and leaves the state alone.
 */
export function smooth(input: Series, period: number, alpha: number): Series {
  const { values, nulls } = input;
  const result = new SeriesBuilder(values.length);
  const seed = new SeedMean(period);
  let row = 0;
  for (; row < values.length && !seed.isFull; row++) {
    if (!isNullAt(input, row)) seed.add(values[row]!);
  }
  if (!seed.isFull) return result.done();
  let state = seed.mean;
  result.set(row - 1, state);
  for (; row < values.length; row++) {
    if (nulls !== undefined && nulls[row] === 1) continue;
    state += alpha * (values[row]! - state);
    result.set(row, state);
  }
  return result.done();
}

/** Wilder's smoothing: `smooth` with alpha 1/period. */
export function wilder(input: Series, period: number): Series {
  return smooth(input, period, 1 / period);
}

/** Mean of the first `period` values; exactly their value when all are equal. */
class SeedMean {
  readonly #period: number;
  #count = 0;
  #sum = 0;
  #first = 0;
  #isFlat = true;

  constructor(period: number) {
    this.#period = period;
  }

  get isFull(): boolean {
    return this.#count === this.#period;
  }

  get mean(): number {
    return this.#isFlat ? this.#first : this.#sum / this.#period;
  }

  add(value: number): void {
    if (this.#count === 0) this.#first = value;
    else if (value !== this.#first) this.#isFlat = false;
    this.#sum += value;
    this.#count += 1;
  }
}
