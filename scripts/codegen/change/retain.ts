import { isObject, type JsonObject } from "../json.ts";

const MARK = "x-tradepose-extension";
const REFERENCE = /^#\/components\/([^/]+)\/([^/]+)$/;
const METHODS = ["get", "put", "post", "delete", "patch"];

export interface Retained {
  readonly document: JsonObject;
  /** What stayed though the new document lacks it. */
  readonly kept: readonly string[];
}

/**
 * Keeps what a document that describes an HTTP service cannot speak of:
 * - schemas that no endpoint used: no request and no answer shows them;
 * - what is marked as an extension, if the new document marks none: its server lacks them, others have them.
 */
export function retain(fresh: JsonObject, known: JsonObject): Retained {
  const document = structuredClone(fresh);
  const kept = [
    ...(marksExtensions(fresh) ? [] : keepExtensions(document, known)),
    ...keepUnused(document, known),
  ];
  copyReferences(document, known);
  return { document, kept };
}

function marksExtensions(value: unknown): boolean {
  if (Array.isArray(value)) return value.some(marksExtensions);
  if (!isObject(value)) return false;
  return value[MARK] === true || Object.values(value).some(marksExtensions);
}

function keepExtensions(fresh: JsonObject, known: JsonObject): string[] {
  const kept: string[] = [];
  for (const [path, item] of entries(known.paths)) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!isObject(operation)) continue;
      const target = child(child(fresh, "paths"), path);
      const same = target[method];
      if (operation[MARK] === true && same === undefined) {
        target[method] = operation;
        if (item.parameters !== undefined && target.parameters === undefined)
          target.parameters = item.parameters;
        child(fresh, "paths")[path] = target;
        kept.push(`${method.toUpperCase()} ${path}`);
      } else if (isObject(same))
        kept.push(...keepParameters(same, operation, known, `${method.toUpperCase()} ${path}`));
    }
  }
  const schemas = child(child(fresh, "components"), "schemas");
  for (const [name, schema] of entries(child(child(known, "components"), "schemas"))) {
    const target = schemas[name];
    if (!isObject(target) || !isObject(target.properties)) continue;
    for (const [field, property] of entries(schema.properties)) {
      if (property[MARK] !== true || field in target.properties) continue;
      target.properties[field] = property;
      kept.push(`${name}.${field}`);
    }
  }
  return kept;
}

function keepParameters(
  fresh: JsonObject,
  operation: JsonObject,
  known: JsonObject,
  place: string,
): string[] {
  const identity = (node: unknown): string => {
    const { name, in: where } = open(node, known);
    return `${String(where)} ${String(name)}`;
  };
  const parameters: unknown[] = Array.isArray(fresh.parameters) ? [...fresh.parameters] : [];
  const present = new Set(parameters.map(identity));
  const kept: string[] = [];
  for (const [index, node] of (Array.isArray(operation.parameters) ? operation.parameters : []).entries()) {
    if (open(node, known)[MARK] !== true || present.has(identity(node))) continue;
    parameters.splice(index, 0, node);
    kept.push(`${place} ${identity(node)}`);
  }
  if (kept.length > 0) fresh.parameters = parameters;
  return kept;
}

/** Schemas that no path of the known document reaches. */
function keepUnused(fresh: JsonObject, known: JsonObject): string[] {
  const used = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [reference, target] of references(value, known)) {
      if (used.has(reference)) continue;
      used.add(reference);
      visit(target);
    }
  };
  visit(known.paths);
  const schemas = child(child(fresh, "components"), "schemas");
  const kept: string[] = [];
  for (const [name, schema] of entries(child(child(known, "components"), "schemas"))) {
    if (used.has(`#/components/schemas/${name}`) || name in schemas) continue;
    schemas[name] = schema;
    kept.push(name);
  }
  return kept;
}

/** What the kept parts refer to comes along where the new document has nothing of that name. */
function copyReferences(fresh: JsonObject, known: JsonObject): void {
  const visited = new Set<string>();
  const visit = (value: unknown): void => {
    for (const [reference, target] of references(value, known)) {
      if (visited.has(reference)) continue;
      visited.add(reference);
      const [, section = "", name = ""] = REFERENCE.exec(reference) ?? [];
      const holder = child(child(fresh, "components"), section);
      if (holder[name] === undefined && target !== undefined) holder[name] = target;
      visit(holder[name]);
    }
  };
  visit(fresh);
}

function references(value: unknown, known: JsonObject): [reference: string, target: unknown][] {
  if (Array.isArray(value)) return value.flatMap((item) => references(item, known));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]): [string, unknown][] => {
    if (key !== "$ref" || typeof item !== "string") return references(item, known);
    const [, section = "", name = ""] = REFERENCE.exec(item) ?? [];
    const holder = child(child(known, "components"), section);
    return [[item, holder[name]]];
  });
}

function open(node: unknown, document: JsonObject): JsonObject {
  if (!isObject(node)) return {};
  const [target] = typeof node.$ref === "string" ? references(node, document) : [];
  return target === undefined ? node : open(target[1], document);
}

/** The object under a key, made when there is none. */
function child(node: JsonObject, key: string): JsonObject {
  const value = node[key];
  if (isObject(value)) return value;
  const made: JsonObject = {};
  node[key] = made;
  return made;
}

function entries(node: unknown): [string, JsonObject][] {
  return isObject(node)
    ? Object.entries(node).flatMap(([key, value]): [string, JsonObject][] =>
        isObject(value) ? [[key, value]] : [],
      )
    : [];
}
