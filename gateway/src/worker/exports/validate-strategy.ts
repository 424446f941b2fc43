import { lint } from "tradepose-client/builder";
import type { ExportRequest, StrategyConfig, ValidationResult } from "tradepose-client/models";
import { type BindingCache, countParts, type MarketData, validateStrategies } from "../../engine/index.ts";
import { done, type JobOutcome } from "../job.ts";

type ValidationProblem = ValidationResult["errors"][number];

/**
 * VALIDATE_STRATEGY: `validation_result` as JSON; the period of the request does not matter. `warnings` list what is
 * most likely a mistake and runs all the same.
 */
export function validateStrategy(
  request: ExportRequest,
  market: MarketData,
  cache: BindingCache,
): JobOutcome {
  const strategies = request.strategy_configs;
  const validation = validateStrategies({ strategies, market, cache });
  const result: ValidationResult = { ...validation, warnings: warningsOf(strategies, validation.errors) };
  const counts = { ...countParts(strategies), inputRows: 0, rejectedEntries: 0, ambiguousTrades: 0 };
  return done({ files: { validation_result: new TextEncoder().encode(JSON.stringify(result)) }, counts });
}

/** Of a field with an error nothing more is said. */
function warningsOf(
  strategies: readonly StrategyConfig[],
  errors: readonly ValidationProblem[],
): ValidationProblem[] {
  const found = strategies.flatMap((strategy) =>
    lint(strategy).map(({ rule, path, reason, remedy }) => ({
      strategy_name: strategy.name,
      field_path: path,
      message: `${rule}: ${reason}; ${remedy}`,
    })),
  );
  return found.filter(
    (warning) =>
      !errors.some(
        ({ strategy_name, field_path }) =>
          strategy_name === warning.strategy_name && field_path.startsWith(warning.field_path),
      ),
  );
}
