import { type Candle, limitEntry, takeProfit, trailingStop } from "../support.ts";
import { row, type Table } from "./matrix.ts";

// Open, high, low, close. In at the open of bar 0, unless a row enters on bar 1.
const bars: readonly Candle[] = [
  [100, 102, 99, 101],
  [101, 105, 98, 104],
  [104, 106, 101, 103],
  [103, 104, 99, 100],
];
const gapDown: readonly Candle[] = [
  [100, 102, 99, 101],
  [101, 108, 100, 107],
  [98, 99, 96, 97],
];
const highNearer: readonly Candle[] = [
  [100, 102, 99, 101],
  [101, 103, 96, 102],
  [102, 103, 101, 102],
];
const on = [1];
const entered = "0 open 100 ImmediateEntry";

/** A distance below the highest price since entry, this bar's own high not among them. */
const trail = (distance: number) => trailingStop((at, { own }) => own.highestSinceEntry[at]! - distance);

export const trailingStops: Table = {
  blueprint: "advanced",
  order: "TrailingStop",
  cells: {
    touch: [
      row("the low touches 102 - 4", bars, { exits: [trail(4)] }, `${entered} -> 1 inside 98 TrailingStop`),
      row(
        "it follows the highs of bars gone by: 105 - 4 on bar 2",
        bars,
        { exits: [trailingStop((at, { own }) => own.highestSinceEntry[at]! - 4, { on: [2] })] },
        `${entered} -> 2 inside 101 TrailingStop`,
      ),
      row("106 - 8 is never reached", bars, { exits: [trail(8)] }, `${entered} -> open`),
      row(
        "the open is at it: filled at the open",
        bars,
        { exits: [trailingStop((at, { own }) => own.highestSinceEntry[at]! - 1, { on })] },
        `${entered} -> 1 open 101 TrailingStop`,
      ),
    ],
    gap: [
      row(
        "108 - 5 is jumped over",
        gapDown,
        { exits: [trail(5)] },
        `${entered} -> 2 open 98 TrailingStop gap`,
      ),
      row(
        "and the slippage on top of it",
        gapDown,
        { exits: [trail(5)], costs: { slippage: 0.25 } },
        "0 open 100.25 ImmediateEntry -> 2 open 97.75 TrailingStop gap",
      ),
    ],
    "entry bar": [
      row(
        "filled at the open: a distance from the entry price",
        bars,
        { exits: [trail(1)] },
        `${entered} -> 0 inside 99 TrailingStop`,
      ),
      row(
        "after a limit: below its price, so it comes later",
        bars,
        { entries: [limitEntry(99.5, { on })], exits: [trail(1)] },
        "1 inside 99.5 FavorableDelayEntry -> 1 inside 98.5 TrailingStop",
      ),
      row(
        "after a fill inside only the close of that bar is trailed: 104 - 2",
        bars,
        { entries: [limitEntry(98.5, { on })], exits: [trail(2)] },
        "1 inside 98.5 FavorableDelayEntry -> 2 inside 102 TrailingStop",
      ),
      row(
        "no exits on entry bars: that bar is not trailed at all, 106 - 2 on bar 3",
        bars,
        { entries: [limitEntry(98.5, { on })], exits: [trail(2)], options: { entryBarExits: "none" } },
        "1 inside 98.5 FavorableDelayEntry -> 3 open 103 TrailingStop gap",
      ),
    ],
    "last bar": [
      row("106 - 5 is reached", bars, { exits: [trail(5)] }, `${entered} -> 3 inside 101 TrailingStop`),
      row(
        "not reached: out at the close when the data ends",
        bars,
        { exits: [trail(8)], options: { endOfData: "close" } },
        `${entered} -> 3 close 100 end of data`,
      ),
    ],
    "null price": [
      row("no order", bars, { exits: [trailingStop(() => undefined)] }, `${entered} -> open`),
      row(
        "no order on its row, the level of the next counts",
        bars,
        { exits: [trailingStop((at, { own }) => (at === 1 ? undefined : own.highestSinceEntry[at]! - 4))] },
        `${entered} -> 2 inside 101 TrailingStop`,
      ),
    ],
    "both touched": [
      row(
        "the high is 4 away, the low 3",
        bars,
        { exits: [trail(4), takeProfit(104, { on })] },
        {
          pessimistic: `${entered} -> 1 inside 98 TrailingStop ?`,
          path: `${entered} -> 1 inside 98 TrailingStop ?`,
          optimistic: `${entered} -> 1 inside 104 TakeProfit ?`,
        },
      ),
      row(
        "the high is 2 away, the low 5",
        highNearer,
        { exits: [trail(4), takeProfit(102.5, { on })] },
        {
          pessimistic: `${entered} -> 1 inside 98 TrailingStop ?`,
          path: `${entered} -> 1 inside 102.5 TakeProfit ?`,
          optimistic: `${entered} -> 1 inside 102.5 TakeProfit ?`,
        },
      ),
    ],
  },
};
