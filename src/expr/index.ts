/** Polars expressions over bars, indicators and trading contexts: build, print, compare, read and write them. */
export { canonicalText, equalExpr } from "./canonical.ts";
export { ExprReadError, ExprWriteError } from "./errors.ts";
export {
  BooleanExpr,
  type BooleanInput,
  type ClosedEnds,
  columnOf,
  Expr,
  type ExprByKind,
  expressionOf,
  type InputByKind,
  inputNode,
  ListExpr,
  NumberExpr,
  type NumberInput,
  ScalarExpr,
  StructExpr,
  TextExpr,
  type TextInput,
  TimeExpr,
  type TimeInput,
  TimeParts,
} from "./expression.ts";
export { type BarColumns, barColumns, col, lit, maxHorizontal, minHorizontal } from "./functions.ts";
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
export { columnNode, fieldNode, type LiteralValue, literalNode } from "./make.ts";
export type * from "./node.ts";
export { printNode } from "./print.ts";
export { childNodes } from "./walk.ts";
export { type Conditional, type KindOf, type ScalarInput, type ScopeOf, type When, when } from "./when.ts";
export { type ReadOptions, readExpr } from "./wire/read.ts";
export { type JsonObject, writeExpr } from "./wire/write.ts";
