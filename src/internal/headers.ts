import { ArgumentError } from "../errors/argument.ts";

/**
 * Headers of a request, later ones overriding earlier ones; null takes one away.
 *
 * @throws ArgumentError for a name or value that HTTP does not allow. The value is not shown: it may be a secret.
 */
export function buildHeaders(...layers: readonly Readonly<Record<string, string | null>>[]): Headers {
  const headers = new Headers();
  for (const [name, value] of layers.flatMap((layer) => Object.entries(layer))) {
    try {
      if (value === null) headers.delete(name);
      else headers.set(name, value);
    } catch {
      throw new ArgumentError(
        `headers: ${JSON.stringify(name)} has a name or value that HTTP does not allow`,
      );
    }
  }
  return headers;
}
