import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Document, parseDocument } from "yaml";
import { understand } from "../../scripts/codegen/generate.ts";
import { ContractProblem } from "../../scripts/codegen/problem.ts";

const fixture = fileURLToPath(new URL("./fixtures/library.yaml", import.meta.url));
const schema = (...path: string[]): string[] => ["components", "schemas", ...path];
let folder: string;
let text: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-problems-"));
  text = await readFile(fixture, "utf8");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function problemAfter(
  edit: (document: Document) => void,
): Promise<{ problem: ContractProblem; lines: string[] }> {
  const document = parseDocument(text);
  edit(document);
  const file = join(folder, "edited.yaml");
  await writeFile(file, document.toString());
  const problem = await understand([file]).then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(problem instanceof ContractProblem)) throw new Error(`no ContractProblem but ${String(problem)}`);
  return { problem, lines: document.toString().split("\n") };
}

describe("what the generator does not understand stops it", () => {
  it("the fixture itself is understood", async () => {
    await expect(understand([fixture])).resolves.toBeDefined();
  });

  it("text that is no YAML is named with its file, line and column", async () => {
    const file = join(folder, "broken.yaml");
    await writeFile(file, "openapi: 3.1.0\ninfo: [unclosed\npaths: {}\n");
    await expect(understand([file])).rejects.toThrow(ContractProblem);
    await expect(understand([file])).rejects.toThrow(/broken\.yaml.*\(3:1\)/);
  });

  it.each<[what: string, path: string[], value: unknown, pointer: string, reason: string]>([
    [
      "a keyword",
      schema("Receipt", "minProperties"),
      1,
      "#/components/schemas/Receipt/minProperties",
      "unknown keyword `minProperties` of a schema",
    ],
    [
      "a nested keyword",
      schema("Named", "properties", "name", "contentEncoding"),
      "base64",
      "#/components/schemas/Named/properties/name/contentEncoding",
      "unknown keyword",
    ],
    [
      "a keyword of another type",
      schema("Shelf", "minLength"),
      1,
      "#/components/schemas/Shelf/minLength",
      "unknown keyword",
    ],
    [
      "an extension",
      schema("Shelf", "x-rows"),
      3,
      "#/components/schemas/Shelf/x-rows",
      "unknown extension `x-rows`",
    ],
    ["an extension of the document", ["x-tables"], {}, "#/x-tables", "unknown extension"],
    [
      "a keyword of an operation",
      ["paths", "/shelves", "get", "callbacks"],
      {},
      "#/paths/~1shelves/get/callbacks",
      "unknown keyword `callbacks` of an operation",
    ],
    [
      "a list written with commas",
      ["paths", "/books/{isbn-13}/copies", "post", "parameters", "1"],
      { name: "x", in: "query", explode: false, schema: { type: "array", items: { type: "string" } } },
      "/parameters/1/explode",
      "by repeating its parameter",
    ],
    [
      "a list in the path",
      ["paths", "/books/{isbn-13}/copies", "parameters", "0", "schema"],
      { type: "array", items: { type: "string" } },
      "/parameters/0/in",
      "only query parameters can be lists",
    ],
    [
      "a list of lists",
      ["paths", "/books/{isbn-13}/copies", "post", "parameters", "1", "schema"],
      { type: "array", items: { type: "array", items: { type: "string" } } },
      "/parameters/1/schema",
      "not `array`",
    ],
    [
      "another style",
      ["paths", "/books/{isbn-13}/copies", "post", "parameters", "1", "style"],
      "deepObject",
      "/parameters/1/style",
      "not `deepObject`",
    ],
    ["a method", ["paths", "/shelves", "trace"], {}, "#/paths/~1shelves/trace", "unknown keyword"],
    [
      "a format",
      schema("Receipt", "properties", "on", "format"),
      "cron",
      "#/components/schemas/Receipt/properties/on/format",
      "unknown format `cron`",
    ],
    [
      "a type",
      schema("Receipt", "properties", "on", "type"),
      "file",
      "#/components/schemas/Receipt/properties/on/type",
      "unknown type `file`",
    ],
    [
      "an enum of several types",
      schema("Receipt", "properties", "on"),
      { type: ["string", "number"], enum: ["a", 1] },
      "#/components/schemas/Receipt/properties/on",
      "oneOf",
    ],
    [
      "a bad pattern",
      schema("Named", "properties", "name", "pattern"),
      "(",
      "#/components/schemas/Named/properties/name/pattern",
      "not a regular expression",
    ],
    [
      "an enum of two types",
      schema("Shelf", "enum"),
      [10, "a"],
      "#/components/schemas/Shelf/enum",
      '"a" is no integer',
    ],
    [
      "enum members of one name",
      schema("Named", "properties", "name"),
      { type: "string", enum: ["a-b", "a_b"] },
      "#/components/schemas/Named/properties/name/enum",
      "A_B",
    ],
    [
      "too few names",
      schema("Shelf", "x-enum-varnames"),
      ["A"],
      "#/components/schemas/Shelf/x-enum-varnames",
      "one entry per value (2)",
    ],
    [
      "a required property that is none",
      schema("Named", "required"),
      ["name", "nom"],
      "#/components/schemas/Named/required",
      "`nom`",
    ],
    [
      "a member without the tag",
      schema("Part", "oneOf", "1"),
      { type: "object", properties: { number: { type: "number" } } },
      "#/components/schemas/Part",
      "required constant `kind`",
    ],
    [
      "two members of one tag",
      schema("Page", "properties", "kind", "enum"),
      ["section"],
      "#/components/schemas/Part",
      "two members",
    ],
    [
      "a mapping that does not fit",
      schema("Part", "discriminator", "mapping"),
      { section: "Page", page: "Section" },
      "#/components/schemas/Part/discriminator/mapping",
      "does not fit",
    ],
    [
      "allOf of a text",
      schema("Copy", "allOf", "0"),
      { type: "string" },
      "#/components/schemas/Copy/allOf",
      "only objects",
    ],
    [
      "allOf in contradiction",
      schema("Copy", "allOf", "1", "properties", "name"),
      { type: "integer" },
      "#/components/schemas/Copy/allOf",
      "`name`",
    ],
    [
      "two content types",
      ["paths", "/shelves", "get", "responses", "200", "content", "text/csv"],
      {},
      "#/paths/~1shelves/get/responses/200/content",
      "one content type",
    ],
    [
      "a default response",
      ["paths", "/shelves", "get", "responses", "default"],
      { description: "x" },
      "#/paths/~1shelves/get/responses",
      "`default` is none",
    ],
    [
      "a parameter that the path lacks",
      ["paths", "/shelves", "get", "parameters"],
      [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
      "#/paths/~1shelves/get/parameters",
      "do not fit",
    ],
    [
      "an operation id twice",
      ["paths", "/shelves", "get", "operationId"],
      "clear-shelves",
      "#/paths/~1shelves",
      "a second operation",
    ],
    [
      "an operation of no resource",
      ["paths", "/shelves", "get", "tags"],
      [],
      "#/paths/~1shelves/get/tags",
      "exactly one tag",
    ],
    [
      "a dtype",
      ["x-tradepose-frames"],
      {
        books: {
          description: "x",
          columns: [{ name: "a", dtype: "Float80", description: "x" }],
          extraColumns: [],
        },
      },
      "#/x-tradepose-frames/books/columns/0/dtype",
      "unknown dtype `Float80`",
    ],
    [
      "a column twice",
      ["x-tradepose-frames"],
      {
        books: {
          description: "x",
          columns: [{ name: "a", dtype: "Int32", description: "x" }],
          extraColumns: [{ name: "a", dtype: "Int32", description: "x" }],
        },
      },
      "#/x-tradepose-frames/books/extraColumns",
      "`a` stands here twice",
    ],
  ])("%s", async (_, path, value, pointer, reason) => {
    const { problem, lines } = await problemAfter((document) =>
      document.setIn(
        path.map((part) => (/^\d$/.test(part) ? Number(part) : part)),
        value,
      ),
    );
    expect(problem.pointer).toContain(pointer);
    expect(problem.reason).toContain(reason);
    const [, line] = /edited\.yaml:(\d+)$/.exec(problem.location ?? "") ?? [];
    expect(problem.message).toContain(`edited.yaml:${line}: ${problem.pointer}: `);
    expect(lines[Number(line) - 1]).toBeDefined();
  });

  it("names the line of the place", async () => {
    const { problem, lines } = await problemAfter((document) => document.setIn(schema("Shelf", "x-rows"), 3));
    const line = Number(/:(\d+)$/.exec(problem.location ?? "")?.[1]);
    expect(lines[line - 1]?.trim()).toBe("x-rows: 3");
  });

  it.each([
    ["not found", "absent.yaml", undefined, /absent\.yaml/],
    [
      "of another version",
      "old.yaml",
      "openapi: 3.2.0\ninfo: { title: a, version: '1' }\npaths: {}\n",
      /OpenAPI 3\.0 or 3\.1 is expected, found "3\.2\.0"/,
    ],
    [
      "with a reference to nothing",
      "ref.yaml",
      "openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: {}\ncomponents: { schemas: { A: { $ref: './b.yaml#/B' } } }\n",
      /b\.yaml/,
    ],
  ])("a document %s", async (_, name, content, message) => {
    if (content !== undefined) await writeFile(join(folder, name), content);
    await expect(understand([join(folder, name)])).rejects.toThrow(message);
  });
});
