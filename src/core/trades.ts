import type { TradeResponse } from "../generated/models.ts";
import { type TradesQueryQuery, TradesResource } from "../generated/resources/trades.ts";
import { type IterateOptions, iterate } from "./iterate.ts";

/** Which trades; everything of `trades.query` but the paging. */
export type TradeFilters = Omit<TradesQueryQuery, "limit" | "offset">;

/** Trades that the server has kept. */
export class TradesClient extends TradesResource {
  /**
   * All trades, newest entry first, a page at a time as they are used.
   *
   * @throws ArgumentError for a page size out of its range, and what `query` throws.
   * @example
   * for await (const trade of client.trades.iterate({ strategy_name: "trend" })) console.log(trade.entry_time);
   */
  iterate(
    filters: TradeFilters = {},
    options: IterateOptions = {},
  ): AsyncGenerator<TradeResponse, void, undefined> {
    const { signal } = options;
    return iterate(
      (page) => this.query({ ...filters, ...page }, signal && { signal }),
      ({ trades }) => trades,
      options,
    );
  }
}
