import type { DataFrame } from "../../core/polars.ts";
import { ArgumentError } from "../../errors/argument.ts";
import { groupMeans, keyColumns, type Value } from "./figures.ts";
import { frameOf } from "./frame.ts";
import type { MetricOptions, PerformanceMetric } from "./metric.ts";

/** A figure of a summary laid out by two of its columns: see `BatchResults.pivot`. */
export async function pivotTable(
  summary: DataFrame,
  row: string,
  column: string,
  metric: PerformanceMetric,
  options: MetricOptions,
): Promise<DataFrame> {
  const known = keyColumns(summary);
  for (const name of [row, column]) {
    if (!known.includes(name)) {
      throw new ArgumentError(`pivot: there is no column ${name}; there are ${known.join(", ")}`);
    }
  }
  if (row === column) throw new ArgumentError(`pivot: row and column are both ${row}: choose two`);
  const cells = groupMeans(summary, [row, column], metric, options);
  const rows = new Map<Value, Map<string, number | null>>();
  const columns = new Set<string>();
  for (const { key, mean } of cells) {
    const [at = null, header = null] = key;
    columns.add(String(header));
    const cellsOfRow = rows.get(at) ?? new Map<string, number | null>();
    rows.set(at, cellsOfRow.set(String(header), mean));
  }
  return frameOf([
    [row, [...rows.keys()]],
    ...[...columns].map(
      (header) => [header, [...rows.values()].map((cells) => cells.get(header) ?? null)] as const,
    ),
  ]);
}
