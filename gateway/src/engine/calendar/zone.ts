const SECOND = 1_000;
const DAY = 86_400_000;
/** Wider than the largest offset plus the largest jump a zone ever made, so that it steps over one transition. */
const AROUND = 36 * 3_600_000;

/** The clock of one IANA zone. Instants are UTC milliseconds; wall-clock times are the milliseconds UTC would call so. */
export interface Zone {
  readonly name: string;
  /** Milliseconds to add to an instant to read the zone's wall clock. */
  offsetAt(instant: number): number;
  /** The first instant that shows this wall-clock time; for a time skipped by a jump, the first instant after the jump. */
  instantOf(wallClock: number): number;
}

/** One day of UTC: a zone never changes its offset twice within it. */
interface OffsetDay {
  readonly before: number;
  readonly after: number;
  /** First instant with the offset `after`. */
  readonly changesAt: number;
}

const zones = new Map<string, Zone>();

/**
 * The zone of that name, made once. Offsets come from the runtime's own zone database and are exact to the second.
 * @throws RangeError when the runtime does not know the name.
 */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known !== undefined) return known;
  const zone = name === "UTC" ? UTC : makeZone(name);
  zones.set(name, zone);
  return zone;
}

const UTC: Zone = { name: "UTC", offsetAt: () => 0, instantOf: (wallClock) => wallClock };

function makeZone(name: string): Zone {
  const readOffset = offsetReader(name);
  const days = new Map<number, OffsetDay>();
  let lastDay = Number.NaN;
  let last: OffsetDay = { before: 0, after: 0, changesAt: 0 };

  const offsetAt = (instant: number): number => {
    const day = Math.floor(instant / DAY);
    if (day !== lastDay) {
      let found = days.get(day);
      if (found === undefined) {
        found = readDay(readOffset, day * DAY);
        days.set(day, found);
      }
      lastDay = day;
      last = found;
    }
    return instant < last.changesAt ? last.before : last.after;
  };

  const instantOf = (wallClock: number): number => {
    const earlier = offsetAt(wallClock - AROUND);
    const later = offsetAt(wallClock + AROUND);
    const first = wallClock - earlier;
    if (offsetAt(first) === earlier) return first;
    const second = wallClock - later;
    if (offsetAt(second) === later) return second;
    return firstInstantWith(offsetAt, later, second, first);
  };

  return { name, offsetAt, instantOf };
}

function readDay(readOffset: (instant: number) => number, start: number): OffsetDay {
  const before = readOffset(start);
  const end = start + DAY;
  const after = readOffset(end - SECOND);
  if (before === after) return { before, after, changesAt: start };
  return { before, after, changesAt: firstInstantWith(readOffset, after, start, end - SECOND) };
}

/** Bisects to the second: `low` has another offset, `high` already has this one. */
function firstInstantWith(
  offsetAt: (instant: number) => number,
  offset: number,
  low: number,
  high: number,
): number {
  let before = Math.floor(low / SECOND);
  let after = Math.ceil(high / SECOND);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (offsetAt(middle * SECOND) === offset) after = middle;
    else before = middle;
  }
  return after * SECOND;
}

function offsetReader(name: string): (instant: number) => number {
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone: name,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  return (instant) => {
    const second = Math.floor(instant / SECOND) * SECOND;
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(second)) part[type] = Number(value);
    const wallClock = Date.UTC(
      part.year ?? 0,
      (part.month ?? 1) - 1,
      part.day ?? 1,
      part.hour ?? 0,
      part.minute ?? 0,
      part.second ?? 0,
    );
    return wallClock - second;
  };
}
