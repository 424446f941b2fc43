import { describe, expect, it } from "vitest";
import type { EngineOptions } from "../../../src/engine/plan.ts";
import { bothWays, type Case, simulateCase, walkCase } from "./case.ts";
import {
  type BlueprintSpec,
  breakeven,
  type Candle,
  enterAt,
  exitAt,
  stopLoss,
  takeProfit,
  timeout,
  trailingStop,
} from "./support.ts";

// Open, high, low, close. The blueprint enters with the base at the open of bar 0, at 100; bar 1 is the one that tells.
const quiet: Candle = [100, 101, 99, 100];
const wide: Candle = [100, 105, 95, 102];
const on = [1];

const leaves = (...exits: NonNullable<BlueprintSpec["exits"]>): Pick<Case, "advanced" | "candles"> => ({
  candles: [quiet, wide, quiet],
  advanced: { exits },
});
const out = (exit: string): string[] => [`0 open 100 ImmediateEntry -> ${exit}`];

const stopKinds: Case[] = [
  {
    rule: "a stop loss fills at its level on a touch",
    ...leaves(stopLoss(95, { on })),
    trades: out("1 inside 95 StopLoss"),
  },
  { rule: "a stop loss below the low does not fill", ...leaves(stopLoss(94, { on })), trades: out("open") },
  {
    rule: "a stop loss at the open fills there, without a gap",
    ...leaves(stopLoss(100, { on })),
    trades: out("1 open 100 StopLoss"),
  },
  {
    rule: "a stop loss through the open fills at the worse open",
    ...leaves(stopLoss(101, { on })),
    trades: out("1 open 100 StopLoss gap"),
  },
  { rule: "a null stop loss is no order", ...leaves(stopLoss(() => undefined)), trades: out("open") },
  {
    rule: "a trailing stop fills at its level on a touch",
    ...leaves(trailingStop(95, { on })),
    trades: out("1 inside 95 TrailingStop"),
  },
  {
    rule: "a trailing stop through the open fills at the open",
    ...leaves(trailingStop(100.5, { on })),
    trades: out("1 open 100 TrailingStop gap"),
  },
  { rule: "a null trailing stop is no order", ...leaves(trailingStop(() => undefined)), trades: out("open") },
  {
    rule: "a breakeven stop fills at its level on a touch",
    ...leaves(breakeven(96, { on })),
    trades: out("1 inside 96 Breakeven"),
  },
  {
    rule: "a breakeven stop through the open fills at the open",
    ...leaves(breakeven(100.5, { on })),
    trades: out("1 open 100 Breakeven gap"),
  },
  {
    rule: "a stop may fill on the last bar",
    ...leaves(stopLoss(99, { on: [2] })),
    trades: out("2 inside 99 StopLoss"),
  },
  {
    rule: "of the stop kinds the highest level is reached first, whatever the priorities",
    ...leaves(
      stopLoss(96, { on, priority: 1 }),
      trailingStop(97, { on, priority: 2 }),
      breakeven(98, { on, priority: 3 }),
    ),
    trades: out("1 inside 98 Breakeven"),
  },
  {
    rule: "equal levels: the lowest priority number gives the reason",
    ...leaves(stopLoss(97, { on, priority: 2 }), trailingStop(97, { on, priority: 1 })),
    trades: out("1 inside 97 TrailingStop"),
  },
  {
    rule: "equal levels and priorities: list order",
    ...leaves(breakeven(97, { on }), stopLoss(97, { on })),
    trades: out("1 inside 97 Breakeven"),
  },
];

const targets: Case[] = [
  {
    rule: "a target fills at its level on a touch",
    ...leaves(takeProfit(105, { on })),
    trades: out("1 inside 105 TakeProfit"),
  },
  { rule: "a target above the high does not fill", ...leaves(takeProfit(106, { on })), trades: out("open") },
  {
    rule: "a target at the open fills there",
    ...leaves(takeProfit(100, { on })),
    trades: out("1 open 100 TakeProfit"),
  },
  {
    rule: "a target through the open fills at the better open",
    ...leaves(takeProfit(99, { on })),
    trades: out("1 open 100 TakeProfit gap"),
  },
  { rule: "a null target is no order", ...leaves(takeProfit(() => undefined)), trades: out("open") },
  {
    rule: "a target may fill on the last bar",
    ...leaves(takeProfit(101, { on: [2] })),
    trades: out("2 inside 101 TakeProfit"),
  },
  {
    rule: "of two targets the nearer is reached first, whatever the priorities",
    ...leaves(takeProfit(104, { on, priority: 1 }), takeProfit(103, { on, priority: 2 })),
    trades: out("1 inside 103 TakeProfit"),
  },
];

