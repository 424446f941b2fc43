import { ArgumentError } from "../errors/argument.ts";

/** Options of going through a list. */
export interface IterateOptions {
  /** Rows asked for at a time, 1 to 1,000. Default 500. */
  readonly pageSize?: number | undefined;
  /** Ends the iteration with its reason: before the next row, and a running request at once. */
  readonly signal?: AbortSignal | undefined;
}

/** What every page of a list with `limit` and `offset` tells. */
export interface Page {
  /** Rows the server gives at most, which may be fewer than were asked for. */
  readonly limit: number;
  /** All rows there are, where the list tells. */
  readonly total?: number;
}

export interface PageRequest {
  readonly limit: number;
  readonly offset: number;
}

const PAGE_SIZE = 500;
const LARGEST_PAGE = 1_000;

/**
 * Goes through a list page by page, asking for the next one when the rows of the last are used up. Ends at a page that
 * is not full, or when all rows that the list has were given. Rows that come or go meanwhile may be missed or be given
 * twice: the contract has no cursor.
 */
export async function* iterate<P extends Page, Row>(
  fetchPage: (request: PageRequest) => Promise<P>,
  rowsOf: (page: P) => readonly Row[],
  { pageSize = PAGE_SIZE, signal }: IterateOptions = {},
): AsyncGenerator<Row, void, undefined> {
  if (!Number.isSafeInteger(pageSize) || pageSize < 1 || pageSize > LARGEST_PAGE) {
    throw new ArgumentError(`pageSize must be a whole number from 1 to ${LARGEST_PAGE}, got ${pageSize}`);
  }
  for (let offset = 0; ; ) {
    signal?.throwIfAborted();
    const page = await fetchPage({ limit: pageSize, offset });
    const rows = rowsOf(page);
    for (const row of rows) {
      signal?.throwIfAborted();
      yield row;
    }
    offset += rows.length;
    if (rows.length === 0 || rows.length < Math.min(pageSize, page.limit) || offset === page.total) return;
  }
}
