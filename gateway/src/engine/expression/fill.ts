import type { ExprFunction } from "tradepose-client/expr";
import { takeRows } from "../column-ops.ts";
import type { Call, FunctionCall } from "./call.ts";
import { forEachGroup } from "./rows.ts";
import { type Running, runningReader } from "./running.ts";
import { type ColumnValue, type FlatColumn, readerOf, type ScalarValue } from "./value.ts";

type FillNullStrategy = Extract<ExprFunction, { readonly name: "fillNullStrategy" }>;

/** A null takes the value of the nearest row before it (`forward`) or after it, over at most `limit` nulls. */
export function fillNullStrategy(call: FunctionCall<FillNullStrategy>): ScalarValue | undefined {
  const arg = call.args[0]!;
  const limit = call.fn.limit ?? Number.POSITIVE_INFINITY;
  if (call.fn.strategy === "forward") return fillForward(call, arg, limit);
  if (arg.source === "context") {
    return call.fail("a trading context cannot be filled backward: it has no later rows yet");
  }
  return arg.source === "literal" ? arg : fillColumn(call, arg, "backward", limit);
}

export function fillForward(
  call: Call,
  arg: ScalarValue,
  limit = Number.POSITIVE_INFINITY,
): ScalarValue | undefined {
  if (arg.source === "literal") return arg;
  if (arg.source === "column") return fillColumn(call, arg, "forward", limit);
  if (arg.type.kind === "text") {
    return call.fail("a text that depends on a trading context cannot be filled");
  }
  return { ...arg, at: runningReader(readerOf(arg), lastValue(limit)) };
}

/** Remembers the last value, and how many nulls have followed it; NaN, which is within no limit, before the first. */
function lastValue(limit: number): Running {
  return {
    start: [0, Number.NaN],
    step(memory, x) {
      if (x === null) memory[1]! += 1;
      else {
        memory[0] = x;
        memory[1] = 0;
      }
      return memory[1]! <= limit ? memory[0]! : null;
    },
  };
}

function fillColumn(
  { scope }: Call,
  { column, key, type }: ColumnValue,
  strategy: FillNullStrategy["strategy"],
  limit: number,
): ScalarValue {
  return scope.column(`fill ${strategy} ${limit}(${key})`, type, () => {
    const { nulls } = column;
    if (nulls === undefined) return column;
    const rows = new Int32Array(scope.length);
    forEachGroup(scope, (from, to) => {
      const [start, step] = strategy === "forward" ? [from, 1] : [to - 1, -1];
      let source = Number.NaN;
      for (let row = start; row >= from && row < to; row += step) {
        if (nulls[row] !== 1) source = row;
        rows[row] = Math.abs(row - source) <= limit ? source : -1;
      }
    });
    // The rows of a flat column make a flat column.
    return takeRows(column, rows) as FlatColumn;
  });
}
