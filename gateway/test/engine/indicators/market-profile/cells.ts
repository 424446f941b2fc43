import type { Bars } from "../../../../src/engine/bars.ts";
import { zoneOf } from "../../../../src/engine/calendar/zone.ts";
import { isNullRow } from "../../../../src/engine/column-ops.ts";
import {
  type MarketProfileOptions,
  marketProfile,
} from "../../../../src/engine/indicators/market-profile/market-profile.ts";
import { isNullAt, type Series } from "../../../../src/engine/indicators/series.ts";
import type { NaiveProfile } from "./naive.ts";

const cellsOf = (series: Series): (number | null)[] =>
  Array.from(series.values, (value, row) => (isNullAt(series, row) ? null : value));

/** The engine's profile row by row; null where every member but the segment id is null. A list left out is empty. */
export function profileCells(
  bars: Bars,
  timeZone: string,
  options: MarketProfileOptions,
): NaiveProfile & { readonly shapes: readonly (string | null)[] } {
  const profile = marketProfile(bars, zoneOf(timeZone), options);
  const [poc, vah, val, valueArea] = [profile.poc, profile.vah, profile.val, profile.valueArea].map(cellsOf);
  const lists = profile.tpoDistribution;
  const rows = poc!.map((price, row) => {
    if (price === null) {
      const others = [vah![row], val![row], valueArea![row]].some((cell) => cell !== null);
      if (others || !isNullRow(lists, row)) throw new Error(`row ${row} has some members only`);
      return null;
    }
    const distribution = isNullRow(lists, row) ? [] : lists.listAt(lists.values[row]!);
    return { poc: price, vah: vah![row]!, val: val![row]!, valueArea: valueArea![row]!, distribution };
  });
  const text = profile.profileShape;
  const shapes = text.values.map((shape, row) => (isNullRow(text, row) ? null : shape));
  return { rows, segmentIds: cellsOf(profile.segmentId), shapes };
}
