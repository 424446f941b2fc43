import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { docstringExamples, examplesOf } from "./docstrings.ts";
import { compileExamples, type Example, isRunnable, runExample } from "./examples.ts";
import { startServer } from "./server.ts";

const examples = docstringExamples();
const titled = examples.map((example) => [example.where, example] as const);

describe("examples in docstrings", () => {
  it.each(["expr", "builder", "core", "batch"])("are there in src/%s", (folder) => {
    expect(examples.some(({ where }) => where.startsWith(`src/${folder}/`))).toBe(true);
  });

  it.each(titled)("%s imports nothing: what it may use is given", (_, { code }) => {
    expect(code).not.toMatch(/^import /m);
    expect(code).not.toBe("");
  });

  describe("compile", () => {
    let errors: ReadonlyMap<Example, readonly string[]>;
    const bad: Example = { where: "here", code: 'close.gt("a");' };

    // One compiler for all: it reads every declaration of the package first.
    beforeAll(() => {
      errors = compileExamples([...examples, bad]);
    }, 120_000);

    it("is said of the wrong ones only", () => {
      expect(errors.get(bad)).toEqual([expect.stringMatching(/^`"a"`: Argument of type 'string'/)]);
    });

    it.each(titled)("%s", (_, example) => {
      expect(errors.get(example)).toEqual([]);
    });
  });

  it.each(titled.filter(([, example]) => isRunnable(example)))("run: %s", async (_, example) => {
    await runExample(example);
  });

  describe("run on a gateway", () => {
    let server: Awaited<ReturnType<typeof startServer>>;
    beforeAll(async () => {
      server = await startServer();
    }, 60_000);
    afterAll(() => server.close());

    it.each(titled.filter(([, example]) => !isRunnable(example)))("%s", async (_, example) => {
      await runExample(example, server);
    });
  });
});

describe("the reader of docstrings", () => {
  it.each<[what: string, source: string, examples: readonly Example[]]>([
    ["none", "/** Text. */\nconst a = 1;", []],
    ["one on its line", "/** @example f(1) */", [{ where: "x.ts:1", code: "f(1)" }]],
    [
      "several lines, as they are indented",
      "\n/**\n * Text.\n *\n * @example\n * f({\n *   a: 1,\n * });\n */",
      [{ where: "x.ts:5", code: "f({\n  a: 1,\n});" }],
    ],
    [
      "two, and a tag after them",
      "  /**\n   * @example\n   * f(1);\n   * @example g(2)\n   *\n   * @throws RangeError\n   */",
      [
        { where: "x.ts:2", code: "f(1);" },
        { where: "x.ts:4", code: "g(2)" },
      ],
    ],
    [
      "one in a fence",
      "/**\n * @example\n * ```ts\n * f(1);\n * ```\n */",
      [{ where: "x.ts:2", code: "f(1);" }],
    ],
  ])("finds %s", (_, source, found) => {
    expect(examplesOf("x.ts", source)).toEqual(found);
  });
});

describe("the runner of examples", () => {
  it("lets errors through", async () => {
    await expect(runExample({ where: "here", code: 'throw new Error("thrown " + ts);' })).rejects.toThrow(
      'thrown col("ts")',
    );
  });

  it.each([
    ["[1, 2].length; // 2", "[1, 2].length; // 3"],
    ['close.shift(1);\nclose.kind;\n// "number"', 'close.kind; // "text"'],
    ["[{ a: [-1, null] }]; // [{ a: [-1, null] }]", "[{ a: [-1, null] }]; // [{ a: [-1] }]"],
    ['console.log(close, 1); // col("close") 1', 'console.log(close); // col("open")'],
    ["for (const x of [1, 2]) {\n  x > 0; // true\n}", "for (const x of [1, 2])\n  x > 1;\n  // true"],
    ["close; // 1 bar of many\nclose; // (x)\nclose; // [1, ...]\nclose; // 1) + (1", "close; // 1"],
  ])("compares what comments promise: %j, not %j", async (right, wrong) => {
    await runExample({ where: "here", code: right });
    await expect(runExample({ where: "here", code: wrong })).rejects.toThrow("expected");
  });

  it.each([
    ["client.tasks.get('x');", false],
    ["await batch.wait();", false],
    ["const batch = s.build; batch;", true],
    ["f({ batch: 1 });", true],
    ["close; // of the batch", true],
    ['f("http://host", apiKey);', false],
    ["close.gt(1);", true],
  ])("knows what needs a server: %s", (code, runnable) => {
    expect(isRunnable({ where: "here", code })).toBe(runnable);
  });
});
