/** What the docstrings promise of null, NaN and the edges, computed by nodejs-polars from the wire form. */
import pl from "nodejs-polars";
import {
  allHorizontal,
  anyHorizontal,
  coalesce,
  col,
  duration,
  type Expr,
  lit,
  maxHorizontal,
  minHorizontal,
  when,
  writeExpr,
} from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { inNewerDialect, readByPolars } from "./nodejs-polars.ts";

const N = null;
const inf = Number.POSITIVE_INFINITY;

type Cell = number | boolean | string | null;
type Columns = Readonly<Record<string, readonly Cell[]>>;

/** Values of an expression over a frame; times are columns of ISO texts. */
function valuesOf(expression: Expr, columns: Columns): readonly unknown[] {
  const frame = pl.DataFrame(
    Object.entries(columns).map(([name, cells]) => {
      if (name === "ts")
        return pl.Series(
          name,
          cells.map((cell) => new Date(`${cell}Z`)),
        );
      const isNumber = cells.some((cell) => typeof cell === "number");
      const isBoolean = cells.some((cell) => typeof cell === "boolean");
      return pl.Series(name, cells as never, isNumber ? pl.Float64 : isBoolean ? pl.Bool : pl.String);
    }),
  );
  const expr = readByPolars(JSON.stringify(inNewerDialect(writeExpr(expression)))) as pl.Expr;
  const length = pl.col(frame.columns[0] ?? "").alias("only for the length");
  return frame.select(length, expr.alias("result")).getColumn("result").toArray();
}

const x = col("x", "number");
const y = col("y", "number");
const p = col("p", "boolean");
const q = col("q", "boolean");
const t = col("t", "text");
const ts = col("ts");
const numbers = { x: [1.5, NaN, N, -0.5, 4], y: [1.5, NaN, N, 2, N] };
const conditions = { p: [true, true, true, false, false, N], q: [true, false, N, false, N, N] };

describe("null and NaN", () => {
  it.each<[Expr, Columns, readonly unknown[]]>([
    [x.eq(y), numbers, [true, true, N, false, N]],
    [x.eqMissing(y), numbers, [true, true, true, false, false]],
    [x.neqMissing(y), numbers, [false, false, false, true, true]],
    [x.gt(1e300), numbers, [false, true, N, false, false]],
    [x.isNull(), numbers, [false, false, true, false, false]],
    [x.isNan(), numbers, [false, true, N, false, false]],
    [x.isNotNan(), numbers, [true, false, N, true, true]],
    [x.isFinite(), { x: [1, inf, NaN, N] }, [true, false, false, N]],
    [x.isInfinite(), { x: [1, -inf, NaN, N] }, [false, true, false, N]],
    [x.isIn([1.5, 4]), numbers, [true, false, N, false, true]],
    [x.isBetween(1.5, 4), numbers, [true, false, N, false, true]],
    [x.isBetween(1.5, 4, "right"), numbers, [false, false, N, false, true]],
    [p.and(q), conditions, [true, false, N, false, false, N]],
    [p.or(q), conditions, [true, true, true, false, N, N]],
    [p.xor(q), conditions, [false, true, N, false, N, N]],
    [p.not(), conditions, [false, false, false, true, true, N]],
    [anyHorizontal(p, q), conditions, [true, true, true, false, N, N]],
    [allHorizontal(p, q), conditions, [true, false, N, false, false, N]],
    [x.fillNull(0), numbers, [1.5, NaN, 0, -0.5, 4]],
    [coalesce(y, x), numbers, [1.5, NaN, N, 2, 4]],
    [t.forwardFill(1), { t: ["a", N, N, "b"] }, ["a", "a", N, "b"]],
    [p.backwardFill(), { p: [N, N, true, N] }, [true, true, true, N]],
    [minHorizontal(x, y), { x: [1, 2, N], y: [3, N, N] }, [1, 2, N]],
    [maxHorizontal(x, y), { x: [1, 2, N], y: [3, N, N] }, [3, 2, N]],
    [when(p).then(1).otherwise(0), { p: [true, false, N] }, [1, 0, 0]],
    [when(p).then(x).otherwise(null), { p: [true, false], x: [1, 2] }, [1, N]],
    [x.div(0), { x: [1, -1, 0, N] }, [inf, -inf, NaN, N]],
    [x.cast("Int64").floorDiv(0), { x: [1, -1, 0, N] }, [N, N, N, N]],
    [x.mod(-2), { x: [3, -3, N] }, [-1, -1, N]],
    [x.pow(0.5), { x: [4, -4, N] }, [2, NaN, N]],
    [x.sqrt(), { x: [4, -4, N] }, [2, NaN, N]],
    [x.sign(), { x: [4, -4, 0, N, NaN] }, [1, -1, 0, N, NaN]],
    [x.neg(), { x: [4, N] }, [-4, N]],
    [x.round(), { x: [0.5, 1.5, 2.5, -0.5, N] }, [0, 2, 2, -0, N]],
    [x.round(0, "halfAwayFromZero"), { x: [0.5, 1.5, 2.5, -0.5, N] }, [1, 2, 3, -1, N]],
    [x.clip(0, 2), { x: [-1, 1, 3, N, NaN] }, [0, 1, 2, N, NaN]],
    [x.clip(y, 2), { x: [-1, 1, 3], y: [0, N, N] }, [0, 1, 3]],
    [x.diff(), { x: [1, 4, N, 5] }, [N, 3, N, N]],
    [x.pctChange(2), { x: [1, 2, 4, 3] }, [N, N, 3, 0.5]],
    [x.shift(-1), { x: [1, 2] }, [2, N]],
  ])("%s", (expression, columns, expected) => {
    expect(valuesOf(expression, columns)).toEqual(expected);
  });
});

