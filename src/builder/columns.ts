import { barColumns } from "../expr/index.ts";
import { contextColumns, contextMembers } from "../generated/frames.ts";
import { displayName, type IndicatorInfo, indicatorInfo } from "../generated/indicators.ts";
import type { IndicatorConfig, IndicatorSpec } from "../generated/models.ts";

/**
 * The columns that the expressions of a strategy can read, with the indicators it declares, and the members of those
 * that are structs; no members for the others.
 */
export function columnsOf(indicators: readonly IndicatorSpec[]): ReadonlyMap<string, readonly string[]> {
  const columns = new Map<string, readonly string[]>(barColumns.map((name) => [name, []]));
  for (const { name } of contextColumns) {
    columns.set(
      name,
      contextMembers.map((member) => member.name),
    );
  }
  for (const spec of indicators) columns.set(displayName(spec), membersOf(spec.indicator));
  return columns;
}

function membersOf(config: IndicatorConfig): readonly string[] {
  const { output }: IndicatorInfo = indicatorInfo[config.type];
  if (typeof output === "string") return [];
  const fields = "fields" in config ? config.fields : null;
  return output
    .filter(({ name, always }) => always || (fields?.includes(name) ?? true))
    .map(({ name }) => name);
}
