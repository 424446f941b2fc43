import type { Measured } from "./measure.ts";

export interface Figure {
  readonly name: string;
  readonly value: Measured | number;
  readonly unit: "ms" | "us" | "kB" | "x";
  /** What the value must not exceed. */
  readonly goal?: number;
  readonly note?: string;
}

/** Median, fastest and slowest of samples. */
export function summary(samples: readonly number[]): Measured {
  const sorted = [...samples].sort((a, b) => a - b);
  if (sorted.length === 0) throw new Error("nothing was measured");
  const middle = (sorted.length - 1) / 2;
  const median = (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
  return { median, fastest: sorted[0]!, slowest: sorted.at(-1)! };
}

const digits = { ms: 0, us: 0, kB: 1, x: 2 } as const;

/** One line a figure: median, spread, and the goal beside it with whether it is met. */
export function printFigures(title: string, figures: readonly Figure[]): void {
  console.log(`\n${title}  (median [fastest..slowest])`);
  for (const { name, value, unit, goal, note } of figures) {
    const text = (number: number) => number.toFixed(digits[unit]);
    const median = typeof value === "number" ? value : value.median;
    const spread = typeof value === "number" ? "" : ` [${text(value.fastest)}..${text(value.slowest)}]`;
    const verdict = goal === undefined ? "" : `goal ${goal} ${unit}: ${median <= goal ? "met" : "MISSED"}`;
    const measured = `${text(median)} ${unit}${spread}`;
    console.log(
      `  ${name.padEnd(44)} ${measured.padEnd(24)} ${[verdict, note].filter(Boolean).join("  ")}`.trimEnd(),
    );
  }
}
