import { describe, expect, it } from "vitest";
import { bothWays, type Case, simulateCase, walkCase } from "./case.ts";
import {
  type BlueprintSpec,
  enterAt,
  exitAt,
  limitEntry,
  stopEntry,
  stopLoss,
  takeProfit,
  timeout,
} from "./support.ts";

// Open, high, low, close.
const candles: Case["candles"] = [
  [100, 101, 99, 100],
  [100, 105, 95, 102],
  [102, 103, 101, 102],
];
const on = [1];
const costs = { slippage: 0.25 };
const advanced = (
  entries: NonNullable<BlueprintSpec["entries"]>,
  exits: NonNullable<BlueprintSpec["exits"]> = [],
): Pick<Case, "advanced" | "candles" | "costs"> => ({ candles, costs, advanced: { entries, exits } });

const slippage: Case[] = [
  {
    rule: "a signal entry pays it",
    ...advanced([enterAt("open", { on })]),
    trades: ["1 open 100.25 ImmediateEntry -> open"],
  },
  {
    rule: "a stop entry pays it",
    ...advanced([stopEntry(103, { on })]),
    trades: ["1 inside 103.25 AdverseDelayEntry -> open"],
  },
  {
    rule: "a stop entry filled at the open pays it",
    ...advanced([stopEntry(99, { on })]),
    trades: ["1 open 100.25 AdverseDelayEntry gap -> open"],
  },
  {
    rule: "a limit entry does not",
    ...advanced([limitEntry(97, { on })]),
    trades: ["1 inside 97 FavorableDelayEntry -> open"],
  },
  {
    rule: "a limit entry filled at the open does not",
    ...advanced([limitEntry(101, { on })]),
    trades: ["1 open 100 FavorableDelayEntry gap -> open"],
  },
  {
    rule: "a stop exit pays it",
    ...advanced([enterAt("close", { on: [0] })], [stopLoss(96, { on })]),
    trades: ["0 close 100.25 ImmediateEntry -> 1 inside 95.75 StopLoss"],
  },
  {
    rule: "a target does not",
    ...advanced([enterAt("close", { on: [0] })], [takeProfit(104, { on })]),
    trades: ["0 close 100.25 ImmediateEntry -> 1 inside 104 TakeProfit"],
  },
  {
    rule: "a timeout pays it",
    ...advanced([enterAt("close", { on: [0] })], [timeout("open", { on })]),
    trades: ["0 close 100.25 ImmediateEntry -> 1 open 99.75 TimeoutExit"],
  },
  {
    rule: "base entry and base exit pay it once, and hand it on",
    candles,
    costs,
    base: { entries: [enterAt("open", { on: [0] })], exits: [exitAt("open", { on: [2] })] },
    advanced: {},
    trades: ["0 open 100.25 ImmediateEntry -> 2 open 101.75 ImmediateExit"],
  },
  {
    rule: "the level, not the slipped price, decides what lies beyond a stop entry",
    ...advanced([stopEntry(103, { on })], [takeProfit(103.125, { on })]),
    trades: ["1 inside 103.25 AdverseDelayEntry -> 1 inside 103.125 TakeProfit"],
  },
];

const protectionFirst: Case["options"] = { stopsBeforeSignals: true };
const signalsAndStops = (
  rule: string,
  exits: NonNullable<BlueprintSpec["exits"]>,
  exit: string,
  baseExit: BlueprintSpec["exits"] = [],
): Case => ({
  rule,
  candles,
  base: { entries: [enterAt("open", { on: [0] })], exits: baseExit },
  advanced: { exits },
  options: protectionFirst,
  trades: [`0 open 100 ImmediateEntry -> ${exit}`],
});

const stopsFirst: Case[] = [
  signalsAndStops(
    "a stop inside beats an own signal at the open",
    [exitAt("open", { on }), stopLoss(96, { on })],
    "1 inside 96 StopLoss",
  ),
  signalsAndStops(
    "a target inside beats an own timeout at the open",
    [timeout("open", { on }), takeProfit(104, { on })],
    "1 inside 104 TakeProfit",
  ),
  signalsAndStops(
    "a level out of reach beats nothing",
    [exitAt("open", { on }), stopLoss(94, { on })],
    "1 open 100 ImmediateExit",
  ),
  signalsAndStops(
    "both touched: the policy decides, flagged",
    [exitAt("open", { on }), stopLoss(96, { on }), takeProfit(104, { on })],
    "1 inside 96 StopLoss ?",
  ),
  signalsAndStops(
    "a stop inside beats the base exit at the open",
    [stopLoss(96, { on })],
    "1 inside 96 StopLoss",
    [exitAt("open", { on })],
  ),
  signalsAndStops(
    "a level out of reach leaves the base exit at the open",
    [stopLoss(94, { on })],
    "1 open 100 ImmediateExit",
    [exitAt("open", { on })],
  ),
  signalsAndStops(
    "a stop at the open is taken at the open",
    [stopLoss(101, { on }), takeProfit(104, { on })],
    "1 open 100 StopLoss gap",
    [exitAt("open", { on })],
  ),
  signalsAndStops(
    "a signal inside does not beat the base exit at the open",
    [timeout(101, { on })],
    "1 open 100 ImmediateExit",
    [exitAt("open", { on })],
  ),
];

describe.each([
  { group: "slippage", cases: slippage },
  { group: "stops before signals", cases: stopsFirst },
])("$group", ({ cases }) => {
  it.each(bothWays(cases))("$side: $rule", ({ spec, side }) => {
    expect(simulateCase(spec, side).trades).toEqual(spec.trades);
    expect(walkCase(spec, side).trades).toEqual(spec.trades);
  });
});
