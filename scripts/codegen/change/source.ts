import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { BaseResolver, bundle, createConfig } from "@redocly/openapi-core";
import { isObject, type JsonObject, Places } from "../json.ts";
import { ContractProblem } from "../problem.ts";
import { upgrade } from "../read/upgrade.ts";

/**
 * Reads an OpenAPI 3.0 or 3.1 document, YAML or JSON, with everything it refers to, and gives it as one 3.1 document.
 *
 * @param source path of a file, or an http(s) address
 * @throws ContractProblem when it cannot be read, is no OpenAPI 3.0 or 3.1, or refers to what is not there
 */
export async function readSource(source: string): Promise<JsonObject> {
  const isUrl = /^https?:\/\//.test(source);
  const ref = isUrl ? source : resolve(source);
  if (!isUrl) await requireFile(ref, source);
  const config = await createConfig({});
  const result = await bundle({ ref, config, externalRefResolver: new BaseResolver(config.resolve) }).catch(
    (error: unknown) => {
      throw new ContractProblem("#/", error instanceof Error ? error.message : String(error), source);
    },
  );
  const problem = result.problems.find(({ severity }) => severity === "error");
  if (problem !== undefined) {
    const place = problem.location[0];
    throw new ContractProblem(place?.pointer ?? "#/", problem.message, place?.source.absoluteRef ?? source);
  }
  // The bundler may let two places share one object; a tree gives every object one place.
  const document: unknown = JSON.parse(JSON.stringify(result.bundle.parsed));
  const version = isObject(document) ? document.openapi : undefined;
  if (!isObject(document) || typeof version !== "string" || !/^3\.[01](\.|$)/.test(version)) {
    const found = version === undefined ? "no `openapi` field" : JSON.stringify(version);
    throw new ContractProblem("#/openapi", `OpenAPI 3.0 or 3.1 is expected, found ${found}`, source);
  }
  const places = new Places();
  places.record(document, "#");
  upgrade(document, places);
  return document;
}

async function requireFile(path: string, source: string): Promise<void> {
  await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const reason = error.code === "ENOENT" ? "there is no such file" : error.message;
    throw new ContractProblem("#/", reason, source);
  });
}
