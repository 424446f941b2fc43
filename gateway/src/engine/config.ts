import type * as wire from "tradepose-client/models";

/**
 * What the engine reads of a strategy on the wire, and never writes to. Ids, notes and trend types have no effect on
 * a result; expressions are wire JSON, read by `readExpr`; absent and null mean the same.
 */
export type StrategyConfig = DeepReadonly<wire.StrategyConfig>;
export type BlueprintConfig = DeepReadonly<wire.Blueprint>;
export type TriggerConfig = DeepReadonly<wire.Trigger>;
export type IndicatorSpec = DeepReadonly<wire.IndicatorSpec>;
export type IndicatorConfig = DeepReadonly<wire.IndicatorConfig>;

type DeepReadonly<Value> = Value extends object
  ? { readonly [Key in keyof Value]: DeepReadonly<Value[Key]> }
  : Value;
