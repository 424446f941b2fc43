import { columnNode, NumberExpr, StructExpr, type StructMembers } from "../expr/index.ts";
import { type IndicatorInfo, selectedMembers } from "../generated/indicator-runtime.ts";
import { displayName, indicatorInfo } from "../generated/indicators.ts";
import type { IndicatorSpec } from "../generated/models.ts";

/**
 * The column of an indicator that is known by its specification alone, as those of a stored strategy are: a number, or
 * a struct whose members go by their wire names. `addIndicator` gives handles with typed members and is to be
 * preferred where the indicator is yours.
 *
 * @example
 * const stored = strategy.indicators?.map(indicatorColumn) ?? [];
 * for (const column of stored) console.log(column.kind, String(column));
 */
export function indicatorColumn(spec: IndicatorSpec): NumberExpr | StructExpr<StructMembers> {
  const { output }: IndicatorInfo = indicatorInfo[spec.indicator.type];
  const column = columnNode(displayName(spec));
  return typeof output === "string"
    ? new NumberExpr(column)
    : new StructExpr(column, selectedMembers(output, spec.indicator));
}
