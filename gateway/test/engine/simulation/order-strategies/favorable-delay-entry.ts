import { type Candle, enterAt, limitEntry, stopLoss, takeProfit } from "../support.ts";
import { none, row, type Table } from "./matrix.ts";

// Open, high, low, close.
const bars: readonly Candle[] = [
  [100, 102, 98, 101],
  [101, 104, 97, 103],
  [103, 106, 100, 105],
  [105, 107, 103, 104],
];
const gapDown: readonly Candle[] = [
  [100, 101, 99, 100],
  [95, 97, 93, 96],
  [96, 98, 95, 97],
];
const on = [1];

export const favorableDelayEntry: Table = {
  blueprint: "advanced",
  order: "FavorableDelayEntry",
  cells: {
    touch: [
      row(
        "the low touches it",
        bars,
        { entries: [limitEntry(97, { on })] },
        "1 inside 97 FavorableDelayEntry -> open",
      ),
      row("the low stays above it", bars, { entries: [limitEntry(96.5, { on })] }, none),
      row(
        "the open is at it: filled at the open",
        bars,
        { entries: [limitEntry(101, { on })] },
        "1 open 101 FavorableDelayEntry -> open",
      ),
      row(
        "of two the higher, whatever their priorities",
        bars,
        { entries: [limitEntry(98, { on, priority: 1 }), limitEntry(99, { on, priority: 2 })] },
        "1 inside 99 FavorableDelayEntry -> open",
      ),
    ],
    gap: [
      row(
        "the better open, although the whole bar lies below the level",
        gapDown,
        { entries: [limitEntry(98, { on })] },
        "1 open 95 FavorableDelayEntry gap -> open",
      ),
      row(
        "a limit pays no slippage",
        gapDown,
        { entries: [limitEntry(98, { on })], costs: { slippage: 0.25 } },
        "1 open 95 FavorableDelayEntry gap -> open",
      ),
    ],
    "entry bar": [
      row(
        "the base in at the open: live on that bar",
        bars,
        { entries: [limitEntry(98)] },
        "0 inside 98 FavorableDelayEntry -> open",
      ),
      row(
        "the base in inside: live from the next bar on",
        bars,
        { base: { entries: [enterAt(99, { on: [0] })] }, entries: [limitEntry(98)] },
        "1 inside 98 FavorableDelayEntry -> open",
      ),
      row(
        "the base in at the close: live from the next bar on",
        bars,
        { base: { entries: [enterAt("close", { on: [0] })] }, entries: [limitEntry(98)] },
        "1 inside 98 FavorableDelayEntry -> open",
      ),
      row(
        "a stop beyond it is reached through it",
        bars,
        { entries: [limitEntry(99, { on })], exits: [stopLoss(98)] },
        "1 inside 99 FavorableDelayEntry -> 1 inside 98 StopLoss",
      ),
      row(
        "a target may have come before it",
        bars,
        { entries: [limitEntry(99, { on })], exits: [takeProfit(103.5, { on })] },
        "1 inside 99 FavorableDelayEntry -> open ?",
      ),
      row(
        "filled at the open: the target comes after it",
        bars,
        { entries: [limitEntry(101, { on })], exits: [takeProfit(103.5, { on })] },
        "1 open 101 FavorableDelayEntry -> 1 inside 103.5 TakeProfit",
      ),
    ],
    "last bar": [
      row(
        "it may fill",
        bars,
        { entries: [limitEntry(103, { on: [3] })] },
        "3 inside 103 FavorableDelayEntry -> open",
      ),
      row("not reached: pending, no trade", bars, { entries: [limitEntry(102, { on: [3] })] }, none),
      row(
        "filled and out when the data ends",
        bars,
        { entries: [limitEntry(103, { on: [3] })], options: { endOfData: "close" } },
        "3 inside 103 FavorableDelayEntry -> 3 close 104 end of data",
      ),
    ],
    "null price": [
      row("no order", bars, { entries: [limitEntry(() => undefined)] }, none),
      row(
        "no order on its row, the level before it is not kept",
        bars,
        { entries: [limitEntry((at) => (at === 1 ? undefined : 97))] },
        none,
      ),
    ],
    "both touched": [
      row(
        "filled inside: the stop, it must come later",
        bars,
        { entries: [limitEntry(99, { on })], exits: [stopLoss(98, { on }), takeProfit(103.5, { on })] },
        "1 inside 99 FavorableDelayEntry -> 1 inside 98 StopLoss ?",
      ),
      row(
        "filled at the open: the policy decides (the high is 3 away, the low 4)",
        bars,
        { entries: [limitEntry(101, { on })], exits: [stopLoss(98, { on }), takeProfit(103.5, { on })] },
        {
          pessimistic: "1 open 101 FavorableDelayEntry -> 1 inside 98 StopLoss ?",
          path: "1 open 101 FavorableDelayEntry -> 1 inside 103.5 TakeProfit ?",
          optimistic: "1 open 101 FavorableDelayEntry -> 1 inside 103.5 TakeProfit ?",
        },
      ),
    ],
  },
};
