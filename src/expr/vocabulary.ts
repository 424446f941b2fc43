/**
 * The vocabulary in one place: what each word of our nodes is called in the Rust Polars 0.51 dialect, and which kinds
 * it takes and gives. The reader, the writer and the printer all work from these tables.
 */
import type { ExprKind } from "./kinds.ts";
import type {
  AggregateFunction,
  BinaryOperator,
  CastNode,
  ExprFunction,
  Interpolation,
  RollingFunction,
  TemporalPart,
} from "./node.ts";

/** `result`: the kind of the whole is that of its inputs. */
export type PassingKind = ExprKind | "result";

/** Our names beside those of the wire. */
export type WireNames<K extends string = string> = Readonly<Record<K, string>>;

/** How a parameter stands on the wire: a choice of names, or plain JSON that the reader checks. */
export type ParameterForm = WireNames | "text" | "flag" | "count";

/** A function: its wire name, the kinds it takes and gives, and how its parameters are written. */
export interface FunctionWord {
  /** `Name`, or `Group.Name` for `{"Group": "Name"}` and `{"Group": {"Name": parameters}}`. */
  readonly wire: string;
  /** Kind of the inputs. Default a number; `any` where it does not matter. */
  readonly of?: PassingKind | "any";
  /** Default a number. */
  readonly gives?: PassingKind;
  /** Inputs after the first; `some` is any number. Default 0. */
  readonly more?: number | "some";
  /** Parameters by our name: their name on the wire, and their form. */
  readonly parameters?: Readonly<Record<string, readonly [wire: string, form: ParameterForm]>>;
  /** The only parameter, when its value alone is the payload. */
  readonly payload?: readonly [name: string, form: ParameterForm];
}

const closedEnds = { both: "Both", left: "Left", right: "Right", none: "None" } as const;
const roundModes = { halfToEven: "HalfToEven", halfAwayFromZero: "HalfAwayFromZero" } as const;
const nullBehaviors = { ignore: "Ignore", drop: "Drop" } as const;
const reverse = { reverse: ["reverse", "flag"] } as const;
const boolean = { gives: "boolean" } as const;
const passing = { of: "result", gives: "result" } as const;

/** Functions whose wire form no table says; the reader and the writer know each. */
export type IrregularName = "temporal" | "totalMinutes" | "fillNullStrategy" | "rolling" | "ewmMean";
export type IrregularFunction = Extract<ExprFunction, { readonly name: IrregularName }>;
export type RegularName = Exclude<ExprFunction["name"], IrregularName>;

export const functionWords: Readonly<Record<RegularName, FunctionWord>> = {
  field: { wire: "StructExpr.FieldByName", of: "struct", gives: "result", payload: ["field", "text"] },
  convertTimeZone: {
    wire: "TemporalExpr.ConvertTimeZone",
    of: "time",
    gives: "time",
    parameters: { timeZone: ["inner", "text"] },
  },
  not: { wire: "Boolean.Not", of: "boolean", ...boolean },
  isNull: { wire: "Boolean.IsNull", of: "any", ...boolean },
  isNotNull: { wire: "Boolean.IsNotNull", of: "any", ...boolean },
  isNan: { wire: "Boolean.IsNan", ...boolean },
  isNotNan: { wire: "Boolean.IsNotNan", ...boolean },
  isFinite: { wire: "Boolean.IsFinite", ...boolean },
  isInfinite: { wire: "Boolean.IsInfinite", ...boolean },
  anyHorizontal: { wire: "Boolean.AnyHorizontal", of: "boolean", ...boolean, more: "some" },
  allHorizontal: { wire: "Boolean.AllHorizontal", of: "boolean", ...boolean, more: "some" },
  isBetween: {
    wire: "Boolean.IsBetween",
    of: "any",
    ...boolean,
    more: 2,
    parameters: { closed: ["closed", closedEnds] },
  },
  isIn: {
    wire: "Boolean.IsIn",
    of: "any",
    ...boolean,
    more: 1,
    parameters: { nullsEqual: ["nulls_equal", "flag"] },
  },
  minHorizontal: { wire: "MinHorizontal", ...passing, more: "some" },
  maxHorizontal: { wire: "MaxHorizontal", ...passing, more: "some" },
  coalesce: { wire: "Coalesce", ...passing, more: "some" },
  fillNull: { wire: "FillNull", ...passing, more: 1 },
  shift: { wire: "Shift", ...passing, more: 1 },
  diff: { wire: "Diff", more: 1, payload: ["nullBehavior", nullBehaviors] },
  pctChange: { wire: "PctChange", more: 1 },
  abs: { wire: "Abs" },
  negate: { wire: "Negate" },
  sign: { wire: "Sign" },
  floor: { wire: "Floor" },
  ceil: { wire: "Ceil" },
  round: { wire: "Round", parameters: { decimals: ["decimals", "count"], mode: ["mode", roundModes] } },
  clip: {
    wire: "Clip",
    more: "some",
    parameters: { hasMin: ["has_min", "flag"], hasMax: ["has_max", "flag"] },
  },
  pow: { wire: "Pow.Generic", more: 1 },
  sqrt: { wire: "Pow.Sqrt" },
  cumMax: { wire: "CumMax", parameters: reverse },
  cumMin: { wire: "CumMin", parameters: reverse },
  cumSum: { wire: "CumSum", parameters: reverse },
  cumCount: { wire: "CumCount", of: "any", parameters: reverse },
};

