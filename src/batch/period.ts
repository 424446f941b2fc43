import { ArgumentError } from "../errors/argument.ts";
import { isMidnight, isoText, readMoment, showMoment } from "./moment.ts";
import { boundsOf, type CalendarUnit, calendarUnits, spanOf, splitSpan, type TimeSpan } from "./time-span.ts";
import { type WalkForwardOptions, type WalkForwardWindow, walkForward } from "./walk-forward.ts";
import { type MonthSpan, monthBounds, rangeBounds, yearBounds } from "./whole-months.ts";

/** A moment as text, or a `Date`. Text without an offset is read as it stands, never in the machine's zone. */
export type PeriodBound = string | Date;

/**
 * The time range of a backtest, `start` before `end`. Immutable.
 *
 * A period is wall-clock time without a zone: the gateway reads it in the zone of the instrument. Bounds with an
 * offset, and `Date` objects, are taken at their UTC clock. An `end` at midnight includes that whole day.
 */
export class Period {
  readonly #start: number;
  readonly #end: number;

  /**
   * @throws ArgumentError when a bound is no valid moment or `start` is not before `end`; the message shows both.
   * @example new Period({ start: "2024-01-01", end: "2024-03-31" })
   */
  constructor(bounds: { readonly start: PeriodBound; readonly end: PeriodBound }) {
    const start = readMoment(bounds.start);
    const end = readMoment(bounds.end);
    if (start === undefined || end === undefined) {
      throw new ArgumentError(
        `Period: ${start === undefined ? "start" : "end"} must be a Date or text such as "2024-01-31" or ` +
          `"2024-01-31T16:00:00", got start ${showMoment(bounds.start)} and end ${showMoment(bounds.end)}`,
      );
    }
    if (start >= end) {
      throw new ArgumentError(
        `Period: start must be before end, got start ${isoText(start)} and end ${isoText(end)}`,
      );
    }
    this.#start = start;
    this.#end = end;
    Object.freeze(this);
  }

  /** January to March of `year`. */
  static Q1(year: number): Period {
    return quarter(year, 1);
  }

  /** April to June of `year`. */
  static Q2(year: number): Period {
    return quarter(year, 2);
  }

  /** July to September of `year`. */
  static Q3(year: number): Period {
    return quarter(year, 3);
  }

  /** October to December of `year`. */
  static Q4(year: number): Period {
    return quarter(year, 4);
  }

  /**
   * Whole years. A positive `years` goes forward from 1 January of `year`, a negative one backward to 31 December
   * of `year`.
   *
   * @param years Not 0. Default 1.
   * @example Period.fromYear(2024, -2) // 2023-01-01 to 2024-12-31
   */
  static fromYear(year: number, years = 1): Period {
    return new Period(yearBounds(year, years));
  }

  /**
   * Whole months, `months + 12 * years` of them. A positive total goes forward from the first day of the month, a
   * negative one backward to its last day, that month included.
   *
   * `months` counts as 1 when it is left out, also beside `years`: `fromMonth(2024, 12, { years: -2 })` spans
   * 1 - 24 = -23 months, 2023-02-01 to 2024-12-31.
   *
   * @param month 1 (January) to 12.
   * @throws ArgumentError when `months` is 0 or the total is.
   */
  static fromMonth(year: number, month: number, span: MonthSpan = {}): Period {
    return new Period(monthBounds(year, month, span));
  }

  /**
   * The years `first` to `last`, both included, each split as by {@link split}.
   *
   * @param by Default `year`.
   * @throws ArgumentError when `first` is after `last`.
   * @example Period.range(2015, 2020).length; // 6
   */
  static range(first: number, last: number, by: CalendarUnit = "year"): readonly Period[] {
    return new Period(rangeBounds(first, last)).split(by);
  }

