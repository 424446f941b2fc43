/** Polars expressions over bars, indicators and trading contexts: build, print, compare, read and write them. */
export { canonicalText, equalExpr } from "./canonical.ts";
export { ExprReadError, ExprWriteError } from "./errors.ts";
export {
  BooleanExpr,
  columnOf,
  type ExprByKind,
  expressionOf,
  ListExpr,
  NumberExpr,
  StructExpr,
  TextExpr,
  TimeExpr,
} from "./expression.ts";
export type { RoundMode } from "./fluent/arithmetic.ts";
export { Expr } from "./fluent/expr.ts";
export {
  type BooleanInput,
  type InputByKind,
  inputNode,
  type NumberInput,
  type TextInput,
  type TimeInput,
} from "./fluent/input.ts";
export type {
  EwmDecay,
  EwmOptions,
  RollingDeviationOptions,
  RollingOptions,
  RollingQuantileOptions,
} from "./fluent/rolling.ts";
export { type ClosedEnds, type CumulativeOptions, type GroupKey, ScalarExpr } from "./fluent/scalar.ts";
export { TimeParts } from "./fluent/time.ts";
export {
  allHorizontal,
  anyHorizontal,
  type BarColumns,
  barColumns,
  coalesce,
  col,
  duration,
  lit,
  maxHorizontal,
  minHorizontal,
} from "./functions.ts";
export type {
  CastType,
  ExprKind,
  ExprTypeError,
  MemberKind,
  ScalarKind,
  Scope,
  StructMembers,
} from "./kinds.ts";
export { MAX_EXPR_DEPTH, MAX_EXPR_NODES } from "./limits.ts";
export {
  type DurationParts,
  type LiteralDataType,
  type LiteralValue,
  literalNode,
  type TypedLiterals,
} from "./literal.ts";
export { columnNode, fieldNode } from "./make.ts";
export type * from "./node.ts";
export { printNode } from "./print.ts";
export { childNodes } from "./walk.ts";
export { type Conditional, type KindOf, type ScalarInput, type ScopeOf, type When, when } from "./when.ts";
export { type ReadOptions, readExpr } from "./wire/read.ts";
export { type JsonObject, writeExpr } from "./wire/write.ts";
