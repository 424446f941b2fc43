import { describe, expect, it } from "vitest";
import { literal } from "../../../src/engine/expression/elementwise.ts";
import { FLOAT, typeName } from "../../../src/engine/expression/types.ts";
import type { Cell } from "../../../src/engine/expression/value.ts";
import {
  booleans,
  cast,
  col,
  evaluateOver,
  float,
  floats,
  fn,
  int,
  integers,
  moments,
  op,
  scalar,
  when,
} from "./frame-of.ts";

const NaN_ = Number.NaN;
const T = 1;
const F = 0;
const NULL = { Literal: { Scalar: { Null: "Null" } } };

const COLUMNS = {
  x: floats(1.5, -7.5, NaN_, null, 0, 4),
  y: floats(0, 2, 1, NaN_, 0, NaN_),
  i: integers("Int64", 7, -7, 5, null, 0, 1),
  j: integers("Int64", 2, 2, 0, 3, 0, -3),
  k: integers("Int8", 2, 100, -128, null, 0, -3),
  p: booleans(true, false, null, true, false, null),
  q: booleans(null, null, null, true, true, false),
};

type Row = readonly [what: string, json: unknown, type: string, cells: readonly Cell[]];

describe("arithmetic", () => {
  it.each<Row>([
    ["float + float", op(col("x"), "Plus", col("y")), "Float64", [1.5, -5.5, NaN_, null, 0, NaN_]],
    ["float / 0", op(col("x"), "TrueDivide", col("y")), "Float64", [Infinity, -3.75, NaN_, null, NaN_, NaN_]],
    [
      "int / int is a float",
      op(col("i"), "TrueDivide", col("j")),
      "Float64",
      [3.5, -3.5, Infinity, null, NaN_, -1 / 3],
    ],
    [
      "Divide of ints rounds down, by 0 is null",
      op(col("i"), "Divide", col("j")),
      "Int64",
      [3, -4, null, null, null, -1],
    ],
    ["FloorDivide of ints", op(col("i"), "FloorDivide", col("j")), "Int64", [3, -4, null, null, null, -1]],
    ["FloorDivide of floats", op(col("x"), "FloorDivide", int(2)), "Float64", [0, -4, NaN_, null, 0, 2]],
    [
      "Modulus has the divisor's sign",
      op(col("i"), "Modulus", col("j")),
      "Int64",
      [1, 1, null, null, null, -2],
    ],
    ["Modulus of floats", op(col("x"), "Modulus", int(2)), "Float64", [1.5, 0.5, NaN_, null, 0, 0]],
    [
      "an integer literal takes the column's type and wraps",
      op(col("k"), "Multiply", int(100)),
      "Int8",
      [-56, 16, 0, null, 0, -44],
    ],
    ["unless it does not fit", op(col("k"), "Plus", int(1000)), "Int16", [1002, 1100, 872, null, 1000, 997]],
    [
      "a float literal makes an integer column Float64",
      op(col("k"), "Multiply", float(0.5)),
      "Float64",
      [1, 50, -64, null, 0, -1.5],
    ],
    ["int64 and int8", op(col("i"), "Minus", col("k")), "Int64", [5, -107, 133, null, 0, 4]],
    [
      "literals among themselves",
      op(int(7), "TrueDivide", int(2)),
      "Float64",
      [3.5, 3.5, 3.5, 3.5, 3.5, 3.5],
    ],
    ["with null", op(col("i"), "Plus", NULL), "Int64", [null, null, null, null, null, null]],
    ["boolean among numbers", op(col("p"), "Multiply", col("x")), "Float64", [1.5, -0, null, null, 0, null]],
    ["boolean + boolean", op(col("p"), "Plus", col("q")), "UInt32", [null, null, null, 2, 1, null]],
    ["abs", fn("Abs", col("x")), "Float64", [1.5, 7.5, NaN_, null, 0, 4]],
    ["abs wraps", fn("Abs", col("k")), "Int8", [2, 100, -128, null, 0, 3]],
    ["negate", fn("Negate", col("i")), "Int64", [-7, 7, -5, null, 0, -1]],
    [
      "an exact product beyond 2^53 wraps like int64",
      op(scalar("Int64", 2 ** 52), "Multiply", scalar("Int64", 6000)),
      "Int64",
      Array(6).fill(1904 * 2 ** 52),
    ],
  ])("%s", (_what, json, type, cells) => expectCells(json, type, cells));
});

