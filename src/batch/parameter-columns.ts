import type { ParameterValue, StrategyFamily } from "../builder/sweep.ts";
import { textColumn } from "../core/frames.ts";
import { type DataFrame, loadPolars } from "../core/polars.ts";

/** Parameters are named by whoever sweeps them: without it, `period` and `total` would hide columns of that name. */
export const PARAMETER_PREFIX = "param_";

/** Columns that say with which parameters of a sweep the strategy of a row was made. */
export class ParameterColumns {
  readonly #columns: ReadonlyMap<string, ReadonlyMap<string, ParameterValue>>;

  constructor(family: StrategyFamily<object> | undefined) {
    const columns = new Map<string, Map<string, ParameterValue>>();
    for (const { name, parameters } of family ?? []) {
      // A family made by `sweep` has no other values.
      const entries: readonly [string, ParameterValue][] = Object.entries(parameters);
      for (const [parameter, value] of entries) {
        const column = columns.get(parameter) ?? new Map<string, ParameterValue>();
        columns.set(parameter, column.set(name, value));
      }
    }
    this.#columns = columns;
  }

  /** The frame with a column `param_...` per parameter at its end, by the names in `strategyColumn`. */
  async appendTo(frame: DataFrame, strategyColumn: string): Promise<DataFrame> {
    if (this.#columns.size === 0) return frame;
    const pl = await loadPolars();
    const strategies = textColumn(frame, strategyColumn);
    const columns = [...this.#columns].map(([parameter, byStrategy]) => {
      const kinds = new Set([...byStrategy.values()].map((value) => typeof value));
      const isText = kinds.size > 1 || kinds.has("string");
      const values = strategies.map((name) => {
        const value = byStrategy.get(name ?? "") ?? null;
        return isText && value !== null ? String(value) : value;
      });
      const type = isText ? pl.String : kinds.has("boolean") ? pl.Bool : pl.Float64;
      return pl.Series(`${PARAMETER_PREFIX}${parameter}`, values, type);
    });
    return frame.withColumns(...columns);
  }
}
