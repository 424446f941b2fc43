import fc from "fast-check";
import {
  canonicalText,
  type ExprNode,
  ExprReadError,
  ExprWriteError,
  MAX_EXPR_NODES,
  readExpr,
  writeExpr,
} from "tradepose-client/expr";
import { describe, expect, it } from "vitest";
import { anyNode } from "./any-node.ts";

/** The node, or undefined where the reader refused; any other error is a failure of the test. */
function readOrRefuse(json: unknown): ExprNode | undefined {
  try {
    return readExpr(json);
  } catch (error) {
    if (error instanceof ExprReadError) return undefined;
    throw error;
  }
}

type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The JSON with the part that `pick` leads to replaced. */
function replaced(json: Json, pick: readonly number[], part: Json): Json {
  const [first, ...rest] = pick;
  if (first === undefined || typeof json !== "object" || json === null) return part;
  const entries = Object.entries(json);
  const chosen = entries[first % Math.max(entries.length, 1)];
  if (chosen === undefined) return part;
  const [key, value] = chosen;
  const inside = replaced(value, rest, part);
  if (Array.isArray(json)) return json.map((item, index) => (String(index) === key ? inside : item));
  // defineProperty, since an assignment to __proto__ is none.
  return Object.defineProperty({ ...json }, key, { value: inside, enumerable: true });
}

const parts: fc.Arbitrary<Json> = fc.oneof(
  fc.jsonValue() as fc.Arbitrary<Json>,
  fc.constantFrom<Json[]>(
    "Len",
    "Shift",
    "Mean",
    "Pow.Generic",
    "constructor",
    1e308,
    -1,
    2 ** 53,
    0.5,
    {},
    [],
  ),
  fc.constantFrom<Json[]>(
    { Column: "close" },
    { "Boolean.Not": 1 },
    JSON.parse('{"__proto__":{"Column":"a"}}'),
  ),
);

