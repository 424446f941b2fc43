import { type Candle, limitEntry, type OrderSpec, stopLoss, takeProfit, timeout } from "../support.ts";
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
  [95, 99, 94, 98],
];
const on = [1];
const entered = "0 open 100 ImmediateEntry";
const stopAndTarget = [stopLoss(97, { on, priority: 2 }), takeProfit(104, { on, priority: 2 })];
const byPolicy = {
  pessimistic: `${entered} -> 1 inside 97 StopLoss ?`,
  path: `${entered} -> 1 inside 104 TakeProfit ?`,
  optimistic: `${entered} -> 1 inside 104 TakeProfit ?`,
};

/** Fires from the bar on that is so many bars after the entry bar. */
const after = (count: number, price: OrderSpec["price"]) =>
  timeout(price, { on: (at, { own }) => own.barsSinceEntry[at]! >= count });

export const timeoutExit: Table = {
  blueprint: "advanced",
  order: "TimeoutExit",
  cells: {
    touch: [
      row("the low is on the bar", bars, { exits: [after(1, 96)] }, `${entered} -> 1 inside 96 TimeoutExit`),
      row(
        "the high is on the bar",
        bars,
        { exits: [after(1, 105)] },
        `${entered} -> 1 inside 105 TimeoutExit`,
      ),
      row(
        "the open, at the open",
        bars,
        { exits: [after(1, "open")] },
        `${entered} -> 1 open 101 TimeoutExit`,
      ),
      row(
        "the close, at the close",
        bars,
        { exits: [after(1, "close")] },
        `${entered} -> 1 close 103 TimeoutExit`,
      ),
    ],
    gap: [
      row(
        "a price jumped over does not fill until a bar comes back to it",
        gapDown,
        { exits: [after(1, 98)] },
        `${entered} -> 2 inside 98 TimeoutExit`,
      ),
      row(
        "the open after a gap fills and is no gap fill",
        gapDown,
        { exits: [after(1, "open")] },
        `${entered} -> 1 open 94 TimeoutExit`,
      ),
    ],
    "entry bar": [
      row(
        "it counts as 0 bars",
        bars,
        { exits: [after(0, "close")] },
        `${entered} -> 0 close 101 TimeoutExit`,
      ),
      row(
        "after a limit: inside is not surely later",
        bars,
        { entries: [limitEntry(99, { on })], exits: [after(0, 100)] },
        "1 inside 99 FavorableDelayEntry -> open",
      ),
      row(
        "after a limit: the count begins there",
        bars,
        { entries: [limitEntry(99, { on })], exits: [after(1, "open")] },
        "1 inside 99 FavorableDelayEntry -> 2 open 103 TimeoutExit",
      ),
    ],
    "last bar": [
      row("time is up", bars, { exits: [after(2, "open")] }, `${entered} -> 2 open 103 TimeoutExit`),
      row("one bar too early", bars, { exits: [after(3, "open")] }, `${entered} -> open`),
    ],
    "null price": [
      row("no order", bars, { exits: [timeout(() => undefined)] }, `${entered} -> open`),
      row(
        "the first row with a price counts",
        bars,
        { exits: [after(1, (at) => (at === 1 ? undefined : 102))] },
        `${entered} -> 2 inside 102 TimeoutExit`,
      ),
    ],
    "both touched": [
      row(
        "at the open it goes before them, and there is no doubt",
        bars,
        { exits: [after(1, "open"), ...stopAndTarget] },
        `${entered} -> 1 open 101 TimeoutExit`,
      ),
      row("inside it goes after them", bars, { exits: [after(1, 102), ...stopAndTarget] }, byPolicy),
      row(
        "at the close it goes after them",
        bars,
        { exits: [after(1, "close"), ...stopAndTarget] },
        byPolicy,
      ),
      row(
        "with stops before signals they go before the open",
        bars,
        { exits: [after(1, "open"), ...stopAndTarget], options: { stopsBeforeSignals: true } },
        byPolicy,
      ),
    ],
  },
};
