import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { type AdoptOptions, adopt } from "../../../scripts/codegen/change/adopt.ts";
import type { Report } from "../../../scripts/codegen/change/report.ts";
import { generate } from "../../../scripts/codegen/generate.ts";
import { loadContract } from "../../../scripts/codegen/load.ts";
import { write } from "../../../scripts/codegen/output.ts";
import type { GeneratedFile } from "../../../scripts/codegen/source-file.ts";
import type { Editable } from "./edits.ts";

const known = fileURLToPath(new URL("./home/", import.meta.url));
let folder: string;
let home: { contract: string; generated: string };
let files: string[];
let generated: GeneratedFile[];

beforeAll(async () => {
  generated = await generate(["models.yaml", "gateway.yaml"].map((name) => join(known, name)));
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "codegen-adopt-"));
  home = { contract: join(folder, "openapi"), generated: join(folder, "generated") };
  await cp(known, home.contract, { recursive: true });
  files = ["models.yaml", "gateway.yaml"].map((name) => join(home.contract, name));
  await write(home.generated, generated);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The known contract as one document. */
async function whole(edit: (document: Editable) => void = () => {}): Promise<Editable> {
  const { document } = await loadContract(files);
  edit(document);
  return document;
}

/** As a server without our extensions would tell it. */
function hosted(value: unknown): Editable {
  if (Array.isArray(value)) return value.map(hosted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !key.startsWith("x-"));
  return Object.fromEntries(entries.map(([key, child]) => [key, hosted(child)]));
}

async function from(document: unknown, options: Partial<AdoptOptions> = {}): Promise<Report> {
  const path = join(folder, "new.yaml");
  await writeFile(path, stringify(document, { aliasDuplicateObjects: false }));
  return adopt(home, { from: path, dryRun: false, acceptBreaking: false, ...options });
}

async function snapshot(): Promise<Record<string, string>> {
  const paths = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name !== "new.yaml")
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    await Promise.all(paths.map(async (path) => [path, await readFile(path, "utf8")])),
  );
}

const texts = async (): Promise<[string, string]> => [
  await readFile(join(home.contract, "models.yaml"), "utf8"),
  await readFile(join(home.contract, "gateway.yaml"), "utf8"),
];

describe("a document that says what is known", () => {
  it.each<[what: string, make: () => Promise<unknown>]>([
    ["in one file", () => whole()],
    [
      "in another order",
      () =>
        whole(
          (it) =>
            (it.components.schemas = Object.fromEntries(Object.entries(it.components.schemas).reverse())),
        ),
    ],
    [
      "without our extensions, as a foreign server writes it",
      async () =>
        hosted(
          await whole((it) => {
            delete it.paths["/loans/{id}/cancel"];
            delete it.components.schemas.Loan.properties.trace;
            delete it.components.schemas.Trace;
            delete it.components.schemas.Genre;
            it.paths["/loans"].get.parameters.shift();
            delete it.paths["/loans"].get.operationId;
          }),
        ),
    ],
    [
      "with extensions of somebody else",
      () =>
        whole((it) => {
          it["x-logo"] = "a.png";
          it.paths["/loans"].get["x-code-samples"] = [];
        }),
    ],
  ])("%s changes no byte", async (_, make) => {
    const before = await snapshot();
    expect(await from(await make())).toMatchObject({ changes: [], files: [] });
    expect(await snapshot()).toEqual(before);
  });

  it("names what it left out and what it kept", async () => {
    const document = hosted(
      await whole((it) => {
        delete it.paths["/loans/{id}/cancel"];
        delete it.components.schemas.Genre;
      }),
    );
    document.info["x-logo"] = "a.png";
    expect(await from(document)).toMatchObject({
      dropped: ["#/info/x-logo"],
      kept: ["POST /loans/{id}/cancel", "Genre"],
    });
  });
});

