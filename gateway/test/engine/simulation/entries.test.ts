import { describe, expect, it } from "vitest";
import { bothWays, type Case, simulateCase, walkCase } from "./case.ts";
import { type BlueprintSpec, enterAt, exitAt, limitEntry, stopEntry, stopLoss } from "./support.ts";

// Open, high, low, close. The base is in from the open of bar 0, at 100, unless a case says otherwise.
const candles = [
  [100, 102, 98, 101],
  [101, 103, 97, 102],
  [102, 106, 100, 105],
] as const;

const enters = (...entries: NonNullable<BlueprintSpec["entries"]>): Pick<Case, "advanced" | "candles"> => ({
  candles,
  advanced: { entries },
});

const baseIn = (price: number | "open" | "close"): BlueprintSpec => ({
  entries: [enterAt(price, { on: [0] })],
});
const baseOutOnBar2 = (price: number | "open" | "close"): BlueprintSpec => ({
  entries: [enterAt("open", { on: [0] })],
  exits: [exitAt(price, { on: [2] })],
});

const levels: Case[] = [
  {
    rule: "an order lives on the bars on which its trigger fires: nothing is latched",
    ...enters(limitEntry(97.5, { on: [0] })),
    trades: [],
  },
  {
    rule: "a level is what its row says",
    ...enters(limitEntry((row) => 97 + row)),
    trades: ["1 inside 98 FavorableDelayEntry -> open"],
  },
];

const signals: Case[] = [
  {
    rule: "any other price acts inside the bar, even if it equals the open",
    ...enters(enterAt(101, { on: [1] })),
    trades: ["1 inside 101 ImmediateEntry -> open"],
  },
  {
    rule: "every bar that rejects counts",
    ...enters(enterAt(110)),
    trades: [],
    rejected: 3,
  },
  {
    rule: "the next in priority is tried after a price outside the bar, and nothing is rejected",
    ...enters(enterAt(96, { on: [1], priority: 1 }), enterAt(100, { on: [1], priority: 2 })),
    trades: ["1 inside 100 ImmediateEntry -> open"],
  },
];

const together: Case[] = [
  {
    rule: "at the open the lowest priority number wins",
    ...enters(limitEntry(102, { on: [1], priority: 2 }), enterAt("open", { on: [1], priority: 1 })),
    trades: ["1 open 101 ImmediateEntry -> open"],
  },
  {
    rule: "at the open the lowest priority number wins, a limit too",
    ...enters(limitEntry(102, { on: [1], priority: 1 }), enterAt("open", { on: [1], priority: 2 })),
    trades: ["1 open 101 FavorableDelayEntry gap -> open"],
  },
  {
    rule: "equal priorities: list order",
    ...enters(enterAt("open", { on: [1] }), limitEntry(102, { on: [1] })),
    trades: ["1 open 101 ImmediateEntry -> open"],
  },
  {
    rule: "the open comes before the inside, whatever the priorities",
    ...enters(limitEntry(99, { on: [1], priority: 1 }), enterAt("open", { on: [1], priority: 9 })),
    trades: ["1 open 101 ImmediateEntry -> open"],
  },
  {
    rule: "inside, delayed orders come before signals",
    ...enters(enterAt(102, { on: [1], priority: 1 }), limitEntry(98, { on: [1], priority: 2 })),
    trades: ["1 inside 98 FavorableDelayEntry -> open"],
  },
  {
    rule: "the inside comes before the close",
    ...enters(enterAt("close", { on: [1], priority: 1 }), enterAt(102.5, { on: [1], priority: 2 })),
    trades: ["1 inside 102.5 ImmediateEntry -> open"],
  },
];

