import type { NumberType } from "../column.ts";
import { shiftRows, takeRows } from "../column-ops.ts";
import { arithmetic } from "./arithmetic.ts";
import type { Call } from "./call.ts";
import { cast } from "./cast.ts";
import { literal } from "./elementwise.ts";
import { fillForward } from "./fill.ts";
import { forEachGroup } from "./rows.ts";
import { type FlatColumn, readerOf, type ScalarValue } from "./value.ts";

/** The value `n` rows earlier (later for a negative n); null beyond the first and last row. */
export function shift(call: Call): ScalarValue | undefined {
  const count = wholeNumber(call, 1);
  return count === undefined ? undefined : shiftBy(call, call.args[0]!, count);
}

/** The value less the value `n` rows earlier; of unsigned integers in a signed type that holds it. */
export function diff(call: Call): ScalarValue | undefined {
  const [first, ...count] = call.args as [ScalarValue, ...ScalarValue[]];
  const signed = first.type.kind === "number" ? SIGNED[first.type.dtype] : undefined;
  const value = signed === undefined ? first : cast({ ...call, args: [first] }, signed, "nonStrict");
  const earlier = value && shift({ ...call, args: [value, ...count] });
  return value && earlier && arithmetic({ ...call, args: [value, earlier] }, "sub");
}

const SIGNED: Readonly<Partial<Record<NumberType, NumberType>>> = {
  UInt8: "Int16",
  UInt16: "Int32",
  UInt32: "Int64",
  UInt64: "Int64",
};

/** The change from the value `n` rows earlier, as a fraction of it. A null counts as the last value before it. */
export function pctChange(call: Call): ScalarValue | undefined {
  const filled = fillForward(call, call.args[0]!);
  const value = filled && inFloat({ ...call, args: [filled] });
  if (value === undefined) return undefined;
  const earlier = shift({ ...call, args: [value, ...call.args.slice(1)] });
  const change = earlier && arithmetic({ ...call, args: [value, earlier] }, "sub");
  return change && arithmetic({ ...call, args: [change, earlier] }, "trueDivide");
}

function inFloat(call: Call): ScalarValue | undefined {
  const { type } = call.args[0]!;
  return type.kind === "number" && type.dtype === "Float32"
    ? call.args[0]
    : cast(call, "Float64", "nonStrict");
}

function shiftBy(call: Call, value: ScalarValue, count: number): ScalarValue | undefined {
  const { scope } = call;
  if (count === 0) return value;
  // A literal is one row, and so is what it is shifted to.
  if (value.source === "literal") return literal(value.type, null);
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
  return scope.column(`shift${count}(${value.key})`, value.type, () => {
    // A flat column stays one.
    if (scope.bounds.length === 2) return shiftRows(value.column, count, scope.length) as FlatColumn;
    const rows = new Int32Array(scope.length);
    forEachGroup(scope, (from, to) => {
      for (let row = from; row < to; row++) {
        const earlier = row - count;
        rows[row] = earlier >= from && earlier < to ? earlier : -1;
      }
    });
    return takeRows(value.column, rows) as FlatColumn;
  });
}

/** A literal operand that is a whole number, however it is typed. */
function wholeNumber(call: Call, operand: number): number | undefined {
  const arg = call.args[operand];
  if (arg === undefined) return 1;
  if (arg.source === "literal" && typeof arg.cell === "number" && Number.isSafeInteger(arg.cell))
    return arg.cell;
  return call.fail("the number of rows must be a literal whole number", operand);
}
