import fc from "fast-check";
import * as expr from "tradepose-client/expr";
import {
  canonicalText,
  col,
  duration,
  type Expr,
  lit,
  maxHorizontal,
  printNode,
  readExpr,
  when,
} from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { anyNode } from "./any-node.ts";
import { written } from "./written.ts";

const st = col("ST|3.0x", { direction: "number" });

/** Runs printed text with the names of this library in scope, as a user's file would. */
function evaluate(text: string): Expr {
  return new Function(...Object.keys(expr), `return ${text}`)(...Object.values(expr)) as Expr;
}

describe("toString", () => {
  it.each([
    [col("close").gt(col("open").shift(1)), 'col("close").gt(col("open").shift(1))'],
    [st.field("direction").eq(-1), 'col("ST|3.0x", { direction: "number" }).field("direction").eq(-1)'],
    [col("up", "boolean").and(true).not(), 'col("up", "boolean").and(true).not()'],
    [lit(2).mul(col("atr", "number")), 'lit(2).mul(col("atr", "number"))'],
    [
      col("ts").dt.convertTimeZone("Asia/Taipei").dt.hour(),
      'col("ts").dt.convertTimeZone("Asia/Taipei").dt.hour()',
    ],
    [col("ts").lt(new Date(0)), 'col("ts").lt(new Date("1970-01-01T00:00:00.000Z"))'],
    [
      when(col("close").gt(1)).then(1).when(col("up", "boolean")).then(col("open")).otherwise(null),
      'when(col("close").gt(1)).then(1).when(col("up", "boolean")).then(col("open")).otherwise(null)',
    ],
    [
      maxHorizontal(col("open"), 3).cast("Int64", { strict: false }),
      'maxHorizontal(col("open"), 3).cast("Int64", { strict: false })',
    ],
    [
      col("ts").timeBetween("09:30", "16:00:30"),
      'col("ts").dt.time().gtEq(lit("09:30", "Time")).and(col("ts").dt.time().lt(lit("16:00:30", "Time")))',
    ],
    [col("ts").dt.date().eq(lit("2024-02-29", "Date")), 'col("ts").dt.date().eq(lit("2024-02-29", "Date"))'],
    [
      col("ts")
        .sub(col("ts").shift(1))
        .gt(duration({ minutes: 90 })),
      'col("ts").sub(col("ts").shift(1)).gt(duration({ minutes: 90 }))',
    ],
    [
      col("opened", "time").sub(col("closed", "time")).dt.totalMinutes(),
      'col("opened", "time").sub(col("closed", "time")).dt.totalMinutes()',
    ],
    [lit("23:59:59.000000001", "Time"), 'lit("23:59:59.000000001", "Time")'],
    [lit(5, "Int8").add(lit(0.5, "Float32")), 'lit(5, "Int8").add(lit(0.5, "Float32"))'],
    [col("close").rollingMean(20), 'col("close").rollingMean(20)'],
    [
      col("close").rollingMedian(20, { minSamples: 5, center: true }),
      'col("close").rollingMedian(20, { minSamples: 5, center: true })',
    ],
    [col("close").rollingStd(20, { ddof: 0 }), 'col("close").rollingStd(20, { ddof: 0 })'],
    [
      col("close").rollingQuantile(0.9, 50, { interpolation: "lower" }),
      'col("close").rollingQuantile(0.9, 50, { interpolation: "lower" })',
    ],
    [col("close").ewmMean({ span: 3, adjust: false }), 'col("close").ewmMean({ alpha: 0.5, adjust: false })'],
    [col("close").clip(null, 5).clip(1, null), 'col("close").clip(null, 5).clip(1)'],
    [col("close").round(2, "halfAwayFromZero"), 'col("close").round(2, "halfAwayFromZero")'],
    [col("shape", "text").forwardFill(2), 'col("shape", "text").forwardFill(2)'],
    [col("close").cumSum({ reverse: true }), 'col("close").cumSum({ reverse: true })'],
    [
      col("close").std().over(col("ts").dt.date(), col("ts").dt.hour()),
      'col("close").std().over(col("ts").dt.date(), col("ts").dt.hour())',
    ],
  ] as [Expr, string][])("%s", (expression, text) => {
    expect(`${expression}`).toBe(text);
  });

  it("takes the kind of a column from the other side of a comparison", () => {
    expect(`${col("shape", "text").eq("normal")}`).toBe('col("shape", "text").eq("normal")');
    expect(`${col("when", "time").gt(col("ts"))}`).toBe('col("when", "time").gt(col("ts"))');
  });

  it("names what it does not know", () => {
    expect(printNode(readExpr({ Gather: [1] }))).toBe('unknown("Gather")');
  });

  it.each([["number"], ["boolean"], ["text"], ["time"]] as const)(
    "prints %s expressions that run to the same",
    (kind) => {
      fc.assert(
        fc.property(written[kind], (expression) => {
          expect(canonicalText(evaluate(`${expression}`).node)).toBe(canonicalText(expression.node));
        }),
        { numRuns: 300 },
      );
    },
  );

  it("prints every node that can be read as text that parses", () => {
    fc.assert(
      fc.property(anyNode, (node) => {
        expect(() => new Function(`return ${printNode(node)}`)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});
