import type { ListColumn } from "../column.ts";
import type { FrameColumn } from "../frame.ts";

/** A table of bars: its columns may be structs and lists. Every column has `length` values. */
export interface OhlcvFrame {
  readonly length: number;
  readonly columns: readonly OhlcvColumn[];
}

export type OhlcvColumn = FrameColumn | UInt64FrameColumn | StructFrameColumn | TpoFrameColumn;

export interface UInt64FrameColumn {
  readonly name: string;
  readonly dtype: "UInt64";
  readonly values: Float64Array;
  readonly nulls: Uint8Array | undefined;
}

export interface StructFrameColumn {
  readonly name: string;
  readonly dtype: "Struct";
  readonly members: readonly OhlcvColumn[];
  /** 1 marks a row without struct; a row with one may still have null members. */
  readonly nulls: Uint8Array | undefined;
}

/** Lists of the levels of a market profile. */
export interface TpoFrameColumn {
  readonly name: string;
  readonly dtype: "TpoDistribution";
  readonly lists: ListColumn;
}
