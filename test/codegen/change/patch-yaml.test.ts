import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { patchYaml } from "../../../scripts/codegen/change/patch-yaml.ts";
import type { JsonObject } from "../../../scripts/codegen/json.ts";

const text = `# head
a: 1 # one
b:
  # inside
  c: [x, y]
  d: >-
    folded
    text

  e: { f: 1 }
# before g
g:
  - h
`;

describe("patchYaml", () => {
  it.each<[what: string, target: JsonObject, expected: string]>([
    ["nothing", parse(text), text],
    ["a scalar", { ...parse(text), a: 2 }, text.replace("a: 1 # one", "a: 2")],
    [
      "a list in one line",
      { ...parse(text), b: { ...parse(text).b, c: ["x", "z"] } },
      text.replace("[x, y]", "[x, z]"),
    ],
    [
      "a new key inside",
      { ...parse(text), b: { ...parse(text).b, i: true } },
      text.replace("  e: { f: 1 }\n", "  e: { f: 1 }\n  i: true\n"),
    ],
    ["a key gone", { a: 1, b: parse(text).b }, text.replace("g:\n  - h\n", "")],
    ["a new key at the end", { ...parse(text), z: [1] }, `${text}z:\n  - 1\n`],
  ])("%s", (_, target, expected) => {
    expect(patchYaml(text, target)).toBe(expected);
  });

  const key = fc.stringMatching(/^[a-z$/{}#:. -]{0,6}$/);
  const leaf = fc.oneof(
    fc.string(),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.stringMatching(/^[ a-z\n#:]{0,90}$/),
  );
  const { tree } = fc.letrec<{ tree: JsonObject; value: unknown }>((tie) => ({
    value: fc.oneof({ depthSize: "small" }, leaf, fc.array(tie("value"), { maxLength: 3 }), tie("tree")),
    tree: fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  }));

  it("says the target, whatever stood there before", () => {
    fc.assert(
      fc.property(tree, tree, fc.boolean(), (old, target, mix) => {
        const wanted = mix ? { ...old, ...target } : target;
        const before = `# a remark\n${stringify(old)}`;
        expect(parse(patchYaml(before, wanted))).toEqual(wanted);
      }),
      { numRuns: 500 },
    );
  });

  it("leaves a text alone that says the target", () => {
    fc.assert(
      fc.property(tree, (target) => {
        const before = `# a remark\n${stringify(target)}`;
        expect(patchYaml(before, parse(before))).toBe(before);
      }),
    );
  });
});
