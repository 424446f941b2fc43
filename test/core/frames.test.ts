import pl from "nodejs-polars";
import { describe, expect, it } from "vitest";
import { checkParquet } from "../../src/core/binary-check.ts";
import { emptyFrame, readFrame, stackFrames } from "../../src/core/frames.ts";
import { SchemaValidationError, SerializationError } from "../../src/errors/index.ts";
import { type FrameSchema, performanceSchema, tradesSchema } from "../../src/generated/frames.ts";
import { parquet } from "../batch/result-files.ts";

const schema: FrameSchema = {
  name: "small",
  columns: [
    { name: "n", dtype: "UInt32" },
    { name: "at", dtype: "Datetime" },
    { name: "text", dtype: "String" },
    { name: "flag", dtype: "Boolean" },
  ],
  extraColumns: [],
};

const fitting = () => [
  pl.Series("n", [1, null]).cast(pl.UInt32),
  pl.Series("at", [0n, 86_400_000n]).cast(pl.Datetime("ms")),
  pl.Series("text", ["a", null], pl.String),
  pl.Series("flag", [true, null], pl.Bool),
];

const types = (frame: pl.DataFrame) => frame.dtypes.map(String);

describe("readFrame", () => {
  it.each([
    ["trades", tradesSchema],
    ["performance", performanceSchema],
  ])("reads %s of no rows as of some, with the types of the schema", async (_, frames) => {
    const none = await readFrame(parquet(frames, []), frames, "file");
    const some = await readFrame(parquet(frames, [{ strategy_name: "a" }]), frames, "file");
    expect(none.columns).toEqual(frames.columns.map(({ name }) => name));
    expect(types(none)).toEqual(types(some));
    expect(types(none)).toEqual(types(await emptyFrame(frames)));
  });

  it("casts columns of another type and keeps columns beyond the schema", async () => {
    const other = pl.DataFrame([
      pl.Series("n", [1, 2]).cast(pl.Int64),
      pl.Series("at", [0n, 1_000_000n]).cast(pl.Datetime("us")),
      pl.Series("text", ["a", "b"], pl.String),
      pl.Series("flag", [true, false], pl.Bool),
      pl.Series("more", [0.5, 1.5]),
    ]);
    const frame = await readFrame(other.writeParquet(), schema, "file");
    expect(types(frame)).toEqual([...types(await emptyFrame(schema)), String(pl.Float64)]);
    expect(frame.getColumn("at").cast(pl.Int64).toArray()).toEqual([0, 1_000]);
  });

  it("reads a frame that fits as it is", async () => {
    const frame = pl.DataFrame(fitting());
    expect((await readFrame(frame.writeParquet(), schema, "file")).frameEqual(frame)).toBe(true);
  });

  it("names missing columns", async () => {
    const bytes = pl.DataFrame(fitting().slice(0, 2)).writeParquet();
    const reading = readFrame(bytes, schema, "trades.parquet of task 1");
    await expect(reading).rejects.toThrow(SchemaValidationError);
    await expect(reading).rejects.toMatchObject({
      code: "SCHEMA",
      message: "trades.parquet of task 1 lacks columns text, flag of the small schema",
      expectedSchema: "small",
      actualColumns: ["n", "at"],
    });
  });

  it("names columns that cannot be cast, rather than making nulls of them", async () => {
    const [, ...rest] = fitting();
    const bytes = pl.DataFrame([pl.Series("n", [1, -1]), ...rest]).writeParquet();
    await expect(readFrame(bytes, schema, "file")).rejects.toMatchObject({
      code: "SCHEMA",
      message: expect.stringMatching(
        /^file does not fit the small schema: cannot cast n from .*Float64.* to .*UInt32/,
      ),
    });
  });

  it("refuses a broken inside", async () => {
    const bytes = Buffer.from(pl.DataFrame(fitting()).writeParquet());
    bytes.fill(0xff, bytes.length - 40, bytes.length - 8);
    await expect(readFrame(bytes, schema, "file")).rejects.toThrow(SerializationError);
  });
});

describe("checkParquet", () => {
  const whole = Buffer.from(pl.DataFrame(fitting()).writeParquet());
  it.each([
    ["nothing", Buffer.alloc(0), "it is empty"],
    ["a page", Buffer.from("<html>not found</html>"), 'it begins "<html>not found</htm'],
    ["half a file", whole.subarray(0, whole.length / 2), "its end is missing"],
    ["a lost last byte", whole.subarray(0, -1), "its end is missing"],
    ["magic alone", Buffer.from("PAR1PAR1PAR1"), "its end is missing"],
  ])("refuses %s", (_, bytes, message) => {
    expect(() => checkParquet(bytes, "file")).toThrow(SerializationError);
    expect(() => checkParquet(bytes, "file")).toThrow(message);
  });
  it("accepts a whole file", () => {
    expect(() => checkParquet(whole, "file")).not.toThrow();
  });
});

describe("stackFrames", () => {
  it("fills columns that only some frames have with nulls", async () => {
    const stacked = await stackFrames([pl.DataFrame({ a: [1] }), pl.DataFrame({ a: [2], b: ["x"] })]);
    expect(stacked.toRecords()).toEqual([
      { a: 1, b: null },
      { a: 2, b: "x" },
    ]);
  });
});
