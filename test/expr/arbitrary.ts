import fc from "fast-check";
import {
  type BooleanExpr,
  col,
  type ExprFunction,
  type ExprNode,
  maxHorizontal,
  minHorizontal,
  type NumberExpr,
  type TimeExpr,
  when,
} from "tradepose-client/expr";

const name = fc.constantFrom(
  "close",
  "ts",
  "SP500_1D_ATR|14",
  "base_trading_context",
  "__proto__",
  'a "quoted" ü',
);
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const integer = fc.maxSafeInteger().map((value) => value + 0);

const literal: fc.Arbitrary<ExprNode> = fc
  .oneof(
    fc.record({ type: fc.constant("dynInt" as const), value: integer }),
    fc.record({ type: fc.constantFrom("dynFloat", "Float32", "Float64"), value: finite }),
    fc.record({ type: fc.constantFrom("dynStr", "String"), value: fc.string() }),
    fc.record({ type: fc.constant("Boolean" as const), value: fc.boolean() }),
    fc.record({ type: fc.constant("Null" as const), value: fc.constant(null) }),
    fc.record({ type: fc.constantFrom("Int8", "UInt8", "Int64", "Date", "Time"), value: fc.nat(127) }),
    fc.record({ type: fc.constant("Duration" as const), value: integer }),
    fc.record({
      type: fc.constant("Datetime" as const),
      value: integer,
      timeZone: fc.constantFrom(null, "Asia/Taipei"),
    }),
  )
  .map((fields) => ({ kind: "literal", ...fields }));

const bool = fc.boolean();
/** Functions by the number of their inputs. */
const unary: fc.Arbitrary<ExprFunction> = fc.oneof(
  fc.record({ name: fc.constant("field" as const), field: name }),
  fc.record({
    name: fc.constant("temporal" as const),
    part: fc.constantFrom("year", "weekday", "date", "time"),
  }),
  fc.record({ name: fc.constant("totalMinutes" as const), fractional: bool }),
  fc.record({ name: fc.constant("convertTimeZone" as const), timeZone: fc.constant("Europe/Athens") }),
  fc.constantFrom("not", "isNull", "isNotNull", "isNan", "isFinite").map((fn) => ({ name: fn })),
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
  fc.record({
    name: fc.constant("rolling" as const),
    fn: fc.constantFrom("mean", "sum", "min", "max", "median"),
    windowSize: fc.integer({ min: 1, max: 99 }),
    minPeriods: fc.nat(99),
    center: bool,
  }),
  fc.record({
    name: fc.constant("rolling" as const),
    fn: fc.constantFrom("std", "var"),
    windowSize: fc.integer({ min: 1, max: 99 }),
    minPeriods: fc.nat(99),
    center: bool,
    ddof: fc.nat(2),
  }),
  fc.record({
    name: fc.constant("rolling" as const),
    fn: fc.constant("quantile" as const),
    windowSize: fc.integer({ min: 1, max: 99 }),
    minPeriods: fc.nat(99),
    center: bool,
    quantile: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    interpolation: fc.constantFrom("nearest", "linear"),
  }),
  fc.record({
    name: fc.constant("ewmMean" as const),
    alpha: fc.double({ min: 0, max: 1, noNaN: true }).map((value) => value + 0),
    adjust: bool,
    minPeriods: fc.nat(9),
    ignoreNulls: bool,
  }),
);
const binaryFn: fc.Arbitrary<ExprFunction> = fc.oneof(
  fc.constantFrom("shift", "pctChange", "fillNull", "pow").map((fn) => ({ name: fn })),
  fc.record({ name: fc.constant("diff" as const), nullBehavior: fc.constantFrom("ignore", "drop") }),
  fc.record({ name: fc.constant("isIn" as const), nullsEqual: bool }),
  fc.constant({ name: "clip" as const, hasMin: true, hasMax: false }),
);
const ternaryFn: fc.Arbitrary<ExprFunction> = fc.oneof(
  fc.record({
    name: fc.constant("isBetween" as const),
    closed: fc.constantFrom("both", "left", "right", "none"),
  }),
  fc.constantFrom("coalesce", "minHorizontal", "maxHorizontal", "anyHorizontal").map((fn) => ({ name: fn })),
  fc.constant({ name: "clip" as const, hasMin: true, hasMax: true }),
);

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
          "lt",
          "gtEq",
          "add",
          "divide",
          "trueDivide",
          "modulo",
          "xor",
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
        dtype: fc.constantFrom("Float64", "String", "Datetime", "Duration", "Date"),
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
    ),
  };
}).node;

interface Written {
  number: NumberExpr;
  boolean: BooleanExpr;
  time: TimeExpr;
}

/** Expressions as the fluent interface makes them. */
export const written = fc.letrec((tie: fc.LetrecTypedTie<Written>) => {
  const number = tie("number");
  const boolean = tie("boolean");
  const time = tie("time");
  const amount = fc.oneof(number, finite, fc.integer());
  const bars = fc.integer({ min: -3, max: 9 });
  return {
    number: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      fc.constantFrom("open" as const, "high" as const, "close" as const).map((column) => col(column)),
      fc.constant(col("SP500_1D_ATR|14", "number")),
      fc.constant(col("ST", { direction: "number" }).field("direction")),
      fc
        .tuple(number, fc.constantFrom("add", "sub", "mul", "div", "floorDiv", "mod"), amount)
        .map(([left, method, right]) => left[method](right)),
      fc.tuple(number, bars).map(([input, n]) => input.shift(n)),
      fc.tuple(number, bars).map(([input, n]) => input.diff(n)),
      number.map((input) => input.abs()),
      fc.tuple(number, amount).map(([input, value]) => input.fillNull(value)),
      fc.tuple(amount, number).map(([a, b]) => minHorizontal(a, b)),
      fc.tuple(number, amount).map(([a, b]) => maxHorizontal(a, b)),
      fc.tuple(number, bool).map(([input, strict]) => input.cast("Int32", { strict })),
      fc
        .tuple(time, fc.constantFrom("hour", "minute", "weekday", "ordinalDay"))
        .map(([t, part]) => t.dt[part]()),
      fc
        .tuple(boolean, amount, boolean, number, fc.option(amount))
        .map(([p, a, q, b, c]) => when(p).then(a).when(q).then(b).otherwise(c)),
    ),
    boolean: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      fc.constant(col("open").gt(1)),
      fc
        .tuple(number, fc.constantFrom("eq", "neq", "lt", "ltEq", "gt", "gtEq"), amount)
        .map(([left, method, right]) => left[method](right)),
      fc
        .tuple(boolean, fc.constantFrom("and", "or", "xor"), fc.oneof(boolean, bool))
        .map(([left, method, right]) => left[method](right)),
      boolean.map((input) => input.not()),
      number.map((input) => input.isNull()),
      fc.tuple(number, amount, amount).map(([input, low, high]) => input.isBetween(low, high, "left")),
      fc.tuple(number, fc.array(amount, { maxLength: 5 })).map(([input, values]) => input.isIn(values)),
      fc
        .tuple(time, fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }))
        .map(([t, date]) => t.lt(date)),
    ),
    time: fc.oneof(
      { maxDepth: 2 },
      fc.constant(col("ts")),
      time.map((input) => input.dt.date()),
      time.map((input) => input.dt.convertTimeZone("America/New_York")),
    ),
  };
});
