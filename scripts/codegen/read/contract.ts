import type { Contract, Schema } from "../ir.ts";
import { isObject, Reader } from "../json.ts";
import type { LoadedContract } from "../load.ts";
import { isIdentifier } from "../names.ts";
import { refuse } from "../problem.ts";
import { checkReferences } from "./check.ts";
import { readOperations } from "./operations.ts";
import { schemaPointer } from "./prepare.ts";
import { readSchema } from "./schema.ts";
import { readContexts, readFrames, readIndicators } from "./tables.ts";

const COMPONENT_SECTIONS = ["securitySchemes", "headers", "parameters", "responses", "requestBodies"];

/** Understands the whole prepared document, or fails at the first thing that it does not. */
export function readContract({ document, places, fingerprint }: LoadedContract): Contract {
  const root = new Reader(places, document, "the document");
  const info = root.required(root.child("info", "info"), "info");
  for (const key of ["openapi", "servers", "security", "paths", "tags", "x-tradepose-null-is-absent"])
    root.raw(key);
  const components = root.required(root.child("components", "the components"), "components");
  const nodes = components.object("schemas") ?? {};
  const schemas = new Map<string, Schema>();
  for (const [name, node] of Object.entries(nodes)) {
    if (!isIdentifier(name)) components.fail(`\`${name}\` can be no name of TypeScript`, "schemas");
    if (!isObject(node)) refuse(schemaPointer(name), "no schema");
    schemas.set(name, readSchema(places, node));
  }
  // What they hold is read where an operation refers to it.
  for (const section of COMPONENT_SECTIONS) components.raw(section);
  components.end();
  const { operations, tags } = readOperations(document, places, schemas);
  const contract: Contract = {
    title: info.required(info.string("title"), "title"),
    version: info.required(info.string("version"), "version"),
    fingerprint,
    schemas,
    operations,
    tags,
    frames: readFrames(root),
    contexts: readContexts(root),
    indicators: readIndicators(places, nodes, schemas),
  };
  root.end();
  checkReferences(contract);
  return contract;
}
