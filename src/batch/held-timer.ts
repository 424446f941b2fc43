/** A pause that keeps the process alive only while somebody holds it. */
export class HeldTimer {
  #holders = 0;
  #timer: NodeJS.Timeout | undefined;
  #wake: (() => void) | undefined;

  /** Ends after `ms`, or earlier by {@link wake}. One pause at a time. */
  pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      this.#wake = () => {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#wake = undefined;
        resolve();
      };
      this.#timer = setTimeout(this.#wake, ms);
      if (this.#holders === 0) this.#timer.unref();
    });
  }

  wake(): void {
    this.#wake?.();
  }

  /** Keeps the process alive during pauses until the returned function is called. */
  hold(): () => void {
    this.#holders++;
    this.#timer?.ref();
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#holders--;
      if (this.#holders === 0) this.#timer?.unref();
    };
  }
}
