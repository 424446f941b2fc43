import type { Calendar } from "../../engine/calendar/calendar.ts";
import { type Freq, intradayStep } from "../../engine/calendar/freq.ts";
import type { Zone } from "../../engine/calendar/zone.ts";

const SECOND = 1_000;
const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

const ZERO = 0x30;
const MINUS = 0x2d;
const PLUS = 0x2b;
const SLASH = 0x2f;
const POINT = 0x2e;
const COMMA = 0x2c;
const COLON = 0x3a;
const SPACE = 0x20;
const UPPER_T = 0x54;
const LOWER_T = 0x74;
const UPPER_Z = 0x5a;
const LOWER_Z = 0x7a;

/** What a time without offset means, and how one that is skipped or doubled by a clock change is told. */
export interface TimeContext {
  readonly freq: Freq;
  readonly zone: Zone;
  readonly calendar: Calendar;
}

/** Widest epoch seconds; a larger integer is milliseconds. As seconds it is the year 5138, as milliseconds 1973. */
const LAST_EPOCH_SECOND = 1e11;

const FORMATS =
  "2024-03-28, 2024-03-28 16:30, 2024-03-28T16:30:00Z, 2024-03-28T16:30:00+02:00, or seconds or milliseconds since 1970";

/**
 * Reads the time column of a bar file into UTC milliseconds.
 *
 * A time without offset is a wall-clock time of the instrument's zone; one that the clock shows twice is its second
 * occurrence when the first would not be later than the bar before. A date, or for daily and coarser bars a time of
 * 00:00 without offset, names a session day and is stamped at the day's start.
 */
export class TimeReader {
  readonly #context: TimeContext;
  readonly #daily: boolean;
  #epochUnit = 0;
  #civil = -1;
  #civilDay = 0;
  /** Why the last time could not be read. */
  problem = "";

  constructor(context: TimeContext) {
    this.#context = context;
    this.#daily = intradayStep(context.freq) === undefined;
  }

  /**
   * @param previous time of the bar before, or negative infinity.
   * @returns NaN when it cannot be read; `problem` then says why.
   */
  read(bytes: Uint8Array, from: number, to: number, previous: number): number {
    const separator = to - from >= 8 ? bytes[from + 4] : undefined;
    if (separator === MINUS || separator === SLASH || separator === POINT) {
      return this.#readCalendarTime(bytes, from, to, previous);
    }
    return this.#readEpoch(bytes, from, to);
  }