describe("windows, totals and aggregates", () => {
  it.each<[Expr, Columns, readonly unknown[]]>([
    [x.rollingSum(2), { x: [1, 2, N, 4, 5] }, [N, 3, N, N, 9]],
    [x.rollingSum(2, { minSamples: 1 }), { x: [1, 2, N, 4, 5] }, [1, 3, 2, 4, 9]],
    [x.rollingMean(3, { center: true }), { x: [1, 2, 6] }, [N, 3, N]],
    [x.rollingMax(2), { x: [1, NaN, 3, 4] }, [N, NaN, NaN, 4]],
    [x.rollingMedian(4), { x: [1, 9, 2, 4] }, [N, N, N, 3]],
    [x.rollingQuantile(0.5, 4), { x: [1, 9, 2, 4] }, [N, N, N, 4]],
    [x.rollingQuantile(1, 2, { interpolation: "lower" }), { x: [1, 9] }, [N, 9]],
    [x.rollingMedian(3), { x: [1, NaN, 3, 4] }, [N, N, 3, 4]],
    [x.rollingQuantile(1, 2), { x: [1, NaN, 3, 4] }, [N, NaN, NaN, 4]],
    [x.rollingMean(2), { x: [1, NaN, 3, 4] }, [N, NaN, NaN, 3.5]],
    [x.rollingVar(2), { x: [1, 3] }, [N, 2]],
    [x.rollingVar(2, { ddof: 0, minSamples: 1 }), { x: [1, 3] }, [0, 1]],
    [x.rollingStd(2, { minSamples: 1 }), { x: [1, 1] }, [N, 0]],
    [x.ewmMean({ alpha: 0.5, adjust: false }), { x: [1, 3, N, 4] }, [1, 2, N, 10 / 3]],
    [x.ewmMean({ alpha: 0.5, adjust: false, ignoreNulls: true }), { x: [1, 3, N, 4] }, [1, 2, N, 3]],
    [x.ewmMean({ alpha: 0.5, minSamples: 2 }), { x: [1, 4] }, [N, 3]],
    [x.cumSum(), { x: [1, N, 2, NaN, 3] }, [1, N, 3, NaN, NaN]],
    [x.cumMax(), { x: [1, N, NaN, 3, 2] }, [1, N, 1, 3, 3]],
    [x.cumMin({ reverse: true }), { x: [1, 3, 2] }, [1, 2, 2]],
    [t.cumCount(), { t: ["a", N, "b"] }, [1, 1, 2]],
    [x.first(), { x: [N, 1, 2] }, [N, N, N]],
    [x.last(), { x: [1, 2, 3] }, [3, 3, 3]],
    [x.min(), { x: [NaN, 2, N] }, [2, 2, 2]],
    [x.max(), { x: [NaN, 2, N] }, [2, 2, 2]],
    [t.max(), { t: ["a", "b", N] }, ["b", "b", "b"]],
    [x.mean(), { x: [1, N, 2] }, [1.5, 1.5, 1.5]],
    [x.sum(), { x: [1, NaN] }, [NaN, NaN]],
    [x.median(), { x: [1, NaN, 2] }, [2, 2, 2]],
    [x.std(), { x: [1] }, [N]],
    [x.var({ ddof: 0 }), { x: [1, 3] }, [1, 1]],
    [x.count(), { x: [1, N, NaN] }, [2, 2, 2]],
    [x.nUnique(), { x: [1, N, N, NaN, NaN] }, [3, 3, 3, 3, 3]],
    [x.sum().over(t), { x: [1, 2, 3, 4], t: ["a", "b", "a", N] }, [4, 2, 4, 4]],
    [x.first().over(t, p), { x: [1, 2, 3], t: ["a", "a", "a"], p: [true, false, true] }, [1, 2, 1]],
  ])("%s", (expression, columns, expected) => {
    const values = valuesOf(expression, columns);
    expect(values.map(rounded)).toEqual(expected.map(rounded));
  });
});

