import type { BacktestOutcome, BacktestResult, ResultFrame } from "../../../src/engine/index.ts";

export type Row = Readonly<Record<string, number | boolean | string | null>>;

/** The frame as row objects. */
export function rowsOf({ length, columns }: ResultFrame): Row[] {
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(
      columns.map(({ name, dtype, values, nulls }) => {
        const value = values[row] ?? null;
        if (nulls?.[row] === 1) return [name, null];
        return [name, dtype === "Boolean" ? value === 1 : value];
      }),
    ),
  );
}

export function resultOf(outcome: BacktestOutcome): BacktestResult {
  if (outcome.problems !== undefined) {
    throw new Error(outcome.problems.map(({ path, message }) => `${path}: ${message}`).join("\n"));
  }
  return outcome;
}
