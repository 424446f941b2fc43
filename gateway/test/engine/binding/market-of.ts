import type { Bars, MarketData, MarketSeries } from "../../../src/engine/bars.ts";
import type { StrategyConfig } from "../../../src/engine/config.ts";

export function seriesOf(
  symbol: string,
  freq: string,
  bars: Bars,
  clock: Partial<MarketSeries> = {},
): MarketSeries {
  const costs = { commissionRate: 0, commissionFixed: 0, slippage: 0 };
  return { symbol, instrumentId: 1, freq, timeZone: "UTC", sessionStart: "00:00", costs, bars, ...clock };
}

export function marketOf(...series: readonly MarketSeries[]): MarketData {
  const bySymbol = new Map(series.map((each) => [each.symbol, each]));
  return { series: (symbol) => bySymbol.get(symbol) };
}

export const column = (name: string): unknown => ({ Column: name });
export const member = (struct: string, name: string): unknown => ({
  Function: { input: [column(struct)], function: { StructExpr: { FieldByName: name } } },
});
export const compare = (left: unknown, op: string, right: unknown): unknown => ({
  BinaryExpr: { left, op, right },
});
export const number = (value: number): unknown => ({ Literal: { Dyn: { Float: value } } });

/** Parts of a strategy as JSON, right or wrong. */
export type Wire = Readonly<Record<string, unknown>>;

export function trigger(order: string, price: unknown, conditions: unknown[] = [], priority = 1): Wire {
  return { name: order, order_strategy: order, priority, conditions, price_expr: price };
}

export function blueprint(entries: readonly Wire[], exits: readonly Wire[], rest: Wire = {}): Wire {
  return {
    name: "bp",
    direction: "Long",
    entry_first: true,
    entry_triggers: entries,
    exit_triggers: exits,
    ...rest,
  };
}

/** A strategy on instrument X at 1h that enters and exits at every open, unless told otherwise. */
export function strategy(rest: Wire = {}): StrategyConfig {
  const config = {
    name: "s",
    base_instrument: "X",
    base_freq: "1h",
    indicators: [],
    base_blueprint: blueprint(
      [trigger("ImmediateEntry", column("open"))],
      [trigger("ImmediateExit", column("open"))],
    ),
    ...rest,
  };
  // What comes over the wire is not checked here: the tests of problems need what the type forbids.
  return config as unknown as StrategyConfig;
}
