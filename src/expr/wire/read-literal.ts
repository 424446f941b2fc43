import { integerRanges } from "../literal.ts";
import type { LiteralNode, LiteralType } from "../node.ts";
import { asArray, asBoolean, asFields, asInteger, asNumber, asText, asVariant, isRecord } from "./json.ts";
import type { Place } from "./place.ts";

const SAFE = Number.MAX_SAFE_INTEGER;

/** What stands under `Literal`; undefined where its type is none of ours. */
export function readLiteral(json: unknown, at: Place): LiteralNode | undefined {
  const [form, payload] = asVariant(json, at);
  if (form === "Dyn") return readUntyped(payload, at.at("Dyn"));
  if (form === "Scalar") return readTyped(payload, at.at("Scalar"));
  return undefined;
}

function readUntyped(json: unknown, at: Place): LiteralNode | undefined {
  const [type, value] = asVariant(json, at);
  const inside = at.at(type);
  if (type === "Int") return literal("dynInt", asInteger(value, inside, -SAFE, SAFE));
  if (type === "Float") return literal("dynFloat", asNumber(value, inside));
  if (type === "Str") return literal("dynStr", asText(value, inside));
  return undefined;
}

function readTyped(json: unknown, at: Place): LiteralNode | undefined {
  if (isRecord(json) && Object.hasOwn(json, "dtype")) return readTypedBefore050(json, at);
  const [type, value] = asVariant(json, at);
  return readScalar(type, value, at.at(type));
}

/** `{"dtype": type, "value": value}`, with the value bare or under the name of its type. */
function readTypedBefore050(json: unknown, at: Place): LiteralNode | undefined {
  const fields = asFields(json, at, ["dtype", "value"]);
  if (fields === undefined) return undefined;
  const type = typeof fields.dtype === "string" ? fields.dtype : asVariant(fields.dtype, at.at("dtype"))[0];
  const { value } = fields;
  if (type === "Null") return literal("Null", null);
  if (!isRecord(value)) return readScalar(type, value, at.at("value"));
  const [name, bare] = asVariant(value, at.at("value"));
  if (name !== type && name !== `${type}Owned`) return undefined;
  return readScalar(type, bare, at.at("value").at(name));
}

function readScalar(type: string, value: unknown, at: Place): LiteralNode | undefined {
  switch (type) {
    case "Null":
      return literal("Null", null);
    case "Boolean":
      return literal("Boolean", asBoolean(value, at));
    case "String":
      return literal("String", asText(value, at));
    case "Float32":
    case "Float64":
      return literal(type, asNumber(value, at));
    case "Datetime":
      return readDatetime(value, at);
    case "Duration": {
      const [count, unit] = asArray(value, at);
      const microseconds = inMicroseconds(count, unit, at);
      return microseconds === undefined ? undefined : literal("Duration", microseconds);
    }
    default: {
      const range = Object.hasOwn(integerRanges, type) ? integerRanges[type] : undefined;
      if (range === undefined) return undefined;
      return literal(type as LiteralType, asInteger(value, at, range[0], range[1]));
    }
  }
}

function readDatetime(json: unknown, at: Place): LiteralNode | undefined {
  const [count, unit, zone] = asArray(json, at);
  const microseconds = inMicroseconds(count, unit, at);
  if (microseconds === undefined) return undefined;
  const timeZone = zone === null || zone === undefined ? null : asText(zone, at.at(2));
  return Object.freeze({ kind: "literal", type: "Datetime", value: microseconds, timeZone });
}

/** Undefined for an unknown unit, and where microseconds cannot hold the value exactly. */
function inMicroseconds(count: unknown, unit: unknown, at: Place): number | undefined {
  const value = asInteger(count, at.at(0), -SAFE, SAFE);
  switch (asText(unit, at.at(1))) {
    case "Milliseconds":
      return Number.isSafeInteger(value * 1000) ? value * 1000 : undefined;
    case "Microseconds":
      return value;
    case "Nanoseconds":
      return value % 1000 === 0 ? value / 1000 + 0 : undefined;
    default:
      return undefined;
  }
}

function literal(type: LiteralType, value: LiteralNode["value"]): LiteralNode {
  return Object.freeze({ kind: "literal", type, value });
}
