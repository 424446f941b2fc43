import fc from "fast-check";
import pl from "nodejs-polars";
import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/engine/expression/value.ts";
import { booleans, cast, col, evaluateOver, float, floats, fn, int, integers, op, when } from "./frame-of.ts";

/** Numbers, conditions and integers of bounded depth, made of what both sides understand. */
const { number, condition } = fc.letrec<{ number: unknown; condition: unknown; integer: unknown }>((tie) => {
  const number = tie("number");
  const condition = tie("condition");
  const integer = tie("integer");
  const leafNumber = fc.constantFrom<unknown>(col("x"), col("y"), float(0.5), float(-2), int(3));
  return {
    number: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      leafNumber,
      fc.tuple(number, fc.constantFrom("Plus", "Minus", "Multiply"), number).map(([a, o, b]) => op(a, o, b)),
      // Polars multiplies by the reciprocal of a divisor that is a literal, which may differ in the last bit.
      fc
        .tuple(number, fc.constantFrom("TrueDivide", "FloorDivide", "Modulus"), number)
        .map(([a, o, b]) => op(a, o, op(b, "Plus", col("y")))),
      fc.tuple(integer, number).map(([a, b]) => op(a, "Plus", op(b, "Multiply", col("x")))),
      number.map((a) => fn("Abs", op(a, "Plus", col("y")))),
      fc.tuple(condition, number, number).map(([c, a, b]) => when(c, a, b)),
      fc
        .tuple(number, fc.integer({ min: -2, max: 3 }))
        .map(([a, n]) => fn("Shift", op(a, "Minus", col("x")), int(n))),
      fc.tuple(number, number).map(([a, b]) => fn("FillNull", op(a, "Plus", col("x")), b)),
      integer.map((a) => cast(a, "Float64")),
    ),
    integer: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom<unknown>(col("i"), col("k")),
      fc
        .tuple(integer, fc.constantFrom("Plus", "Minus", "FloorDivide", "Modulus"), integer)
        .map(([a, o, b]) => op(a, o, b)),
      integer.map((a) => op(a, "Multiply", int(7))),
      integer.map((a) => fn({ Diff: "Ignore" }, a, int(1))),
      // Of integers only: which operand Polars takes where one is NaN depends on their order and on nulls elsewhere.
      fc.tuple(integer, integer).map(([a, b]) => fn("MaxHorizontal", a, b)),
      fc.tuple(integer, integer).map(([a, b]) => fn("MinHorizontal", a, b)),
    ),
    condition: fc.oneof(
      { maxDepth: 4, depthSize: "small" },
      fc.constantFrom<unknown>(col("p"), col("q")),
      fc
        .tuple(number, fc.constantFrom("Lt", "LtEq", "Gt", "GtEq", "Eq", "NotEq"), number)
        .map(([a, o, b]) => op(op(a, "Plus", col("y")), o, b)),
      fc
        .tuple(integer, fc.constantFrom("Lt", "GtEq", "Eq"), fc.oneof(integer, number))
        .map(([a, o, b]) => op(a, o, b)),
      fc
        .tuple(condition, fc.constantFrom("And", "Or", "Xor", "LogicalAnd", "LogicalOr"), condition)
        .map(([a, o, b]) => op(a, o, b)),
      condition.map((a) => fn({ Boolean: "Not" }, a)),
      number.map((a) => fn({ Boolean: "IsNan" }, op(a, "Plus", col("x")))),
      integer.map((a) => fn({ Boolean: "IsNull" }, a)),
      fc
        .tuple(condition, fc.integer({ min: -1, max: 2 }))
        .map(([a, n]) => fn("Shift", op(a, "And", col("p")), int(n))),
    ),
  };
});

const cells = {
  x: [1.5, -7.5, Number.NaN, null, 0, 4, 4, -0.25],
  y: [0, 2, 1, Number.NaN, 0, 3, null, 4],
  i: [7, -7, 5, null, 0, 1, 3, -2],
  k: [2, 100, -128, null, 0, -3, 127, 5],
  p: [true, false, null, true, false, null, true, false],
  q: [null, null, null, true, true, false, false, false],
};

const ours = {
  x: floats(...cells.x),
  y: floats(...cells.y),
  i: integers("Int64", ...cells.i),
  k: integers("Int8", ...cells.k),
  p: booleans(...cells.p),
  q: booleans(...cells.q),
};

const theirs = pl.DataFrame({
  x: pl.Series("x", cells.x, pl.Float64),
  y: pl.Series("y", cells.y, pl.Float64),
  i: pl.Series("i", cells.i, pl.Int64),
  k: pl.Series("k", cells.k, pl.Int64).cast(pl.Int8),
  p: pl.Series("p", cells.p, pl.Bool),
  q: pl.Series("q", cells.q, pl.Bool),
});

function byPolars(json: unknown): Cell[] {
  const expr = pl.Expr.deserialize(Buffer.from(JSON.stringify(json)), "json");
  const column = theirs
    .select(pl.col("x").alias("only for the length"), expr.alias("result"))
    .getColumn("result");
  return column.toArray().map((cell: unknown) => (typeof cell === "boolean" ? Number(cell) : (cell as Cell)));
}

describe("random expressions give what Polars gives", () => {
  it.each([
    ["numbers", number],
    ["conditions", condition],
  ])("%s", { timeout: 60_000 }, (_what, expressions) => {
    fc.assert(
      fc.property(expressions, (json) => {
        const { cells: actual, findings } = evaluateOver(ours, json);
        expect(findings).toEqual([]);
        // -0 and 0 are one value to every comparison and price.
        expect(actual.map(withoutSignOfZero)).toEqual(byPolars(json).map(withoutSignOfZero));
      }),
      { numRuns: 60 },
    );
  });
});

function withoutSignOfZero(cell: Cell): Cell {
  return cell === 0 ? 0 : cell;
}
