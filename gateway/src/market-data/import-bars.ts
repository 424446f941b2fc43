import type { Bars } from "../engine/bars.ts";
import { calendarOf } from "../engine/calendar/calendar.ts";
import { zoneOf } from "../engine/calendar/zone.ts";
import { BarChecker, type BarQuality } from "./bar-checker.ts";
import type { BarSource } from "./bar-columns.ts";
import { fingerprintOf, writeBarFile } from "./bar-file.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { readCsv } from "./csv/read-csv.ts";
import { MarketDataError } from "./errors.ts";
import type { ImportPlan } from "./import-options.ts";
import { mergeBars } from "./merge.ts";

type SeriesEntry = CatalogueEntry["series"];

/** What the catalogue is to say of the bars, once they are stored. */
export interface BarsStored {
  readonly series: SeriesEntry;
  readonly added: number;
  readonly quality: BarQuality;
}

/**
 * Reads the files of an import, puts their bars together with the stored ones and writes the result, if it is
 * another, beside them. Until the catalogue names the new file nothing has changed.
 */
export async function storeBars(
  folder: string,
  plan: ImportPlan,
  stored: SeriesEntry | undefined,
  loadStored: () => Promise<Bars> | undefined,
): Promise<BarsStored> {
  const incoming = await readFiles(plan);
  const quality = incoming.quality();
  const kept = plan.replace ? undefined : stored;
  if (kept !== undefined && fingerprintOf(incoming.bars) === kept.fingerprint) {
    return { series: { ...kept, ...plan.settings }, added: 0, quality };
  }
  const before = kept === undefined ? undefined : await loadStored();
  const { bars, added } = before === undefined ? allOf(incoming) : combine(before, incoming, plan.symbol);
  if (kept !== undefined && added === 0) return { series: { ...kept, ...plan.settings }, added, quality };
  const fingerprint = await writeBarFile(folder, bars);
  const series = {
    ...plan.settings,
    fingerprint,
    rows: bars.length,
    firstTs: Math.min(incoming.first, kept?.firstTs ?? incoming.first),
    lastTs: Math.max(incoming.last, kept?.lastTs ?? incoming.last),
  };
  return { series, added, quality };
}

async function readFiles({ files, settings }: ImportPlan): Promise<BarChecker> {
  const { freq, timeZone, sessionStart } = settings;
  const calendar = calendarOf(timeZone, sessionStart);
  const checker = new BarChecker(freq, calendar, settings.negativePrices);
  for (const file of files) await readCsv(file, { freq, zone: zoneOf(timeZone), calendar }, checker);
  return checker;
}

interface Combined {
  readonly bars: BarSource;
  /** Bars that were not stored before. */
  readonly added: number;
}

function allOf({ bars }: BarChecker): Combined {
  return { bars, added: bars.length };
}

function combine(before: Bars, incoming: BarChecker, symbol: string): Combined {
  const merged = mergeBars(before, incoming.bars.toBars());
  if ("bars" in merged) return merged;
  throw new MarketDataError(
    "CONFLICT",
    `${symbol} holds other bars for the same time: of the bar at ${new Date(merged.conflictAt).toISOString()} ${merged.difference}; import with replace to drop the stored bars`,
  );
}
