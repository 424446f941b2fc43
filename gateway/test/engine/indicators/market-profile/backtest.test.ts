import {
  BlueprintBuilder,
  Freq,
  Indicator,
  OrderStrategy,
  StrategyBuilder,
  TradeDirection,
} from "tradepose-client/builder";
import { col } from "tradepose-client/expr";
import { expect, it } from "vitest";
import { runBacktest } from "../../../../src/engine/index.ts";
import { resultOf, rowsOf } from "../../backtest/rows.ts";
import { type BarRow, barsOf } from "../../bars-of.ts";
import { marketOf, seriesOf } from "../../binding/market-of.ts";

const HALF_HOUR = 30 * 60_000;

/** Three mornings of half hours from 09:00. */
const ROWS: readonly BarRow[] = [
  // 100 to 102 five times each: control 100 (the lowest), value area 100 to 102.
  ...Array<BarRow>(5).fill([101, 102, 100, 101]),
  // 99:1 100:1 101:2 102:1 103:3 104:3 105:1 of 12: control 103, value area 101 to 105 (3, 6, 7, 8, 10).
  [105, 105, 105, 105],
  [103, 104, 103, 104],
  [104, 104, 103, 103],
  [99, 104, 99, 104],
  [101, 101, 101, 101],
  [103, 103, 103, 103],
  [104, 104, 104, 104],
  [102, 102, 102, 102],
  [106, 106, 106, 106],
  [107, 107, 107, 107],
];
const bars = barsOf(ROWS);
ROWS.forEach((_, row) => {
  bars.ts[row] =
    Date.parse("2024-01-02T09:00Z") + Math.floor(row / 5) * 48 * HALF_HOUR + (row % 5) * HALF_HOUR;
});

it("a strategy trades the day before's value area, known from the bar after the anchor", () => {
  const strategy = new StrategyBuilder({ name: "auction", baseInstrument: "X", baseFreq: Freq.MIN_30 });
  const profile = strategy.addIndicator(
    Indicator.MarketProfile({
      anchorConfig: { end_rule: { type: "DailyTime", hour: 9, minute: 0 }, lookback_days: 1 },
      tickSize: 1,
    }),
    { freq: Freq.MIN_30 },
  );
  const high = profile.vah.first().over(profile.segmentId);
  const control = profile.poc.first().over(profile.segmentId);
  const open = col("open");
  const base = BlueprintBuilder.base({ name: "base", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "above value",
      conditions: [open.gt(high)],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "below control",
      conditions: [open.lt(control)],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();

  const { trades } = resultOf(
    runBacktest({
      strategies: [strategy.setBaseBlueprint(base).build()],
      market: marketOf(seriesOf("X", "30min", bars)),
      period: { start: "2024-01-01", end: "2024-01-31" },
    }),
  );

  const told = rowsOf(trades).map((row) =>
    ["entry_idx", "entry_price", "exit_idx", "exit_price"].map((name) => row[name]),
  );
  expect(told).toEqual([
    // Row 5 opens above the first day's value area too, but is the bar of the anchor.
    [6, 103, 8, 99],
    // The second day's profile rules from row 11 on.
    [10, 103, 12, 102],
    [13, 106, null, null],
  ]);
});
