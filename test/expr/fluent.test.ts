import {
  allHorizontal,
  anyHorizontal,
  coalesce,
  col,
  duration,
  type Expr,
  equalExpr,
  lit,
  maxHorizontal,
  minHorizontal,
  when,
  writeExpr,
} from "tradepose-client/expr";
import { describe, expect, it } from "vitest";

const close = col("close");
const column = (name: string) => ({ Column: name });
const int = (value: number) => ({ Literal: { Dyn: { Int: value } } });
const float = (value: number) => ({ Literal: { Dyn: { Float: value } } });
const binary = (left: unknown, op: string, right: unknown) => ({ BinaryExpr: { left, op, right } });
const fn = (f: unknown, ...input: unknown[]) => ({ Function: { input, function: f } });
const rolling = (name: string, parameters: unknown, more: object = {}) =>
  fn(
    {
      RollingExpr: {
        function: name,
        options: {
          window_size: 20,
          min_periods: 20,
          weights: null,
          center: false,
          fn_params: parameters,
          ...more,
        },
      },
    },
    column("close"),
  );
const aggregate = (name: string, input: unknown) => ({ Agg: { [name]: input } });
const part = (name: unknown) => fn({ TemporalExpr: name }, column("ts"));

describe("writes the dialect of Rust Polars 0.51", () => {
  it.each<[Expr, unknown]>([
    [close, column("close")],
    [
      col("ST", { direction: "number" }).field("direction"),
      fn({ StructExpr: { FieldByName: "direction" } }, column("ST")),
    ],
    [lit(2), int(2)],
    [lit(-1.5), float(-1.5)],
    [lit(1e300), float(1e300)],
    [lit(-0), int(0)],
    [lit("a"), { Literal: { Scalar: { String: "a" } } }],
    [lit(true), { Literal: { Scalar: { Boolean: true } } }],
    [lit(new Date(1)), { Literal: { Scalar: { Datetime: [1000, "Microseconds", null] } } }],
    [close.eq(1), binary(column("close"), "Eq", int(1))],
    [close.neq(1), binary(column("close"), "NotEq", int(1))],
    [close.lt(1), binary(column("close"), "Lt", int(1))],
    [close.ltEq(1), binary(column("close"), "LtEq", int(1))],
    [close.gt(1), binary(column("close"), "Gt", int(1))],
    [close.gtEq(1), binary(column("close"), "GtEq", int(1))],
    [close.add(1), binary(column("close"), "Plus", int(1))],
    [close.sub(col("open")), binary(column("close"), "Minus", column("open"))],
    [close.mul(0.5), binary(column("close"), "Multiply", float(0.5))],
    [close.div(2), binary(column("close"), "TrueDivide", int(2))],
    [close.floorDiv(2), binary(column("close"), "FloorDivide", int(2))],
    [close.mod(2), binary(column("close"), "Modulus", int(2))],
    [
      close.gt(1).and(true),
      binary(binary(column("close"), "Gt", int(1)), "And", { Literal: { Scalar: { Boolean: true } } }),
    ],
    [
      close.isNull().or(close.isNotNull()),
      binary(fn({ Boolean: "IsNull" }, column("close")), "Or", fn({ Boolean: "IsNotNull" }, column("close"))),
    ],
    [col("a", "boolean").xor(col("b", "boolean")), binary(column("a"), "Xor", column("b"))],
    [col("a", "boolean").not(), fn({ Boolean: "Not" }, column("a"))],
    [
      close.isBetween(1, 2),
      binary(binary(column("close"), "GtEq", int(1)), "And", binary(column("close"), "LtEq", int(2))),
    ],
    [
      close.isBetween(1, 2, "right"),
      binary(binary(column("close"), "Gt", int(1)), "And", binary(column("close"), "LtEq", int(2))),
    ],
    [
      close.isIn([1, 2]),
      binary(binary(column("close"), "Eq", int(1)), "Or", binary(column("close"), "Eq", int(2))),
    ],
    [close.isIn([]), { Literal: { Scalar: { Boolean: false } } }],
    [close.fillNull(0), fn("FillNull", column("close"), int(0))],
    [close.shift(), fn("Shift", column("close"), int(1))],
    [close.diff(3), fn({ Diff: "Ignore" }, column("close"), int(3))],
    [close.abs(), fn("Abs", column("close"))],
    [minHorizontal(close, 1), fn("MinHorizontal", column("close"), int(1))],
    [maxHorizontal(1, close), fn("MaxHorizontal", int(1), column("close"))],
    [
      close.cast("Int32"),
      { Cast: { expr: column("close"), dtype: { Literal: "Int32" }, options: "Strict" } },
    ],
    [
      close.cast("Datetime", { strict: false }),
      {
        Cast: {
          expr: column("close"),
          dtype: { Literal: { Datetime: ["Microseconds", null] } },
          options: "NonStrict",
        },
      },
    ],
    [close.alias("x"), { Alias: [column("close"), "x"] }],
    [col("ts").dt.hour(), part("Hour")],
    [lit(5, "Int8"), { Literal: { Scalar: { Int8: 5 } } }],
    [lit(0.1, "Float64"), { Literal: { Scalar: { Float64: 0.1 } } }],
    [lit("1970-01-03", "Date"), { Literal: { Scalar: { Date: 2 } } }],
    [lit("1969-12-31", "Date"), { Literal: { Scalar: { Date: -1 } } }],
    [lit("00:01", "Time"), { Literal: { Scalar: { Time: 60_000_000_000 } } }],
    [lit("23:59:59.5", "Time"), { Literal: { Scalar: { Time: 86_399_500_000_000 } } }],
    [
      duration({ minutes: 1, seconds: -30 }),
      { Literal: { Scalar: { Duration: [30_000_000, "Microseconds"] } } },
    ],
    [close.eqMissing(1), binary(column("close"), "EqValidity", int(1))],
    [close.neqMissing(1), binary(column("close"), "NotEqValidity", int(1))],
    [close.pow(2), fn({ Pow: "Generic" }, column("close"), int(2))],
    [close.sqrt(), fn({ Pow: "Sqrt" }, column("close"))],
    [close.neg(), fn("Negate", column("close"))],
    [close.sign(), fn("Sign", column("close"))],
    [close.floor(), fn("Floor", column("close"))],
    [close.ceil(), fn("Ceil", column("close"))],
    [close.round(), fn({ Round: { decimals: 0, mode: "HalfToEven" } }, column("close"))],
    [
      close.round(2, "halfAwayFromZero"),
      fn({ Round: { decimals: 2, mode: "HalfAwayFromZero" } }, column("close")),
    ],
    [close.clip(1, 2), fn({ Clip: { has_min: true, has_max: true } }, column("close"), int(1), int(2))],
    [close.clip(1, null), fn({ Clip: { has_min: true, has_max: false } }, column("close"), int(1))],
    [close.clip(null, 2), fn({ Clip: { has_min: false, has_max: true } }, column("close"), int(2))],
    [close.pctChange(), fn("PctChange", column("close"), int(1))],
    [close.isNan(), fn({ Boolean: "IsNan" }, column("close"))],
    [close.isNotNan(), fn({ Boolean: "IsNotNan" }, column("close"))],
    [close.isFinite(), fn({ Boolean: "IsFinite" }, column("close"))],
    [close.isInfinite(), fn({ Boolean: "IsInfinite" }, column("close"))],
    [close.forwardFill(), fn({ FillNullWithStrategy: { Forward: null } }, column("close"))],
    [close.forwardFill(2), fn({ FillNullWithStrategy: { Forward: 2 } }, column("close"))],
    [close.backwardFill(), fn({ FillNullWithStrategy: { Backward: null } }, column("close"))],
    [coalesce(close, 0), fn("Coalesce", column("close"), int(0))],
    [
      anyHorizontal(col("a", "boolean"), true),
      fn({ Boolean: "AnyHorizontal" }, column("a"), { Literal: { Scalar: { Boolean: true } } }),
    ],
    [allHorizontal(col("a", "boolean")), fn({ Boolean: "AllHorizontal" }, column("a"))],
    [close.rollingMean(20), rolling("Mean", null)],
    [close.rollingSum(20, { minSamples: 3 }), rolling("Sum", null, { min_periods: 3 })],
    [close.rollingMin(20, { center: true }), rolling("Min", null, { center: true })],
    [close.rollingMax(20), rolling("Max", null)],
    [close.rollingStd(20), rolling("Std", { Var: { ddof: 1 } })],
    [close.rollingVar(20, { ddof: 0 }), rolling("Var", { Var: { ddof: 0 } })],
    [close.rollingMedian(20), rolling("Quantile", { Quantile: { prob: 0.5, method: "Linear" } })],
    [close.rollingQuantile(0.9, 20), rolling("Quantile", { Quantile: { prob: 0.9, method: "Nearest" } })],
    [close.highest(20), rolling("Max", null)],
    [close.lowest(20), rolling("Min", null)],
    [
      close.ewmMean({ span: 3, adjust: false }),
      fn(
        {
          EwmMean: {
            options: { alpha: 0.5, adjust: false, bias: false, min_periods: 1, ignore_nulls: false },
          },
        },
        column("close"),
      ),
    ],
    [close.cumSum(), fn({ CumSum: { reverse: false } }, column("close"))],
    [close.cumMax(), fn({ CumMax: { reverse: false } }, column("close"))],
    [close.cumMin({ reverse: true }), fn({ CumMin: { reverse: true } }, column("close"))],
    [close.cumCount(), fn({ CumCount: { reverse: false } }, column("close"))],
    [close.first(), aggregate("First", column("close"))],
    [close.last(), aggregate("Last", column("close"))],
    [close.min(), aggregate("Min", { input: column("close"), propagate_nans: false })],
    [close.max(), aggregate("Max", { input: column("close"), propagate_nans: false })],
    [close.sum(), aggregate("Sum", column("close"))],
    [close.mean(), aggregate("Mean", column("close"))],
    [close.median(), aggregate("Median", column("close"))],
    [close.std(), aggregate("Std", [column("close"), 1])],
    [close.var({ ddof: 0 }), aggregate("Var", [column("close"), 0])],
    [close.count(), aggregate("Count", { input: column("close"), include_nulls: false })],
    [close.nUnique(), aggregate("NUnique", column("close"))],
    [
      close.mean().over(col("ts").dt.date(), col("side", "text")),
      {
        Window: {
          function: aggregate("Mean", column("close")),
          partition_by: [part("Date"), column("side")],
          order_by: null,
          options: { Over: "GroupsToRows" },
        },
      },
    ],
    [col("ts").dt.millisecond(), part("Millisecond")],
    [col("ts").dt.time(), part("Time")],
    [col("ts").dt.week(), part("Week")],
    [
      col("ts").sub(new Date(0)).dt.totalMinutes(),
      fn(
        { TemporalExpr: "TotalMinutes" },
        binary(column("ts"), "Minus", { Literal: { Scalar: { Datetime: [0, "Microseconds", null] } } }),
      ),
    ],
    [
      col("ts").add(duration({ hours: 1 })),
      binary(column("ts"), "Plus", { Literal: { Scalar: { Duration: [3_600_000_000, "Microseconds"] } } }),
    ],
    [col("ts").cast("Time"), { Cast: { expr: column("ts"), dtype: { Literal: "Time" }, options: "Strict" } }],
    [col("ts").dt.minute(), part("Minute")],
    [col("ts").dt.weekday(), part("WeekDay")],
    [col("ts").dt.ordinalDay(), part("OrdinalDay")],
    [col("ts").dt.date(), part("Date")],
    [col("ts").dt.convertTimeZone("Asia/Taipei"), part({ ConvertTimeZone: { inner: "Asia/Taipei" } })],
    [
      when(close.gt(1)).then(1).otherwise(null),
      {
        Ternary: {
          predicate: binary(column("close"), "Gt", int(1)),
          truthy: int(1),
          falsy: { Literal: { Scalar: { Null: "Null" } } },
        },
      },
    ],
  ])("%s", (expression, json) => {
    expect(writeExpr(expression)).toEqual(json);
    expect(JSON.parse(JSON.stringify(expression))).toEqual(json);
  });
});

describe("expressions", () => {
  it("are never changed by what is built from them", () => {
    const before = `${close}`;
    const sum = close.add(1);
    sum.mul(2).gt(3).not();
    expect(`${close}`).toBe(before);
    expect(`${sum}`).toBe('col("close").add(1)');
    expect(Object.isFrozen(sum.node)).toBe(true);
  });

  it("are equal when their wire forms are", () => {
    expect(close.add(1).equals(col("close").add(1))).toBe(true);
    expect(close.add(1).equals(close.add(1.5))).toBe(false);
    expect(equalExpr(lit(1).node, lit(1).cast("Float64").node)).toBe(false);
  });

  it("stay shallow when a long list is searched", () => {
    const values = Array.from({ length: 5_000 }, (_, index) => index);
    expect(JSON.stringify(writeExpr(col("open").isIn(values.slice(0, 2_000))))).toContain("1999");
    expect(() => writeExpr(col("open").isIn(values))).toThrow(/more than 10000 nodes/);
  });
});
