import type { ExportRequest, StrategyConfig } from "tradepose-client/models";

/** The one strategy of an ENHANCED_OHLCV request: the first named `strategy_name`, or the first. */
export function chosenStrategy({
  strategy_configs,
  strategy_name,
}: ExportRequest): StrategyConfig | undefined {
  if (strategy_name == null) return strategy_configs[0];
  return strategy_configs.find(({ name }) => name === strategy_name);
}

/** Why there is none. */
export function noStrategyNamed({ strategy_configs, strategy_name }: ExportRequest): string {
  const names = strategy_configs.map(({ name }) => `"${name}"`).join(", ");
  return `no strategy of the request is named "${strategy_name}"; there are ${names}`;
}
