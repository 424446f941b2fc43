/** How a quantile between two values is taken; the names are those of Polars. */
export type Interpolation = "nearest" | "lower" | "higher" | "midpoint" | "linear" | "equiprobable";

const INTERPOLATIONS: readonly string[] = [
  "nearest",
  "lower",
  "higher",
  "midpoint",
  "linear",
  "equiprobable",
] satisfies readonly Interpolation[];

export function isInterpolation(name: string): name is Interpolation {
  return INTERPOLATIONS.includes(name);
}

/** The quantile of `count` > 0 values sorted in ascending order, NaN last. */
export function quantileOf(
  sorted: Float64Array,
  count: number,
  quantile: number,
  interpolation: Interpolation,
): number {
  const index = (count - 1) * quantile;
  const low = sorted[Math.floor(index)]!;
  const high = sorted[Math.ceil(index)]!;
  switch (interpolation) {
    case "nearest":
      return sorted[Math.round(index)]!;
    case "lower":
      return low;
    case "higher":
      return high;
    case "equiprobable":
      return sorted[Math.max(Math.ceil(count * quantile) - 1, 0)]!;
    case "midpoint":
      return (low + high) / 2;
    // Between two infinities of one sign Polars has no value: their difference is none.
    case "linear":
      return Number.isInteger(index) ? low : low + (index - Math.floor(index)) * (high - low);
  }
}
