import { ArgumentError } from "../errors/argument.ts";
import { type CalendarDate, lastDayOfMonth, midnight, parseMoment } from "./moment.ts";

/** A moment as text, or a `Date`. Text without an offset is read as it stands, never in the machine's zone. */
export type PeriodBound = string | Date;

/** Length of a period given in months and years. */
export interface MonthSpan {
  /** Months, not 0; negative counts backward. Default 1. */
  readonly months?: number;
  /** Years of 12 months, added to `months`. Default 0. */
  readonly years?: number;
}

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
    this.#start = parseMoment(bounds.start, "start");
    this.#end = parseMoment(bounds.end, "end");
    if (this.#start >= this.#end) {
      throw new ArgumentError(
        `Period: start must be before end, got start ${isoText(this.#start)} and end ${isoText(this.#end)}`,
      );
    }
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
    requireYear(year);
    requireWhole(years, "years");
    if (years === 0) throw new ArgumentError("Period.fromYear: years must not be 0");
    const first = years > 0 ? year : year + years + 1;
    const last = years > 0 ? year + years - 1 : year;
    return between({ year: first, month: 1, day: 1 }, { year: last, month: 12, day: 31 });
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
    const { months = 1, years = 0 } = span;
    requireYear(year);
    requireWhole(months, "months");
    requireWhole(years, "years");
    if (!Number.isInteger(month) || month < 1 || month > 12) {
      throw new ArgumentError(`Period.fromMonth: month must be a whole number from 1 to 12, got ${month}`);
    }
    if (months === 0) throw new ArgumentError("Period.fromMonth: months must not be 0");
    const total = months + 12 * years;
    if (total === 0) {
      throw new ArgumentError(
        `Period.fromMonth: months + 12 * years must not be 0, got ${months} months and ${years} years`,
      );
    }
    const given = year * 12 + month - 1;
    const first = total > 0 ? given : given + total + 1;
    const last = total > 0 ? given + total - 1 : given;
    const end = monthOf(last);
    return between({ ...monthOf(first), day: 1 }, { ...end, day: lastDayOfMonth(end.year, end.month) });
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
    const atMidnight = start.endsWith("T00:00:00") && end.endsWith("T00:00:00");
    return atMidnight ? `${start.slice(0, 10)}_${end.slice(0, 10)}` : `${start}_${end}`;
  }

  /** Whether both bounds are the same moments. */
  equals(other: Period): boolean {
    return this.#start === other.#start && this.#end === other.#end;
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
}

function quarter(year: number, number: 1 | 2 | 3 | 4): Period {
  return Period.fromMonth(year, number * 3 - 2, { months: 3 });
}

function between(start: CalendarDate, end: CalendarDate): Period {
  return new Period({ start: new Date(midnight(start)), end: new Date(midnight(end)) });
}

/** Months are counted from January of year 0. */
function monthOf(count: number): { readonly year: number; readonly month: number } {
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

function isoText(ms: number): string {
  return new Date(ms).toISOString().replace(/(\.000)?Z$/, "");
}

function requireYear(year: number): void {
  if (!Number.isInteger(year) || year < 1 || year > 9999) {
    throw new ArgumentError(`Period: year must be a whole number from 1 to 9999, got ${year}`);
  }
}

function requireWhole(value: number, name: string): void {
  if (!Number.isInteger(value))
    throw new ArgumentError(`Period: ${name} must be a whole number, got ${value}`);
}
