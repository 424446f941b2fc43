import fc from "fast-check";
import { expect, it } from "vitest";
import type { Column } from "../../src/engine/column.ts";
import { shiftRows, takeRows } from "../../src/engine/column-ops.ts";

const cell = fc.record({ value: fc.integer({ min: 0, max: 3 }), isNull: fc.boolean() });
const cells = fc.array(cell, { maxLength: 12 });
const kinds = ["number", "boolean", "text", "time", "list", "struct"] as const;

function columnOf(
  kind: (typeof kinds)[number],
  drawn: readonly { value: number; isNull: boolean }[],
): Column {
  const mask = Uint8Array.from(drawn, ({ isNull }) => (isNull ? 1 : 0));
  const nulls = mask.includes(1) ? mask : undefined;
  const numbers = drawn.map(({ value }) => value);
  switch (kind) {
    case "number":
      return { kind, dtype: "Float64", values: Float64Array.from(numbers), nulls };
    case "boolean":
      return { kind, values: Uint8Array.from(numbers, (value) => value & 1), nulls };
    case "text":
      return { kind, values: numbers.map(String), nulls };
    case "time":
      return { kind, dtype: "Date", timeZone: null, values: Float64Array.from(numbers), nulls };
    case "list":
      return { kind, values: Int32Array.from(numbers), nulls, listAt };
    case "struct":
      return { kind, length: drawn.length, members: { a: columnOf("number", drawn) } };
  }
}

const listAt = () => [];

it.each(kinds)("a shifted %s column has the rows that taking them one by one gives", (kind) => {
  fc.assert(
    fc.property(cells, fc.integer({ min: -15, max: 15 }), fc.nat(15), (drawn, by, length) => {
      const rows = Int32Array.from({ length }, (_, row) => {
        const from = row - by;
        return from >= 0 && from < drawn.length ? from : -1;
      });
      const column = columnOf(kind, drawn);
      expect(shiftRows(column, by, length)).toEqual(takeRows(column, rows));
    }),
  );
});
