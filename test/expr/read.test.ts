import { type ExprNode, ExprReadError, printNode, readExpr, writeExpr } from "tradepose-client/expr";
import { describe, expect, it } from "vitest";

const close = { Column: "close" };
const one = { Literal: { Dyn: { Int: 1 } } };
const fn = (f: unknown, ...input: unknown[]) => ({ Function: { input, function: f } });
const scalar = (value: unknown) => ({ Literal: { Scalar: value } });
const rollingOptions = (fn_params: unknown) => ({
  window_size: 20,
  min_periods: 20,
  weights: null,
  center: false,
  fn_params,
});
const rollingNode = (fields: object) => ({
  kind: "function",
  fn: { name: "rolling", windowSize: 20, minPeriods: 20, center: false, ...fields },
  inputs: [{ kind: "column", name: "close" }],
});
const literal = (type: string, value: unknown, more: object = {}) => ({
  kind: "literal",
  type,
  value,
  ...more,
});

describe("reads the dialects of all Polars versions in use", () => {
  it.each<[string, unknown, unknown]>([
    ["typed literal", scalar({ Int8: -3 }), literal("Int8", -3)],
    ["typed literal before 0.50", scalar({ dtype: "Int8", value: { Int8: -3 } }), literal("Int8", -3)],
    [
      "typed literal before 0.50, owned",
      scalar({ dtype: "String", value: { StringOwned: "x" } }),
      literal("String", "x"),
    ],
    ["typed literal before 0.50, bare", scalar({ dtype: "Float64", value: 1.5 }), literal("Float64", 1.5)],
    ["null", scalar({ Null: "Null" }), literal("Null", null)],
    ["untyped text", { Literal: { Dyn: { Str: "x" } } }, literal("dynStr", "x")],
    [
      "time in milliseconds",
      scalar({ Datetime: [5, "Milliseconds", null] }),
      literal("Datetime", 5000, { timeZone: null }),
    ],
    [
      "time in nanoseconds",
      scalar({ Datetime: [5000, "Nanoseconds", "UTC"] }),
      literal("Datetime", 5, { timeZone: "UTC" }),
    ],
    ["duration", scalar({ Duration: [7, "Microseconds"] }), literal("Duration", 7)],
    ["minus zero", { Literal: { Dyn: { Float: -0 } } }, literal("dynFloat", 0)],
    [
      "rolling",
      fn({ RollingExpr: { function: "Mean", options: rollingOptions(null) } }, close),
      rollingNode({ fn: "mean" }),
    ],
    [
      "rolling before 0.50",
      fn({ RollingExpr: { Mean: rollingOptions(null) } }, close),
      rollingNode({ fn: "mean" }),
    ],
    [
      "rolling deviation",
      fn({ RollingExpr: { function: "Std", options: rollingOptions({ Var: { ddof: 0 } }) } }, close),
      rollingNode({ fn: "std", ddof: 0 }),
    ],
    [
      "rolling quantile",
      fn(
        {
          RollingExpr: {
            function: "Quantile",
            options: rollingOptions({ Quantile: { prob: 0.9, method: "Linear" } }),
          },
        },
        close,
      ),
      rollingNode({ fn: "quantile", quantile: 0.9, interpolation: "linear" }),
    ],
    [
      "window of 0.51",
      {
        Window: {
          function: close,
          partition_by: [{ Column: "g" }],
          order_by: null,
          options: { Over: "GroupsToRows" },
        },
      },
      {
        kind: "window",
        input: { kind: "column", name: "close" },
        partitionBy: [{ kind: "column", name: "g" }],
      },
    ],
    [
      "window of newer versions",
      { Over: { function: close, partition_by: [{ Column: "g" }], order_by: null, mapping: "GroupsToRows" } },
      {
        kind: "window",
        input: { kind: "column", name: "close" },
        partitionBy: [{ kind: "column", name: "g" }],
      },
    ],
    [
      "division of newer versions",
      { BinaryExpr: { left: close, op: "RustDivide", right: one } },
      { kind: "binary", op: "divide", left: { kind: "column", name: "close" }, right: literal("dynInt", 1) },
    ],
    [
      "time zone as text",
      fn({ TemporalExpr: { ConvertTimeZone: "Asia/Taipei" } }, { Column: "ts" }),
      {
        kind: "function",
        fn: { name: "convertTimeZone", timeZone: "Asia/Taipei" },
        inputs: [{ kind: "column", name: "ts" }],
      },
    ],
    [
      "total minutes as a unit",
      fn({ TemporalExpr: "TotalMinutes" }, { Column: "ts" }),
      {
        kind: "function",
        fn: { name: "totalMinutes", fractional: false },
        inputs: [{ kind: "column", name: "ts" }],
      },
    ],
    ["JSON text", '{"Column":"close"}', { kind: "column", name: "close" }],
  ])("%s", (_, json, node) => {
    expect(readExpr(json)).toEqual(node);
  });
});

