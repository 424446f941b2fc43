import type { ExprFunction } from "tradepose-client/expr";
import { statisticType } from "./aggregate.ts";
import type { FunctionCall } from "./call.ts";
import { sumType } from "./cumulative.ts";
import { literal } from "./elementwise.ts";
import { wrapper } from "./numbers.ts";
import { isInterpolation } from "./quantile.ts";
import { rollingExtreme } from "./rolling-extreme.ts";
import { rollingQuantile } from "./rolling-quantile.ts";
import { rollingMean, rollingSum } from "./rolling-sum.ts";
import { rollingDeviation, rollingVariance } from "./rolling-variance.ts";
import { type RollingWindow, rollingWindow } from "./rolling-window.ts";
import { applyKernel, type Kernel } from "./rows.ts";
import { FLOAT, typed, typeName, type ValueType } from "./types.ts";
import { type Cell, type CellReader, type ContextValue, readerOf, type ScalarValue } from "./value.ts";

type RollingFunction = Extract<ExprFunction, { readonly name: "rolling" }>;

/**
 * A statistic of a window of rows around each row. Nulls are passed over; where fewer than `minPeriods` values are
 * left the result is null. Over a trading context the window ends with the row itself.
 */
export function rolling(call: FunctionCall<RollingFunction>): ScalarValue | undefined {
  const { fn } = call;
  const arg = call.args[0]!;
  const name = `rolling ${fn.fn}`;
  if (fn.minPeriods > fn.windowSize) {
    return call.fail(
      `${name}: minPeriods ${fn.minPeriods} is more than the window of ${fn.windowSize} rows has`,
    );
  }
  if (arg.type.kind === "null") return literal(FLOAT, null);
  const type = resultType(fn.fn, arg.type);
  if (type === undefined) return call.fail(`${name} needs numbers, not ${typeName(arg.type)}`, 0);
  // Of no value there is a sum, 0, and no other statistic.
  const least = fn.fn === "sum" ? fn.minPeriods : Math.max(fn.minPeriods, 1);
  const window = rollingWindow(fn.windowSize, least, fn.center);
  const kernel = kernelOf(call, window);
  if (kernel === undefined) return undefined;
  const inType = rounded(kernel, type);
  if (arg.source !== "context") return applyKernel(call, JSON.stringify(fn), type, arg, inType);
  if (window.ahead > 0) {
    return call.fail(`${name} with center looks at later rows, which a trading context does not have yet`);
  }
  return ofContext(arg, type, window, inType);
}

function resultType(fn: RollingFunction["fn"], type: ValueType): ValueType | undefined {
  switch (fn) {
    case "sum":
      return sumType(type);
    case "min":
    case "max":
      return type.kind === "number" || type.kind === "boolean" || type.kind === "time"
        ? typed(type)
        : undefined;
    default:
      return statisticType(type);
  }
}

function kernelOf({ fn, fail }: FunctionCall<RollingFunction>, window: RollingWindow): Kernel | undefined {
  const { ddof = 1, quantile = 0.5, interpolation = "linear" } = fn;
  switch (fn.fn) {
    case "sum":
      return rollingSum(window);
    case "mean":
      return rollingMean(window);
    case "min":
    case "max":
      return rollingExtreme(window, fn.fn);
    case "var":
      return rollingVariance(window, ddof);
    case "std":
      return rollingDeviation(window, ddof);
    case "median":
      return rollingQuantile(window, 0.5, "linear");
    case "quantile":
      if (!(quantile >= 0 && quantile <= 1)) return fail(`a quantile is from 0 to 1, not ${quantile}`);
      if (!isInterpolation(interpolation)) return fail(`the interpolation ${interpolation} is not supported`);
      return rollingQuantile(window, quantile, interpolation);
  }
}

/** Brings a kernel's doubles into its result type. */
function rounded(kernel: Kernel, type: ValueType): Kernel {
  if (type.kind !== "number" || type.dtype === "Float64") return kernel;
  const wrap = wrapper(type.dtype);
  return (input, output) => {
    kernel(input, output);
    for (let row = 0; row < output.values.length; row++) output.values[row] = wrap(output.values[row]!);
  };
}

/** The kernel over nothing but the rows of one window, whose last row is the one asked for. */
function ofContext(arg: ContextValue, type: ValueType, window: RollingWindow, kernel: Kernel): ContextValue {
  const read = readerOf(arg);
  const at: CellReader = (row) => {
    const length = Math.min(window.size, row + 1);
    const cells = Array.from({ length }, (_, i): Cell => read(row - length + 1 + i));
    const input = {
      values: Float64Array.from(cells, Number),
      nulls: Uint8Array.from(cells, (cell) => (cell === null ? 1 : 0)),
    };
    const output = { values: new Float64Array(length), nulls: new Uint8Array(length) };
    kernel(input, output);
    return output.nulls[length - 1] === 1 ? null : output.values[length - 1]!;
  };
  return { source: "context", type, at };
}
