import type { Costs } from "../engine/bars.ts";
import type { Freq } from "../engine/calendar/freq.ts";
import type { BarQuality } from "./bar-checker.ts";
import type { CatalogueEntry } from "./catalogue.ts";
import { MarketDataError } from "./errors.ts";
import {
  checkCosts,
  checkSettings,
  checkSymbol,
  defaultFacts,
  type InstrumentFacts,
  NO_COSTS,
  type SeriesSettings,
} from "./instrument.ts";

/** Bars to import and what is to be known of their instrument. What is left out stays as it is stored. */
export interface ImportOptions {
  /** Symbol under which strategies name the instrument. */
  readonly instrument: string;
  /** Frequency of the bars in the files. */
  readonly freq: Freq;
  /** One CSV file. */
  readonly file?: string;
  /** Several CSV files, in order of time. */
  readonly files?: readonly string[];
  /** IANA zone of the instrument's session days and of times without offset. Default `UTC`. */
  readonly timezone?: string;
  /** Local time `HH:MM` at which a session day starts. Default `00:00`. */
  readonly sessionStart?: string;
  /** Takes prices of 0 and below. Default false. */
  readonly negativePrices?: boolean;
  /** Trading costs; each is 0 by default. */
  readonly costs?: Partial<Costs>;
  /** What the instrument catalogue says of it. */
  readonly facts?: Partial<InstrumentFacts>;
  /** Drops the stored bars instead of adding to them. Default false. */
  readonly replace?: boolean;
}

/** What an import did. */
export interface ImportReport {
  readonly instrument: string;
  readonly instrumentId: number;
  /** Settings with which the times were read. */
  readonly freq: Freq;
  readonly timezone: string;
  readonly sessionStart: string;
  /** Bars stored now. */
  readonly rows: number;
  /** Bars that were not stored before; after a replacement all of them. */
  readonly added: number;
  /** Open times of the first and the last stored bar. */
  readonly first: Date;
  readonly last: Date;
  /** False when bars and settings were exactly these already. */
  readonly changed: boolean;
  /** SHA-256 of the stored bars. */
  readonly fingerprint: string;
  /** What was noticed in the files. */
  readonly quality: BarQuality;
}

/** An import with everything decided. */
export interface ImportPlan {
  readonly symbol: string;
  readonly files: readonly string[];
  readonly settings: SeriesSettings;
  readonly costs: Costs;
  readonly facts: InstrumentFacts;
  readonly replace: boolean;
}

/**
 * Completes the options from what is stored, else from the defaults.
 * @throws MarketDataError `INVALID_OPTION` for an unusable option, `CONFLICT` when the stored bars were read otherwise.
 */
export function planImport(options: ImportOptions, stored: CatalogueEntry | undefined): ImportPlan {
  checkSymbol(options.instrument);
  const files = [...(options.file === undefined ? [] : [options.file]), ...(options.files ?? [])];
  if (files.length === 0)
    throw new MarketDataError("INVALID_OPTION", "no file to import: give file or files");
  const costs = { ...(stored?.costs ?? NO_COSTS), ...options.costs };
  checkCosts(costs);
  const settings = {
    freq: options.freq,
    timeZone: options.timezone ?? stored?.series.timeZone ?? "UTC",
    sessionStart: options.sessionStart ?? stored?.series.sessionStart ?? "00:00",
    negativePrices: options.negativePrices ?? stored?.series.negativePrices ?? false,
  };
  checkSettings(settings);
  const replace = options.replace ?? false;
  if (stored !== undefined && !replace) refuseOtherSettings(settings, stored);
  return {
    symbol: options.instrument,
    files,
    settings,
    costs,
    facts: { ...(stored?.facts ?? defaultFacts(options.instrument)), ...options.facts },
    replace,
  };
}

function refuseOtherSettings(settings: SeriesSettings, { symbol, series }: CatalogueEntry): void {
  const names = { freq: "freq", timeZone: "timezone", sessionStart: "sessionStart" } as const;
  for (const key of ["freq", "timeZone", "sessionStart"] as const) {
    if (settings[key] === series[key]) continue;
    throw new MarketDataError(
      "CONFLICT",
      `${symbol} is stored with ${names[key]} ${series[key]}, not ${settings[key]}; import with replace to drop the stored bars`,
    );
  }
}
