import type { AggregateNode } from "tradepose-client/expr";
import type { Call } from "./call.ts";
import { presence, runningExtreme, runningSum, sumType } from "./cumulative.ts";
import { literal } from "./elementwise.ts";
import { wrapper } from "./numbers.ts";
import {
  COUNT,
  lastOf,
  MEAN,
  median,
  type RunningReduction,
  reductionOf,
  standardDeviation,
  variance,
} from "./reductions.ts";
import { applyReduction, forEachGroup, perGroup } from "./rows.ts";
import { runningReader } from "./running.ts";
import { firstRow, largestRow, lastRow, selectRow, smallestRow } from "./selection.ts";
import { FLOAT, numberType, typed, typeName, type ValueType } from "./types.ts";
import { type Cell, readerOf, type ScalarValue } from "./value.ts";

/**
 * One value of many rows: of the whole column, inside `over` of each group. Nulls are passed over, except by `first`,
 * `last` and `nUnique`. Over a trading context an aggregate is that of the rows so far.
 */
export function aggregate(call: Call, { fn, ddof = 1 }: AggregateNode): ScalarValue | undefined {
  switch (fn) {
    case "first":
    case "last":
      return endOf(call, fn);
    case "min":
    case "max":
      return extreme(call, fn);
    case "sum":
      return sum(call);
    case "count":
      return running(call, fn, numberType("UInt32"), presence(call, call.args[0]!), COUNT);
    case "nUnique":
      return distinct(call);
    case "mean":
      return statistic(call, fn, (type, arg) => running(call, fn, type, arg, MEAN));
    case "var":
      return statistic(call, fn, (type, arg) => running(call, `var${ddof}`, type, arg, variance(ddof)));
    case "std":
      return statistic(call, fn, (type, arg) =>
        running(call, `std${ddof}`, type, arg, standardDeviation(ddof)),
      );
    case "median":
      return statistic(call, fn, (type, arg) => {
        if (arg.source === "context") return notOfContext(call, fn);
        return applyReduction(call, fn, type, arg, median);
      });
  }
}

function endOf(call: Call, which: "first" | "last"): ScalarValue {
  const arg = call.args[0]!;
  if (arg.source !== "context") return selectRow(call, which, arg, which === "first" ? firstRow : lastRow);
  // The last of the rows so far is the row itself.
  const { type, at } = arg;
  return which === "last" ? arg : { source: "context", type, at: () => at(0) };
}

function extreme(call: Call, which: "min" | "max"): ScalarValue | undefined {
  const arg = call.args[0]!;
  const type = typed(arg.type);
  if (type.kind === "list")
    return call.fail(`${which} needs numbers, times or texts, not ${typeName(type)}`, 0);
  if (arg.source === "literal") return literal(type, arg.cell);
  if (arg.source === "column") {
    return selectRow(call, which, arg, which === "max" ? largestRow : smallestRow);
  }
  if (type.kind === "text") return notOfContext(call, `${which} of a text`);
  return running(call, which, type, arg, lastOf(runningExtreme(which), null));
}

function sum(call: Call): ScalarValue | undefined {
  const arg = call.args[0]!;
  if (arg.type.kind === "null") return arg;
  const type = sumType(arg.type);
  if (type === undefined) return call.fail(`sum needs numbers, not ${typeName(arg.type)}`, 0);
  return running(call, "sum", type, arg, lastOf(runningSum(type.dtype), 0));
}

/** A statistic of numbers is a Float64, of Float32 one of these; booleans count as 0 and 1. */
function statistic(
  call: Call,
  name: string,
  compute: (type: ValueType, arg: ScalarValue) => ScalarValue | undefined,
): ScalarValue | undefined {
  const arg = call.args[0]!;
  if (arg.type.kind === "null") return arg;
  const type = statisticType(arg.type);
  return type === undefined
    ? call.fail(`${name} needs numbers, not ${typeName(arg.type)}`, 0)
    : compute(type, arg);
}

export function statisticType(type: ValueType): ValueType | undefined {
  if (type.kind === "boolean") return FLOAT;
  if (type.kind !== "number") return undefined;
  return type.dtype === "Float32" ? numberType("Float32") : FLOAT;
}

function running(
  call: Call,
  name: string,
  type: ValueType,
  arg: ScalarValue,
  reduction: RunningReduction,
): ScalarValue {
  const rounding = inType(type, reduction);
  if (arg.source === "context")
    return { source: "context", type, at: runningReader(readerOf(arg), rounding) };
  return applyReduction(call, name, type, arg, reductionOf(rounding));
}

function inType(type: ValueType, reduction: RunningReduction): RunningReduction {
  if (type.kind !== "number" || type.dtype === "Float64") return reduction;
  const wrap = wrapper(type.dtype);
  return {
    ...reduction,
    step: (memory, x) => {
      const value = reduction.step(memory, x);
      return value === null ? null : wrap(value);
    },
  };
}

/** Number of different values, null being one of them. */
function distinct(call: Call): ScalarValue | undefined {
  const arg = call.args[0]!;
  const { scope } = call;
  const type = numberType("UInt32");
  if (arg.type.kind === "list") return call.fail("nUnique needs numbers, times or texts, not List", 0);
  if (arg.source === "literal") return literal(type, 1);
  if (arg.source === "context") return notOfContext(call, "nUnique");
  const read = readerOf(arg);
  return perGroup(scope, `nUnique(${arg.key})`, type, () => {
    const values = new Float64Array(scope.bounds.length - 1);
    forEachGroup(scope, (from, to, group) => {
      const seen = new Set<Cell>();
      for (let row = from; row < to; row++) seen.add(read(row));
      values[group] = seen.size;
    });
    return { kind: "number", dtype: "UInt32", values, nulls: undefined };
  });
}

function notOfContext(call: Call, name: string): undefined {
  return call.fail(
    `${name} of a trading context is not supported; its rows so far have first, last, min, max, mean, sum, std, var and count`,
  );
}
