import { secretFields } from "../generated/secrets.ts";

export const MASK = "[redacted]";

/** A shorter secret may be a part of any word: masked there, what is left of the word would spell it out. */
const SHORT = 4;

/** What an entry of a field list says about its field besides the value that was given for it. */
const DESCRIPTIVE: ReadonlySet<string> = new Set([
  "code",
  "field",
  "field_path",
  "loc",
  "message",
  "msg",
  "path",
  "type",
  "url",
]);
const LOCATING = ["field", "field_path", "loc", "path"] as const;

const plain = (name: string) => name.toLowerCase().replace(/[^a-z0-9]/g, "");
const secretNames: ReadonlySet<string> = new Set([...secretFields].map(plain));
const isSecretName = (name: string) => secretNames.has(plain(name));

/**
 * `"name": "value"`, `'name': 'value'`, `name="value"` and `name=value` inside a text, also where JSON stands within
 * JSON, and where the text was cut within the value.
 */
const NAMED_VALUE = new RegExp(
  `(?<![a-z0-9])(${[...secretFields].map((name) => name.replaceAll("_", "[_-]?")).join("|")})` +
    String.raw`((\\*["'])?\s*([:=])\s*)(?:(\\*["'])(?:(?!\5)(?:\\[\s\S]|[^\\]))*(?:\5|\\?$)?|([^\s,;&)}\]"']+))`,
  "gi",
);

/**
 * Takes secrets out of what is printed, logged or kept in an error: the values of the fields that the contract marks
 * as secret, wherever they stand, and what this call has sent as secret, wherever the server echoes it.
 */
export class Redactor {
  readonly #collect: () => readonly string[];
  #patterns: readonly RegExp[] | undefined;

  /** @param sent The secrets that were sent; collected when something is first to be redacted. */
  constructor(sent: () => readonly string[] = () => []) {
    this.#collect = sent;
  }

  text(text: string): string {
    this.#patterns ??= patternsOf(this.#collect());
    const unnamed = text.replace(NAMED_VALUE, maskNamed);
    return this.#patterns.reduce((masked, pattern) => masked.replace(pattern, MASK), unnamed);
  }

  /** A copy of a JSON-like value, keys included. */
  value(value: unknown): unknown {
    if (typeof value === "string") return this.text(value);
    if (Array.isArray(value)) return value.map((item) => this.value(item));
    if (typeof value !== "object" || value === null) return value;
    const ofSecret = tellsOfSecret(value);
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => {
        const hidden = item !== null && (isSecretName(key) || (ofSecret && !DESCRIPTIVE.has(key)));
        return [this.text(key), hidden ? MASK : this.value(item)];
      }),
    );
  }

  /** A copy of the headers of an answer, without the cookies it sets. */
  headers(headers: Headers): Headers {
    const open = new Headers();
    for (const [name, value] of headers) if (name !== "set-cookie") open.append(name, this.text(value));
    return open;
  }
}

/** The texts that a request's body holds in secret fields. */
export function secretsInBody(body: unknown, isSecret = false): readonly string[] {
  if (typeof body === "string" || typeof body === "number") return isSecret ? [String(body)] : [];
  if (Array.isArray(body)) return body.flatMap((item) => secretsInBody(item, isSecret));
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([key, item]) =>
    secretsInBody(item, isSecret || secretFields.has(key)),
  );
}

function maskNamed(
  match: string,
  name: string,
  separator: string,
  keyQuote: string | undefined,
  operator: string,
  quote: string | undefined,
): string {
  if (quote !== undefined) return `${name}${separator}${quote}${MASK}${quote}`;
  // After a bare name and a colon comes a sentence: "password: must not be empty".
  return operator === ":" && keyQuote === undefined ? match : `${name}${separator}${MASK}`;
}

/** Longest first: one secret may be the beginning of another. */
function patternsOf(secrets: readonly string[]): readonly RegExp[] {
  const forms = secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]);
  return [...new Set(forms)]
    .filter((form) => form !== "")
    .sort((a, b) => b.length - a.length)
    .map((form) => {
      const literal = form.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
      return new RegExp(
        form.length < SHORT ? `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])` : literal,
        "gu",
      );
    });
}

/** Whether it is an entry of a field list, of the contract's form or FastAPI's, about a secret field. */
function tellsOfSecret(value: object): boolean {
  const record: Readonly<Record<string, unknown>> = { ...value };
  return LOCATING.some((key) => {
    const place = record[key];
    const steps = typeof place === "string" ? place.split(/[^\w-]+/) : Array.isArray(place) ? place : [];
    return steps.some((step) => typeof step === "string" && isSecretName(step));
  });
}
