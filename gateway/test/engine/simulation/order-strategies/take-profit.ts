import {
  type Candle,
  enterAt,
  exitAt,
  limitEntry,
  stopEntry,
  stopLoss,
  takeProfit,
  trailingStop,
} from "../support.ts";
import { row, type Table } from "./matrix.ts";

// Open, high, low, close. In at the open of bar 0, unless a row enters on bar 1.
const bars: readonly Candle[] = [
  [100, 102, 99, 101],
  [101, 105, 96, 103],
  [103, 104, 101, 102],
];
const gapUp: readonly Candle[] = [
  [100, 102, 99, 101],
  [106, 108, 105, 107],
  [107, 108, 106, 107],
];
const on = [1];
const entered = "0 open 100 ImmediateEntry";

export const takeProfits: Table = {
  blueprint: "advanced",
  order: "TakeProfit",
  cells: {
    touch: [
      row("the high touches it", bars, { exits: [takeProfit(105)] }, `${entered} -> 1 inside 105 TakeProfit`),
      row("the high stays below it", bars, { exits: [takeProfit(105.5)] }, `${entered} -> open`),
      row(
        "the open is at it: filled at the open",
        bars,
        { exits: [takeProfit(101, { on })] },
        `${entered} -> 1 open 101 TakeProfit`,
      ),
      row(
        "of two the nearer, whatever their priorities",
        bars,
        { exits: [takeProfit(104, { on, priority: 1 }), takeProfit(103, { on, priority: 2 })] },
        `${entered} -> 1 inside 103 TakeProfit`,
      ),
    ],
    gap: [
      row("the better open", gapUp, { exits: [takeProfit(104)] }, `${entered} -> 1 open 106 TakeProfit gap`),
      row(
        "a target pays no slippage, the entry does",
        gapUp,
        { exits: [takeProfit(104)], costs: { slippage: 0.25 } },
        "0 open 100.25 ImmediateEntry -> 1 open 106 TakeProfit gap",
      ),
    ],
    "entry bar": [
      row(
        "filled at the open: live",
        bars,
        { exits: [takeProfit(102)] },
        `${entered} -> 0 inside 102 TakeProfit`,
      ),
      row(
        "after a stop entry, strictly beyond it: taken",
        bars,
        { entries: [stopEntry(103, { on })], exits: [takeProfit(104.5)] },
        "1 inside 103 AdverseDelayEntry -> 1 inside 104.5 TakeProfit",
      ),
      row(
        "after a stop entry, at its price: left and doubted",
        bars,
        { entries: [stopEntry(103, { on })], exits: [takeProfit(103, { on })] },
        "1 inside 103 AdverseDelayEntry -> open ?",
      ),
      row(
        "after a limit: left and doubted, and taken on the next bar",
        bars,
        { entries: [limitEntry(99, { on })], exits: [takeProfit(104)] },
        "1 inside 99 FavorableDelayEntry -> 2 inside 104 TakeProfit ?",
      ),
      row(
        "after a signal inside: left and doubted",
        bars,
        { entries: [enterAt(100, { on })], exits: [takeProfit(104, { on })] },
        "1 inside 100 ImmediateEntry -> open ?",
      ),
      row(
        "no exits on entry bars: left, without a doubt",
        bars,
        { exits: [takeProfit(102, { on: [0] })], options: { entryBarExits: "none" } },
        `${entered} -> open`,
      ),
    ],
    "last bar": [
      row(
        "it may fill",
        bars,
        { exits: [takeProfit(104, { on: [2] })] },
        `${entered} -> 2 inside 104 TakeProfit`,
      ),
      row(
        "the base leaves at the last open: too late",
        bars,
        {
          base: { entries: [enterAt("open", { on: [0] })], exits: [exitAt("open", { on: [2] })] },
          exits: [takeProfit(104, { on: [2] })],
        },
        `${entered} -> 2 open 103 ImmediateExit`,
      ),
    ],
    "null price": [
      row("no order", bars, { exits: [takeProfit(() => undefined)] }, `${entered} -> open`),
      row(
        "no order on its row, the level of the next counts",
        bars,
        { exits: [takeProfit((at) => (at === 1 ? undefined : 104))] },
        `${entered} -> 2 inside 104 TakeProfit`,
      ),
    ],
    "both touched": [
      row(
        "a better priority does not make it first (the high is 4 away, the low 5)",
        bars,
        { exits: [takeProfit(104, { on, priority: 1 }), stopLoss(97, { on, priority: 2 })] },
        {
          pessimistic: `${entered} -> 1 inside 97 StopLoss ?`,
          path: `${entered} -> 1 inside 104 TakeProfit ?`,
          optimistic: `${entered} -> 1 inside 104 TakeProfit ?`,
        },
      ),
      row(
        "two targets and two stops: the nearest of the side that is taken",
        bars,
        {
          exits: [
            takeProfit(104.5, { on }),
            takeProfit(103.5, { on }),
            stopLoss(97, { on }),
            trailingStop(98, { on }),
          ],
        },
        {
          pessimistic: `${entered} -> 1 inside 98 TrailingStop ?`,
          path: `${entered} -> 1 inside 103.5 TakeProfit ?`,
          optimistic: `${entered} -> 1 inside 103.5 TakeProfit ?`,
        },
      ),
      row(
        "the target at the open leaves nothing to decide",
        bars,
        { exits: [takeProfit(100.5, { on }), stopLoss(97, { on })] },
        `${entered} -> 1 open 101 TakeProfit gap`,
      ),
    ],
  },
};