describe("a document with something new", () => {
  it("changes the lines that it concerns, and keeps order and comments of all others", async () => {
    const before = await texts();
    await from(
      hosted(
        await whole((it) => {
          it.components.schemas.State.enum.push("lost");
          it.components.schemas.Loan.properties.until = { type: "string", format: "date" };
          it.components.schemas.Shelf = { type: "integer" };
          it.paths["/shelf"] = {
            get: {
              operationId: "loans.shelf",
              tags: ["loans"],
              responses: {
                200: {
                  description: "It.",
                  content: { "application/json": { schema: { $ref: "#/components/schemas/Shelf" } } },
                },
              },
            },
          };
        }),
      ),
      { acceptBreaking: true },
    );
    const [models, gateway] = await texts();
    const added = (old: string, text: string): string[] =>
      text.split("\n").filter((line) => !old.includes(line));
    expect(added(before[0], models)).toEqual(
      [
        "      enum: [open, closed, lost]",
        "      x-enum-varnames: [LENT, BACK, LOST]",
        "      x-tradepose-codes: [1, 2, null]",
        "        until:",
        "          type: string".trimEnd(),
        "          format: date",
        "    Shelf:",
        "      type: integer",
      ].filter((line) => !before[0].includes(line)),
    );
    expect(models.split("\n").filter((line) => line.includes("#"))).toEqual(
      before[0].split("\n").filter((line) => line.includes("#")),
    );
    expect(gateway.startsWith(before[1].slice(0, before[1].indexOf("components:")))).toBe(true);
    expect(gateway).toContain("$ref: ./models.yaml#/components/schemas/Shelf");
    expect(await generate(files)).toEqual(await read());
  });

  async function read(): Promise<{ path: string; text: string }[]> {
    const entries = await readdir(home.generated, { recursive: true, withFileTypes: true });
    const paths = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    const all = await Promise.all(
      paths.map(async (path) => ({
        path: path.slice(home.generated.length + 1),
        text: await readFile(path, "utf8"),
      })),
    );
    return all.sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  const breaking = (it: Editable): void => {
    it.components.schemas.Loan.properties.book = { type: "integer" };
  };
  const harmless = (it: Editable): void => {
    it.components.schemas.Loan.properties.until = { type: "string" };
  };

  it.each<[what: string, edit: (it: Editable) => void, options: Partial<AdoptOptions>, written: boolean]>([
    ["harmless", harmless, {}, true],
    ["harmless, as a trial", harmless, { dryRun: true }, false],
    ["breaking", breaking, {}, false],
    ["breaking, accepted", breaking, { acceptBreaking: true }, true],
    ["breaking, accepted, as a trial", breaking, { acceptBreaking: true, dryRun: true }, false],
  ])("%s: written %4$s", async (_, edit, options, written) => {
    const before = await snapshot();
    const report = await from(await whole(edit), options);
    expect(report.written).toBe(written);
    expect(report.files.map(({ path }) => path)).toContain("types.ts");
    if (written) expect(await generate(files)).toEqual(await read());
    else expect(await snapshot()).toEqual(before);
  });

  it("that cannot be understood leaves everything as it was, and says where", async () => {
    const before = await snapshot();
    const document = await whole((it) => (it.components.schemas.Loan.properties.book = { type: "money" }));
    await expect(from(document)).rejects.toThrow(/#\/components\/schemas\/Loan\/properties\/book.*money/s);
    expect(await snapshot()).toEqual(before);
  });

  it("leaves nothing half-written when a file cannot be replaced", async () => {
    // A folder where a file should go: the last steps fail, the first were done.
    await rm(join(home.generated, "types.ts"));
    await mkdir(join(home.generated, "types.ts/in-the-way"), { recursive: true });
    const before = await snapshot();
    await expect(from(await whole(harmless))).rejects.toThrow();
    expect(await snapshot()).toEqual(before);
  });
});

describe("sources", () => {
  it("OpenAPI 3.0 says null and exclusive limits in its own way", async () => {
    const document = await whole((it) => {
      it.openapi = "3.0.3";
      it.components.schemas.Loan.properties.days = {
        type: "integer",
        nullable: true,
        minimum: 0,
        exclusiveMinimum: true,
      };
      it.components.schemas.Loan.properties.nullable = { type: "string" };
    });
    await from(document);
    const { components } = parse((await texts())[0]);
    expect(components.schemas.Loan.properties).toMatchObject({
      days: { type: ["integer", "null"], exclusiveMinimum: 0 },
      nullable: { type: "string" },
    });
    expect(components.schemas.Loan.properties.days).not.toHaveProperty("minimum");
  });

  it("JSON at an address, with references to other addresses", async () => {
    const document = await whole();
    const { Loan, ...others } = document.components.schemas;
    document.components.schemas = { ...others, Loan: { $ref: "./Loan.json" } };
    const loan = JSON.stringify(Loan).replaceAll('"#/', '"./api.json#/');
    const server = createServer((request, response) => {
      response.setHeader("content-type", "application/json");
      if (request.url === "/api.json") response.end(JSON.stringify(document));
      else if (request.url === "/Loan.json") response.end(loan);
      else response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    try {
      const { port } = server.address() as AddressInfo;
      const options = { dryRun: false, acceptBreaking: false };
      const report = await adopt(home, { from: `http://127.0.0.1:${port}/api.json`, ...options });
      expect(report).toMatchObject({ changes: [], files: [] });
      await expect(adopt(home, { from: `http://127.0.0.1:${port}/none.json`, ...options })).rejects.toThrow(
        /none\.json/,
      );
    } finally {
      server.close();
    }
  });

  it.each<[what: string, text: string, says: RegExp]>([
    ["Swagger 2", "swagger: '2.0'", /OpenAPI 3\.0 or 3\.1 is expected|swagger/i],
    [
      "another version",
      "openapi: 4.0.0\ninfo: { title: a, version: 1 }\npaths: {}",
      /OpenAPI|4\.0\.0|version/i,
    ],
    ["no YAML", "openapi: [", /new\.yaml/],
    [
      "a reference to nothing",
      "openapi: 3.1.0\ninfo: { title: a, version: '1' }\npaths: { /a: { $ref: './gone.yaml' } }",
      /gone\.yaml|resolve/,
    ],
  ])("%s is refused with its name", async (_, text, says) => {
    const path = join(folder, "new.yaml");
    await writeFile(path, text);
    const attempt = adopt(home, { from: path, dryRun: false, acceptBreaking: true });
    await expect(attempt).rejects.toThrow(says);
  });
});
