import { randomUUID } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import {
  AccountSourceModel,
  BrokerTypeModel,
  InstrumentStatusModel,
  MarketTypeModel,
} from "tradepose-client/models";
import * as z from "zod";
import { FREQS } from "../engine/calendar/freq.ts";
import { UNFINISHED_ENDING } from "./bar-file.ts";
import { MarketDataError } from "./errors.ts";

const FILE = "catalogue.json";

const Entry = z.object({
  id: z.int().positive(),
  symbol: z.string().min(1),
  facts: z.object({
    account_source: AccountSourceModel,
    broker_type: BrokerTypeModel,
    market_type: MarketTypeModel,
    base_currency: z.string(),
    quote_currency: z.string(),
    tick_size: z.string(),
    lot_size: z.string(),
    contract_size: z.string(),
    point_value: z.string(),
    price_precision: z.int(),
    quantity_precision: z.int(),
    status: InstrumentStatusModel,
  }),
  costs: z.object({ commissionRate: z.number(), commissionFixed: z.number(), slippage: z.number() }),
  series: z.object({
    freq: z.enum(FREQS),
    timeZone: z.string(),
    sessionStart: z.string(),
    negativePrices: z.boolean(),
    fingerprint: z.string().regex(/^[0-9a-f]{64}$/),
    rows: z.int().positive(),
    firstTs: z.number(),
    lastTs: z.number(),
  }),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});

const Content = z.object({ version: z.literal(1), nextId: z.int().positive(), instruments: z.array(Entry) });

/** One instrument: what it is, and where and how its bars are stored. Times are UTC milliseconds, dates ISO 8601. */
export type CatalogueEntry = z.infer<typeof Entry>;

/** All instruments of a folder, in order of their ids. */
export interface Catalogue {
  /** The id of the next instrument; ids are never used again. */
  readonly nextId: number;
  readonly instruments: readonly CatalogueEntry[];
}

/** The catalogue of a folder: one JSON file, replaced as a whole, read again when another process has replaced it. */
export class CatalogueFile {
  readonly #folder: string;
  readonly #path: string;
  #known: { readonly stamp: string; readonly catalogue: Catalogue } | undefined;

  constructor(folder: string) {
    this.#folder = folder;
    this.#path = join(folder, FILE);
  }

  /** @throws MarketDataError `CORRUPT_STORE` when the file is not a catalogue. */
  async read(): Promise<Catalogue> {
    const stamp = await this.#stamp();
    if (this.#known?.stamp === stamp) return this.#known.catalogue;
    const catalogue =
      stamp === "" ? { nextId: 1, instruments: [] } : parse(await readFile(this.#path, "utf8"), this.#path);
    this.#known = { stamp, catalogue };
    return catalogue;
  }

  /** Replaces the file: a reader, or a start after a crash, sees the old catalogue or the new one. */
  async write({ nextId, instruments }: Catalogue): Promise<void> {
    const unfinished = join(this.#folder, `${randomUUID()}${UNFINISHED_ENDING}`);
    try {
      const handle = await open(unfinished, "wx");
      try {
        await handle.writeFile(`${JSON.stringify({ version: 1, nextId, instruments }, undefined, 2)}\n`);
        await handle.sync();
      } finally {
        await handle.close();
      }
      await rename(unfinished, this.#path);
    } catch (error) {
      await rm(unfinished, { force: true });
      throw error;
    }
  }

  /** Changes whenever the file is replaced; empty when there is none. */
  async #stamp(): Promise<string> {
    try {
      const { ino, size, mtimeNs } = await stat(this.#path, { bigint: true });
      return `${ino} ${size} ${mtimeNs}`;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return "";
      throw error;
    }
  }
}

function parse(text: string, path: string): Catalogue {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new MarketDataError("CORRUPT_STORE", `${path} is not JSON; restore it from a backup`, { cause });
  }
  const content = Content.safeParse(value);
  if (!content.success) {
    throw new MarketDataError(
      "CORRUPT_STORE",
      `${path} is not a catalogue: ${z.prettifyError(content.error)}`,
    );
  }
  return content.data;
}