describe("comparisons order NaN above every number and equal to itself", () => {
  it.each<Row>([
    ["<", op(col("x"), "Lt", col("y")), "Boolean", [F, T, F, null, F, T]],
    ["<=", op(col("x"), "LtEq", col("y")), "Boolean", [F, T, F, null, T, T]],
    [">", op(col("x"), "Gt", col("y")), "Boolean", [T, F, T, null, F, F]],
    [">=", op(col("x"), "GtEq", col("y")), "Boolean", [T, F, T, null, T, F]],
    ["== itself", op(col("x"), "Eq", col("x")), "Boolean", [T, T, T, null, T, T]],
    ["!= itself", op(col("x"), "NotEq", col("x")), "Boolean", [F, F, F, null, F, F]],
    ["NaN > 0.5", op(op(float(0), "TrueDivide", float(0)), "Gt", float(0.5)), "Boolean", [T, T, T, T, T, T]],
    ["int with float literal", op(col("k"), "Gt", float(1.5)), "Boolean", [T, T, F, null, F, F]],
    ["int beyond its type's range", op(col("k"), "Gt", int(1000)), "Boolean", [F, F, F, null, F, F]],
    ["null-aware ==", op(col("p"), "EqValidity", col("q")), "Boolean", [F, F, T, T, F, F]],
    ["null-aware !=", op(col("p"), "NotEqValidity", col("q")), "Boolean", [T, T, F, F, T, T]],
    ["boolean and number", op(col("p"), "Eq", int(1)), "Boolean", [T, F, null, T, F, null]],
    [
      "between",
      fn({ Boolean: { IsBetween: { closed: "Both" } } }, col("x"), int(0), int(4)),
      "Boolean",
      [T, F, F, null, T, T],
    ],
    [
      "between, open",
      fn({ Boolean: { IsBetween: { closed: "None" } } }, col("x"), int(0), int(4)),
      "Boolean",
      [T, F, F, null, F, F],
    ],
    [
      "between with a null bound",
      fn({ Boolean: { IsBetween: { closed: "Left" } } }, col("i"), col("x"), int(3)),
      "Boolean",
      [F, T, F, null, T, F],
    ],
    [
      "a Float32 takes the literal's nearest Float32",
      op(cast(float(0.1), "Float32"), "Eq", float(0.1)),
      "Boolean",
      [T, T, T, T, T, T],
    ],
  ])("%s", (_what, json, type, cells) => expectCells(json, type, cells));
});

describe("logic is Kleene's", () => {
  it.each<Row>([
    ["and", op(col("p"), "And", col("q")), "Boolean", [null, F, null, T, F, F]],
    ["or", op(col("p"), "LogicalOr", col("q")), "Boolean", [T, null, null, T, T, null]],
    ["xor", op(col("p"), "Xor", col("q")), "Boolean", [null, null, null, F, T, null]],
    ["not", fn({ Boolean: "Not" }, col("p")), "Boolean", [F, T, null, F, T, null]],
    [
      "any of three",
      fn({ Boolean: "AnyHorizontal" }, col("p"), col("q"), op(col("i"), "Lt", int(0))),
      "Boolean",
      [T, T, null, T, T, null],
    ],
    ["all of two", fn({ Boolean: "AllHorizontal" }, col("p"), col("q")), "Boolean", [null, F, null, T, F, F]],
    ["with a null literal", op(col("p"), "And", NULL), "Boolean", [null, F, null, null, F, null]],
  ])("%s", (_what, json, type, cells) => expectCells(json, type, cells));
});

