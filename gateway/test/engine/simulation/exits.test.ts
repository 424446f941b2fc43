import { describe, expect, it } from "vitest";
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

const signals: Case[] = [
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

const conflicts: Case[] = [
  {
    rule: "one touched level is not ambiguous under any policy",
    ...leaves(stopLoss(96, { on }), takeProfit(106, { on })),
    options: { intrabar: "optimistic" },
    trades: out("1 inside 96 StopLoss"),
  },
];

const entryBarAtOpen: Case[] = [
  {
    rule: "a stop through that open closes at once",
    ...leaves(stopLoss(101)),
    trades: out("0 open 100 StopLoss gap"),
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
  { group: "several stop kinds", cases: stopKinds },
  { group: "several signals", cases: signals },
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
