import type { Bars } from "../../../../src/engine/bars.ts";

/**
 * The market profile once more, word by word from the rule: every bar's clock is asked of Intl, every level is
 * counted by itself, and the value area grows by one level at a time. What the engine is compared with.
 */
export interface NaiveOptions {
  readonly timeZone: string;
  /** `HH:MM`. */
  readonly end: string;
  /** Day of the week, 0 Monday, for a weekly anchor. */
  readonly weekday?: number;
  /** `HH:MM`, with lookback 0. */
  readonly start?: string;
  readonly lookback: number;
  readonly tick: number;
  readonly share: number;
}

export interface NaiveRow {
  readonly poc: number;
  readonly vah: number;
  readonly val: number;
  readonly valueArea: number;
  readonly distribution: readonly { price: number; count: number; periods: readonly number[] }[];
}

export interface NaiveProfile {
  readonly rows: readonly (NaiveRow | null)[];
  readonly segmentIds: readonly (number | null)[];
}

interface LocalTime {
  readonly date: string;
  readonly time: string;
  readonly weekday: number;
}

const WEEKDAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
const clocks = new Map<string, (instant: number) => LocalTime>();

/** Wall-clock date, time of day to the second, and weekday; each instant is asked once. */
function clockOf(timeZone: string): (instant: number) => LocalTime {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat("en-GB", {
    timeZone,
    dateStyle: "short",
    timeStyle: "medium",
    hourCycle: "h23",
  });
  const dayOfWeek = new Intl.DateTimeFormat("en-US", { timeZone, weekday: "short" });
  const seen = new Map<number, LocalTime>();
  const clock = (instant: number): LocalTime => {
    let local = seen.get(instant);
    if (local === undefined) {
      const [date, time] = format.format(instant).split(", ");
      local = { date: date!, time: time!, weekday: WEEKDAYS.indexOf(dayOfWeek.format(instant)) };
      seen.set(instant, local);
    }
    return local;
  };
  clocks.set(timeZone, clock);
  return clock;
}

export function naiveMarketProfile(bars: Bars, options: NaiveOptions): NaiveProfile {
  const clock = clockOf(options.timeZone);
  const locals = Array.from(bars.ts, clock);
  const isAnchor = locals.map(
    ({ date, time }, row) =>
      time === `${options.end}:00` &&
      !locals.some((earlier, at) => at < row && earlier.date === date && earlier.time === time),
  );
  const anchors = [...locals.keys()].filter((row) => isAnchor[row]);

  const segments: { first: number; anchor: number }[] = [];
  anchors.forEach((anchor, i) => {
    if (options.lookback === 0) {
      const first = firstBarFrom(bars, opening(clock, bars.ts[anchor]!, `${options.start}:00`));
      if (first < anchor) segments.push({ first, anchor });
      return;
    }
    const closes =
      options.weekday === undefined
        ? i % options.lookback === 0
        : locals[anchor]!.weekday === options.weekday;
    if (closes && i >= options.lookback) segments.push({ first: anchors[i - options.lookback]!, anchor });
  });

  const rows = Array.from(bars.ts, (): NaiveRow | null => null);
  const segmentIds = Array.from(bars.ts, (): number | null => null);
  segments.forEach(({ first, anchor }, id) => {
    rows[anchor] = profileOf(bars, first, anchor, options);
    for (let row = anchor; row < segmentIds.length; row++) segmentIds[row] = id;
  });
  return { rows, segmentIds };
}

/** The first minute of the date, up to the anchor, at which the clock shows the start or later. */
function opening(clock: (instant: number) => LocalTime, anchor: number, start: string): number {
  const { date } = clock(anchor);
  const minutes: number[] = [];
  for (let instant = anchor; clock(instant).date === date; instant -= 60_000) minutes.unshift(instant);
  return minutes.find((instant) => clock(instant).time >= start)!;
}

function firstBarFrom(bars: Bars, instant: number): number {
  return bars.ts.findIndex((ts) => ts >= instant);
}

function nearest(value: number): number {
  const whole = Math.trunc(value);
  return Math.abs(value - whole) >= 0.5 ? whole + Math.sign(value) : whole;
}

