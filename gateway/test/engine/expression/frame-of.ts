import { readExpr } from "tradepose-client/expr";
import type { NumberType } from "../../../src/engine/column.ts";
import { evaluate } from "../../../src/engine/expression/evaluate.ts";
import { FrameScope, type NamedColumns } from "../../../src/engine/expression/scope.ts";
import {
  BOOLEAN,
  FLOAT,
  numberType,
  TEXT,
  timeType,
  type ValueType,
} from "../../../src/engine/expression/types.ts";
import {
  type Cell,
  materialise,
  readerOf,
  type ScalarValue,
  type Value,
} from "../../../src/engine/expression/value.ts";

export interface TestColumn {
  readonly type: ValueType;
  readonly cells: readonly Cell[];
}

export const floats = (...cells: (number | null)[]): TestColumn => ({ type: FLOAT, cells });
export const integers = (dtype: NumberType, ...cells: (number | null)[]): TestColumn => ({
  type: numberType(dtype),
  cells,
});
export const booleans = (...cells: (boolean | null)[]): TestColumn => ({
  type: BOOLEAN,
  cells: cells.map((cell) => (cell === null ? null : cell ? 1 : 0)),
});
export const texts = (...cells: (string | null)[]): TestColumn => ({ type: TEXT, cells });
/** Moments without zone, from ISO texts read as UTC. */
export const moments = (...texts: (string | null)[]): TestColumn => ({
  type: timeType("Datetime"),
  cells: texts.map((text) => (text === null ? null : Date.parse(`${text}Z`))),
});

export interface Finding {
  readonly path: string;
  readonly message: string;
}

export interface Evaluated {
  readonly value: ScalarValue | undefined;
  readonly cells: readonly Cell[];
  readonly findings: readonly Finding[];
}

/**
 * Evaluates wire JSON over columns of equal length. `asContext` names columns that are offered row by row, as a
 * trading context is, instead of as arrays.
 */
export function evaluateOver(
  columns: Readonly<Record<string, TestColumn>>,
  json: unknown,
  asContext: readonly string[] = [],
  structs: Readonly<Record<string, Value>> = {},
): Evaluated {
  const length = Math.max(0, ...Object.values(columns).map(({ cells }) => cells.length));
  const scope = new FrameScope(length);
  const findings: Finding[] = [];
  const named: NamedColumns = {
    get: (name) => structs[name] ?? valueNamed(name, columns[name], scope, asContext.includes(name)),
    names: () => [...Object.keys(columns), ...Object.keys(structs)],
  };
  const report = (path: string, message: string): void => {
    findings.push({ path, message });
  };
  const value = evaluate(readExpr(json), "price_expr", { scope, columns: named, report });
  const cells = value === undefined ? [] : Array.from({ length }, (_, row) => readerOf(value)(row));
  return { value, cells, findings };
}

function valueNamed(
  name: string,
  column: TestColumn | undefined,
  scope: FrameScope,
  isContext: boolean,
): ScalarValue | undefined {
  if (column === undefined) return undefined;
  const { type, cells } = column;
  const at = (row: number): Cell => cells[row] ?? null;
  if (isContext) return { source: "context", type, at };
  return scope.column(name, type, () => materialise(type, cells.length, at));
}

/** Wire JSON, spelled shortly. */
export const col = (name: string): unknown => ({ Column: name });
export const int = (value: number): unknown => ({ Literal: { Dyn: { Int: value } } });
export const float = (value: number): unknown => ({ Literal: { Dyn: { Float: value } } });
export const scalar = (dtype: string, value: unknown): unknown => ({
  Literal: { Scalar: { [dtype]: value } },
});
export const op = (left: unknown, operator: string, right: unknown): unknown => ({
  BinaryExpr: { left, op: operator, right },
});
export const fn = (name: unknown, ...input: unknown[]): unknown => ({ Function: { input, function: name } });
export const cast = (expr: unknown, dtype: unknown, options = "NonStrict"): unknown => ({
  Cast: { expr, dtype: { Literal: dtype }, options },
});
export const when = (predicate: unknown, truthy: unknown, falsy: unknown): unknown => ({
  Ternary: { predicate, truthy, falsy },
});