describe("keeps what it does not know", () => {
  it.each<[string, unknown]>([
    ["an expression of another kind", { Gather: { expr: close, idx: one, returns_scalar: true } }],
    ["a function", fn({ StringExpr: "Uppercase" }, close)],
    ["an operator", { BinaryExpr: { left: close, op: "Power", right: one } }],
    ["a list literal", scalar({ List: [255, 255, 255, 255] })],
    ["a data type", { Cast: { expr: close, dtype: { Literal: "Int128" }, options: "Strict" } }],
    [
      "a unit other than microseconds",
      { Cast: { expr: close, dtype: { Literal: { Datetime: ["Milliseconds", null] } }, options: "Strict" } },
    ],
    [
      "an ordered window",
      { Window: { function: close, partition_by: [], order_by: [close], options: { Over: "Join" } } },
    ],
    ["an option we have no field for", { BinaryExpr: { left: close, op: "Eq", right: one, hint: 1 } }],
    [
      "weights",
      fn({ RollingExpr: { function: "Mean", options: { ...rollingOptions(null), weights: [1] } } }, close),
    ],
    ["keys of Object.prototype", JSON.parse('{"Gather":{"__proto__":{"polluted":true},"constructor":1}}')],
    ["a variant without payload", "Len"],
  ])("%s", (_, json) => {
    const before = JSON.stringify(json);
    const node = readExpr(json);
    expect(node.kind).toBe("unknown");
    expect(JSON.stringify(writeExpr(node))).toBe(before);
  });

  it("inside what it knows", () => {
    const json = { BinaryExpr: { left: { Gather: [1] }, op: "Eq", right: one } };
    expect(printNode(readExpr(json))).toBe('unknown("Gather").eq(1)');
    expect(writeExpr(readExpr(json))).toEqual(json);
  });

  it("as a copy that a later change of the input does not reach", () => {
    const json = { Gather: { list: [1] } };
    const node = readExpr(json);
    json.Gather.list.push(2);
    expect(writeExpr(node)).toEqual({ Gather: { list: [1] } });
  });
});

