import fc from "fast-check";
import type { ExprFunction, ExprNode } from "tradepose-client/expr";

const name = fc.constantFrom(
  "close",
  "ts",
  "SP500_1D_ATR|14",
  "base_trading_context",
  "__proto__",
  'a "quoted" ü',
);
export const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const integer = fc.maxSafeInteger().map((value) => value + 0);

const literal: fc.Arbitrary<ExprNode> = fc
  .oneof(
    fc.record({ type: fc.constant("dynInt" as const), value: integer }),
    fc.record({ type: fc.constantFrom("dynFloat", "Float32", "Float64"), value: finite }),
    fc.record({ type: fc.constantFrom("dynStr", "String"), value: fc.string() }),
    fc.record({ type: fc.constant("Boolean" as const), value: fc.boolean() }),
    fc.record({ type: fc.constant("Null" as const), value: fc.constant(null) }),
    fc.record({
      type: fc.constantFrom("Int8", "Int16", "Int32", "Int64", "UInt8", "UInt16", "UInt32", "UInt64"),
      value: fc.nat(127),
    }),
    fc.record({ type: fc.constant("Date" as const), value: fc.integer() }),
    fc.record({
      type: fc.constant("Time" as const),
      value: fc.nat(86_399_999).map((ms) => ms * 1_000_000 + 7),
    }),
    fc.record({ type: fc.constant("Duration" as const), value: integer }),
    fc.record({
      type: fc.constant("Datetime" as const),
      value: integer,
      timeZone: fc.constantFrom(null, "Asia/Taipei"),
    }),
  )
  .map((fields) => ({ kind: "literal", ...fields }));

const bool = fc.boolean();
export const fraction = fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0);
export const interpolation = fc.constantFrom(
  "nearest" as const,
  "lower" as const,
  "higher" as const,
  "midpoint" as const,
  "linear" as const,
  "equiprobable" as const,
);
const rollingWindow = {
  name: fc.constant("rolling" as const),
  windowSize: fc.integer({ min: 1, max: 99 }),
  minPeriods: fc.nat(99),
  center: bool,
};

/** Functions of one input. */
const unary: fc.Arbitrary<ExprFunction> = fc.oneof(
  fc.record({ name: fc.constant("field" as const), field: name }),
  fc.record({
    name: fc.constant("temporal" as const),
    part: fc.constantFrom(
      "year",
      "month",
      "day",
      "hour",
      "minute",
      "second",
      "millisecond",
      "weekday",
      "ordinalDay",
      "week",
      "date",
      "time",
    ),
  }),
  fc.record({ name: fc.constant("totalMinutes" as const), fractional: bool }),
  fc.record({ name: fc.constant("convertTimeZone" as const), timeZone: fc.constant("Europe/Athens") }),
  fc
    .constantFrom("not", "isNull", "isNotNull", "isNan", "isNotNan", "isFinite", "isInfinite")
    .map((fn) => ({ name: fn })),
  fc.constantFrom("abs", "negate", "sign", "floor", "ceil", "sqrt").map((fn) => ({ name: fn })),
  fc.record({
    name: fc.constant("round" as const),
    decimals: fc.nat(9),
    mode: fc.constantFrom("halfToEven", "halfAwayFromZero"),
  }),
  fc.record({
    name: fc.constant("fillNullStrategy" as const),
    strategy: fc.constantFrom("forward", "backward"),
    limit: fc.option(fc.nat(9)),
  }),
  fc.record({ name: fc.constantFrom("cumMax", "cumMin", "cumSum", "cumCount"), reverse: bool }),
  fc.record({ ...rollingWindow, fn: fc.constantFrom("mean", "sum", "min", "max", "median") }),
  fc.record({ ...rollingWindow, fn: fc.constantFrom("std", "var"), ddof: fc.nat(2) }),
  fc.record({ ...rollingWindow, fn: fc.constant("quantile" as const), quantile: fraction, interpolation }),
  fc.record({
    name: fc.constant("ewmMean" as const),
    alpha: fraction,
    adjust: bool,
    minPeriods: fc.nat(9),
    ignoreNulls: bool,
  }),
);
const binaryFn: fc.Arbitrary<ExprFunction> = fc.oneof(
  fc.constantFrom("shift", "pctChange", "fillNull", "pow").map((fn) => ({ name: fn })),
  fc.record({ name: fc.constant("diff" as const), nullBehavior: fc.constantFrom("ignore", "drop") }),
  fc.record({ name: fc.constant("isIn" as const), nullsEqual: bool }),
  bool.map((hasMin) => ({ name: "clip" as const, hasMin, hasMax: !hasMin })),
);
const ternaryFn: fc.Arbitrary<ExprFunction> = fc.oneof(
  fc.record({
    name: fc.constant("isBetween" as const),
    closed: fc.constantFrom("both", "left", "right", "none"),
  }),
  fc.constant({ name: "clip" as const, hasMin: true, hasMax: true }),
);
const manyFn: fc.Arbitrary<ExprFunction> = fc
  .constantFrom("coalesce", "minHorizontal", "maxHorizontal", "anyHorizontal", "allHorizontal")
  .map((fn) => ({ name: fn }));

