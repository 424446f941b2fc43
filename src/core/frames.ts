import type { DataType } from "nodejs-polars";
import { SchemaValidationError, SerializationError } from "../errors/serialization.ts";
import type { FrameColumn, FrameSchema } from "../generated/frames.ts";
import { checkParquet } from "./binary-check.ts";
import { type DataFrame, loadPolars, type Polars } from "./polars.ts";

/**
 * Reads one result file as a frame that follows its schema: every column of the schema is there with its type
 * (columns of another type are cast), columns beyond it are kept.
 *
 * @param what Names the file in messages.
 * @throws SerializationError when the bytes are no Parquet file, SchemaValidationError when columns are missing or
 * cannot be cast.
 */
export async function readFrame(bytes: Uint8Array, schema: FrameSchema, what: string): Promise<DataFrame> {
  checkParquet(bytes, what);
  const pl = await loadPolars();
  let frame: DataFrame;
  try {
    frame = pl.readParquet(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  } catch (cause) {
    throw new SerializationError(
      `${what} is a Parquet file that cannot be read: ${message(cause)}`,
      "parquet",
      {
        cause,
      },
    );
  }
  return conform(pl, frame, schema, what);
}

/** A frame of no rows with the columns of a schema. */
export async function emptyFrame(schema: FrameSchema): Promise<DataFrame> {
  const pl = await loadPolars();
  const columns = schema.columns.flatMap((column) => {
    const dtype = scalarType(pl, column);
    return dtype === undefined ? [] : [[column.name, dtype] as const];
  });
  return pl.DataFrame({}, { schema: Object.fromEntries(columns) });
}

/** Puts frames under each other, in order. Columns that only some of them have are filled up with nulls. */
export async function stackFrames(frames: readonly DataFrame[]): Promise<DataFrame> {
  const pl = await loadPolars();
  // The plain "vertical" stacks one by one, which is quadratic in time and memory; this is one native call.
  return pl.concat([...frames], { how: "diagonalRelaxed", rechunk: true });
}

/** The frame with a text column at its end. */
export async function appendText(
  frame: DataFrame,
  name: string,
  values: readonly string[],
): Promise<DataFrame> {
  const pl = await loadPolars();
  return frame.withColumn(pl.Series(name, [...values], pl.String));
}

/** Rows in the order of their ranks; rows of equal rank stay as they are. */
export async function sortByRank(frame: DataFrame, ranks: Uint32Array): Promise<DataFrame> {
  const pl = await loadPolars();
  const rank = "__rank";
  return frame
    .withColumn(pl.Series(rank, ranks))
    .sort({ by: [rank], maintainOrder: true })
    .drop(rank);
}

/** Rows whose text column has the value. */
export async function keepRows(frame: DataFrame, column: string, value: string): Promise<DataFrame> {
  const pl = await loadPolars();
  return frame.filter(pl.col(column).eq(pl.lit(value)));
}

/** Values of a text column. */
export function textColumn(frame: DataFrame, name: string): readonly (string | null)[] {
  return frame.getColumn(name).toArray() as (string | null)[];
}

function conform(pl: Polars, frame: DataFrame, schema: FrameSchema, what: string): DataFrame {
  const names = frame.columns;
  const types = new Map(frame.dtypes.map((dtype, index) => [names[index], String(dtype)]));
  const missing = schema.columns.filter(({ name }) => !types.has(name)).map(({ name }) => name);
  if (missing.length > 0) {
    throw new SchemaValidationError(
      `${what} lacks ${missing.length === 1 ? "column" : "columns"} ${missing.join(", ")} of the ${schema.name} schema`,
      schema.name,
      names,
    );
  }
  const casts = schema.columns.flatMap((column) => {
    const dtype = scalarType(pl, column);
    return dtype === undefined || types.get(column.name) === String(dtype)
      ? []
      : [{ name: column.name, dtype }];
  });
  if (casts.length === 0) return frame;
  try {
    return frame.withColumns(...casts.map(({ name, dtype }) => pl.col(name).cast(dtype, true)));
  } catch (cause) {
    const list = casts.map(({ name, dtype }) => `${name} from ${types.get(name)} to ${dtype}`).join(", ");
    throw new SchemaValidationError(
      `${what} does not fit the ${schema.name} schema: cannot cast ${list}`,
      schema.name,
      names,
      cause,
    );
  }
}

/** The Polars type of a column; nothing for structs and lists, which are taken as they come. */
function scalarType(pl: Polars, { dtype }: FrameColumn): DataType | undefined {
  switch (dtype) {
    case "Boolean":
      return pl.Bool;
    case "Datetime":
      return pl.Datetime("ms");
    case "Float64":
      return pl.Float64;
    case "Int32":
      return pl.Int32;
    case "Int64":
      return pl.Int64;
    case "String":
      return pl.String;
    case "UInt32":
      return pl.UInt32;
    case "UInt64":
      return pl.UInt64;
    default:
      return undefined;
  }
}

function message(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
