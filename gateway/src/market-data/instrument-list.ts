import type { InstrumentResponse } from "tradepose-client/models";
import type { CatalogueEntry } from "./catalogue.ts";

/** Which instruments to list; what is left out does not restrict. */
export interface InstrumentFilter {
  /** Part of the symbol, in any case. */
  readonly symbol?: string | undefined;
  readonly account_source?: string | undefined;
  readonly broker_type?: string | undefined;
  readonly market_type?: string | undefined;
  /** Rows of the page; all by default. */
  readonly limit?: number | undefined;
  /** Rows to skip; 0 by default. */
  readonly offset?: number | undefined;
}

/** A page of instruments and the number of all that match. */
export interface InstrumentPage {
  readonly instruments: readonly InstrumentResponse[];
  readonly total: number;
}

/** The instruments that match, ordered by symbol. */
export function listInstruments(
  entries: readonly CatalogueEntry[],
  filter: InstrumentFilter,
): InstrumentPage {
  const part = filter.symbol?.toLowerCase() ?? "";
  const matching = entries
    .filter(
      ({ symbol, facts }) =>
        symbol.toLowerCase().includes(part) &&
        (filter.account_source ?? facts.account_source) === facts.account_source &&
        (filter.broker_type ?? facts.broker_type) === facts.broker_type &&
        (filter.market_type ?? facts.market_type) === facts.market_type,
    )
    .sort((a, b) => (a.symbol < b.symbol ? -1 : 1));
  const offset = filter.offset ?? 0;
  const page = matching.slice(offset, offset + (filter.limit ?? matching.length));
  return { instruments: page.map(toInstrument), total: matching.length };
}

/** The instrument as the contract shows it. */
export function toInstrument({
  id,
  symbol,
  facts,
  createdAt,
  updatedAt,
}: CatalogueEntry): InstrumentResponse {
  return { id, symbol, ...facts, created_at: createdAt, updated_at: updatedAt };
}
