import type { ExprFunction } from "../node.ts";
import {
  fillStrategies,
  functionWord,
  type IrregularFunction,
  interpolations,
  type ParameterForm,
  rollingFunctions,
  temporalParts,
} from "../vocabulary.ts";

/** What stands under `function` beside the inputs. */
export function writeFunction(fn: ExprFunction): unknown {
  const word = functionWord(fn.name);
  // Functions that are not in the table are the irregular ones, which the compiler cannot follow through the lookup.
  if (word === undefined) return writeIrregular(fn as IrregularFunction);
  const [group = "", name] = word.wire.split(".");
  const values = fn as Readonly<Record<string, unknown>>;
  const { parameters, payload } = word;
  if (payload !== undefined) {
    const value = writeParameter(values[payload[0]], payload[1]);
    return { [group]: name === undefined ? value : { [name]: value } };
  }
  if (parameters !== undefined) {
    const written = Object.fromEntries(
      Object.entries(parameters).map(([key, [wire, form]]) => [wire, writeParameter(values[key], form)]),
    );
    return { [group]: name === undefined ? written : { [name]: written } };
  }
  return name === undefined ? group : { [group]: name };
}

function writeParameter(value: unknown, form: ParameterForm): unknown {
  return typeof form === "string" ? value : form[String(value)];
}

function writeIrregular(fn: IrregularFunction): unknown {
  switch (fn.name) {
    case "temporal":
      return { TemporalExpr: temporalParts[fn.part] };
    case "totalMinutes":
      // A plain unit in 0.51; only newer versions, which made it, know the fractional form.
      return { TemporalExpr: fn.fractional ? { TotalMinutes: { fractional: true } } : "TotalMinutes" };
    case "fillNullStrategy":
      return { FillNullWithStrategy: { [fillStrategies[fn.strategy]]: fn.limit } };
    case "rolling":
      return { RollingExpr: rolling(fn) };
    case "ewmMean":
      return {
        EwmMean: {
          options: {
            alpha: fn.alpha,
            adjust: fn.adjust,
            bias: false,
            min_periods: fn.minPeriods,
            ignore_nulls: fn.ignoreNulls,
          },
        },
      };
  }
}

function rolling(fn: Extract<ExprFunction, { name: "rolling" }>): unknown {
  const parameters =
    fn.fn === "quantile"
      ? { Quantile: { prob: fn.quantile, method: interpolations[fn.interpolation ?? "nearest"] } }
      : fn.fn === "std" || fn.fn === "var"
        ? { Var: { ddof: fn.ddof ?? 1 } }
        : null;
  return {
    function: rollingFunctions[fn.fn],
    options: {
      window_size: fn.windowSize,
      min_periods: fn.minPeriods,
      weights: null,
      center: fn.center,
      fn_params: parameters,
    },
  };
}
