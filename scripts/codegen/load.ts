import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { bundleOas, createEmptyRedoclyConfig } from "@redocly/openapi-core/lib/bundle-oas";
import { isNode, LineCounter, parseDocument } from "yaml";
import { isObject, type JsonObject, Places, pointerSegments } from "./json.ts";
import { ContractProblem } from "./problem.ts";

/** The contract as one document, before any of it is understood. */
export interface LoadedContract {
  readonly document: JsonObject;
  readonly places: Places;
  /** SHA-256 over the texts of the given files, in their order. */
  readonly fingerprint: string;
  /** `file:line` of a pointer, or of its nearest ancestor that a file holds. */
  locate(pointer: string): string;
}

/**
 * Reads OpenAPI 3.0 or 3.1 documents and joins them: references to other files become references to named schemas, the
 * schemas of all documents stand in one list, in the order of the files. The first document that has paths is the
 * root of the result; extensions of the document roots are joined.
 */
export async function loadContract(files: readonly string[]): Promise<LoadedContract> {
  const config = createEmptyRedoclyConfig();
  const texts = await Promise.all(files.map((file) => readFile(file, "utf8")));
  const documents: JsonObject[] = [];
  for (const file of files) {
    const result = await bundleOas({ ref: file, config }).catch((error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new ContractProblem("#/", reason, relative(process.cwd(), file));
    });
    const problem = result.problems.find((found) => found.severity === "error");
    if (problem !== undefined) {
      const place = problem.location[0];
      throw new ContractProblem(place?.pointer ?? "#/", problem.message, file);
    }
    const parsed: unknown = result.bundle.parsed;
    if (!isObject(parsed)) throw new ContractProblem("#/", "not an OpenAPI document", file);
    const version = parsed.openapi;
    if (typeof version !== "string" || !/^3\.[01]\./.test(version)) {
      throw new ContractProblem(
        "#/openapi",
        `OpenAPI 3.0 or 3.1 is expected, found ${JSON.stringify(version)}`,
        file,
      );
    }
    documents.push(parsed);
  }
  const document = join(documents);
  const places = new Places();
  places.record(document, "#");
  const fingerprint = createHash("sha256");
  for (const text of texts) fingerprint.update(text.replaceAll("\r\n", "\n"));
  return { document, places, fingerprint: fingerprint.digest("hex"), locate: locator(files, texts) };
}

function join(documents: readonly JsonObject[]): JsonObject {
  const root = documents.find(
    (document) => isObject(document.paths) && Object.keys(document.paths).length > 0,
  );
  const joined: JsonObject = { ...(root ?? documents[0]) };
  const schemas: JsonObject = {};
  for (const document of documents) {
    for (const [key, value] of Object.entries(document)) {
      if (!key.startsWith("x-")) continue;
      if (key in joined && !isDeepStrictEqual(joined[key], value)) {
        throw new ContractProblem(`#/${key}`, "the documents say different things here");
      }
      joined[key] = value;
    }
    const components = document.components;
    const own = isObject(components) && isObject(components.schemas) ? components.schemas : {};
    for (const [name, schema] of Object.entries(own)) {
      if (name in schemas && !isDeepStrictEqual(schemas[name], schema)) {
        throw new ContractProblem(
          `#/components/schemas/${name}`,
          "two documents define this schema differently",
        );
      }
      schemas[name] = schema;
    }
  }
  const components = isObject(joined.components) ? joined.components : {};
  // The bundler may let two places share one object; a tree gives every object one place.
  return JSON.parse(JSON.stringify({ ...joined, components: { ...components, schemas } })) as JsonObject;
}

function locator(files: readonly string[], texts: readonly string[]): (pointer: string) => string {
  const sources = () =>
    files.map((file, index) => {
      const lines = new LineCounter();
      return { file, lines, document: parseDocument(texts[index] ?? "", { lineCounter: lines }) };
    });
  return (pointer) => {
    const segments = pointerSegments(pointer);
    const parsed = sources();
    for (let length = segments.length; length > 0; length -= 1) {
      const path = segments
        .slice(0, length)
        .map((segment) => (/^\d+$/.test(segment) ? Number(segment) : segment));
      for (const { file, lines, document } of parsed) {
        const node = document.getIn(path, true) ?? document.getIn(segments.slice(0, length), true);
        if (isNode(node) && node.range)
          return `${relative(process.cwd(), file)}:${lines.linePos(node.range[0]).line}`;
      }
    }
    return relative(process.cwd(), files[0] ?? "");
  };
}
