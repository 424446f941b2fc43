import { zoneOf } from "./zone.ts";

const DAY = 86_400_000;

/** A period as a request gives it. */
export interface PeriodText {
  readonly start: string;
  readonly end: string;
}

/** Instants `from <= ts < to`, UTC milliseconds. */
export interface PeriodRange {
  readonly from: number;
  readonly to: number;
}

export interface PeriodProblem {
  readonly field: "start" | "end";
  readonly message: string;
}

/** Date, and optionally time of day and offset from UTC. */
interface Moment {
  /** Wall-clock milliseconds. */
  readonly wallClock: number;
  /** Milliseconds east of UTC; undefined when the text leaves it to the zone. */
  readonly offset: number | undefined;
}

const PATTERN =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)?\s*(Z|z|[+-]\d{2}(?::?\d{2})?)?)?$/;

/**
 * Reads a period on the clock of a zone. Both ends are wall-clock times unless they carry an offset. An end given as
 * a date, or at 00:00:00, includes that whole day, so that consecutive quarters leave no gap and do not overlap;
 * any other end is itself included.
 */
export function readPeriod(period: PeriodText, timeZone: string): PeriodRange | PeriodProblem {
  const start = parseMoment(period.start);
  if (start === undefined) return unreadable("start", period.start);
  const end = parseMoment(period.end);
  if (end === undefined) return unreadable("end", period.end);
  const zone = zoneOf(timeZone);
  const instant = (moment: Moment, wallClock: number): number =>
    moment.offset === undefined ? zone.instantOf(wallClock) : wallClock - moment.offset;

  const from = instant(start, start.wallClock);
  const isMidnight = end.wallClock % DAY === 0;
  const to = isMidnight ? instant(end, end.wallClock + DAY) : instant(end, end.wallClock) + 1;
  if (to <= from)
    return { field: "end", message: `the period ends (${period.end}) before it starts (${period.start})` };
  return { from, to };
}

function parseMoment(text: string): Moment | undefined {
  const match = PATTERN.exec(text.trim());
  if (match === null) return undefined;
  const [, year, month, day, hour = "0", minute = "0", second = "0", fraction = "", offset] = match;
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(day));
  const isRealDate = new Date(midnight).toISOString().startsWith(`${year}-${month}-${day}`);
  if (!isRealDate || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined;
  const milliseconds = Math.floor(Number(`0.${fraction || "0"}`) * 1_000);
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1_000 + milliseconds;
  return { wallClock: midnight + time, offset: parseOffset(offset) };
}

function parseOffset(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (text === "Z" || text === "z") return 0;
  const digits = text.slice(1).replace(":", "").padEnd(4, "0");
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  return (text.startsWith("-") ? -minutes : minutes) * 60_000;
}

function unreadable(field: "start" | "end", text: string): PeriodProblem {
  return {
    field,
    message: `"${text}" is not a date or time; write 2024-03-31, 2024-03-31T16:00:00 or 2024-03-31T16:00:00+02:00`,
  };
}
