const ZERO = 0x30;
const NINE = 0x39;
const POINT = 0x2e;
const MINUS = 0x2d;
const PLUS = 0x2b;

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/;

/** Powers of ten that a double holds exactly. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));

/**
 * Reads a decimal number, correctly rounded: an integer below 2^53 divided by a power of ten that is exact in a double
 * rounds once, as IEEE 754 division does; anything longer or with an exponent goes through the language's own reader.
 * @returns NaN when the bytes are not a finite decimal number.
 */
export function parseDecimal(bytes: Uint8Array, from: number, to: number): number {
  let at = from;
  const sign = bytes[at];
  if (sign === MINUS || sign === PLUS) at += 1;
  let mantissa = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < to; at += 1) {
    const byte = bytes[at]!;
    if (byte >= ZERO && byte <= NINE) {
      mantissa = mantissa * 10 + (byte - ZERO);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (byte === POINT && decimals < 0) {
      decimals = 0;
    } else {
      return parseLong(bytes, from, to);
    }
  }
  if (digits === 0) return Number.NaN;
  if (digits > 15) return parseLong(bytes, from, to);
  const value = decimals > 0 ? mantissa / POWERS[decimals]! : mantissa;
  return sign === MINUS ? -value : value;
}

function parseLong(bytes: Uint8Array, from: number, to: number): number {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString("latin1");
  const value = DECIMAL.test(text) ? Number(text) : Number.NaN;
  return Number.isFinite(value) ? value : Number.NaN;
}