describe("signals", () => {
  const rows = { x: [1, 3, 3, 1, 2, N, 5], y: [2, 2, 3, 3, 2, 2, 2] };
  it.each<[Expr, Columns, readonly unknown[]]>([
    [x.crossesAbove(y), rows, [false, true, false, false, false, N, N]],
    [x.crossesBelow(y), rows, [N, false, false, true, false, N, false]],
    [x.crossesAbove(2), rows, [false, true, false, false, false, N, N]],
    [x.crossesBelow(2), { x: [3, 1, 1] }, [false, true, false]],
    [x.highest(2), { x: [1, 3, 2, 1] }, [N, 3, 3, 2]],
    [x.lowest(2), { x: [1, 3, 2, 1] }, [N, 1, 2, 1]],
    [x.isRising(), { x: [1, 2, 2, 1, N, 3] }, [N, true, false, false, N, N]],
    [x.isRising(2), { x: [1, 2, 3, 3, 4, 5] }, [N, N, true, false, false, true]],
    [x.isFalling(2), { x: [5, 4, 3, N, 2, 1, 0] }, [N, N, true, N, N, N, true]],
  ])("%s", (expression, columns, expected) => {
    expect(valuesOf(expression, columns)).toEqual(expected);
  });
});

describe("times", () => {
  const day = (...clocks: string[]) => ({ ts: clocks.map((clock) => `2024-03-08T${clock}:00`) });
  it.each<[Expr, Columns, readonly unknown[]]>([
    [ts.timeBetween("09:30", "16:00"), day("09:29", "09:30", "15:59", "16:00"), [false, true, true, false]],
    [
      ts.timeBetween("22:00", "02:00"),
      day("21:59", "22:00", "23:59", "00:00", "02:00"),
      [false, true, true, true, false],
    ],
    [ts.timeBetween("22:00", "00:00"), day("21:59", "22:00", "23:59", "00:00"), [false, true, true, false]],
    [
      // New York moved its clocks on 10 March 2024.
      ts.timeBetween("09:30", "16:00", "America/New_York"),
      { ts: ["2024-03-08T14:30:00", "2024-03-08T13:30:00", "2024-03-11T13:30:00", "2024-03-11T20:00:00"] },
      [true, false, true, false],
    ],
    [
      ts.dt.time().eq(lit("10:00:00.250", "Time")),
      { ts: ["2024-03-08T10:00:00.250", "2024-03-08T10:00:00"] },
      [true, false],
    ],
    [
      ts.dt.date().eq(lit("2024-03-08", "Date")),
      { ts: ["2024-03-08T23:59:59", "2024-03-09T00:00:00"] },
      [true, false],
    ],
    [ts.dt.millisecond(), { ts: ["2024-03-08T10:00:00.250"] }, [250]],
    [ts.dt.weekday(), { ts: ["2024-03-08T10:00:00", "2024-03-10T10:00:00"] }, [5, 7]],
    [ts.dt.week(), { ts: ["2021-01-03T00:00:00", "2021-01-04T00:00:00"] }, [53, 1]],
    [ts.sub(ts.shift()).dt.totalMinutes(), { ts: ["2024-03-08T10:00:00", "2024-03-08T11:30:59"] }, [N, 90]],
    [
      ts.sub(ts.shift()).gt(duration({ hours: 1 })),
      { ts: ["2024-03-08T10:00:00", "2024-03-08T11:30:00"] },
      [N, true],
    ],
    [ts.add(duration({ minutes: 30 })).dt.hour(), { ts: ["2024-03-08T23:45:00"] }, [0]],
    [ts.dt.hour().cast("Int32").mul(60).add(ts.dt.minute()), { ts: ["2024-03-08T23:45:00"] }, [1425]],
  ])("%s", (expression, columns, expected) => {
    expect(valuesOf(expression, columns)).toEqual(expected);
  });
});

/** Sums in another order differ in the last bits. */
function rounded(value: unknown): unknown {
  return typeof value === "number" && Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}
