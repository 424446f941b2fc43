import { escapePointer, isObject, type JsonObject } from "../json.ts";
import { constantCase } from "../names.ts";

/** Extensions that mean something to this generator; others of a foreign document are left behind. */
const OURS = /^x-(tradepose|enum)-/;
const DATA = new Set(["example", "examples", "default", "enum", "const"]);

/** Lists that stand beside `enum`, an entry per value, and what a value gets that the known contract does not have. */
const PER_VALUE: Readonly<Record<string, (value: unknown) => unknown>> = {
  "x-enum-varnames": (value) => constantCase(String(value)),
  "x-enum-descriptions": () => "",
  "x-tradepose-codes": () => null,
};

export interface Inherited {
  readonly document: JsonObject;
  /** Where extensions stood that mean nothing here. */
  readonly dropped: readonly string[];
}

/**
 * Gives a new document the extensions of the known one where it has none of that name: at the document, its schemas,
 * properties, operations and parameters, each found again by its name or address. An operation without a name or a tag
 * gets those of the known one as well.
 */
export function inheritExtensions(fresh: JsonObject, known: JsonObject): Inherited {
  const dropped: string[] = [];
  const cleaned = withoutForeign(fresh, "#", dropped) as JsonObject;
  return { document: new Inheritance(known).run(cleaned), dropped };
}

function withoutForeign(value: unknown, pointer: string, dropped: string[]): unknown {
  if (Array.isArray(value))
    return value.map((item, index) => withoutForeign(item, `${pointer}/${index}`, dropped));
  if (!isObject(value)) return value;
  const kept: JsonObject = {};
  for (const [key, child] of Object.entries(value)) {
    const at = `${pointer}/${escapePointer(key)}`;
    if (key.startsWith("x-") && !OURS.test(key)) dropped.push(at);
    else kept[key] = DATA.has(key) || key.startsWith("x-") ? child : named(key, child, at, dropped);
  }
  return kept;
}

/** Fields and headers have names, which may start like an extension. */
function named(key: string, child: unknown, pointer: string, dropped: string[]): unknown {
  if ((key !== "properties" && key !== "headers") || !isObject(child))
    return withoutForeign(child, pointer, dropped);
  return Object.fromEntries(
    Object.entries(child).map(([name, value]) => [
      name,
      withoutForeign(value, `${pointer}/${escapePointer(name)}`, dropped),
    ]),
  );
}

class Inheritance {
  readonly #known: JsonObject;

  constructor(known: JsonObject) {
    this.#known = known;
  }

  run(fresh: JsonObject): JsonObject {
    return this.#object(fresh, this.#known, false);
  }

  #value(fresh: unknown, known: unknown, key: string): unknown {
    if (DATA.has(key) || key.startsWith("x-")) return fresh;
    if (isObject(fresh) && isObject(known))
      return this.#object(fresh, known, key === "properties" || key === "headers");
    if (Array.isArray(fresh) && Array.isArray(known))
      return fresh.map((item: unknown, index) =>
        this.#value(item, this.#partner(item, index, fresh, known), ""),
      );
    return fresh;
  }

  #object(fresh: JsonObject, reference: JsonObject, isMap: boolean): JsonObject {
    const known = fresh.$ref === undefined ? this.#open(reference) : reference;
    const result: JsonObject = {};
    for (const [key, value] of Object.entries(fresh)) result[key] = this.#value(value, known[key], key);
    if (isMap) return result;
    for (const [key, value] of Object.entries(known)) {
      if (!key.startsWith("x-") || key in fresh) continue;
      if (!(key in PER_VALUE)) result[key] = value;
      else if (Array.isArray(fresh.enum)) result[key] = perValue(key, value, fresh.enum, known.enum);
    }
    if (isObject(fresh.responses) && isObject(known.responses)) {
      for (const key of ["operationId", "tags"]) {
        if (fresh[key] === undefined && known[key] !== undefined) result[key] = known[key];
      }
    }
    return result;
  }

  /** What a reference stands for, where the new document writes it out. */
  #open(node: JsonObject): JsonObject {
    if (typeof node.$ref !== "string" || !node.$ref.startsWith("#/components/")) return node;
    let target: unknown = this.#known;
    for (const segment of node.$ref.split("/").slice(1))
      target = isObject(target) ? target[segment] : undefined;
    return isObject(target) ? this.#open(target) : node;
  }

  #partner(item: unknown, index: number, fresh: readonly unknown[], known: readonly unknown[]): unknown {
    const identity = this.#identity(item);
    if (identity !== undefined) return known.find((other) => this.#identity(other) === identity);
    return fresh.length === known.length ? known[index] : undefined;
  }

  #identity(item: unknown): string | undefined {
    if (!isObject(item)) return undefined;
    if (typeof item.$ref === "string" && !item.$ref.startsWith("#/components/parameters/")) return item.$ref;
    const { name, in: place } = this.#open(item);
    return typeof name === "string" ? `${String(place)} ${name}` : undefined;
  }
}

function perValue(key: string, list: unknown, values: readonly unknown[], known: unknown): unknown[] {
  const entries = Array.isArray(list) ? list : [];
  const places = Array.isArray(known) ? known.filter((value) => value !== null) : [];
  return values
    .filter((value) => value !== null)
    .map((value) => {
      const index = places.indexOf(value);
      return index < 0 ? PER_VALUE[key]?.(value) : entries[index];
    });
}