describe("nulls, choices and rows", () => {
  it.each<Row>([
    ["is null", fn({ Boolean: "IsNull" }, col("x")), "Boolean", [F, F, F, T, F, F]],
    ["is not null", fn({ Boolean: "IsNotNull" }, col("p")), "Boolean", [T, T, F, T, T, F]],
    ["is NaN is null for null", fn({ Boolean: "IsNan" }, col("x")), "Boolean", [F, F, T, null, F, F]],
    ["is finite", fn({ Boolean: "IsFinite" }, col("x")), "Boolean", [T, T, F, null, T, T]],
    [
      "a null predicate takes the other branch",
      when(col("p"), col("i"), float(0.5)),
      "Float64",
      [7, 0.5, 0.5, null, 0.5, 0.5],
    ],
    ["fill null", fn("FillNull", col("i"), float(1.5)), "Float64", [7, -7, 5, 1.5, 0, 1]],
    ["fill null leaves NaN", fn("FillNull", col("x"), int(9)), "Float64", [1.5, -7.5, NaN_, 9, 0, 4]],
    ["coalesce", fn("Coalesce", col("q"), col("p")), "Boolean", [T, F, null, T, T, F]],
    [
      "smallest of a row passes over nulls",
      fn("MinHorizontal", col("x"), col("y")),
      "Float64",
      [0, -7.5, 1, NaN_, 0, 4],
    ],
    ["largest of a row", fn("MaxHorizontal", col("x"), col("y")), "Float64", [1.5, 2, NaN_, NaN_, 0, NaN_]],
    [
      "largest of int and float",
      fn("MaxHorizontal", col("i"), col("x")),
      "Float64",
      [7, -7, NaN_, null, 0, 4],
    ],
    ["shift", fn("Shift", col("x"), int(1)), "Float64", [null, 1.5, -7.5, NaN_, null, 0]],
    [
      "shift by a float that is whole",
      fn("Shift", col("i"), scalar("Float64", 2)),
      "Int64",
      [null, null, 7, -7, 5, null],
    ],
    ["shift forward", fn("Shift", col("p"), int(-1)), "Boolean", [F, null, T, F, null, null]],
    ["shift beyond the frame", fn("Shift", col("i"), int(9)), "Int64", [null, null, null, null, null, null]],
    ["difference", fn({ Diff: "Ignore" }, col("i"), int(1)), "Int64", [null, -14, 12, null, null, 1]],
    ["alias", { Alias: [col("i"), "renamed"] }, "Int64", [7, -7, 5, null, 0, 1]],
    ["cast to a float", cast(col("k"), "Float64"), "Float64", [2, 100, -128, null, 0, -3]],
    [
      "cast to an integer cuts towards zero, NaN has none",
      cast(col("x"), "Int32"),
      "Int32",
      [1, -7, null, null, 0, 4],
    ],
    [
      "what does not fit is null",
      cast(op(col("i"), "Multiply", int(1000)), "Int8"),
      "Int8",
      [null, null, null, null, 0, null],
    ],
    [
      "or wraps",
      cast(op(col("i"), "Multiply", int(1000)), "Int8", "Overflowing"),
      "Int8",
      [88, -88, -120, null, 0, -24],
    ],
    ["cast of a boolean", cast(col("p"), "Int8"), "Int8", [1, 0, null, 1, 0, null]],
  ])("%s", (_what, json, type, cells) => expectCells(json, type, cells));
});

function expectCells(json: unknown, type: string, cells: readonly Cell[]): void {
  const result = evaluateOver(COLUMNS, json);
  expect(result.findings).toEqual([]);
  expect(typeName(result.value!.type)).toBe(type);
  expect(result.cells).toEqual(cells);
  // The same, read row by row as from a trading context; only literals and looks ahead have no such form.
  const byRow = evaluateOver(COLUMNS, json, Object.keys(COLUMNS));
  if (byRow.findings.length === 0) expect(byRow.cells).toEqual(cells);
  else expect(byRow.findings[0]?.message).toMatch(/no later rows/);
}

const clip = (has_min: boolean, has_max: boolean): unknown => ({ Clip: { has_min, has_max } });
const roll = (name: string, x: unknown, size: number, least = size): unknown =>
  fn(
    {
      RollingExpr: {
        function: name,
        options: { window_size: size, min_periods: least, weights: null, center: false, fn_params: null },
      },
    },
    x,
  );
