import { readdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { ForeignSdk } from "./foreign.ts";

/** A contract that has nothing in common with ours: the generator must not know TradePose's schemas. */
const fixture = fileURLToPath(new URL("./fixtures/library.yaml", import.meta.url));
let sdk: ForeignSdk;
let models: Record<string, z.ZodType>;

beforeAll(async () => {
  sdk = await ForeignSdk.make(fixture);
  models = await sdk.import("models.ts");
}, 120_000);

afterAll(() => sdk.remove());

const read = (path: string): Promise<string> => readFile(sdk.path(path), "utf8");

describe("a foreign contract", () => {
  it("gets the files that its contents call for", async () => {
    const files = await readdir(sdk.path(""), { recursive: true });
    expect(files.filter((file) => file.endsWith(".ts")).sort()).toEqual([
      "defaults.ts",
      "enums.ts",
      "fingerprint.ts",
      "models.ts",
      "operations.ts",
      "resources/books.ts",
      "resources/upkeep.ts",
      "schemas.ts",
      "transport.ts",
      "type-tests.ts",
      "types.ts",
    ]);
  });

  it("compiles under strict, and its models have the types of the document", () => {
    expect(sdk.problems()).toEqual([]);
  }, 120_000);

  it.each([
    ["a missing optional property", "on: z.iso.date().exactOptional(),", ""],
    ["a narrower enum", 'z.enum(["new", "worn"])', 'z.enum(["new"])'],
    [
      "an undefined that JSON cannot carry",
      "at: z.iso.datetime({ offset: true, local: true }).exactOptional()",
      "at: z.string().optional()",
    ],
    ["a required property made optional", "title: z.string(),", "title: z.string().exactOptional(),"],
  ])(
    "the type tests find %s",
    async (_, written, instead) => {
      const path = sdk.path("schemas.ts");
      const text = await readFile(path, "utf8");
      expect(text).toContain(written);
      await writeFile(path, text.replace(written, instead));
      try {
        const found = sdk.problems("type-tests.ts");
        expect(found).toContain("Type 'false' does not satisfy the constraint 'true'.");
      } finally {
        await writeFile(path, text);
      }
    },
    120_000,
  );

  const section = {
    kind: "section",
    title: "A",
    parts: [{ kind: "page" }, { kind: "section", title: "B", parts: [] }],
  };

  it.each<[model: string, value: unknown]>([
    ["Shelf", 10],
    ["Receipt", {}],
    ["Receipt", { number: 2 ** 60, at: "2024-01-02T03:04:05+02:00", on: "2024-01-02" }],
    ["Receipt", { at: "2024-01-02T03:04:05.123456" }],
    ["Receipt", { added: "later by the server" }],
    ["Copy", { name: "x", condition: "new", shelf: null }],
    ["Part", section],
    ["Section", { ...section, parent: section }],
    ["Page", { kind: "page", number: 1.5 }],
    ["Closed", { any: null, weights: { a: 1 }, tags: ["a", "b"] }],
    ["Anything", undefined],
  ])("%sModel takes %j", (model, value) => {
    expect(models[`${model}Model`]?.safeParse(value)).toMatchObject({ success: true });
  });

  it.each<[model: string, value: unknown, place: PropertyKey[]]>([
    ["Shelf", 11, []],
    ["Receipt", { number: 1.5 }, ["number"]],
    ["Receipt", { at: "2024-01-02" }, ["at"]],
    ["Receipt", { number: null }, ["number"]],
    ["Copy", { condition: "new" }, ["name"]],
    ["Copy", { name: "", condition: "new" }, ["name"]],
    ["Copy", { name: "x", condition: "lost" }, ["condition"]],
    ["Part", { kind: "shelf" }, ["kind"]],
    ["Part", { ...section, parts: [{ kind: "section", parts: [] }] }, ["parts", 0, "title"]],
    ["Page", { kind: "page", number: 1.2 }, ["number"]],
    ["Closed", { weights: { a: "1" } }, ["weights", "a"]],
    ["Closed", { tags: [] }, ["tags"]],
    ["Closed", { other: 1 }, []],
  ])("%sModel refuses %j", (model, value, place) => {
    const result = models[`${model}Model`]?.safeParse(value);
    expect(result?.error?.issues[0]?.path).toEqual(place);
  });

  it("names enum members after their values where the document does not", async () => {
    expect(await read("enums.ts")).toContain("VALUE_10: 10");
  });

  it("gives the defaults of a schema as data, and no other property", async () => {
    expect(await read("defaults.ts")).toContain(
      "export const pageDefaults = { number: 1 } as const satisfies Partial<Page>;",
    );
  });

  it("keeps comments closed", async () => {
    expect(await read("enums.ts")).toContain("see `a*\\/b`");
  });

  it("writes one method per operation, whatever the names", async () => {
    const text = await read("resources/books.ts");
    expect(text).toContain("addCopy(\n    isbn13: string,\n    body: Copy,\n    query: BooksAddCopyQuery,");
    expect(text).toContain('path: { "isbn-13": isbn13 }');
    expect(text).toContain("ApiPromise<Copy | Receipt>");
    expect(text).toContain("scan(isbn13: string, options?: RequestOptions): ApiPromise<Uint8Array>");
    expect(await read("resources/upkeep.ts")).toContain(
      "clearShelves(options?: RequestOptions): ApiPromise<void>",
    );
  });
});
