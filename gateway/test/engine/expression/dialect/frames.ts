import fc from "fast-check";
import { numberType, TEXT, timeType } from "../../../../src/engine/expression/types.ts";
import type { Cell } from "../../../../src/engine/expression/value.ts";
import { booleans, floats, integers, type TestColumn } from "../frame-of.ts";

/** A random frame: columns of equal length by name. */
export interface TestFrame {
  readonly length: number;
  readonly columns: Readonly<Record<string, TestColumn>>;
}

/** Numbers of few binary digits: sums of them are exact in whatever order they are added. Ties are frequent. */
const plain = fc.constantFrom(-7.5, -2, -0.25, 0, 0.5, 1, 1.5, 3, 3, 4, 8.75, 100);
const wild = fc.oneof(
  { weight: 6, arbitrary: plain },
  {
    weight: 1,
    arbitrary: fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -0),
  },
);
const MINUTE = 60_000;

function orNull<Value>(values: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> {
  return fc.oneof({ weight: 5, arbitrary: values }, { weight: 1, arbitrary: fc.constant(null) });
}

/** The columns by name, each as the values its rows may have. */
const cellsOf = {
  x: orNull(wild),
  y: orNull(wild),
  z: plain,
  g: orNull(plain),
  single: orNull(plain),
  i: orNull(fc.constantFrom(-9, -2, -1, 0, 1, 2, 3, 3, 7, 1000)),
  j: orNull(fc.constantFrom(-5, 0, 1, 2, 60)),
  k: orNull(fc.constantFrom(-128, -3, 0, 1, 5, 100, 127)),
  u: orNull(fc.constantFrom(0, 1, 2, 7, 200, 255)),
  w: orNull(fc.constantFrom(0, 1, 3, 3, 70_000)),
  p: orNull(fc.boolean()),
  q: orNull(fc.boolean()),
  name: orNull(fc.constantFrom("", "a", "a", "b", "long text of more than twelve bytes", "é")),
  later: orNull(fc.integer({ min: -3_000_000, max: 30_000_000 }).map((minutes) => minutes * MINUTE + 7)),
};

type Name = keyof typeof cellsOf;

const typed: { readonly [Column in Name]: (cells: readonly Cell[]) => TestColumn } = {
  x: asFloats,
  y: asFloats,
  z: asFloats,
  g: asFloats,
  single: (cells) => ({ type: numberType("Float32"), cells }),
  i: asIntegers("Int64"),
  j: asIntegers("Int32"),
  k: asIntegers("Int8"),
  u: asIntegers("UInt8"),
  w: asIntegers("UInt32"),
  p: asBooleans,
  q: asBooleans,
  name: (cells) => ({ type: TEXT, cells }),
  later: (cells) => ({ type: timeType("Datetime"), cells }),
};

function asFloats(cells: readonly Cell[]): TestColumn {
  return floats(...(cells as readonly (number | null)[]));
}

function asIntegers(dtype: Parameters<typeof integers>[0]): (cells: readonly Cell[]) => TestColumn {
  return (cells) => integers(dtype, ...(cells as readonly (number | null)[]));
}

function asBooleans(cells: readonly unknown[]): TestColumn {
  return booleans(...(cells as readonly (boolean | null)[]));
}

/** Times of bars an odd number of minutes apart, across days and a change of clocks. */
const START = Date.UTC(2024, 2, 9, 20, 30);

/** No row, one, or a few: nulls, NaN, infinities and ties in all of them. */
export const frames: fc.Arbitrary<TestFrame> = fc
  .oneof(
    { weight: 1, arbitrary: fc.constantFrom(0, 1) },
    { weight: 6, arbitrary: fc.integer({ min: 2, max: 14 }) },
  )
  .chain((length) => {
    const arrays = Object.fromEntries(
      Object.entries(cellsOf).map(([name, cells]) => [
        name,
        fc.array<unknown>(cells, { minLength: length, maxLength: length }),
      ]),
    );
    return fc.record(arrays).map((cells): TestFrame => {
      const columns = Object.entries(typed).map(
        ([name, make]) => [name, make(cells[name] as Cell[])] as const,
      );
      const ts = Array.from({ length }, (_, row) => START + row * 373 * MINUTE);
      return {
        length,
        columns: { ...Object.fromEntries(columns), ts: { type: timeType("Datetime"), cells: ts } },
      };
    });
  });