const signals: Case[] = [
  {
    rule: "a signal priced at the open leaves there",
    ...leaves(exitAt("open", { on })),
    trades: out("1 open 100 ImmediateExit"),
  },
  {
    rule: "a signal priced at the close leaves there",
    ...leaves(exitAt("close", { on })),
    trades: out("1 close 102 ImmediateExit"),
  },
  {
    rule: "any other price acts inside the bar",
    ...leaves(exitAt(103, { on })),
    trades: out("1 inside 103 ImmediateExit"),
  },
  { rule: "a price outside the bar does not fill", ...leaves(exitAt(110, { on })), trades: out("open") },
  { rule: "a null price does not fill", ...leaves(exitAt(() => undefined)), trades: out("open") },
  {
    rule: "a timeout leaves at the first open at which its count is reached",
    ...leaves(timeout("open", { on: (row, { own }) => own.barsSinceEntry[row]! >= 2 })),
    trades: out("2 open 100 TimeoutExit"),
  },
  {
    rule: "a timeout priced at the close leaves there",
    ...leaves(timeout("close", { on })),
    trades: out("1 close 102 TimeoutExit"),
  },
  {
    rule: "between a timeout and a signal of one moment the priority decides",
    ...leaves(exitAt("close", { on, priority: 2 }), timeout("close", { on, priority: 1 })),
    trades: out("1 close 102 TimeoutExit"),
  },
  {
    rule: "the next in priority is tried after a price outside the bar",
    ...leaves(exitAt(110, { on, priority: 1 }), timeout(104, { on, priority: 2 })),
    trades: out("1 inside 104 TimeoutExit"),
  },
];

const moments: Case[] = [
  {
    rule: "a signal at the open comes before a stop inside the bar",
    ...leaves(stopLoss(96, { on, priority: 1 }), exitAt("open", { on, priority: 2 })),
    trades: out("1 open 100 ImmediateExit"),
  },
  {
    rule: "several at the open: the lowest priority number gives the reason",
    ...leaves(stopLoss(101, { on, priority: 2 }), exitAt("open", { on, priority: 1 })),
    trades: out("1 open 100 ImmediateExit"),
  },
  {
    rule: "several at the open: a stop of the lowest priority number",
    ...leaves(stopLoss(101, { on, priority: 1 }), timeout("open", { on, priority: 2 })),
    trades: out("1 open 100 StopLoss gap"),
  },
  {
    rule: "a stop at the open decides the bar although the target is touched later",
    ...leaves(stopLoss(101, { on }), takeProfit(104, { on })),
    trades: out("1 open 100 StopLoss gap"),
  },
  {
    rule: "a target at the open decides the bar although a stop is touched later",
    ...leaves(stopLoss(96, { on }), takeProfit(99, { on })),
    trades: out("1 open 100 TakeProfit gap"),
  },
  {
    rule: "inside, levels come before signals",
    ...leaves(exitAt(103, { on, priority: 1 }), takeProfit(104, { on, priority: 2 })),
    trades: out("1 inside 104 TakeProfit"),
  },
  {
    rule: "the inside comes before the close",
    ...leaves(exitAt("close", { on, priority: 1 }), exitAt(103, { on, priority: 2 })),
    trades: out("1 inside 103 ImmediateExit"),
  },
];

const highNearer: Candle = [100, 103, 95, 102];
const lowNearer: Candle = [100, 105, 98, 102];
const bothTouched = (intrabar: EngineOptions["intrabar"], bar: Candle, exit: string): Case => ({
  rule: `${intrabar}, bar ${bar.join(" ")}: ${exit}`,
  candles: [quiet, bar],
  advanced: { exits: [stopLoss(98.5, { on }), takeProfit(102.5, { on })] },
  options: { intrabar },
  trades: out(`${exit} ?`),
});

