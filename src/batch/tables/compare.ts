import type { DataFrame } from "../../core/polars.ts";
import { ArgumentError } from "../../errors/argument.ts";
import { type Group, groupMeans } from "./figures.ts";
import { frameOf } from "./frame.ts";
import { type MetricOptions, performanceMetrics } from "./metric.ts";

/** Strategies of a summary side by side: see `BatchResults.compare`. */
export async function compareTable(
  summary: DataFrame,
  strategies: readonly string[] | undefined,
  options: MetricOptions,
): Promise<DataFrame> {
  const figures = performanceMetrics.map((metric) =>
    groupMeans(summary, ["strategy_name", "blueprint_name"], metric, options),
  );
  const groups = figures[0] ?? [];
  const names = strategies ?? [...new Set(groups.map(strategyOf))];
  const columns = names.flatMap((name) => {
    const places = groups.flatMap((group, place) => (strategyOf(group) === name ? [place] : []));
    if (places.length === 0) {
      const known = [...new Set(groups.map(strategyOf))].join(", ");
      throw new ArgumentError(`compare: there are no results of ${name}; there are those of ${known}`);
    }
    return places.map((place) => {
      const blueprint = groups[place]?.key[1];
      const title = places.length === 1 ? name : `${name} / ${blueprint}`;
      return [title, figures.map((ofMetric) => ofMetric[place]?.mean ?? null)] as const;
    });
  });
  return frameOf([["metric", performanceMetrics], ...columns]);
}

function strategyOf({ key }: Group): string {
  return String(key[0]);
}
