import type fc from "fast-check";
import { type Expr, writeExpr } from "tradepose-client/expr";
import { written } from "../../../../../test/expr/written.ts";

/** What the property tests of the SDK write with its fluent interface, in wire form over the columns of `frames`. */
export const writtenKinds = Object.keys(written) as readonly (keyof typeof written)[];

export function writtenExpressions(kind: keyof typeof written): fc.Arbitrary<unknown> {
  const expressions: fc.Arbitrary<Expr> = written[kind];
  return expressions.map((expression) => overFrames(writeExpr(expression)));
}

/** Columns of the SDK's tests as columns of `frames`. */
const COLUMNS: Readonly<Record<string, string>> = {
  open: "x",
  high: "z",
  close: "g",
  "SP500_1D_ATR|14": "y",
  up: "p",
  profile_shape: "name",
  session_start: "later",
};

interface WireNode {
  readonly Column?: string;
  readonly Dyn?: { readonly Float?: number; readonly Int?: number };
  readonly Function?: { readonly function: { readonly StructExpr?: unknown } };
}

/**
 * Numbers are brought near those of the frames, with few binary digits: beside 1e300 the running sums of Polars itself
 * lose what is small. Struct members become columns, as the engine has them.
 */
function overFrames(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(overFrames);
  if (typeof json !== "object" || json === null) return json;
  const { Column, Dyn, Function: call } = json as WireNode;
  if (Column !== undefined) return { Column: COLUMNS[Column] ?? Column };
  if (Dyn?.Float !== undefined) return { Dyn: { Float: Math.round((Dyn.Float % 16) * 4) / 4 + 0 } };
  if (Dyn?.Int !== undefined) return { Dyn: { Int: (Dyn.Int % 100) + 0 } };
  if (call?.function?.StructExpr !== undefined) return { Column: "y" };
  return Object.fromEntries(Object.entries(json).map(([key, value]) => [key, overFrames(value)]));
}
