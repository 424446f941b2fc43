import { ArgumentError } from "../errors/argument.ts";
import { type CalendarDate, lastDayOfMonth, midnight } from "./moment.ts";

/** Length of a period given in months and years. */
export interface MonthSpan {
  /** Months, not 0; negative counts backward. Default 1. */
  readonly months?: number;
  /** Years of 12 months, added to `months`. Default 0. */
  readonly years?: number;
}

/** First and last day, both at midnight. */
export interface DayBounds {
  readonly start: Date;
  readonly end: Date;
}

/** Whole years: see `Period.fromYear`. */
export function yearBounds(year: number, years: number): DayBounds {
  requireYear(year);
  requireWhole(years, "years");
  if (years === 0) throw new ArgumentError("Period.fromYear: years must not be 0");
  const first = years > 0 ? year : year + years + 1;
  const last = years > 0 ? year + years - 1 : year;
  return between({ year: first, month: 1, day: 1 }, { year: last, month: 12, day: 31 });
}

/** Whole months: see `Period.fromMonth`. */
export function monthBounds(year: number, month: number, { months = 1, years = 0 }: MonthSpan): DayBounds {
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

/** From the first year to the last, both included: see `Period.range`. */
export function rangeBounds(first: number, last: number): DayBounds {
  requireYear(first);
  requireYear(last);
  if (first > last) {
    throw new ArgumentError(
      `Period.range: the first year must not be after the last, got ${first} and ${last}`,
    );
  }
  return yearBounds(first, last - first + 1);
}

function between(start: CalendarDate, end: CalendarDate): DayBounds {
  return { start: new Date(midnight(start)), end: new Date(midnight(end)) };
}

/** Months are counted from January of year 0. */
function monthOf(count: number): { readonly year: number; readonly month: number } {
  return { year: Math.floor(count / 12), month: (count % 12) + 1 };
}

function requireYear(year: number): void {
  if (!Number.isInteger(year) || year < 1 || year > 9999) {
    throw new ArgumentError(`Period: year must be a whole number from 1 to 9999, got ${year}`);
  }
}

function requireWhole(value: number, name: string): void {
  if (!Number.isInteger(value)) {
    throw new ArgumentError(`Period: ${name} must be a whole number, got ${value}`);
  }
}
