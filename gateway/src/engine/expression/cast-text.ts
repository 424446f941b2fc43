import type { NumberType } from "../column.ts";
import { wrapper } from "./numbers.ts";
import { integerRange } from "./types.ts";

/** Numbers and booleans as the texts Polars makes of them, and back. */

export function booleanText(value: number): string {
  return value === 1 ? "true" : "false";
}

export function numberText(dtype: NumberType): (x: number) => string {
  return integerRange(dtype) !== undefined ? String : dtype === "Float32" ? singleText : floatText;
}

/** The shortest digits that read back as the same double; as decimals from 1e-5 up to 1e16, else with an exponent. */
function floatText(x: number): string {
  if (!Number.isFinite(x)) return Number.isNaN(x) ? "NaN" : x > 0 ? "inf" : "-inf";
  if (Object.is(x, -0)) return "-0.0";
  const size = Math.abs(x);
  if (size !== 0 && (size < 1e-5 || size >= 1e16)) return x.toExponential().replace("e+", "e");
  const text = String(x);
  return text.includes(".") ? text : `${text}.0`;
}

/** The shortest digits that read back as the same single. */
function singleText(x: number): string {
  for (let digits = 1; digits < 9; digits++) {
    const short = Number(x.toPrecision(digits));
    if (Math.fround(short) === x) return floatText(short);
  }
  return floatText(Number.isFinite(x) ? Number(x.toPrecision(9)) : x);
}

const INTEGER = /^[+-]?\d+$/;
const FLOAT = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;
const INFINITE = /^([+-]?)inf(inity)?$/i;

/** Null for a text that is no number, or none of that type. */
export function parseNumber(dtype: NumberType): (text: string) => number | null {
  const range = integerRange(dtype);
  const round = wrapper(dtype);
  return (text) => {
    if (range !== undefined) {
      const value = INTEGER.test(text) ? Number(text) + 0 : Number.NaN;
      return value >= range.min && value <= range.max ? value : null;
    }
    if (FLOAT.test(text)) return round(Number(text));
    const [, sign] = INFINITE.exec(text) ?? [];
    if (sign !== undefined) return sign === "-" ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
    return /^[+-]?nan$/i.test(text) ? Number.NaN : null;
  };
}
