import {
  col,
  type Expr,
  equalExpr,
  lit,
  maxHorizontal,
  minHorizontal,
  type NumberExpr,
  StructExpr,
  when,
  writeExpr,
} from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { ArgumentError } from "../../src/errors/argument.ts";

const close = col("close");
const column = (name: string) => ({ Column: name });
const int = (value: number) => ({ Literal: { Dyn: { Int: value } } });
const float = (value: number) => ({ Literal: { Dyn: { Float: value } } });
const binary = (left: unknown, op: string, right: unknown) => ({ BinaryExpr: { left, op, right } });
const fn = (f: unknown, ...input: unknown[]) => ({ Function: { input, function: f } });
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

describe("refuses at run time what JavaScript lets through", () => {
  const untyped = <T>(value: unknown) => value as T;

  it.each<[string, () => unknown, RegExp]>([
    [
      "a text beside a number",
      () => close.gt(untyped<number>("a")),
      /a number is needed here, not the string "a"/,
    ],
    [
      "a Boolean price",
      () => close.add(untyped<number>(close.gt(1))),
      /a number is needed here, not the boolean col\("close"\).gt\(1\)/,
    ],
    ["nothing", () => close.add(untyped<number>(undefined)), /not undefined/],
    ["NaN", () => close.add(Number.NaN), /NaN has no literal form/],
    ["infinity", () => lit(Number.POSITIVE_INFINITY), /finite/],
    ["an invalid Date", () => col("ts").gt(new Date("x")), /valid time/],
    [
      "an unknown column",
      () => col(untyped<"close">("atr")),
      /"atr" is not a column of the bars .* col\("atr", "number"\)/,
    ],
    ["a column that Object has", () => col(untyped<"close">("constructor")), /not a column of the bars/],
    [
      "an unknown member",
      () => col("x", { a: "number" }).field(untyped<"a">("b")),
      /no struct member "b"; the members are a/,
    ],
    ["half a bar", () => close.shift(0.5), /shift takes a whole number of bars, not 0.5/],
    [
      "an unknown time zone",
      () => col("ts").dt.convertTimeZone("Mars/Base"),
      /"Mars\/Base" is no IANA time zone/,
    ],
    ["an unknown data type", () => close.cast(untyped<"Int8">("Float16")), /cannot cast to "Float16"/],
    ["no value", () => minHorizontal(...untyped<[NumberExpr]>([])), /at least one value/],
    [
      "a struct as a value",
      () => when(true).then(untyped<number>(new StructExpr(close.node, {}))),
      /then takes a number/,
    ],
  ])("%s", (_, run, message) => {
    expect(run).toThrow(ArgumentError);
    expect(run).toThrow(message);
  });
});
