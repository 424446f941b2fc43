import { describe, expect, it } from "vitest";
import { bothWays, type Case, simulateCase, walkCase } from "./case.ts";
import {
  type BlueprintSpec,
  breakeven,
  type Candle,
  enterAt,
  exitAt,
  limitEntry,
  type OrderSpec,
  stopEntry,
  stopLoss,
  takeProfit,
  timeout,
} from "./support.ts";

// Open, high, low, close. The base is in from bar 0; the entry under test fills inside bar 1, and bar 2 is quiet.
const candles: readonly Candle[] = [
  [100, 101, 99, 100],
  [100, 106, 94, 102],
  [102, 103, 101, 102],
];
const on = [1];

const entryThen = (entry: OrderSpec, ...exits: NonNullable<BlueprintSpec["exits"]>) => ({
  candles,
  advanced: { entries: [entry], exits },
});
const limit = limitEntry(97, { on });
const stop = stopEntry(103, { on });
const inside = enterAt(98, { on });
const close = enterAt("close", { on });
const byLimit = "1 inside 97 FavorableDelayEntry";
const byStop = "1 inside 103 AdverseDelayEntry";

const afterLimit: Case[] = [
  {
    rule: "a stop strictly beyond it comes later",
    ...entryThen(limit, stopLoss(95)),
    trades: [`${byLimit} -> 1 inside 95 StopLoss`],
  },
  {
    rule: "a stop touched exactly comes later",
    ...entryThen(limit, stopLoss(94)),
    trades: [`${byLimit} -> 1 inside 94 StopLoss`],
  },
  {
    rule: "a stop below the low is not touched",
    ...entryThen(limit, stopLoss(93)),
    trades: [`${byLimit} -> open`],
  },
  {
    rule: "of two stops beyond it the nearer",
    ...entryThen(limit, stopLoss(95, { priority: 1 }), breakeven(96, { priority: 2 })),
    trades: [`${byLimit} -> 1 inside 96 Breakeven`],
  },
  {
    rule: "a stop at the entry price is not taken",
    ...entryThen(limit, stopLoss(97, { on })),
    trades: [`${byLimit} -> open ?`],
  },
  {
    rule: "a stop above the entry price is not taken",
    ...entryThen(limit, stopLoss(98, { on })),
    trades: [`${byLimit} -> open ?`],
  },
  {
    rule: "a touched target is not taken",
    ...entryThen(limit, takeProfit(104)),
    trades: [`${byLimit} -> open ?`],
  },
  {
    rule: "an untouched target is no doubt",
    ...entryThen(limit, takeProfit(107)),
    trades: [`${byLimit} -> open`],
  },
  {
    rule: "a stop beyond it is taken even if the target was touched",
    ...entryThen(limit, stopLoss(95), takeProfit(104)),
    trades: [`${byLimit} -> 1 inside 95 StopLoss ?`],
  },
  {
    rule: "a stop beyond it is taken, another above the entry flags the trade",
    ...entryThen(limit, stopLoss(95), breakeven(99)),
    trades: [`${byLimit} -> 1 inside 95 StopLoss ?`],
  },
  {
    rule: "a signal at the close acts",
    ...entryThen(limit, exitAt("close", { on })),
    trades: [`${byLimit} -> 1 close 102 ImmediateExit`],
  },
  {
    rule: "a timeout at the close acts",
    ...entryThen(limit, timeout("close", { on })),
    trades: [`${byLimit} -> 1 close 102 TimeoutExit`],
  },
  {
    rule: "a signal at the close acts after a target left alone",
    ...entryThen(limit, takeProfit(104, { on }), exitAt("close", { on })),
    trades: [`${byLimit} -> 1 close 102 ImmediateExit ?`],
  },
  {
    rule: "a signal at the open came before",
    ...entryThen(limit, exitAt("open", { on })),
    trades: [`${byLimit} -> open`],
  },
  {
    rule: "a signal inside is not taken",
    ...entryThen(limit, exitAt(100, { on })),
    trades: [`${byLimit} -> open`],
  },
  {
    rule: "a target left alone may fill on the next bar, and the flag stays",
    ...entryThen(limit, takeProfit(103)),
    trades: [`${byLimit} -> 2 inside 103 TakeProfit ?`],
  },
];