describe("refuses, naming the place", () => {
  const nested = (json: unknown) => ({ BinaryExpr: { left: fn("Abs", json), op: "Eq", right: one } });
  const inside = "BinaryExpr.left.Function.input[0]";

  it.each<[unknown, string, RegExp]>([
    [nested(null), inside, /expected an expression, found null/],
    [nested("close"), inside, /expected an expression, found a string/],
    [nested([close]), inside, /found an array of 1/],
    [nested({}), inside, /one key, found none/],
    [nested({ Column: "a", Literal: 1 }), inside, /one key, found 2/],
    [nested({ column: "close" }), inside, /found an object with the key "column"/],
    [nested({ Column: 5 }), `${inside}.Column`, /expected a text, found a number/],
    [nested({ Column: "" }), `${inside}.Column`, /needs a name/],
    [nested(JSON.parse('{"__proto__": 1}')), inside, /"__proto__"/],
    [nested({ Literal: { Dyn: { Int: 1.5 } } }), `${inside}.Literal.Dyn.Int`, /whole number, found 1.5/],
    [nested({ Literal: { Dyn: { Int: 2 ** 60 } } }), `${inside}.Literal.Dyn.Int`, /2\^53 - 1/],
    [
      nested({ Literal: { Dyn: { Float: null } } }),
      `${inside}.Literal.Dyn.Float`,
      /finite number, found null/,
    ],
    [nested(scalar({ Int8: 300 })), `${inside}.Literal.Scalar.Int8`, /from -128 to 127, found 300/],
    [nested(scalar({ Boolean: 1 })), `${inside}.Literal.Scalar.Boolean`, /expected true or false/],
    [nested({ Alias: [close] }), `${inside}.Alias`, /expected an array of 2, found an array of 1/],
    [nested({ BinaryExpr: { left: close, op: "Eq" } }), `${inside}.BinaryExpr`, /"right" is missing/],
    [nested(fn("Shift", close)), `${inside}.Function.input`, /shift takes 2 inputs, found 1/],
    [
      nested(fn({ Clip: { has_min: true, has_max: true } }, close)),
      `${inside}.Function.input`,
      /clip takes 3 inputs/,
    ],
    [nested(fn("MaxHorizontal")), `${inside}.Function.input`, /takes 1 inputs or more/],
    [nested({ Gather: undefined }), `${inside}.Gather`, /expected JSON, found nothing/],
    [nested({ Gather: Number.NaN }), `${inside}.Gather`, /finite number/],
    ["close", "", /must be the JSON of an expression/],
    ["{", "", /must be the JSON of an expression/],
    [undefined, "", /found nothing/],
  ])("%j", (json, path, problem) => {
    const error = catchError(() => readExpr(json));
    expect(error.path).toBe(path);
    expect(error.problem).toMatch(problem);
    expect(error.code).toBe("EXPR_READ");
  });

  it("behind the path of the field that holds the expression", () => {
    const path = "base_blueprint.entry_triggers[0].conditions[1]";
    const error = catchError(() => readExpr(nested(1), { path }));
    expect(error.message).toBe(`${path}.${inside}: expected an expression, found a number`);
  });
});

describe("limits", () => {
  const deep = (levels: number): unknown => (levels === 1 ? close : { Alias: [deep(levels - 1), "a"] });
  const wide = (inputs: number) => fn("MaxHorizontal", ...Array.from({ length: inputs }, () => close));

  it("reads 100 levels, not 101", () => {
    expect(readExpr(deep(100)).kind).toBe("alias");
    expect(catchError(() => readExpr(deep(101))).problem).toMatch(/deeper than 100/);
  });

  it("reads 10,000 nodes, not 10,001", () => {
    expect(readExpr(wide(9_999)).kind).toBe("function");
    expect(catchError(() => readExpr(wide(10_000))).problem).toMatch(/more than 10000 nodes/);
  });

  it("counts what it does not know", () => {
    let json: unknown = 1;
    for (let level = 0; level < 200; level++) json = [json];
    expect(catchError(() => readExpr({ Gather: json })).problem).toMatch(/deeper than 100/);
    const many = Array.from({ length: 10_000 }, () => ({}));
    expect(catchError(() => readExpr({ Gather: many })).problem).toMatch(/more than 10000 nodes/);
  });

  it("survives JSON text nested beyond the stack", () => {
    const text = `${'{"Alias":['.repeat(200_000)}`;
    expect(() => readExpr(text)).toThrow(ExprReadError);
  });

  it("writes nothing that it would not read", () => {
    let node: ExprNode = { kind: "column", name: "close" };
    for (let level = 1; level < 100; level++) node = { kind: "alias", input: node, name: "a" };
    expect(readExpr(writeExpr(node))).toEqual(node);
    expect(() => writeExpr({ kind: "alias", input: node, name: "a" })).toThrow(/deeper than 100/);
  });
});

function catchError(run: () => unknown): ExprReadError {
  try {
    run();
  } catch (error) {
    if (error instanceof ExprReadError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}
