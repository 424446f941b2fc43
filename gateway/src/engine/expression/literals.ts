import type { LiteralNode } from "tradepose-client/expr";
import { literal } from "./elementwise.ts";
import { fromUnits } from "./time-units.ts";
import { BOOLEAN, integerRange, NULL, numberType, TEXT, timeType, type ValueType } from "./types.ts";
import type { Cell, LiteralValue } from "./value.ts";

/** A literal as the engine holds it: moments and spans in milliseconds, booleans as 0 and 1. */
export function literalValue(node: LiteralNode): LiteralValue {
  const type = typeOf(node);
  return literal(type, cellOf(node, type));
}

function typeOf(node: LiteralNode): ValueType {
  switch (node.type) {
    case "Boolean":
      return BOOLEAN;
    case "String":
    case "dynStr":
      return TEXT;
    case "Null":
      return NULL;
    case "dynFloat":
      return numberType("Float64", true);
    case "dynInt":
      return numberType(fitsInt32(Number(node.value)) ? "Int32" : "Int64", true);
    case "Date":
    case "Time":
      return timeType(node.type);
    case "Duration":
      return timeType("Duration", null, "us");
    case "Datetime":
      return timeType("Datetime", node.timeZone ?? null, "us");
    default:
      return numberType(node.type);
  }
}

function cellOf(node: LiteralNode, type: ValueType): Cell {
  const { value } = node;
  if (value === null || typeof value === "string") return value;
  const number = Number(value);
  if (node.type === "Datetime" || node.type === "Duration") return fromUnits(number, "us");
  return type.kind === "number" && type.dtype === "Float32" ? Math.fround(number) : number;
}

function fitsInt32(value: number): boolean {
  const { min, max } = integerRange("Int32")!;
  return value >= min && value <= max;
}
