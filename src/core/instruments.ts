import type { InstrumentResponse } from "../generated/models.ts";
import { type InstrumentsListQuery, InstrumentsResource } from "../generated/resources/instruments.ts";
import { type IterateOptions, iterate } from "./iterate.ts";

/** Which instruments; everything of `instruments.list` but the paging. */
export type InstrumentFilters = Omit<InstrumentsListQuery, "limit" | "offset">;

/** The data catalogue. */
export class InstrumentsClient extends InstrumentsResource {
  /**
   * All instruments, ordered by symbol, a page at a time as they are used.
   *
   * @throws ArgumentError for a page size out of its range, and what `list` throws.
   * @example
   * for await (const { symbol } of client.instruments.iterate({ symbol: "ES" })) console.log(symbol);
   */
  iterate(
    filters: InstrumentFilters = {},
    options: IterateOptions = {},
  ): AsyncGenerator<InstrumentResponse, void, undefined> {
    const { signal } = options;
    return iterate(
      (page) => this.list({ ...filters, ...page }, signal && { signal }),
      ({ instruments }) => instruments,
      options,
    );
  }
}
