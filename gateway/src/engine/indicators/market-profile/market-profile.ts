import type { ProfileShape } from "tradepose-client/models";
import type { Bars } from "../../bars.ts";
import type { Zone } from "../../calendar/zone.ts";
import type { ListColumn, TextColumn } from "../../column.ts";
import { type Series, SeriesBuilder } from "../series.ts";
import { type AnchorConfig, type Segment, segmentsOf } from "./anchors.ts";
import { tpoDistribution } from "./distribution.ts";
import { levelRuns, levelsOf, totalCount } from "./levels.ts";
import { type ShapeRules, shapeOf } from "./shape.ts";
import { valueAreaOf } from "./value-area.ts";

/** More counts make no list: a tick that fine is a mistake, and its list would not fit into memory. */
const LONGEST_LIST = 1_000_000;

export interface MarketProfileOptions {
  readonly anchors: AnchorConfig;
  /** Price step of the levels, above 0. */
  readonly tickSize: number;
  /** Share of the counts that the value area holds, between 0 and 1. */
  readonly valueAreaShare: number;
  /** Undefined for no shapes. */
  readonly shapes: ShapeRules | undefined;
}

/** Every member but `segmentId` has a value on the bar that follows a segment, and is null on the others. */
export interface MarketProfile {
  /** Price of the level touched by most bars, the lowest of several. */
  readonly poc: Series;
  /** Highest and lowest price of the value area. */
  readonly vah: Series;
  readonly val: Series;
  /** vah - val. */
  readonly valueArea: Series;
  /** Levels that were touched, ascending; null where their counts exceed a million. */
  readonly tpoDistribution: ListColumn;
  /** Number of the segment from 0, from the bar that follows it to the one that follows the next. */
  readonly segmentId: Series;
  /** A `ProfileShape`. */
  readonly profileShape: TextColumn;
}

/**
 * Market profile: how many bars of each segment touched each price level, a level being a whole multiple of the tick
 * and every bar touching all levels from its low to its high. A value is known when the bar that carries it opens,
 * since it is made of earlier bars alone. See `segmentsOf`, `valueAreaOf` and `shapeOf`. (J. P. Steidlmayer, Chicago Board of Trade.)
 */
export function marketProfile(bars: Bars, zone: Zone, options: MarketProfileOptions): MarketProfile {
  const { anchors, tickSize, valueAreaShare, shapes } = options;
  const levels = levelsOf(bars, tickSize);
  const poc = new SeriesBuilder(bars.length);
  const vah = new SeriesBuilder(bars.length);
  const val = new SeriesBuilder(bars.length);
  const valueArea = new SeriesBuilder(bars.length);
  const kept: Segment[] = [];
  const list = new Int32Array(bars.length);
  const noList = new Uint8Array(bars.length).fill(1);
  const shapeByRow = new Map<number, ProfileShape>();
  for (const segment of segmentsOf(bars.ts, anchors, zone)) {
    const runs = levelRuns(levels, segment);
    if (runs.length === 0) continue;
    const area = valueAreaOf(runs, valueAreaShare);
    const row = segment.to;
    const top = area.high * tickSize;
    const bottom = area.low * tickSize;
    poc.set(row, area.poc * tickSize);
    vah.set(row, top);
    val.set(row, bottom);
    valueArea.set(row, top - bottom);
    if (shapes !== undefined) shapeByRow.set(row, shapeOf(levels, segment, runs, area.poc, shapes));
    list[row] = kept.length;
    if (totalCount(runs) <= LONGEST_LIST) noList[row] = 0;
    kept.push(segment);
  }

  return {
    poc: poc.done(),
    vah: vah.done(),
    val: val.done(),
    valueArea: valueArea.done(),
    tpoDistribution: {
      kind: "list",
      values: list,
      nulls: noList,
      listAt: (id) => tpoDistribution(levels, kept[id]!, tickSize),
    },
    segmentId: carriedForward(kept, bars.length),
    profileShape: textAt(shapeByRow, bars.length),
  };
}

function carriedForward(segments: readonly Segment[], length: number): Series {
  const ids = new SeriesBuilder(length);
  segments.forEach(({ to }, id) => {
    const end = segments[id + 1]?.to ?? length;
    for (let row = to; row < end; row++) ids.set(row, id);
  });
  return ids.done();
}

function textAt(textByRow: ReadonlyMap<number, string>, length: number): TextColumn {
  const values = new Array<string>(length).fill("");
  const nulls = new Uint8Array(length).fill(1);
  for (const [row, text] of textByRow) {
    values[row] = text;
    nulls[row] = 0;
  }
  return { kind: "text", values, nulls };
}
