import type { ExprFunction, RollingFunction } from "../node.ts";
import { asBoolean, asFields, asInteger, asNumber, asText, asVariant, isRecord } from "./json.ts";
import {
  booleanFunctions,
  closedEnds,
  type cumulatives,
  fillStrategies,
  interpolations,
  nameOf,
  plainFunctions,
  powers,
  rollingFunctions,
  roundModes,
  temporalParts,
} from "./names.ts";
import type { Place } from "./place.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/** What stands under `function`; undefined where the function or a variant of it is none of ours. */
export function readFunction(json: unknown, at: Place): ExprFunction | undefined {
  if (typeof json === "string") {
    const name = nameOf(plainFunctions, json);
    return name === undefined ? undefined : { name };
  }
  const [group, payload] = asVariant(json, at);
  const reader = Object.hasOwn(readers, group) ? readers[group] : undefined;
  return reader?.(payload, at.at(group));
}

type FunctionReader = (payload: unknown, at: Place) => ExprFunction | undefined;

const readers: Readonly<Record<string, FunctionReader>> = {
  StructExpr: readStructFunction,
  TemporalExpr: readTemporalFunction,
  Boolean: readBooleanFunction,
  Pow(payload) {
    const name = nameOf(powers, payload);
    return name === undefined ? undefined : { name };
  },
  Round(payload, at) {
    const fields = asFields(payload, at, ["decimals", "mode"]);
    const mode = nameOf(roundModes, fields?.mode);
    if (fields === undefined || mode === undefined) return undefined;
    return { name: "round", decimals: asInteger(fields.decimals, at.at("decimals"), 0, 2 ** 32 - 1), mode };
  },
  Clip(payload, at) {
    const fields = asFields(payload, at, ["has_min", "has_max"]);
    if (fields === undefined) return undefined;
    return {
      name: "clip",
      hasMin: asBoolean(fields.has_min, at.at("has_min")),
      hasMax: asBoolean(fields.has_max, at.at("has_max")),
    };
  },
  Diff(payload) {
    if (payload === "Ignore") return { name: "diff", nullBehavior: "ignore" };
    return payload === "Drop" ? { name: "diff", nullBehavior: "drop" } : undefined;
  },
  FillNullWithStrategy(payload, at) {
    if (!isRecord(payload)) return undefined;
    const [strategyName, limit] = asVariant(payload, at);
    const strategy = nameOf(fillStrategies, strategyName);
    if (strategy === undefined) return undefined;
    const rows = limit === null ? null : asInteger(limit, at.at(strategyName), 0, 2 ** 32 - 1);
    return { name: "fillNullStrategy", strategy, limit: rows };
  },
  CumMax: readCumulative("cumMax"),
  CumMin: readCumulative("cumMin"),
  CumSum: readCumulative("cumSum"),
  CumCount: readCumulative("cumCount"),
  RollingExpr: readRolling,
  EwmMean(payload, at) {
    const outer = asFields(payload, at, ["options"]);
    const inside = at.at("options");
    const options =
      outer && asFields(outer.options, inside, ["alpha", "adjust", "bias", "min_periods", "ignore_nulls"]);
    if (options === undefined) return undefined;
    return {
      name: "ewmMean",
      alpha: asNumber(options.alpha, inside.at("alpha")),
      adjust: asBoolean(options.adjust, inside.at("adjust")),
      minPeriods: asInteger(options.min_periods, inside.at("min_periods"), 0, SAFE),
      ignoreNulls: asBoolean(options.ignore_nulls, inside.at("ignore_nulls")),
    };
  },
};

function readStructFunction(payload: unknown, at: Place): ExprFunction | undefined {
  if (!isRecord(payload)) return undefined;
  const [form, field] = asVariant(payload, at);
  return form === "FieldByName" ? { name: "field", field: asText(field, at.at(form)) } : undefined;
}

function readTemporalFunction(payload: unknown, at: Place): ExprFunction | undefined {
  if (payload === "TotalMinutes") return { name: "totalMinutes", fractional: false };
  if (typeof payload === "string") {
    const part = nameOf(temporalParts, payload);
    return part === undefined ? undefined : { name: "temporal", part };
  }
  const [form, value] = asVariant(payload, at);
  const inside = at.at(form);
  if (form === "TotalMinutes") {
    const fields = asFields(value, inside, ["fractional"]);
    if (fields === undefined) return undefined;
    return { name: "totalMinutes", fractional: asBoolean(fields.fractional, inside.at("fractional")) };
  }
  if (form !== "ConvertTimeZone") return undefined;
  const zone = isRecord(value) ? asFields(value, inside, ["inner"])?.inner : value;
  return zone === undefined ? undefined : { name: "convertTimeZone", timeZone: asText(zone, inside) };
}

