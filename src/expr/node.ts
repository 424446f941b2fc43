/**
 * The expression tree: plain frozen nodes, the only truth of the expression language.
 * The fluent API builds them, the wire reader and writer translate them, the gateway's engine evaluates them.
 */

/** Data types a cast or a typed literal can name; the names are those of Polars. */
export type ExprDataType =
  | "Boolean"
  | "Int8"
  | "Int16"
  | "Int32"
  | "Int64"
  | "UInt8"
  | "UInt16"
  | "UInt32"
  | "UInt64"
  | "Float32"
  | "Float64"
  | "String"
  | "Date"
  | "Time"
  | "Datetime"
  | "Duration"
  | "Null";

/**
 * `dynInt`, `dynFloat` and `dynStr` are untyped literals, which take the type of what they meet.
 * Date counts days, Time nanoseconds, Datetime and Duration microseconds; 64-bit values beyond
 * the safe integers are held as bigint.
 */
export type LiteralType = ExprDataType | "dynInt" | "dynFloat" | "dynStr";

export interface ColumnNode {
  readonly kind: "column";
  readonly name: string;
}

export interface LiteralNode {
  readonly kind: "literal";
  readonly type: LiteralType;
  readonly value: number | bigint | string | boolean | null;
  /** Of a Datetime literal only; null is a time without zone. */
  readonly timeZone?: string | null;
}

/** `trueDivide` is Python's `/`, `divide` the division of the Rust operator (integers stay integers). */
export type BinaryOperator =
  | "eq"
  | "eqMissing"
  | "neq"
  | "neqMissing"
  | "lt"
  | "ltEq"
  | "gt"
  | "gtEq"
  | "add"
  | "sub"
  | "mul"
  | "divide"
  | "trueDivide"
  | "floorDivide"
  | "modulo"
  | "and"
  | "or"
  | "xor"
  | "logicalAnd"
  | "logicalOr";

export interface BinaryNode {
  readonly kind: "binary";
  readonly op: BinaryOperator;
  readonly left: ExprNode;
  readonly right: ExprNode;
}

export interface AliasNode {
  readonly kind: "alias";
  readonly input: ExprNode;
  readonly name: string;
}

export interface TernaryNode {
  readonly kind: "ternary";
  readonly predicate: ExprNode;
  readonly truthy: ExprNode;
  readonly falsy: ExprNode;
}

export interface CastNode {
  readonly kind: "cast";
  readonly input: ExprNode;
  readonly dtype: ExprDataType;
  readonly mode: "strict" | "nonStrict" | "overflowing";
}

export type AggregateFunction =
  | "first"
  | "last"
  | "min"
  | "max"
  | "mean"
  | "sum"
  | "median"
  | "std"
  | "var"
  | "count"
  | "nUnique";

export interface AggregateNode {
  readonly kind: "aggregate";
  readonly fn: AggregateFunction;
  readonly input: ExprNode;
  /** Of `std` and `var` only: delta degrees of freedom. */
  readonly ddof?: number;
}

export interface WindowNode {
  readonly kind: "window";
  readonly input: ExprNode;
  readonly partitionBy: readonly ExprNode[];
}

export type TemporalPart =
  | "year"
  | "month"
  | "day"
  | "hour"
  | "minute"
  | "second"
  | "millisecond"
  | "weekday"
  | "ordinalDay"
  | "week"
  | "date"
  | "time";

/** How a quantile that falls between two values is taken. */
export type Interpolation = "nearest" | "lower" | "higher" | "midpoint" | "linear" | "equiprobable";

export type RollingFunction = "mean" | "sum" | "min" | "max" | "std" | "var" | "median" | "quantile";

/** What a function node does with its inputs; the inputs include literal arguments (shift by n, clip bounds). */
export type ExprFunction =
  | { readonly name: "field"; readonly field: string }
  | { readonly name: "temporal"; readonly part: TemporalPart }
  | { readonly name: "totalMinutes"; readonly fractional: boolean }
  | { readonly name: "convertTimeZone"; readonly timeZone: string }
  | { readonly name: "not" | "isNull" | "isNotNull" | "isNan" | "isNotNan" | "isFinite" | "isInfinite" }
  | { readonly name: "anyHorizontal" | "allHorizontal" | "minHorizontal" | "maxHorizontal" }
  | { readonly name: "isBetween"; readonly closed: "both" | "left" | "right" | "none" }
  | { readonly name: "isIn"; readonly nullsEqual: boolean }
  | { readonly name: "abs" | "negate" | "sign" | "floor" | "ceil" | "sqrt" | "pow" }
  | { readonly name: "round"; readonly decimals: number; readonly mode: "halfToEven" | "halfAwayFromZero" }
  | { readonly name: "clip"; readonly hasMin: boolean; readonly hasMax: boolean }
  | { readonly name: "shift" | "pctChange" | "fillNull" | "coalesce" }
  | { readonly name: "diff"; readonly nullBehavior: "ignore" | "drop" }
  | {
      readonly name: "fillNullStrategy";
      readonly strategy: "forward" | "backward";
      readonly limit: number | null;
    }
  | { readonly name: "cumMax" | "cumMin" | "cumSum" | "cumCount"; readonly reverse: boolean }
  | {
      readonly name: "rolling";
      readonly fn: RollingFunction;
      readonly windowSize: number;
      readonly minPeriods: number;
      readonly center: boolean;
      readonly ddof?: number;
      readonly quantile?: number;
      readonly interpolation?: Interpolation;
    }
  | {
      readonly name: "ewmMean";
      readonly alpha: number;
      readonly adjust: boolean;
      readonly minPeriods: number;
      readonly ignoreNulls: boolean;
    };

export interface FunctionNode {
  readonly kind: "function";
  readonly fn: ExprFunction;
  readonly inputs: readonly ExprNode[];
}

/** A node that was read, is well formed JSON, and means nothing to us: kept as it came, never evaluated. */
export interface UnknownNode {
  readonly kind: "unknown";
  /** Name of the wire variant, for messages. */
  readonly variant: string;
  readonly json: unknown;
}

export type ExprNode =
  | ColumnNode
  | LiteralNode
  | BinaryNode
  | AliasNode
  | TernaryNode
  | CastNode
  | AggregateNode
  | WindowNode
  | FunctionNode
  | UnknownNode;
