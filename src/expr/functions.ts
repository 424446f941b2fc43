import { ArgumentError } from "../errors/argument.ts";
import {
  columnOf,
  type ExprByKind,
  expressionOf,
  inputNode,
  literalKind,
  NumberExpr,
  type NumberInput,
  StructExpr,
} from "./expression.ts";
import {
  barColumnKind,
  barColumnKinds,
  type ExprTypeError,
  type MemberKind,
  type Scope,
  type StructMembers,
} from "./kinds.ts";
import { columnNode, functionNode, literalNode } from "./make.ts";
import type { KindOf } from "./when.ts";

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

/** A constant. Expressions take plain values too; `lit` is for a constant that starts one. */
export function lit<V extends number | boolean | string | Date>(value: V): ExprByKind[KindOf<V>] {
  const kind = literalKind(value);
  const node = literalNode(value);
  // literalNode has refused whatever has no kind.
  return expressionOf(kind as KindOf<V>, node);
}

/** The smallest of the values of a row; nulls are left out. */
export function minHorizontal<S extends Scope = never>(
  ...values: readonly [NumberInput<S>, ...NumberInput<S>[]]
): NumberExpr<S> {
  return new NumberExpr(functionNode({ name: "minHorizontal" }, ...numbers(values, "minHorizontal")));
}

/** The largest of the values of a row; nulls are left out. */
export function maxHorizontal<S extends Scope = never>(
  ...values: readonly [NumberInput<S>, ...NumberInput<S>[]]
): NumberExpr<S> {
  return new NumberExpr(functionNode({ name: "maxHorizontal" }, ...numbers(values, "maxHorizontal")));
}

function numbers(values: readonly NumberInput<Scope>[], name: string) {
  if (values.length === 0) throw new ArgumentError(`${name} needs at least one value`);
  return values.map((value) => inputNode(value, "number"));
}
