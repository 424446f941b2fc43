import { RecentCache } from "../cache.ts";
import { columnBytes } from "../column-ops.ts";
import type { ValueType } from "./types.ts";
import type { ColumnValue, FlatColumn, Value } from "./value.ts";

/** Columns one frame keeps at hand for later expressions, in bytes. */
const FRAME_CACHE_BYTES = 256 * 2 ** 20;

/**
 * What expressions over one base frame share: its length, and the columns already computed. A column is named by a
 * key that says how it is made, so equal sub-expressions, of one strategy or of many, are computed once.
 */
export class FrameScope {
  readonly length: number;
  readonly #columns = new RecentCache<FlatColumn>(FRAME_CACHE_BYTES);
  readonly #keys = new Map<string, string>();

  constructor(length: number) {
    this.length = length;
  }

  /** The column of that recipe, computed now if it is not at hand. */
  column(recipe: string, type: ValueType, compute: () => FlatColumn): ColumnValue {
    const key = this.#keyOf(recipe);
    let column = this.#columns.get(key);
    if (column === undefined) {
      column = compute();
      this.#columns.set(key, column, columnBytes(column));
    }
    return { source: "column", type, column, key };
  }

  /** Recipes nest, so each gets a short name for use in the next. */
  #keyOf(recipe: string): string {
    let key = this.#keys.get(recipe);
    if (key === undefined) {
      key = `#${this.#keys.size}`;
      this.#keys.set(recipe, key);
    }
    return key;
  }
}

/** A column that exists by name, but could not be made; whoever found out has reported it. */
export type BrokenColumn = "broken";

/** The columns an expression may name. */
export interface NamedColumns {
  get(name: string): Value | BrokenColumn | undefined;
  /** All names, for messages. */
  names(): readonly string[];
}
