import { DAY_MS, isMidnight, lastDayOfMonth, midnight } from "./moment.ts";

/** Parts of the calendar by which a period is split. */
export type CalendarUnit = "month" | "quarter" | "year";

/** From the first to the last millisecond, both included. */
export interface TimeSpan {
  readonly first: number;
  readonly last: number;
}

const MONTHS: Readonly<Record<CalendarUnit, number>> = { month: 1, quarter: 3, year: 12 };

export const calendarUnits: readonly string[] = Object.keys(MONTHS);

/** What a period covers: an end at midnight stands for the whole day. */
export function spanOf(start: number, end: number): TimeSpan {
  return { first: start, last: isMidnight(end) ? end + DAY_MS - 1 : end };
}

/** Bounds that cover the span: whole days end with their date, unless the period would begin with it. */
export function boundsOf({ first, last }: TimeSpan): { readonly start: Date; readonly end: Date } {
  const lastDay = last + 1 - DAY_MS;
  if (isMidnight(last + 1) && lastDay > first) return { start: new Date(first), end: new Date(lastDay) };
  // An end at midnight would take in the whole day: better a millisecond too few.
  return { start: new Date(first), end: new Date(isMidnight(last) ? last - 1 : last) };
}

/** The parts of a span that lie in one unit of the calendar each, in order. */
export function splitSpan({ first, last }: TimeSpan, unit: CalendarUnit): readonly TimeSpan[] {
  const parts: TimeSpan[] = [];
  for (let from = first, next = nextUnit(from, unit); from <= last; next = nextUnit(next, unit)) {
    const to = Math.min(next - 1, last);
    // A period has two different bounds: a single millisecond goes with the unit that follows.
    if (to === from) continue;
    parts.push({ first: from, last: to });
    from = to + 1;
  }
  return parts;
}

/** First moment of the unit that follows the one of `ms`. */
function nextUnit(ms: number, unit: CalendarUnit): number {
  const date = new Date(ms);
  const length = MONTHS[unit];
  const month = Math.floor(date.getUTCMonth() / length) * length + length + 1;
  return midnight({ year: date.getUTCFullYear(), month, day: 1 });
}

/** The moment some months and days later. A day that the month does not have becomes its last. */
export function later(ms: number, months: number, days: number): number {
  const date = new Date(ms);
  const timeOfDay = ms - midnight(calendarDate(date));
  const month = date.getUTCFullYear() * 12 + date.getUTCMonth() + months;
  const target = { year: Math.floor(month / 12), month: (month % 12) + 1 };
  const day = Math.min(date.getUTCDate(), lastDayOfMonth(target.year, target.month));
  return midnight({ ...target, day }) + timeOfDay + days * DAY_MS;
}

function calendarDate(date: Date) {
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
