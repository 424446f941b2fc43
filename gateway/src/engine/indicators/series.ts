/**
 * A series of doubles with its missing rows beside it: 1 in `nulls` marks a row without a value, whatever `values`
 * holds there. `nulls` is absent when every row has a value.
 */
export interface Series {
  readonly values: Float64Array;
  readonly nulls: Uint8Array | undefined;
}

/** A series under construction: every row is null until it is given a value. */
export class SeriesBuilder {
  readonly #values: Float64Array;
  readonly #nulls: Uint8Array;
  #missing: number;

  constructor(length: number) {
    this.#values = new Float64Array(length);
    this.#nulls = new Uint8Array(length).fill(1);
    this.#missing = length;
  }

  /** Gives a row its value; at most once per row. */
  set(row: number, value: number): void {
    this.#values[row] = value;
    this.#nulls[row] = 0;
    this.#missing -= 1;
  }

  done(): Series {
    return { values: this.#values, nulls: this.#missing === 0 ? undefined : this.#nulls };
  }
}

export function isNullAt(series: Series, row: number): boolean {
  return series.nulls !== undefined && series.nulls[row] === 1;
}
