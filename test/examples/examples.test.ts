import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OrderStrategy } from "tradepose-client";
import { describe, expect, it } from "vitest";
import { checkTrades, isWithin, runExample, type Trade } from "./trades.ts";

interface Example {
  readonly program: string;
  /** The base blueprint, and how many trades it closes at least. */
  readonly base: readonly [name: string, trades: number];
  readonly advanced: readonly [name: string, trades: number];
  /** How the advanced trades end; ImmediateExit is the base's exit. */
  readonly exits: readonly OrderStrategy[];
  /** What the text at its top promises of every advanced trade. */
  readonly promise?: (trade: Trade) => void;
}

const newYork = new Intl.DateTimeFormat("en-GB", { timeZone: "America/New_York", timeStyle: "short" });

const examples: readonly Example[] = [
  {
    program: "trend-pullback",
    base: ["trend", 20],
    advanced: ["pullback", 20],
    exits: ["StopLoss", "Breakeven", "ImmediateExit"],
    promise: ({ exit, pnl }) => {
      if (exit?.order === "Breakeven") expect(pnl).toBeLessThanOrEqual(0);
      if (exit?.order === "StopLoss") expect(pnl).toBeLessThan(0);
    },
  },
  {
    program: "opening-range",
    base: ["hours", 240],
    advanced: ["breakout", 100],
    exits: ["StopLoss", "TakeProfit", "ImmediateExit"],
    promise: ({ entry, exit }) => {
      expect(newYork.format(entry) >= "10:00" && newYork.format(entry) < "15:00").toBe(true);
      expect(exit?.at.toDateString()).toBe(entry.toDateString());
      if (exit?.order === "ImmediateExit") expect(newYork.format(exit.at)).toBe("15:55");
    },
  },
  {
    program: "bollinger-reversion",
    base: ["reversion", 20],
    advanced: ["guarded", 20],
    exits: ["StopLoss", "TimeoutExit", "ImmediateExit"],
    promise: ({ entryIdx, exit }) => {
      expect((exit?.idx ?? entryIdx) - entryIdx).toBeLessThanOrEqual(10);
    },
  },
  {
    program: "value-area",
    base: ["rejection", 20],
    advanced: ["to the point of control", 20],
    exits: ["StopLoss", "TakeProfit", "ImmediateExit"],
    promise: ({ entry, exit, pnl }) => {
      expect(newYork.format(entry) >= "10:30" && newYork.format(entry) < "15:00").toBe(true);
      expect(exit?.at.toDateString()).toBe(entry.toDateString());
      if (exit?.order === "TakeProfit") expect(pnl).toBeGreaterThan(0);
    },
  },
  {
    program: "multi-timeframe",
    base: ["rested", 15],
    advanced: ["trailed", 15],
    exits: ["TrailingStop", "ImmediateExit"],
  },
  {
    program: "two-instruments",
    base: ["catch up", 20],
    advanced: ["stopped", 20],
    exits: ["StopLoss", "ImmediateExit"],
  },
];

describe("the examples of the field", () => {
  it.each(examples)("$program", { timeout: 120_000 }, async ({ program, base, advanced, exits, promise }) => {
    const { trades, printed } = await runExample(program);
    const periods = [...new Set(trades.map((trade) => trade.period))];
    for (const [name, least] of [base, advanced]) {
      const own = trades.filter((trade) => trade.blueprint === name);
      expect(own.filter(({ exit }) => exit !== undefined).length, name).toBeGreaterThanOrEqual(least);
      for (const period of periods) checkTrades(own.filter((trade) => trade.period === period));
      expect(printed).toContain(`'${name}'`);
    }
    expect(new Set(trades.map(({ blueprint }) => blueprint))).toEqual(new Set([base[0], advanced[0]]));

    const positions = trades.filter(({ blueprint }) => blueprint === base[0]);
    const within = trades.filter(({ blueprint }) => blueprint === advanced[0]);
    for (const trade of within) {
      expect(positions.filter((position) => isWithin(trade, position))).toHaveLength(1);
      promise?.(trade);
    }
    expect(new Set(within.flatMap(({ exit }) => exit?.order ?? []))).toEqual(new Set(exits));
  });

  it("are all that is in the folder, beside the demo and the quickstart", () => {
    const files = readdirSync(fileURLToPath(new URL("../../examples", import.meta.url)));
    const programs = files.filter((file) => file.endsWith(".ts")).map((file) => file.replace(".ts", ""));
    const known = [...examples.map(({ program }) => program), "demo", "quickstart"];
    expect(programs.sort()).toEqual(known.sort());
  });
});
