import type { NumberType } from "../column.ts";
import { commonType, integerRange, type NumberValueType, numberType, type ValueType } from "./types.ts";
import type { ScalarValue } from "./value.ts";

/**
 * The type in which values meet, or undefined where they have none in common. A bare literal takes the type of the
 * others, but an integer too large for that type widens it as far as needed.
 */
export function commonTypeOf(values: readonly ScalarValue[]): ValueType | undefined {
  const bare = values.filter(isBare);
  const others = values.filter((value) => !isBare(value)).map(({ type }) => type);
  const rest = joined(others);
  if (rest?.kind === "number" && rest.dtype === "UInt64" && bare.some(isNegativeInteger)) {
    return numberType("Int64");
  }
  const types = bare.map(({ type, cell }) =>
    rest?.kind === "number" ? besideNumber(type as NumberValueType, Number(cell), rest) : type,
  );
  return joined([...others, ...types]);
}

function joined(types: readonly ValueType[]): ValueType | undefined {
  let result: ValueType | undefined = { kind: "null" };
  for (const type of types) result = result && commonType(result, type);
  return result;
}

function isBare(value: ScalarValue): value is Extract<ScalarValue, { source: "literal" }> {
  return value.source === "literal" && value.type.kind === "number" && value.type.isUntyped;
}

/** No integer type holds both sides; Polars takes the signed one of the same size. */
function isNegativeInteger({ type, cell }: ScalarValue & { readonly source: "literal" }): boolean {
  return type.kind === "number" && integerRange(type.dtype) !== undefined && Number(cell) < 0;
}

function besideNumber(type: NumberValueType, cell: number, other: NumberValueType): ValueType {
  const range = integerRange(other.dtype);
  const isFloat = integerRange(type.dtype) === undefined;
  if (isFloat || range === undefined || (cell >= range.min && cell <= range.max)) return type;
  const candidates = range.signed || cell < 0 ? SIGNED : UNSIGNED;
  const fitting = candidates.find((dtype) => {
    const { min, max } = integerRange(dtype)!;
    return cell >= min && cell <= max;
  });
  return numberType(fitting ?? "Int64");
}

const SIGNED: readonly NumberType[] = ["Int8", "Int16", "Int32", "Int64"];
const UNSIGNED: readonly NumberType[] = ["UInt8", "UInt16", "UInt32", "UInt64"];
