export const FIRST_PAUSE_MS = 50;
const JITTER = 0.2;

/**
 * Pauses between looks at a task: 50 ms at first, doubling up to a longest one, each up to 20 % shorter at random so
 * that many waiters do not ask in step.
 */
export class AdaptivePause {
  readonly #longest: number;
  readonly #random: () => number;
  #pause = FIRST_PAUSE_MS;

  constructor(longest: number, random: () => number = Math.random) {
    this.#longest = longest;
    this.#random = random;
  }

  /** Milliseconds to pause now. */
  next(): number {
    const pause = Math.min(this.#pause, this.#longest);
    this.#pause = Math.min(pause * 2, this.#longest);
    return pause * (1 - JITTER * this.#random());
  }

  /** Something happened: look again soon. */
  reset(): void {
    this.#pause = FIRST_PAUSE_MS;
  }
}