const conflicts: Case[] = [
  bothTouched("pessimistic", wide, "1 inside 98.5 StopLoss"),
  bothTouched("pessimistic", highNearer, "1 inside 98.5 StopLoss"),
  bothTouched("optimistic", wide, "1 inside 102.5 TakeProfit"),
  bothTouched("optimistic", lowNearer, "1 inside 102.5 TakeProfit"),
  bothTouched("path", wide, "1 inside 98.5 StopLoss"),
  bothTouched("path", highNearer, "1 inside 102.5 TakeProfit"),
  bothTouched("path", lowNearer, "1 inside 98.5 StopLoss"),
  {
    rule: "a target's better priority does not change that",
    ...leaves(takeProfit(104, { on, priority: 1 }), trailingStop(96, { on, priority: 2 })),
    trades: out("1 inside 96 TrailingStop ?"),
  },
  {
    rule: "one touched level is not ambiguous under any policy",
    ...leaves(stopLoss(96, { on }), takeProfit(106, { on })),
    options: { intrabar: "optimistic" },
    trades: out("1 inside 96 StopLoss"),
  },
];

const entryBarAtOpen: Case[] = [
  {
    rule: "a stop is live on the bar at whose open the position began",
    ...leaves(stopLoss(99)),
    trades: out("0 inside 99 StopLoss"),
  },
  { rule: "so is a target", ...leaves(takeProfit(101)), trades: out("0 inside 101 TakeProfit") },
  {
    rule: "a stop through that open closes at once",
    ...leaves(stopLoss(101)),
    trades: out("0 open 100 StopLoss gap"),
  },
  {
    rule: "a signal at the close acts",
    ...leaves(exitAt("close")),
    trades: out("0 close 100 ImmediateExit"),
  },
  {
    rule: "both touched on it: the stop, flagged",
    ...leaves(stopLoss(99), takeProfit(101)),
    trades: out("0 inside 99 StopLoss ?"),
  },
];

const baseExits = (price: number | "open" | "close"): BlueprintSpec => ({
  entries: [enterAt("open", { on: [0] })],
  exits: [exitAt(price, { on })],
});
const underBase = (price: number | "open" | "close", ...exits: NonNullable<BlueprintSpec["exits"]>) => ({
  candles: [quiet, wide, quiet],
  base: baseExits(price),
  advanced: { exits },
});

const baseExit: Case[] = [
  {
    rule: "the base exit at the open closes the trade there",
    ...underBase("open"),
    trades: out("1 open 100 ImmediateExit"),
  },
  {
    rule: "the base exit inside closes the trade there",
    ...underBase(103),
    trades: out("1 inside 103 ImmediateExit"),
  },
  {
    rule: "the base exit at the close closes the trade there",
    ...underBase("close"),
    trades: out("1 close 102 ImmediateExit"),
  },
  {
    rule: "an own exit at the same open goes first",
    ...underBase("open", stopLoss(101, { on })),
    trades: out("1 open 100 StopLoss gap"),
  },
  {
    rule: "a stop inside comes after a base exit at the open",
    ...underBase("open", stopLoss(96, { on })),
    trades: out("1 open 100 ImmediateExit"),
  },
  {
    rule: "a stop inside goes before a base exit inside",
    ...underBase(103, stopLoss(96, { on })),
    trades: out("1 inside 96 StopLoss"),
  },
  {
    rule: "an own signal inside goes before a base exit inside",
    ...underBase(103, timeout(101, { on })),
    trades: out("1 inside 101 TimeoutExit"),
  },
  {
    rule: "an own exit at the close comes after a base exit inside",
    ...underBase(103, timeout("close", { on })),
    trades: out("1 inside 103 ImmediateExit"),
  },
  {
    rule: "an own exit at the same close goes first",
    ...underBase("close", timeout("close", { on })),
    trades: out("1 close 102 TimeoutExit"),
  },
  {
    rule: "a target inside goes before a base exit at the close",
    ...underBase("close", takeProfit(104, { on })),
    trades: out("1 inside 104 TakeProfit"),
  },
];

describe.each([
  { group: "stop kinds", cases: stopKinds },
  { group: "targets", cases: targets },
  { group: "signals and timeouts", cases: signals },
  { group: "moments of one bar", cases: moments },
  { group: "stop and target inside one bar", cases: conflicts },
  { group: "the entry bar after a fill at its open", cases: entryBarAtOpen },
  { group: "the base exit", cases: baseExit },
])("$group", ({ cases }) => {
  it.each(bothWays(cases))("$side: $rule", ({ spec, side }) => {
    expect(simulateCase(spec, side).trades).toEqual(spec.trades);
    expect(walkCase(spec, side).trades).toEqual(spec.trades);
  });
});
