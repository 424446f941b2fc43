import { describe, expect, it } from "vitest";
import { bothWays, type Case, simulateCase, walkCase } from "./case.ts";
import { type BlueprintSpec, enterAt, exitAt, takeProfit } from "./support.ts";

// Open, high, low, close.
const candles: Case["candles"] = [
  [100, 102, 98, 101],
  [101, 103, 97, 102],
  [102, 106, 100, 105],
  [105, 107, 103, 104],
];

const base = (
  entries: NonNullable<BlueprintSpec["entries"]>,
  exits: NonNullable<BlueprintSpec["exits"]> = [],
  entryFirst = true,
): Pick<Case, "base" | "candles"> => ({ candles, base: { entries, exits, entryFirst } });

const walk: Case[] = [
  {
    rule: "an entry signal opens, an exit signal closes",
    ...base([enterAt("open", { on: [1] })], [exitAt("open", { on: [3] })]),
    trades: ["1 open 101 ImmediateEntry -> 3 open 105 ImmediateExit"],
  },
  {
    rule: "an entry signal in a position changes nothing",
    ...base([enterAt("open", { on: [0, 1, 2] })], [exitAt("close", { on: [3] })]),
    trades: ["0 open 100 ImmediateEntry -> 3 close 104 ImmediateExit"],
  },
  {
    rule: "an exit signal without a position changes nothing",
    ...base([enterAt("open", { on: [2] })], [exitAt("open", { on: [0, 1] })]),
    trades: ["2 open 102 ImmediateEntry -> open"],
  },
  {
    rule: "one action a bar: the entry bar has no exit, at any moment",
    ...base([enterAt("open", { on: [0] })], [exitAt("close")]),
    trades: ["0 open 100 ImmediateEntry -> 1 close 102 ImmediateExit"],
  },
  {
    rule: "an exit signal on every bar lets nothing in when exits go first",
    ...base([enterAt("open")], [exitAt("close")], false),
    trades: [],
  },
  {
    rule: "no re-entry on the exit bar",
    ...base([enterAt("close", { on: [0, 1, 2] })], [exitAt("open", { on: [1] })], false),
    trades: ["0 close 101 ImmediateEntry -> 1 open 101 ImmediateExit", "2 close 105 ImmediateEntry -> open"],
  },
  { rule: "no signal, no trade", ...base([]), trades: [] },
  {
    rule: "a position entered on the last bar is open",
    ...base([enterAt("close", { on: [3] })]),
    trades: ["3 close 104 ImmediateEntry -> open"],
  },
  {
    rule: "an exit on the last bar closes",
    ...base([enterAt("open", { on: [2] })], [exitAt("close", { on: [3] })]),
    trades: ["2 open 102 ImmediateEntry -> 3 close 104 ImmediateExit"],
  },
];

const conflicts: Case[] = [
  {
    rule: "entry first, flat: the entry stays",
    ...base([enterAt("open", { on: [1] })], [exitAt("open", { on: [1] })]),
    trades: ["1 open 101 ImmediateEntry -> open"],
  },
  {
    rule: "entry first, in a position: the exit is dropped",
    ...base([enterAt("open", { on: [0, 2] })], [exitAt("open", { on: [2, 3] })]),
    trades: ["0 open 100 ImmediateEntry -> 3 open 105 ImmediateExit"],
  },
  {
    rule: "entry first: even an entry that could not fill drops the exit",
    ...base([enterAt("open", { on: [0] }), enterAt(150, { on: [2] })], [exitAt("open", { on: [2, 3] })]),
    trades: ["0 open 100 ImmediateEntry -> 3 open 105 ImmediateExit"],
  },
  {
    rule: "exit first, flat: the entry is dropped",
    ...base([enterAt("open", { on: [1, 2] })], [exitAt("open", { on: [1] })], false),
    trades: ["2 open 102 ImmediateEntry -> open"],
  },
  {
    rule: "exit first, in a position: the exit stays",
    ...base([enterAt("open", { on: [0, 2] })], [exitAt("open", { on: [2] })], false),
    trades: ["0 open 100 ImmediateEntry -> 2 open 102 ImmediateExit"],
  },
  {
    rule: "a signal with a null price does not fire and drops nothing",
    ...base(
      [enterAt("open", { on: [0] }), enterAt(() => undefined, { on: [2] })],
      [exitAt("open", { on: [2] })],
    ),
    trades: ["0 open 100 ImmediateEntry -> 2 open 102 ImmediateExit"],
  },
];

