import type { DataFrame } from "../../core/polars.ts";
import { ArgumentError } from "../../errors/argument.ts";
import { type Group, groupMeans, parameterColumns } from "./figures.ts";
import { frameOf } from "./frame.ts";
import type { MetricOptions, PerformanceMetric } from "./metric.ts";

/** What is best. */
export interface TopOptions extends MetricOptions {
  /** Whether high or low figures come first. Default `highest`. */
  readonly order?: "highest" | "lowest" | undefined;
}

/** The best strategies of a summary: see `BatchResults.top`. Equal ones stay in the order of the summary. */
export async function topTable(
  summary: DataFrame,
  n: number,
  metric: PerformanceMetric,
  options: TopOptions,
): Promise<DataFrame> {
  if (!Number.isSafeInteger(n) || n < 1) {
    throw new ArgumentError(`top: n must be a whole number from 1, got ${n}`);
  }
  const { order = "highest" } = options;
  if (order !== "highest" && order !== "lowest") {
    throw new ArgumentError(`top: order must be "highest" or "lowest", got ${JSON.stringify(order)}`);
  }
  const columns = ["strategy_name", "blueprint_name", ...parameterColumns(summary)];
  const groups = groupMeans(summary, columns, metric, options);
  const best = groups.toSorted(order === "highest" ? byMean(-1) : byMean(1)).slice(0, n);
  return frameOf([
    ...columns.map((name, index) => [name, best.map(({ key }) => key[index] ?? null)] as const),
    [metric, best.map(({ mean }) => mean)],
    ["periods", best.map(({ count }) => count)],
  ]);
}

/** An undefined figure is never among the best. */
function byMean(sign: 1 | -1): (a: Group, b: Group) => number {
  return ({ mean: a }, { mean: b }) => {
    if (a === null || b === null) return Number(a === null) - Number(b === null);
    return a === b ? 0 : sign * (a < b ? -1 : 1);
  };
}
