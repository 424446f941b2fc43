import type { ValidationResult } from "tradepose-client/models";
import type { MarketData } from "./bars.ts";
import { bindStrategy } from "./binding/bind.ts";
import { BindingCache } from "./binding/cache.ts";
import type { PeriodText } from "./calendar/period.ts";
import type { StrategyConfig } from "./config.ts";

export interface Validation {
  readonly strategies: readonly StrategyConfig[];
  readonly market: MarketData;
  /** Everything stored, by default. */
  readonly period?: PeriodText;
  readonly cache?: BindingCache;
}

const everything: PeriodText = { start: "1000-01-01", end: "9999-12-30" };

/** Binds strategies to their data without running them and tells all that is wrong, with the path of each field. */
export function validateStrategies({ strategies, market, period, cache }: Validation): ValidationResult {
  const shared = cache ?? new BindingCache();
  const problems = strategies.flatMap(
    (config) => bindStrategy(config, market, period ?? everything, shared).problems ?? [],
  );
  return {
    valid: problems.length === 0,
    validated_strategies: strategies.map(({ name }) => name),
    errors: problems.map(({ strategyName, path, message }) => ({
      strategy_name: strategyName,
      field_path: path,
      message,
    })),
  };
}
