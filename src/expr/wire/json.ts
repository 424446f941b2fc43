/** Checks on untrusted JSON: each gives the value with its type, or fails with the place. */
import type { Place } from "./place.ts";

export type JsonRecord = { readonly [key: string]: unknown };

export function isRecord(json: unknown): json is JsonRecord {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

const VARIANT = /^[A-Z][A-Za-z0-9]*$/;

/** Whether a key can be the name of a Polars variant. */
export function isVariantName(key: string): boolean {
  return VARIANT.test(key);
}

/** For messages: what a value is, never the value itself. */
export function describe(json: unknown): string {
  if (json === undefined) return "nothing";
  if (json === null) return "null";
  if (Array.isArray(json)) return `an array of ${json.length}`;
  return typeof json === "object" ? "an object" : `a ${typeof json}`;
}

export function asText(json: unknown, at: Place): string {
  return typeof json === "string" ? json : at.fail(`expected a text, found ${describe(json)}`);
}

export function asBoolean(json: unknown, at: Place): boolean {
  return typeof json === "boolean" ? json : at.fail(`expected true or false, found ${describe(json)}`);
}

export function asNumber(json: unknown, at: Place): number {
  if (typeof json !== "number" || !Number.isFinite(json)) {
    return at.fail(`expected a finite number, found ${describe(json)}`);
  }
  // Adding 0 turns -0 into 0, which is all that JSON can write.
  return json + 0;
}

export function asInteger(json: unknown, at: Place, low: number, high: number): number {
  const value = asNumber(json, at);
  if (!Number.isInteger(value)) at.fail(`expected a whole number, found ${value}`);
  if (!Number.isSafeInteger(value))
    at.fail("expected a whole number within 2^53 - 1, which JSON carries exactly");
  if (value < low || value > high) at.fail(`expected a whole number from ${low} to ${high}, found ${value}`);
  return value;
}

export function asArray(json: unknown, at: Place): readonly unknown[] {
  return Array.isArray(json) ? json : at.fail(`expected an array, found ${describe(json)}`);
}

export function asPair(json: unknown, at: Place): readonly [unknown, unknown] {
  const items = asArray(json, at);
  if (items.length !== 2) at.fail(`expected an array of 2, found ${describe(json)}`);
  return items as unknown as readonly [unknown, unknown];
}

export function asRecord(json: unknown, at: Place): JsonRecord {
  return isRecord(json) ? json : at.fail(`expected an object, found ${describe(json)}`);
}

/**
 * The object with exactly these keys. A missing key is an error; a key that is not named here gives undefined, since
 * the node then says more than we understand.
 */
export function asFields<K extends string>(
  json: unknown,
  at: Place,
  keys: readonly K[],
): { readonly [P in K]: unknown } | undefined {
  const record = asRecord(json, at);
  for (const key of keys) {
    if (!Object.hasOwn(record, key)) at.fail(`"${key}" is missing`);
  }
  if (Object.keys(record).length > keys.length) return undefined;
  return record as { readonly [P in K]: unknown };
}

/** Name and payload of `{"Name": payload}`. */
export function asVariant(json: unknown, at: Place): readonly [name: string, payload: unknown] {
  const record = asRecord(json, at);
  const [name, ...others] = Object.keys(record);
  if (name === undefined || others.length > 0) {
    at.fail(`expected an object with one key, found ${name === undefined ? "none" : others.length + 1}`);
  }
  return [name as string, record[name as string]];
}

/** A frozen copy of JSON that is kept without being understood. Fails on what is no JSON. */
export function frozenCopy(json: unknown, at: Place): unknown {
  at.countValue();
  if (json === null || typeof json === "string" || typeof json === "boolean") return json;
  if (typeof json === "number") return asNumber(json, at);
  if (Array.isArray(json)) {
    const inside = at.enter();
    return Object.freeze(json.map((item, index) => frozenCopy(item, inside.at(index))));
  }
  if (!isRecord(json)) return at.fail(`expected JSON, found ${describe(json)}`);
  const inside = at.enter();
  // fromEntries defines own properties, so a key such as __proto__ stays data.
  return Object.freeze(
    Object.fromEntries(Object.entries(json).map(([key, value]) => [key, frozenCopy(value, inside.at(key))])),
  );
}
