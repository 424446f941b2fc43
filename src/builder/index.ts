/** Builders of strategies: indicators, blueprints, triggers, and the contexts they read. */
export * from "../generated/enums.ts";
export type {
  ColumnReference,
  IndicatorDefinition,
  IndicatorHandle,
  NumberIndicator,
} from "../generated/indicator-runtime.ts";
export * from "../generated/indicators.ts";
export type {
  Blueprint,
  IndicatorConfig,
  IndicatorSpec,
  StrategyConfig,
  Trigger,
} from "../generated/models.ts";
export { BlueprintBuilder, type BlueprintOptions, type BuiltBlueprint } from "./blueprint.ts";
export { type AdvancedOnly, type PositionContext, TradingContext } from "./context.ts";
export { type BuildProblem, StrategyBuildError } from "./errors.ts";
export type { Layer } from "./order.ts";
export {
  type IndicatorPlacement,
  StrategyBuilder,
  type StrategyBuildOptions,
  type StrategyOptions,
} from "./strategy.ts";
export type { TriggerOptions } from "./trigger.ts";
