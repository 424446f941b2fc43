import { TradePoseError } from "./base.ts";

/** Kinds of data that come as bytes. */
export type BinaryKind = "parquet" | "zip";

/** Bytes are not what they should be. Code `SERIALIZATION`. */
export class SerializationError extends TradePoseError {
  override readonly name: string = "SerializationError";
  readonly dataType: BinaryKind;

  constructor(message: string, dataType: BinaryKind, details: { code?: string; cause?: unknown } = {}) {
    super(message, { code: details.code ?? "SERIALIZATION", cause: details.cause });
    this.dataType = dataType;
  }
}

/** A result frame lacks columns of its schema, or holds them with a type that cannot be cast. Code `SCHEMA`. */
export class SchemaValidationError extends SerializationError {
  override readonly name: string = "SchemaValidationError";
  /** Name of the schema, for example `trades`. */
  readonly expectedSchema: string;
  /** Columns the frame has. */
  readonly actualColumns: readonly string[];

  constructor(message: string, expectedSchema: string, actualColumns: readonly string[], cause?: unknown) {
    super(message, "parquet", { code: "SCHEMA", cause });
    this.expectedSchema = expectedSchema;
    this.actualColumns = actualColumns;
  }
}
