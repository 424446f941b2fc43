import { ArgumentError } from "../errors/argument.ts";

/** Longest time a timer can hold; with more it would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** @throws ArgumentError unless the value is a time in milliseconds that a timer can hold. */
export function requireMilliseconds(value: number, name: string): void {
  if (value > 0 && value <= LONGEST_TIMER_MS) return;
  throw new ArgumentError(
    `${name} must be more than 0 and at most ${LONGEST_TIMER_MS} milliseconds, got ${value}`,
  );
}

/** @throws ArgumentError unless the value is a whole number from 0. */
export function requireCount(value: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= 0) return;
  throw new ArgumentError(`${name} must be a whole number from 0, got ${value}`);
}
