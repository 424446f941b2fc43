import type { BindingCache } from "../binding/cache.ts";
import { alignedColumn } from "../binding/indicator-columns.ts";
import type { BoundIndicators } from "../binding/indicators.ts";
import type { Column, NumberType } from "../column.ts";
import type { OhlcvColumn } from "./frame.ts";

/** The indicators on the given base bars, in the order of their specs, each under its display name. */
export function indicatorColumns(
  { byName }: BoundIndicators,
  ts: Float64Array,
  cache: BindingCache,
): readonly OhlcvColumn[] {
  return [...byName.values()].map((indicator) =>
    frameColumn(indicator.name, alignedColumn(indicator, indicator.shift, ts, cache)),
  );
}

/** An engine column as a frame stores it. A struct is never null itself; its members are. */
function frameColumn(name: string, column: Column): OhlcvColumn {
  switch (column.kind) {
    case "struct": {
      const members = Object.entries(column.members).map(([member, values]) => frameColumn(member, values));
      return { name, dtype: "Struct", members, nulls: undefined };
    }
    case "list":
      return { name, dtype: "TpoDistribution", lists: column };
    case "text":
      return { name, dtype: "Utf8", values: column.values, nulls: column.nulls };
    case "number":
      return { name, dtype: stored(name, column.dtype), values: column.values, nulls: column.nulls };
    default:
      throw new TypeError(`indicator ${name}: no indicator has ${column.kind} columns`);
  }
}

function stored(name: string, dtype: NumberType) {
  switch (dtype) {
    case "Int32":
    case "UInt32":
    case "Int64":
    case "UInt64":
    case "Float64":
      return dtype;
    default:
      throw new TypeError(`indicator ${name}: no indicator has ${dtype} columns`);
  }
}