const over = (input: unknown, ...keys: unknown[]): unknown => ({
  Window: { function: input, partition_by: keys, order_by: null, options: { Over: "GroupsToRows" } },
});
const agg = (name: string, input: unknown): unknown => ({ Agg: { [name]: input } });
const extreme = (name: string, input: unknown): unknown => agg(name, { input, propagate_nans: false });
const every = (cell: Cell): readonly Cell[] => Array<Cell>(6).fill(cell);

describe("the edges of functions", () => {
  const halves = op(col("i"), "Multiply", float(0.5));
  it.each<Row>([
    ["sign of an integer", fn("Sign", col("i")), "Int64", [1, -1, 1, null, 0, 1]],
    [
      "halves to even",
      fn({ Round: { decimals: 0, mode: "HalfToEven" } }, halves),
      "Float64",
      [4, -4, 2, null, 0, 0],
    ],
    [
      "halves away from zero",
      fn({ Round: { decimals: 0, mode: "HalfAwayFromZero" } }, halves),
      "Float64",
      [4, -4, 3, null, 0, 1],
    ],
    [
      "a bound is cast to the type of the value",
      fn(clip(true, false), col("i"), float(2.9)),
      "Int64",
      [7, 2, 5, null, 2, 2],
    ],
    [
      "a bound that is NaN does not bind",
      fn(clip(false, true), col("x"), col("y")),
      "Float64",
      [0, -7.5, NaN_, null, 0, 4],
    ],
    [
      "beside a single bound, a null in the other leaves the value",
      fn(clip(true, true), col("j"), col("k"), int(1)),
      "Int64",
      [1, 100, 0, 3, 0, -3],
    ],
    ["1 to any power is 1", fn({ Pow: "Generic" }, float(1), col("y")), "Float64", [1, 1, 1, 1, 1, 1]],
    ["integer powers wrap", fn({ Pow: "Generic" }, col("k"), int(2)), "Int8", [4, 16, 0, null, 0, 9]],
    ["an integer to a float", fn({ Pow: "Generic" }, col("j"), float(2)), "Float64", [4, 4, 0, 9, 0, 9]],
    [
      "a change counts a null as the value before it",
      fn("PctChange", col("i"), int(1)),
      "Float64",
      [null, -2, -12 / 7, 0, -1, Infinity],
    ],
    [
      "a difference of unsigned integers is signed",
      fn({ Diff: "Ignore" }, cast(col("j"), "UInt8"), int(1)),
      "Int16",
      [null, 0, -2, 3, -3, null],
    ],
    ["rows that are true, counted", roll("Sum", col("p"), 3, 1), "UInt32", [1, 1, 1, 1, 1, 1]],
    ["a sum of no value", roll("Sum", col("q"), 2, 0), "UInt32", [0, 0, 0, 1, 2, 1]],
    ["a mean of no value", roll("Mean", col("q"), 2, 0), "Float64", [null, null, null, 1, 1, 0.5]],
    ["the largest of booleans", roll("Max", col("q"), 2, 1), "Boolean", [null, null, null, T, T, T]],
    ["minutes of a text", cast(scalar("String", "12"), "Int8"), "Int8", every(12)],
  ])("%s", (_what, json, type, cells) => expectCells(json, type, cells));
});

