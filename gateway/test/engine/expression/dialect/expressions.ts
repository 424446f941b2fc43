import fc from "fast-check";
import { cast, col, float, fn, int, op, scalar, when } from "../frame-of.ts";
import {
  type Aggregate,
  choosing,
  counting,
  cumulative,
  dtypes,
  ewmMeans,
  fills,
  itself,
  orderings,
  over,
  partitionKeys,
  rolling,
  rollingQuantiles,
  rollingSpreads,
  rounds,
  rowCounts,
  summing,
  zones,
} from "./vocabulary.ts";

type Wire = fc.Arbitrary<unknown>;

/**
 * Expressions in wire form over the columns of `frames`, of the whole vocabulary. All but a `statistic` are exact: both
 * sides compute them by the same operations in the same order, so they agree to the last bit, and may be compared,
 * rounded and counted in others. What sums or interpolates may differ in its last bits; a statistic of exact values is
 * only moved, chosen and scaled after that, which keeps a small difference small.
 *
 * Single values (literals, aggregates) stand only beside columns. Of a function that looks at rows, and in a group,
 * Polars makes of them one row, or many, or refuses them, by version and function.
 */
interface Kinds {
  number: unknown;
  integer: unknown;
  condition: unknown;
  text: unknown;
  moment: unknown;
  date: unknown;
  span: unknown;
  statistic: unknown;
}

const apply = (functions: Wire, input: Wire): Wire =>
  fc.tuple(functions, input).map(([name, x]) => fn(name, x));
const binary = (left: Wire, operators: fc.Arbitrary<string>, right: Wire): Wire =>
  fc.tuple(left, operators, right).map(([a, operator, b]) => op(a, operator, b));
const oneOf = (...nodes: unknown[]): Wire => fc.constantFrom(...nodes);
const inZone = (t: unknown, inner: string): unknown =>
  fn({ TemporalExpr: { ConvertTimeZone: { inner } } }, t);
const part = (names: readonly string[], t: Wire): Wire =>
  fc.tuple(fc.constantFrom(...names), t).map(([name, value]) => fn({ TemporalExpr: name }, value));
const clip = (has_min: boolean, has_max: boolean): unknown => ({ Clip: { has_min, has_max } });

const DATE_PARTS = ["Year", "Month", "Day", "WeekDay", "Week", "OrdinalDay"];
const CLOCK_PARTS = ["Hour", "Minute", "Second", "Millisecond"];
const DAY_OF_LATER = fn({ TemporalExpr: "Date" }, col("later"));
const SPAN = op(col("later"), "Minus", col("ts"));

