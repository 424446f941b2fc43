import fc from "fast-check";
import pl from "nodejs-polars";
import { describe, expect, it } from "vitest";
import { answerOf, frameOf } from "./dialect/build.ts";
import { rust053 } from "./dialect/dialects.ts";
import type { TestFrame } from "./dialect/frames.ts";
import { booleans, col, evaluateOver, floats, fn, integers, moments, texts } from "./frame-of.ts";

const frame: TestFrame = {
  length: 4,
  columns: {
    x: floats(1.5, null, Number.NaN, 4),
    k: integers("Int8", 1, null, 3, -128),
    p: booleans(true, false, null, true),
    name: texts("a", "", null, "a text of more than twelve bytes"),
    ts: moments("2024-01-01T00:00", null, "1969-12-31T23:59", "2024-01-02T00:00"),
  },
};

/** Lists as Polars writes them: the bytes of an Arrow stream. */
function wireOf(
  column: string,
  list: unknown,
): { readonly Function: { readonly input: readonly [unknown, unknown] } } {
  const text = pl
    .col(column)
    .isIn(list as number[])
    .serialize("json")
    .toString();
  return JSON.parse(text) as ReturnType<typeof wireOf>;
}

describe("isIn with a list as it comes over the wire", () => {
  it.each<readonly [string, string, unknown]>([
    ["numbers", "x", [1.5, 2, 4]],
    ["numbers and null", "x", [null, 1.5]],
    ["NaN", "x", [Number.NaN, 4]],
    ["no value", "x", []],
    ["texts, short and long", "name", ["a", "a text of more than twelve bytes"]],
    ["the empty text", "name", ["", null]],
    ["booleans", "p", [true, null]],
    ["moments", "ts", [new Date("2024-01-01T00:00Z")]],
    ["a series of bytes", "k", pl.Series("list", [1, 3, -128], pl.Int8)],
    ["a series of small integers", "k", pl.Series("list", [1, 3], pl.Int16)],
    ["a long list", "x", Array.from({ length: 5_000 }, (_, i) => i / 2)],
  ])("%s", (_what, column, list) => {
    const build = rust053(pl);
    const json = wireOf(column, list);
    const ours = evaluateOver(frame.columns, json);
    expect(ours.findings).toEqual([]);
    const theirs = answerOf(build, frameOf(build, frame), json, ours.value?.type);
    expect(theirs).toEqual({ dtype: "Bool", cells: ours.cells });
  });

  it("null is a value like another if asked for", () => {
    const [, list] = wireOf("x", [null, 4]).Function.input;
    const inList = (nulls_equal: boolean): unknown =>
      fn({ Boolean: { IsIn: { nulls_equal } } }, col("x"), list);
    expect(evaluateOver(frame.columns, inList(true)).cells).toEqual([0, 1, 0, 1]);
    expect(evaluateOver(frame.columns, inList(false)).cells).toEqual([0, null, 0, 1]);
    expect(evaluateOver(frame.columns, inList(true), ["x"]).cells).toEqual([0, 1, 0, 1]);
  });

  it.each<readonly [string, unknown, string, RegExp]>([
    ["no list", col("k"), "price_expr.Function.input[1]", /needs a literal list/],
    [
      "no bytes",
      { Literal: { Scalar: { List: ["a"] } } },
      "price_expr.Function.input[1]",
      /needs a literal list/,
    ],
    [
      "no Arrow",
      { Literal: { Scalar: { List: [1, 2, 3] } } },
      "price_expr.Function.input[1]",
      /cannot be read/,
    ],
    [
      "a list of texts",
      wireOf("name", ["a"]).Function.input[1],
      "price_expr.Function.input[0]",
      /Float64 cannot be in a list of String/,
    ],
  ])("%s is refused", (_what, list, path, message) => {
    const json = fn({ Boolean: { IsIn: { nulls_equal: false } } }, col("x"), list);
    const { value, findings } = evaluateOver(frame.columns, json);
    expect(value).toBeUndefined();
    expect(findings).toEqual([{ path, message: expect.stringMatching(message) }]);
  });

  it("bytes that have been tampered with are read or refused, never more", () => {
    const lists = [
      wireOf("x", [1.5, null, 4]),
      wireOf("name", ["a", "a text of more than twelve bytes"]),
    ].map(
      ({ Function: call }) =>
        (call.input[1] as { Literal: { Scalar: { List: number[] } } }).Literal.Scalar.List,
    );
    const changes = fc.array(fc.tuple(fc.nat(600), fc.integer({ min: 0, max: 255 })), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(fc.constantFrom(...lists), changes, fc.nat(600), (bytes, edits, length) => {
        const changed = bytes.slice(0, length === 0 ? bytes.length : length);
        for (const [at, byte] of edits) if (at < changed.length) changed[at] = byte;
        const list = { Literal: { Scalar: { List: changed } } };
        const { value, findings } = evaluateOver(
          frame.columns,
          fn({ Boolean: { IsIn: { nulls_equal: true } } }, col("x"), list),
        );
        expect(value === undefined).toBe(findings.length > 0);
      }),
      { numRuns: 2_000 },
    );
  });
});
