/** Knows whether the last values of a series are all the same: statistics of such are exact. */
export class EqualRun {
  #value = Number.NaN;
  #length = 0;

  take(x: number): void {
    this.#length = x === this.#value ? this.#length + 1 : 1;
    this.#value = x;
  }

  /** The value that each of the last `count` has; undefined where they differ, or where it is not finite. */
  valueOfLast(count: number): number | undefined {
    return this.#length >= count && Number.isFinite(this.#value) ? this.#value : undefined;
  }
}
