import { Freq, TradeDirection, TrendType } from "../../src/generated/enums.ts";
import type { StrategyConfig } from "../../src/generated/models.ts";

/** A strategy that the tests' server accepts for its name. */
export function strategy(name: string): StrategyConfig {
  return {
    name,
    base_instrument: "SP500",
    base_freq: Freq.DAY_1,
    base_blueprint: {
      name: "base",
      direction: TradeDirection.LONG,
      trend_type: TrendType.TREND,
      entry_first: true,
      entry_triggers: [],
      exit_triggers: [],
    },
  };
}
