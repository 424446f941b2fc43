/** Bars with stages and bars on demand, from the gateway's engine through the client into Polars. */

import pl, { type DataFrame } from "nodejs-polars";
import {
  BlueprintBuilder,
  col,
  Freq,
  Indicator,
  MarketProfileAnchor,
  OrderStrategy,
  StrategyBuilder,
  TradeDirection,
  TradePoseClient,
  TradingContext,
} from "tradepose-client";
import { type Gateway, startGateway } from "tradepose-gateway";
import { afterAll, beforeAll, expect, it } from "vitest";
import { sp500Bars, sp500File, suiteFolder } from "./support.ts";

const suite = suiteFolder();
let gateway: Gateway;
let client: TradePoseClient;

beforeAll(async () => {
  gateway = await startGateway({ dataDir: suite.path });
  await gateway.importBars({ instrument: "SP500", freq: Freq.DAY_1, file: sp500File });
  client = new TradePoseClient({ serverUrl: gateway.url, apiKey: gateway.apiKey });
}, 60_000);
afterAll(async () => {
  await client.close();
  await gateway.close();
});

const year = { start_date: "2008-01-01", end_date: "2008-12-31" };

function dipBuyer() {
  const strategy = new StrategyBuilder({ name: "dips", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const place = { freq: Freq.DAY_1 };
  const mean = strategy.addIndicator(Indicator.SMA({ period: 20 }), place);
  const bands = strategy.addIndicator(Indicator.BollingerBands({ period: 20 }), place);
  const open = col("open");
  const base = BlueprintBuilder.base({ name: "above", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "in",
      conditions: [open.gt(mean)],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_ENTRY,
    })
    .addExitTrigger({
      name: "out",
      conditions: [open.lt(bands.lower)],
      priceExpr: open,
      orderStrategy: OrderStrategy.IMMEDIATE_EXIT,
    })
    .build();
  const dip = BlueprintBuilder.advanced({ name: "dip", direction: TradeDirection.LONG })
    .addEntryTrigger({
      name: "limit",
      priceExpr: TradingContext.base.entryPrice.mul(0.98),
      orderStrategy: OrderStrategy.FAVORABLE_DELAY_ENTRY,
    })
    .addExitTrigger({
      name: "stop",
      priceExpr: TradingContext.advancedEntry.entryPrice.mul(0.95),
      orderStrategy: OrderStrategy.STOP_LOSS,
    })
    .build();
  return strategy.setBaseBlueprint(base).addAdvancedBlueprint(dip).build();
}

function numbers(frame: DataFrame, column: string): unknown[] {
  return frame.getColumn(column).toArray();
}

it("the stages of a blueprint show the trades of its backtest", async () => {
  const strategy_configs = [dipBuyer()];
  const { trades } = await client.export.backtestResults({ strategy_configs, ...year });
  const own = trades.filter(pl.col("blueprint_name").eq(pl.lit("dip")).and(pl.col("is_adv_triggered")));
  const frame = await client.export.enhancedOhlcv({ strategy_configs, ...year, blueprint_name: "dip" });

  expect(frame.height).toBe(253);
  expect(own.height).toBeGreaterThan(3);
  const entries = frame.filter(pl.col("validated_entry_signal"));
  expect(numbers(entries, "idx")).toEqual(numbers(own, "entry_idx"));
  expect(numbers(entries, "advanced_entry_price")).toEqual(numbers(own, "entry_price"));
  const exits = frame.filter(pl.col("validated_exit_signal"));
  const closed = own.filter(pl.col("status").not());
  expect(numbers(exits, "idx")).toEqual(numbers(closed, "exit_idx"));
  expect(numbers(exits, "advanced_exit_price")).toEqual(numbers(closed, "exit_price"));

  const entryPrice = pl.col("final_trading_context").struct.field("position_entry_price");
  const held = frame.filter(pl.col("final_position_id").gtEq(0)).select(entryPrice);
  expect(new Set(numbers(held, "position_entry_price"))).toEqual(new Set(numbers(own, "entry_price")));
  const limit = entries.select(pl.col("advanced_entry.limit").struct.field("price"));
  expect(numbers(limit, "price")).toEqual(numbers(entries, "advanced_favorable_entry_hypo_price"));
}, 60_000);

it("bars on demand carry every kind of indicator column, as the stages do", async () => {
  const strategy = new StrategyBuilder({ name: "columns", baseInstrument: "SP500", baseFreq: Freq.DAY_1 });
  const place = { freq: Freq.DAY_1 };
  const mean = strategy.addIndicator(Indicator.SMA({ period: 3 }), place);
  const bands = strategy.addIndicator(Indicator.BollingerBands({ period: 20 }), place);
  const anchorConfig = MarketProfileAnchor.daily({ end: "00:00", lookbackDays: 5 });
  const profile = strategy.addIndicator(Indicator.MarketProfile({ anchorConfig, tickSize: 10 }), place);
  const frame = await client.export.onDemandOhlcv({
    base_instrument: "SP500",
    base_freq: Freq.DAY_1,
    indicator_specs: [mean.spec, bands.spec, profile.spec],
    ...year,
  });

  expect(frame.columns).toEqual([
    ...["ts", "open", "high", "low", "close", "volume"],
    ...[mean, bands, profile].map(({ displayName }) => displayName),
  ]);
  expect(frame.height).toBe(253);
  const closes = numbers(frame, "close") as number[];
  const third = ((closes[0] ?? 0) + (closes[1] ?? 0) + (closes[2] ?? 0)) / 3;
  expect(numbers(frame, mean.displayName)[3]).toBeCloseTo(third, 9);

  const rows = frame.select(
    "ts",
    pl.col(bands.displayName).struct.field("middle"),
    pl.col(profile.displayName).struct.field("tpo_distribution"),
  );
  expect(numbers(rows, "middle")).not.toContain(null);
  const anchors = rows.filter(pl.col("tpo_distribution").isNotNull());
  expect(anchors.height).toBeGreaterThan(40);
  const [shown] = anchors.select(pl.col("ts").cast(pl.Int64)).getColumn("ts").toArray();
  expect(anchors.getColumn("tpo_distribution").toArray()[0]).toEqual(levelsBefore(Number(shown)));
}, 60_000);

/** How many and which bars touched each level of 10 points: of the five before the anchor, which is one bar back. */
function levelsBefore(instant: number): unknown[] {
  const segment = sp500Bars()
    .filter(({ ts }) => ts < instant)
    .slice(-6, -1)
    .map(({ low, high }) => [Math.round(low / 10), Math.round(high / 10)] as const);
  const lowest = Math.min(...segment.map(([low]) => low));
  const highest = Math.max(...segment.map(([, high]) => high));
  return Array.from({ length: highest - lowest + 1 }, (_, i) => lowest + i).map((level) => {
    const periods = segment.flatMap(([low, high], bar) => (low <= level && level <= high ? [bar] : []));
    return { price: level * 10, count: periods.length, periods };
  });
}

it("validation tells what is most likely a mistake", async () => {
  const strategy = dipBuyer();
  const [entry] = strategy.base_blueprint.entry_triggers;
  const knowing = { ...entry, conditions: [col("close").gt(col("open")).toJSON()] };
  const base_blueprint = { ...strategy.base_blueprint, entry_triggers: [knowing] };
  const results = [strategy, { ...strategy, base_blueprint }].map((each) =>
    client.export.validate([each as typeof strategy]),
  );
  expect(await Promise.all(results)).toMatchObject([
    { valid: true, errors: [], warnings: [] },
    { valid: true, errors: [], warnings: [{ field_path: "base_blueprint.entry_triggers[0].conditions[0]" }] },
  ]);
}, 60_000);

it("a period without a bar is refused before there is a task", async () => {
  const weekend = { start_date: "2008-01-05", end_date: "2008-01-06" };
  const bars = { base_instrument: "SP500", base_freq: Freq.DAY_1, indicator_specs: [] };
  for (const refused of [
    client.export.onDemandOhlcv({ ...bars, ...weekend }),
    client.export.enhancedOhlcv({ strategy_configs: [dipBuyer()], ...weekend }),
  ]) {
    await expect(refused).rejects.toMatchObject({
      name: "ValidationError",
      status: 422,
      message: expect.stringContaining("no complete bar of SP500 at 1D starts in the period"),
    });
  }
}, 60_000);
