import { takeRows } from "../column-ops.ts";
import { arithmetic } from "./arithmetic.ts";
import type { Call } from "./call.ts";
import { type FlatColumn, materialise, readerOf, type ScalarValue } from "./value.ts";

/** The value `n` rows earlier (later for a negative n); null beyond the first and last row. */
export function shift(call: Call): ScalarValue | undefined {
  const count = wholeNumber(call, 1);
  return count === undefined ? undefined : shiftBy(call, call.args[0]!, count);
}

/** The value less the value `n` rows earlier. */
export function diff(call: Call): ScalarValue | undefined {
  const value = call.args[0]!;
  const count = wholeNumber(call, 1);
  if (count === undefined) return undefined;
  const earlier = shiftBy(call, value, count);
  if (earlier === undefined) return undefined;
  return arithmetic({ ...call, args: [value, earlier] }, "sub");
}

function shiftBy(call: Call, value: ScalarValue, count: number): ScalarValue | undefined {
  const { scope } = call;
  if (value.source === "context") {
    if (count < 0) {
      return call.fail(
        "a trading context has no later rows yet; shift it by 0 or a positive number of bars",
        1,
      );
    }
    const read = readerOf(value);
    return { source: "context", type: value.type, at: (row) => (row < count ? null : read(row - count)) };
  }
  const recipe = `shift${count}(${value.key}):${JSON.stringify(value.type)}`;
  return scope.column(recipe, value.type, () => {
    const rows = Int32Array.from({ length: scope.length }, (_, row) => earlierRow(row, count, scope.length));
    // The rows of a flat column make a flat column.
    return takeRows(
      value.source === "column" ? value.column : constant(value, scope.length),
      rows,
    ) as FlatColumn;
  });
}

function earlierRow(row: number, count: number, length: number): number {
  const earlier = row - count;
  return earlier >= 0 && earlier < length ? earlier : -1;
}

function constant(value: ScalarValue, length: number): FlatColumn {
  return materialise(value.type, length, readerOf(value));
}

/** A literal operand that is a whole number, however it is typed. */
function wholeNumber(call: Call, operand: number): number | undefined {
  const arg = call.args[operand];
  if (arg === undefined) return 1;
  if (arg.source === "literal" && typeof arg.cell === "number" && Number.isSafeInteger(arg.cell))
    return arg.cell;
  return call.fail("the number of rows must be a literal whole number", operand);
}
