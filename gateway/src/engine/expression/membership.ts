import type { ExprNode } from "tradepose-client/expr";
import { type ArrowList, readArrowList } from "./arrow-list.ts";
import type { Call } from "./call.ts";
import { applyToCells, literal } from "./elementwise.ts";
import { BOOLEAN, typeName, type ValueType } from "./types.ts";
import type { Cell, ScalarValue } from "./value.ts";

/**
 * Whether a value is one of a list. A null is not known to be, or is a value like another if `nullsEqual`.
 *
 * @param list the node of the list: a literal that holds the bytes of an Arrow stream, as Polars writes lists.
 */
export function isIn(call: Call, list: ExprNode, nullsEqual: boolean): ScalarValue | undefined {
  const arg = call.args[0]!;
  const found = listOf(list);
  if (typeof found === "string") return call.fail(found, 1);
  const { type, cells } = found;
  if (!areComparable(arg.type, type)) {
    return call.fail(
      `${typeName(arg.type)} cannot be in a list of ${typeName(type)}; cast it to that type`,
      0,
    );
  }
  const members = new Set<Cell>(cells);
  const ofNull = nullsEqual ? (members.has(null) ? 1 : 0) : null;
  if (arg.type.kind === "null") return literal(BOOLEAN, ofNull);
  const name = `isIn ${JSON.stringify(cells.map(String))} ${nullsEqual}`;
  return applyToCells(call.scope, name, BOOLEAN, [arg], (cell) =>
    cell === null ? ofNull : members.has(cell) ? 1 : 0,
  );
}

function listOf(node: ExprNode): ArrowList | string {
  const literal = node.kind === "unknown" && isRecord(node.json) ? node.json.Literal : undefined;
  const scalar = isRecord(literal) ? literal.Scalar : undefined;
  const bytes = isRecord(scalar) ? scalar.List : isRecord(literal) ? literal.Series : undefined;
  if (!Array.isArray(bytes) || !bytes.every((byte) => Number.isInteger(byte) && byte >= 0 && byte < 256)) {
    return "isIn needs a literal list; write other choices as comparisons joined by or";
  }
  try {
    return readArrowList(Uint8Array.from(bytes as readonly number[]));
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return `the bytes of the list cannot be read: ${error.message}`;
  }
}

function isRecord(json: unknown): json is { readonly [key: string]: unknown } {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

function areComparable(a: ValueType, b: ValueType): boolean {
  if (a.kind === "null" || b.kind === "null") return true;
  if (a.kind === "time" && b.kind === "time") return a.dtype === b.dtype && a.timeZone === b.timeZone;
  return a.kind === b.kind;
}
