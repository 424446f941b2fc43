import { ArgumentError } from "../errors/argument.ts";
/** A day of the proleptic Gregorian calendar; month 1 to 12. */
export interface CalendarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const MOMENT =
  /^(?<date>\d{4}-\d{2}-\d{2})(?:[T ](?<time>\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(?<offset>Z|[+-]\d{2}:?\d{2})?)?$/i;

/**
 * Milliseconds since 1970 of a moment, on a clock without zone: an offset and a `Date` are taken to UTC, text
 * without an offset as it stands. Fractions of a millisecond are dropped.
 *
 * @throws ArgumentError that names the bound and shows the value.
 */
export function parseMoment(value: string | Date, name: "start" | "end"): number {
  if (value instanceof Date) return inRange(value.getTime(), value, name);
  const parts = typeof value === "string" ? MOMENT.exec(value.trim())?.groups : undefined;
  if (parts === undefined) throw invalid(value, name);
  const date = readDate(parts.date ?? "");
  if (date.day > lastDayOfMonth(date.year, date.month)) throw invalid(value, name);
  const time = parts.time ?? "00:00";
  // Date.parse takes 24:00 as the next day's midnight; here it would hide a slip.
  if (time.startsWith("24")) throw invalid(value, name);
  const offset = (parts.offset ?? "Z").toUpperCase().replace(/^([+-]\d{2})(\d{2})$/, "$1:$2");
  return inRange(Date.parse(`${parts.date}T${time.slice(0, 12)}${offset}`), value, name);
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

function inRange(ms: number, value: unknown, name: string): number {
  const year = new Date(ms).getUTCFullYear();
  if (!(year >= 1 && year <= 9999)) throw invalid(value, name);
  return ms;
}

function invalid(value: unknown, name: string): ArgumentError {
  return new ArgumentError(
    `Period: ${name} must be a Date or text such as "2024-01-31" or "2024-01-31T16:00:00", got ${show(value)}`,
  );
}

function show(value: unknown): string {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "an invalid Date" : value.toISOString();
  return typeof value === "string" ? JSON.stringify(value) : String(value);
}
