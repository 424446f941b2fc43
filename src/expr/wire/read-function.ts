import type { ExprFunction, RollingFunction } from "../node.ts";
import {
  type FunctionWord,
  fillStrategies,
  functionWords,
  interpolations,
  nameOf,
  type ParameterForm,
  type RegularName,
  rollingFunctions,
  temporalParts,
} from "../vocabulary.ts";
import {
  asBoolean,
  asFields,
  asInteger,
  asNumber,
  asText,
  asVariant,
  isRecord,
  isVariantName,
} from "./json.ts";
import type { Place } from "./place.ts";

/** Largest count on the wire, an unsigned 32-bit integer. */
const MAX_COUNT = 2 ** 32 - 1;

/** What stands under `function`; undefined where the function or a variant of it is none of ours. */
export function readFunction(json: unknown, at: Place): ExprFunction | undefined {
  const [group, payload] = typeof json === "string" ? [json] : asVariant(json, at);
  // A name with a dot would be taken for a group and its member.
  if (!isVariantName(group)) return undefined;
  const inside = at.at(group);
  const irregular = Object.hasOwn(irregulars, group) ? irregulars[group as IrregularGroup] : undefined;
  return (
    irregular?.(payload, inside) ?? readRegular(group, payload, inside) ?? readMember(group, payload, inside)
  );
}

/** `{"Group": "Name"}` or `{"Group": {"Name": parameters}}` */
function readMember(group: string, payload: unknown, at: Place): ExprFunction | undefined {
  if (typeof payload === "string") return readRegular(`${group}.${payload}`, undefined, at);
  if (!isRecord(payload) || Object.keys(payload).length !== 1) return undefined;
  const [name, parameters] = asVariant(payload, at);
  return readRegular(`${group}.${name}`, parameters, at.at(name));
}

function readRegular(wire: string, payload: unknown, at: Place): ExprFunction | undefined {
  for (const name in functionWords) {
    const word = functionWords[name as RegularName];
    if (word.wire !== wire) continue;
    const parameters = readParameters(word, payload, at);
    // The table names the parameters of each function, which the compiler cannot follow through the lookup.
    return parameters && ({ name, ...parameters } as unknown as ExprFunction);
  }
  return undefined;
}

type Parameters = Readonly<Record<string, unknown>>;

function readParameters(
  { parameters, payload }: FunctionWord,
  json: unknown,
  at: Place,
): Parameters | undefined {
  if (payload !== undefined) {
    const value = readParameter(json, payload[1], at);
    return value === undefined ? undefined : { [payload[0]]: value };
  }
  if (parameters === undefined) return json === undefined ? {} : undefined;
  const names = Object.entries(parameters);
  const fields = asFields(
    json,
    at,
    names.map(([, [wire]]) => wire),
  );
  if (fields === undefined) return undefined;
  const values = names.map(([name, [wire, form]]) => [name, readParameter(fields[wire], form, at.at(wire))]);
  return values.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(values);
}

/** Undefined for a choice that is none of ours. */
function readParameter(json: unknown, form: ParameterForm, at: Place): unknown {
  if (form === "text") return asText(json, at);
  if (form === "flag") return asBoolean(json, at);
  if (form === "count") return asInteger(json, at, 0, MAX_COUNT);
  return nameOf(form, json);
}

type FunctionReader = (payload: unknown, at: Place) => ExprFunction | undefined;
type IrregularGroup = "TemporalExpr" | "FillNullWithStrategy" | "RollingExpr" | "EwmMean";

const irregulars: Readonly<Record<IrregularGroup, FunctionReader>> = {
  TemporalExpr: readTemporal,
  FillNullWithStrategy(payload, at) {
    if (!isRecord(payload)) return undefined;
    const [strategyName, limit] = asVariant(payload, at);
    const strategy = nameOf(fillStrategies, strategyName);
    if (strategy === undefined) return undefined;
    const rows = limit === null ? null : asInteger(limit, at.at(strategyName), 0, MAX_COUNT);
    return { name: "fillNullStrategy", strategy, limit: rows };
  },
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
      minPeriods: asInteger(options.min_periods, inside.at("min_periods"), 0, MAX_COUNT),
      ignoreNulls: asBoolean(options.ignore_nulls, inside.at("ignore_nulls")),
    };
  },
};

/** Parts, and the two forms of those functions that differ between versions. */
function readTemporal(payload: unknown, at: Place): ExprFunction | undefined {
  if (typeof payload === "string") {
    if (payload === "TotalMinutes") return { name: "totalMinutes", fractional: false };
    const part = nameOf(temporalParts, payload);
    return part && { name: "temporal", part };
  }
  const [form, value] = asVariant(payload, at);
  const inside = at.at(form);
  if (form === "TotalMinutes") {
    const fields = asFields(value, inside, ["fractional"]);
    return (
      fields && { name: "totalMinutes", fractional: asBoolean(fields.fractional, inside.at("fractional")) }
    );
  }
  if (form === "ConvertTimeZone" && !isRecord(value)) {
    return { name: "convertTimeZone", timeZone: asText(value, inside) };
  }
  return undefined;
}

/** Both `{"function": "Mean", "options": {...}}` and the older `{"Mean": {...}}`. */
function readRolling(payload: unknown, at: Place): ExprFunction | undefined {
  if (isRecord(payload) && Object.hasOwn(payload, "function")) {
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
    windowSize: asInteger(options.window_size, at.at("window_size"), 1, MAX_COUNT),
    minPeriods: asInteger(options.min_periods, at.at("min_periods"), 0, MAX_COUNT),
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
