import { breakeven, type Candle, limitEntry, takeProfit } from "../support.ts";
import { row, type Table } from "./matrix.ts";

// Open, high, low, close. In at the open of bar 0, unless a row enters on bar 1.
const bars: readonly Candle[] = [
  [100, 102, 99, 101],
  [101, 105, 98, 104],
  [104, 106, 101, 103],
  [103, 104, 99, 100],
];
const gapDown: readonly Candle[] = [
  [100, 103, 99, 102],
  [98, 99, 96, 97],
  [97, 98, 95, 96],
];
const highNearer: readonly Candle[] = [
  [100, 102, 99, 101],
  [101, 103, 96, 102],
  [102, 103, 101, 102],
];
const on = [1];
const entered = "0 open 100 ImmediateEntry";

/** Armed once price has been `gain` above the entry price, on a bar gone by; then a stop `lock` above it. */
const once = (gain: number, lock: number) =>
  breakeven((at, { own }) => own.entryPrice[at]! + lock, {
    on: (at, { own }) => own.highestSinceEntry[at]! >= own.entryPrice[at]! + gain,
  });

export const breakevens: Table = {
  blueprint: "advanced",
  order: "Breakeven",
  cells: {
    touch: [
      row("armed by bar 0 at 102", bars, { exits: [once(2, 0.5)] }, `${entered} -> 1 inside 100.5 Breakeven`),
      row(
        "armed by bar 1 at 105, the low touches 101",
        bars,
        { exits: [once(5, 1)] },
        `${entered} -> 2 inside 101 Breakeven`,
      ),
      row("107 is never seen: not armed", bars, { exits: [once(7, 1)] }, `${entered} -> open`),
      row(
        "no longer armed, no longer an order",
        bars,
        { exits: [breakeven(100, { on: [2] })] },
        `${entered} -> open`,
      ),
      row(
        "the open is at it: filled at the open",
        bars,
        { exits: [once(2, 1)] },
        `${entered} -> 1 open 101 Breakeven`,
      ),
    ],
    gap: [
      row("the worse open", gapDown, { exits: [once(2, 0.5)] }, `${entered} -> 1 open 98 Breakeven gap`),
      row(
        "and the slippage on top of it",
        gapDown,
        { exits: [once(2, 0.5)], costs: { slippage: 0.25 } },
        "0 open 100.25 ImmediateEntry -> 1 open 97.75 Breakeven gap",
      ),
    ],
    "entry bar": [
      row(
        "the entry bar's own high arms it for the next bar",
        bars,
        { exits: [once(1, 0.5)] },
        `${entered} -> 1 inside 100.5 Breakeven`,
      ),
      row(
        "filled at the open: live",
        bars,
        { exits: [breakeven(99)] },
        `${entered} -> 0 inside 99 Breakeven`,
      ),
      row(
        "after a limit, strictly beyond it: taken",
        bars,
        { entries: [limitEntry(100, { on })], exits: [breakeven(99)] },
        "1 inside 100 FavorableDelayEntry -> 1 inside 99 Breakeven",
      ),
      row(
        "after a limit, above its price: left and doubted",
        bars,
        { entries: [limitEntry(99, { on })], exits: [breakeven(100, { on })] },
        "1 inside 99 FavorableDelayEntry -> open ?",
      ),
    ],
    "last bar": [
      row("armed by bar 2 at 106", bars, { exits: [once(6, 1)] }, `${entered} -> 3 inside 101 Breakeven`),
      row("armed and not reached", bars, { exits: [once(6, -2)] }, `${entered} -> open`),
    ],
    "null price": [
      row("no order", bars, { exits: [breakeven(() => undefined)] }, `${entered} -> open`),
      row(
        "the first row with a price counts",
        bars,
        { exits: [breakeven((at) => (at < 3 ? undefined : 101))] },
        `${entered} -> 3 inside 101 Breakeven`,
      ),
    ],
    "both touched": [
      row(
        "the high is 4 away, the low 3",
        bars,
        { exits: [once(2, 0.5), takeProfit(104, { on })] },
        {
          pessimistic: `${entered} -> 1 inside 100.5 Breakeven ?`,
          path: `${entered} -> 1 inside 100.5 Breakeven ?`,
          optimistic: `${entered} -> 1 inside 104 TakeProfit ?`,
        },
      ),
      row(
        "the high is 2 away, the low 5",
        highNearer,
        { exits: [once(2, 0.5), takeProfit(102.5, { on })] },
        {
          pessimistic: `${entered} -> 1 inside 100.5 Breakeven ?`,
          path: `${entered} -> 1 inside 102.5 TakeProfit ?`,
          optimistic: `${entered} -> 1 inside 102.5 TakeProfit ?`,
        },
      ),
    ],
  },
};
