import { describe, expect, it } from "vitest";
import type { ContextRows, EngineOptions } from "../../../src/engine/plan.ts";
import { simulateStrategy } from "../../../src/engine/simulation/strategy.ts";
import { imageOf, mirror, mirrorImage } from "./image.ts";
import {
  type BlueprintSpec,
  type Candle,
  defaults,
  enterAt,
  exitAt,
  limitEntry,
  planOf,
  stopLoss,
} from "./support.ts";

const candles: readonly Candle[] = [
  [100, 102, 98, 101],
  [101, 103, 97, 102],
  [102, 106, 100, 105],
  [105, 107, 96, 104],
  [104, 105, 103, 104],
];

/** Rows as text: entry price, bars since entry, highest, lowest; `-` outside a position. */
function rowsOf(context: ContextRows, seen: (price: number) => number = (price) => price): string[] {
  const flip = seen(1) > seen(2);
  return Array.from(context.inPosition, (inPosition, row) => {
    if (inPosition === 0) return "-";
    const highest = seen(context.highestSinceEntry[row]!);
    const lowest = seen(context.lowestSinceEntry[row]!);
    const extremes = flip ? [lowest, highest] : [highest, lowest];
    return [seen(context.entryPrice[row]!), context.barsSinceEntry[row], ...extremes].join(" ");
  });
}

function contextsOf(
  base: BlueprintSpec,
  advanced: BlueprintSpec,
  options: Partial<EngineOptions>,
  short: boolean,
) {
  const long = { candles, base, advanced: [advanced] };
  const plan = planOf(short ? { ...imageOf(long, mirrorImage), direction: -1 } : long);
  simulateStrategy(plan, { ...defaults, ...options });
  const seen = short ? mirror : undefined;
  return { base: rowsOf(plan.base.context, seen), own: rowsOf(plan.advanced[0]!.context, seen) };
}

const table: {
  rule: string;
  base: BlueprintSpec;
  advanced?: BlueprintSpec;
  options?: Partial<EngineOptions>;
  baseRows?: string[];
  ownRows?: string[];
}[] = [
  {
    rule: "after a fill at the open the entry bar counts whole, from the next row on",
    base: { entries: [enterAt("open", { on: [1] })], exits: [exitAt("open", { on: [3] })] },
    baseRows: ["-", "101 0 101 101", "101 1 103 97", "101 2 106 97", "-"],
  },
  {
    rule: "after a fill inside only its close counts",
    base: { entries: [enterAt(99, { on: [1] })], exits: [exitAt("close", { on: [3] })] },
    baseRows: ["-", "99 0 99 99", "99 1 102 99", "99 2 106 99", "-"],
  },
  {
    rule: "after a fill at the close only its close counts, which is the entry price",
    base: { entries: [enterAt("close", { on: [1] })] },
    baseRows: ["-", "102 0 102 102", "102 1 102 102", "102 2 106 100", "102 3 107 96"],
  },
  {
    rule: "an advanced position has its own rows, up to its own exit",
    base: { entries: [enterAt("open", { on: [0] })] },
    advanced: { entries: [limitEntry(99, { on: [1] })], exits: [stopLoss(96.5, { on: [3] })] },
    baseRows: ["100 0 100 100", "100 1 102 98", "100 2 103 97", "100 3 106 97", "100 4 107 96"],
    ownRows: ["-", "99 0 99 99", "99 1 102 99", "99 2 106 99", "-"],
  },
  {
    rule: "it ends with the base position",
    base: { entries: [enterAt("open", { on: [0] })], exits: [exitAt("open", { on: [2] })] },
    advanced: {},
    ownRows: ["100 0 100 100", "100 1 102 98", "100 2 103 97", "-", "-"],
  },
  {
    rule: "without entry-bar exits the extremes begin with the bar after it",
    base: { entries: [enterAt("open", { on: [1] })] },
    options: { entryBarExits: "none" },
    baseRows: ["-", "101 0 101 101", "101 1 101 101", "101 2 106 100", "101 3 107 96"],
  },
  {
    rule: "without entry-bar exits the close of the entry bar does not count either",
    base: { entries: [enterAt(99, { on: [1] })] },
    options: { entryBarExits: "none" },
    baseRows: ["-", "99 0 99 99", "99 1 99 99", "99 2 106 99", "99 3 107 96"],
  },
];

describe.each([{ side: "long" }, { side: "short" }])("context rows, $side", ({ side }) => {
  it.each(table)("$rule", ({ base, advanced = {}, options = {}, baseRows, ownRows }) => {
    const rows = contextsOf(base, advanced, options, side === "short");
    if (baseRows !== undefined) expect(rows.base).toEqual(baseRows);
    if (ownRows !== undefined) expect(rows.own).toEqual(ownRows);
  });
});

describe("what a trigger reads on its row", () => {
  it("sees no position before the entry, its own entry on the entry bar, and never a later row", () => {
    const seen: string[] = [];
    const watch =
      (who: string) =>
      (row: number, { own }: { own: ContextRows }) => {
        seen.push(`${who} ${row}: ${own.inPosition[row] === 1 ? own.barsSinceEntry[row] : "-"}`);
        expect(own.inPosition[row + 1] ?? 0).toBe(0);
        return who === "exit" || row === 1;
      };
    const plan = planOf({
      candles,
      base: { entries: [enterAt("open", { on: [0] })] },
      advanced: [
        { entries: [enterAt("open", { on: watch("entry") })], exits: [stopLoss(0, { on: watch("exit") })] },
      ],
    });
    simulateStrategy(plan, defaults);
    // The last row is read once more for the levels the open trade reports.
    expect(seen).toEqual([
      "entry 0: -",
      "entry 1: -",
      "exit 1: 0",
      "exit 2: 1",
      "exit 3: 2",
      "exit 4: 3",
      "exit 4: 3",
    ]);
  });
});
