import fc from "fast-check";
import {
  canonicalText,
  col,
  type Expr,
  lit,
  maxHorizontal,
  minHorizontal,
  printNode,
  readExpr,
  when,
} from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { written } from "./arbitrary.ts";

const st = col("ST|3.0x", { direction: "number" });

/** Runs printed text with the names of this library in scope, as a user's file would. */
function evaluate(text: string): Expr {
  const scope = { col, lit, when, minHorizontal, maxHorizontal };
  return new Function(...Object.keys(scope), `return ${text}`)(...Object.values(scope)) as Expr;
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

  it.each([["number"], ["boolean"], ["time"]] as const)(
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
});
