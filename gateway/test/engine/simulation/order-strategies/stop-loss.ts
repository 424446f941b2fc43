import { type Candle, enterAt, exitAt, limitEntry, stopEntry, stopLoss, takeProfit } from "../support.ts";
import { row, type Table } from "./matrix.ts";

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
const lowNearer: readonly Candle[] = [
  [100, 102, 99, 101],
  [101, 106, 99, 103],
  [103, 104, 101, 102],
];
const equallyNear: readonly Candle[] = [
  [100, 102, 99, 101],
  [101, 104, 98, 103],
  [103, 104, 101, 102],
];
const on = [1];
const entered = "0 open 100 ImmediateEntry";

export const stopLosses: Table = {
  blueprint: "advanced",
  order: "StopLoss",
  cells: {
    touch: [
      row("the low touches it", bars, { exits: [stopLoss(96)] }, `${entered} -> 1 inside 96 StopLoss`),
      row("the low stays above it", bars, { exits: [stopLoss(95.5)] }, `${entered} -> open`),
      row(
        "the open is at it: filled at the open",
        bars,
        { exits: [stopLoss(101, { on })] },
        `${entered} -> 1 open 101 StopLoss`,
      ),
    ],
    gap: [
      row("the worse open", gapDown, { exits: [stopLoss(97)] }, `${entered} -> 1 open 94 StopLoss gap`),
      row(
        "and the slippage on top of it",
        gapDown,
        { exits: [stopLoss(97)], costs: { slippage: 0.25 } },
        "0 open 100.25 ImmediateEntry -> 1 open 93.75 StopLoss gap",
      ),
    ],
    "entry bar": [
      row("filled at the open: live", bars, { exits: [stopLoss(99)] }, `${entered} -> 0 inside 99 StopLoss`),
      row(
        "after a limit, strictly beyond it: taken",
        bars,
        { entries: [limitEntry(99, { on })], exits: [stopLoss(97)] },
        "1 inside 99 FavorableDelayEntry -> 1 inside 97 StopLoss",
      ),
      row(
        "after a limit, at its price: left and doubted",
        bars,
        { entries: [limitEntry(99, { on })], exits: [stopLoss(99, { on })] },
        "1 inside 99 FavorableDelayEntry -> open ?",
      ),
      row(
        "after a stop entry: left and doubted",
        bars,
        { entries: [stopEntry(104, { on })], exits: [stopLoss(97)] },
        "1 inside 104 AdverseDelayEntry -> open ?",
      ),
      row(
        "after a signal inside: left and doubted",
        bars,
        { entries: [enterAt(100, { on })], exits: [stopLoss(97)] },
        "1 inside 100 ImmediateEntry -> open ?",
      ),
      row(
        "after a signal at the close: the bar is over",
        bars,
        { entries: [enterAt("close", { on })], exits: [stopLoss(97)] },
        "1 close 103 ImmediateEntry -> open",
      ),
      row(
        "no exits on entry bars: left, without a doubt",
        bars,
        { exits: [stopLoss(99, { on: [0] })], options: { entryBarExits: "none" } },
        `${entered} -> open`,
      ),
    ],
    "last bar": [
      row(
        "it may fill",
        bars,
        { exits: [stopLoss(101, { on: [2] })] },
        `${entered} -> 2 inside 101 StopLoss`,
      ),
      row(
        "not reached: the trade stays open",
        bars,
        { exits: [stopLoss(100, { on: [2] })] },
        `${entered} -> open`,
      ),
      row(
        "it fills before the base leaves at the last close",
        bars,
        {
          base: { entries: [enterAt("open", { on: [0] })], exits: [exitAt("close", { on: [2] })] },
          exits: [stopLoss(101.5, { on: [2] })],
        },
        `${entered} -> 2 inside 101.5 StopLoss`,
      ),
    ],
    "null price": [
      row("no order", bars, { exits: [stopLoss(() => undefined)] }, `${entered} -> open`),
      row(
        "no order on its row, the level before it is not kept",
        bars,
        { exits: [stopLoss((at) => (at === 1 ? undefined : 97))] },
        `${entered} -> open`,
      ),
    ],
    "both touched": [
      row(
        "the high is 4 away, the low 5",
        bars,
        { exits: [stopLoss(97, { on }), takeProfit(104, { on })] },
        {
          pessimistic: `${entered} -> 1 inside 97 StopLoss ?`,
          path: `${entered} -> 1 inside 104 TakeProfit ?`,
          optimistic: `${entered} -> 1 inside 104 TakeProfit ?`,
        },
      ),
      row(
        "the high is 5 away, the low 2",
        lowNearer,
        { exits: [stopLoss(99.5, { on }), takeProfit(104, { on })] },
        {
          pessimistic: `${entered} -> 1 inside 99.5 StopLoss ?`,
          path: `${entered} -> 1 inside 99.5 StopLoss ?`,
          optimistic: `${entered} -> 1 inside 104 TakeProfit ?`,
        },
      ),
      row(
        "both are 3 away: the path goes to the stop",
        equallyNear,
        { exits: [stopLoss(99, { on }), takeProfit(103.5, { on })] },
        {
          pessimistic: `${entered} -> 1 inside 99 StopLoss ?`,
          path: `${entered} -> 1 inside 99 StopLoss ?`,
          optimistic: `${entered} -> 1 inside 103.5 TakeProfit ?`,
        },
      ),
      row(
        "the stop at the open leaves nothing to decide",
        bars,
        { exits: [stopLoss(102, { on }), takeProfit(104, { on })] },
        `${entered} -> 1 open 101 StopLoss gap`,
      ),
    ],
  },
};
