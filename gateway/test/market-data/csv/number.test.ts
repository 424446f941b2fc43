import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseDecimal } from "../../../src/market-data/csv/number.ts";

function parse(text: string): number {
  const bytes = new TextEncoder().encode(`##${text}##`);
  return parseDecimal(bytes, 2, bytes.length - 2);
}

describe("parseDecimal", () => {
  it("reads every double as it is printed", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        expect(parse(Object.is(value, -0) ? "-0" : String(value))).toBe(value);
      }),
    );
  });

  it("rounds decimals as the language does", () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789"), maxLength: 20 });
    fc.assert(
      fc.property(
        fc.constantFrom("", "-", "+"),
        digits,
        fc.boolean(),
        digits,
        (sign, whole, point, fraction) => {
          fc.pre(whole !== "" || (point && fraction !== ""));
          const text = `${sign}${whole}${point ? `.${fraction}` : ""}`;
          expect(parse(text)).toBe(Number(text));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  it.each([
    "",
    "-",
    "+",
    ".",
    "-.",
    "1-",
    "--1",
    "1e",
    "e5",
    "1 000",
    "0x1",
    "NaN",
    "Infinity",
    "1e400",
    "１",
  ])("refuses %j", (text) => {
    expect(parse(text)).toBeNaN();
  });
});
