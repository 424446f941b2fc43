import { type Candle, enterAt, exitAt, stopLoss, takeProfit } from "../support.ts";
import { baseRow, none, row, type Table } from "./matrix.ts";

// Open, high, low, close.
const bars: readonly Candle[] = [
  [100, 102, 98, 101],
  [101, 104, 97, 103],
  [103, 106, 100, 105],
  [105, 107, 103, 104],
];
const gapUp: readonly Candle[] = [
  [100, 101, 99, 100],
  [106, 108, 105, 107],
  [107, 109, 106, 108],
];
const on = [1];

export const immediateEntry: Table = {
  blueprint: "advanced",
  order: "ImmediateEntry",
  cells: {
    touch: [
      row(
        "the low is on the bar",
        bars,
        { entries: [enterAt(97, { on })] },
        "1 inside 97 ImmediateEntry -> open",
      ),
      row(
        "the high is on the bar",
        bars,
        { entries: [enterAt(104, { on })] },
        "1 inside 104 ImmediateEntry -> open",
      ),
      row("beyond the low is not", bars, { entries: [enterAt(96.5, { on })], rejected: 1 }, none),
      row(
        "the open, at the open",
        bars,
        { entries: [enterAt("open", { on })] },
        "1 open 101 ImmediateEntry -> open",
      ),
      row(
        "the close, at the close",
        bars,
        { entries: [enterAt("close", { on })] },
        "1 close 103 ImmediateEntry -> open",
      ),
    ],
    gap: [
      row("a price jumped over does not fill", gapUp, { entries: [enterAt(102, { on })], rejected: 1 }, none),
      row(
        "the open after a gap fills and is no gap fill",
        gapUp,
        { entries: [enterAt("open", { on })] },
        "1 open 106 ImmediateEntry -> open",
      ),
    ],
    "entry bar": [
      row(
        "the base in at the open: the same open is in time",
        bars,
        { entries: [enterAt("open", { on: [0] })] },
        "0 open 100 ImmediateEntry -> open",
      ),
      row(
        "the base in inside: the close is in time",
        bars,
        { base: { entries: [enterAt(99, { on: [0] })] }, entries: [enterAt("close", { on: [0] })] },
        "0 close 101 ImmediateEntry -> open",
      ),
      row(
        "the base in at the close: inside was too early, and nothing is rejected",
        bars,
        { base: { entries: [enterAt("close", { on: [0] })] }, entries: [enterAt(99, { on: [0] })] },
        none,
      ),
      row(
        "filled at the open: a stop works from there on",
        bars,
        { entries: [enterAt("open", { on })], exits: [stopLoss(98)] },
        "1 open 101 ImmediateEntry -> 1 inside 98 StopLoss",
      ),
      row(
        "filled inside: a touched stop is left and doubted",
        bars,
        { entries: [enterAt(100, { on })], exits: [stopLoss(98)] },
        "1 inside 100 ImmediateEntry -> open ?",
      ),
    ],
    "last bar": [
      row(
        "the last close",
        bars,
        { entries: [enterAt("close", { on: [3] })] },
        "3 close 104 ImmediateEntry -> open",
      ),
      row(
        "the last close, in and out when the data ends",
        bars,
        { entries: [enterAt("close", { on: [3] })], options: { endOfData: "close" } },
        "3 close 104 ImmediateEntry -> 3 close 104 end of data",
      ),
    ],
    "null price": [
      row("no order and no rejection", bars, { entries: [enterAt(() => undefined)] }, none),
      row(
        "the first row with a price counts",
        bars,
        { entries: [enterAt((at) => (at < 2 ? undefined : 101))] },
        "2 inside 101 ImmediateEntry -> open",
      ),
    ],
    "both touched": [
      row(
        "filled at the open: the policy decides (the high is 3 away, the low 4)",
        bars,
        { entries: [enterAt("open", { on })], exits: [stopLoss(98, { on }), takeProfit(103.5, { on })] },
        {
          pessimistic: "1 open 101 ImmediateEntry -> 1 inside 98 StopLoss ?",
          path: "1 open 101 ImmediateEntry -> 1 inside 103.5 TakeProfit ?",
          optimistic: "1 open 101 ImmediateEntry -> 1 inside 103.5 TakeProfit ?",
        },
      ),
      row(
        "filled inside: neither",
        bars,
        { entries: [enterAt(100, { on })], exits: [stopLoss(98, { on }), takeProfit(103.5, { on })] },
        "1 inside 100 ImmediateEntry -> open ?",
      ),
      row(
        "filled at the close: the bar is over, and there is no doubt",
        bars,
        { entries: [enterAt("close", { on })], exits: [stopLoss(98, { on }), takeProfit(103.5, { on })] },
        "1 close 103 ImmediateEntry -> open",
      ),
    ],
  },
};

export const immediateEntryOfBase: Table = {
  blueprint: "base",
  order: "ImmediateEntry",
  cells: {
    touch: [
      baseRow(
        "the low is on the bar",
        bars,
        { entries: [enterAt(97, { on })] },
        "1 inside 97 ImmediateEntry -> open",
      ),
      baseRow(
        "the high is on the bar",
        bars,
        { entries: [enterAt(104, { on })] },
        "1 inside 104 ImmediateEntry -> open",
      ),
    ],
    gap: [
      baseRow(
        "a price jumped over does not fill",
        gapUp,
        { entries: [enterAt(102, { on })], rejected: 1 },
        none,
      ),
    ],
    "entry bar": [
      baseRow(
        "one action a bar: the exit waits for the next one that says so",
        bars,
        { entries: [enterAt("open", { on: [0] })], exits: [exitAt("close", { on: [0, 2] })] },
        "0 open 100 ImmediateEntry -> 2 close 105 ImmediateExit",
      ),
    ],
    "last bar": [
      baseRow(
        "the last close",
        bars,
        { entries: [enterAt("close", { on: [3] })] },
        "3 close 104 ImmediateEntry -> open",
      ),
      baseRow(
        "the last close, in and out when the data ends",
        bars,
        { entries: [enterAt("close", { on: [3] })], options: { endOfData: "close" } },
        "3 close 104 ImmediateEntry -> 3 close 104 end of data",
      ),
    ],
    "null price": [baseRow("no order and no rejection", bars, { entries: [enterAt(() => undefined)] }, none)],
    "both touched": "the base has no stop and no target that one bar could touch",
  },
};
