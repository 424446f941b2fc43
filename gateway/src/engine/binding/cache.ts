import type { Bars, MarketSeries } from "../bars.ts";
import { RecentCache } from "../cache.ts";
import { type Calendar, calendarOf } from "../calendar/calendar.ts";
import { type Freq, isFreq } from "../calendar/freq.ts";
import type { Column } from "../column.ts";
import { columnBytes } from "../column-ops.ts";
import { FrameScope } from "../expression/scope.ts";
import { type BinnedBars, firstBars, resample } from "../resample.ts";

const INDICATOR_BYTES = 256 * 2 ** 20;
const FRAMES_KEPT = 4;

/** A stored series with its calendar, and the coarser bars made of it so far. */
export interface SeriesView {
  /** Tells series objects apart in keys; a symbol may be imported anew. */
  readonly id: number;
  readonly series: MarketSeries;
  readonly freq: Freq;
  readonly calendar: Calendar;
  readonly binned: Map<Freq, BinnedBars>;
}

/** The rows a base frame has, and the expressions already evaluated over them. */
export interface Frame {
  readonly bars: Bars;
  readonly scope: FrameScope;
}

/**
 * What strategies bound one after another share: resampled bars, indicators over whole series, and expressions over
 * base frames. Only speed depends on it, never a result. Hold one per worker and give it to every binding.
 */
export class BindingCache {
  readonly #views = new WeakMap<MarketSeries, SeriesView>();
  readonly #indicators = new RecentCache<Column>(INDICATOR_BYTES);
  readonly #frames = new RecentCache<Frame>(FRAMES_KEPT);
  #seriesSeen = 0;

  view(series: MarketSeries): SeriesView {
    let view = this.#views.get(series);
    if (view === undefined) {
      if (!isFreq(series.freq))
        throw new RangeError(`series ${series.symbol} is stored at "${series.freq}", no frequency`);
      const calendar = calendarOf(series.timeZone, series.sessionStart);
      view = { id: this.#seriesSeen++, series, freq: series.freq, calendar, binned: new Map() };
      this.#views.set(series, view);
    }
    return view;
  }

  bars(view: SeriesView, freq: Freq): BinnedBars {
    let binned = view.binned.get(freq);
    if (binned === undefined) {
      binned = resample(view.series.bars, view.freq, view.calendar, freq);
      view.binned.set(freq, binned);
    }
    return binned;
  }

  /** An indicator over all complete bars of its series, computed now if it is not at hand. */
  indicator(key: string, compute: () => Column): Column {
    let column = this.#indicators.get(key);
    if (column === undefined) {
      column = compute();
      this.#indicators.set(key, column, columnBytes(column));
    }
    return column;
  }

  /** The base frame of the first `length` bars of a series at a frequency. */
  frame(view: SeriesView, freq: Freq, length: number): Frame {
    const key = `${view.id} ${freq} ${length}`;
    let frame = this.#frames.get(key);
    if (frame === undefined) {
      frame = { bars: firstBars(this.bars(view, freq).bars, length), scope: new FrameScope(length) };
      this.#frames.set(key, frame, 1);
    }
    return frame;
  }
}