/** Any node the wire knows, well typed or not, unknown ones included. */
export const anyNode: fc.Arbitrary<ExprNode> = fc.letrec<{ node: ExprNode }>((tie) => {
  const node = tie("node");
  return {
    node: fc.oneof(
      { maxDepth: 6, depthSize: "small", withCrossShrink: true },
      fc.record({ kind: fc.constant("column" as const), name }),
      literal,
      fc.constant({ kind: "unknown" as const, variant: "Len", json: "Len" }),
      fc.constant({
        kind: "unknown" as const,
        variant: "Gather",
        json: { Gather: { expr: { Column: "a" }, idx: [1, null, { __proto__: null, x: [true] }] } },
      }),
      fc.record({
        kind: fc.constant("binary" as const),
        op: fc.constantFrom(
          "eq",
          "eqMissing",
          "neq",
          "neqMissing",
          "lt",
          "ltEq",
          "gt",
          "gtEq",
          "add",
          "sub",
          "mul",
          "divide",
          "trueDivide",
          "floorDivide",
          "modulo",
          "and",
          "or",
          "xor",
          "logicalAnd",
          "logicalOr",
        ),
        left: node,
        right: node,
      }),
      fc.record({ kind: fc.constant("alias" as const), input: node, name }),
      fc.record({ kind: fc.constant("ternary" as const), predicate: node, truthy: node, falsy: node }),
      fc.record({
        kind: fc.constant("cast" as const),
        input: node,
        dtype: fc.constantFrom(
          "Float64",
          "Int8",
          "Boolean",
          "String",
          "Datetime",
          "Duration",
          "Date",
          "Time",
          "Null",
        ),
        mode: fc.constantFrom("strict", "nonStrict", "overflowing"),
      }),
      fc.record({
        kind: fc.constant("aggregate" as const),
        fn: fc.constantFrom("first", "last", "min", "max", "mean", "sum", "median", "count", "nUnique"),
        input: node,
      }),
      fc.record({
        kind: fc.constant("aggregate" as const),
        fn: fc.constantFrom("std", "var"),
        input: node,
        ddof: fc.nat(2),
      }),
      fc.record({
        kind: fc.constant("window" as const),
        input: node,
        partitionBy: fc.array(node, { maxLength: 2 }),
      }),
      fc.record({ kind: fc.constant("function" as const), fn: unary, inputs: fc.tuple(node) }),
      fc.record({ kind: fc.constant("function" as const), fn: binaryFn, inputs: fc.tuple(node, node) }),
      fc.record({
        kind: fc.constant("function" as const),
        fn: ternaryFn,
        inputs: fc.tuple(node, node, node),
      }),
      fc.record({
        kind: fc.constant("function" as const),
        fn: manyFn,
        inputs: fc.array(node, { minLength: 1, maxLength: 4 }),
      }),
    ),
  };
}).node;
