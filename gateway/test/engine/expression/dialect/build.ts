import type pl from "nodejs-polars";
import { inUnits } from "../../../../src/engine/expression/time-units.ts";
import { typeName, type ValueType } from "../../../../src/engine/expression/types.ts";
import type { Cell } from "../../../../src/engine/expression/value.ts";
import type { TestColumn } from "../frame-of.ts";
import type { TestFrame } from "./frames.ts";

type Polars = typeof pl;
type DataFrame = ReturnType<Polars["DataFrame"]>;

/** A build of Polars, and how it spells what the SDK writes. */
export interface PolarsBuild {
  readonly name: string;
  readonly pl: Polars;
  readonly spell: (json: unknown) => unknown;
  /** Whether the build is known to be wrong about an expression; see where it is defined. */
  readonly isWrongAbout: (json: unknown) => boolean;
  /** After an infinity, `ewmMean` is NaN instead of infinite. */
  readonly ewmForgetsInfinity: boolean;
}

export interface PolarsAnswer {
  /** Polars' name of the type. */
  readonly dtype: string;
  readonly cells: readonly Cell[];
}

/** Polars' word for what is wrong, instead of values. */
export interface PolarsRefusal {
  readonly refusal: string;
}

/** The frame as Polars has it. Times are made of their integers. */
export function frameOf({ pl }: PolarsBuild, { columns }: TestFrame): DataFrame {
  const series = Object.entries(columns).map(([name, column]) => [name, seriesOf(pl, name, column)] as const);
  return pl.DataFrame(Object.fromEntries(series));
}

function seriesOf(pl: Polars, name: string, { type, cells }: TestColumn): ReturnType<Polars["Series"]> {
  switch (type.kind) {
    case "boolean":
      return pl.Series(
        name,
        cells.map((cell) => (cell === null ? null : cell === 1)),
        pl.Bool,
      );
    case "text":
      return pl.Series(name, [...cells], pl.Utf8);
    case "time":
      return pl.Series(name, [...cells], pl.Int64).cast(pl.Datetime("ms"));
    case "number":
      if (type.dtype === "Float64") return pl.Series(name, [...cells], pl.Float64);
      if (type.dtype === "Float32") return pl.Series(name, [...cells], pl.Float64).cast(pl.Float32);
      return pl.Series(name, [...cells], pl.Int64).cast(pl[type.dtype]);
    default:
      throw new TypeError(`no test column has the type ${typeName(type)}`);
  }
}

/** What Polars makes of an expression whose type we say; times come back as the integers they are. */
export function answerOf(
  build: PolarsBuild,
  frame: DataFrame,
  json: unknown,
  type: ValueType | undefined,
): PolarsAnswer | PolarsRefusal {
  const isTime = type?.kind === "time";
  const asked = isTime ? { Cast: { expr: json, dtype: { Literal: "Int64" }, options: "Strict" } } : json;
  const { pl } = build;
  try {
    const expr = pl.Expr.deserialize(Buffer.from(JSON.stringify(build.spell(asked))), "json");
    // The frame's own column keeps the length of the frame where the expression is one value.
    const series = frame.select(pl.col("ts").alias(" length"), expr.alias(" result")).getColumn(" result");
    return {
      dtype: String(series.dtype).replace(/^DataType\((\w+)\)$/, "$1"),
      cells: series.toArray().map(cellOf),
    };
  } catch (error) {
    return { refusal: error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error) };
  }
}

function cellOf(cell: unknown): Cell {
  if (typeof cell === "boolean" || typeof cell === "bigint") return Number(cell);
  return cell as Cell;
}

/** Our values as Polars counts them. */
export function countedBy(type: ValueType, cells: readonly Cell[]): readonly Cell[] {
  if (type.kind !== "time" || type.dtype === "Date" || type.dtype === "Time") return cells;
  return cells.map((cell) => (cell === null ? null : inUnits(Number(cell), type.unit)));
}
