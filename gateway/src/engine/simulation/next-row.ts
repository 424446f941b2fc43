import type { TriggerPlan } from "../plan.ts";

/**
 * Finds the next row on which some of a few triggers may fire, by what is known of them before the simulation. Asked
 * for ascending rows, it looks at every row of a trigger once.
 */
export class NextRow {
  readonly #masks: readonly Uint8Array[] | undefined;
  /** The next row of each mask: its own, or the end. */
  readonly #next: number[];

  constructor(triggers: readonly TriggerPlan[]) {
    const masks = triggers.map(({ mayFire }) => mayFire).filter((mask) => mask !== undefined);
    // A trigger of which nothing is known may fire anywhere.
    this.#masks = masks.length === triggers.length ? masks : undefined;
    this.#next = masks.map(() => -1);
  }

  /** The first such row from `row` on; `end` when there is none before it. */
  from(row: number, end: number): number {
    if (this.#masks === undefined) return Math.min(row, end);
    let nearest = end;
    for (let i = 0; i < this.#masks.length; i++) {
      if (this.#next[i]! < row) {
        const found = this.#masks[i]!.indexOf(1, row);
        this.#next[i] = found < 0 ? Number.POSITIVE_INFINITY : found;
      }
      nearest = Math.min(nearest, this.#next[i]!);
    }
    return nearest;
  }
}
