import fc from "fast-check";
import pl from "nodejs-polars";
import { type BooleanExpr, col, lit, type NumberExpr, when, writeExpr } from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { columnReads } from "../../../src/builder/lint/column-reads.ts";
import { latest } from "../../../src/builder/lint/known.ts";
import { readsOf } from "../../../src/builder/lint/reads.ts";
import { base } from "./strategies.ts";

const columns = columnReads(base([{}]));

/** Six rows in a row each, and every sixth row: bars are ten minutes long. */
const groups = fc.constantFrom(col("ts").dt.hour(), col("ts").dt.minute());
const rows = fc.integer({ min: -3, max: 3 });
const window = fc.integer({ min: 1, max: 5 });

/** Numbers made in every way that moves rows about. */
const { number } = fc.letrec<{ number: NumberExpr; condition: BooleanExpr }>((tie) => {
  const inner = tie("number");
  const of = <A>(argument: fc.Arbitrary<A>, make: (value: NumberExpr, argument: A) => NumberExpr) =>
    fc.tuple(inner, argument).map(([value, given]) => make(value, given));
  const aggregates = ["first", "last", "min", "max", "sum", "mean", "count"] as const;
  return {
    condition: fc.tuple(inner, inner).map(([a, b]) => a.gt(b)),
    number: fc.oneof(
      { maxDepth: 5, depthSize: "large" },
      fc.constantFrom("open", "high", "low", "close").map((name) => col(name as "open")),
      fc.integer({ min: -9, max: 9 }).map((value) => lit(value)),
      of(rows, (value, n) => value.shift(n)),
      of(rows, (value, n) => value.diff(n === 0 ? 1 : n)),
      of(fc.tuple(window, fc.boolean()), (value, [size, center]) =>
        value.rollingSum(size, { center, minSamples: 1 }),
      ),
      of(fc.boolean(), (value, reverse) => value.cumSum({ reverse })),
      of(fc.boolean(), (value, reverse) => value.cumMax({ reverse })),
      of(fc.constantFrom(null, 1, 2), (value, limit) => value.forwardFill(limit)),
      of(fc.constantFrom(null, 1, 2), (value, limit) => value.backwardFill(limit)),
      of(fc.constantFrom(...aggregates), (value, fn) => value[fn]().add(col("open"))),
      of(fc.tuple(groups, rows), (value, [group, n]) => value.add(col("open").mul(0)).shift(n).over(group)),
      of(inner, (value, other) => value.add(other)),
      of(inner, (value, other) => value.fillNull(other)),
      fc
        .tuple(tie("condition"), inner, inner)
        .map(([condition, a, b]) => when(condition).then(a).otherwise(b)),
    ),
  };
});

type Row = Readonly<Record<"ts" | "open" | "high" | "low" | "close", number>>;

const LENGTH = 12;
const price = fc.integer({ min: 1, max: 50 });
const bars = fc.array(fc.record({ open: price, high: price, low: price, close: price }), {
  minLength: LENGTH,
  maxLength: LENGTH,
});

describe("when an expression is known", () => {
  it("is late enough: nothing beyond that time changes its value", () => {
    let decided = 0;
    const rest = fc.record({ high: price, low: price, close: price });
    const property = fc.property(
      number,
      bars,
      fc.nat(LENGTH - 1),
      rest,
      (expression, prices, last, changed) => {
        const known = latest(readsOf(expression.node, columns));
        if (known === Number.POSITIVE_INFINITY) return;
        const frame = prices.map((bar, index) => ({ ts: index * 600_000, ...bar }));
        const whole = frame.slice(0, last + 1);
        // At the open of the last bar, the rest of that bar may still be anything.
        const opened = whole.map((bar, row) => (row === last ? { ...bar, ...changed } : bar));
        const [truth, atClose, atOpen] = [frame, whole, opened].map((rows) => valuesOf(expression, rows));
        for (let row = 0; row <= last; row++) {
          const when = 2 * row + known;
          if (when <= 2 * last + 1) expect(atClose?.[row], `${expression} at ${row}`).toEqual(truth?.[row]);
          if (when <= 2 * last) expect(atOpen?.[row], `${expression} at ${row}`).toEqual(truth?.[row]);
          if (when <= 2 * last + 1) decided += 1;
        }
      },
    );
    fc.assert(property, { numRuns: 500 });
    expect(decided).toBeGreaterThan(500);
  });
});

/** The values of an expression as Polars computes them; `Window` is `Over` in the version at hand. */
function valuesOf(expression: NumberExpr, frame: readonly Row[]): readonly unknown[] {
  const json = JSON.stringify(writeExpr(expression), (_key, part) =>
    part?.Window === undefined
      ? part
      : {
          Over: {
            function: part.Window.function,
            partition_by: part.Window.partition_by,
            order_by: null,
            mapping: "GroupsToRows",
          },
        },
  );
  const table = pl.DataFrame({
    ts: frame.map(({ ts }) => new Date(ts)),
    open: frame.map(({ open }) => open),
    high: frame.map(({ high }) => high),
    low: frame.map(({ low }) => low),
    close: frame.map(({ close }) => close),
  });
  const value = pl.Expr.deserialize(Buffer.from(json), "json").alias("value");
  // Beside a column, a constant fills its rows.
  return table.withColumns(value).getColumn("value").toArray();
}
