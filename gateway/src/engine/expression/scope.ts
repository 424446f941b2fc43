import { RecentCache } from "../cache.ts";
import { columnBytes } from "../column-ops.ts";
import type { Groups } from "./groups.ts";
import type { ValueType } from "./types.ts";
import type { ColumnValue, FlatColumn, Value } from "./value.ts";

/** Columns one frame keeps at hand for later expressions, in bytes. */
const FRAME_CACHE_BYTES = 256 * 2 ** 20;
/** Partitions one frame keeps at hand. */
const PARTITIONS_KEPT = 8;

/** The columns computed so far over a frame and over the groups made of its rows. */
class Memory {
  readonly columns = new RecentCache<FlatColumn>(FRAME_CACHE_BYTES);
  readonly #keys = new Map<string, string>();

  /** Recipes nest, so each gets a short name for use in the next. */
  keyOf(recipe: string): string {
    let key = this.#keys.get(recipe);
    if (key === undefined) {
      key = `#${this.#keys.size}`;
      this.#keys.set(recipe, key);
    }
    return key;
  }
}

interface Layout {
  /** The row at which each group starts, and the number of rows at the end. */
  readonly bounds: Int32Array;
  /** Where the frame's rows have been put; absent in a frame as it is. */
  readonly groups: Groups | undefined;
  /** The columns have one row per group. */
  readonly isPerGroup: boolean;
  /** Tells the columns of this layout from those of others. */
  readonly name: string;
  readonly memory: Memory;
}

/**
 * What expressions over one base frame share: its length, and the columns already computed. A column is named by a
 * key that says how it is made, so equal sub-expressions, of one strategy or of many, are computed once.
 *
 * Functions that look at other rows than their own stay within a group. A frame as it is has one group, all its rows.
 */
export class FrameScope {
  readonly length: number;
  readonly #layout: Layout;
  readonly #partitions = new RecentCache<FrameScope>(PARTITIONS_KEPT);
  #perGroup: FrameScope | undefined;

  constructor(length: number, layout?: Layout) {
    this.length = length;
    this.#layout = layout ?? {
      bounds: Int32Array.of(0, length),
      groups: undefined,
      isPerGroup: false,
      name: "",
      memory: new Memory(),
    };
  }

  get bounds(): Int32Array {
    return this.#layout.bounds;
  }

  /** How the rows were grouped; undefined for a frame as it is. */
  get groups(): Groups | undefined {
    return this.#layout.groups;
  }

  /** The column of that recipe, computed now if it is not at hand. */
  column(recipe: string, type: ValueType, compute: () => FlatColumn): ColumnValue {
    const { memory, name, isPerGroup } = this.#layout;
    const key = memory.keyOf(name + recipe);
    let column = memory.columns.get(key);
    if (column === undefined) {
      column = compute();
      memory.columns.set(key, column, columnBytes(column));
    }
    return { source: "column", type, column, key, isPerGroup };
  }

  /** The same rows, put together by the values of some key columns, which `name` identifies. */
  partition(name: string, compute: () => Groups): FrameScope {
    let scope = this.#partitions.get(name);
    if (scope === undefined) {
      const groups = compute();
      const { memory } = this.#layout;
      const layout = { bounds: groups.bounds, groups, isPerGroup: false, name: `by ${name}: `, memory };
      scope = new FrameScope(this.length, layout);
      this.#partitions.set(name, scope, 1);
    }
    return scope;
  }

  /** One row for each group: where the aggregates of the groups are. */
  get perGroup(): FrameScope {
    if (this.#layout.isPerGroup) return this;
    this.#perGroup ??= new FrameScope(this.bounds.length - 1, {
      ...this.#layout,
      bounds: Int32Array.from(this.bounds, (_, group) => group),
      isPerGroup: true,
      name: `${this.#layout.name}each: `,
    });
    return this.#perGroup;
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
