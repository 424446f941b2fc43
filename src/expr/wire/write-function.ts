import type { ExprFunction } from "../node.ts";
import {
  booleanFunctions,
  closedEnds,
  cumulatives,
  fillStrategies,
  interpolations,
  plainFunctions,
  powers,
  rollingFunctions,
  roundModes,
  temporalParts,
} from "./names.ts";

/** What stands under `function` beside the inputs. */
export function writeFunction(fn: ExprFunction): unknown {
  switch (fn.name) {
    case "field":
      return { StructExpr: { FieldByName: fn.field } };
    case "temporal":
      return { TemporalExpr: temporalParts[fn.part] };
    case "totalMinutes":
      // A plain unit in 0.51; only newer versions, which made it, know the fractional form.
      return { TemporalExpr: fn.fractional ? { TotalMinutes: { fractional: true } } : "TotalMinutes" };
    case "convertTimeZone":
      return { TemporalExpr: { ConvertTimeZone: { inner: fn.timeZone } } };
    case "not":
    case "isNull":
    case "isNotNull":
    case "isNan":
    case "isFinite":
    case "anyHorizontal":
    case "allHorizontal":
      return { Boolean: booleanFunctions[fn.name] };
    case "isBetween":
      return { Boolean: { IsBetween: { closed: closedEnds[fn.closed] } } };
    case "isIn":
      return { Boolean: { IsIn: { nulls_equal: fn.nullsEqual } } };
    case "pow":
    case "sqrt":
      return { Pow: powers[fn.name] };
    case "round":
      return { Round: { decimals: fn.decimals, mode: roundModes[fn.mode] } };
    case "clip":
      return { Clip: { has_min: fn.hasMin, has_max: fn.hasMax } };
    case "diff":
      return { Diff: fn.nullBehavior === "ignore" ? "Ignore" : "Drop" };
    case "fillNullStrategy":
      return { FillNullWithStrategy: { [fillStrategies[fn.strategy]]: fn.limit } };
    case "cumMax":
    case "cumMin":
    case "cumSum":
    case "cumCount":
      return { [cumulatives[fn.name]]: { reverse: fn.reverse } };
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
    default:
      return plainFunctions[fn.name];
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