export function profileOf(
  bars: Bars,
  first: number,
  end: number,
  { tick, share }: Pick<NaiveOptions, "tick" | "share">,
): NaiveRow {
  const periods = new Map<number, number[]>();
  for (let row = first; row < end; row++) {
    for (let level = nearest(bars.low[row]! / tick); level <= nearest(bars.high[row]! / tick); level++) {
      periods.set(level, [...(periods.get(level) ?? []), row - first]);
    }
  }
  const count = (level: number): number => periods.get(level)?.length ?? 0;
  const touched = [...periods.keys()].sort((a, b) => a - b);
  const lowest = touched[0]!;
  const highest = touched.at(-1)!;
  const most = Math.max(...touched.map(count));
  const total = touched.reduce((sum, level) => sum + count(level), 0);
  const poc = touched.find((level) => count(level) === most)!;

  let [low, high, held] = [poc, poc, most];
  while (held < share * total) {
    if (low === lowest || (high < highest && count(high + 1) >= count(low - 1))) held += count(++high);
    else held += count(--low);
  }
  return {
    poc: poc * tick,
    vah: high * tick,
    val: low * tick,
    valueArea: high * tick - low * tick,
    distribution: touched.map((level) => ({
      price: level * tick,
      count: count(level),
      periods: periods.get(level)!,
    })),
  };
}

/** Thresholds under their wire names. */
export interface NaiveShapeRules {
  readonly early_period_ratio: number;
  readonly late_period_ratio: number;
  readonly trend_ib_max_ratio: number;
  readonly trend_monotonic_threshold: number;
  readonly trend_imbalance_threshold: number;
  readonly pshape_concentration_threshold: number;
  readonly bshape_valley_threshold: number;
  readonly normal_symmetry_threshold: number;
}

/** The shape of some bars, given as the levels that each touched: word by word, count by count. */
export function naiveShape(bars: readonly (readonly number[])[], rules: NaiveShapeRules): string {
  const all = bars.flat();
  const bottom = Math.min(...all);
  const top = Math.max(...all);
  const range = top - bottom;
  if (range === 0) return "undefined";
  const levels = Array.from({ length: range + 1 }, (_, i) => bottom + i);
  const countAt = (level: number): number => all.filter((each) => each === level).length;
  const counts = levels.map(countAt);
  const most = Math.max(...counts);
  const poc = levels.find((level) => countAt(level) === most)!;
  const early = bars.slice(0, Math.max(1, Math.round(bars.length * rules.early_period_ratio))).flat();
  const late = bars
    .slice(bars.length - Math.max(1, Math.round(bars.length * rules.late_period_ratio)))
    .flat();

  const opening = bars.slice(0, 2).flat();
  const middles = bars.map((touched) => (Math.min(...touched) + Math.max(...touched)) / 2);
  const steps = middles.slice(1).map((middle, i) => middle - middles[i]!);
  const rising = steps.filter((step) => step > 0).length / steps.length;
  const falling = steps.filter((step) => step < 0).length / steps.length;
  if (
    (Math.max(...opening) - Math.min(...opening)) / range <= rules.trend_ib_max_ratio &&
    (rising >= rules.trend_monotonic_threshold || falling >= rules.trend_monotonic_threshold) &&
    Math.max(early.length, late.length) / (early.length + late.length) >= rules.trend_imbalance_threshold
  )
    return "trend_day";

  // A peak is told by its lowest level: higher than the level before it, and than the next that differs.
  const peaks = levels.filter((level) => {
    const next = levels.find((each) => each > level && countAt(each) !== countAt(level));
    return countAt(level) > countAt(level - 1) && (next === undefined || countAt(next) < countAt(level));
  });
  const others = peaks.filter((level) => Math.abs(level - poc) > 0.2 * range);
  const second = others.find((level) => countAt(level) === Math.max(...others.map(countAt)));
  if (second !== undefined) {
    const between = levels.filter((level) => level > Math.min(poc, second) && level < Math.max(poc, second));
    if (Math.min(...between.map(countAt)) < rules.bshape_valley_threshold * countAt(second)) {
      return "b_double_distribution";
    }
  }

  const low = (touched: readonly number[]): number =>
    touched.filter((level) => level - bottom < 0.3 * range).length / touched.length;
  const high = (touched: readonly number[]): number =>
    touched.filter((level) => top - level < 0.3 * range).length / touched.length;
  const least = rules.pshape_concentration_threshold;
  if (low(early) >= least && high(late) >= least) return "p_shaped";
  if (high(early) >= least && low(late) >= least) return "b_shaped";

  const place = (poc - bottom) / range;
  const above = all.filter((level) => level > poc).length;
  const below = all.filter((level) => level < poc).length;
  const difference = Math.abs(above - below) / (above + below);
  return place >= 0.3 && place <= 0.7 && difference < rules.normal_symmetry_threshold
    ? "normal"
    : "undefined";
}