  #fail(problem: string): number {
    this.problem = problem;
    return Number.NaN;
  }

  #unreadable(): number {
    return this.#fail(`the time is not one of ${FORMATS}`);
  }

  #readEpoch(bytes: Uint8Array, from: number, to: number): number {
    const negative = bytes[from] === MINUS;
    const value = digits(bytes, negative ? from + 1 : from, to);
    if (value < 0 || to - from > 16) return this.#unreadable();
    if (this.#epochUnit === 0) this.#epochUnit = value < LAST_EPOCH_SECOND ? SECOND : 1;
    return (negative ? -value : value) * this.#epochUnit;
  }

  #readCalendarTime(bytes: Uint8Array, from: number, to: number, previous: number): number {
    const day = this.#readDay(bytes, from, to);
    if (Number.isNaN(day)) return day;
    let at = from + 10;
    if (at === to) return this.#sessionDay(day);
    const joint = bytes[at];
    if (joint !== SPACE && joint !== UPPER_T && joint !== LOWER_T) return this.#unreadable();
    at += 1;

    const hour = digits(bytes, at, at + 2, to);
    const minute = digits(bytes, at + 3, at + 5, to);
    if (bytes[at + 2] !== COLON || !(hour >= 0 && hour < 24 && minute >= 0 && minute < 60))
      return this.#unreadable();
    at += 5;
    let timeOfDay = hour * HOUR + minute * MINUTE;
    if (at < to && bytes[at] === COLON) {
      const second = digits(bytes, at + 1, at + 3, to);
      if (!(second >= 0 && second < 60)) return this.#unreadable();
      timeOfDay += second * SECOND;
      at += 3;
      if (at < to && (bytes[at] === POINT || bytes[at] === COMMA)) {
        const start = at + 1;
        at = start;
        while (at < to && isDigit(bytes[at]!)) at += 1;
        if (at === start) return this.#unreadable();
        timeOfDay += milliseconds(bytes, start, at);
      }
    }
    const wallClock = day * DAY + timeOfDay;
    if (at === to)
      return timeOfDay === 0 && this.#daily ? this.#sessionDay(day) : this.#local(wallClock, previous);
    const offset = readOffset(bytes, at, to);
    return Number.isNaN(offset) ? this.#unreadable() : wallClock - offset;
  }

  /** Days since 1970-01-01 of `YYYY-MM-DD`, whose separators may also be slashes or points. */
  #readDay(bytes: Uint8Array, from: number, to: number): number {
    const year = digits(bytes, from, from + 4, to);
    const month = digits(bytes, from + 5, from + 7, to);
    const dayOfMonth = digits(bytes, from + 8, from + 10, to);
    if (year < 0 || month < 0 || dayOfMonth < 0 || bytes[from + 7] !== bytes[from + 4])
      return this.#unreadable();
    const civil = (year * 100 + month) * 100 + dayOfMonth;
    if (civil !== this.#civil) {
      const instant = Date.UTC(year, month - 1, dayOfMonth);
      const date = new Date(instant);
      if (
        date.getUTCFullYear() !== year ||
        date.getUTCMonth() !== month - 1 ||
        date.getUTCDate() !== dayOfMonth
      ) {
        return this.#fail("the date does not exist");
      }
      this.#civil = civil;
      this.#civilDay = instant / DAY;
    }
    return this.#civilDay;
  }

  #sessionDay(day: number): number {
    if (this.#daily) return this.#context.calendar.dayStart(day);
    return this.#fail(`a date without a time of day cannot be the open time of a ${this.#context.freq} bar`);
  }

  #local(wallClock: number, previous: number): number {
    const { zone } = this.#context;
    const first = zone.instantOf(wallClock);
    if (first + zone.offsetAt(first) !== wallClock) {
      return this.#fail(`the clocks of ${zone.name} skip this time`);
    }
    if (first > previous) return first;
    const second = wallClock - zone.offsetAt(first + DAY);
    return second > previous && second + zone.offsetAt(second) === wallClock ? second : first;
  }
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}

/** The number that the digits `from` up to but without `to` spell; -1 when one is none, or lies at or after `limit`. */
function digits(bytes: Uint8Array, from: number, to: number, limit = to): number {
  if (to > limit || from >= to) return -1;
  let value = 0;
  for (let at = from; at < to; at += 1) {
    const byte = bytes[at]!;
    if (!isDigit(byte)) return -1;
    value = value * 10 + (byte - ZERO);
  }
  return value;
}

/** Digits after the decimal point of a second; what is finer than a millisecond is cut. */
function milliseconds(bytes: Uint8Array, from: number, to: number): number {
  let value = 0;
  for (let place = 0; place < 3; place += 1) {
    const at = from + place;
    value = value * 10 + (at < to ? bytes[at]! - ZERO : 0);
  }
  return value;
}

/** Milliseconds east of UTC of `Z`, `+02`, `+0200` or `+02:00`, which a blank may precede; NaN for anything else. */
function readOffset(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  if (bytes[at] === SPACE) at += 1;
  const sign = bytes[at];
  if ((sign === UPPER_Z || sign === LOWER_Z) && at + 1 === to) return 0;
  if (sign !== PLUS && sign !== MINUS) return Number.NaN;
  const hours = digits(bytes, at + 1, at + 3, to);
  at += 3;
  let minutes = 0;
  if (at < to) {
    if (bytes[at] === COLON) at += 1;
    minutes = to === at + 2 ? digits(bytes, at, to) : -1;
  }
  if (!(hours >= 0 && hours <= 18 && minutes >= 0 && minutes < 60)) return Number.NaN;
  const offset = hours * HOUR + minutes * MINUTE;
  return sign === MINUS ? -offset : offset;
}
