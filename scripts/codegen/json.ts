import { ContractProblem } from "./problem.ts";

export type JsonObject = { [key: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function escapePointer(segment: string): string {
  return segment.replaceAll("~", "~0").replaceAll("/", "~1");
}

export function pointerSegments(pointer: string): string[] {
  return pointer
    .split("/")
    .slice(1)
    .map((segment) => segment.replaceAll("~1", "/").replaceAll("~0", "~"));
}

/**
 * Remembers where every object and array of a document stood when it was loaded, so that a message names the place in
 * the author's file even after the document was rewritten.
 */
export class Places {
  readonly #pointers = new WeakMap<object, string>();

  record(value: unknown, pointer: string): void {
    if (typeof value !== "object" || value === null) return;
    this.#pointers.set(value, pointer);
    for (const [key, child] of Object.entries(value)) this.record(child, `${pointer}/${escapePointer(key)}`);
  }

  of(value: object): string {
    const pointer = this.#pointers.get(value);
    if (pointer === undefined) throw new Error("a node of the document was made without a place");
    return pointer;
  }

  /** Gives a node made by the generator the place of the node it stands for. */
  derive<T extends object>(made: T, from: object): T {
    this.#pointers.set(made, this.of(from));
    return made;
  }
}

/**
 * Reads one object of the document key by key. What nobody asked for is unknown to the generator, and `end` fails on
 * it: a new keyword of the contract never goes unnoticed.
 */
export class Reader {
  readonly pointer: string;
  readonly node: JsonObject;
  readonly places: Places;
  readonly #what: string;
  readonly #unread: Set<string>;

  constructor(places: Places, node: JsonObject, what: string) {
    this.places = places;
    this.node = node;
    this.pointer = places.of(node);
    this.#what = what;
    this.#unread = new Set(Object.keys(node));
  }

  fail(reason: string, key?: string): never {
    throw new ContractProblem(
      key === undefined ? this.pointer : `${this.pointer}/${escapePointer(key)}`,
      reason,
    );
  }

  has(key: string): boolean {
    return Object.hasOwn(this.node, key);
  }

  raw(key: string): unknown {
    this.#unread.delete(key);
    return this.node[key];
  }

  string(key: string): string | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === "string") return value;
    return this.fail(`expected text, found ${JSON.stringify(value)}`, key);
  }

  number(key: string): number | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === "number") return value;
    return this.fail(`expected a number, found ${JSON.stringify(value)}`, key);
  }

  boolean(key: string): boolean | undefined {
    const value = this.raw(key);
    if (value === undefined || typeof value === "boolean") return value;
    return this.fail(`expected true or false, found ${JSON.stringify(value)}`, key);
  }

  array(key: string): unknown[] | undefined {
    const value = this.raw(key);
    if (value === undefined || Array.isArray(value)) return value;
    return this.fail(`expected a list, found ${JSON.stringify(value)}`, key);
  }

  strings(key: string): string[] | undefined {
    const values = this.array(key);
    const odd = values?.find((value) => typeof value !== "string");
    if (odd !== undefined) this.fail(`expected a list of texts, found ${JSON.stringify(odd)} in it`, key);
    return values as string[] | undefined;
  }

  object(key: string): JsonObject | undefined {
    const value = this.raw(key);
    if (value === undefined || isObject(value)) return value;
    return this.fail(`expected an object, found ${JSON.stringify(value)}`, key);
  }

  objects(key: string): JsonObject[] | undefined {
    const values = this.array(key);
    const odd = values?.find((value) => !isObject(value));
    if (odd !== undefined) this.fail(`expected a list of objects, found ${JSON.stringify(odd)} in it`, key);
    return values as JsonObject[] | undefined;
  }

  child(key: string, what: string): Reader | undefined {
    const value = this.object(key);
    return value === undefined ? undefined : new Reader(this.places, value, what);
  }

  required<T>(value: T | undefined, key: string): T {
    return value === undefined ? this.fail(`${this.#what} needs \`${key}\``) : value;
  }

  end(): void {
    for (const key of this.#unread) {
      const kind = key.startsWith("x-") ? "extension" : "keyword";
      this.fail(
        `unknown ${kind} \`${key}\` of ${this.#what}; remove it or teach scripts/codegen what it means`,
        key,
      );
    }
  }
}
