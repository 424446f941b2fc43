import fc from "fast-check";
import {
  allHorizontal,
  anyHorizontal,
  type BooleanExpr,
  coalesce,
  col,
  duration,
  lit,
  maxHorizontal,
  minHorizontal,
  type NumberExpr,
  type TextExpr,
  type TimeExpr,
  when,
} from "tradepose-client/expr";
import { finite, fraction, interpolation } from "./any-node.ts";

const bool = fc.boolean();

interface Written {
  number: NumberExpr;
  boolean: BooleanExpr;
  text: TextExpr;
  time: TimeExpr;
}

const deviation = fc.record({ ddof: fc.nat(2) }, { requiredKeys: [] });
const rollingOptions = fc.record({ minSamples: fc.nat(3), center: bool }, { requiredKeys: [] });
const cumulative = fc.record({ reverse: bool }, { requiredKeys: [] });
const decay = fc.oneof(
  fc.record({ alpha: fc.constantFrom(0.1, 0.5, 1) }),
  fc.record({ span: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ halfLife: fc.integer({ min: 1, max: 50 }) }),
  fc.record({ com: fc.nat(50) }),
);
const clock = fc.tuple(fc.nat(23), fc.nat(59), fc.option(fc.nat(59))).map((parts) =>
  parts
    .filter((part) => part !== null)
    .map((part) => String(part).padStart(2, "0"))
    .join(":"),
);
const date = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) });
const day = date.map((instant) => instant.toISOString().slice(0, 10));
const zone = fc.constantFrom("America/New_York", "Asia/Taipei");