describe("aggregates and windows", () => {
  it.each<Row>([
    ["a mean passes over nulls", agg("Mean", col("i")), "Float64", every(1.2)],
    ["a sum of booleans counts", agg("Sum", col("p")), "UInt32", every(2)],
    ["small integers are summed as Int64", agg("Sum", col("k")), "Int64", every(-29)],
    ["the largest passes over NaN", extreme("Max", col("x")), "Float64", every(4)],
    ["null is one of the different values", agg("NUnique", col("x")), "UInt32", every(6)],
    ["a deviation", agg("Std", [col("j"), 0]), "Float64", every(Math.sqrt(35) / 3)],
    ["too few values for a variance", agg("Var", [agg("First", col("x")), 1]), "Float64", every(null)],
    ["by one key, null among the keys", over(agg("Sum", col("j")), col("p")), "Int64", [5, 2, -3, 5, 2, -3]],
    ["by two keys", over(agg("Sum", col("j")), col("p"), col("q")), "Int64", [2, 2, 0, 3, 0, -3]],
    [
      "by NaN",
      over(agg("Count", { input: col("i"), include_nulls: false }), col("y")),
      "UInt32",
      [2, 1, 1, 1, 2, 1],
    ],
    [
      "rows stay where they are",
      over(fn({ CumSum: { reverse: false } }, col("j")), col("p")),
      "Int64",
      [2, 2, 0, 5, 2, -3],
    ],
    [
      "an aggregate beside rows",
      over(op(col("j"), "Minus", extreme("Max", col("j"))), col("p")),
      "Int64",
      [-1, 0, 0, 0, -2, -3],
    ],
    [
      "aggregates among themselves",
      over(op(agg("First", col("j")), "Multiply", agg("Last", col("j"))), col("p")),
      "Int64",
      [6, 0, 0, 6, 0, 0],
    ],
    [
      "a shifted aggregate is null",
      over(fn("Shift", agg("First", col("j")), int(1)), col("p")),
      "Int64",
      every(null),
    ],
    [
      "by an expression",
      over(extreme("Min", col("j")), op(col("j"), "Gt", int(0))),
      "Int64",
      [2, 2, -3, 2, -3, -3],
    ],
    [
      "a single value shifted is null",
      op(col("i"), "Plus", fn("Shift", int(1), int(1))),
      "Int64",
      every(null),
    ],
    [
      "a single value filled stays",
      fn({ FillNullWithStrategy: { Forward: null } }, int(3)),
      "Int32",
      every(3),
    ],
  ])("%s", (_what, json, type, cells) => {
    const result = evaluateOver(COLUMNS, json);
    expect(result.findings).toEqual([]);
    expect(typeName(result.value!.type)).toBe(type);
    expect(result.cells).toEqual(cells);
  });

  it("an empty frame has aggregates, and no groups", () => {
    const x = floats();
    expect(evaluateOver({ x }, agg("Sum", col("x"))).value).toMatchObject({ source: "literal", cell: 0 });
    expect(evaluateOver({ x }, agg("Mean", col("x"))).value).toMatchObject({ source: "literal", cell: null });
    expect(evaluateOver({ x }, over(agg("Sum", col("x")), col("x")))).toMatchObject({
      cells: [],
      findings: [],
    });
  });
});

