import { isDeepStrictEqual } from "node:util";
import { escapePointer, isObject, type JsonObject, type Places } from "../json.ts";
import { refuse } from "../problem.ts";
import { type Discriminator, discriminatorOf, tagMember } from "./tags.ts";
import { splitTypes } from "./types.ts";
import { upgrade } from "./upgrade.ts";
import { walkSchemas } from "./walk.ts";

const SCHEMA_PREFIX = "#/components/schemas/";
const ANNOTATIONS = new Set(["description", "default", "deprecated", "title", "examples", "example"]);

/**
 * Rewrites the document so that every later step, openapi-typescript included, reads the same plain schemas:
 * - `allOf` of objects becomes one object; what inherits from a discriminated base carries its tag as a constant;
 * - the members of a discriminated union carry theirs;
 * - a list of types becomes a union;
 * - where the document says `x-tradepose-null-is-absent: true`, each optional property also takes null.
 */
export function prepare(document: JsonObject, places: Places): void {
  upgrade(document, places);
  new Preparation(document, places).run();
}

class Preparation {
  readonly #document: JsonObject;
  readonly #places: Places;
  readonly #schemas: JsonObject;
  readonly #nullIsAbsent: boolean;
  readonly #bases = new Set<object>();
  /** The discriminator that a schema has of its own or from a base. */
  readonly #discriminators = new WeakMap<object, Discriminator>();

  constructor(document: JsonObject, places: Places) {
    this.#document = document;
    this.#places = places;
    const components = document.components;
    this.#schemas = isObject(components) && isObject(components.schemas) ? components.schemas : {};
    this.#nullIsAbsent = document["x-tradepose-null-is-absent"] === true;
  }

  run(): void {
    for (const schema of Object.values(this.#schemas)) {
      for (const base of isObject(schema) && Array.isArray(schema.allOf) ? schema.allOf : []) {
        if (isObject(base)) this.#bases.add(this.#resolve(base));
      }
    }
    walkSchemas(
      this.#document,
      (schema) => {
        this.#mergeAllOf(schema);
        splitTypes(schema, this.#places);
        this.#tagMembers(schema);
      },
      (schema) => {
        if (this.#nullIsAbsent) this.#admitNull(schema);
      },
    );
    // Its heirs carry the tags now; the base itself is an object like any other.
    for (const schema of Object.values(this.#schemas)) {
      if (isObject(schema) && isObject(schema.properties)) delete schema.discriminator;
    }
  }

  #target(reference: string, from: JsonObject): JsonObject {
    const target = reference.startsWith(SCHEMA_PREFIX)
      ? this.#schemas[reference.slice(SCHEMA_PREFIX.length)]
      : null;
    if (isObject(target)) return target;
    return refuse(this.#places.of(from), `\`${reference}\` names no schema of this contract`);
  }

  #resolve(schema: JsonObject): JsonObject {
    const reference = schema.$ref;
    return typeof reference === "string" ? this.#resolve(this.#target(reference, schema)) : schema;
  }

  /** Name of a schema of the document's list; undefined for one that stands inside another. */
  #nameOf(schema: JsonObject): string | undefined {
    return Object.keys(this.#schemas).find((name) => this.#schemas[name] === schema);
  }

  #mergeAllOf(schema: JsonObject): void {
    const own =
      schema.oneOf === undefined && schema.anyOf === undefined ? discriminatorOf(schema) : undefined;
    if (own !== undefined) this.#discriminators.set(schema, own);
    const members = schema.allOf;
    if (!Array.isArray(members) || this.#isReference(schema, members)) return;
    const place = `${this.#places.of(schema)}/allOf`;
    const properties: JsonObject = {};
    const required = new Set<unknown>();
    delete schema.allOf;
    for (const member of [...members, { ...schema, type: "object" }]) {
      if (!isObject(member)) refuse(place, "expected a list of schemas");
      const part = this.#resolve(member);
      this.#mergeAllOf(part);
      if (part.type !== "object" && !isObject(part.properties)) {
        refuse(place, "only objects can be joined by allOf");
      }
      const inherited = this.#discriminators.get(part);
      if (inherited !== undefined) this.#discriminators.set(schema, inherited);
      for (const [name, property] of Object.entries(isObject(part.properties) ? part.properties : {})) {
        const isTag = name === this.#discriminators.get(schema)?.property;
        if (name in properties && !isTag && !isDeepStrictEqual(properties[name], property)) {
          refuse(place, `two members define \`${name}\` differently`);
        }
        properties[name] = property;
      }
      for (const name of Array.isArray(part.required) ? part.required : []) required.add(name);
      if (part.additionalProperties !== undefined) schema.additionalProperties = part.additionalProperties;
    }
    schema.type = "object";
    schema.properties = this.#places.derive(properties, schema);
    schema.required = this.#places.derive([...required], schema);
    this.#tagHeir(schema);
  }

  /** A single member with notes around it only says more about a schema; the heir of a family is one of its own. */
  #isReference(schema: JsonObject, members: readonly unknown[]): boolean {
    const [base, ...others] = members;
    if (others.length > 0 || schema.properties !== undefined || schema.required !== undefined) return false;
    if (!isObject(base)) return true;
    const target = this.#resolve(base);
    this.#mergeAllOf(target);
    return this.#nameOf(schema) === undefined || !this.#discriminators.has(target);
  }

  /** A schema that others inherit from stands for them all: its tag stays open. */
  #tagHeir(schema: JsonObject): void {
    const discriminator = this.#discriminators.get(schema);
    const name = this.#nameOf(schema);
    if (discriminator === undefined || name === undefined || this.#bases.has(schema)) return;
    tagMember(schema, name, discriminator, this.#places);
  }

  #tagMembers(schema: JsonObject): void {
    const members = schema.oneOf ?? schema.anyOf;
    const discriminator = discriminatorOf(schema);
    if (discriminator === undefined || !Array.isArray(members)) return;
    for (const member of members) {
      if (!isObject(member) || typeof member.$ref !== "string") continue;
      const target = this.#resolve(member);
      this.#mergeAllOf(target);
      const name = this.#nameOf(target);
      if (name !== undefined && target.type === "object")
        tagMember(target, name, discriminator, this.#places);
    }
  }

  #admitNull(schema: JsonObject): void {
    const properties = schema.properties;
    if (!isObject(properties)) return;
    const required = Array.isArray(schema.required) ? schema.required : [];
    for (const [name, property] of Object.entries(properties)) {
      if (required.includes(name) || !isObject(property) || this.#acceptsNull(property)) continue;
      const outer = this.#places.derive<JsonObject>({}, property);
      const inner = this.#places.derive<JsonObject>({}, property);
      for (const [key, value] of Object.entries(property)) {
        (ANNOTATIONS.has(key) || key.startsWith("x-") ? outer : inner)[key] = value;
      }
      const none = this.#places.derive<JsonObject>({ type: "null" }, property);
      outer.oneOf = this.#places.derive([inner, none], property);
      properties[name] = outer;
    }
  }

  #acceptsNull(schema: JsonObject): boolean {
    const target = this.#resolve(schema);
    const type = target.type;
    if (type === "null" || (Array.isArray(type) && type.includes("null"))) return true;
    const members = target.oneOf ?? target.anyOf ?? target.allOf;
    if (Array.isArray(members))
      return members.some((member) => isObject(member) && this.#acceptsNull(member));
    return type === undefined && target.const === undefined && target.enum === undefined;
  }
}

/** Pointer of a named schema. */
export function schemaPointer(name: string): string {
  return `${SCHEMA_PREFIX}${escapePointer(name)}`;
}
