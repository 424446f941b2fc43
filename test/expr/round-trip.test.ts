import fc from "fast-check";
import { canonicalText, equalExpr, readExpr, writeExpr } from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { anyNode } from "./any-node.ts";
import { inNewerDialect, readByPolars } from "./nodejs-polars.ts";
import { written } from "./written.ts";

describe("write and read", () => {
  it("gives every node back, as an object and as text", () => {
    fc.assert(
      fc.property(anyNode, (node) => {
        const wire = writeExpr(node);
        expect(readExpr(wire)).toEqual(node);
        expect(readExpr(JSON.stringify(wire))).toEqual(node);
      }),
      { numRuns: 500 },
    );
  });

  it("gives equal texts to equal expressions only", () => {
    fc.assert(
      fc.property(anyNode, anyNode, (a, b) => {
        expect(equalExpr(a, readExpr(canonicalText(a)))).toBe(true);
        expect(equalExpr(a, b)).toBe(JSON.stringify(writeExpr(a)) === JSON.stringify(writeExpr(b)));
      }),
    );
  });

  it("reads only frozen nodes", () => {
    fc.assert(
      fc.property(anyNode, (node) => {
        expectFrozen(readExpr(writeExpr(node)));
      }),
    );
  });

  it.each([["number"], ["boolean"], ["text"], ["time"]] as const)(
    "writes %s expressions that Polars accepts",
    (kind) => {
      fc.assert(
        fc.property(written[kind], (expression) => {
          const json = inNewerDialect(writeExpr(expression));
          expect(readByPolars(JSON.stringify(json))).toBeDefined();
        }),
        { numRuns: 300 },
      );
    },
  );

  it("checks with a reader that does refuse", () => {
    expect(() => readByPolars('{"Colunm":"close"}')).toThrow(/Colunm/);
  });
});

function expectFrozen(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  expect(Object.isFrozen(value)).toBe(true);
  Object.values(value).forEach(expectFrozen);
}
