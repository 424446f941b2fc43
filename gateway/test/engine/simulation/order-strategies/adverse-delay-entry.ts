import { type Candle, enterAt, exitAt, stopEntry, stopLoss, takeProfit } from "../support.ts";
import { none, row, type Table } from "./matrix.ts";

// Open, high, low, close.
const bars: readonly Candle[] = [
  [100, 102, 98, 101],
  [101, 104, 97, 103],
  [103, 106, 100, 105],
  [105, 107, 103, 104],
];
const gapUp: readonly Candle[] = [
  [100, 101, 99, 100],
  [105, 107, 103, 106],
  [106, 108, 105, 107],
];
const on = [1];

export const adverseDelayEntry: Table = {
  blueprint: "advanced",
  order: "AdverseDelayEntry",
  cells: {
    touch: [
      row(
        "the high touches it",
        bars,
        { entries: [stopEntry(104, { on })] },
        "1 inside 104 AdverseDelayEntry -> open",
      ),
      row("the high stays below it", bars, { entries: [stopEntry(104.5, { on })] }, none),
      row(
        "the open is at it: filled at the open",
        bars,
        { entries: [stopEntry(101, { on })] },
        "1 open 101 AdverseDelayEntry -> open",
      ),
      row(
        "of two the lower, whatever their priorities",
        bars,
        { entries: [stopEntry(103, { on, priority: 1 }), stopEntry(102, { on, priority: 2 })] },
        "1 inside 102 AdverseDelayEntry -> open",
      ),
    ],
    gap: [
      row(
        "the worse open",
        gapUp,
        { entries: [stopEntry(102, { on })] },
        "1 open 105 AdverseDelayEntry gap -> open",
      ),
      row(
        "and the slippage on top of it",
        gapUp,
        { entries: [stopEntry(102, { on })], costs: { slippage: 0.25 } },
        "1 open 105.25 AdverseDelayEntry gap -> open",
      ),
    ],
    "entry bar": [
      row(
        "the base in at the open: live on that bar",
        bars,
        { entries: [stopEntry(102)] },
        "0 inside 102 AdverseDelayEntry -> open",
      ),
      row(
        "the base in inside: live from the next bar on",
        bars,
        { base: { entries: [enterAt(99, { on: [0] })] }, entries: [stopEntry(102)] },
        "1 inside 102 AdverseDelayEntry -> open",
      ),
      row(
        "the base in at the close: live from the next bar on",
        bars,
        { base: { entries: [enterAt("close", { on: [0] })] }, entries: [stopEntry(102)] },
        "1 inside 102 AdverseDelayEntry -> open",
      ),
      row(
        "a target beyond it is reached through it",
        bars,
        { entries: [stopEntry(102, { on })], exits: [takeProfit(103.5)] },
        "1 inside 102 AdverseDelayEntry -> 1 inside 103.5 TakeProfit",
      ),
      row(
        "a stop may have been touched before it",
        bars,
        { entries: [stopEntry(102, { on })], exits: [stopLoss(98, { on })] },
        "1 inside 102 AdverseDelayEntry -> open ?",
      ),
      row(
        "filled at the open: the stop comes after it",
        bars,
        { entries: [stopEntry(101, { on })], exits: [stopLoss(98, { on })] },
        "1 open 101 AdverseDelayEntry -> 1 inside 98 StopLoss",
      ),
    ],
    "last bar": [
      row(
        "it may fill",
        bars,
        { entries: [stopEntry(107, { on: [3] })] },
        "3 inside 107 AdverseDelayEntry -> open",
      ),
      row("not reached: pending, no trade", bars, { entries: [stopEntry(108, { on: [3] })] }, none),
      row(
        "it may fill on the bar at whose close the base leaves",
        bars,
        {
          base: { entries: [enterAt("open", { on: [0] })], exits: [exitAt("close", { on: [3] })] },
          entries: [stopEntry(107, { on: [3] })],
        },
        "3 inside 107 AdverseDelayEntry -> 3 close 104 ImmediateExit",
      ),
    ],
    "null price": [
      row("no order", bars, { entries: [stopEntry(() => undefined)] }, none),
      row(
        "no order on its row, the level of the next counts",
        bars,
        { entries: [stopEntry((at) => (at === 1 ? undefined : 104))] },
        "2 inside 104 AdverseDelayEntry -> open",
      ),
    ],
    "both touched": [
      row(
        "filled inside: neither, the stop may have come before or after",
        bars,
        { entries: [stopEntry(102, { on })], exits: [stopLoss(98, { on }), takeProfit(103.5, { on })] },
        "1 inside 102 AdverseDelayEntry -> open ?",
      ),
      row(
        "filled at the open: the policy decides (the high is 3 away, the low 4)",
        bars,
        { entries: [stopEntry(101, { on })], exits: [stopLoss(98, { on }), takeProfit(103.5, { on })] },
        {
          pessimistic: "1 open 101 AdverseDelayEntry -> 1 inside 98 StopLoss ?",
          path: "1 open 101 AdverseDelayEntry -> 1 inside 103.5 TakeProfit ?",
          optimistic: "1 open 101 AdverseDelayEntry -> 1 inside 103.5 TakeProfit ?",
        },
      ),
    ],
  },
};
