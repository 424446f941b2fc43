import type { EngineProblem } from "../plan.ts";

/** Gathers what is wrong with one strategy, so that all of it is told at once. */
export class Problems {
  readonly found: EngineProblem[] = [];
  readonly #strategyName: string;

  constructor(strategyName: string) {
    this.#strategyName = strategyName;
  }

  /** Returns undefined, the value of what could not be made. */
  add(path: string, message: string): undefined {
    this.found.push({ strategyName: this.#strategyName, path, message });
  }
}
