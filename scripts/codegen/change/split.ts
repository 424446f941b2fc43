import { isObject, type JsonObject } from "../json.ts";

const SCHEMAS = "#/components/schemas/";

export interface Documents {
  /** The schemas, and what the contract says beside them. */
  readonly models: JsonObject;
  /** The endpoints and what they share. */
  readonly gateway: JsonObject;
}

/**
 * Splits one document into two: schemas go to the models, except those that the known gateway document keeps for
 * itself and no model refers to; everything else goes to the gateway.
 *
 * A document that describes an HTTP service cannot speak of everything that the known one holds, so two things stay
 * though it lacks them: schemas that no endpoint used, and, where the new document marks no extension of its own, what
 * is marked as an extension.
 */
export function split(fresh: JsonObject, known: Documents): Documents {
  const schemas = schemasOf(fresh);
  const inGateway = keptInGateway(schemas, schemasOf(known.gateway));
  const toModels = (value: unknown): unknown =>
    redirect(value, (name) => (inGateway.has(name) ? SCHEMAS : `./models.yaml${SCHEMAS}`));
  const models: JsonObject = { ...known.models };
  for (const [key, value] of Object.entries(fresh)) {
    if (key.startsWith("x-") && !(key in known.gateway)) models[key] = value;
  }
  models.components = {
    ...objectAt(known.models, "components"),
    schemas: pick(schemas, (name) => !inGateway.has(name)),
  };
  const gateway: JsonObject = {};
  for (const [key, value] of Object.entries(fresh)) {
    if (key !== "components" && !(key in models && key.startsWith("x-"))) gateway[key] = toModels(value);
  }
  // What a hosted document leaves open, the known one says.
  for (const key of ["servers", "security", "tags"]) {
    if (gateway[key] === undefined && known.gateway[key] !== undefined) gateway[key] = known.gateway[key];
  }
  const { schemas: _, ...shared } = objectAt(fresh, "components");
  const own = pick(schemas, (name) => inGateway.has(name));
  const components: JsonObject = { ...(toModels(shared) as JsonObject) };
  if (Object.keys(own).length > 0) components.schemas = toModels(own);
  if (Object.keys(components).length > 0) gateway.components = components;
  return { models, gateway };
}

function objectAt(node: JsonObject, key: string): JsonObject {
  const value = node[key];
  return isObject(value) ? value : {};
}

export function schemasOf(document: JsonObject): JsonObject {
  return objectAt(objectAt(document, "components"), "schemas");
}

function pick(node: JsonObject, keep: (key: string) => boolean): JsonObject {
  return Object.fromEntries(Object.entries(node).filter(([key]) => keep(key)));
}

/** Models stand alone: a schema that one of them refers to is a model itself. */
function keptInGateway(schemas: JsonObject, known: JsonObject): ReadonlySet<string> {
  const kept = new Set(Object.keys(schemas).filter((name) => name in known));
  const moved = Object.keys(schemas).filter((name) => !kept.has(name));
  for (const name of moved) {
    for (const target of namesIn(schemas[name])) {
      if (kept.delete(target)) moved.push(target);
    }
  }
  return kept;
}

/** Names of the schemas that a part of a document refers to. */
export function namesIn(value: unknown): string[] {
  const names: string[] = [];
  redirect(value, (name) => {
    names.push(name);
    return SCHEMAS;
  });
  return names;
}

/** Writes every reference to a schema anew, the targets of discriminators included. */
function redirect(value: unknown, prefix: (name: string) => string): unknown {
  if (typeof value === "string" && value.startsWith(SCHEMAS)) {
    const name = value.slice(SCHEMAS.length);
    return `${prefix(name)}${name}`;
  }
  if (Array.isArray(value)) return value.map((item) => redirect(item, prefix));
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, redirect(child, prefix)]));
}
