import { type ExportRequest, type StrategyConfig, TradeDirection } from "tradepose-client/models";

/**
 * What an ON_DEMAND_OHLCV request asks for, as a strategy that never trades. Undefined when it names no instrument or
 * no frequency. The strategy that such a request carries along says nothing more and is not looked at.
 */
export function onDemandStrategy({
  base_instrument,
  base_freq,
  indicator_specs,
}: ExportRequest): StrategyConfig | undefined {
  if (base_instrument == null || base_freq == null) return undefined;
  return {
    name: "on_demand_ohlcv",
    base_instrument,
    base_freq,
    indicators: indicator_specs ?? [],
    base_blueprint: {
      name: "bars",
      direction: TradeDirection.LONG,
      trend_type: "Trend",
      entry_first: true,
      entry_triggers: [],
      exit_triggers: [],
    },
    advanced_blueprints: [],
  };
}
