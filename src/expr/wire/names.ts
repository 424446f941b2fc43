/** Wire names of the Rust Polars 0.51 dialect beside the names of our nodes. One table per vocabulary. */
import type {
  AggregateFunction,
  BinaryOperator,
  ExprDataType,
  RollingFunction,
  TemporalPart,
} from "../node.ts";

export const binaryOperators = {
  eq: "Eq",
  eqMissing: "EqValidity",
  neq: "NotEq",
  neqMissing: "NotEqValidity",
  lt: "Lt",
  ltEq: "LtEq",
  gt: "Gt",
  gtEq: "GtEq",
  add: "Plus",
  sub: "Minus",
  mul: "Multiply",
  divide: "Divide",
  trueDivide: "TrueDivide",
  floorDivide: "FloorDivide",
  modulo: "Modulus",
  and: "And",
  or: "Or",
  xor: "Xor",
  logicalAnd: "LogicalAnd",
  logicalOr: "LogicalOr",
} as const satisfies Record<BinaryOperator, string>;

export const temporalParts = {
  year: "Year",
  month: "Month",
  day: "Day",
  hour: "Hour",
  minute: "Minute",
  second: "Second",
  millisecond: "Millisecond",
  weekday: "WeekDay",
  ordinalDay: "OrdinalDay",
  week: "Week",
  date: "Date",
  time: "Time",
} as const satisfies Record<TemporalPart, string>;

/** Functions whose wire form is their bare name. */
export const plainFunctions = {
  abs: "Abs",
  negate: "Negate",
  sign: "Sign",
  floor: "Floor",
  ceil: "Ceil",
  shift: "Shift",
  pctChange: "PctChange",
  fillNull: "FillNull",
  coalesce: "Coalesce",
  minHorizontal: "MinHorizontal",
  maxHorizontal: "MaxHorizontal",
} as const;

/** Functions under `Boolean` whose wire form is their bare name. */
export const booleanFunctions = {
  not: "Not",
  isNull: "IsNull",
  isNotNull: "IsNotNull",
  isNan: "IsNan",
  isFinite: "IsFinite",
  anyHorizontal: "AnyHorizontal",
  allHorizontal: "AllHorizontal",
} as const;

export const powers = { pow: "Generic", sqrt: "Sqrt" } as const;

export const closedEnds = { both: "Both", left: "Left", right: "Right", none: "None" } as const;

export const roundModes = { halfToEven: "HalfToEven", halfAwayFromZero: "HalfAwayFromZero" } as const;

export const cumulatives = {
  cumMax: "CumMax",
  cumMin: "CumMin",
  cumSum: "CumSum",
  cumCount: "CumCount",
} as const;

export const rollingFunctions = {
  mean: "Mean",
  sum: "Sum",
  min: "Min",
  max: "Max",
  std: "Std",
  var: "Var",
  median: "Median",
  quantile: "Quantile",
} as const satisfies Record<RollingFunction, string>;

/** How a quantile between two values is taken. */
export const interpolations: Readonly<Record<string, string>> = {
  nearest: "Nearest",
  lower: "Lower",
  higher: "Higher",
  midpoint: "Midpoint",
  linear: "Linear",
  equiprobable: "Equiprobable",
};

export const aggregates = {
  first: "First",
  last: "Last",
  min: "Min",
  max: "Max",
  mean: "Mean",
  sum: "Sum",
  median: "Median",
  std: "Std",
  var: "Var",
  count: "Count",
  nUnique: "NUnique",
} as const satisfies Record<AggregateFunction, string>;

export const castModes = { strict: "Strict", nonStrict: "NonStrict", overflowing: "Overflowing" } as const;

export const fillStrategies = { forward: "Forward", backward: "Backward" } as const;

/** Data types whose wire form is their bare name. Datetime and Duration carry a unit. */
export const plainDataTypes: ReadonlySet<ExprDataType> = new Set([
  "Boolean",
  "Int8",
  "Int16",
  "Int32",
  "Int64",
  "UInt8",
  "UInt16",
  "UInt32",
  "UInt64",
  "Float32",
  "Float64",
  "String",
  "Date",
  "Time",
  "Null",
]);

/** Our name of a wire name, or undefined. Looks at own keys only, so that `constructor` is no name. */
export function nameOf<K extends string>(table: Readonly<Record<K, string>>, wire: unknown): K | undefined {
  for (const key in table) {
    if (table[key] === wire) return key;
  }
  return undefined;
}
