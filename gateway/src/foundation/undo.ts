/** What is to be closed again, the last opened first. */
export class Undo {
  readonly #steps: (() => Promise<void>)[] = [];
  #run: Promise<void> | undefined;

  add(step: () => Promise<void>): void {
    this.#steps.push(step);
  }

  /**
   * Runs every step, also after one has failed, and gives the first failure. Running it again waits for the same end.
   */
  run(): Promise<void> {
    this.#run ??= this.#runAll();
    return this.#run;
  }

  async #runAll(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps.reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}
