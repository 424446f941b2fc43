import type { ExportRequest, FieldProblem } from "tradepose-client/models";
import { calendarOf } from "./engine/calendar/calendar.ts";
import { type Freq, isFreq } from "./engine/calendar/freq.ts";
import { type PeriodRange, readPeriod } from "./engine/calendar/period.ts";
import type { MarketSeries } from "./engine/index.ts";

/** What is wrong with the period of a request for a series at a frequency: unreadable dates, or no bar in it. */
export function periodProblem(
  request: ExportRequest,
  series: MarketSeries,
  freq: string,
): FieldProblem | undefined {
  const period = readPeriod(
    { start: request.start_date ?? "0001-01-01", end: request.end_date ?? "9999-12-30" },
    series.timeZone,
  );
  if ("field" in period) {
    return { field: `${period.field}_date`, message: period.message, type: "invalid_date" };
  }
  // What cannot be read is told where it is checked.
  if (!isFreq(freq) || !isFreq(series.freq)) return undefined;
  if (hasBar(series, series.freq, freq, period)) return undefined;
  const { ts } = series.bars;
  const first = ts[0] ?? Number.POSITIVE_INFINITY;
  const last = ts[ts.length - 1] ?? Number.NEGATIVE_INFINITY;
  const extent = `the bars of ${series.symbol} run from ${instant(first)} to ${instant(last)}`;
  if (period.from > last) return noData("start_date", `is after the data: ${extent}`);
  if (period.to <= first) return noData("end_date", `is before the data: ${extent}`);
  return noData(
    "start_date",
    `no complete bar of ${series.symbol} at ${freq} starts in the period; ${extent}`,
  );
}

/**
 * Whether a complete bar of the frequency starts in the period, told without making the bars: at most two bins are
 * looked at, that of the first stored bar of the period and the one after it.
 */
function hasBar(
  { bars: { ts }, timeZone, sessionStart }: MarketSeries,
  stored: Freq,
  freq: Freq,
  { from, to }: PeriodRange,
): boolean {
  const first = ts[rowFrom(ts, from)];
  if (first === undefined) return false;
  if (freq === stored) return first < to;
  const calendar = calendarOf(timeZone, sessionStart);
  let bin = calendar.binAt(freq, first);
  if (bin.start < from) {
    const next = ts[rowFrom(ts, bin.end)];
    if (next === undefined) return false;
    bin = calendar.binAt(freq, next);
  }
  const dataEnd = calendar.binAt(stored, ts[ts.length - 1]!).end;
  return bin.start < to && bin.end <= dataEnd;
}

/** The first row at or after an instant. */
function rowFrom(ts: Float64Array, instant: number): number {
  let low = 0;
  let high = ts.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ts[middle]! < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

function noData(field: string, message: string): FieldProblem {
  return { field, message, type: "no_data" };
}

function instant(ts: number): string {
  return Number.isFinite(ts) ? new Date(ts).toISOString() : "nowhere";
}
