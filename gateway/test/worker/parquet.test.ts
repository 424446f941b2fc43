import pl from "nodejs-polars";
import { describe, expect, it } from "vitest";
import { type FrameType, frameOf } from "../../src/engine/frame.ts";
import { performanceSchema, tradesSchema } from "../../src/engine/result-schemas.ts";
import { writeParquet } from "../../src/worker/parquet.ts";

const schema = {
  columns: [
    { name: "i32", dtype: "Int32" },
    { name: "u32", dtype: "UInt32" },
    { name: "i64", dtype: "Int64" },
    { name: "f64", dtype: "Float64" },
    { name: "when", dtype: "DatetimeMs" },
    { name: "flag", dtype: "Boolean" },
    { name: "text", dtype: "Utf8" },
  ],
} as const;

const polarsTypes: Readonly<Record<FrameType, string>> = {
  Int32: "Int32",
  UInt32: "UInt32",
  Int64: "Int64",
  Float64: "Float64",
  DatetimeMs: "Datetime(ms)",
  Boolean: "Bool",
  Utf8: "String",
};

interface PolarsType {
  readonly variant: string;
  readonly timeUnit?: string;
  readonly timeZone?: string | null;
}

function typesOf(file: Uint8Array): Record<string, string> {
  const types = pl.readParquet(Buffer.from(file)).schema as Record<string, PolarsType>;
  return Object.fromEntries(
    Object.entries(types).map(([name, { variant, timeUnit, timeZone }]) => [
      name,
      variant === "Datetime" ? `Datetime(${[timeUnit, timeZone].filter(Boolean).join(",")})` : variant,
    ]),
  );
}

const first = {
  i32: -2147483648,
  u32: 4294967295,
  i64: Number.MAX_SAFE_INTEGER,
  f64: 0.1,
  when: 946857600000,
};
const rows = [
  { ...first, flag: true, text: "Überschuß" },
  { i32: null, u32: null, i64: null, f64: null, when: null, flag: null, text: null },
  { i32: 2147483647, u32: 0, i64: Number.MIN_SAFE_INTEGER, f64: -0, when: -1, flag: false, text: "" },
];

describe("writeParquet", () => {
  it("is read back by Polars with the same values and nulls", () => {
    const back = pl.readParquet(Buffer.from(writeParquet(frameOf(schema, rows))));
    expect(back.columns).toEqual(schema.columns.map(({ name }) => name));
    const inIntegers = back.withColumns(pl.col("when").cast(pl.Int64)).toRecords();
    expect(inIntegers).toEqual(rows);
    expect(Object.is(back.getColumn("f64").get(2), -0)).toBe(true);
  });

  it.each([
    ["some rows", rows],
    ["only nulls", rows.slice(1, 2)],
    ["no rows", []],
  ])("keeps the exact types with %s", (_, some) => {
    expect(typesOf(writeParquet(frameOf(schema, some)))).toEqual(
      Object.fromEntries(schema.columns.map(({ name, dtype }) => [name, polarsTypes[dtype]])),
    );
  });

  it.each([
    ["trades", tradesSchema, 49],
    ["performance", performanceSchema, 23],
  ])("keeps the columns of %s in their order when there is no row", (_, result, count) => {
    const types = Object.entries(typesOf(writeParquet(frameOf(result, []))));
    expect(types).toEqual(result.columns.map(({ name, dtype }) => [name, polarsTypes[dtype]]));
    expect(types).toHaveLength(count);
  });

  it("gives the same bytes for the same frame", () => {
    expect(writeParquet(frameOf(schema, rows))).toEqual(writeParquet(frameOf(schema, rows)));
  });

  it("keeps a frame of several row groups whole", () => {
    const many = Array.from({ length: 100_003 }, (_, row) => ({ n: row % 7 === 0 ? null : row }));
    const file = writeParquet(frameOf({ columns: [{ name: "n", dtype: "UInt32" }] }, many));
    const column = pl.readParquet(Buffer.from(file)).getColumn("n");
    expect(column.toArray()).toEqual(many.map(({ n }) => n));
  });
});