describe("whatever the JSON", () => {
  it("reads or refuses, and reads again what it writes", () => {
    const broken = fc
      .tuple(anyNode, fc.array(fc.nat(3), { maxLength: 12 }), parts)
      .map(([node, pick, part]) => replaced(JSON.parse(canonicalText(node)) as Json, pick, part));
    fc.assert(
      fc.property(broken, (json) => {
        const node = readOrRefuse(json);
        if (node === undefined) return;
        const wire = writeExpr(node);
        expect(readExpr(wire)).toEqual(node);
        expect(JSON.stringify(writeExpr(readExpr(JSON.stringify(wire))))).toBe(JSON.stringify(wire));
      }),
      { numRuns: 2_000 },
    );
  });

  it("reads or refuses any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        readOrRefuse(text);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves Object.prototype alone", () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const json = JSON.parse(
      '{"Gather":{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}',
    );
    expect(JSON.stringify(writeExpr(readExpr(json)))).toBe(JSON.stringify(json));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it.each([
    '{"Function":{"input":[{"Column":"a"}],"function":"constructor"}}',
    '{"Function":{"input":[{"Column":"a"}],"function":"Boolean.Not"}}',
    '{"Function":{"input":[{"Column":"a"}],"function":{"Boolean.Not":"x"}}}',
    '{"Function":{"input":[{"Column":"a"}],"function":{"Boolean":"__proto__"}}}',
    '{"Function":{"input":[{"Column":"a"}],"function":{"__proto__":"Not"}}}',
    '{"Function":{"input":[{"Column":"a"}],"function":{"Boolean":{"Not":{}}}}}',
    '{"BinaryExpr":{"left":{"Column":"a"},"op":"toString","right":{"Column":"b"}}}',
    '{"Agg":{"constructor":{"Column":"a"}}}',
    '{"Cast":{"expr":{"Column":"a"},"dtype":{"Literal":"constructor"},"options":"Strict"}}',
    '{"Literal":{"Scalar":{"toString":1}}}',
  ])("takes no name of Object for one of its own: %s", (text) => {
    const node = readExpr(text);
    expect(node.kind).toBe("unknown");
    expect(JSON.stringify(writeExpr(node))).toBe(text);
  });
});

describe("size", () => {
  const call = (name: string, depth: number): string =>
    depth === 0 ? '{"Column":"a"}' : `{"Function":{"input":[${call(name, depth - 1)}],"function":"${name}"}}`;
  const nested = (open: string, close: string, levels: number) =>
    `{"Gather":${open.repeat(levels)}1${close.repeat(levels)}}`;

  it.each([
    ["arrays", nested("[", "]", 1_000_000)],
    ["objects", nested('{"a":', "}", 1_000_000)],
    ["functions", `${'{"Function":{"function":"Abs","input":['.repeat(100_000)}1${"]}}".repeat(100_000)}`],
    ["aliases", `${'{"Alias":['.repeat(200_000)}1${',"a"]}'.repeat(200_000)}`],
  ])("refuses well-formed %s nested beyond the stack", (_, text) => {
    const error = refusal(text);
    expect(error.problem).toMatch(/nested deeper than 100/);
    expect(error.path.length).toBeLessThan(5_000);
  });

  it("reads text as deep as it may be", () => {
    expect(readExpr(call("Abs", 99)).kind).toBe("function");
    expect(refusal(call("Abs", 100)).problem).toMatch(/deeper than 100/);
  });

  it("refuses text that is too long", () => {
    expect(refusal(`{"Column":"${"a".repeat(10_000_000)}"}`).problem).toMatch(
      /longer than 10000000 characters/,
    );
  });

  it("keeps 100,000 values that it does not understand, not more", () => {
    const list = (length: number) => ({ Literal: { Scalar: { List: Array.from({ length }, () => 255) } } });
    // The objects around the list count too.
    expect(readExpr(list(99_996)).kind).toBe("unknown");
    expect(refusal(list(99_997)).problem).toMatch(/more than 100000 values of unknown meaning/);
  });

  it("shows no more of a key than is needed", () => {
    const key = "k".repeat(100_000);
    expect(refusal({ [key]: 1 }).message.length).toBeLessThan(300);
    expect(refusal({ Gather: { [key]: undefined } }).message.length).toBeLessThan(300);
  });

  it("refuses counts and numbers beyond what Polars holds", () => {
    const rolling = (size: unknown) =>
      `{"Function":{"input":[{"Column":"a"}],"function":{"RollingExpr":{"function":"Sum","options":{"window_size":${size},"min_periods":1,"weights":null,"center":false,"fn_params":null}}}}}`;
    const at = "Function.function.RollingExpr.options.window_size";
    for (const size of ["0", "-1", "0.5", "4294967296", "1e400", '"20"', "null"]) {
      expect(refusal(rolling(size)).path).toBe(at);
    }
    expect(readExpr(rolling(4_294_967_295)).kind).toBe("function");
    expect(refusal('{"Literal":{"Dyn":{"Int":9007199254740993}}}').problem).toMatch(/2\^53 - 1/);
    expect(refusal('{"Literal":{"Dyn":{"Float":1e999}}}').problem).toMatch(/finite/);
  });
});

describe("writes only what can be read again", () => {
  it("wherever an unknown node stands", () => {
    const levels = fc.tuple(fc.nat(110), fc.nat(110), fc.nat(30));
    fc.assert(
      fc.property(levels, ([above, inside, wide]) => {
        let json: unknown = Array.from({ length: wide }, () => ({}));
        for (let level = 0; level < inside; level++) json = [json];
        let node: ExprNode = { kind: "unknown", variant: "Gather", json: { Gather: json } };
        for (let level = 0; level < above; level++) node = { kind: "alias", input: node, name: "a" };
        let wire: unknown;
        try {
          wire = writeExpr(node);
        } catch (error) {
          expect(error).toBeInstanceOf(ExprWriteError);
          expect(readOrRefuse(nestedJson(above, { Gather: json }))).toBeUndefined();
          return;
        }
        expect(readExpr(wire)).toEqual(node);
      }),
    );
  });

  it("up to as many nodes", () => {
    const close: ExprNode = { kind: "column", name: "close" };
    const inputs = (count: number): ExprNode => ({
      kind: "function",
      fn: { name: "coalesce" },
      inputs: Array.from({ length: count }, () => close),
    });
    expect(readExpr(writeExpr(inputs(MAX_EXPR_NODES - 1))).kind).toBe("function");
    expect(() => writeExpr(inputs(MAX_EXPR_NODES))).toThrow(/more than 10000 nodes/);
  });
});

function nestedJson(levels: number, json: unknown): unknown {
  let nested = json;
  for (let level = 0; level < levels; level++) nested = { Alias: [nested, "a"] };
  return nested;
}

function refusal(json: unknown): ExprReadError {
  try {
    readExpr(json);
  } catch (error) {
    if (error instanceof ExprReadError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}
