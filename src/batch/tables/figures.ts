import type { ParameterValue } from "../../builder/sweep.ts";
import type { DataFrame } from "../../core/polars.ts";
import { ArgumentError } from "../../errors/argument.ts";
import { PARAMETER_PREFIX } from "../parameter-columns.ts";
import { type MetricOptions, type PerformanceMetric, performanceMetrics } from "./metric.ts";

export type Value = ParameterValue | null;

/** Rows that agree in some columns, and the mean of a figure over them. */
export interface Group {
  /** Values of the columns, in their order. */
  readonly key: readonly Value[];
  /** Null when the figure is defined in none of the rows. */
  readonly mean: number | null;
  /** In how many rows the figure is defined. */
  readonly count: number;
}

const NAMES: readonly string[] = ["strategy_name", "blueprint_name", "period"];

/** Columns of a summary that tell its rows apart, besides the unit. */
export function keyColumns(summary: DataFrame): readonly string[] {
  return [...NAMES, ...parameterColumns(summary)];
}

export function parameterColumns(summary: DataFrame): readonly string[] {
  return summary.columns.filter((name) => name.startsWith(PARAMETER_PREFIX));
}

/** The means of a figure by the values of some columns, in the order in which these first come. */
export function groupMeans(
  summary: DataFrame,
  columns: readonly string[],
  metric: PerformanceMetric,
  { unit = "pnl" }: MetricOptions,
): readonly Group[] {
  requireMetric(metric, unit);
  const units = valuesOf(summary, "metric_type");
  const figures = valuesOf(summary, metric);
  const keys = columns.map((column) => valuesOf(summary, column));
  const groups = new Map<string, { key: readonly Value[]; sum: number; count: number }>();
  units.forEach((own, row) => {
    if (own !== unit) return;
    const key = keys.map((values) => values[row] ?? null);
    const id = JSON.stringify(key);
    const group = groups.get(id) ?? { key, sum: 0, count: 0 };
    groups.set(id, group);
    const figure = figures[row];
    if (typeof figure !== "number" || Number.isNaN(figure)) return;
    group.sum += figure;
    group.count++;
  });
  return [...groups.values()].map(({ key, sum, count }) => ({
    key,
    mean: count === 0 ? null : sum / count,
    count,
  }));
}

function requireMetric(metric: string, unit: string): void {
  if (!performanceMetrics.some((name) => name === metric)) {
    throw new ArgumentError(`metric must be one of ${performanceMetrics.join(", ")}, got ${metric}`);
  }
  if (unit !== "pnl" && unit !== "pnl_pct") {
    throw new ArgumentError(`unit must be "pnl" or "pnl_pct", got ${JSON.stringify(unit)}`);
  }
}

/** Numbers, texts and booleans: what the columns asked for here hold by their schema. */
function valuesOf(frame: DataFrame, column: string): readonly Value[] {
  return frame.getColumn(column).toArray() as Value[];
}
