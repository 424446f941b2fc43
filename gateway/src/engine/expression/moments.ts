/** Count, mean and sum of squared deviations of some numbers, by Welford's update (1962). */
export const NO_MOMENTS = [0, 0, 0] as const;

export function addMoment(memory: Float64Array, x: number): void {
  const count = memory[0]! + 1;
  const delta = x - memory[1]!;
  const mean = memory[1]! + delta / count;
  memory[0] = count;
  memory[1] = mean;
  memory[2]! += delta * (x - mean);
}

/** Sample variance of what was added; null for too few numbers. */
export function varianceOf(count: number, squares: number, ddof: number): number | null {
  return count > ddof ? squares / (count - ddof) : null;
}

/** A result in another scale, null staying null. */
export function squareRoot(variance: number | null): number | null {
  return variance === null ? null : Math.sqrt(variance);
}
