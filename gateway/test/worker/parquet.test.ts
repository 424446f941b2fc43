import pl from "nodejs-polars";
import { describe, expect, it } from "vitest";
import { type FrameType, frameOf } from "../../src/engine/frame.ts";
import type { OhlcvColumn, OhlcvFrame } from "../../src/engine/index.ts";
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

describe("a frame of bars", () => {
  const numbers = (...cells: readonly (number | null)[]) => ({
    values: Float64Array.from(cells, (cell) => cell ?? 0),
    nulls: Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0)),
  });
  const levels = [
    [
      { price: 99.5, count: 2, periods: [0, 3] },
      { price: 100, count: 1, periods: [3] },
    ],
    [],
  ];
  const list = (...lists: readonly (number | null)[]) => ({
    kind: "list" as const,
    values: Int32Array.from(lists, (each) => each ?? 0),
    nulls: Uint8Array.from(lists, (each) => (each === null ? 1 : 0)),
    listAt: (value: number) => levels[value] ?? [],
  });
  const profile = {
    name: "profile",
    dtype: "Struct",
    nulls: undefined,
    members: [
      { name: "poc", dtype: "Float64", ...numbers(99.5, null, 1) },
      { name: "levels", dtype: "TpoDistribution", lists: list(0, null, 1) },
      { name: "segment_id", dtype: "UInt64", ...numbers(0, null, Number.MAX_SAFE_INTEGER) },
      { name: "shape", dtype: "Utf8", values: ["normal", "", ""], nulls: Uint8Array.of(0, 1, 0) },
    ],
  } as const;
  const context = {
    name: "context",
    dtype: "Struct",
    nulls: Uint8Array.of(1, 0, 0),
    members: [
      { name: "price", dtype: "Float64", ...numbers(7, 8, null) },
      { name: "bars", dtype: "Int64", ...numbers(7, 0, 1) },
    ],
  } as const;
  const frame: OhlcvFrame = { length: 3, columns: [profile, context] };

  it("keeps structs, lists in structs, and what is null in them", () => {
    const back = pl.readParquet(Buffer.from(writeParquet(frame)));
    const field = (struct: string, name: string) =>
      back.select(pl.col(struct).struct.field(name)).getColumn(name).toArray();
    expect(field("profile", "poc")).toEqual([99.5, null, 1]);
    expect(field("profile", "segment_id")).toEqual([0n, null, BigInt(Number.MAX_SAFE_INTEGER)]);
    expect(field("profile", "shape")).toEqual(["normal", null, ""]);
    expect(field("context", "price")).toEqual([null, 8, null]);
    expect(field("context", "bars")).toEqual([null, 0, 1]);
    expect(back.getColumn("context").isNull().toArray()).toEqual([true, false, false]);

    const rows = back
      .withColumn(pl.col("profile").struct.field("levels").alias("levels"))
      .withRowCount("row")
      .select("row", "levels");
    expect(rows.getColumn("levels").isNull().toArray()).toEqual([false, true, false]);
    expect(rows.filter(pl.col("row").eq(0)).explode("levels").getColumn("levels").toArray()).toEqual(
      levels[0],
    );
    expect(rows.filter(pl.col("row").eq(2)).getColumn("levels").toArray()).toEqual([[]]);
  });

  it.each([
    ["some rows", frame],
    ["no rows", emptied(frame)],
  ])("keeps the exact types with %s", (_, some) => {
    const types = JSON.stringify(pl.readParquet(Buffer.from(writeParquet(some))).schema);
    expect(types).toBe(
      JSON.stringify({
        profile: pl.Struct([
          new pl.Field("poc", pl.Float64),
          new pl.Field(
            "levels",
            pl.List(
              pl.Struct([
                new pl.Field("price", pl.Float64),
                new pl.Field("count", pl.UInt32),
                new pl.Field("periods", pl.List(pl.UInt32)),
              ]),
            ),
          ),
          new pl.Field("segment_id", pl.UInt64),
          new pl.Field("shape", pl.String),
        ]),
        context: pl.Struct([new pl.Field("price", pl.Float64), new pl.Field("bars", pl.Int64)]),
      }),
    );
  });

  it("gives the same bytes for the same frame", () => {
    expect(writeParquet(frame)).toEqual(writeParquet(frame));
  });
});

/** The same columns without rows. */
function emptied({ columns }: OhlcvFrame): OhlcvFrame {
  return { length: 0, columns: columns.map(emptiedColumn) };
}

function emptiedColumn(column: OhlcvColumn): OhlcvColumn {
  switch (column.dtype) {
    case "Struct":
      return { ...column, nulls: undefined, members: column.members.map(emptiedColumn) };
    case "TpoDistribution":
      return { ...column, lists: { ...column.lists, values: new Int32Array(0), nulls: undefined } };
    case "Utf8":
      return { ...column, values: [], nulls: undefined };
    case "Boolean":
      return { ...column, values: new Uint8Array(0), nulls: undefined };
    default:
      return { ...column, values: new Float64Array(0), nulls: undefined };
  }
}