describe("moments", () => {
  const TS = {
    ts: moments(
      "2024-01-01T00:00",
      "2024-03-10T06:59:59.999",
      "2024-03-10T07:00",
      "2023-12-31T23:30",
      "1969-12-31T23:59",
      null,
    ),
  };
  const temporal = (part: string): unknown => fn({ TemporalExpr: part }, col("ts"));
  const inNewYork = (part: string): unknown =>
    fn({ TemporalExpr: part }, fn({ TemporalExpr: { ConvertTimeZone: "America/New_York" } }, col("ts")));

  it.each<Row>([
    ["hour", temporal("Hour"), "Int8", [0, 6, 7, 23, 23, null]],
    ["hour on another clock", inNewYork("Hour"), "Int8", [19, 1, 3, 18, 18, null]],
    ["minute", temporal("Minute"), "Int8", [0, 59, 0, 30, 59, null]],
    ["weekday, Monday is 1", temporal("WeekDay"), "Int8", [1, 7, 7, 7, 3, null]],
    ["weekday on another clock", inNewYork("WeekDay"), "Int8", [7, 7, 7, 7, 3, null]],
    ["year", temporal("Year"), "Int32", [2024, 2024, 2024, 2023, 1969, null]],
    ["month", temporal("Month"), "Int8", [1, 3, 3, 12, 12, null]],
    ["day", temporal("Day"), "Int8", [1, 10, 10, 31, 31, null]],
    ["day of the year", temporal("OrdinalDay"), "Int16", [1, 70, 70, 365, 365, null]],
    ["ISO week", temporal("Week"), "Int8", [1, 10, 10, 52, 1, null]],
    ["date", temporal("Date"), "Date", [19723, 19792, 19792, 19722, -1, null]],
    [
      "time",
      temporal("Time"),
      "Time",
      [0, 25_199_999_000_000, 25_200_000_000_000, 84_600_000_000_000, 86_340_000_000_000, null],
    ],
    [
      "time against a literal",
      op(temporal("Time"), "GtEq", scalar("Time", 25_200_000_000_000)),
      "Boolean",
      [F, F, T, T, T, null],
    ],
    [
      "date against a literal",
      op(temporal("Date"), "Eq", scalar("Date", 19792)),
      "Boolean",
      [F, T, T, F, F, null],
    ],
    [
      "moment against a literal in microseconds",
      op(col("ts"), "Lt", scalar("Datetime", [1_704_067_200_000_000, "Microseconds", null])),
      "Boolean",
      [F, F, F, T, T, null],
    ],
    [
      "minutes of the day overflow in Int8, as in Polars",
      op(op(temporal("Hour"), "Multiply", int(60)), "Plus", temporal("Minute")),
      "Int8",
      [0, -93, -92, -126, -97, null],
    ],
    [
      "and do not once cast",
      op(op(cast(temporal("Hour"), "Int32"), "Multiply", int(60)), "Plus", temporal("Minute")),
      "Int32",
      [0, 419, 420, 1410, 1439, null],
    ],
  ])("%s", (_what, json, type, cells) => {
    const result = evaluateOver(TS, json);
    expect(result.findings).toEqual([]);
    expect(typeName(result.value!.type)).toBe(type);
    expect(result.cells).toEqual(cells);
  });

  it("a difference of moments is a duration, whose minutes are whole or not", () => {
    const columns = {
      a: moments("2024-01-01T00:00", "2024-01-01T00:00"),
      b: moments("2024-01-01T01:30:30", "2023-12-31T23:59:30"),
    };
    const span = op(col("b"), "Minus", col("a"));
    expect(
      evaluateOver(columns, fn({ TemporalExpr: { TotalMinutes: { fractional: true } } }, span)).cells,
    ).toEqual([90.5, -0.5]);
    expect(
      evaluateOver(columns, fn({ TemporalExpr: { TotalMinutes: { fractional: false } } }, span)).cells,
    ).toEqual([90, 0]);
  });
});

describe("structs", () => {
  const st = {
    source: "struct" as const,
    members: { direction: literal(FLOAT, 1), line: literal(FLOAT, 9.5) },
  };
  const field = (name: string, of: unknown): unknown => fn({ StructExpr: { FieldByName: name } }, of);

  it("a member is read by name", () => {
    expect(evaluateOver(COLUMNS, field("line", col("st")), [], { st }).cells[0]).toBe(9.5);
  });

  it.each([
    [
      "unknown member",
      field("lin", col("st")),
      "price_expr",
      /unknown struct member "lin"; did you mean "line"\?/,
    ],
    ["member of a number", field("line", col("x")), "price_expr", /not a struct/],
    [
      "the struct itself as a number",
      op(col("st"), "Plus", int(1)),
      "price_expr.BinaryExpr.left",
      /direction, line/,
    ],
  ])("%s is a problem", (_what, json, path, message) => {
    const { value, findings } = evaluateOver(COLUMNS, json, [], { st });
    expect(value).toBeUndefined();
    expect(findings).toEqual([{ path, message: expect.stringMatching(message) }]);
  });
});

