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
  AnchorConfig,
  Blueprint,
  BlueprintSelection,
  IndicatorConfig,
  IndicatorSpec,
  PortfolioCreateRequest,
  ProfileShapeConfig,
  StrategyConfig,
  Trigger,
} from "../generated/models.ts";
export {
  BlueprintBuilder,
  type BlueprintOptions,
  type BuiltBlueprint,
  type TradedDirection,
} from "./blueprint.ts";
export { type AdvancedOnly, type PositionContext, TradingContext } from "./context.ts";
export { describe } from "./describe.ts";
export { type BuildProblem, StrategyBuildError } from "./errors.ts";
export { indicatorColumn } from "./indicator-column.ts";
export { lint } from "./lint/lint.ts";
export type { LintRule, LintWarning } from "./lint/warning.ts";
export {
  type DailyAnchorOptions,
  type InitialBalanceOptions,
  MarketProfileAnchor,
  type ProfileShapeOptions,
  profileShapeConfig,
  type WeeklyAnchorOptions,
} from "./market-profile.ts";
export type { Layer } from "./order.ts";
export { PortfolioBuilder, type PortfolioOptions } from "./portfolio.ts";
export { readBlueprint } from "./read-blueprint.ts";
export { StrategyRegistry, type StrategyStore, type SyncOptions, type SyncResult } from "./registry.ts";
export { toJSON, withoutIds } from "./stored.ts";
export {
  type IndicatorPlacement,
  StrategyBuilder,
  type StrategyBuildOptions,
  type StrategyOptions,
} from "./strategy.ts";
export {
  type FamilyMember,
  neighbours,
  type ParameterGrid,
  type ParametersOf,
  type ParameterValue,
  StrategyFamily,
  type SweepOptions,
  sweep,
} from "./sweep.ts";
export type { TriggerOptions } from "./trigger.ts";
