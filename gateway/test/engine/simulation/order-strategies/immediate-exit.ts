import { type Candle, enterAt, exitAt, limitEntry, stopLoss, takeProfit } from "../support.ts";
import { baseRow, none, row, type Table } from "./matrix.ts";

// Open, high, low, close. In at the open of bar 0, unless a row enters on bar 1.
const bars: readonly Candle[] = [
  [100, 102, 99, 101],
  [101, 105, 96, 103],
  [103, 104, 101, 102],
];
const gapDown: readonly Candle[] = [
  [100, 102, 99, 101],
  [94, 96, 92, 95],
  [95, 97, 94, 96],
];
const on = [1];
const entered = "0 open 100 ImmediateEntry";
const stopAndTarget = [stopLoss(97, { on, priority: 2 }), takeProfit(104, { on, priority: 2 })];
const byPolicy = {
  pessimistic: `${entered} -> 1 inside 97 StopLoss ?`,
  path: `${entered} -> 1 inside 104 TakeProfit ?`,
  optimistic: `${entered} -> 1 inside 104 TakeProfit ?`,
};

export const immediateExit: Table = {
  blueprint: "advanced",
  order: "ImmediateExit",
  cells: {
    touch: [
      row(
        "the low is on the bar",
        bars,
        { exits: [exitAt(96, { on })] },
        `${entered} -> 1 inside 96 ImmediateExit`,
      ),
      row(
        "the high is on the bar",
        bars,
        { exits: [exitAt(105, { on })] },
        `${entered} -> 1 inside 105 ImmediateExit`,
      ),
      row("beyond the high is not", bars, { exits: [exitAt(105.5, { on })] }, `${entered} -> open`),
      row(
        "the open, at the open",
        bars,
        { exits: [exitAt("open", { on })] },
        `${entered} -> 1 open 101 ImmediateExit`,
      ),
      row(
        "the close, at the close",
        bars,
        { exits: [exitAt("close", { on })] },
        `${entered} -> 1 close 103 ImmediateExit`,
      ),
    ],
    gap: [
      row("a price jumped over does not fill", gapDown, { exits: [exitAt(98)] }, `${entered} -> open`),
      row(
        "the open after a gap fills and is no gap fill",
        gapDown,
        { exits: [exitAt("open", { on })] },
        `${entered} -> 1 open 94 ImmediateExit`,
      ),
    ],
    "entry bar": [
      row(
        "filled at the open: out at the same open",
        bars,
        { exits: [exitAt("open", { on: [0] })] },
        `${entered} -> 0 open 100 ImmediateExit`,
      ),
      row(
        "after a limit: inside is not surely later",
        bars,
        { entries: [limitEntry(99, { on })], exits: [exitAt(100, { on })] },
        "1 inside 99 FavorableDelayEntry -> open",
      ),
      row(
        "after a limit: the close is",
        bars,
        { entries: [limitEntry(99, { on })], exits: [exitAt("close", { on })] },
        "1 inside 99 FavorableDelayEntry -> 1 close 103 ImmediateExit",
      ),
      row(
        "in at the close: not out at the same close",
        bars,
        { entries: [enterAt("close", { on })], exits: [exitAt("close", { on })] },
        "1 close 103 ImmediateEntry -> open",
      ),
    ],
    "last bar": [
      row(
        "the last close",
        bars,
        { exits: [exitAt("close", { on: [2] })] },
        `${entered} -> 2 close 102 ImmediateExit`,
      ),
      row(
        "a price that is not on it: the end of the data closes",
        bars,
        { exits: [exitAt(110, { on: [2] })], options: { endOfData: "close" } },
        `${entered} -> 2 close 102 end of data`,
      ),
    ],
    "null price": [
      row("no order", bars, { exits: [exitAt(() => undefined)] }, `${entered} -> open`),
      row(
        "the first row with a price counts",
        bars,
        { exits: [exitAt((at) => (at < 2 ? undefined : 103.5))] },
        `${entered} -> 2 inside 103.5 ImmediateExit`,
      ),
    ],
    "both touched": [
      row(
        "at the open it goes before them, and there is no doubt",
        bars,
        { exits: [exitAt("open", { on }), ...stopAndTarget] },
        `${entered} -> 1 open 101 ImmediateExit`,
      ),
      row("inside it goes after them", bars, { exits: [exitAt(102, { on }), ...stopAndTarget] }, byPolicy),
      row(
        "at the close it goes after them",
        bars,
        { exits: [exitAt("close", { on }), ...stopAndTarget] },
        byPolicy,
      ),
      row(
        "with stops before signals they go before the open",
        bars,
        { exits: [exitAt("open", { on }), ...stopAndTarget], options: { stopsBeforeSignals: true } },
        byPolicy,
      ),
    ],
  },
};

const entries = [enterAt("open", { on: [0] })];

export const immediateExitOfBase: Table = {
  blueprint: "base",
  order: "ImmediateExit",
  cells: {
    touch: [
      baseRow(
        "the low is on the bar",
        bars,
        { entries, exits: [exitAt(96, { on })] },
        `${entered} -> 1 inside 96 ImmediateExit`,
      ),
      baseRow(
        "the high is on the bar",
        bars,
        { entries, exits: [exitAt(105, { on })] },
        `${entered} -> 1 inside 105 ImmediateExit`,
      ),
    ],
    gap: [
      baseRow(
        "a price jumped over does not fill",
        gapDown,
        { entries, exits: [exitAt(98)] },
        `${entered} -> open`,
      ),
    ],
    "entry bar": [
      baseRow(
        "one action a bar",
        bars,
        { entries, exits: [exitAt("close", { on: [0] })] },
        `${entered} -> open`,
      ),
      baseRow(
        "without entry_first the exit drops the entry, position or not",
        bars,
        { entries, exits: [exitAt("close", { on: [0] })], entryFirst: false },
        none,
      ),
    ],
    "last bar": [
      baseRow(
        "the last close",
        bars,
        { entries, exits: [exitAt("close", { on: [2] })] },
        `${entered} -> 2 close 102 ImmediateExit`,
      ),
    ],
    "null price": [
      baseRow("no order", bars, { entries, exits: [exitAt(() => undefined)] }, `${entered} -> open`),
    ],
    "both touched": "the base has no stop and no target that one bar could touch",
  },
};