describe("problems name the node and are collected", () => {
  it.each(
    [
      [
        "unknown column",
        op(col("close"), "Gt", col("x")),
        "price_expr.BinaryExpr.left",
        /unknown column "close"; there are x, y/,
      ],
      ["misspelt column", col("X"), "price_expr", /did you mean "x"\?/],
      [
        "number in a condition",
        op(col("p"), "And", col("x")),
        "price_expr.BinaryExpr.right",
        /not Float64; write a comparison/,
      ],
      ["text in arithmetic", op(col("x"), "Plus", scalar("String", "a")), "price_expr", /Float64 and String/],
      [
        "text against a number",
        op(col("x"), "Eq", scalar("String", "a")),
        "price_expr",
        /cannot be compared/,
      ],
      [
        "hour of a number",
        fn({ TemporalExpr: "Hour" }, col("x")),
        "price_expr.Function.input[0]",
        /hour needs a time/,
      ],
      [
        "shift by a column",
        fn("Shift", col("x"), col("i")),
        "price_expr.Function.input[1]",
        /literal whole number/,
      ],
      [
        "shift by a half",
        fn("Shift", col("x"), float(0.5)),
        "price_expr.Function.input[1]",
        /literal whole number/,
      ],
      [
        "strict cast that loses values",
        cast(col("x"), "Int32", "Strict"),
        "price_expr",
        /1 value\(s\) do not fit/,
      ],
      ["a window without keys", over(col("x")), "price_expr.Window.partition_by", /at least one key/],
      [
        "a window in a window",
        over(op(over(col("x"), col("p")), "Plus", col("x")), col("q")),
        "price_expr.Window.function.BinaryExpr.left",
        /a window inside a window/,
      ],
      [
        "more periods than the window has",
        roll("Mean", col("x"), 2, 3),
        "price_expr",
        /minPeriods 3 is more than the window of 2 rows/,
      ],
      [
        "a rolling mean of texts",
        roll("Mean", scalar("String", "a"), 2),
        "price_expr.Function.input[0]",
        /needs numbers, not String/,
      ],
      [
        "an integer to a negative power",
        fn({ Pow: "Generic" }, col("i"), col("k")),
        "price_expr.Function.input[1]",
        /negative power/,
      ],
      [
        "a bound that is no integer",
        fn(clip(true, false), col("i"), col("x")),
        "price_expr.Function.input[1]",
        /1 value\(s\) do not fit/,
      ],
      [
        "a difference without nulls",
        fn({ Diff: "Drop" }, col("i"), int(1)),
        "price_expr",
        /changes the number of rows/,
      ],
      [
        "a time from a text",
        cast(scalar("String", "09:30"), "Time"),
        "price_expr",
        /cast of String to Time is not supported/,
      ],
      [
        "aggregate of a text",
        { Agg: { Mean: scalar("String", "a") } },
        "price_expr.Agg.Mean",
        /mean needs numbers, not String/,
      ],
      [
        "branches of unlike type",
        when(col("p"), col("x"), scalar("String", "a")),
        "price_expr",
        /no common type/,
      ],
      [
        "unknown node",
        op(col("x"), "Gt", { Selector: "Wildcard" }),
        "price_expr.BinaryExpr.right",
        /Selector is not supported/,
      ],
      [
        "unknown zone",
        fn({ TemporalExpr: { ConvertTimeZone: "Mars/Base" } }, scalar("Datetime", [0, "Microseconds", null])),
        "price_expr",
        /not a time zone/,
      ],
    ].filter(([what]) => what !== "branches of unlike type") as [string, unknown, string, RegExp][],
  )("%s", (_what, json, path, message) => {
    const { value, findings } = evaluateOver(COLUMNS, json);
    expect(value).toBeUndefined();
    expect(findings).toEqual([{ path, message: expect.stringMatching(message) }]);
  });

  it("all of them in one pass", () => {
    const json = op(op(col("a"), "Gt", col("b")), "And", op(col("x"), "Gt", col("c")));
    expect(evaluateOver(COLUMNS, json).findings.map(({ path }) => path)).toEqual([
      "price_expr.BinaryExpr.left.BinaryExpr.left",
      "price_expr.BinaryExpr.left.BinaryExpr.right",
      "price_expr.BinaryExpr.right.BinaryExpr.right",
    ]);
  });

  it("a context cannot be shifted to later rows", () => {
    const { findings } = evaluateOver(COLUMNS, fn("Shift", col("x"), int(-1)), ["x"]);
    expect(findings).toEqual([
      { path: "price_expr.Function.input[1]", message: expect.stringMatching(/no later rows/) },
    ]);
  });
});
