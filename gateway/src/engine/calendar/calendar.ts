import { type Freq, intradayStep } from "./freq.ts";
import { zoneOf } from "./zone.ts";

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Half-open time span `[start, end)` in UTC milliseconds; a bar made of it is labelled `start`. */
export interface Bin {
  readonly start: number;
  readonly end: number;
}

/**
 * The session calendar of an instrument. A session day is named by the local date on which it starts and lasts to
 * the next day's start. Bins below one day run in elapsed time from that start, so the day's last bin may be short
 * or (on a day of 25 hours) additional; weeks start with Monday's session day, months with that of the 1st.
 */
export interface Calendar {
  /** The bin of that frequency which holds the instant. */
  binAt(freq: Freq, instant: number): Bin;
  /** Start of the session day named by a local date, given as days since 1970-01-01. */
  dayStart(day: number): number;
  /** Name (days since 1970-01-01) of the session day that holds the instant. */
  dayAt(instant: number): number;
}

const calendars = new Map<string, Calendar>();

/**
 * @param timeZone IANA name, for example `America/New_York`.
 * @param sessionStart local time of day `HH:MM` at which a session day starts.
 * @throws RangeError for an unknown zone or a session start that is no time of day.
 */
export function calendarOf(timeZone: string, sessionStart: string): Calendar {
  const key = `${timeZone} ${sessionStart}`;
  let calendar = calendars.get(key);
  if (calendar === undefined) {
    calendar = makeCalendar(timeZone, parseTimeOfDay(sessionStart));
    calendars.set(key, calendar);
  }
  return calendar;
}

function makeCalendar(timeZone: string, sessionStart: number): Calendar {
  const zone = zoneOf(timeZone);
  const starts = new Map<number, number>();

  const dayStart = (day: number): number => {
    let start = starts.get(day);
    if (start === undefined) {
      start = zone.instantOf(day * DAY + sessionStart);
      starts.set(day, start);
    }
    return start;
  };

  const dayAt = (instant: number): number => {
    let day = Math.floor((instant + zone.offsetAt(instant) - sessionStart) / DAY);
    while (dayStart(day) > instant) day -= 1;
    while (dayStart(day + 1) <= instant) day += 1;
    return day;
  };

  const binAt = (freq: Freq, instant: number): Bin => {
    const day = dayAt(instant);
    const step = intradayStep(freq);
    if (step !== undefined) {
      const start = dayStart(day) + Math.floor((instant - dayStart(day)) / step) * step;
      return { start, end: Math.min(start + step, dayStart(day + 1)) };
    }
    if (freq === "1W") {
      const monday = day - weekdayOf(day);
      return { start: dayStart(monday), end: dayStart(monday + 7) };
    }
    if (freq === "1M") {
      const [first, next] = monthAround(day);
      return { start: dayStart(first), end: dayStart(next) };
    }
    return { start: dayStart(day), end: dayStart(day + 1) };
  };

  return { binAt, dayStart, dayAt };
}

/** Weekday of a date given as days since 1970-01-01, a Thursday; 0 is Monday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** First days of the month that holds the day and of the next one. */
function monthAround(day: number): readonly [number, number] {
  const date = new Date(day * DAY);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  return [Date.UTC(year, month, 1) / DAY, Date.UTC(year, month + 1, 1) / DAY];
}

function parseTimeOfDay(text: string): number {
  const match = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text);
  if (match === null) throw new RangeError(`session start "${text}" is not a time of day HH:MM`);
  return (Number(match[1]) * 60 + Number(match[2])) * MINUTE;
}
