import { ArgumentError } from "../errors/argument.ts";
import {
  BooleanExpr,
  columnOf,
  type ExprByKind,
  expressionOf,
  NumberExpr,
  StructExpr,
  TimeExpr,
} from "./expression.ts";
import {
  type BooleanInput,
  type InputByKind,
  inputKind,
  inputNode,
  literalKind,
  type NumberInput,
} from "./fluent/input.ts";
import {
  barColumnKind,
  barColumnKinds,
  type CastKinds,
  castKinds,
  type ExprTypeError,
  type MemberKind,
  type ScalarKind,
  type Scope,
  type StructMembers,
} from "./kinds.ts";
import {
  type DurationParts,
  durationNode,
  type LiteralDataType,
  literalNode,
  type TypedLiterals,
  typedLiteralNode,
} from "./literal.ts";
import { columnNode, functionNode } from "./make.ts";
import type { KindOf, ScalarInput, ScopeOf } from "./when.ts";

/** The columns every frame of bars has. */
export type BarColumns = { [N in keyof typeof barColumnKinds]: ExprByKind[(typeof barColumnKinds)[N]] };

/** Names of the columns every frame of bars has. */
export const barColumns = Object.freeze(Object.keys(barColumnKinds)) as readonly (keyof BarColumns)[];

type BarColumnName<N extends string> = N extends keyof BarColumns
  ? unknown
  : ExprTypeError<`"${N}" is not a column of the bars: say its kind, as in col("${N}", "number")`>;

/**
 * A column by name. Those of the bars know their kind: `ts` is a time, `open`, `high`, `low`, `close` and `volume` are
 * numbers. Every other column needs its kind, a struct the kinds of its members.
 *
 * @example
 * col("close").gt(col("open"));
 * col("SP500_1D_SMA|20.close", "number");
 * col("SP500_1D_MACD|12_26_9", { macd: "number", signal: "number" }).field("macd");
 */
export function col<N extends keyof BarColumns | (string & {})>(
  name: N & BarColumnName<N>,
): N extends keyof BarColumns ? BarColumns[N] : never;
export function col<K extends MemberKind>(name: string, kind: K): ExprByKind[K];
export function col<M extends StructMembers>(name: string, members: M): StructExpr<M>;
export function col(name: string, kind?: MemberKind | StructMembers): unknown {
  if (typeof kind === "object") return new StructExpr(columnNode(name), kind);
  const known = kind ?? barColumnKind(name);
  if (known === undefined) {
    throw new ArgumentError(
      `"${name}" is not a column of the bars (${barColumns.join(", ")}): say its kind, as in col("${name}", "number")`,
      { column: name },
    );
  }
  return columnOf(name, known);
}

/**
 * A constant. Expressions take plain values too; `lit` is for a constant that starts one, and for one of a certain
 * data type: a day is written `2024-01-31`, a time of day `09:30`.
 *
 * @example
 * lit(1).div(col("close"));
 * col("ts").dt.date().gtEq(lit("2024-01-31", "Date"));
 * col("ts").dt.time().lt(lit("09:30", "Time"));
 */
export function lit<V extends number | boolean | string | Date>(value: V): ExprByKind[KindOf<V>];
export function lit<D extends LiteralDataType>(value: TypedLiterals[D], dtype: D): ExprByKind[CastKinds[D]];
export function lit(value: number | boolean | string | Date, dtype?: LiteralDataType): unknown {
  if (dtype !== undefined) {
    // A data type takes a number or a text, and typedLiteralNode refuses what it cannot take.
    return expressionOf(castKinds[dtype], typedLiteralNode(value as number | string, dtype));
  }
  const node = literalNode(value);
  // literalNode has refused whatever has no kind.
  return expressionOf(literalKind(value) as ScalarKind, node);
}

/**
 * A span of time, to move times by and to compare differences of times with.
 *
 * @example
 * col("ts").sub(col("ts").shift(1)).gt(duration({ hours: 12 }));
 */
export function duration(parts: DurationParts): TimeExpr {
  return new TimeExpr(durationNode(parts));
}

/** The smallest of the values of a row; nulls are left out, null where all are null. */
export function minHorizontal<S extends Scope = never>(
  ...values: readonly [NumberInput<S>, ...NumberInput<S>[]]
): NumberExpr<S> {
  return new NumberExpr(horizontal("minHorizontal", values, "number"));
}

/**
 * The largest of the values of a row; nulls are left out, null where all are null.
 *
 * @example
 * maxHorizontal(col("high").sub(col("low")), col("high").sub(col("close").shift(1)).abs());
 */
export function maxHorizontal<S extends Scope = never>(
  ...values: readonly [NumberInput<S>, ...NumberInput<S>[]]
): NumberExpr<S> {
  return new NumberExpr(horizontal("maxHorizontal", values, "number"));
}

/** Whether one or more of the conditions are true: true where one is, else null where one is null. */
export function anyHorizontal<S extends Scope = never>(
  ...conditions: readonly [BooleanInput<S>, ...BooleanInput<S>[]]
): BooleanExpr<S> {
  return new BooleanExpr(horizontal("anyHorizontal", conditions, "boolean"));
}

/**
 * Whether all of the conditions are true: false where one is false, else null where one is null.
 *
 * @example
 * allHorizontal(col("close").gt(col("open")), col("volume").gt(0), col("ts").dt.weekday().ltEq(5));
 */
export function allHorizontal<S extends Scope = never>(
  ...conditions: readonly [BooleanInput<S>, ...BooleanInput<S>[]]
): BooleanExpr<S> {
  return new BooleanExpr(horizontal("allHorizontal", conditions, "boolean"));
}

/**
 * The first of the values of a row that is not null; all are of the kind of the first. NaN is a value.
 *
 * @example
 * coalesce(col("SP500_1D_SMA|200.close", "number"), col("close"));
 */
export function coalesce<V extends ScalarInput, R extends readonly InputByKind<Scope>[KindOf<V>][]>(
  first: V,
  ...rest: R
): ExprByKind<ScopeOf<V> | ScopeOf<R[number]>>[KindOf<V>] {
  const kind = inputKind(first);
  if (kind === undefined || kind === "struct" || kind === "list") {
    throw new ArgumentError("coalesce takes numbers, Booleans, texts or times");
  }
  const node = functionNode(
    { name: "coalesce" },
    ...[first, ...rest].map((value: ScalarInput) => inputNode(value, kind)),
  );
  // The kind was just read off the value that KindOf looks at.
  return expressionOf(kind as KindOf<V>, node);
}

type HorizontalName = "minHorizontal" | "maxHorizontal" | "anyHorizontal" | "allHorizontal";

function horizontal(name: HorizontalName, values: readonly ScalarInput[], kind: ScalarKind) {
  if (values.length === 0) throw new ArgumentError(`${name} needs at least one value`);
  return functionNode({ name }, ...values.map((value) => inputNode(value, kind)));
}
