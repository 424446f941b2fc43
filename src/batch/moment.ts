/** A day of the proleptic Gregorian calendar; month 1 to 12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MOMENT =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/i;

export const DAY_MS = 86_400_000;

/**
 * Milliseconds since 1970 of a moment, on a clock without zone: an offset and a `Date` are taken to UTC, text
 * without an offset as it stands. Fractions of a millisecond are dropped. Undefined for what is no moment of the years
 * 1 to 9999.
 */
export function readMoment(value: string | Date): number | undefined {
  if (value instanceof Date) return inRange(value.getTime());
  const parts = typeof value === "string" ? MOMENT.exec(value.trim())?.groups : undefined;
  if (parts === undefined) return undefined;
  const date = readDate(parts.date ?? "");
  if (date.day > lastDayOfMonth(date.year, date.month)) return undefined;
  const time = parts.time ?? "00:00";
  // Date.parse takes 24:00 as the next day's midnight; here it would hide a slip.
  if (time.startsWith("24")) return undefined;
  const offset = (parts.offset ?? "Z").toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  return inRange(Date.parse(`${parts.date}T${time.slice(0, 12)}${offset}`));
}

/** The value as messages show it, whatever it is. */
export function showMoment(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}

/** ISO 8601 text without offset; milliseconds only where there are some. */
export function isoText(ms: number): string {
  return new Date(ms).toISOString().replace(/(\.000)?Z$/, "");
}

export function isMidnight(ms: number): boolean {
  return ms % DAY_MS === 0;
}

/** Milliseconds since 1970 of 00:00 UTC. */
export function midnight({ year, month, day }: CalendarDate): number {
  const date = new Date(0);
  // Date.UTC reads the years 0 to 99 as 1900 to 1999.
  date.setUTCFullYear(year, month - 1, day);
  return date.getTime();
}

export function lastDayOfMonth(year: number, month: number): number {
  return new Date(midnight({ year, month: month + 1, day: 0 })).getUTCDate();
}

function readDate(text: string): CalendarDate {
  const [year = 0, month = 0, day = 0] = text.split("-").map(Number);
  return { year, month, day };
}

function inRange(ms: number): number | undefined {
  const year = new Date(ms).getUTCFullYear();
  return year >= 1 && year <= 9999 ? ms : undefined;
}
