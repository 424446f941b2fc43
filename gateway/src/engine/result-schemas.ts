import {
  type FrameDtype,
  performanceSchema as performance,
  tradesSchema as trades,
} from "tradepose-client/models";
import type { FrameSchema, FrameType } from "./frame.ts";

type WireSchema = typeof trades;

/** One row per trade: the columns of the contract in their order, then this engine's extras. */
export const tradesSchema = schemaOf(trades);

/** Two rows per blueprint, one per metric type: the columns of the contract in their order, then the extras. */
export const performanceSchema = schemaOf(performance);

function schemaOf({ columns, extraColumns }: WireSchema): FrameSchema {
  return {
    columns: [...columns, ...extraColumns].map(({ name, dtype }) => ({ name, dtype: typeOf(name, dtype) })),
  };
}

function typeOf(column: string, dtype: FrameDtype): FrameType {
  switch (dtype) {
    case "Boolean":
    case "Int32":
    case "UInt32":
    case "Int64":
    case "Float64":
      return dtype;
    case "String":
      return "Utf8";
    case "Datetime":
      return "DatetimeMs";
    default:
      throw new TypeError(`result column ${column}: the engine writes no ${dtype} columns`);
  }
}
