import { mkdir, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { InstrumentResponse } from "tradepose-client/models";
import type { Bars, MarketData, MarketSeries } from "../engine/bars.ts";
import {
  BAR_FILE_ENDING,
  barFileName,
  type Fingerprint,
  readBarFile,
  UNFINISHED_ENDING,
} from "./bar-file.ts";
import { type Catalogue, type CatalogueEntry, CatalogueFile } from "./catalogue.ts";
import { MarketDataError } from "./errors.ts";
import { storeBars } from "./import-bars.ts";
import { withImportLock } from "./import-lock.ts";
import { type ImportOptions, type ImportReport, planImport } from "./import-options.ts";
import {
  type InstrumentFilter,
  type InstrumentPage,
  listInstruments,
  toInstrument,
} from "./instrument-list.ts";

/** How long an import waits for another one to end, in milliseconds. */
const IMPORT_PATIENCE = 30_000;

/** A series with the SHA-256 of its bars: equal fingerprints are equal bars. The bars lie on shared memory. */
export interface StoredSeries extends MarketSeries {
  readonly fingerprint: Fingerprint;
}

/**
 * The market data of one folder: a catalogue and one file of bars per instrument, named by its content. Any number of
 * processes may read it while one imports; an import that another process makes is seen at the next call.
 */
export class MarketStore {
  readonly #folder: string;
  readonly #catalogue: CatalogueFile;
  readonly #loaded = new Map<Fingerprint, Promise<Bars>>();

  private constructor(folder: string) {
    this.#folder = folder;
    this.#catalogue = new CatalogueFile(folder);
  }

  /** Opens a folder, made if need be, and removes what an interrupted import has left. */
  static async open(folder: string): Promise<MarketStore> {
    await mkdir(folder, { recursive: true });
    const store = new MarketStore(folder);
    await store.#clean();
    return store;
  }

  /**
   * Imports bars: all of them, or nothing when a row breaks a rule. Bars that are stored already change nothing; bars
   * before or after the stored ones are added; other bars for the same time are refused unless they are to replace
   * all stored ones.
   *
   * @throws BarFileError naming file, line and rule; MarketDataError otherwise, its `code` saying what is wrong.
   */
  async importBars(options: ImportOptions): Promise<ImportReport> {
    return withImportLock(this.#folder, IMPORT_PATIENCE, async () => {
      const catalogue = await this.#catalogue.read();
      const stored = bySymbol(catalogue, options.instrument);
      const plan = planImport(options, stored);
      const loadStored = (): Promise<Bars> | undefined => stored && this.#load(stored.series.fingerprint);
      const { series, added, quality } = await storeBars(this.#folder, plan, stored?.series, loadStored);
      const { symbol, facts, costs } = plan;
      const now = new Date().toISOString();
      const entry = { id: stored?.id ?? catalogue.nextId, symbol, facts, costs, series };
      const changed =
        plan.replace || stored === undefined || !isDeepStrictEqual({ ...stored, ...entry }, stored);
      if (changed)
        await this.#put(catalogue, { ...entry, createdAt: stored?.createdAt ?? now, updatedAt: now });
      return {
        instrument: symbol,
        instrumentId: entry.id,
        freq: series.freq,
        timezone: series.timeZone,
        sessionStart: series.sessionStart,
        rows: series.rows,
        added,
        first: new Date(series.firstTs),
        last: new Date(series.lastTs),
        changed,
        fingerprint: series.fingerprint,
        quality,
      };
    });
  }

  /** The instruments that match, ordered by symbol. */
  async instruments(filter: InstrumentFilter = {}): Promise<InstrumentPage> {
    return listInstruments((await this.#catalogue.read()).instruments, filter);
  }

  /** The instrument of that id, or undefined. */
  async instrument(id: number): Promise<InstrumentResponse | undefined> {
    const entry = (await this.#catalogue.read()).instruments.find((candidate) => candidate.id === id);
    return entry && toInstrument(entry);
  }

  /** The series of that symbol, loaded once, or undefined when there is none. */
  async series(symbol: string): Promise<StoredSeries | undefined> {
    const entry = bySymbol(await this.#catalogue.read(), symbol);
    if (entry === undefined) return undefined;
    const bars = await this.#load(entry.series.fingerprint).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
      return this.#loadMoved(entry, error);
    });
    if (bars === undefined) return this.series(symbol);
    return {
      symbol,
      instrumentId: entry.id,
      freq: entry.series.freq,
      timeZone: entry.series.timeZone,
      sessionStart: entry.series.sessionStart,
      costs: entry.costs,
      fingerprint: entry.series.fingerprint,
      bars,
    };
  }

  /** The series of these symbols as the engine reads them; unknown ones are left out. */
  async market(symbols: Iterable<string>): Promise<MarketData> {
    const found = new Map<string, StoredSeries>();
    for (const symbol of new Set(symbols)) {
      const series = await this.series(symbol);
      if (series !== undefined) found.set(symbol, series);
    }
    return { series: (symbol) => found.get(symbol) };
  }

  #load(fingerprint: Fingerprint): Promise<Bars> {
    let bars = this.#loaded.get(fingerprint);
    if (bars === undefined) {
      bars = readBarFile(this.#folder, fingerprint);
      this.#loaded.set(fingerprint, bars);
      // A failure is not kept: the next call tries again.
      bars.catch(() => this.#loaded.delete(fingerprint));
    }
    return bars;
  }

  /** The file is gone: either another process has just replaced it, then the catalogue has changed, or it is lost. */
  async #loadMoved(entry: CatalogueEntry, cause: Error): Promise<undefined> {
    const now = bySymbol(await this.#catalogue.read(), entry.symbol);
    if (now !== undefined && now.series.fingerprint === entry.series.fingerprint) {
      const path = join(this.#folder, barFileName(entry.series.fingerprint));
      throw new MarketDataError(
        "CORRUPT_STORE",
        `${path} is missing; import the bars of ${entry.symbol} again with replace`,
        {
          cause,
        },
      );
    }
    return undefined;
  }

  async #put(catalogue: Catalogue, entry: CatalogueEntry): Promise<void> {
    const others = catalogue.instruments.filter(({ id }) => id !== entry.id);
    const next: Catalogue = {
      nextId: Math.max(catalogue.nextId, entry.id + 1),
      instruments: [...others, entry].sort((a, b) => a.id - b.id),
    };
    await this.#catalogue.write(next);
    await this.#removeUnused(next);
  }

  /** Leaves the folder to an import that runs: that one removes what it leaves. */
  async #clean(): Promise<void> {
    try {
      await withImportLock(this.#folder, 0, async () => this.#removeUnused(await this.#catalogue.read()));
    } catch (error) {
      if (!(error instanceof MarketDataError && error.code === "LOCKED")) throw error;
    }
  }

  async #removeUnused({ instruments }: Catalogue): Promise<void> {
    const used = new Set(instruments.map(({ series }) => barFileName(series.fingerprint)));
    for (const name of await readdir(this.#folder)) {
      const isOurs = name.endsWith(BAR_FILE_ENDING) || name.endsWith(UNFINISHED_ENDING);
      if (isOurs && !used.has(name)) await rm(join(this.#folder, name), { force: true });
    }
    for (const fingerprint of this.#loaded.keys()) {
      if (!used.has(barFileName(fingerprint))) this.#loaded.delete(fingerprint);
    }
  }
}

function bySymbol({ instruments }: Catalogue, symbol: string): CatalogueEntry | undefined {
  return instruments.find((entry) => entry.symbol === symbol);
}
