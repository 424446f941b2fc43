import { type AnchorRule, weekdayCode } from "tradepose-client/models";
import { weekdayOf } from "../../calendar/calendar.ts";
import type { Zone } from "../../calendar/zone.ts";
import type { Parameters } from "../parameters.ts";

const MINUTE = 60_000;
const DAY = 86_400_000;

export type AnchorConfig = Parameters<"MarketProfile">["anchor_config"];

/** Rows `[from, to)` of one profile, never empty. Its value stands on row `to`, the first bar after it. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/** A bar that starts at the anchor's time of day. */
interface Anchor {
  readonly row: number;
  /** Local date, days since 1970-01-01. */
  readonly day: number;
}

/**
 * Cuts a time line into the segments that anchors close, in order.
 *
 * An anchor is a bar that starts exactly at the rule's local time of day; a date without such a bar has none, as on
 * the day a clock jumps over that time, and where a clock shows it twice the first bar counts. A daily rule closes a
 * segment at every `lookback_days`-th anchor, from the first anchor of the data on, so that segments tile the time
 * line. A weekly rule closes one at each anchor of its weekday, back to the anchor `lookback_days` dates earlier.
 * With 0 lookback days every anchor closes the window that began at the start rule's time of the same date.
 *
 * @param ts open times of the bars, UTC milliseconds, ascending.
 */
export function segmentsOf(ts: Float64Array, config: AnchorConfig, zone: Zone): readonly Segment[] {
  const { end_rule: end, start_rule: start, lookback_days: lookback } = config;
  const anchors = anchorsOf(ts, timeOfDay(end), zone);
  if (lookback === 0) return start == null ? [] : windows(ts, anchors, timeOfDay(start), zone);
  const segments: Segment[] = [];
  for (let i = lookback; i < anchors.length; i++) {
    const { row, day } = anchors[i]!;
    const closes =
      end.type === "WeeklyTime" ? weekdayOf(day) === weekdayCode[end.weekday] : i % lookback === 0;
    if (closes) segments.push({ from: anchors[i - lookback]!.row, to: row });
  }
  return segments;
}

/** Local time of day in milliseconds. */
export function timeOfDay({ hour, minute }: Readonly<AnchorRule>): number {
  return (hour * 60 + minute) * MINUTE;
}

function anchorsOf(ts: Float64Array, time: number, zone: Zone): readonly Anchor[] {
  const anchors: Anchor[] = [];
  let lastDay = Number.NaN;
  for (let row = 0; row < ts.length; row++) {
    const wallClock = ts[row]! + zone.offsetAt(ts[row]!);
    const day = Math.floor(wallClock / DAY);
    if (wallClock - day * DAY !== time || day === lastDay) continue;
    anchors.push({ row, day });
    lastDay = day;
  }
  return anchors;
}

function windows(
  ts: Float64Array,
  anchors: readonly Anchor[],
  start: number,
  zone: Zone,
): readonly Segment[] {
  const segments: Segment[] = [];
  let from = 0;
  for (const { row, day } of anchors) {
    const opens = zone.instantOf(day * DAY + start);
    while (ts[from]! < opens) from += 1;
    if (from < row) segments.push({ from, to: row });
  }
  return segments;
}