export const expressions = fc.letrec((tie: fc.LetrecTypedTie<Kinds>) => {
  const number = tie("number");
  const integer = tie("integer");
  const condition = tie("condition");
  const text = tie("text");
  const moment = tie("moment");
  const date = tie("date");
  const span = tie("span");
  const statistic = tie("statistic");
  const any = fc.oneof(number, integer, condition, text, moment, date, span);
  // All kinds count as one depth, or they would call each other without end.
  const depth = { maxDepth: 4, depthSize: "small", depthIdentifier: fc.createDepthIdentifier() } as const;
  const aggregateOf = (input: Wire): Wire => fc.tuple(choosing, input).map(([f, x]) => f(x));

  /** What every kind has. `single` are single values of the kind. */
  const moved = (input: Wire, column: unknown, single: Wire): Wire[] => [
    fc.tuple(input, rowCounts).map(([x, n]) => fn("Shift", x, int(n))),
    apply(fills, input),
    fc.tuple(condition, input, fc.oneof(input, single)).map(([p, a, b]) => when(p, a, b)),
    fc.tuple(condition, fc.oneof(input, single), input).map(([p, a, b]) => when(p, a, b)),
    fc.tuple(input, fc.oneof(input, single)).map(([a, b]) => fn("FillNull", a, b)),
    fc.array(input, { minLength: 1, maxLength: 3 }).map((inputs) => fn("Coalesce", ...inputs)),
    input.map((x) => ({ Alias: [x, "renamed"] })),
    windowed(choosing, input, column),
    windowed(itself, input, column),
  ];
  const windowed = (aggregates: fc.Arbitrary<Aggregate>, input: Wire, column: unknown): Wire =>
    fc
      .tuple(aggregates, input, partitionKeys)
      .map(([f, x, keys]) => over(f(when(op(col("z"), "GtEq", float(0)), x, column)), keys));
  // Not of what is made in the group: Polars forgets the nulls of a shift or difference there, and counts them.
  const counted = (aggregates: fc.Arbitrary<Aggregate>, ...columns: string[]): Wire =>
    fc
      .tuple(aggregates, fc.constantFrom(...columns), partitionKeys)
      .map(([f, column, keys]) => over(f(col(column)), keys));

  const floats = fc.oneof(oneOf(float(0.5), float(-2), scalar("Float64", 3)), aggregateOf(number));
  const integers = fc.oneof(fc.integer({ min: -300, max: 300 }).map(int), aggregateOf(integer));
  const texts = oneOf(scalar("String", "b"), scalar("String", "12"));
  const moments = oneOf(scalar("Datetime", [1_710_000_000_000_000, "Microseconds", null]));
  const spans = oneOf(
    scalar("Duration", [5_400_000_000, "Microseconds"]),
    scalar("Duration", [-1_500, "Microseconds"]),
  );

  return {
    number: fc.oneof(
      depth,
      oneOf(...["x", "y", "z", "g"].map(col)),
      binary(number, fc.constantFrom("Plus", "Minus", "Multiply"), fc.oneof(number, floats)),
      // Polars multiplies by the reciprocal of a divisor that is one value, which may differ in the last bit.
      binary(
        number,
        fc.constantFrom("TrueDivide", "Divide", "FloorDivide", "Modulus"),
        oneOf(col("x"), col("z")),
      ),
      binary(number, fc.constant("Plus"), integer),
      apply(oneOf("Abs", "Negate", "Sign", "Floor", "Ceil", { Pow: "Sqrt" }), number),
      apply(rounds, number),
      fc.tuple(number, number, number).map(([x, a, b]) => fn(clip(true, true), x, a, b)),
      fc.tuple(number, fc.oneof(number, floats)).map(([x, a]) => fn(clip(false, true), x, a)),
      fc.tuple(number).map(([x]) => fn(clip(true, true), x, float(-1), int(3))),
      apply(cumulative("CumMin", "CumMax"), number),
      apply(rolling("Min", "Max"), number),
      fc.tuple(number, rowCounts).map(([a, n]) => fn({ Diff: "Ignore" }, a, int(n))),
      fc.oneof(integer, condition, text).map((a) => cast(a, "Float64")),
      span.map((a) => op(a, "TrueDivide", op(col("ts"), "Minus", col("later")))),
      ...moved(number, col("x"), floats),
    ),
    integer: fc.oneof(
      depth,
      oneOf(...["i", "j", "k", "u", "w"].map(col)),
      binary(
        integer,
        fc.constantFrom("Plus", "Minus", "FloorDivide", "Modulus", "Divide"),
        fc.oneof(integer, integers),
      ),
      binary(integer, fc.constant("Multiply"), oneOf(int(7), int(-100))),
      fc
        .tuple(integer, fc.integer({ min: 0, max: 3 }))
        .map(([a, n]) => fn({ Pow: "Generic" }, op(a, "Modulus", int(12)), int(n))),
      apply(oneOf("Abs", "Sign", "Floor"), integer),
      fc.tuple(integer, rowCounts).map(([a, n]) => fn({ Diff: "Ignore" }, a, int(n))),
      // Of integers only: which operand Polars takes where one is NaN depends on their order and on nulls elsewhere.
      fc.tuple(oneOf("MaxHorizontal", "MinHorizontal"), integer, integer).map(([f, a, b]) => fn(f, a, b)),
      apply(cumulative("CumCount"), any),
      apply(cumulative("CumSum"), fc.oneof(integer, condition)),
      apply(cumulative("CumMin", "CumMax"), integer),
      apply(rolling("Sum", "Min", "Max"), integer),
      counted(counting, "x", "i", "p", "name", "later"),
      counted(
        summing.filter((f) => JSON.stringify(f(0)).includes("Sum")),
        "i",
        "k",
        "w",
      ),
      fc.tuple(fc.oneof(number, integer, condition), dtypes).map(([x, dtype]) => cast(x, dtype)),
      // An infinity becomes the largest integer, which the engine holds exactly up to 2^53.
      fc
        .tuple(
          fc.oneof(number, integer, condition),
          dtypes.filter((dtype) => !dtype.endsWith("64")),
        )
        .map(([x, dtype]) => cast(x, dtype, "Overflowing")),
      fc.tuple(text, dtypes).map(([x, dtype]) => cast(x, dtype)),
      part(DATE_PARTS, fc.oneof(moment, date)),
      part(CLOCK_PARTS, moment),
      part(
        CLOCK_PARTS,
        moment.map((t) => fn({ TemporalExpr: "Time" }, t)),
      ),
      part(
        [...DATE_PARTS, ...CLOCK_PARTS],
        fc.tuple(moment, zones).map(([t, zone]) => inZone(t, zone)),
      ),
      span.map((a) => fn({ TemporalExpr: "TotalMinutes" }, a)),
      // The engine holds integers exactly up to 2^53, so what is multiplied later must begin small.
      fc.oneof(moment, date, span).map((a) => op(cast(a, "Int64"), "Modulus", int(99_991))),
      ...moved(integer, col("i"), integers),
    ),
    condition: fc.oneof(
      depth,
      oneOf(col("p"), col("q")),
      binary(number, orderings, fc.oneof(number, floats)),
      binary(integer, orderings, fc.oneof(integer, number, integers)),
      binary(text, orderings, fc.oneof(text, texts)),
      binary(moment, orderings, fc.oneof(moment, date, moments)),
      binary(span, orderings, fc.oneof(span, spans)),
      binary(condition, fc.constantFrom("And", "Or", "Xor", "LogicalAnd", "LogicalOr"), condition),
      condition.map((a) => fn({ Boolean: "Not" }, a)),
      apply(
        fc.constantFrom("IsNan", "IsNotNan", "IsFinite", "IsInfinite").map((name) => ({ Boolean: name })),
        fc.oneof(number, integer),
      ),
      apply(
        fc.constantFrom("IsNull", "IsNotNull").map((name) => ({ Boolean: name })),
        any,
      ),
      fc
        .tuple(
          fc.constantFrom("AnyHorizontal", "AllHorizontal"),
          fc.array(condition, { minLength: 1, maxLength: 3 }),
        )
        .map(([name, inputs]) => fn({ Boolean: name }, ...inputs)),
      // Rolling extremes of booleans have no rows where 0.51 takes them into a group; evaluate.test.ts has them.
      apply(cumulative("CumMin", "CumMax"), condition),
      number.map((a) => cast(a, "Boolean")),
      ...moved(condition, col("p"), oneOf(scalar("Boolean", true))),
    ),
    text: fc.oneof(
      depth,
      fc.constant(col("name")),
      fc.oneof(integer, condition).map((a) => cast(a, "String")),
      ...moved(text, col("name"), texts),
    ),
    moment: fc.oneof(
      depth,
      oneOf(col("ts"), col("later")),
      binary(moment, fc.constantFrom("Plus", "Minus"), fc.oneof(span, spans)),
      fc.oneof(date, moment).map((a) => cast(a, { Datetime: ["Microseconds", null] })),
      apply(cumulative("CumMin", "CumMax"), moment),
      ...moved(moment, col("later"), moments),
    ),
    date: fc.oneof(
      depth,
      fc.constant(fn({ TemporalExpr: "Date" }, col("ts"))),
      part(
        ["Date"],
        fc.tuple(moment, zones).map(([t, zone]) => inZone(t, zone)),
      ),
      moment.map((t) => cast(t, "Date")),
      binary(date, fc.constantFrom("Plus", "Minus"), fc.oneof(span, spans)),
      ...moved(date, DAY_OF_LATER, oneOf(scalar("Date", 19_000))),
    ),
    span: fc.oneof(
      depth,
      fc.constant(SPAN),
      binary(moment, fc.constant("Minus"), fc.oneof(moment, moments)),
      binary(date, fc.constant("Minus"), date),
      binary(span, fc.constantFrom("Plus", "Minus"), fc.oneof(span, spans)),
      binary(span, fc.constantFrom("Multiply", "TrueDivide"), oneOf(int(3), int(-7), float(0.25))),
      ...moved(span, SPAN, spans),
    ),
    statistic: fc.oneof(
      depth,
      apply(rolling("Mean", "Sum"), number),
      apply(rolling("Mean"), fc.oneof(integer, condition)),
      // Of numbers of one size: Polars takes what leaves the window out of its squares, and the loss stays.
      apply(
        rollingSpreads,
        oneOf(...["x", "g", "j", "k", "u", "p"].map(col), op(col("g"), "Minus", col("z"))),
      ),
      apply(rollingQuantiles, fc.oneof(number, integer)),
      // Not of infinities, after which 0.53 says NaN and 0.51 the infinity.
      apply(
        ewmMeans,
        fc.oneof(integer, oneOf(col("g"), fn("Shift", op(col("g"), "Minus", col("z")), int(2)))),
      ),
      apply(cumulative("CumSum"), number),
      fc.tuple(fc.oneof(number, integer), rowCounts).map(([a, n]) => fn("PctChange", a, int(n))),
      fc
        .tuple(number, oneOf(float(0.5), float(2), int(3), int(-1), cast(col("j"), "Float64")))
        .map(([a, b]) => fn({ Pow: "Generic" }, a, b)),
      fc.tuple(summing, fc.oneof(number, integer, condition)).map(([f, x]) => op(col("z"), "Multiply", f(x))),
      counted(summing, "x", "g", "i", "u", "p"),
      binary(number, fc.constant("TrueDivide"), oneOf(float(3), int(7))),
      binary(statistic, fc.constant("Multiply"), fc.constant(col("z"))),
      ...moved(statistic, col("g"), floats),
    ),
  };
});

/** Which kinds agree to the last bit. */
export const kinds = {
  number: "exact",
  integer: "exact",
  condition: "exact",
  text: "exact",
  moment: "exact",
  date: "exact",
  span: "exact",
  statistic: "relative",
} as const satisfies Record<keyof Kinds, "exact" | "relative">;