const prices: Case[] = [
  {
    rule: "a price inside the bar fills there",
    ...base([enterAt(99, { on: [1] })], [exitAt(104, { on: [2] })]),
    trades: ["1 inside 99 ImmediateEntry -> 2 inside 104 ImmediateExit"],
  },
  {
    rule: "an entry price outside the bar is a rejection, and the walk goes on",
    ...base([enterAt(96.5, { on: [0, 1] }), enterAt("open", { on: [3] })]),
    trades: ["3 open 105 ImmediateEntry -> open"],
    rejected: 2,
  },
  {
    rule: "a rejected entry in a position is none",
    ...base([enterAt("open", { on: [0] }), enterAt(150, { on: [1, 2] })]),
    trades: ["0 open 100 ImmediateEntry -> open"],
  },
  {
    rule: "an exit price outside the bar leaves the position open",
    ...base([enterAt("open", { on: [0] })], [exitAt(150, { on: [1] }), exitAt("open", { on: [2] })]),
    trades: ["0 open 100 ImmediateEntry -> 2 open 102 ImmediateExit"],
  },
  {
    rule: "the lowest priority number is tried first",
    ...base([enterAt("open", { on: [1], priority: 2 }), enterAt("close", { on: [1], priority: 1 })]),
    trades: ["1 close 102 ImmediateEntry -> open"],
  },
  {
    rule: "then the next: the one whose price is on the bar",
    ...base([enterAt(150, { on: [1], priority: 1 }), enterAt("close", { on: [1], priority: 2 })]),
    trades: ["1 close 102 ImmediateEntry -> open"],
  },
  {
    rule: "equal priorities: list order",
    ...base([enterAt("close", { on: [1] }), enterAt("open", { on: [1] })]),
    trades: ["1 close 102 ImmediateEntry -> open"],
  },
];

const endOfData: Case[] = [
  {
    rule: "the last close closes what is open, by no order",
    ...base([enterAt("open", { on: [1] })]),
    options: { endOfData: "close" },
    costs: { slippage: 0.5 },
    trades: ["1 open 101.5 ImmediateEntry -> 3 close 104 end of data"],
  },
  {
    rule: "an advanced trade too, on a bar that is whole for its own exits",
    candles,
    advanced: { exits: [takeProfit(107)] },
    options: { endOfData: "close" },
    trades: ["0 open 100 ImmediateEntry -> 3 inside 107 TakeProfit"],
  },
  {
    rule: "an advanced trade without exits at the last close",
    candles,
    advanced: {},
    options: { endOfData: "close" },
    trades: ["0 open 100 ImmediateEntry -> 3 close 104 end of data"],
  },
  {
    rule: "an advanced entry at the last close is closed there",
    candles,
    advanced: { entries: [enterAt("close", { on: [3] })] },
    options: { endOfData: "close" },
    trades: ["3 close 104 ImmediateEntry -> 3 close 104 end of data"],
  },
];

describe.each([
  { group: "the walk", cases: walk },
  { group: "entry and exit signal on one bar", cases: conflicts },
  { group: "prices and priorities", cases: prices },
  { group: "the end of the data", cases: endOfData },
])("base blueprint: $group", ({ cases }) => {
  it.each(bothWays(cases))("$side: $rule", ({ spec, side }) => {
    const expected = { trades: spec.trades, rejected: spec.rejected ?? 0 };
    expect(simulateCase(spec, side)).toEqual(expected);
    expect(walkCase(spec, side)).toEqual(expected);
  });
});
