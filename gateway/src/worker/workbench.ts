import { isDeepStrictEqual } from "node:util";
import { BindingCache, type MarketData } from "../engine/index.ts";
import type { StoredSeries } from "../market-data/index.ts";

/**
 * What a thread keeps between jobs. The series of a job arrive as new objects each time; as long as they are the same
 * the ones at hand are used instead, so that what the engine has computed over them is found again.
 */
export class Workbench {
  readonly cache = new BindingCache();
  readonly #series = new Map<string, StoredSeries>();

  /** The series of a job, by symbol. */
  market(series: readonly StoredSeries[]): MarketData {
    const bySymbol = new Map(series.map((arrived) => [arrived.symbol, this.#keep(arrived)]));
    return { series: (symbol) => bySymbol.get(symbol) };
  }

  #keep(arrived: StoredSeries): StoredSeries {
    const kept = this.#series.get(arrived.symbol);
    if (kept !== undefined && sameSeries(kept, arrived)) return kept;
    this.#series.set(arrived.symbol, arrived);
    return arrived;
  }
}

/** Bars are compared by their fingerprint, which is cheap and as good. */
function sameSeries({ bars: _, ...a }: StoredSeries, { bars: __, ...b }: StoredSeries): boolean {
  return isDeepStrictEqual(a, b);
}
