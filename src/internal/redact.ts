const MASK = "[redacted]";

/** A copy of a JSON-like value in which every occurrence of a secret, keys included, is masked. */
export function mask<T>(value: T, secrets: readonly string[]): T {
  return maskAny(value, secrets) as T;
}

function maskAny(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") return maskText(value, secrets);
  if (Array.isArray(value)) return value.map((item) => maskAny(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [maskText(key, secrets), maskAny(item, secrets)]),
  );
}

function maskText(text: string, secrets: readonly string[]): string {
  return secrets.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
}
