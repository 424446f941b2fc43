import { type DataFrame, loadPolars } from "../../core/polars.ts";
import type { Value } from "./figures.ts";

/** A column of a table: its name and values. */
export type TableColumn = readonly [name: string, values: readonly Value[]];

/** A frame of columns; numbers become Float64, and columns of different kinds of values text. */
export async function frameOf(columns: readonly TableColumn[]): Promise<DataFrame> {
  const pl = await loadPolars();
  return pl.DataFrame(
    columns.map(([name, values]) => {
      const kinds = new Set(values.filter((value) => value !== null).map((value) => typeof value));
      const [kind] = kinds;
      if (kinds.size === 0 || (kinds.size === 1 && kind === "number")) {
        return pl.Series(name, [...values], pl.Float64);
      }
      if (kinds.size === 1 && kind === "boolean") return pl.Series(name, [...values], pl.Bool);
      const texts = values.map((value) => (value === null ? null : String(value)));
      return pl.Series(name, texts, pl.String);
    }),
  );
}