const baseEntryBar: Case[] = [
  {
    rule: "base at the open: a limit is live on the same bar",
    ...enters(limitEntry(98)),
    trades: ["0 inside 98 FavorableDelayEntry -> open"],
  },
  {
    rule: "base at the open: a limit through the same open fills there",
    ...enters(limitEntry(100.5)),
    trades: ["0 open 100 FavorableDelayEntry gap -> open"],
  },
  {
    rule: "base inside: a limit waits for the next bar",
    ...enters(limitEntry(98)),
    base: baseIn(99),
    trades: ["1 inside 98 FavorableDelayEntry -> open"],
  },
  {
    rule: "base at the close: a stop entry waits for the next bar",
    ...enters(stopEntry(102)),
    base: baseIn("close"),
    trades: ["1 inside 102 AdverseDelayEntry -> open"],
  },
  {
    rule: "base at the open: a signal at the same open acts",
    ...enters(enterAt("open", { on: [0] })),
    trades: ["0 open 100 ImmediateEntry -> open"],
  },
  {
    rule: "base at the open: a signal inside acts",
    ...enters(enterAt(99, { on: [0] })),
    trades: ["0 inside 99 ImmediateEntry -> open"],
  },
  {
    rule: "base inside: a signal at the open came too early",
    ...enters(enterAt("open", { on: [0] })),
    base: baseIn(99),
    trades: [],
  },
  {
    rule: "base inside: which of two inside fills came first is not known",
    ...enters(enterAt(99, { on: [0] })),
    base: baseIn(99),
    trades: [],
  },
  {
    rule: "base inside: a signal that may not act is not a rejection",
    ...enters(enterAt(90, { on: [0] })),
    base: baseIn(99),
    trades: [],
  },
  {
    rule: "base inside: a signal at the close acts",
    ...enters(enterAt("close", { on: [0] })),
    base: baseIn(99),
    trades: ["0 close 101 ImmediateEntry -> open"],
  },
  {
    rule: "base at the close: a signal at the same close acts",
    ...enters(enterAt("close", { on: [0] })),
    base: baseIn("close"),
    trades: ["0 close 101 ImmediateEntry -> open"],
  },
  {
    rule: "base at the close: a signal inside came too early",
    ...enters(enterAt(99, { on: [0] })),
    base: baseIn("close"),
    trades: [],
  },
];

const baseExitBar: Case[] = [
  {
    rule: "base leaves at the close: a limit may still fill inside",
    ...enters(limitEntry(100.5, { on: [2] })),
    base: baseOutOnBar2("close"),
    trades: ["2 inside 100.5 FavorableDelayEntry -> 2 close 105 ImmediateExit"],
  },
  {
    rule: "base leaves at the close: a signal at that close is too late",
    ...enters(enterAt("close", { on: [2] })),
    base: baseOutOnBar2("close"),
    trades: [],
  },
  {
    rule: "base leaves inside: a gap fill at the open came before",
    ...enters(limitEntry(103, { on: [2] })),
    base: baseOutOnBar2(104),
    trades: ["2 open 102 FavorableDelayEntry gap -> 2 inside 104 ImmediateExit"],
  },
  {
    rule: "base leaves inside: a fill inside is not surely before",
    ...enters(limitEntry(100.5, { on: [2] })),
    base: baseOutOnBar2(104),
    trades: [],
  },
  {
    rule: "base leaves at the open: nothing enters",
    ...enters(limitEntry(103, { on: [2] }), enterAt("open", { on: [2] })),
    base: baseOutOnBar2("open"),
    trades: [],
  },
];

const lives: Case[] = [
  {
    rule: "without entry triggers the base fill is the entry",
    candles,
    advanced: {},
    trades: ["0 open 100 ImmediateEntry -> open"],
  },
  {
    rule: "without entry triggers the base fill is the entry: inside",
    candles,
    base: baseIn(99),
    advanced: {},
    trades: ["0 inside 99 ImmediateEntry -> open"],
  },
  {
    rule: "one trade per base position: no second entry after an own exit",
    candles,
    advanced: { entries: [limitEntry(99)], exits: [stopLoss(98.5)] },
    trades: ["0 inside 99 FavorableDelayEntry -> 0 inside 98.5 StopLoss"],
  },
  {
    rule: "a new base position gives a new trade",
    candles: [...candles, [105, 107, 103, 104]],
    base: {
      entries: [enterAt("open", { on: [0, 2] })],
      exits: [exitAt("open", { on: [1, 3] })],
    },
    advanced: { entries: [enterAt("close", { on: [0, 2] })] },
    trades: [
      "0 close 101 ImmediateEntry -> 1 open 101 ImmediateExit",
      "2 close 105 ImmediateEntry -> 3 open 105 ImmediateExit",
    ],
  },
  {
    rule: "no base position, no trade",
    candles,
    base: {},
    advanced: { entries: [enterAt("open")] },
    trades: [],
  },
];

describe.each([
  { group: "a level", cases: levels },
  { group: "signals", cases: signals },
  { group: "several entries on one bar", cases: together },
  { group: "on the base entry bar", cases: baseEntryBar },
  { group: "on the base exit bar", cases: baseExitBar },
  { group: "inside a base position", cases: lives },
])("$group", ({ cases }) => {
  it.each(bothWays(cases))("$side: $rule", ({ spec, side }) => {
    const expected = { trades: spec.trades, rejected: spec.rejected ?? 0 };
    expect(simulateCase(spec, side)).toEqual(expected);
    expect(walkCase(spec, side)).toEqual(expected);
  });
});
