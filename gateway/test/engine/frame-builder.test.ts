import { describe, expect, it } from "vitest";
import type { FrameSchema } from "../../src/engine/frame.ts";
import { rowsOf } from "../../src/engine/frame.ts";
import { FrameBuilder } from "../../src/engine/frame-builder.ts";

const schema: FrameSchema = {
  columns: [
    { name: "count", dtype: "UInt32" },
    { name: "price", dtype: "Float64" },
    { name: "open", dtype: "Boolean" },
    { name: "name", dtype: "Utf8" },
  ],
};

describe("a frame built by blocks", () => {
  it("keeps what was written while it grows; what was not is null, false and empty", () => {
    const builder = new FrameBuilder(schema);
    for (const size of [1, 3, 0, 40]) {
      const from = builder.grow(size);
      for (let row = from; row < from + size; row++) builder.numbers("count")[row] = row;
    }
    builder.numbers("price")[2] = -0.5;
    builder.booleans("open")[2] = 1;
    builder.texts("name").fill("b", 2, 3);

    const frame = builder.frame();
    expect(frame.length).toBe(44);
    expect(rowsOf(frame)).toEqual(
      Array.from({ length: 44 }, (_, row) =>
        row === 2
          ? { count: 2, price: -0.5, open: true, name: "b" }
          : { count: row, price: null, open: false, name: "" },
      ),
    );
  });

  it("holds 0 where it is null, so that equal frames are equal bytes, and no mask where nothing is null", () => {
    const builder = new FrameBuilder(schema);
    builder.grow(2);
    builder.numbers("count").set([7, 8]);
    builder.numbers("price")[1] = 1.5;
    const [count, price] = builder.frame().columns;
    expect(count).toEqual({
      name: "count",
      dtype: "UInt32",
      values: Float64Array.of(7, 8),
      nulls: undefined,
    });
    expect(price).toMatchObject({ values: Float64Array.of(0, 1.5), nulls: Uint8Array.of(1, 0) });
  });

  it.each([
    ["count", -1],
    ["count", 0.5],
    ["count", 2 ** 32],
    ["price", Number.POSITIVE_INFINITY],
  ])("refuses %s = %d", (column, value) => {
    const builder = new FrameBuilder(schema);
    builder.grow(2);
    builder.numbers(column)[1] = value;
    expect(() => builder.frame()).toThrow(`frame column ${column}, row 1: the value ${value}`);
  });

  it("says which column is not there, or of another type", () => {
    const builder = new FrameBuilder(schema);
    expect(() => builder.numbers("prise")).toThrow("no column prise");
    expect(() => builder.numbers("name")).toThrow("frame column name is Utf8");
    expect(() => builder.booleans("price")).toThrow("frame column price is Float64");
    expect(() => builder.texts("open")).toThrow("frame column open is Boolean");
  });
});