/** The table's word of a function; none of one with a form of its own. */
export function functionWord(name: ExprFunction["name"]): FunctionWord | undefined {
  return (functionWords as Readonly<Partial<Record<ExprFunction["name"], FunctionWord>>>)[name];
}

/** How many inputs a function takes. */
export function inputCount(fn: ExprFunction): readonly [least: number, most: number] {
  if (fn.name === "clip") {
    const count = 1 + Number(fn.hasMin) + Number(fn.hasMax);
    return [count, count];
  }
  const more = functionWord(fn.name)?.more ?? 0;
  return more === "some" ? [1, Number.POSITIVE_INFINITY] : [1 + more, 1 + more];
}

export const comparisons = {
  eq: "Eq",
  eqMissing: "EqValidity",
  neq: "NotEq",
  neqMissing: "NotEqValidity",
  lt: "Lt",
  ltEq: "LtEq",
  gt: "Gt",
  gtEq: "GtEq",
} as const;

export const logicals = {
  and: "And",
  or: "Or",
  xor: "Xor",
  logicalAnd: "LogicalAnd",
  logicalOr: "LogicalOr",
} as const;

export const binaryOperators: WireNames<BinaryOperator> = {
  ...comparisons,
  ...logicals,
  add: "Plus",
  sub: "Minus",
  mul: "Multiply",
  divide: "Divide",
  trueDivide: "TrueDivide",
  floorDivide: "FloorDivide",
  modulo: "Modulus",
};

export const temporalParts: WireNames<TemporalPart> = {
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
};

export const rollingFunctions: WireNames<RollingFunction> = {
  mean: "Mean",
  sum: "Sum",
  min: "Min",
  max: "Max",
  std: "Std",
  var: "Var",
  median: "Median",
  quantile: "Quantile",
};

export const interpolations: WireNames<Interpolation> = {
  nearest: "Nearest",
  lower: "Lower",
  higher: "Higher",
  midpoint: "Midpoint",
  linear: "Linear",
  equiprobable: "Equiprobable",
};

export const aggregates: WireNames<AggregateFunction> = {
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
};

export const fillStrategies = { forward: "Forward", backward: "Backward" } as const;

export const castModes: WireNames<CastNode["mode"]> = {
  strict: "Strict",
  nonStrict: "NonStrict",
  overflowing: "Overflowing",
};

/** Our name of a wire name, or undefined. Looks at own keys only, so that `constructor` is no name. */
export function nameOf<K extends string>(table: WireNames<K>, wire: unknown): K | undefined {
  for (const key in table) {
    if (table[key] === wire) return key;
  }
  return undefined;
}