  /** First moment, as a `Date` whose UTC clock shows the period's. */
  get start(): Date {
    return new Date(this.#start);
  }

  /** Last moment, as a `Date` whose UTC clock shows the period's. */
  get end(): Date {
    return new Date(this.#end);
  }

  /** ISO 8601 text without offset, as the gateway takes it, for example `2024-01-01T00:00:00`. */
  toIso(): { readonly start: string; readonly end: string } {
    return { start: isoText(this.#start), end: isoText(this.#end) };
  }

  /**
   * Name of the period in result columns and lookups: `2024-01-01_2024-03-31`. Times of day are shown only when a
   * bound is not at midnight, so that different periods never share a key.
   */
  toKey(): string {
    const { start, end } = this.toIso();
    const wholeDays = isMidnight(this.#start) && isMidnight(this.#end);
    return wholeDays ? `${start.slice(0, 10)}_${end.slice(0, 10)}` : `${start}_${end}`;
  }

  /** Whether both bounds are the same moments. */
  equals(other: Period): boolean {
    return this.#start === other.#start && this.#end === other.#end;
  }

  /**
   * Whether a moment, or the whole of another period, lies within. Both bounds belong to the period, an `end` at
   * midnight with its whole day.
   *
   * @throws ArgumentError when the moment is none.
   * @example
   * Period.Q1(2024).contains("2024-03-31T16:00:00"); // true
   * Period.Q1(2024).contains(Period.fromMonth(2024, 2)); // true
   */
  contains(other: Period | PeriodBound): boolean {
    const { first, last } = other instanceof Period ? other.#span : moment(other);
    return this.#span.first <= first && last <= this.#span.last;
  }

  /** Whether some moment belongs to both. */
  overlaps(other: Period): boolean {
    return this.#span.first <= other.#span.last && other.#span.first <= this.#span.last;
  }

  /**
   * The parts that lie in one month, quarter or year each, in order: they do not overlap and leave nothing out. Only
   * the first and the last can be shorter than the unit.
   *
   * @example
   * const parts = new Period({ start: "2023-07-01", end: "2024-12-31" }).split("year");
   * parts.map(String); // ["2023-07-01_2023-12-31", "2024-01-01_2024-12-31"]
   */
  split(by: CalendarUnit): readonly Period[] {
    if (!calendarUnits.includes(by)) {
      throw new ArgumentError(
        `Period.split: the unit must be ${calendarUnits.join(", ")}, got ${showMoment(by)}`,
      );
    }
    return splitSpan(this.#span, by).map(covering);
  }

  /**
   * Walk-forward windows with a training of one length: each begins a step after the one before. A test never shares
   * a moment with its own training; windows whose test would go beyond the period are left out.
   *
   * @throws ArgumentError for a length that is none, and when not even one window fits.
   * @example
   * const windows = Period.fromYear(2020, 4).rolling({ train: { years: 2 }, test: { years: 1 } });
   * windows.map(({ train, test }) => [`${train}`, `${test}`]);
   * // [["2020-01-01_2021-12-31", "2022-01-01_2022-12-31"], ["2021-01-01_2022-12-31", "2023-01-01_2023-12-31"]]
   */
  rolling(options: WalkForwardOptions): readonly WalkForwardWindow<Period>[] {
    return walkForward(this.#span, options, "rolling").map(windowOf);
  }

  /**
   * Walk-forward windows whose training always begins with the period and grows by every step; otherwise as
   * {@link rolling}.
   *
   * @example
   * const windows = Period.fromYear(2020, 4).anchored({ train: { years: 2 }, test: { years: 1 } });
   * windows.map(({ train, test }) => [`${train}`, `${test}`]);
   * // [["2020-01-01_2021-12-31", "2022-01-01_2022-12-31"], ["2020-01-01_2022-12-31", "2023-01-01_2023-12-31"]]
   */
  anchored(options: WalkForwardOptions): readonly WalkForwardWindow<Period>[] {
    return walkForward(this.#span, options, "anchored").map(windowOf);
  }

  toString(): string {
    return this.toKey();
  }

  toJSON(): { readonly start: string; readonly end: string } {
    return this.toIso();
  }

  [Symbol.for("nodejs.util.inspect.custom")](): string {
    return `Period(${this.toKey()})`;
  }

  get #span(): TimeSpan {
    return spanOf(this.#start, this.#end);
  }
}

function covering(span: TimeSpan): Period {
  return new Period(boundsOf(span));
}

function windowOf({ train, test }: WalkForwardWindow<TimeSpan>): WalkForwardWindow<Period> {
  return Object.freeze({ train: covering(train), test: covering(test) });
}

function moment(bound: PeriodBound): TimeSpan {
  const ms = readMoment(bound);
  if (ms === undefined) {
    throw new ArgumentError(
      `Period.contains: expected a Period, a Date or text such as "2024-01-31", got ${showMoment(bound)}`,
    );
  }
  return { first: ms, last: ms };
}

function quarter(year: number, number: 1 | 2 | 3 | 4): Period {
  return Period.fromMonth(year, number * 3 - 2, { months: 3 });
}
