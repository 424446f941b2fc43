import { ArgumentError } from "../errors/argument.ts";
import { later, type TimeSpan } from "./time-span.ts";

/** A length of time on the calendar: the sum of its parts, whole numbers from 0, not all 0. */
export interface CalendarLength {
  readonly years?: number;
  readonly months?: number;
  readonly days?: number;
}

/** How walk-forward windows are laid over a period. */
export interface WalkForwardOptions {
  /** Length of the training; of the first one when it is anchored. */
  readonly train: CalendarLength;
  /** Length of the test that follows it. */
  readonly test: CalendarLength;
  /** From one window to the next. Default: the length of the test, so that the tests follow each other. */
  readonly step?: CalendarLength;
}

/** Parameters are chosen on `train` and judged on `test`, which begins when `train` has ended. */
export interface WalkForwardWindow<Range> {
  readonly train: Range;
  readonly test: Range;
}

interface Length {
  readonly months: number;
  readonly days: number;
}

/**
 * The windows whose test ends within the span. Every bound is counted from the beginning of the span, never from
 * another bound: months of different length would add up to a drift.
 *
 * @throws ArgumentError for a length that is none, and when not even one window fits.
 */
export function walkForward(
  span: TimeSpan,
  options: WalkForwardOptions,
  kind: "rolling" | "anchored",
): readonly WalkForwardWindow<TimeSpan>[] {
  const train = readLength(options.train, "train");
  const test = readLength(options.test, "test");
  const step = options.step === undefined ? test : readLength(options.step, "step");
  const at = (number: number, ...lengths: readonly Length[]) =>
    later(
      span.first,
      step.months * number + lengths.reduce((sum, { months }) => sum + months, 0),
      step.days * number + lengths.reduce((sum, { days }) => sum + days, 0),
    );
  const windows: WalkForwardWindow<TimeSpan>[] = [];
  for (let number = 0; at(number, train, test) - 1 <= span.last; number++) {
    const testStart = at(number, train);
    windows.push({
      train: { first: kind === "rolling" ? at(number) : span.first, last: testStart - 1 },
      test: { first: testStart, last: at(number, train, test) - 1 },
    });
  }
  if (windows.length > 0) return windows;
  throw new ArgumentError(
    `no walk-forward window fits: ${show(options.train)} of training and ${show(options.test)} of test are longer than the period`,
  );
}

function readLength(length: CalendarLength, name: keyof WalkForwardOptions): Length {
  const { years = 0, months = 0, days = 0 } = length;
  for (const [unit, value] of Object.entries({ years, months, days })) {
    if (!Number.isSafeInteger(value) || value < 0) {
      throw new ArgumentError(`${name}.${unit} must be a whole number from 0, got ${value}`);
    }
  }
  if (years + months + days === 0) {
    throw new ArgumentError(`${name} must be longer than nothing: write for example { months: 6 }`);
  }
  return { months: years * 12 + months, days };
}

function show(length: CalendarLength): string {
  return Object.entries(length)
    .map(([unit, value]) => `${value} ${unit}`)
    .join(" ");
}