const afterStop: Case[] = [
  {
    rule: "a target strictly beyond it comes later",
    ...entryThen(stop, takeProfit(105)),
    trades: [`${byStop} -> 1 inside 105 TakeProfit`],
  },
  {
    rule: "of two targets beyond it the nearer",
    ...entryThen(stop, takeProfit(106, { priority: 1 }), takeProfit(105, { priority: 2 })),
    trades: [`${byStop} -> 1 inside 105 TakeProfit`],
  },
  {
    rule: "a target at the entry price is not taken",
    ...entryThen(stop, takeProfit(103, { on })),
    trades: [`${byStop} -> open ?`],
  },
  {
    rule: "a target below the entry price is not taken",
    ...entryThen(stop, takeProfit(101.5, { on })),
    trades: [`${byStop} -> open ?`],
  },
  { rule: "a touched stop is not taken", ...entryThen(stop, stopLoss(95)), trades: [`${byStop} -> open ?`] },
  {
    rule: "a target is not taken when a stop was touched too",
    ...entryThen(stop, stopLoss(95), takeProfit(105)),
    trades: [`${byStop} -> open ?`],
  },
  {
    rule: "a target is taken when the stop was not touched",
    ...entryThen(stop, stopLoss(93), takeProfit(105)),
    trades: [`${byStop} -> 1 inside 105 TakeProfit`],
  },
  {
    rule: "a signal at the close acts",
    ...entryThen(stop, exitAt("close", { on })),
    trades: [`${byStop} -> 1 close 102 ImmediateExit`],
  },
];

const afterSignal: Case[] = [
  {
    rule: "inside: a touched stop is not taken",
    ...entryThen(inside, stopLoss(95)),
    trades: ["1 inside 98 ImmediateEntry -> open ?"],
  },
  {
    rule: "inside: a touched target is not taken",
    ...entryThen(inside, takeProfit(105)),
    trades: ["1 inside 98 ImmediateEntry -> open ?"],
  },
  {
    rule: "inside: untouched levels are no doubt",
    ...entryThen(inside, stopLoss(93), takeProfit(107)),
    trades: ["1 inside 98 ImmediateEntry -> open"],
  },
  {
    rule: "inside: a signal at the close acts",
    ...entryThen(inside, exitAt("close", { on })),
    trades: ["1 inside 98 ImmediateEntry -> 1 close 102 ImmediateExit"],
  },
  {
    rule: "at the close: nothing on that bar, and no doubt",
    ...entryThen(close, stopLoss(95), takeProfit(105), exitAt("close", { on })),
    trades: ["1 close 102 ImmediateEntry -> open"],
  },
];

const everyPolicy: Case[] = (["pessimistic", "path", "optimistic"] as const).flatMap((intrabar) => [
  {
    rule: `${intrabar}: after a limit the stop`,
    ...entryThen(limit, stopLoss(95), takeProfit(104)),
    options: { intrabar },
    trades: [`${byLimit} -> 1 inside 95 StopLoss ?`],
  },
  {
    rule: `${intrabar}: after a stop entry neither`,
    ...entryThen(stop, stopLoss(95), takeProfit(105)),
    options: { intrabar },
    trades: [`${byStop} -> open ?`],
  },
]);

const none: Case["options"] = { entryBarExits: "none" };
const noEntryBarExits: Case[] = [
  {
    rule: "none: no stop after a limit",
    ...entryThen(limit, stopLoss(95)),
    options: none,
    trades: [`${byLimit} -> open`],
  },
  {
    rule: "none: no target, and no doubt",
    ...entryThen(limit, takeProfit(104)),
    options: none,
    trades: [`${byLimit} -> open`],
  },
  {
    rule: "none: no signal at the close",
    ...entryThen(limit, exitAt("close", { on })),
    options: none,
    trades: [`${byLimit} -> open`],
  },
  {
    rule: "none: no stop after a fill at the open",
    candles,
    advanced: { exits: [stopLoss(99, { on: [0] })] },
    options: none,
    trades: ["0 open 100 ImmediateEntry -> open"],
  },
  {
    rule: "none: exits begin on the next bar",
    ...entryThen(limit, stopLoss(101)),
    options: none,
    trades: [`${byLimit} -> 2 inside 101 StopLoss`],
  },
];

describe.each([
  { group: "after a limit entry", cases: afterLimit },
  { group: "after a stop entry", cases: afterStop },
  { group: "after a signal entry", cases: afterSignal },
  { group: "under every policy", cases: everyPolicy },
  { group: "without entry-bar exits", cases: noEntryBarExits },
])("the entry bar $group", ({ cases }) => {
  it.each(bothWays(cases))("$side: $rule", ({ spec, side }) => {
    expect(simulateCase(spec, side).trades).toEqual(spec.trades);
    expect(walkCase(spec, side).trades).toEqual(spec.trades);
  });
});
