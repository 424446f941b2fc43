/**
 * Compensated summation (Neumaier 1974): the error of a sum does not grow with the number of terms. The memory holds
 * the sum and what its roundings have lost.
 */
export const EMPTY_SUM = [0, 0] as const;

export function addTerm(memory: Float64Array, term: number): void {
  const sum = memory[0]!;
  const next = sum + term;
  memory[1]! += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
  memory[0] = next;
}

/** The sum so far; of infinities and NaN the plain one, since they leave no loss that could be told. */
export function sumOf(memory: Float64Array): number {
  const sum = memory[0]!;
  return Number.isFinite(sum) ? sum + memory[1]! : sum;
}
