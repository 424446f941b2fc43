import { describe, expect, it } from "vitest";
import { type FrameSchema, frameOf } from "../../src/engine/frame.ts";

const schema: FrameSchema = {
  columns: [
    { name: "count", dtype: "UInt32" },
    { name: "price", dtype: "Float64" },
    { name: "at", dtype: "DatetimeMs" },
    { name: "open", dtype: "Boolean" },
    { name: "name", dtype: "Utf8" },
  ],
};
const row = { count: 1, price: 1.5, at: 86_400_000, open: true, name: "a" };

describe("a frame", () => {
  it("holds rows as columns, in the order of the schema, nulls as a mask only where there are any", () => {
    const frame = frameOf(schema, [row, { ...row, price: null, open: false, name: null }]);
    expect(frame).toEqual({
      length: 2,
      columns: [
        { name: "count", dtype: "UInt32", values: Float64Array.of(1, 1), nulls: undefined },
        { name: "price", dtype: "Float64", values: Float64Array.of(1.5, 0), nulls: Uint8Array.of(0, 1) },
        {
          name: "at",
          dtype: "DatetimeMs",
          values: Float64Array.of(86_400_000, 86_400_000),
          nulls: undefined,
        },
        { name: "open", dtype: "Boolean", values: Uint8Array.of(1, 0), nulls: undefined },
        { name: "name", dtype: "Utf8", values: ["a", ""], nulls: Uint8Array.of(0, 1) },
      ],
    });
  });

  it("keeps its columns without rows", () => {
    expect(frameOf(schema, []).columns.map(({ name, values }) => [name, values.length])).toEqual(
      schema.columns.map(({ name }) => [name, 0]),
    );
  });

  it("refuses a row that lacks a column", () => {
    const { price, ...rest } = row;
    expect(() => frameOf(schema, [row, rest])).toThrow("frame column price, row 1:");
    expect(price).toBe(1.5);
  });

  it.each([
    { rule: "a negative count", bad: { count: -1 } },
    { rule: "a count that is no integer", bad: { count: 0.5 } },
    { rule: "a count too large", bad: { count: 2 ** 32 } },
    { rule: "NaN as a price", bad: { price: Number.NaN } },
    { rule: "an infinite price", bad: { price: Number.POSITIVE_INFINITY } },
    { rule: "a fraction of a millisecond", bad: { at: 0.5 } },
    { rule: "a number as a truth value", bad: { open: 1 } },
    { rule: "a number as a text", bad: { name: 1 } },
  ])("refuses $rule and names column and row", ({ bad }) => {
    const column = Object.keys(bad)[0];
    expect(() => frameOf(schema, [row, { ...row, ...bad }])).toThrow(`frame column ${column}, row 1:`);
  });
});
