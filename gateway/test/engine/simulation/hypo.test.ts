import { describe, expect, it } from "vitest";
import { OrderCode } from "../../../src/engine/plan.ts";
import { simulateStrategy } from "../../../src/engine/simulation/strategy.ts";
import {
  type BlueprintSpec,
  breakeven,
  type Candle,
  defaults,
  enterAt,
  exitAt,
  limitEntry,
  planOf,
  stopEntry,
  stopLoss,
  takeProfit,
  timeout,
  trailingStop,
} from "./support.ts";

const candles: readonly Candle[] = [
  [100, 102, 98, 101],
  [101, 103, 97, 102],
  [102, 106, 100, 105],
];
const enters: BlueprintSpec = { entries: [enterAt("open", { on: [0] })] };

function run(advanced: BlueprintSpec, base: BlueprintSpec = enters, endOfData: "open" | "close" = "open") {
  const plan = planOf({ candles, base, advanced: [advanced] });
  return simulateStrategy(plan, { ...defaults, endOfData })[1]!;
}

describe("hypothetical prices of a trade", () => {
  it("of an entry are those of the entry row: the level reached first, and the signal of lowest priority", () => {
    const { trades } = run({
      entries: [
        limitEntry((row) => 96 + row, { priority: 2 }),
        limitEntry((row) => 95 + row, { priority: 1 }),
        enterAt(150, { priority: 3 }),
      ],
    });
    expect(trades[0]!.entry.row).toBe(1);
    expect(trades[0]!.entryHypos).toEqual({
      favorable: { price: 97, order: OrderCode.FavorableDelayEntry },
      adverse: undefined,
      neutral: OrderCode.ImmediateEntry,
    });
  });

  it("of an open trade are the exit levels of the last row, the stop kind nearest to price", () => {
    const { trades } = run({
      exits: [
        stopLoss((row) => 50 + row, { priority: 1 }),
        trailingStop((row) => 60 + row, { priority: 2 }),
        breakeven(() => undefined),
        takeProfit(130, { priority: 1 }),
        takeProfit(120, { priority: 2 }),
        timeout("close", { on: [] }),
      ],
    });
    expect(trades[0]!.exitHypos).toEqual({
      favorable: { price: 120, order: OrderCode.TakeProfit },
      adverse: { price: 62, order: OrderCode.TrailingStop },
      neutral: undefined,
    });
  });

  it("of a closed trade are those of the exit row", () => {
    const { trades } = run({
      exits: [stopLoss((row) => 96 + row), takeProfit(110), timeout("close", { on: [1] })],
    });
    expect(trades[0]!.exit).toMatchObject({ row: 1, price: 97 });
    expect(trades[0]!.exitHypos).toEqual({
      favorable: { price: 110, order: OrderCode.TakeProfit },
      adverse: { price: 97, order: OrderCode.StopLoss },
      neutral: OrderCode.TimeoutExit,
    });
  });

  it("name the base signal where the base opened or closed the trade", () => {
    const base: BlueprintSpec = { ...enters, exits: [exitAt("open", { on: [2] })] };
    const { trades } = run({ exits: [stopLoss(90)] }, base);
    expect(trades[0]!.entryHypos.neutral).toBe(OrderCode.ImmediateEntry);
    expect(trades[0]!.exitHypos).toEqual({
      favorable: undefined,
      adverse: { price: 90, order: OrderCode.StopLoss },
      neutral: OrderCode.ImmediateExit,
    });
  });

  it("mirror for a short: the highest limit below becomes the lowest above", () => {
    const plan = planOf({
      candles,
      direction: -1,
      base: enters,
      advanced: [{ exits: [stopLoss(150), trailingStop(140), takeProfit(60), takeProfit(70)] }],
    });
    expect(simulateStrategy(plan, defaults)[1]!.trades[0]!.exitHypos).toEqual({
      favorable: { price: 70, order: OrderCode.TakeProfit },
      adverse: { price: 140, order: OrderCode.TrailingStop },
      neutral: undefined,
    });
  });
});

describe("a pending entry", () => {
  it.each([
    { rule: "a limit that works on the last row", advanced: { entries: [limitEntry(90)] }, pending: 90 },
    {
      rule: "its level of the last row",
      advanced: { entries: [limitEntry((row) => 80 + row)] },
      pending: 82,
    },
    {
      rule: "a limit gone before the last row",
      advanced: { entries: [limitEntry(90, { on: [1] })] },
      pending: undefined,
    },
    { rule: "a signal is never pending", advanced: { entries: [enterAt(150)] }, pending: undefined },
    { rule: "a filled limit is not pending", advanced: { entries: [limitEntry(99)] }, pending: undefined },
  ])("$rule", ({ advanced, pending }) => {
    expect(run(advanced).pending?.entryHypos.favorable?.price).toBe(pending);
  });

  it("may be a stop entry", () => {
    const { pending, trades } = run({ entries: [stopEntry(120)] });
    expect(trades).toEqual([]);
    expect(pending).toMatchObject({
      baseEntry: { row: 0, price: 100 },
      entryHypos: { favorable: undefined, adverse: { price: 120, order: OrderCode.AdverseDelayEntry } },
    });
  });

  it("needs an open base position", () => {
    const closed: BlueprintSpec = { ...enters, exits: [exitAt("open", { on: [2] })] };
    expect(run({ entries: [limitEntry(90)] }, closed).pending).toBeUndefined();
    expect(run({ entries: [limitEntry(90)] }, enters, "close").pending).toBeUndefined();
    expect(run({ entries: [limitEntry(90)] }, {}).pending).toBeUndefined();
  });

  it("may wait for a base position that began at the last close", () => {
    const late: BlueprintSpec = { entries: [enterAt("close", { on: [2] })] };
    const { pending, trades } = run({ entries: [limitEntry(104)] }, late);
    expect(trades).toEqual([]);
    expect(pending?.entryHypos.favorable?.price).toBe(104);
  });
});