/** Expressions as the fluent interface makes them: every method, over every kind. */
export const written = fc.letrec((tie: fc.LetrecTypedTie<Written>) => {
  const number = tie("number");
  const boolean = tie("boolean");
  const text = tie("text");
  const time = tie("time");
  const amount = fc.oneof(number, finite, fc.integer());
  const condition = fc.oneof(boolean, bool);
  const word = fc.oneof(text, fc.string());
  const any = fc.oneof(number, boolean, text, time);
  const bars = fc.integer({ min: -3, max: 9 });
  const window = fc.integer({ min: 3, max: 99 });
  const limit = fc.option(fc.nat(3));

  return {
    number: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      fc.constantFrom("open" as const, "high" as const, "close" as const).map((column) => col(column)),
      fc.constant(col("SP500_1D_ATR|14", "number")),
      fc.constant(col("ST", { direction: "number" }).field("direction")),
      finite.map((value) => lit(value)),
      fc
        .tuple(fc.nat(127), fc.constantFrom("Int8", "UInt16", "Int64", "Float32"))
        .map(([value, dtype]) => lit(value, dtype)),
      fc
        .tuple(number, fc.constantFrom("add", "sub", "mul", "div", "floorDiv", "mod", "pow"), amount)
        .map(([left, method, right]) => left[method](right)),
      fc
        .tuple(number, fc.constantFrom("abs", "neg", "sign", "sqrt", "floor", "ceil"))
        .map(([input, method]) => input[method]()),
      fc
        .tuple(number, fc.nat(4), fc.constantFrom("halfToEven", "halfAwayFromZero"))
        .map(([input, decimals, mode]) => input.round(decimals, mode)),
      fc.tuple(number, fc.option(amount), amount).map(([input, low, high]) => input.clip(low, high)),
      fc.tuple(number, amount).map(([input, low]) => input.clip(low, null)),
      fc
        .tuple(number, fc.constantFrom("shift", "diff", "pctChange"), bars)
        .map(([input, method, n]) => input[method](n)),
      fc.tuple(number, amount).map(([input, value]) => input.fillNull(value)),
      fc
        .tuple(number, fc.constantFrom("forwardFill", "backwardFill"), limit)
        .map(([input, method, rows]) => input[method](rows)),
      fc.tuple(amount, number).map(([a, b]) => minHorizontal(a, b)),
      fc.tuple(number, amount).map(([a, b]) => maxHorizontal(a, b)),
      fc.tuple(number, amount).map(([a, b]) => coalesce(a, b)),
      fc.tuple(number, bool).map(([input, strict]) => input.cast("Int32", { strict })),
      fc
        .tuple(
          number,
          fc.constantFrom("rollingMean", "rollingSum", "rollingMin", "rollingMax", "rollingMedian"),
          window,
          rollingOptions,
        )
        .map(([input, method, size, options]) => input[method](size, options)),
      fc
        .tuple(number, fc.constantFrom("rollingStd", "rollingVar"), window, rollingOptions, deviation)
        .map(([input, method, size, options, more]) => input[method](size, { ...options, ...more })),
      fc
        .tuple(number, fraction, window, rollingOptions, interpolation)
        .map(([input, q, size, options, how]) =>
          input.rollingQuantile(q, size, { ...options, interpolation: how }),
        ),
      fc
        .tuple(number, fc.constantFrom("highest", "lowest"), window)
        .map(([input, method, n]) => input[method](n)),
      fc
        .tuple(
          number,
          decay,
          fc.record({ adjust: bool, minSamples: fc.nat(9), ignoreNulls: bool }, { requiredKeys: [] }),
        )
        .map(([input, weights, options]) => input.ewmMean({ ...weights, ...options })),
      fc
        .tuple(number, fc.constantFrom("cumSum", "cumMax", "cumMin"), cumulative)
        .map(([input, method, options]) => input[method](options)),
      fc.tuple(any, cumulative).map(([input, options]) => input.cumCount(options)),
      fc
        .tuple(number, fc.constantFrom("first", "last", "min", "max", "sum", "mean", "median"), any)
        .map(([input, method, key]) => input[method]().over(key)),
      fc
        .tuple(number, fc.constantFrom("std", "var"), deviation)
        .map(([input, fn, options]) => input[fn](options)),
      fc.tuple(any, fc.constantFrom("count", "nUnique")).map(([input, method]) => input[method]()),
      fc
        .tuple(
          time,
          fc.constantFrom(
            "year",
            "month",
            "day",
            "hour",
            "minute",
            "second",
            "millisecond",
            "weekday",
            "week",
            "ordinalDay",
            "totalMinutes",
          ),
        )
        .map(([t, part]) => t.dt[part]()),
      fc
        .tuple(boolean, amount, boolean, number, fc.option(amount))
        .map(([p, a, q, b, c]) => when(p).then(a).when(q).then(b).otherwise(c)),
      number.map((input) => input.alias('a "name"')),
    ),
    boolean: fc.oneof(
      { maxDepth: 5, depthSize: "small" },
      fc.constant(col("open").gt(1)),
      fc.constant(col("up", "boolean")),
      fc
        .tuple(
          number,
          fc.constantFrom("eq", "neq", "eqMissing", "neqMissing", "lt", "ltEq", "gt", "gtEq"),
          amount,
        )
        .map(([left, method, right]) => left[method](right)),
      fc
        .tuple(text, fc.constantFrom("eq", "neq", "lt"), word)
        .map(([left, method, right]) => left[method](right)),
      fc
        .tuple(boolean, fc.constantFrom("and", "or", "xor", "eq", "neqMissing"), condition)
        .map(([left, method, right]) => left[method](right)),
      boolean.map((input) => input.not()),
      fc.tuple(any, fc.constantFrom("isNull", "isNotNull")).map(([input, method]) => input[method]()),
      fc
        .tuple(number, fc.constantFrom("isNan", "isNotNan", "isFinite", "isInfinite"))
        .map(([input, method]) => input[method]()),
      fc
        .tuple(number, amount, amount, fc.constantFrom("both", "left", "right", "none"))
        .map(([input, low, high, closed]) => input.isBetween(low, high, closed)),
      fc.tuple(number, fc.array(amount, { maxLength: 5 })).map(([input, values]) => input.isIn(values)),
      fc.tuple(text, fc.array(word, { maxLength: 3 })).map(([input, values]) => input.isIn(values)),
      fc.tuple(condition, boolean).map(([a, b]) => anyHorizontal(a, b)),
      fc.tuple(boolean, condition).map(([a, b]) => allHorizontal(a, b)),
      fc
        .tuple(number, fc.constantFrom("crossesAbove", "crossesBelow"), amount)
        .map(([input, method, other]) => input[method](other)),
      fc
        .tuple(number, fc.constantFrom("isRising", "isFalling"), fc.integer({ min: 1, max: 9 }))
        .map(([input, method, n]) => input[method](n)),
      fc
        .tuple(time, clock, clock, fc.option(zone, { nil: undefined }))
        .filter(([, start, end]) => start.slice(0, 5) !== end.slice(0, 5))
        .map(([t, start, end, timeZone]) => t.timeBetween(start, end, timeZone)),
      fc.tuple(time, date).map(([t, instant]) => t.lt(instant)),
      fc.tuple(boolean, bars, condition).map(([input, n, value]) => input.shift(n).fillNull(value)),
      fc.tuple(boolean, fc.constantFrom("first", "max")).map(([input, method]) => input[method]()),
      fc.tuple(boolean, boolean).map(([p, a]) => when(p).then(a).otherwise(false)),
    ),
    text: fc.oneof(
      { maxDepth: 3 },
      fc.constant(col("profile_shape", "text")),
      fc.string().map((value) => lit(value)),
      fc.tuple(text, word).map(([input, value]) => input.fillNull(value)),
      number.map((input) => input.cast("String")),
      fc.tuple(text, bars).map(([input, n]) => input.shift(n)),
      fc.tuple(word, word).map(([a, b]) => coalesce(a, b)),
    ),
    time: fc.oneof(
      { maxDepth: 3 },
      fc.constant(col("ts")),
      fc.constant(col("session_start", "time")),
      date.map((instant) => lit(instant)),
      day.map((value) => lit(value, "Date")),
      clock.map((value) => lit(value, "Time")),
      fc
        .record(
          { hours: fc.integer({ min: -99, max: 99 }), microseconds: fc.integer() },
          { requiredKeys: [] },
        )
        .map(duration),
      time.map((input) => input.dt.date()),
      time.map((input) => input.dt.time()),
      fc.tuple(time, zone).map(([input, timeZone]) => input.dt.convertTimeZone(timeZone)),
      fc.tuple(time, time).map(([a, b]) => a.sub(b)),
      fc.tuple(time, date).map(([a, b]) => a.sub(b)),
      fc.tuple(time, time).map(([a, b]) => a.add(b)),
      time.map((input) => input.cast("Datetime")),
      fc.tuple(boolean, time, date).map(([p, a, b]) => when(p).then(a).otherwise(b)),
      fc.tuple(time, any).map(([input, key]) => input.first().over(key, col("ts").dt.date())),
    ),
  };
});