function readBooleanFunction(payload: unknown, at: Place): ExprFunction | undefined {
  if (typeof payload === "string") {
    const name = nameOf(booleanFunctions, payload);
    return name === undefined ? undefined : { name };
  }
  const [form, options] = asVariant(payload, at);
  const inside = at.at(form);
  if (form === "IsBetween") {
    const closed = nameOf(closedEnds, asFields(options, inside, ["closed"])?.closed);
    return closed === undefined ? undefined : { name: "isBetween", closed };
  }
  if (form === "IsIn") {
    const fields = asFields(options, inside, ["nulls_equal"]);
    if (fields === undefined) return undefined;
    return { name: "isIn", nullsEqual: asBoolean(fields.nulls_equal, inside.at("nulls_equal")) };
  }
  return undefined;
}

function readCumulative(name: keyof typeof cumulatives): FunctionReader {
  return (payload, at) => {
    const fields = asFields(payload, at, ["reverse"]);
    return fields && { name, reverse: asBoolean(fields.reverse, at.at("reverse")) };
  };
}

/** Both `{"function": "Mean", "options": {...}}` and the older `{"Mean": {...}}`. */
function readRolling(payload: unknown, at: Place): ExprFunction | undefined {
  const record = isRecord(payload) && Object.hasOwn(payload, "function");
  if (record) {
    const fields = asFields(payload, at, ["function", "options"]);
    const fn = nameOf(rollingFunctions, fields?.function);
    return fields && fn && readRollingOptions(fn, fields.options, at.at("options"));
  }
  const [name, options] = asVariant(payload, at);
  const fn = nameOf(rollingFunctions, name);
  return fn && readRollingOptions(fn, options, at.at(name));
}

const ROLLING_OPTIONS = ["window_size", "min_periods", "weights", "center", "fn_params"] as const;

function readRollingOptions(fn: RollingFunction, json: unknown, at: Place): ExprFunction | undefined {
  const options = asFields(json, at, ROLLING_OPTIONS);
  if (options === undefined || options.weights !== null) return undefined;
  const common = {
    name: "rolling",
    fn,
    windowSize: asInteger(options.window_size, at.at("window_size"), 1, SAFE),
    minPeriods: asInteger(options.min_periods, at.at("min_periods"), 0, SAFE),
    center: asBoolean(options.center, at.at("center")),
  } as const;
  const inside = at.at("fn_params");
  if (fn === "std" || fn === "var") {
    if (options.fn_params === null) return { ...common, ddof: 1 };
    const [form, parameters] = asVariant(options.fn_params, inside);
    const fields = form === "Var" ? asFields(parameters, inside.at(form), ["ddof"]) : undefined;
    return fields && { ...common, ddof: asInteger(fields.ddof, inside.at(form).at("ddof"), 0, 255) };
  }
  if (fn === "quantile") {
    const [form, parameters] = asVariant(options.fn_params, inside);
    const fields =
      form === "Quantile" ? asFields(parameters, inside.at(form), ["prob", "method"]) : undefined;
    const interpolation = nameOf(interpolations, fields?.method);
    if (fields === undefined || interpolation === undefined) return undefined;
    return { ...common, quantile: asNumber(fields.prob, inside.at(form).at("prob")), interpolation };
  }
  return common;
}

/** How many inputs a function takes. */
export function inputCount(fn: ExprFunction): readonly [least: number, most: number] {
  switch (fn.name) {
    case "isBetween":
      return [3, 3];
    case "isIn":
    case "shift":
    case "diff":
    case "pctChange":
    case "fillNull":
    case "pow":
      return [2, 2];
    case "clip": {
      const count = 1 + Number(fn.hasMin) + Number(fn.hasMax);
      return [count, count];
    }
    case "coalesce":
    case "minHorizontal":
    case "maxHorizontal":
    case "anyHorizontal":
    case "allHorizontal":
      return [1, Number.POSITIVE_INFINITY];
    default:
      return [1, 1];
  }
}
