import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type * as z from "zod";
import { understand } from "../../scripts/codegen/generate.ts";
import { TradePoseClient } from "../../src/core/index.ts";
import type { ApiPromise, Operation, OperationInput, Transport } from "../../src/generated/transport.ts";
import { SchemaValues } from "./arbitrary.ts";
import { ForeignSdk } from "./foreign.ts";

const document = fileURLToPath(new URL("./fixtures/awkward.yaml", import.meta.url));
const { contract } = await understand([document]);
const names = [...contract.schemas.keys()];
const values = new SchemaValues(contract);
let sdk: ForeignSdk;
let models: Record<string, z.ZodType>;

beforeAll(async () => {
  sdk = await ForeignSdk.make(document);
  models = await sdk.import("models.ts");
}, 120_000);

afterAll(() => sdk.remove());

const accepts = (name: string, value: unknown): boolean =>
  models[`${name}Model`]?.safeParse(value).success === true;

describe("a document of awkward shapes", () => {
  it("compiles under strict, types and models proved equal, without any", async () => {
    expect(sdk.problems()).toEqual([]);
    expect(await readFile(sdk.path("schemas.ts"), "utf8")).not.toMatch(/\bany\b/);
  }, 120_000);

  it.each(names)("%sModel takes what fits the schema, and gives it back", (name) => {
    fc.assert(
      fc.property(values.fitting(name), (value) => {
        expect(models[`${name}Model`]?.safeParse(value).error?.issues).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });

  it.each(names.filter((name) => values.wrong(name) !== undefined))(
    "%sModel refuses what is wrong in one place",
    (name) => {
      const wrong = values.wrong(name) ?? fc.constant(undefined);
      fc.assert(
        fc.property(wrong, (value) => {
          expect(accepts(name, value)).toBe(false);
        }),
        { numRuns: 60 },
      );
    },
  );

  it("only a union without tags is left out of that", () => {
    expect(names.filter((name) => values.wrong(name) === undefined)).toEqual(["Thing"]);
  });

  it.each<[what: string, model: string, value: unknown, fits: boolean]>([
    ["a tag is the member's name", "Shape", { form: "Circle", radius: 1 }, true],
    ["a tag that the member does not name is written in", "Shape", { form: "Polygon", corners: [] }, false],
    ["a tag is required", "Polygon", { corners: [] }, false],
    ["an exclusive minimum of 3.0", "Circle", { form: "Circle", radius: 0 }, false],
    ["a minimum that is not exclusive", "Point", { x: 0, y: -90 }, true],
    ["a mapped heir", "Dog", { species: "dog", name: "Rex", barks: true }, true],
    ["a mapped heir under its own name", "Dog", { species: "Dog", name: "Rex", barks: true }, false],
    ["an heir without mapping", "Eel", { species: "Eel", name: "Ed" }, true],
    ["a schema with heirs stands for them", "Mammal", { species: "dog", name: "Rex", barks: true }, true],
    ["what a base requires", "Dog", { species: "dog", barks: true }, false],
    ["a nullable reference", "Tree", { label: "a", right: null }, true],
    ["a reference that is not", "Tree", { label: "a", left: null }, false],
    ["lists of lists of itself", "Thing", [["a", [[{ name: "b", thing: [] }]]]], true],
    ["a fault deep in them", "Thing", [["a", [[{ name: "b", thing: ["B"] }]]]], false],
    ["people and families", "Family", { members: [{ name: "a", families: { b: { members: [] } } }] }, true],
    ["others of the wrong kind beside named ones", "Labels", { id: "a", other: 1 }, false],
    ["others beside named ones", "Labels", { id: "a", other: "b" }, true],
    [
      "an integer beyond 2^53",
      "Edges",
      { big: 2 ** 62, at: "2024-02-29T23:59:60+14:00".replace("60", "59") },
      true,
    ],
    ["a fraction", "Edges", { big: 0.5, at: "2024-02-29T23:59:59+14:00" }, false],
    ["a date that is none", "Edges", { big: 1, at: "2023-02-29T00:00:00Z" }, false],
  ])("%s", (_, name, value, fits) => {
    expect(accepts(name, value)).toBe(fits);
  });

  it("reserved characters reach the server as they were given", async () => {
    const seen: string[] = [];
    const server = createServer((request, response) => {
      seen.push(request.url ?? "");
      response.setHeader("content-type", "application/json").end('{"members":[]}');
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const serverUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const client = new TradePoseClient({ serverUrl, apiKey: "k" });
    const { DrawersResource } = await sdk.import<{
      DrawersResource: new (transport: Transport) => { read(...args: unknown[]): Promise<unknown> };
    }>("resources/drawers.ts");
    try {
      const drawers = new DrawersResource(transportOf(client));
      const query = { tags: ["a", "b"], since: "2024-01-01T00:00:00+02:00" };
      await drawers.read("a/b?c#d", "%2F é&=+ .txt", 7, query);
      const url = new URL(seen[0] ?? "", serverUrl);
      const [, , drawer = "", file = ""] = url.pathname.split("/");
      expect(decodeURIComponent(drawer)).toBe("a/b?c#d");
      expect(decodeURIComponent(file)).toBe("%2F é&=+ .txt:7");
      expect(url.searchParams.getAll("tags")).toEqual(["a", "b"]);
      expect(url.searchParams.get("since")).toBe(query.since);
    } finally {
      await client.close();
      await new Promise((resolve) => server.close(resolve));
    }
  });
});

/** The transport of a client, as its own resources have it. */
function transportOf(client: TradePoseClient): Transport {
  const { transport } = client.instruments as unknown as { transport: Transport };
  return {
    call: <T>(operation: Operation, input: OperationInput): ApiPromise<T> =>
      transport.call<T>(operation, input),
  };
}
